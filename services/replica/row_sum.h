// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/replica/record_columns.h"

#include <QByteArrayView>
#include <bit>
#include <cmath>

namespace bolt {

/// A number that is another one when a value is (FNV-1a, 64 bits): the same in every run and with every Qt, so that it
/// can be kept beside the values. It is no secret: it tells an accident, not an attack.
///
/// What SQLite does not give back as it was given counts as what it gives back.
class RowSum
{
public:
    /// Rows of one table are none of another.
    explicit RowSum(QLatin1StringView table) { bytes(table.data(), size_t(table.size())); }

    qint64 value() const { return qint64(m_sum); }

    template<class T>
    void operator()(const char *, const T &value)
    {
        add(value);
    }
    template<class S>
    void state(const char *, S value, const QString &word)
    {
        add(saidWord(value, word));
    }

    void time(const char *, Instant at) { add(at); }

    template<class Tag>
    void add(const Id<Tag> &id)
    {
        const QUuid &u = id.uuid();
        add(quint64(u.data1) << 32 | quint64(u.data2) << 16 | u.data3);
        bytes(u.data4, sizeof u.data4);
    }
    template<class Tag>
    void add(const TextId<Tag> &id)
    {
        add(id.toString());
    }
    void add(Instant at) { add(quint64(toMicros(at))); }
    void add(const OddCells &odd) { add(odd.toText()); }
    void add(Table value) { add(quint64(value)); }
    void add(bool value) { byte(value); }
    void add(int value) { add(quint64(qint64(value))); }
    void add(qint64 value) { add(quint64(value)); }
    /// No number is kept as null, and no zero has a sign.
    void add(double value) { add(std::bit_cast<quint64>(std::isnan(value) || value == 0 ? 0. : value)); }
    void add(float value) { add(double(value)); }
    /// The two characters that are none become U+FFFD.
    void add(QStringView text)
    {
        add(quint64(text.size()));
        for (const QChar c : text) {
            const char16_t unit = c.unicode() < 0xFFFE ? c.unicode() : u'\uFFFD';
            byte(quint8(unit));
            byte(quint8(unit >> 8));
        }
    }
    void add(const QString &text) { add(QStringView(kept(text))); }
    /// SQLite takes a mark of byte order at the beginning for its own, of either order.
    static QString kept(QString text)
    {
        while (text.startsWith(QChar::ByteOrderMark) || text.startsWith(QChar::ByteOrderSwapped))
            text.remove(0, 1);
        return text;
    }
    template<class T>
    void add(const std::optional<T> &value)
    {
        byte(value.has_value());
        if (value)
            add(*value);
    }

private:
    void add(quint64 value)
    {
        for (int i = 0; i < 8; ++i, value >>= 8)
            byte(quint8(value));
    }
    void bytes(const void *data, size_t count)
    {
        const auto *at = static_cast<const quint8 *>(data);
        for (size_t i = 0; i < count; ++i)
            byte(at[i]);
    }
    void byte(quint8 value) { m_sum = (m_sum ^ value) * 1'099'511'628'211U; }

    quint64 m_sum = 14'695'981'039'346'656'037U;
};

template<class R>
qint64 sumOf(const R &row)
{
    RowSum sum(RecordTraits<R>::name);
    RecordTraits<R>::visit(row, sum);
    return sum.value();
}

} // namespace bolt
