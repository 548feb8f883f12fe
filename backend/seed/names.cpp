// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/seed/names.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cctype>

namespace bolt::backend {

namespace {

constexpr const char *firstWords[] = {"Harbor",     "Summit",     "Willow",    "Cobalt",   "Juniper",     "Granite",
                                      "Sunrise",    "Maple",      "Beacon",    "Copper",   "Ember",       "Falcon",
                                      "Meadow",     "North Star", "Orchid",    "Pioneer",  "Quarry",      "River Bend",
                                      "Silver Oak", "Tidewater",  "Union",     "Vista",    "Windmill",    "Bluebird",
                                      "Cedar",      "Driftwood",  "Evergreen", "Foxglove", "Golden Gate", "Hillcrest"};
constexpr const char *trades[] = {
    "Dental Care",  "Plumbing",          "Law Group",   "Roofing",          "Bakery",   "Yoga Studio",   "Auto Repair",
    "Landscaping",  "Veterinary Clinic", "Accounting",  "Coffee Roasters",  "Electric", "Physiotherapy", "Interiors",
    "Pest Control", "Florists",          "Photography", "Moving & Storage", "Pizza",    "Opticians"};
constexpr const char *endings[] = {"", "", "", " LLC", " Inc.", " & Sons", " Co.", " Partners"};
constexpr const char *otherScripts[] = {"Bäckerei Müller & Söhne", "Café de la Gare",   "Łódź Ślusarz 24h",
                                        "Ødegård Tømrer AS",       "Ελιά & Θάλασσα",    "Кофейня «Заря»",
                                        "مطعم الياسمين",           "Taverna Ο Γιώργος", "São João Padaria",
                                        "Ресторан «Берёзка»",      "O’Brien’s Pub",     "Señor Frío Heladería"};
constexpr const char *hostileName = "<img src=x onerror=alert(1)> \"Bobby\" & Co.";

constexpr const char *sitePrefixes[] = {"Hot",    "Local", "City",  "Metro",   "Bright", "Open",    "True",   "Prime",
                                        "Global", "Quick", "Smart", "Trusted", "Urban",  "Village", "Golden", "Red",
                                        "Blue",   "Green", "Nova",  "Alpha",   "Yellow", "Central", "Direct", "Easy",
                                        "First",  "Grand", "Happy", "Ideal",   "Key",    "Link"};
constexpr const char *siteStems[] = {"Frog",  "Pages", "Listings", "Finder",   "Directory", "Hub",    "Index",
                                     "Guide", "Map",   "Compass",  "Register", "Spot",      "Square", "Board",
                                     "Atlas", "Scout", "Book",     "Catalog",  "Yard",      "Market"};
constexpr const char *sitePlaces[] = {"",        " Online", " Network", " Pro",    " 24",
                                      " Europe", " USA",    " UK",      " Canada", " Australia"};
constexpr const char *otherSites[] = {
    "Gelbe Blätter Köln", "Annuaire Été", "Páginas Brillantes", "Företagsguiden Å-Ö", "Κατάλογος Αθηνών",
    "Справочник Москва",  "دليل الأعمال", "Οδηγός Αθήνας",      "Příručka Firem",     "Przewodnik Łódź"};
constexpr const char *categories[] = {"general",       "local", "reviews", "business",   "health",     "legal",
                                      "home-services", "food",  "travel",  "technology", "automotive", "finance"};
constexpr const char *topDomains[] = {"com", "net", "org", "co", "io", "biz"};
constexpr const char *cities[] = {"Portland", "Leeds",  "Köln",   "Austin", "Lyon",
                                  "Toronto",  "Gdańsk", "Málaga", "Denver", "Perth"};

/// ASCII letters and digits of `text` in lower case.
std::string slug(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) && static_cast<unsigned char>(c) < 0x80)
            out += char(std::tolower(static_cast<unsigned char>(c)));
    }
    return out.empty() ? "firm" : out;
}

} // namespace

MadeName companyName(Picks &picks, int index)
{
    constexpr int hostileAt = 13;
    constexpr int otherScriptEvery = 10;
    std::string shown;
    if (index == hostileAt)
        shown = hostileName;
    else if (index % otherScriptEvery == 4)
        shown = otherScripts[size_t(index / otherScriptEvery) % std::size(otherScripts)];
    else
        shown = std::string(picks.oneOf(firstWords)) + ' ' + picks.oneOf(trades) + picks.oneOf(endings);
    const std::string domain = slug(shown).substr(0, 24) + std::to_string(index + 1) + ".example";
    return {std::move(shown), domain};
}

MadeName directoryName(Picks &picks, int index, std::string *category)
{
    *category = picks.oneOf(categories);
    // Walks through prefixes × stems × places once before a number is needed to tell two apart.
    const auto i = size_t(index);
    const size_t stem = (i + i / std::size(sitePrefixes)) % std::size(siteStems);
    const size_t round = i / (std::size(sitePrefixes) * std::size(siteStems));
    std::string shown = std::string(sitePrefixes[i % std::size(sitePrefixes)]) + ' ' + siteStems[stem];
    shown += round < std::size(sitePlaces) ? sitePlaces[round] : " " + std::to_string(round);
    const std::string domain = slug(shown) + '.' + picks.oneOf(topDomains);
    if (index % 97 == 41)
        shown = otherSites[size_t(index / 97) % std::size(otherSites)];
    return {std::move(shown), domain};
}

std::string businessData(Picks &picks, const MadeName &company)
{
    const auto digits = [&](int count) {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += char('0' + picks.between(0, 9));
        return text;
    };
    const nlohmann::json data{{"name", company.shown},
                              {"phone", "+1 555 0" + digits(6)},
                              {"address", std::to_string(picks.between(1, 990)) + " Main Street"},
                              {"city", picks.oneOf(cities)},
                              {"description", company.shown + ", serving the neighbourhood since " +
                                                  std::to_string(picks.between(1965, 2024)) + "."},
                              {"categories", {picks.oneOf(categories), "local"}}};
    return data.dump();
}

} // namespace bolt::backend
