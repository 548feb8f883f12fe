# SPDX-License-Identifier: GPL-3.0-or-later
# Language level, warnings and sanitizers: one interface target that every room links.

option(BOLT_WERROR "Treat compiler warnings as errors" OFF)
option(BOLT_TESTS "Build the tests" ON)
option(BOLT_BENCH "Build the benchmarks" OFF)
option(BOLT_UNITY "Compile a room's sources together: a clean build takes a fraction of the time" OFF)
option(BOLT_FUZZ "Build the libFuzzer targets (clang only)" OFF)
set(BOLT_SANITIZE "" CACHE STRING "Sanitizers, as given to -fsanitize=")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_UNITY_BUILD ${BOLT_UNITY})
set(CMAKE_UNITY_BUILD_BATCH_SIZE 12)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(BOLT_CCACHE ccache)
if(BOLT_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${BOLT_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${BOLT_CCACHE})
endif()

add_library(bolt_options INTERFACE)
target_include_directories(bolt_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(bolt_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
  QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400 QT_WARN_DEPRECATED_UP_TO=0x060400
  BOLT_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(bolt_options INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${BOLT_WERROR}>:/WX>)
else()
  target_compile_options(bolt_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wimplicit-fallthrough -Wextra-semi $<$<BOOL:${BOLT_WERROR}>:-Werror>)
endif()
if(BOLT_UNITY AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # A class local to one source looks, once sources are joined, as if it came from a header.
  target_compile_options(bolt_options INTERFACE -Wno-subobject-linkage)
  # Both are false once g++ 12 optimises std::optional and std::string across joined sources; clang and the debug builds
  # still look.
  target_compile_options(bolt_options INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
endif()
if(BOLT_SANITIZE)
  target_compile_options(bolt_options INTERFACE -fsanitize=${BOLT_SANITIZE} -fno-omit-frame-pointer -g)
  target_link_options(bolt_options INTERFACE -fsanitize=${BOLT_SANITIZE})
  if(BOLT_SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Asio's fences, which the sanitizer does not see; each of them stands beside an atomic that it does see.
    target_compile_options(bolt_options INTERFACE -Wno-tsan)
  endif()
endif()
