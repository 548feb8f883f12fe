// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QUuid>
#include <compare>

namespace bolt {

/// A uuid that knows what it names: a JobId cannot be passed where a CustomerId is asked for.
template<class Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(const QUuid &uuid)
        : m_uuid(uuid)
    {
    }
    /// Null when `text` is no uuid.
    static Id parse(QAnyStringView text) { return Id(QUuid::fromString(text)); }

    bool isNull() const { return m_uuid.isNull(); }
    const QUuid &uuid() const { return m_uuid; }
    /// Lower case, without braces, as on the wire.
    QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_uuid == b.m_uuid; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

/// A text key (package 'growth', worker 'w-3').
template<class Tag>
class TextId
{
public:
    TextId() = default;
    explicit TextId(QString text)
        : m_text(std::move(text))
    {
    }

    bool isNull() const { return m_text.isEmpty(); }
    const QString &toString() const { return m_text; }

    friend bool operator==(const TextId &a, const TextId &b) { return a.m_text == b.m_text; }
    friend bool operator<(const TextId &a, const TextId &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const TextId &id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QString m_text;
};

using JobId = Id<struct JobTag>;
using SubmissionId = Id<struct SubmissionTag>;
using CustomerId = Id<struct CustomerTag>;
using DirectoryId = Id<struct DirectoryTag>;
using AttemptId = Id<struct AttemptTag>;
using ActionId = Id<struct ActionTag>; ///< also the idempotency key of the action
using BulkId = Id<struct BulkTag>;
using PackageId = TextId<struct PackageTag>;
using WorkerId = TextId<struct WorkerTag>;

} // namespace bolt
