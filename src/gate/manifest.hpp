// A manifest: models, and what each must show. The schema is that of tlaplus/Examples with one extension, the
// object "synod" of a model (docs/manifest-schema.json, docs/gate.md).
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gate/json_text.hpp"

namespace synod::gate {

enum class Mode : std::uint8_t { exhaustive, simulate, generate, symbolic };

/// "result" of a model; `unknown`: it only has to run.
enum class Result : std::uint8_t {
  success,
  assumption_failure,
  deadlock_failure,
  safety_failure,
  liveness_failure,
  unknown
};

/// As it is spelled in a manifest: "safety failure".
[[nodiscard]] std::string_view name(Result result);
[[nodiscard]] std::string_view name(Mode mode);

/// A model. Paths are relative to the manifest's root, and lead to what is below it.
struct Model {
  Pointer place;  ///< in the manifest
  std::string module, config;
  Mode mode = Mode::exhaustive;
  std::uint64_t traces = 100;            ///< behaviours to try, of `simulate` and `generate`
  std::optional<std::uint64_t> runtime;  ///< in seconds; nothing: unknown
  std::optional<std::uint64_t> workers;  ///< the number with which it must run, where that matters
  Result result = Result::unknown;
  // What is compared if it is there.
  std::optional<std::uint64_t> distinct, generated, depth;
  // The extension.
  std::vector<std::string> libraries, options, possible;
  std::string possible_from;
  std::optional<std::string> violated;
  std::optional<std::uint64_t> trace_length;
  std::optional<std::string> trace;  ///< of the files TRACE.itf.json and TRACE.txt
  std::optional<std::string> confirmed;
  std::optional<std::uint64_t> timeout;  ///< in seconds
  bool nightly = false;
  bool extended = false;  ///< has the extension
};

/// Its configuration; with the mode, unless every state is searched.
[[nodiscard]] std::string title(const Model& model);

/// Something wrong with a manifest: it is not what the schema says.
struct Problem {
  std::size_t line = 1;
  std::string message;
  std::size_t column = 0;  ///< in bytes, from 1; 0: the line is all that is known
};

struct Manifest {
  std::filesystem::path file;  ///< as it was named
  std::filesystem::path root;  ///< absolute; empty if no folder above the manifest has any of its modules
  std::optional<JsonText> text;
  std::vector<Model> models;  ///< those without problems
  std::vector<Problem> problems;
};

/// The longest time, in seconds, that a model can be given: four months.
inline constexpr std::uint64_t longest_timeout = 10'000'000;

/// The largest manifest that is read.
inline constexpr std::size_t largest_manifest = std::size_t{16} << 20U;

/// Never throws on what a file contains.
[[nodiscard]] Manifest read_manifest(const std::filesystem::path& file);

/// The same for a text; `root` and `file` are left as they are.
void parse_manifest(std::string text, Manifest& manifest);

/// The folder, going upwards from that of the manifest, in which the first module is that is found at all.
[[nodiscard]] std::filesystem::path find_root(const std::filesystem::path& file,
                                              const std::vector<Model>& models);

}  // namespace synod::gate
