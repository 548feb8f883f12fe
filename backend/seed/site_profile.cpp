// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/seed/site_profile.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace bolt::backend {

namespace {

constexpr std::array codes{"TIMEOUT",         "NAVIGATION",         "SITE_DOWN",          "RATE_LIMITED",
                           "CAPTCHA",         "LOGIN_REQUIRED",     "EMAIL_VERIFICATION", "PHONE_VERIFICATION",
                           "VALIDATION",      "SELECTOR_NOT_FOUND", "DUPLICATE_LISTING",  "REJECTED",
                           "PAYMENT_REQUIRED"};
using Mix = std::array<double, codes.size()>;

struct Traits
{
    double share;      ///< of all directories
    double failureLow; ///< of one attempt
    double failureHigh;
    double medianMs;
    Mix mix; ///< in the order of `codes`
};

// By Kind.
constexpr std::array<Traits, 7> traits{{
    {0.66, 0.02, 0.08, 18000, {20, 8, 6, 6, 5, 3, 6, 2, 14, 8, 16, 4, 2}},
    {0.10, 0.18, 0.34, 74000, {62, 14, 16, 4, 1, 0, 0, 0, 1, 1, 1, 0, 0}},
    {0.08, 0.20, 0.38, 31000, {6, 2, 1, 6, 58, 9, 9, 5, 1, 1, 2, 0, 0}},
    {0.05, 0.16, 0.30, 24000, {8, 3, 1, 74, 6, 0, 0, 0, 3, 2, 3, 0, 0}},
    {0.04, 0.42, 0.66, 41000, {12, 5, 1, 1, 1, 1, 0, 0, 3, 72, 3, 1, 0}},
    {0.05, 0.14, 0.28, 27000, {3, 1, 1, 1, 2, 2, 4, 1, 30, 2, 28, 25, 0}},
    {0.02, 0.30, 0.55, 22000, {4, 1, 1, 1, 2, 8, 1, 0, 2, 1, 3, 4, 72}},
}};

const Traits &of(SiteProfile::Kind kind) { return traits[size_t(kind)]; }

} // namespace

SiteProfile SiteProfile::pick(Picks &picks, int tier)
{
    std::array<double, traits.size()> shares;
    for (size_t i = 0; i < traits.size(); ++i)
        shares[i] = traits[i].share;
    SiteProfile profile;
    profile.m_kind = Kind(picks.weighted(shares));
    const Traits &kind = of(profile.m_kind);
    profile.m_failureRate = picks.between(kind.failureLow, kind.failureHigh) * (0.9 + 0.05 * tier);
    profile.m_medianMs = kind.medianMs * picks.between(0.7, 1.4) * (0.8 + 0.1 * tier);
    const double biases[] = {1, 3.2, 0.35};
    const double shareOfBias[] = {0.84, 0.11, 0.05};
    profile.m_bias = biases[picks.weighted(shareOfBias)];
    return profile;
}

double SiteProfile::predicted(Picks &picks) const
{
    const double odds = std::pow((1 - m_failureRate) / m_failureRate, m_bias);
    const double noisy = odds / (1 + odds) + 0.03 * picks.normal();
    return std::round(std::clamp(noisy, 0.02, 0.995) * 1000) / 1000;
}

std::string SiteProfile::errorCode(Picks &picks) const { return codes[picks.weighted(of(m_kind).mix)]; }

int SiteProfile::processingMs(Picks &picks) const
{
    const double ms = m_medianMs * std::exp(0.45 * picks.normal());
    return int(std::clamp(ms, 1500.0, 900000.0));
}

std::string SiteProfile::verification(Picks &picks) const
{
    if (m_kind == Kind::Guarded)
        return picks.chance(0.5) ? "phone" : "email";
    if (m_kind == Kind::Strict)
        return "manual";
    return picks.chance(0.2) ? "email" : "none";
}

std::string errorMessage(Picks &picks, const std::string &code, const std::string &site)
{
    const auto one = [&](std::initializer_list<const char *> texts) { return std::string(picks.oneOf(texts)); };
    if (code == "TIMEOUT")
        return one({"Timed out after 60000 ms waiting for the form to load",
                    "No answer to the submit request within 45 s",
                    "Timed out after 30000 ms waiting for selector \"form#add-listing\""});
    if (code == "NAVIGATION")
        return one({"net::ERR_CONNECTION_RESET at the submission page", "net::ERR_HTTP2_PROTOCOL_ERROR",
                    "The page navigated away while the form was being filled"});
    if (code == "SITE_DOWN")
        return one({"503 Service Unavailable", "502 Bad Gateway from the site's CDN",
                    "Maintenance page: \"We'll be right back\""});
    if (code == "RATE_LIMITED")
        return one(
            {"429 Too Many Requests, Retry-After: 900", "\"You have reached the limit of 5 listings per hour\""});
    if (code == "CAPTCHA")
        return one({"reCAPTCHA v2 challenge shown, score too low", "hCaptcha challenge after submit",
                    "Cloudflare Turnstile did not pass"});
    if (code == "LOGIN_REQUIRED")
        return one({"The form asks for an account since the last visit", "Redirected to /login?next=/add"});
    if (code == "EMAIL_VERIFICATION")
        return "Confirmation link sent to the business's address; waiting for a person";
    if (code == "PHONE_VERIFICATION")
        return "A code was sent by SMS to the business's number";
    if (code == "VALIDATION")
        return one({"\"Please enter a valid phone number\"", "Description is too short: 82 of at least 150 characters",
                    "Postal code does not fit the country",
                    "\"Category is required\": no mapping for the business's category"});
    if (code == "SELECTOR_NOT_FOUND")
        return one(
            {"Selector \"input[name=company]\" matched nothing", "Submit button not found: the form has changed"});
    if (code == "DUPLICATE_LISTING")
        return "\"A business with this name already exists\" on " + site;
    if (code == "REJECTED")
        return one(
            {"The editors of the directory declined the listing", "\"Your submission does not meet our guidelines\""});
    if (code == "PAYMENT_REQUIRED")
        return one({"Listing needs a paid plan from 49 USD a year", "Free listings are closed; checkout page shown"});
    return "Unexpected page";
}

} // namespace bolt::backend
