# Language, warnings, sanitizers: everything that all our own targets share, carried by the target synod_settings.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

# NDEBUG removes the asserts: only a bug of ours can reach one, and the debug and sanitizer presets keep them.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g")
# Sanitizers want frames that can be read and a speed that can be borne.
set(CMAKE_CXX_FLAGS_SANITIZE "-O1 -g -fno-omit-frame-pointer" CACHE STRING "")
set(CMAKE_CXX_FLAGS_COVERAGE "-O0 -g -fprofile-instr-generate -fcoverage-mapping" CACHE STRING "")

# Compiling is cached where ccache is installed. Paths are hashed relative to the sources, so that another clone of
# the repository finds what this one compiled.
find_program(CCACHE ccache)
if(CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()

add_library(synod_settings INTERFACE)
target_compile_definitions(synod_settings INTERFACE SYNOD_VERSION="${PROJECT_VERSION}")
target_compile_options(synod_settings INTERFACE
  -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion
  # g++ does not count signedness to -Wconversion and clang does; indices and differences make it noise.
  -Wno-sign-conversion
  # Designated initialisers leave members at their defaults on purpose.
  -Wno-missing-field-initializers
  -fdiagnostics-color=always)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(synod_settings INTERFACE
    # g++ 12 sees an overlap in "literal" + std::string where there is none (GCC bug 105651).
    -Wno-restrict
    # g++ 12 loses track of std::optional and std::variant; clang and the sanitizers find the real ones.
    -Wno-maybe-uninitialized)
endif()

find_package(Threads REQUIRED)
target_link_libraries(synod_settings INTERFACE Threads::Threads)

set(SYNOD_SANITIZE "" CACHE STRING "Sanitizers to build with, as in -fsanitize=")
if(SYNOD_SANITIZE)
  # For everything that is compiled, and PUBLIC: a program is sanitized as a whole or not at all.
  add_compile_options(-fsanitize=${SYNOD_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${SYNOD_SANITIZE} -fno-sanitize-recover=all)
endif()
if(SYNOD_FUZZ)
  # Coverage feedback in the libraries under test; the fuzz targets themselves add -fsanitize=fuzzer.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
