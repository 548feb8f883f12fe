// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/connectors/connector.h"

namespace bolt {

/// DirectoryBolt: Supabase for data, `/api` for actions (contracts/domain.md). Accepts the older column names
/// `dirs_total` and `dirs_done`, and tables without `version` or `deleted_at` (L0).
class DirectoryBoltConnector final : public Connector
{
public:
    DirectoryBoltConnector();

    QString name() const override;
    Stream stream(const Workspace &workspace) const override;
    const wire::Naming &naming() const override { return m_naming; }
    Seconds tickPeriod() const override { return Seconds(15); }
    wire::Request page(const PageAsk &ask, const TableShape &shape) const override;
    Result<Page> readPage(const PageAsk &ask, const TableShape &shape, const wire::Answer &answer) const override;
    std::optional<TableShape> narrowed(Table table, const TableShape &shape, const Error &error) const override;
    wire::Request setupCheck() const override;
    Result<std::vector<SetupLack>> readSetupCheck(const wire::Answer &answer) const override;
    Result<wire::Request> action(const ActionId &id, const Command &command) const override;
    Result<Receipt> readReceipt(const Command &command, const wire::Answer &answer) const override;
    wire::Request signIn(const QString &email, const QString &password) const override;
    wire::Request refresh(const QByteArray &refreshToken) const override;
    wire::Request signOut(const QByteArray &accessToken) const override;
    Result<Grant> readGrant(const wire::Answer &answer) const override;
    wire::Request attempts(const SubmissionId &id) const override;
    Result<std::vector<Attempt>> readAttempts(const wire::Answer &answer) const override;
    wire::Request analytics(const TimeRange &range, const QByteArray &timeZoneId) const override;
    Result<AnalyticsReport> readAnalytics(const wire::Answer &answer) const override;

private:
    wire::Naming m_naming;
};

} // namespace bolt
