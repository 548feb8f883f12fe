// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bolt::backend {

/// What one hash costs. The default is libsodium's "interactive" one.
struct PasswordCost
{
    unsigned long long operations = 2;
    std::size_t memory = 64 * 1024 * 1024;

    /// For tests.
    static PasswordCost cheapest() { return {1, 8 * 1024}; }
};

/// Argon2id of libsodium.
class PasswordHasher
{
public:
    explicit PasswordHasher(PasswordCost cost = {});

    /// Empty when there is not enough memory.
    std::string hash(std::string_view password) const;
    /// An empty hash (no such user) takes as long as a wrong password and is wrong.
    bool verify(std::string_view password, const std::string &hash) const;

private:
    PasswordCost m_cost;
    std::string m_nobody;
};

} // namespace bolt::backend
