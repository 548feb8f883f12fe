// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/reason.h"

#include <QCoreApplication>

namespace bolt {

namespace {

class Reason
{
    Q_DECLARE_TR_FUNCTIONS(Reason)
public:
    static QString none() { return tr("No reason was given."); }
    static QString of(Error::Kind kind)
    {
        switch (kind) {
        case Error::Kind::Invalid:
            return tr("The request was not understood.");
        case Error::Kind::Unauthorized:
            return tr("The sign-in was not accepted.");
        case Error::Kind::Forbidden:
            return tr("This account may not do that.");
        case Error::Kind::NotFound:
            return tr("It no longer exists.");
        case Error::Kind::Conflict:
            return tr("It changed in the meantime.");
        case Error::Kind::TooLarge:
            return tr("It is too large.");
        case Error::Kind::RateLimit:
            return tr("Too many requests right now. Try again shortly.");
        case Error::Kind::Network:
            return tr("The server did not answer.");
        case Error::Kind::Server:
            return tr("The server had a problem.");
        case Error::Kind::Storage:
            return tr("The disk could not be read or written.");
        case Error::Kind::Cancelled:
            return tr("It was cancelled.");
        case Error::Kind::Internal:
            break;
        }
        return tr("Something unexpected happened.");
    }
};

} // namespace

QString reasonOf(const QString &words, const QString &otherwise)
{
    const QString said = words.simplified();
    return said.isEmpty() ? otherwise : said;
}

QString reasonOf(const Error &error)
{
    const QString otherwise = Reason::of(error.kind);
    // A code is a word for programs; beside the sentence it still helps who asks support.
    return reasonOf(error.message,
                    error.code.isEmpty() ? otherwise : QStringLiteral("%1 (%2)").arg(otherwise, error.code));
}

QString reasonOf(const Rejection &rejection)
{
    return reasonOf(rejection.message, reasonOf(rejection.code, Reason::none()));
}

} // namespace bolt
