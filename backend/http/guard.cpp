// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/guard.h"

#include <QLoggingCategory>
#include <exception>

namespace bolt::backend {

namespace {

Q_LOGGING_CATEGORY(lcHttp, "bolt.backend.http")

} // namespace

bool runGuarded(const std::function<void()> &call)
{
    try {
        call();
        return true;
    } catch (const std::exception &e) {
        qCWarning(lcHttp) << "handler threw:" << e.what();
    } catch (...) {
        qCWarning(lcHttp) << "handler threw something that is no exception";
    }
    return false;
}

} // namespace bolt::backend
