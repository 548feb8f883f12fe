// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/job_filter.h"

#include "models/domain/fold.h"
#include "models/domain/pending_words.h"
#include "models/tables/job_row.h"

#include <algorithm>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostTyped = 200; ///< units of UTF-16
constexpr qsizetype leastOfAnId = 8, lengthOfAnId = 32;

bool stands(const JobRow &row, std::initializer_list<Standing> any)
{
    return std::find(any.begin(), any.end(), row.standing.kind) != any.end();
}

/// What a row can be, by a name that staff say aloud. More than one can hold.
struct Condition
{
    const char *name;
    bool (*holds)(const JobRow &row);
    bool shown = true; ///< the row says it; else it is found by `status:` alone
};
constexpr Condition conditions[] = {
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "paused"), [](const JobRow &r) { return r.job.state == JobState::Paused; }},
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "stuck"), [](const JobRow &r) { return stands(r, {Standing::Stuck}); }},
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "failed"), [](const JobRow &r) { return r.failedCount() > 0; }},
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "queued"),
     [](const JobRow &r) {
         return r.job.state == JobState::Pending || stands(r, {Standing::Queued, Standing::NoWorker});
     }},
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "running"), [](const JobRow &r) { return stands(r, {Standing::Running}); }},
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "in progress"),
     [](const JobRow &r) { return r.job.state == JobState::InProgress; }, false},
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "needs you"),
     [](const JobRow &r) {
         return stands(r, {Standing::NeedsPerson, Standing::ForGood});
     }},
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "failed for good"),
     [](const JobRow &r) { return stands(r, {Standing::ForGood}); }},
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "no worker"),
     [](const JobRow &r) { return r.standing.noWorker || stands(r, {Standing::NoWorker}); }},
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "waiting"),
     [](const JobRow &r) {
         return stands(r, {Standing::ShutOff, Standing::RateLimited, Standing::RetryWait});
     }},
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "directories shut off"),
     [](const JobRow &r) { return stands(r, {Standing::ShutOff}); }},
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "rate limit"),
     [](const JobRow &r) { return stands(r, {Standing::RateLimited}); }},
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "retry wait"),
     [](const JobRow &r) { return stands(r, {Standing::RetryWait}); }},
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "being closed"),
     [](const JobRow &r) { return stands(r, {Standing::Finishing}); }},
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "refused"),
     [](const JobRow &r) { return !r.refused.isEmpty() && r.pendingVerb.isEmpty(); }},
    {QT_TRANSLATE_NOOP("bolt::JobFilter", "estimating"),
     [](const JobRow &r) { return r.standing.left == LeftKind::Estimating; }},
};
static_assert(std::size(conditions) <= 32);

/// `rate-limit` and `in_progress` are the same as "rate limit" and "in progress".
QString blanked(QStringView word)
{
    QString text = word.toString();
    text.replace(u'_', u' ').replace(u'-', u' ');
    return text.simplified();
}

/// The beginning of an id without its dashes; nothing where it cannot be one.
QString idTyped(const QString &word)
{
    QString id = word;
    id.remove(u'-');
    const bool hex =
        std::all_of(id.begin(), id.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    return hex && id.size() >= leastOfAnId && id.size() <= lengthOfAnId ? id : QString();
}

} // namespace

JobFilter::JobFilter(const QString &typed)
{
    const QString text = folded(QStringView(typed).left(mostTyped));
    QString word;
    bool inQuotes = false, quoted = false;
    const auto end = [&] {
        add(std::exchange(word, {}), std::exchange(quoted, false));
        inQuotes = false;
    };
    for (const QChar c : text) {
        // A quote inside of a word is what it is: 12" long.
        if (c == u'"' && inQuotes) {
            end();
        } else if (c == u'"' && (word.isEmpty() || word.endsWith(u':'))) {
            inQuotes = true;
            quoted = word.isEmpty();
        } else if (!inQuotes && (c.isSpace() || c.category() == QChar::Other_Control)) {
            end();
        } else {
            word += c;
        }
    }
    end();
}

void JobFilter::add(const QString &typed, bool quoted)
{
    const QString word = typed.simplified();
    if (word.isEmpty())
        return;
    const qsizetype colon = quoted ? -1 : word.indexOf(u':');
    if (colon > 0) {
        const QStringView key = QStringView(word).first(colon);
        const auto isKey = [&](QStringView name, const QString &said) { return key == name || key == folded(said); };
        if (isKey(u"status", tr("status", "before a colon in a filter: status:paused")) ||
            isKey(u"state", tr("state", "before a colon in a filter: state:paused"))) {
            Term term;
            const QStringView values = QStringView(word).sliced(colon + 1);
            for (const QStringView value : values.split(u',', Qt::SkipEmptyParts))
                term.conditions |= conditionsBegunBy(blanked(value));
            if (!blanked(values).isEmpty()) // nothing is asked for yet
                m_terms.push_back(term);
            return;
        }
    }
    m_terms.push_back({word, quoted ? QString() : idTyped(word), conditionsCalled(word)});
}

/// Those whose name begins so.
quint32 JobFilter::conditionsBegunBy(QStringView word)
{
    quint32 bits = 0;
    for (size_t i = 0; i < std::size(conditions); ++i) {
        const char *name = conditions[i].name;
        const bool begun = QString::fromLatin1(name).startsWith(word) || folded(tr(name)).startsWith(word);
        bits |= begun ? quint32(1) << i : 0;
    }
    return bits;
}

/// Those whose name is the word, or has it among its words; a part of one is more often a part of somebody's name.
quint32 JobFilter::conditionsCalled(QStringView word)
{
    const auto has = [word](const QString &name) { return name == word || name.split(u' ').contains(word); };
    quint32 bits = 0;
    for (size_t i = 0; i < std::size(conditions); ++i) {
        const char *name = conditions[i].name;
        const bool called = has(QString::fromLatin1(name)) || has(folded(tr(name)));
        bits |= called && conditions[i].shown ? quint32(1) << i : 0;
    }
    return bits;
}

bool JobFilter::holds(const JobRow &row, const QString &text) const
{
    const auto isAny = [&row](quint32 bits) {
        for (size_t i = 0; i < std::size(conditions); ++i) {
            if ((bits >> i & 1) && conditions[i].holds(row))
                return true;
        }
        return false;
    };
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) {
        return (!term.word.isEmpty() && text.contains(term.word)) || isAny(term.conditions) ||
               (!term.id.isEmpty() && row.job.id.toString().remove(u'-').startsWith(term.id));
    });
}

QString JobFilter::textOf(const JobRow &row)
{
    QString text;
    for (const QString &part : {row.customer, row.packageName, row.job.worker.toString(), row.why, row.left,
                                pendingWords(row.pendingVerb), row.refused}) {
        text += folded(part).simplified();
        text += u'\n'; // no phrase reaches from one into the next
    }
    return text;
}

quint64 JobFilter::textFields()
{
    quint64 bits = 0;
    for (const auto field : {JobRow::CustomerField, JobRow::PackageNameField, JobRow::WorkerField, JobRow::WhyField,
                             JobRow::LeftField, JobRow::PendingVerbField, JobRow::RefusedField})
        bits |= quint64(1) << field;
    return bits;
}

} // namespace bolt
