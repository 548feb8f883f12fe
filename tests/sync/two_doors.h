// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/connectors/directory_bolt.h"

namespace bolt {

/// The deployment with its stream at another address than its tables, and a tick of any period.
class TwoDoors final : public Connector
{
public:
    QUrl streamUrl;
    Seconds period{15};

    QString name() const override { return m_real.name(); }
    Stream stream(const Workspace &workspace) const override
    {
        Stream s = m_real.stream(workspace);
        s.url = streamUrl;
        return s;
    }
    const wire::Naming &naming() const override { return m_real.naming(); }
    Seconds tickPeriod() const override { return period; }
    wire::Request page(const PageAsk &a, const TableShape &s) const override { return m_real.page(a, s); }
    Result<Page> readPage(const PageAsk &a, const TableShape &s, const wire::Answer &w) const override
    {
        return m_real.readPage(a, s, w);
    }
    std::optional<TableShape> narrowed(Table t, const TableShape &s, const Error &e) const override
    {
        return m_real.narrowed(t, s, e);
    }
    wire::Request setupCheck() const override { return m_real.setupCheck(); }
    Result<std::vector<SetupLack>> readSetupCheck(const wire::Answer &w) const override
    {
        return m_real.readSetupCheck(w);
    }
    Result<wire::Request> action(const ActionId &id, const Command &c) const override { return m_real.action(id, c); }
    Result<Receipt> readReceipt(const Command &c, const wire::Answer &w) const override
    {
        return m_real.readReceipt(c, w);
    }
    wire::Request signIn(const QString &e, const QString &p) const override { return m_real.signIn(e, p); }
    wire::Request refresh(const QByteArray &t) const override { return m_real.refresh(t); }
    wire::Request signOut(const QByteArray &t) const override { return m_real.signOut(t); }
    Result<Grant> readGrant(const wire::Answer &w) const override { return m_real.readGrant(w); }
    wire::Request attempts(const SubmissionId &id) const override { return m_real.attempts(id); }
    Result<std::vector<Attempt>> readAttempts(const wire::Answer &w) const override { return m_real.readAttempts(w); }
    wire::Request analytics(const TimeRange &r, const QByteArray &z) const override { return m_real.analytics(r, z); }
    Result<AnalyticsReport> readAnalytics(const wire::Answer &w) const override { return m_real.readAnalytics(w); }

private:
    DirectoryBoltConnector m_real;
};

} // namespace bolt
