// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_why.h"

#include "models/tables/job_facts.h"
#include "models/tables/ticker.h"

#include <algorithm>

namespace bolt {

static_assert(int(JobWhy::Show) == int(WhyStep::Show));

JobWhy::JobWhy(const Store &store, const JobFacts &facts, Ticker &ticker, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_from(facts)
    , m_ticker(ticker)
{
    connect(&store, &Store::changed, this, &JobWhy::onChanged);
    connect(&facts, &JobFacts::aged, this, &JobWhy::onAged);
    connect(&ticker, &Ticker::frame, this, &JobWhy::flush);
}

int JobWhy::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_story.reasons.size()); }

QVariant JobWhy::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const WhyReason &reason = m_story.reasons[size_t(index.row())];
    switch (role) {
    case CountRole:
        return reason.n;
    case WordsRole:
        return reason.words;
    case SinceRole:
        return reason.since;
    case UntilRole:
        return reason.until;
    case StepRole:
        return int(reason.step);
    case SubmissionRole:
        return reason.submission.isNull() ? QString() : reason.submission.toString();
    default:
        return {};
    }
}

QHash<int, QByteArray> JobWhy::roleNames() const
{
    return {{CountRole, "count"}, {WordsRole, "words"}, {SinceRole, "since"},
            {UntilRole, "until"}, {StepRole, "step"},   {SubmissionRole, "submissionId"}};
}

QString JobWhy::sentence() const
{
    QStringList parts{m_story.headline, m_story.last, m_story.next};
    parts.removeAll(QString());
    return parts.join(u' ');
}

void JobWhy::setJobId(const QString &text)
{
    const JobId id = text.isEmpty() ? JobId() : JobId::parse(text);
    if (id == m_job)
        return;
    m_job = id;
    read();
}

void JobWhy::setFrozen(bool frozen)
{
    if (std::exchange(m_frozen, frozen) == frozen)
        return;
    if (!frozen)
        flush();
}

void JobWhy::onChanged(const Changed &changed)
{
    // What it says may change with the crew, with directories, and with the job.
    const auto &touched = changed.touchedJobs;
    if (changed.reset || !changed.directories.empty() || !changed.customers.empty() ||
        std::find(touched.begin(), touched.end(), m_job) != touched.end())
        want();
}

/// It looks at all of the job's submissions: when something that it tells of moved, and for its spans with all others.
void JobWhy::onAged()
{
    using Beat = std::chrono::duration<qint64, std::ratio<10>>;
    const Instant now = m_from.now();
    const auto &comesDue = m_facts.in.holds.changesAt;
    if (std::chrono::floor<Beat>(now) != std::chrono::floor<Beat>(m_readAt) || (comesDue && *comesDue <= now) ||
        m_common != m_from.common() || m_from.moved().contains(m_job) || m_spoken != QLocale())
        want();
}

void JobWhy::want()
{
    if (m_job.isNull())
        return;
    m_dirty = true;
    m_ticker.requestFrame();
}

void JobWhy::flush()
{
    if (!m_frozen && std::exchange(m_dirty, false))
        read();
}

QString JobWhy::directoryName(DirectoryId id) const
{
    const Directory *directory = m_store.directories().find(id);
    return directory ? directory->name : QString();
}

void JobWhy::read()
{
    m_readAt = m_from.now();
    m_common = m_from.common();
    m_spoken = QLocale();
    const Job *job = m_job.isNull() ? nullptr : m_store.jobs().find(m_job);
    WhyFacts facts;
    WhyStory story;
    QString name, answer;
    if (job) {
        facts.in = m_from.closeLook(*job);
        facts.standing = standingOf(facts.in);
        const JobCounts counts = m_store.counts(job->id);
        facts.done = facts.in.countsKnown ? counts[JobCounts::Approved] + counts[JobCounts::Submitted]
                                          : job->directoriesCompleted;
        facts.total = job->directoriesTotal;
        facts.stateWord = job->stateWord;
        facts.completedAt = job->completedAt;
        facts.reopenedBy = job->reopenedBy;
        if (const Package *package = m_store.packages().find(job->package))
            facts.concurrency = package->concurrency;
        if (const auto &last = facts.in.holds.last)
            facts.lastDirectory = directoryName(last->directory);
        facts.nextDirectory = directoryName(facts.in.holds[facts.in.holds.firstTimed()].directory);
        facts.fleetPerMinute = m_from.ends().perMinute().value_or(0);
        if (const Customer *customer = m_store.customers().find(job->customer))
            name = customer->companyName;
        story = JobWords::story(facts);
        answer = JobWords::answer(facts, name, job->completedAt ? std::nullopt : job->dueAt);
    }
    m_known = job != nullptr;
    m_facts = std::move(facts);
    m_customer = name;
    m_answer = answer;
    auto reasons = std::move(story.reasons);
    story.reasons = std::move(m_story.reasons);
    m_story = std::move(story);
    setReasons(std::move(reasons));
    Q_EMIT changed();
}

/// The same kinds in the same order stay the rows they are.
void JobWhy::setReasons(std::vector<WhyReason> reasons)
{
    const auto sameKind = [](const WhyReason &a, const WhyReason &b) { return a.kind == b.kind; };
    auto &shown = m_story.reasons;
    if (!std::equal(shown.begin(), shown.end(), reasons.begin(), reasons.end(), sameKind)) {
        beginResetModel();
        shown = std::move(reasons);
        endResetModel();
        return;
    }
    for (size_t row = 0; row < shown.size(); ++row) {
        if (shown[row] == reasons[row])
            continue;
        shown[row] = std::move(reasons[row]);
        Q_EMIT dataChanged(index(int(row)), index(int(row)));
    }
}

} // namespace bolt
