// The manifest of the models that are tests of the program: what checking each of them must show. That of
// models/ is read by gate/manifest.hpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace synod::test {

/// One model with its expected result. Paths are relative to the root of the repository. A figure that is
/// absent (null in the manifest) is not compared with anything but the other runs of the same model.
struct Entry {
  std::string module;
  std::string config;
  std::vector<std::string> libraries;  ///< searched for modules, as with -I
  std::vector<std::string> arguments;  ///< further arguments, such as --no-deadlock
  std::string outcome;
  int exit = 0;
  std::optional<std::string> violated;  ///< absent: nothing may be named as violated
  std::optional<std::uint64_t> generated;
  std::optional<std::uint64_t> distinct;
  std::optional<std::uint64_t> depth;
  std::optional<std::uint64_t> trace;  ///< number of states of the counterexample
  bool large = false;                  ///< checked only when SYNOD_LARGE=1
};

/// Reads a manifest, an array of objects with the members above ("size" is "small" or "large"). Throws
/// std::runtime_error, with the file and the entry, for a missing file, an unknown or missing member, a wrong
/// type.
[[nodiscard]] std::vector<Entry> read_manifest(const std::filesystem::path& file);

}  // namespace synod::test
