# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed, and the Debian package of it. Libraries are found by dpkg-shlibdeps; what is loaded by name at run time
# (QML modules, database and image plugins, the fleet beside the desk) no tool sees, so it is listed here.

include(GNUInstallDirs)

set(id org.boltdesk.BoltDesk)
set(desktop ${CMAKE_SOURCE_DIR}/resources/desktop)

foreach(program boltdesk boltdesk-server boltdesk-workers boltdesk-watch)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endforeach()
install(FILES ${desktop}/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${desktop}/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${desktop}/${id}.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/linux/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/boltdesk)
install(FILES ${CMAKE_SOURCE_DIR}/README.md ${CMAKE_SOURCE_DIR}/CHANGELOG.md
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/boltdesk)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME boltdesk)
set(CPACK_PACKAGE_VENDOR "The BoltDesk maintainers")
set(CPACK_PACKAGE_CONTACT "The BoltDesk maintainers <maintainers@boltdesk.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_PACKAGE_DESCRIPTION
  "Follows jobs and submissions over a WebSocket, shows progress, an activity feed and charts, and sends admin actions.
Works on a Supabase project, and without one on its own embedded backend with a simulated worker fleet.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(modules qtquick qtquick-window qtquick-templates qtquick-layouts qtqml qtqml-models qtqml-workerscript qtcharts)
list(TRANSFORM modules PREPEND qml6-module-)
list(JOIN modules ", " CPACK_DEBIAN_PACKAGE_DEPENDS)
string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS ", libqt6sql6-sqlite, libqt6svg6, fonts-dejavu-core | fonts-inter")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qt6-wayland")
include(CPack)
