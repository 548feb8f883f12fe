// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/password.h"

#include "backend/auth/secret.h"

#include <sodium.h>

namespace bolt::backend {

PasswordHasher::PasswordHasher(PasswordCost cost)
    : m_cost(cost)
{
    m_nobody = hash(randomHex(16));
}

std::string PasswordHasher::hash(std::string_view password) const
{
    char out[crypto_pwhash_STRBYTES] = {};
    const int failed =
        crypto_pwhash_argon2id_str(out, password.data(), password.size(), m_cost.operations, m_cost.memory);
    return failed ? std::string() : std::string(out);
}

bool PasswordHasher::verify(std::string_view password, const std::string &hash) const
{
    const std::string &against = hash.empty() ? m_nobody : hash;
    const bool equal = crypto_pwhash_argon2id_str_verify(against.c_str(), password.data(), password.size()) == 0;
    return equal && !hash.empty();
}

} // namespace bolt::backend
