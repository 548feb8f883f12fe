// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/workers/temper.h"

#include "models/domain/error_code.h"

#include <algorithm>
#include <cmath>

namespace bolt::workers {
namespace {

using namespace Qt::StringLiterals;

struct Saying
{
    QStringView code;
    QStringView step;
    std::vector<QStringView> messages;
};

const std::vector<Saying> &words()
{
    static const std::vector<Saying> all{
        {u"TIMEOUT",
         u"navigate",
         {u"%1 did not finish loading within 30 s.", u"No answer from %1 after the form was sent (30 s).",
          u"Waiting for the category list of %1 took longer than 20 s."}},
        {u"NAVIGATION",
         u"navigate",
         {u"net::ERR_CONNECTION_RESET at the submission page of %1.", u"%1 sent us round in a circle of redirects."}},
        {u"SITE_DOWN",
         u"navigate",
         {u"%1 answered 503 Service Unavailable.", u"%1 shows its maintenance page.", u"%1 answered 502 Bad Gateway."}},
        {u"RATE_LIMITED",
         u"submit",
         {u"%1 answered 429 Too Many Requests.", u"%1 asks us to wait before the next listing."}},
        {u"SELECTOR_NOT_FOUND",
         u"fill",
         {u"No field for the phone number on the form of %1 (#business_phone).",
          u"The submit button of %1 is gone (button[type=submit])."}},
        {u"CAPTCHA",
         u"submit",
         {u"%1 shows a picture puzzle before the form is taken.", u"%1 asks to prove that we are human."}},
        {u"LOGIN_REQUIRED",
         u"login",
         {u"%1 wants an account before a business can be added.", u"The saved session at %1 has ended."}},
        {u"EMAIL_VERIFICATION", u"confirm", {u"%1 sent a link to the customer's address and waits for the click."}},
        {u"PHONE_VERIFICATION", u"confirm", {u"%1 calls the business to read out a code."}},
        {u"VALIDATION",
         u"fill",
         {u"%1: description must have at least 150 characters.", u"%1: the phone number is not in a known format.",
          u"%1: please choose one of the listed categories.", u"%1: the postal code does not fit the city."}},
        {u"DUPLICATE_LISTING",
         u"submit",
         {u"%1 already lists a business at this address.", u"%1 already lists this website."}},
        {u"REJECTED", u"confirm", {u"%1 does not take businesses of this category."}},
        {u"PAYMENT_REQUIRED", u"submit", {u"%1 has closed its free plan for this category."}},
    };
    return all;
}

/// How much of the first attempt's share of this failure is left at a later attempt: a busy site is calmer later, and a
/// person may have solved the puzzle; a wrong phone number stays wrong.
double keeps(ErrorClass kind, int attempt)
{
    if (attempt <= 1)
        return 1;
    switch (kind) {
    case ErrorClass::Transient:
        return std::pow(0.45, attempt - 1);
    case ErrorClass::Manual:
        return 0.5;
    case ErrorClass::Data:
        return 0.8;
    case ErrorClass::SiteChanged:
        return 0.9;
    case ErrorClass::Permanent:
    case ErrorClass::Unknown:
        break;
    }
    return 1;
}

} // namespace

std::vector<Temper::Share> Temper::mixFor(double roll)
{
    if (roll < 0.60) // good
        return {{"TIMEOUT", 0.025}, {"NAVIGATION", 0.01}, {"VALIDATION", 0.015}, {"DUPLICATE_LISTING", 0.01}};
    if (roll < 0.71) // flaky
        return {{"TIMEOUT", 0.2}, {"SITE_DOWN", 0.1}, {"NAVIGATION", 0.08}};
    if (roll < 0.79) // guarded
        return {{"CAPTCHA", 0.5}, {"LOGIN_REQUIRED", 0.08}, {"TIMEOUT", 0.03}};
    if (roll < 0.84) // wants to know the owner
        return {{"EMAIL_VERIFICATION", 0.3}, {"PHONE_VERIFICATION", 0.12}};
    if (roll < 0.89) // strict form
        return {{"VALIDATION", 0.4}, {"SELECTOR_NOT_FOUND", 0.05}};
    if (roll < 0.94) // busy
        return {{"RATE_LIMITED", 0.4}, {"TIMEOUT", 0.08}};
    if (roll < 0.97) // new form
        return {{"SELECTOR_NOT_FOUND", 0.7}};
    return {{"REJECTED", 0.2}, {"PAYMENT_REQUIRED", 0.15}, {"DUPLICATE_LISTING", 0.1}}; // picky
}

Temper::Temper(const QString &directory, Luck luck, double errors)
    : m_directory(directory)
    , m_luck(luck.of(directory.toStdString()))
    , m_errors(errors)
{
    Luck mine = m_luck;
    m_mix = mixFor(mine.unit());
    m_slowness = std::exp(mine.between(-0.6, 0.6));
    m_listsAtOnce = mine.chance(0.35) ? 0.8 : 0.0;
}

Temper::Verdict Temper::verdict(const QString &submission, int attempt) const
{
    Luck luck = m_luck.of(submission.toStdString()).of(quint64(attempt));
    double roll = luck.unit();
    for (const Share &share : m_mix) {
        const QString code = QString::fromLatin1(share.code);
        const double likely = std::min(1.0, share.share * m_errors) * keeps(errorClass(code), attempt);
        if (roll >= likely) {
            roll -= likely;
            continue;
        }
        const auto found =
            std::find_if(words().begin(), words().end(), [&](const Saying &w) { return w.code == code; });
        const auto &messages = found->messages;
        return {code, messages[luck.next() % messages.size()].toString().arg(m_directory), found->step.toString(),
                false};
    }
    return {{}, {}, {}, luck.chance(m_listsAtOnce)};
}

bool Temper::approves(const QString &submission) const
{
    return !m_luck.of(submission.toStdString()).of("editors").chance(std::min(1.0, 0.06 * m_errors));
}

} // namespace bolt::workers
