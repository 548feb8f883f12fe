// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/wire/row_reader.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace bolt::wire {

namespace {

namespace ondemand = simdjson::ondemand;

constexpr int maxFields = 512;
constexpr size_t maxLearned = 96;
constexpr int deletedAt = 62; ///< bit of the one column that is in no record
constexpr int ignored = -1;

using Why = OddCell::Why;

template<class R>
struct Column
{
    std::string_view name;
    /// Leaves the member alone unless it answers None or Exact.
    Why (*read)(R &record, const JsonToken &token, const TableNaming &naming);
    bool nested = false; ///< a jsonb: the token is all of it
};

// What a token is not that is none of that type.
constexpr Why wrong(const QString &) { return Why::NoText; }
constexpr Why wrong(bool) { return Why::NoTruth; }
template<class T>
constexpr Why wrong(const T &)
{
    return Why::NoNumber;
}
constexpr Why wrong(const Instant &) { return Why::NoTime; }
constexpr Why wrong(const std::optional<Instant> &) { return Why::NoTime; }
template<class Tag>
constexpr Why wrong(const Id<Tag> &)
{
    return Why::NoId;
}
template<class Tag>
constexpr Why wrong(const TextId<Tag> &)
{
    return Why::NoId;
}

/// Without a value of its own for "nothing".
template<class T>
constexpr bool mustBe = std::is_arithmetic_v<T> || std::is_same_v<T, Instant>;

template<class T>
Why readCell(const JsonToken &token, T &out)
{
    if (mustBe<T> && token.isNull())
        return Why::Missing;
    if (!readToken(token, out)) {
        const Why why = wrong(out);
        return why == Why::NoNumber && token.number() ? Why::Beyond : why;
    }
    if constexpr (std::is_same_v<T, double>)
        return isExact(token, out) ? Why::None : Why::Exact;
    if constexpr (std::is_same_v<T, std::optional<float>>)
        return !out || isExact(token, *out) ? Why::None : Why::Exact;
    return Why::None;
}

template<auto Member, class R>
Why plain(R &record, const JsonToken &token, const TableNaming &)
{
    return readCell(token, record.*Member);
}

/// What it names must be there.
template<auto Member, class R>
Why owner(R &record, const JsonToken &token, const TableNaming &)
{
    return token.isNull() ? Why::Missing : readCell(token, record.*Member);
}

/// A status word: a newer server's word is kept as it came, never refused (contracts/domain.md, States).
template<class R, class State>
Why readState(R &record, const JsonToken &token, const TableNaming &naming, State (*parse)(QStringView),
              State R::*state, QString R::*word)
{
    QString text;
    if (token.isNull())
        return Why::Missing;
    if (!readToken(token, text))
        return Why::NoText;
    for (const auto &alias : naming.words) {
        if (text == QLatin1StringView(alias.theirs.data(), static_cast<qsizetype>(alias.theirs.size()))) {
            text = QString::fromStdString(alias.ours);
            break;
        }
    }
    record.*state = parse(text);
    record.*word = record.*state == State::Unknown ? text : QString();
    return Why::None;
}

Why readJobState(Job &r, const JsonToken &token, const TableNaming &naming)
{
    return readState(r, token, naming, jobState, &Job::state, &Job::stateWord);
}
Why readSubmissionState(Submission &r, const JsonToken &token, const TableNaming &naming)
{
    return readState(r, token, naming, submissionState, &Submission::state, &Submission::stateWord);
}
Why readWorkerState(Worker &r, const JsonToken &token, const TableNaming &naming)
{
    return readState(r, token, naming, workerState, &Worker::state, &Worker::stateWord);
}
Why readOutcome(EndedAttempt &r, const JsonToken &token, const TableNaming &naming)
{
    return readState(r, token, naming, attemptOutcome, &EndedAttempt::outcome, &EndedAttempt::outcomeWord);
}
Why readCircuit(Directory &r, const JsonToken &token, const TableNaming &naming)
{
    return readState(r, token, naming, circuitState, &Directory::circuit, &Directory::circuitWord);
}

constexpr Column<Package> packageColumns[] = {
    {"id", plain<&Package::id>},
    {"version", plain<&Package::version>},
    {"updated_at", plain<&Package::updatedAt>},
    {"name", plain<&Package::name>},
    {"price_cents", plain<&Package::priceCents>},
    {"currency", plain<&Package::currency>},
    {"directory_limit", plain<&Package::directoryLimit>},
    {"max_directory_tier", plain<&Package::maxDirectoryTier>},
    {"priority", plain<&Package::priority>},
    {"sla_hours", plain<&Package::slaHours>},
    {"concurrency", plain<&Package::concurrency>},
    {"max_attempts", plain<&Package::maxAttempts>},
};
constexpr Column<Customer> customerColumns[] = {
    {"id", plain<&Customer::id>},
    {"version", plain<&Customer::version>},
    {"updated_at", plain<&Customer::updatedAt>},
    {"company_name", plain<&Customer::companyName>},
    {"email", plain<&Customer::email>},
    {"website", plain<&Customer::website>},
    {"package_id", plain<&Customer::package>},
    {"directories_used", plain<&Customer::directoriesUsed>},
    {"status", plain<&Customer::status>},
    {"created_at", plain<&Customer::createdAt>},
};
constexpr Column<Directory> directoryColumns[] = {
    {"id", plain<&Directory::id>},
    {"version", plain<&Directory::version>},
    {"updated_at", plain<&Directory::updatedAt>},
    {"name", plain<&Directory::name>},
    {"website", plain<&Directory::website>},
    {"category", plain<&Directory::category>},
    {"da_score", plain<&Directory::daScore>},
    {"priority_tier", plain<&Directory::priorityTier>},
    {"is_active", plain<&Directory::active>},
    {"circuit_state", readCircuit},
    {"circuit_open_until", plain<&Directory::circuitOpenUntil>},
};
/// `version` names two things here: a number is the row's version, a text the worker's software (contracts/domain.md
/// has both).
Why readWorkerVersion(Worker &r, const JsonToken &token, const TableNaming &)
{
    return token.isString() ? readCell(token, r.softwareVersion) : readCell(token, r.version);
}

constexpr Column<Worker> workerColumns[] = {
    {"id", plain<&Worker::id>},
    {"version", readWorkerVersion},
    {"updated_at", plain<&Worker::updatedAt>},
    {"status", readWorkerState},
    {"software_version", plain<&Worker::softwareVersion>},
    {"current_submission_id", plain<&Worker::currentSubmission>},
    {"heartbeat_at", plain<&Worker::heartbeatAt>},
    {"processed", plain<&Worker::processed>},
    {"failed", plain<&Worker::failed>},
};
/// A name as it can be kept: QJson lets half a pair through.
QString nameOf(const QJsonValue &value)
{
    constexpr qsizetype most = Job::pausedByLimit;
    QString name = value.toString();
    if (name.size() > most)
        name.truncate(name[most - 1].isHighSurrogate() ? most - 1 : most);
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i].isHighSurrogate() && i + 1 < name.size() && name[i + 1].isLowSurrogate())
            ++i;
        else if (name[i].isSurrogate())
            name[i] = QChar::ReplacementCharacter;
    }
    return name;
}

/// `metadata.pause` {by, at}: who paused the job, and `reopened` {by}: who reopened it. All else in there is the
/// backend's own, and whatever it is, the row can be read.
Why readMetadata(Job &r, const JsonToken &token, const TableNaming &)
{
    r.pausedBy.clear();
    r.pausedAt.reset();
    r.reopenedBy.clear();
    const auto raw = token.raw();
    if (raw.size() > maxTextBytes ||
        (raw.find("\"pause\"") == std::string_view::npos && raw.find("\"reopened\"") == std::string_view::npos))
        return Why::None;
    const auto metadata = QJsonDocument::fromJson({raw.data(), static_cast<qsizetype>(raw.size())}).object();
    const QJsonObject pause = metadata[QLatin1StringView("pause")].toObject();
    r.pausedBy = nameOf(pause[QLatin1StringView("by")]);
    r.pausedAt = parseInstant(pause[QLatin1StringView("at")].toString());
    const QJsonObject reopened = metadata[QLatin1StringView("reopened")].toObject();
    r.reopenedBy = nameOf(reopened[QLatin1StringView("by")]);
    return Why::None;
}

constexpr Column<Job> jobColumns[] = {
    {"id", plain<&Job::id>},
    {"version", plain<&Job::version>},
    {"updated_at", plain<&Job::updatedAt>},
    {"customer_id", owner<&Job::customer>},
    {"package_type", owner<&Job::package>},
    {"status", readJobState},
    {"priority_score", plain<&Job::priorityScore>},
    {"priority_override", plain<&Job::priorityOverride>},
    {"directories_total", plain<&Job::directoriesTotal>},
    {"directories_completed", plain<&Job::directoriesCompleted>},
    {"directories_failed", plain<&Job::directoriesFailed>},
    {"progress", plain<&Job::progress>},
    {"current_directory", plain<&Job::currentDirectory>},
    {"worker_id", plain<&Job::worker>},
    {"due_at", plain<&Job::dueAt>},
    {"started_at", plain<&Job::startedAt>},
    {"completed_at", plain<&Job::completedAt>},
    {"metadata", readMetadata, true},
    {"created_at", plain<&Job::createdAt>},
};
constexpr Column<Submission> submissionColumns[] = {
    {"id", plain<&Submission::id>},
    {"version", plain<&Submission::version>},
    {"updated_at", plain<&Submission::updatedAt>},
    {"submission_queue_id", owner<&Submission::job>},
    {"customer_id", owner<&Submission::customer>},
    {"directory_id", owner<&Submission::directory>},
    {"status", readSubmissionState},
    {"attempt", plain<&Submission::attempt>},
    {"max_attempts", plain<&Submission::maxAttempts>},
    {"last_error_code", plain<&Submission::lastErrorCode>},
    {"next_retry_at", plain<&Submission::nextRetryAt>},
    {"success_probability", plain<&Submission::successProbability>},
    {"processing_ms", plain<&Submission::processingMs>},
    {"submitted_at", plain<&Submission::submittedAt>},
    {"approved_at", plain<&Submission::approvedAt>},
    {"failed_at", plain<&Submission::failedAt>},
    {"created_at", plain<&Submission::createdAt>},
};

constexpr Column<EndedAttempt> attemptColumns[] = {
    {"id", plain<&EndedAttempt::id>},
    {"version", plain<&EndedAttempt::version>},
    {"updated_at", plain<&EndedAttempt::updatedAt>},
    {"submission_id", owner<&EndedAttempt::submission>},
    {"job_id", plain<&EndedAttempt::job>},
    {"customer_id", plain<&EndedAttempt::customer>},
    {"directory_id", plain<&EndedAttempt::directory>},
    {"attempt", plain<&EndedAttempt::attempt>},
    {"ended_at", plain<&EndedAttempt::endedAt>},
    {"ms", plain<&EndedAttempt::ms>},
    {"outcome", readOutcome},
    {"code", plain<&EndedAttempt::code>},
};

// The first three columns of every list are these, so that version scans need no record type.
constexpr int idColumn = 0;
constexpr int versionColumn = 1;
constexpr int updatedAtColumn = 2;

template<class R>
constexpr auto columnsOf()
{
    if constexpr (std::is_same_v<R, Package>)
        return std::span<const Column<R>>(packageColumns);
    else if constexpr (std::is_same_v<R, Customer>)
        return std::span<const Column<R>>(customerColumns);
    else if constexpr (std::is_same_v<R, Directory>)
        return std::span<const Column<R>>(directoryColumns);
    else if constexpr (std::is_same_v<R, Worker>)
        return std::span<const Column<R>>(workerColumns);
    else if constexpr (std::is_same_v<R, Job>)
        return std::span<const Column<R>>(jobColumns);
    else if constexpr (std::is_same_v<R, Submission>)
        return std::span<const Column<R>>(submissionColumns);
    else
        return std::span<const Column<R>>(attemptColumns);
}

QString columnText(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(std::min<size_t>(name.size(), 64)));
}

void degrade(Row &row, Degraded why, std::string_view column)
{
    if (row.degraded != Degraded::No)
        return;
    row.degraded = why;
    row.detail = columnText(column);
}

/// As much of a cell as is kept beside its record.
QString cellText(std::string_view raw)
{
    const JsonToken token(raw);
    auto text = token.isString() ? token.toText() : std::nullopt;
    if (!text)
        text = QString::fromUtf8(raw.data(), static_cast<qsizetype>(std::min<size_t>(raw.size(), maxTextBytes)));
    return text->left(OddCell::textLimit);
}

/// All of a value, whatever it is.
std::string_view rawOf(ondemand::field &field)
{
    std::string_view raw = field.value().raw_json_token();
    std::string_view whole;
    if (!raw.empty() && (raw.front() == '{' || raw.front() == '[') &&
        !simdjson::to_json_string(field.value()).get(whole))
        return whole;
    return raw;
}

/// What is known of a row however broken the rest of it is.
template<class R>
void takeHead(const R &record, ColumnMask seen, Row &row)
{
    if (!record.id.isNull())
        row.key = Key(record.id);
    // A worker without a version of the row may have one of its software under that name.
    if ((seen & (1u << versionColumn)) && (!std::is_same_v<R, Worker> || record.version != 0))
        row.version = record.version;
    if (seen & (1u << updatedAtColumn))
        row.updatedAt = record.updatedAt;
}

} // namespace

RowReader::RowReader(const Naming &naming)
    : m_naming(naming)
{
}

ColumnMask RowReader::recordColumns(Table table)
{
    return withRecordOf(table, []<class R>() { return (ColumnMask(1) << columnsOf<R>().size()) - 1; });
}

std::vector<std::string_view> RowReader::columnNames(Table table)
{
    return withRecordOf(table, []<class R>() {
        std::vector<std::string_view> names;
        for (const auto &column : columnsOf<R>())
            names.push_back(column.name);
        return names;
    });
}

int RowReader::columnOf(Table table, std::string_view name) const
{
    if (name == "deleted_at")
        return deletedAt;
    std::string_view ours = name;
    for (const auto &alias : m_naming.of(table).columns) {
        if (alias.theirs == name) {
            ours = alias.ours;
            break;
        }
    }
    return withRecordOf(table, [ours]<class R>() {
        const auto columns = columnsOf<R>();
        for (size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].name == ours)
                return static_cast<int>(i);
        }
        return ignored;
    });
}

ColumnMask RowReader::bitOf(Table table, std::string_view name) const
{
    const int column = columnOf(table, name);
    return column < 0 ? 0 : ColumnMask(1) << column;
}

int RowReader::guess(Order &order, Table table, std::string_view name)
{
    if (order.next < order.keys.size() && order.keys[order.next].name == name)
        return order.keys[order.next++].column;
    for (size_t i = 0; i < order.keys.size(); ++i) {
        if (order.keys[i].name == name) {
            order.next = i + 1;
            return order.keys[i].column;
        }
    }
    const int column = columnOf(table, name);
    if (order.keys.size() < maxLearned && name.size() <= 64)
        order.keys.push_back({std::string(name), column});
    order.next = order.keys.size();
    return column;
}

bool RowReader::read(Table table, simdjson::ondemand::object &object, ColumnMask promised, Source source, Row &row)
{
    return withRecordOf(table, [&]<class R>() {
        constexpr auto columns = columnsOf<R>();
        const auto &naming = m_naming.of(table);
        auto &order = m_orders[static_cast<size_t>(table)];
        order.next = 0;
        m_odd.clear();
        m_filled = 0;
        R record;
        ColumnMask seen = 0;
        ColumnMask bad = 0;
        int fields = 0;
        for (auto entry : object) {
            ondemand::field field;
            if (std::move(entry).get(field) || ++fields > maxFields)
                return false;
            std::string_view name;
            if (field.unescaped_key().get(name))
                continue;
            const int column = guess(order, table, name);
            if (column == ignored)
                continue;
            if (column == deletedAt) {
                row.removed = !JsonToken(field.value().raw_json_token()).isNull();
                continue;
            }
            std::string_view raw = field.value().raw_json_token();
            if (columns[static_cast<size_t>(column)].nested && simdjson::to_json_string(field.value()).get(raw))
                return false;
            const auto bit = ColumnMask(1) << column;
            if (seen & bit)
                std::erase_if(m_odd, [column](const Odd &odd) { return odd.column == column; });
            seen |= bit;
            bad &= ~bit;
            const JsonToken token(raw);
            if (!token.isNull())
                m_filled |= bit;
            const Why why = columns[static_cast<size_t>(column)].read(record, token, naming);
            if (why == Why::None)
                continue;
            m_odd.push_back({column, why, rawOf(field)});
            if (why != Why::Exact)
                bad |= bit;
        }
        for (size_t i = 0; i < columns.size(); ++i) {
            if ((promised & (ColumnMask(1) << i)) && !(seen & (ColumnMask(1) << i)))
                m_odd.push_back({static_cast<int>(i), Why::Missing, {}});
        }
        takeHead(record, seen & ~bad, row);
        for (const Odd &odd : m_odd) {
            if (source == Source::Answer || odd.why == Why::Exact || odd.why == Why::Beyond)
                continue;
            // Null is a value, missing is not.
            if (odd.why != Why::Missing)
                degrade(row, Degraded::Unreadable, columns[static_cast<size_t>(odd.column)].name);
            else if (odd.raw.empty())
                degrade(row, Degraded::Incomplete, columns[static_cast<size_t>(odd.column)].name);
        }
        if (!row.key)
            degrade(row, (seen & 1u) ? Degraded::Unreadable : Degraded::Incomplete, columns[idColumn].name);
        if (!row.key && source == Source::Answer && !m_odd.empty() && m_odd.front().column == idColumn)
            row.detail += QStringLiteral(" “%1”").arg(cellText(m_odd.front().raw).left(64));
        if (row.degraded != Degraded::No)
            return true;
        if (!m_odd.empty()) {
            std::vector<OddCell> cells;
            for (const Odd &odd : m_odd)
                cells.push_back({columnText(columns[static_cast<size_t>(odd.column)].name),
                                 odd.why == Why::Missing ? QString() : cellText(odd.raw), odd.why});
            record.odd = OddCells(std::move(cells));
        }
        row.record = Record(std::move(record));
        return true;
    });
}

bool RowReader::readVersion(Table table, simdjson::ondemand::object &object, Row &row)
{
    return withRecordOf(table, [&]<class R>() {
        constexpr auto columns = columnsOf<R>();
        const auto &naming = m_naming.of(table);
        R record;
        ColumnMask seen = 0;
        int fields = 0;
        for (auto entry : object) {
            ondemand::field field;
            if (std::move(entry).get(field) || ++fields > maxFields)
                return false;
            std::string_view name;
            if (field.unescaped_key().get(name))
                continue;
            const int column = columnOf(table, name);
            if (column == ignored || (column > updatedAtColumn && column != deletedAt))
                continue;
            const JsonToken token(field.value().raw_json_token());
            if (column == deletedAt)
                row.removed = !token.isNull();
            else if (columns[static_cast<size_t>(column)].read(record, token, naming) == Why::None)
                seen |= ColumnMask(1) << column; // a version that cannot be read is none, and the row is read whole
        }
        takeHead(record, seen, row);
        if (!row.key)
            degrade(row, Degraded::Incomplete, columns[idColumn].name);
        return true;
    });
}

} // namespace bolt::wire
