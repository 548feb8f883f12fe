// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/headers.h"

#include <algorithm>

namespace bolt::backend {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; }

} // namespace

bool equalsNoCase(std::string_view a, std::string_view b)
{
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view Headers::get(std::string_view name) const
{
    for (const Field &field : m_fields) {
        if (equalsNoCase(field.first, name))
            return field.second;
    }
    return {};
}

bool Headers::has(std::string_view name) const
{
    return std::any_of(m_fields.begin(), m_fields.end(),
                       [&](const Field &field) { return equalsNoCase(field.first, name); });
}

void Headers::set(std::string_view name, std::string value)
{
    m_fields.erase(std::remove_if(m_fields.begin(), m_fields.end(),
                                  [&](const Field &field) { return equalsNoCase(field.first, name); }),
                   m_fields.end());
    m_fields.emplace_back(std::string(name), std::move(value));
}

} // namespace bolt::backend
