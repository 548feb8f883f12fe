// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/stream_bytes.h"

#include <QDateTime>

namespace bolt::bench {

namespace {

constexpr auto jobs = 100;

/// One update of a submission with the columns of contracts/domain.md in the form of contracts/supabase.md §1.8.1.
QByteArray message(const StreamPlan &plan, int n, const QByteArray &commit, const QByteArray &updated)
{
    static const QByteArray statuses[] = {"pending", "submitting", "submitted", "approved"};
    const int row = n % plan.rows;
    const QByteArray version = QByteArray::number(plan.firstVersion + n);
    return "[null,null,\"" + plan.topic + "\",\"postgres_changes\",{\"ids\":[" + QByteArray::number(plan.binding) +
           "],\"data\":{\"schema\":\"public\",\"table\":\"directory_submissions\",\"commit_timestamp\":\"" + commit +
           "\",\"type\":\"UPDATE\",\"columns\":[{\"name\":\"id\",\"type\":\"uuid\"},"
           "{\"name\":\"status\",\"type\":\"text\"},{\"name\":\"version\",\"type\":\"int8\"}],\"record\":{\"id\":\"" +
           rowId(row) + "\",\"submission_queue_id\":\"" + benchId('a', row % jobs) + "\",\"customer_id\":\"" +
           benchId('b', row % jobs) + "\",\"directory_id\":\"" + benchId('d', row % 1200) + "\",\"status\":\"" +
           statuses[n % 4] +
           "\",\"attempt\":1,\"max_attempts\":4,\"next_retry_at\":null,\"success_probability\":0.8125,"
           "\"processing_ms\":41250,\"last_error_code\":null,\"error_log\":[],\"listing_data\":{},"
           "\"submitted_at\":null,\"approved_at\":null,\"failed_at\":null,\"created_at\":\"" +
           updated + "\",\"updated_at\":\"" + updated + "\",\"version\":" + version +
           ",\"deleted_at\":null},\"old_record\":{\"id\":\"" + rowId(row) + "\"},\"errors\":null}}]";
}

} // namespace

QByteArray benchId(char kind, int n)
{
    return QByteArray(1, kind) + "0000000-0000-4000-8000-" + QByteArray::number(n).rightJustified(12, '0');
}

void appendTextFrame(QByteArray &out, const QByteArray &text)
{
    out += char(0x81); // final text frame
    if (text.size() < 126) {
        out += char(text.size());
    } else {
        out += char(126);
        out += char(text.size() >> 8);
        out += char(text.size() & 0xFF);
    }
    out += text;
}

QByteArray rowId(int n) { return benchId('5', n); }

QByteArray streamBytes(const StreamPlan &plan)
{
    const QByteArray now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1(); // …123Z
    const QByteArray updated = now.chopped(1) + "456+00:00";
    QByteArray out;
    for (int n = 0; n < plan.events; ++n) {
        const QByteArray text = message(plan, n, now, updated);
        if (n == 0)
            out.reserve((text.size() + 16) * qsizetype(plan.events));
        appendTextFrame(out, text);
    }
    return out;
}

std::vector<QByteArrayView> messagesIn(const QByteArray &bytes)
{
    std::vector<QByteArrayView> texts;
    const auto *data = reinterpret_cast<const uchar *>(bytes.constData());
    for (qsizetype at = 0; at + 2 <= bytes.size();) {
        qsizetype length = data[at + 1];
        at += 2;
        if (length == 126) {
            length = data[at] << 8 | data[at + 1];
            at += 2;
        }
        texts.emplace_back(bytes.constData() + at, length);
        at += length;
    }
    return texts;
}

} // namespace bolt::bench
