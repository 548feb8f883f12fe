// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/rest/rest_api.h"
#include "tests/backend_auth/house_of_tests.h"

namespace bolt::tests {

inline std::string id(char group, int n)
{
    char text[40];
    std::snprintf(text, sizeof text, "%c0000000-0000-4000-8000-%012d", group, n);
    return text;
}

/// A small, known world behind /rest/v1: 3 customers (c), 4 directories (d), 3 jobs (a), 6 submissions (b).
struct RestHouse : House
{
    RestApi rest;

    explicit RestHouse(RestOptions options = {})
        : rest(*db, *authenticator, options)
    {
        rest.addTo(router);
        const auto filled = db->write([&]() -> Outcome {
            for (int i = 1; i <= 3; ++i) {
                db->run("INSERT INTO customers (id, email, company_name, website, package_id, business_data) VALUES "
                        "(?, ?, ?, ?, ?, ?)",
                        id('c', i), "c" + std::to_string(i) + "@example.com", "Company " + std::to_string(i),
                        i == 2 ? "" : "https://example.com/" + std::to_string(i), i == 3 ? "enterprise" : "growth",
                        R"({"name":"N)" + std::to_string(i) + R"(","address":{"city":"Köln"},"tags":["a","b"]})");
            }
            for (int i = 1; i <= 4; ++i) {
                db->run("INSERT INTO directories (id, name, da_score, priority_tier, is_active) VALUES (?, ?, ?, ?, ?)",
                        id('d', i), i == 4 ? std::string("A,b \"c\" (d)") : "Dir_" + std::to_string(i), 10 * i, i,
                        i != 3);
            }
            const char *statuses[] = {"pending", "in_progress", "completed"};
            const char *scores[] = {"9.5", "10.25", "-2"};
            for (int i = 1; i <= 3; ++i) {
                db->run("INSERT INTO jobs (id, customer_id, package_type, status, priority_score, directories_total, "
                        "due_at, "
                        "started_at, metadata) VALUES (?, ?, 'growth', ?, ?, ?, ?, ?, ?)",
                        id('a', i), id('c', i), statuses[i - 1], scores[i - 1], 100 * i,
                        fromMicros(1'795'000'000'123'456LL + i * 1'000'000LL),
                        i == 1 ? std::optional<Instant>() : std::optional<Instant>(fromMicros(1'795'000'000'000'000LL)),
                        R"({"n":9007199254740993})");
            }
            for (int i = 1; i <= 6; ++i) {
                db->run(
                    "INSERT INTO directory_submissions (id, submission_queue_id, customer_id, directory_id, status, "
                    "max_attempts, success_probability) VALUES (?, ?, ?, ?, ?, 3, ?)",
                    id('b', i), id('a', i <= 4 ? 1 : 2), id('c', i <= 4 ? 1 : 2), id('d', i <= 4 ? i : i - 4),
                    i % 2 ? "failed" : "approved", 0.5);
            }
            return Done{};
        });
        if (!filled)
            qFatal("%s", qPrintable(filled.error().detail));
        viewer = staffToken(Role::Viewer);
        support = staffToken(Role::Support);
        admin = staffToken(Role::Admin);
    }

    std::string viewer;
    std::string support;
    std::string admin;

    Reply get(const std::string &target, std::vector<Headers::Field> fields = {})
    {
        return ask(Method::Get, "/rest/v1/" + target, {}, viewer, std::move(fields));
    }
};

} // namespace bolt::tests
