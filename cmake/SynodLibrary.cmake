# synod_library(FOLDER [DEPENDS name...] [LIBRARIES target...] [EXCLUDE file...])
#
# Makes the target synod::NAME, where NAME is FOLDER's last component, of every .cpp in FOLDER itself (and of its
# subfolders). DEPENDS are the other folders that it may include, LIBRARIES are third-party targets.
#
# Layering is enforced by the include path. The target exports one directory, <build>/include/FOLDER, that holds
# nothing but a link NAME -> FOLDER. `#include "syntax/tree.hpp"` is therefore found by a target exactly if it links
# synod::syntax, directly or through its dependencies.
#
# A folder that generates sources adds them to its target in a CMakeLists.txt of its own, included once the target
# exists.
#
# A folder that has no .cpp yet becomes an INTERFACE target, so that everything configures from the start.
function(synod_library folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPENDS;LIBRARIES;EXCLUDE")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "synod_library(${folder}): unknown arguments ${arg_UNPARSED_ARGUMENTS}")
  endif()
  get_filename_component(name "${folder}" NAME)
  set(target "synod_${name}")

  set(include_dir "${CMAKE_BINARY_DIR}/include/${folder}")
  file(MAKE_DIRECTORY "${include_dir}")
  file(CREATE_LINK "${CMAKE_SOURCE_DIR}/${folder}" "${include_dir}/${name}" SYMBOLIC)

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${folder}/*.cpp")
  foreach(file IN LISTS arg_EXCLUDE)
    list(REMOVE_ITEM sources "${CMAKE_SOURCE_DIR}/${folder}/${file}")
  endforeach()

  list(TRANSFORM arg_DEPENDS PREPEND "synod::")
  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC "${include_dir}")
    target_link_libraries(${target} PUBLIC ${arg_DEPENDS} ${arg_LIBRARIES} PRIVATE synod_settings)
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${include_dir}")
    target_link_libraries(${target} INTERFACE ${arg_DEPENDS} ${arg_LIBRARIES})
  endif()
  add_library(synod::${name} ALIAS ${target})
  # Last, because what it sets is set here too.
  include("${CMAKE_SOURCE_DIR}/${folder}/CMakeLists.txt" OPTIONAL)
endfunction()
