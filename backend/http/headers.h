// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bolt::backend {

/// ASCII, without regard to case: names of header fields and words such as "bearer".
bool equalsNoCase(std::string_view a, std::string_view b);

/// Header fields in the order they came. Names compare without regard to case.
class Headers
{
public:
    using Field = std::pair<std::string, std::string>;

    Headers() = default;
    Headers(std::initializer_list<Field> fields)
        : m_fields(fields)
    {
    }

    /// The first field of that name, or nothing.
    std::string_view get(std::string_view name) const;
    bool has(std::string_view name) const;
    void add(std::string name, std::string value) { m_fields.emplace_back(std::move(name), std::move(value)); }
    /// Replaces every field of that name.
    void set(std::string_view name, std::string value);
    const std::vector<Field> &fields() const { return m_fields; }

private:
    std::vector<Field> m_fields;
};

} // namespace bolt::backend
