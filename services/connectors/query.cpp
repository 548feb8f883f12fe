// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/connectors/query.h"

#include <QUrl>

namespace bolt {

Query &Query::add(QByteArrayView name, QStringView value)
{
    m_target += m_any ? '&' : '?';
    m_any = true;
    m_target += name;
    m_target += '=';
    // The delimiters of select, order and lists may stand as they are; they keep the address readable in a log.
    m_target += QUrl::toPercentEncoding(value.toString(), "*,:()");
    return *this;
}

QString quoted(QStringView value)
{
    QString out;
    out.reserve(value.size() + 2);
    out += u'"';
    for (const QChar c : value) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        out += c;
    }
    out += u'"';
    return out;
}

QString inList(std::span<const wire::Key> keys)
{
    QString out = QStringLiteral("in.(");
    bool first = true;
    for (const auto &key : keys) {
        if (!first)
            out += u',';
        first = false;
        out += quoted(wire::keyText(key));
    }
    out += u')';
    return out;
}

} // namespace bolt
