// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace bolt {

/// Enums of the domain as translated words and names of icons. Ints are the domain's values (JobState, SubmissionState,
/// JobCounts::Bucket, ErrorClass, LinkPhase, ActionStatus::Phase, Role). A state this version does not know is shown by
/// the server's own word. Stateless; main thread.
class Words : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    /// How something is: the text colour and weight a page may choose by it.
    enum Tone { Neutral, Good, Submitted, Bad, Warn, Manual, Idle };
    Q_ENUM(Tone)

    Q_INVOKABLE QString jobState(int state, const QString &word) const;
    /// By the wire's word.
    Q_INVOKABLE QString jobStateOf(const QString &word) const;
    Q_INVOKABLE QString jobStateIcon(int state) const;
    Q_INVOKABLE int jobStateTone(int state) const;
    /// By Standing: who needs a hand stands out.
    Q_INVOKABLE QString standingIcon(int standing) const;
    Q_INVOKABLE int standingTone(int standing) const;
    Q_INVOKABLE QString submissionState(int state, const QString &word = {}) const;
    /// By the wire's word.
    Q_INVOKABLE QString submissionStateOf(const QString &word) const;
    Q_INVOKABLE int submissionTone(int state) const;
    /// Legend words of the buckets: approved, submitted, failed, retry, person, now, waiting, skipped, other.
    Q_INVOKABLE QString bucket(int bucket) const;
    Q_INVOKABLE int bucketTone(int bucket) const;
    /// What an error of this class means, and what of `verbs` (submissions.retry …; those that may be done now) would
    /// do about it. `triesAgain`: it is tried again by itself.
    Q_INVOKABLE QString advice(int errorClass, bool triesAgain, const QStringList &verbs) const;
    Q_INVOKABLE QString errorClass(int errorClass) const;
    /// SELECTOR_NOT_FOUND as it is said: "form changed". What is no code stays as it came.
    Q_INVOKABLE QString error(const QString &code) const;
    /// The same with the code beside it, where that identifies something: "form changed (SELECTOR_NOT_FOUND)".
    Q_INVOKABLE QString errorAndCode(const QString &code) const;
    Q_INVOKABLE QString linkPhase(int phase) const;
    Q_INVOKABLE QString actionPhase(int phase) const;
    /// "Retry submissions" … by the verb's stable word (submissions.retry, jobs.pause, …).
    Q_INVOKABLE QString verb(const QString &word) const;
    /// What an action did, by its verb: "5 submissions queued for retry".
    Q_INVOKABLE QString done(const QString &verb, int n) const;
    /// "Retrying …" while it is under way.
    Q_INVOKABLE QString verbPending(const QString &word) const;
    /// "Pause 3 jobs": a wish before it is confirmed.
    Q_INVOKABLE QString asked(const QString &verb, int things) const;
    /// "Pausing 3 jobs": a wish that is held.
    Q_INVOKABLE QString held(const QString &verb, int things) const;
    /// "held, sent in 6 s"; 0: the link is away.
    Q_INVOKABLE QString heldUntil(double untilMs, double now) const;
    /// "Type 40 to cancel 40 jobs".
    Q_INVOKABLE QString typeCount(const QString &verb, const QString &count, int things) const;
    /// "14 left out: 12 a person must act, 2 asked for already", empty when nobody is. By PreviewScreen's reasons.
    Q_INVOKABLE QString leftOut(const QStringList &reasons, const QList<int> &counts, int others) const;
    Q_INVOKABLE QString role(int role) const;
    /// The reason key of ActionsScreen::whyNot ("role:manager") as a sentence; empty for "".
    Q_INVOKABLE QString whyNot(const QString &key) const;
    /// "Can't retry: needs manual verification." by verb and reason key.
    Q_INVOKABLE QString cannot(const QString &verb, const QString &key) const;
    /// Keys as they are printed on a keyboard of this language: "Ctrl+K" is "Strg+K" on a German one.
    Q_INVOKABLE QString keys(const QString &keys) const;
    /// The name; where the server sent none, that.
    Q_INVOKABLE QString customer(const QString &name) const;
    /// With or without its schema.
    Q_INVOKABLE QString table(const QString &qualified) const;
    Q_INVOKABLE QString tables(const QStringList &wireNames) const;
};

} // namespace bolt
