# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that is found outside this tree, each behind one target name. Why each is here: docs/decisions/.

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Qml Quick QuickControls2 Network WebSockets Sql Charts
  Concurrent Svg Test QuickTest)
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
  qt_policy(SET QTP0001 NEW)
endif()
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.8)
  qt_policy(SET QTP0004 NEW)
endif()
find_package(Qt6LinguistTools REQUIRED)

find_package(Qt6Keychain REQUIRED)
add_library(lib_keychain INTERFACE)
target_link_libraries(lib_keychain INTERFACE qt6keychain)

find_package(simdjson REQUIRED)
add_library(lib_simdjson INTERFACE)
target_link_libraries(lib_simdjson INTERFACE simdjson::simdjson)

find_package(nlohmann_json 3.11 REQUIRED)
add_library(lib_json INTERFACE)
target_link_libraries(lib_json INTERFACE nlohmann_json::nlohmann_json)

find_package(SQLite3 REQUIRED)
add_library(lib_sqlite INTERFACE)
target_link_libraries(lib_sqlite INTERFACE SQLite::SQLite3)

find_package(PkgConfig REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
add_library(lib_sodium INTERFACE)
target_link_libraries(lib_sodium INTERFACE PkgConfig::SODIUM)

find_package(Boost 1.74 REQUIRED CONFIG)
find_package(Threads REQUIRED)
add_library(lib_beast INTERFACE)
target_link_libraries(lib_beast INTERFACE Boost::headers Threads::Threads)
