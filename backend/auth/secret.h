// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bolt::backend {

/// `bytes` random bytes of libsodium as lower-case hex.
std::string randomHex(std::size_t bytes);
/// HMAC-SHA256, 32 bytes.
std::string hmacSha256(std::string_view key, std::string_view message);
/// SHA-256 as hex.
std::string sha256Hex(std::string_view message);
/// Base64url without padding.
std::string base64Url(std::string_view bytes);
/// False for anything that base64Url() would not write.
bool fromBase64Url(std::string_view text, std::string *out);

} // namespace bolt::backend
