// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/confirmation.h"
#include "models/screens/preview.h"

#include <QList>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace bolt {

/// The first lines of a list, and how many more there are.
class PreviewLines final
{
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(QStringList names MEMBER names CONSTANT FINAL)
    Q_PROPERTY(QList<int> counts MEMBER counts CONSTANT FINAL)
    Q_PROPERTY(int more MEMBER more CONSTANT FINAL)
    Q_PROPERTY(int moreCount MEMBER moreCount CONSTANT FINAL)
public:
    static constexpr int most = 5;
    static PreviewLines of(const Preview::Lines &lines);

    QStringList names;
    QList<int> counts;
    int more = 0;      ///< lines that are not named
    int moreCount = 0; ///< and what they sum to
};

/// A wish that waits for a person's word. It does not change while it is looked at. Main thread.
class PreviewScreen final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the desk")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(QString verb READ verb NOTIFY changed FINAL)
    Q_PROPERTY(bool ofSubmissions READ ofSubmissions NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(int jobs READ jobs NOTIFY changed FINAL)
    Q_PROPERTY(int submissions READ submissions NOTIFY changed FINAL)
    Q_PROPERTY(bool danger READ danger NOTIFY changed FINAL)
    Q_PROPERTY(bool typesName READ typesName NOTIFY changed FINAL)
    Q_PROPERTY(QString mustType READ mustType NOTIFY changed FINAL)
    Q_PROPERTY(bolt::PreviewLines ofJobs READ ofJobs NOTIFY changed FINAL)
    Q_PROPERTY(bolt::PreviewLines codes READ codes NOTIFY changed FINAL)
    Q_PROPERTY(bolt::PreviewLines states READ states NOTIFY changed FINAL)
    Q_PROPERTY(bolt::PreviewLines directories READ directories NOTIFY changed FINAL)
    Q_PROPERTY(bolt::PreviewLines left READ left NOTIFY changed FINAL)
public:
    explicit PreviewScreen(QObject *parent)
        : QObject(parent)
    {
    }

    void show(Preview preview, Confirmation confirmation, const QString &place);
    void close();
    const Preview &preview() const { return m_preview; }

    bool isOpen() const { return m_open; }
    QString verb() const { return wordOf(m_preview.command.verb); }
    bool ofSubmissions() const { return m_preview.ofSubmissions(); }
    int count() const { return m_preview.count(); }
    int jobs() const { return m_preview.jobs; }
    int submissions() const { return m_preview.submissions; }
    bool danger() const { return m_preview.command.verb == Command::Verb::CancelJob; }
    bool typesName() const { return m_confirmation == Confirmation::TypeName; }
    /// Empty: the button alone.
    QString mustType() const;
    PreviewLines ofJobs() const { return PreviewLines::of(m_preview.ofJobs); }
    PreviewLines codes() const { return PreviewLines::of(m_preview.codes); }
    PreviewLines states() const { return PreviewLines::of(m_preview.states); }
    PreviewLines directories() const { return PreviewLines::of(m_preview.directories); }
    PreviewLines left() const { return PreviewLines::of(m_preview.left); }

Q_SIGNALS:
    void changed();

private:
    Preview m_preview;
    Confirmation m_confirmation = Confirmation::None;
    QString m_place;
    bool m_open = false;
};

} // namespace bolt
