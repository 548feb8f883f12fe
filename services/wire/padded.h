// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <cstring>
#include <memory>
#include <string_view>

namespace bolt::wire {

/// Bytes followed by the readable padding simdjson asks for. Keeps its memory between uses, so that a steady stream of
/// frames does not allocate, and gives it back after an unusually large one.
class PaddedBytes
{
public:
    simdjson::padded_string_view assign(std::string_view bytes)
    {
        const size_t need = bytes.size() + simdjson::SIMDJSON_PADDING;
        if (need > m_capacity || (m_capacity > keep && need < keep)) {
            m_capacity = need < keep ? keep : need;
            m_bytes.reset(new char[m_capacity]);
        }
        if (!bytes.empty())
            std::memcpy(m_bytes.get(), bytes.data(), bytes.size());
        std::memset(m_bytes.get() + bytes.size(), 0, simdjson::SIMDJSON_PADDING);
        m_size = bytes.size();
        return simdjson::padded_string_view(m_bytes.get(), m_size, m_capacity);
    }
    /// A part of what was assigned; what follows it in the buffer serves as its padding.
    simdjson::padded_string_view part(std::string_view inside) const
    {
        const auto offset = static_cast<size_t>(inside.data() - m_bytes.get());
        return simdjson::padded_string_view(inside.data(), inside.size(), m_capacity - offset);
    }

private:
    static constexpr size_t keep = 64 << 10;
    std::unique_ptr<char[]> m_bytes;
    size_t m_size = 0;
    size_t m_capacity = 0;
};

/// After the one value of a text was stepped through: is there nothing but blanks behind it?
inline bool nothingFollows(simdjson::ondemand::document &document)
{
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

} // namespace bolt::wire
