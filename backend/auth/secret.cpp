// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/auth/secret.h"

#include "backend/auth/authenticator.h"

#include <QByteArray>
#include <cstdlib>
#include <sodium.h>

namespace bolt::backend {
namespace {

/// Without a working generator of randomness no secret may be made: that is the one reason to end here.
void ready()
{
    static const bool ok = sodium_init() >= 0;
    if (!ok)
        std::abort();
}

const unsigned char *bytesOf(std::string_view text) { return reinterpret_cast<const unsigned char *>(text.data()); }

std::string hex(const unsigned char *bytes, std::size_t count)
{
    std::string out(count * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes, count);
    out.pop_back();
    return out;
}

} // namespace

std::string randomHex(std::size_t bytes)
{
    ready();
    std::string raw(bytes, '\0');
    randombytes_buf(raw.data(), raw.size());
    return hex(bytesOf(raw), raw.size());
}

std::string hmacSha256(std::string_view key, std::string_view message)
{
    ready();
    // The three-part interface takes keys of any length; crypto_auth_hmacsha256() takes 32 bytes only.
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytesOf(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytesOf(message), message.size());
    std::string mac(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char *>(mac.data()));
    return mac;
}

std::string sha256Hex(std::string_view message)
{
    ready();
    unsigned char digest[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(digest, bytesOf(message), message.size());
    return hex(digest, sizeof digest);
}

std::string base64Url(std::string_view bytes)
{
    return QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size()))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

bool fromBase64Url(std::string_view text, std::string *out)
{
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray(text.data(), qsizetype(text.size())),
                                                        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                                                            QByteArray::AbortOnBase64DecodingErrors);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        return false;
    *out = decoded.decoded.toStdString();
    // One spelling only: bits that nobody reads would make many texts of one signature.
    return base64Url(*out) == text;
}

bool equalsConstantTime(std::string_view a, std::string_view b)
{
    ready();
    // Lengths may show; what is compared here has a known one.
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace bolt::backend
