// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ports/link_reason.h"

#include "models/domain/time_words.h"

#include <QCoreApplication>

namespace bolt {

using namespace Qt::StringLiterals;

namespace {

class LinkWords
{
    Q_DECLARE_TR_FUNCTIONS(LinkWords)
public:
    static const char *sentence(LinkReason::Kind kind)
    {
        switch (kind) {
        case LinkReason::None:
            break;
        case LinkReason::Stopped:
            return QT_TR_NOOP("Live updates were stopped.");
        case LinkReason::NotSignedIn:
            return QT_TR_NOOP("You are not signed in.");
        case LinkReason::SignedOut:
            return QT_TR_NOOP("You signed out.");
        case LinkReason::OtherSession:
            return QT_TR_NOOP("Another account signed in.");
        case LinkReason::NoToken:
            return QT_TR_NOOP("The sign-in could not be renewed.");
        case LinkReason::NoTokenInTime:
            return QT_TR_NOOP("The sign-in was not renewed in time.");
        case LinkReason::TokenRefused:
            return QT_TR_NOOP("The server refused the sign-in, and no other could be had.");
        case LinkReason::NotConnected:
            return QT_TR_NOOP("The server could not be reached.");
        case LinkReason::NoAnswer:
            return QT_TR_NOOP("The server did not answer.");
        case LinkReason::Closed:
            return QT_TR_NOOP("The connection was lost.");
        case LinkReason::ChannelClosed:
            return QT_TR_NOOP("The server ended the live updates.");
        case LinkReason::ChannelCrashed:
            return QT_TR_NOOP("The live updates broke off at the server.");
        case LinkReason::JoinRefused:
            return QT_TR_NOOP("The server refused live updates.");
        case LinkReason::JoinPartial:
            return QT_TR_NOOP("The server did not take all subscriptions.");
        case LinkReason::JoinUnanswered:
            return QT_TR_NOOP("The request for live updates was not answered.");
        case LinkReason::Unconfirmed:
            return QT_TR_NOOP("The server did not confirm the live updates.");
        case LinkReason::Unpublished:
            return QT_TR_NOOP("Waiting since %1 for the server to publish the tables.");
        case LinkReason::TableRefused:
            return QT_TR_NOOP("The server refused live updates of a table.");
        case LinkReason::HeartbeatUnanswered:
            return QT_TR_NOOP("The heartbeat was not answered.");
        case LinkReason::Reported:
            return QT_TR_NOOP("The server reported something about the live updates.");
        case LinkReason::ClockJumped:
            return QT_TR_NOOP("The computer was asleep, or its clock was changed.");
        case LinkReason::NetworkBack:
            return QT_TR_NOOP("The network is back.");
        case LinkReason::AskedFor:
            return QT_TR_NOOP("Another attempt was requested.");
        case LinkReason::LooksAgain:
            return QT_TR_NOOP("Looking whether all tables are published by now.");
        case LinkReason::NoTicks:
            return QT_TR_NOOP("The server's sign of life did not come in time.");
        case LinkReason::NoChanges:
            return QT_TR_NOOP("Changes were found by reading, but none was announced.");
        case LinkReason::MayTellAgain:
            return QT_TR_NOOP("The server may tell of all tables again.");
        case LinkReason::Unproven:
            return QT_TR_NOOP("Nothing proves that changes arrive.");
        case LinkReason::Unreadable:
            return QT_TR_NOOP("A table could not be read.");
        case LinkReason::PageWithoutEnd:
            return QT_TR_NOOP("A row without a readable key ended a page.");
        case LinkReason::SetBack:
            return QT_TR_NOOP("The server was restored to an earlier state: everything is read again.");
        case LinkReason::TooSlow:
            return QT_TR_NOOP("The desk was too slow: everything is read again.");
        case LinkReason::OtherRole:
            return QT_TR_NOOP("The account has another role: everything is read again.");
        case LinkReason::Unticked:
            return QT_TR_NOOP("No sync_tick came that can be read (is it moved, and may the role select it?): the "
                              "tables are compared instead.");
        }
        return "";
    }

    static QString of(const LinkReason &why)
    {
        const QString words = tr(sentence(why.kind));
        const QString ours = why.since ? words.arg(timeWords(*why.since)) : words;
        return why.said.isEmpty() ? ours
                                  : tr("%1 Reported: “%2”", "a sentence; what the server said").arg(ours, why.said);
    }
};

} // namespace

QString linkWords(const LinkReason &why) { return why.empty() ? QString() : LinkWords::of(why); }

QString plainWords(const LinkReason &why)
{
    QString words = QString::fromLatin1(LinkWords::sentence(why.kind));
    if (why.since)
        words = words.arg(formatInstant(std::chrono::floor<Seconds>(*why.since)).mid(11, 8) + u'Z');
    return why.said.isEmpty() ? words : words + u" Reported: “%1”"_s.arg(why.said);
}

} // namespace bolt
