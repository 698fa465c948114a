# What scripts/setup installs. Imported targets are SYSTEM, so our warnings stop at their headers.

find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)

# The threads behind the one parallel loop: oneTBB, or std::jthread where ThreadSanitizer has to see them (Debian's
# oneTBB is not instrumented, so every hand-over inside it would look like a race).
add_library(synod_threads INTERFACE)
if(SYNOD_JTHREAD)
  target_compile_definitions(synod_threads INTERFACE SYNOD_JTHREAD=1)
else()
  find_package(TBB REQUIRED)
  target_link_libraries(synod_threads INTERFACE TBB::tbb)
endif()

if(SYNOD_TESTS)
  find_package(GTest REQUIRED)
endif()
if(SYNOD_BENCH)
  find_package(benchmark REQUIRED)
endif()
