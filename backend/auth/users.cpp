// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/users.h"

#include "backend/http/json_text.h"

namespace bolt::backend {
namespace {

nlohmann::json parsed(std::string_view text)
{
    auto value = nlohmann::json::parse(text, nullptr, false);
    return value.is_object() ? value : nlohmann::json::object();
}

Error outOfMemory()
{
    return {Error::Kind::Server, QStringLiteral("unexpected_failure"), QStringLiteral("Out of memory"), {}, 0};
}

nlohmann::json metadataFor(Role role)
{
    return {{"provider", "email"}, {"providers", {"email"}}, {"role", wordOf(role).toStdString()}};
}

nlohmann::json stamp(const std::optional<Instant> &at)
{
    if (!at)
        return nullptr;
    std::string text = formatInstant(*at).toStdString();
    text.resize(text.size() - std::string_view("+00:00").size());
    return text + "Z";
}

} // namespace

Result<User> UserStore::create(const std::string &email, const std::string &password, Role role)
{
    if (email.find('@') == std::string::npos || email.size() > 254) {
        return Error{Error::Kind::Invalid,
                     QStringLiteral("validation_failed"),
                     QStringLiteral("Unable to validate email address: invalid format"),
                     {},
                     0};
    }
    const std::string hash = m_hasher.hash(password);
    if (hash.empty())
        return outOfMemory();
    return m_db.write([&]() -> Result<User> {
        User user;
        user.id = m_db.random().uuid();
        user.email = email;
        user.passwordHash = hash;
        user.appMetadata = metadataFor(role);
        user.userMetadata = nlohmann::json::object();
        user.createdAt = user.updatedAt = m_db.now();
        user.emailConfirmedAt = user.createdAt;
        auto existing = m_db.query("SELECT 1 FROM auth_users WHERE email = ?", email);
        if (existing.next()) {
            return Error{Error::Kind::Conflict,
                         QStringLiteral("user_already_exists"),
                         QStringLiteral("User already registered"),
                         {},
                         0};
        }
        m_db.run(
            "INSERT INTO auth_users (id, email, password_hash, app_metadata, user_metadata, created_at, updated_at, "
            "email_confirmed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            user.id, user.email, user.passwordHash, user.appMetadata.dump(), user.userMetadata.dump(), user.createdAt,
            user.updatedAt, user.createdAt);
        return user;
    });
}

Outcome UserStore::ensure(const std::string &email, const std::string &password, Role role)
{
    auto found = byEmail(email);
    if (!found)
        return found.error();
    if (!found.value()) {
        auto created = create(email, password, role);
        return created ? Outcome(Done{}) : Outcome(created.error());
    }
    const std::string id = found.value()->id;
    if (!m_hasher.verify(password, found.value()->passwordHash)) {
        const std::string hash = m_hasher.hash(password);
        if (hash.empty())
            return outOfMemory();
        if (Outcome set = setPasswordHash(id, hash); !set)
            return set;
    }
    return m_db.write([&]() -> Outcome {
        m_db.run("UPDATE auth_users SET app_metadata = ?, updated_at = ? WHERE id = ?", metadataFor(role).dump(),
                 m_db.now(), id);
        return Done{};
    });
}

Result<std::optional<User>> UserStore::find(std::string_view where, const std::string &value)
{
    return m_db.read([&]() -> Result<std::optional<User>> {
        auto row = m_db.query("SELECT id, email, password_hash, app_metadata, user_metadata, created_at, updated_at, "
                              "last_sign_in_at, email_confirmed_at FROM auth_users WHERE " +
                                  std::string(where) + " = ?",
                              value);
        if (!row.next())
            return std::optional<User>();
        User user;
        user.id = row.text(0);
        user.email = row.text(1);
        user.passwordHash = row.text(2);
        user.appMetadata = parsed(row.view(3));
        user.userMetadata = parsed(row.view(4));
        user.createdAt = fromMicros(row.integer(5));
        user.updatedAt = fromMicros(row.integer(6));
        user.lastSignInAt = row.instant(7);
        user.emailConfirmedAt = row.instant(8);
        return std::optional<User>(std::move(user));
    });
}

Result<std::optional<User>> UserStore::byEmail(const std::string &email) { return find("email", email); }

Result<std::optional<User>> UserStore::byId(const std::string &id) { return find("id", id); }

Outcome UserStore::setPasswordHash(const std::string &id, const std::string &hash)
{
    return m_db.write([&]() -> Outcome {
        m_db.run("UPDATE auth_users SET password_hash = ?, updated_at = ? WHERE id = ?", hash, m_db.now(), id);
        return Done{};
    });
}

Outcome UserStore::setUserMetadata(const std::string &id, const nlohmann::json &merged)
{
    return m_db.write([&]() -> Outcome {
        m_db.run("UPDATE auth_users SET user_metadata = ?, updated_at = ? WHERE id = ?", dumpJson(merged), m_db.now(),
                 id);
        return Done{};
    });
}

nlohmann::json userJson(const User &user)
{
    const nlohmann::json identity = {
        {"identity_id", user.id},
        {"id", user.id},
        {"user_id", user.id},
        {"identity_data",
         {{"email", user.email}, {"email_verified", true}, {"phone_verified", false}, {"sub", user.id}}},
        {"provider", "email"},
        {"last_sign_in_at", stamp(user.lastSignInAt)},
        {"created_at", stamp(user.createdAt)},
        {"updated_at", stamp(user.updatedAt)},
        {"email", user.email}};
    return {{"id", user.id},
            {"aud", "authenticated"},
            {"role", "authenticated"},
            {"email", user.email},
            {"email_confirmed_at", stamp(user.emailConfirmedAt)},
            {"phone", ""},
            {"confirmed_at", stamp(user.emailConfirmedAt)},
            {"last_sign_in_at", stamp(user.lastSignInAt)},
            {"app_metadata", user.appMetadata},
            {"user_metadata", user.userMetadata},
            {"identities", nlohmann::json::array({identity})},
            {"created_at", stamp(user.createdAt)},
            {"updated_at", stamp(user.updatedAt)},
            {"is_anonymous", false}};
}

} // namespace bolt::backend
