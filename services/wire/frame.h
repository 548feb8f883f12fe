// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <memory>
#include <optional>
#include <string_view>

namespace bolt::wire {

inline constexpr size_t maxFrameBytes = 8u << 20;

/// One Phoenix message (contracts/supabase.md §1.3). The views point into the decoder and live until its next decode().
struct FrameView
{
    std::optional<std::string_view> joinRef; ///< always nothing in vsn 1
    std::optional<std::string_view> ref;
    std::string_view topic;
    std::string_view event;
    std::string_view payload; ///< raw JSON text
    bool vsn1 = false;
};

/// Text frames of vsn 2.0.0 (arrays of five) and, tolerantly, 1.0.0 (objects). Never throws; garbage is an Error of
/// kind Invalid with code `frame`, or TooLarge with code `frame_size`. One per thread.
class FrameDecoder
{
public:
    FrameDecoder();
    ~FrameDecoder();
    Result<FrameView> decode(std::string_view text);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// vsn 2.0.0. `payload` is JSON text and is not checked.
QByteArray encodeFrame(std::optional<std::string_view> joinRef, std::string_view ref, std::string_view topic,
                       std::string_view event, std::string_view payload);

/// A JSON string literal with its quotes; lone surrogates and invalid UTF-8 become U+FFFD.
QByteArray jsonString(std::string_view utf8);

} // namespace bolt::wire
