// SPDX-License-Identifier: GPL-3.0-or-later
// A token as a peer wrote it, and claims that carry our signature.
#include "backend/auth/authenticator.h"
#include "backend/auth/secret.h"

using namespace bolt::backend;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static const bolt::FixedClock clock(bolt::fromMicros(1'795'176'000'000'000));
    static const Authenticator authenticator(makeKeys(clock.now()), clock);
    const std::string bytes(reinterpret_cast<const char *>(data), size);
    (void)authenticator.verify(bytes);
    const std::string body = base64Url(R"({"alg":"HS256"})") + "." + base64Url(bytes);
    (void)authenticator.verify(body + "." + base64Url(hmacSha256(authenticator.keys().jwtSecret, body)));
    return 0;
}
