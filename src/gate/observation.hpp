// What one run of a model showed, read from the object that `synod check --format json` writes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace synod::gate {

/// A place in a source file, relative to the manifest's root.
struct Place {
  std::string file;
  std::size_t line = 1, column = 1, end_line = 1, end_column = 1;
};

struct Step {
  std::string action;
  std::optional<Place> place;
};

struct Observation {
  int exit = 0;
  std::string outcome;  ///< as in report/json.hpp
  std::optional<std::string> violated;
  std::optional<std::uint64_t> generated, distinct, depth, behaviours;
  std::optional<std::uint64_t> asked;  ///< states in which --possible was asked
  std::vector<Step> trace;
  bool replayed = true;           ///< the second evaluator confirmed the trace
  std::optional<Place> property;  ///< of what is violated
  // Of an evaluation that failed, or of what is wrong with the texts: the first error.
  bool evaluation_failed = false;
  std::string message;
  std::optional<Place> error;
  std::string limit;  ///< that the search stopped at
};

/// Nothing if the text is no such object.
[[nodiscard]] std::optional<Observation> read_observation(const std::string& text);

}  // namespace synod::gate
