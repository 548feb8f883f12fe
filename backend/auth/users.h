// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/password.h"
#include "backend/db/database.h"
#include "models/domain/role.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace bolt::backend {

struct User
{
    std::string id;
    std::string email;
    std::string passwordHash;
    nlohmann::json appMetadata;  ///< provider, role, customer_id: only the server writes it
    nlohmann::json userMetadata; ///< the user's own words: never trusted
    Instant createdAt;
    Instant updatedAt;
    std::optional<Instant> lastSignInAt;
    std::optional<Instant> emailConfirmedAt;
};

/// The accounts (table auth_users). Backend thread.
class UserStore
{
public:
    UserStore(Database &db, const PasswordHasher &hasher)
        : m_db(db)
        , m_hasher(hasher)
    {
    }

    /// A confirmed account with a staff role. Conflict `user_already_exists`, Invalid `validation_failed`.
    Result<User> create(const std::string &email, const std::string &password, Role role);
    /// Makes the account, or gives the existing one this password and role.
    Outcome ensure(const std::string &email, const std::string &password, Role role);
    Result<std::optional<User>> byEmail(const std::string &email);
    Result<std::optional<User>> byId(const std::string &id);
    Outcome setPasswordHash(const std::string &id, const std::string &hash);
    Outcome setUserMetadata(const std::string &id, const nlohmann::json &merged);

private:
    Result<std::optional<User>> find(std::string_view where, const std::string &value);

    Database &m_db;
    const PasswordHasher &m_hasher;
};

/// The user object of contracts/supabase.md §2.2.
nlohmann::json userJson(const User &user);

} // namespace bolt::backend
