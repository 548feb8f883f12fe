// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/board_bytes.h"

#include "bench/stream_bytes.h"

#include <QDateTime>

namespace bolt::bench {

namespace {

constexpr const char *words[] = {"pending", "submitting", "submitted", "approved", "failed"};
enum State : quint8 { Pending, Submitting, Submitted, Approved, Failed };

QByteArray at(qint64 secondsAgo)
{
    const auto time = QDateTime::currentDateTimeUtc().addSecs(-secondsAgo).toString(Qt::ISODateWithMs).toLatin1();
    return time.chopped(1) + "456+00:00";
}

QByteArray text(const QByteArray &name, const QByteArray &value) { return ",\"" + name + "\":\"" + value + '"'; }
QByteArray bare(const QByteArray &name, const QByteArray &value) { return ",\"" + name + "\":" + value; }
QByteArray number(const QByteArray &name, qint64 value) { return bare(name, QByteArray::number(value)); }

QByteArray workerName(int n) { return "worker-" + QByteArray::number(n + 1).rightJustified(2, '0'); }
QByteArray directoryName(int n) { return "Directory " + QByteArray::number(n + 1); }

} // namespace

BoardBytes::BoardBytes(Plan plan)
    : m_plan(std::move(plan))
    , m_created(at(3600))
    , m_states(size_t(m_plan.jobs) * size_t(m_plan.each), Pending)
    , m_done(size_t(m_plan.jobs), 0)
{
}

void BoardBytes::frame(QByteArray &out, const QByteArray &table, const QByteArray &type, const QByteArray &key,
                       const QByteArray &fields)
{
    const QByteArray now = at(0);
    appendTextFrame(out, "[null,null,\"" + m_plan.topic + "\",\"postgres_changes\",{\"ids\":[" +
                             QByteArray::number(m_plan.bindings.value(table)) +
                             "],\"data\":{\"schema\":\"public\",\"table\":\"" + table + "\",\"commit_timestamp\":\"" +
                             now + "\",\"type\":\"" + type +
                             "\",\"columns\":[{\"name\":\"id\",\"type\":\"text\"}],\"record\":{" + key + fields +
                             text("created_at", m_created) + text("updated_at", now) + number("version", ++m_version) +
                             ",\"deleted_at\":null},\"errors\":null}}]");
}

QByteArray BoardBytes::submission(int row) const
{
    const State state = State(m_states[size_t(row)]);
    const bool sent = state == Submitted || state == Approved;
    return text("submission_queue_id", benchId('a', row / m_plan.each)) +
           text("customer_id", benchId('b', row / m_plan.each)) +
           text("directory_id", benchId('d', row % m_plan.directories)) + text("status", words[state]) +
           number("attempt", state == Pending ? 0 : 1) + number("max_attempts", 4) + bare("next_retry_at", "null") +
           bare("success_probability", "0.8125") + number("processing_ms", 41250) +
           (state == Failed ? text("last_error_code", "CAPTCHA") : bare("last_error_code", "null")) +
           (sent ? text("submitted_at", at(0)) : bare("submitted_at", "null")) +
           (state == Approved ? text("approved_at", at(0)) : bare("approved_at", "null")) +
           (state == Failed ? text("failed_at", at(0)) : bare("failed_at", "null")) + bare("error_log", "[]") +
           bare("listing_data", "{}");
}

QByteArray BoardBytes::job(int n) const
{
    const int done = m_done[size_t(n)] % (m_plan.each + 1);
    return text("customer_id", benchId('b', n)) + text("package_type", "growth") + text("status", "in_progress") +
           bare("priority_score", "2.5") + bare("priority_override", "null") +
           number("directories_total", m_plan.each) + number("directories_completed", done) +
           number("directories_failed", 0) + number("progress", done * 100 / m_plan.each) +
           text("current_directory", directoryName(done)) + text("worker_id", workerName(n % m_plan.workers)) +
           text("due_at", at(n < m_plan.late ? 600 : -86400 - n)) + text("started_at", at(3600)) +
           bare("completed_at", "null") + bare("metadata", "{}");
}

QByteArray BoardBytes::rows()
{
    QByteArray out;
    const auto insert = [&](const QByteArray &table, const QByteArray &id, const QByteArray &fields) {
        frame(out, table, "INSERT", "\"id\":\"" + id + '"', fields);
    };
    insert("packages", "growth",
           text("name", "Growth") + number("price_cents", 7999) + text("currency", "USD") +
               number("directory_limit", 100) + number("max_directory_tier", 2) + number("priority", 3) +
               number("sla_hours", 120) + number("concurrency", 2) + number("max_attempts", 4));
    for (int n = 0; n < m_plan.jobs; ++n)
        insert("customers", benchId('b', n),
               text("company_name", "Customer " + QByteArray::number(n + 1)) + text("email", "who@example.com") +
                   text("website", "https://example.com") + text("package_id", "growth") +
                   number("directories_used", m_plan.each) + text("status", "active"));
    for (int n = 0; n < m_plan.directories; ++n)
        insert("directories", benchId('d', n),
               text("name", directoryName(n)) + text("website", "https://example.org") + text("category", "general") +
                   number("da_score", n % 100) + number("priority_tier", 1 + n % 5) + bare("is_active", "true") +
                   text("circuit_state", "closed") + bare("circuit_open_until", "null"));
    for (int n = 0; n < m_plan.workers; ++n)
        insert("workers", workerName(n),
               text("status", "online") + text("software_version", "1.0") + bare("current_submission_id", "null") +
                   text("heartbeat_at", at(-3600)) + number("processed", 0) + number("failed", 0));
    for (int n = 0; n < m_plan.jobs; ++n)
        insert("jobs", benchId('a', n), job(n));
    for (int row = 0; row < int(m_states.size()); ++row)
        insert("directory_submissions", rowId(row), submission(row));
    return out;
}

QByteArray BoardBytes::changes(int count)
{
    QByteArray out;
    for (int i = 0; i < count; ++i) {
        const qint64 n = m_changes++;
        // A step that has no divisor in common with the number of rows meets all of them in turn.
        const int row = int((n / 5 * 7919) % qint64(m_states.size()));
        const int owner = row / m_plan.each;
        if (n % 5 == 4) {
            ++m_done[size_t(owner)];
            frame(out, "jobs", "UPDATE", "\"id\":\"" + benchId('a', owner) + '"', job(owner));
            continue;
        }
        quint8 &state = m_states[size_t(row)];
        state = state == Submitting && n % 12 == 0 ? quint8(Failed) : quint8((state + 1) % 4);
        frame(out, "directory_submissions", "UPDATE", "\"id\":\"" + rowId(row) + '"', submission(row));
    }
    return out;
}

QByteArray BoardBytes::tick()
{
    QByteArray out;
    frame(out, "sync_tick", "UPDATE", "\"name\":\"main\"", number("n", ++m_ticks) + text("at", at(0)));
    return out;
}

} // namespace bolt::bench
