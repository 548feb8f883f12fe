// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a filter, a selection or an order that a client asks the embedded backend for.
#include "backend/realtime/filter.h"
#include "backend/rest/parse_filter.h"
#include "backend/rest/parse_select.h"

#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    using namespace bolt::backend;
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto equals = text.find('=');
    if (equals != std::string_view::npos)
        (void)parseFilter(text.substr(0, equals), text.substr(equals + 1));
    (void)parseFilter(text);
    (void)parseSelect(text);
    (void)parseOrder(text);
    return 0;
}
