// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace bolt {

/// Numbers and times as words, by the default locale and the local time zone. Unknown values (NaN, 0 for an instant,
/// negative durations) are "–". Instants are epoch milliseconds, durations seconds. Main thread. All functions are
/// pure; functions of age take `now` as an argument so that a binding on `now` or `viewNow` ticks.
class Format : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    /// The wall clock, moved once a second.
    Q_PROPERTY(double now READ now NOTIFY nowChanged FINAL)
    /// The same, told at midnight only.
    Q_PROPERTY(double today READ today NOTIFY todayChanged FINAL)
    /// As `now`, but stands still while `held` (the frozen view shows no movement).
    Q_PROPERTY(double viewNow READ viewNow NOTIFY viewNowChanged FINAL)
    Q_PROPERTY(bool held READ held WRITE setHeld NOTIFY heldChanged FINAL)

public:
    explicit Format(QObject *parent = nullptr);
    double now() const { return m_now; }
    double today() const { return m_today; }
    double viewNow() const { return m_viewNow; }
    bool held() const { return m_held; }
    void setHeld(bool held);
    /// Stops the clock at this instant; tests and pictures only.
    void fixNow(double milliseconds);

    Q_INVOKABLE QString number(double value, int decimals = 0) const;
    /// Of a ratio: 0.914 is "91.4 %".
    Q_INVOKABLE QString percent(double ratio, int decimals = 1) const;
    Q_INVOKABLE QString bytes(double count) const;
    Q_INVOKABLE QString latency(int milliseconds) const;
    /// "41 s", "4 min", "3 h 10", "2 d 4 h": two units at most, so that it can be read at a glance.
    Q_INVOKABLE QString duration(double seconds) const;
    /// "41 s", "4 min", "3 h", "2 d": one unit, for columns.
    Q_INVOKABLE QString shortDuration(double seconds) const;
    /// "40–55 min", "1 h 40 – 2 h 50".
    Q_INVOKABLE QString durationRange(double low, double high) const;
    Q_INVOKABLE QString ago(double at, double now) const;
    /// Time left until `at`; with a minus sign once it has passed.
    Q_INVOKABLE QString left(double at, double now) const;
    Q_INVOKABLE QString time(double at) const;
    Q_INVOKABLE QString clock(double at) const;
    Q_INVOKABLE QString date(double at) const;
    /// The day with its name: "Sunday 29 November".
    Q_INVOKABLE QString weekday(double at) const;
    /// Absolute, with seconds and zone, for hovering over a relative time.
    Q_INVOKABLE QString absolute(double at) const;
    /// Cut to one line of at most `limit` characters, control characters made visible; for names from outside.
    Q_INVOKABLE QString oneLine(const QString &text, int limit = 200) const;
    /// The same as a name in a sentence: isolated, so that a right-to-left name does not turn the sentence round.
    Q_INVOKABLE QString name(const QString &text, int limit = 60) const;
    /// Joined, what is empty left out.
    Q_INVOKABLE QString joined(const QStringList &words, const QString &separator) const;
    /// The host of an http(s) address, empty for anything else.
    Q_INVOKABLE QString host(const QString &address) const;

Q_SIGNALS:
    void nowChanged();
    void todayChanged();
    void viewNowChanged();
    void heldChanged();

private:
    void tick();
    void noteDay();

    QTimer m_timer;
    double m_now = 0;
    double m_today = 0;
    double m_dayEnds = 0;
    double m_viewNow = 0;
    bool m_held = false;
};

} // namespace bolt
