# SPDX-License-Identifier: GPL-3.0-or-later
# The house plan. One line a target: its name, then everything it may link. A target that is missing here, or that
# links anything else, stops the configure step. The drawing of the same plan is in docs/architecture.md.

set(BOLT_ROOMS "")
function(bolt_room name)
  set_property(GLOBAL APPEND PROPERTY BOLT_ROOM_NAMES ${name})
  set_property(GLOBAL PROPERTY BOLT_ROOM_${name} "${ARGN}")
endfunction()

# models: the inside
bolt_room(domain      Qt6::Core)
bolt_room(ports       domain Qt6::Core)
bolt_room(store       domain Qt6::Core)
bolt_room(tables      store ports domain Qt6::Core Qt6::Qml)
bolt_room(screens     tables store ports domain Qt6::Core Qt6::Qml)

# what every program has of its process: the signals that end it, its streams, files that appear whole
bolt_room(process     domain Qt6::Core)

# services: the outside, client half
bolt_room(wire        domain Qt6::Core lib_simdjson)
bolt_room(http        domain ports wire Qt6::Core Qt6::Network)
bolt_room(realtime    domain ports wire Qt6::Core Qt6::Network Qt6::WebSockets)
bolt_room(secrets     domain ports Qt6::Core lib_keychain)
bolt_room(connectors  domain ports wire Qt6::Core lib_simdjson)
bolt_room(replica     domain ports store Qt6::Core Qt6::Sql)
bolt_room(session     domain ports store wire http connectors secrets Qt6::Core Qt6::Network)
bolt_room(sync        domain ports store wire http realtime connectors replica Qt6::Core Qt6::Network)
bolt_room(actions     domain ports store wire http connectors replica Qt6::Core Qt6::Network)
bolt_room(analytics   domain ports store wire http connectors session replica Qt6::Core Qt6::Network)
bolt_room(client      domain ports store wire http realtime secrets connectors replica session sync actions analytics
                      Qt6::Core Qt6::Network)

# backend: the embedded server. It shares words with the client (domain), never code that speaks the wire.
bolt_room(backend_db        domain Qt6::Core lib_sqlite lib_json)
bolt_room(backend_rules     backend_db domain Qt6::Core lib_json)
bolt_room(backend_seed      backend_rules backend_db domain Qt6::Core lib_json)
bolt_room(backend_http      domain Qt6::Core lib_beast lib_json)
bolt_room(backend_auth      backend_db backend_http domain Qt6::Core lib_json lib_sodium)
bolt_room(backend_values    backend_db backend_http domain Qt6::Core lib_json)
bolt_room(backend_rest      backend_rules backend_values backend_auth backend_db backend_http domain Qt6::Core lib_json)
bolt_room(backend_realtime  backend_values backend_auth backend_db backend_http domain Qt6::Core lib_json)
bolt_room(backend_api       backend_rules backend_auth backend_db backend_http domain Qt6::Core lib_json)
bolt_room(backend           backend_api backend_realtime backend_rest backend_auth backend_seed backend_rules
                            backend_http backend_db domain Qt6::Core lib_json lib_beast)
bolt_room(boltdesk-server   process backend domain Qt6::Core)
bolt_room(workers           domain Qt6::Core Qt6::Network)
bolt_room(boltdesk-workers  process workers domain Qt6::Core Qt6::Network)

# qml: what is seen
bolt_room(kit            domain Qt6::Core Qt6::Gui Qt6::Qml Qt6::Quick Qt6::Svg)
bolt_room(page_signin    kit screens tables Qt6::Core Qt6::Qml Qt6::Quick)
bolt_room(page_live      kit screens tables Qt6::Core Qt6::Qml Qt6::Quick)
bolt_room(page_job       kit screens tables Qt6::Core Qt6::Qml Qt6::Quick)
bolt_room(page_analytics kit screens tables Qt6::Core Qt6::Qml Qt6::Quick)
bolt_room(page_system    kit screens tables Qt6::Core Qt6::Qml Qt6::Quick)
bolt_room(shell          kit page_signin page_live page_job page_analytics page_system screens tables
                         Qt6::Core Qt6::Qml Qt6::Quick)

# app: the composition roots. Nothing links them but their tests.
bolt_room(desk_app       process domain ports store tables screens client backend kit page_signin page_live page_job
                         page_analytics page_system shell Qt6::Core Qt6::Gui Qt6::Widgets Qt6::Qml Qt6::Quick
                         Qt6::QuickControls2 Qt6::Network Qt6::Charts Qt6::Svg)
bolt_room(boltdesk       desk_app process Qt6::Core)
bolt_room(watch          process domain ports store tables screens client replica Qt6::Core Qt6::Network)
bolt_room(boltdesk-watch process watch Qt6::Core)
if(BOLT_BENCH)
  bolt_room(boltdesk-bench client secrets session http connectors store ports domain Qt6::Core Qt6::Network lib_simdjson)
endif()
