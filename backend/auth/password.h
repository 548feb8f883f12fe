// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bolt::backend {

/// Argon2id of libsodium. The default cost is its "interactive" one (64 MiB); tests take less.
class PasswordHasher
{
public:
    struct Cost
    {
        unsigned long long operations = 2;
        std::size_t memory = 64 * 1024 * 1024;
    };
    static Cost cheapest() { return {1, 8 * 1024}; }

    explicit PasswordHasher(Cost cost = {});

    /// Empty when there is not enough memory.
    std::string hash(std::string_view password) const;
    /// An empty hash (no such user) takes as long as a wrong password and is wrong.
    bool verify(std::string_view password, const std::string &hash) const;

private:
    Cost m_cost;
    std::string m_nobody;
};

} // namespace bolt::backend
