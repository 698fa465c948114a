// Is what a run showed what the manifest expects?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gate/child.hpp"
#include "gate/manifest.hpp"
#include "gate/observation.hpp"

namespace synod::gate {

/// What a difference is of.
enum class Compared : std::uint8_t { result, property, possibility, figure, counterexample, replay };

/// "distinct states: 5313, expected 5314".
struct Difference {
  Compared kind = Compared::figure;
  std::string what, expected, found;
};

enum class Status : std::uint8_t { as_expected, differs, could_not_run, left_out };

struct Judgement {
  Status status = Status::as_expected;
  std::vector<Difference> differences;
  std::string reason;  ///< why it could not run, or was left out
};

/// Why a run came to no result: no time, no memory, texts that cannot be read, ...; empty if it has one.
[[nodiscard]] std::string why_no_result(const Ended& ended, const std::optional<Observation>& seen,
                                        std::chrono::seconds timeout);

/// Whether the verdict is another one. The rest follows from it then.
[[nodiscard]] bool is_of_result(const std::vector<Difference>& differences);

/// What was found; nothing where an evaluation failed, which no manifest expects.
[[nodiscard]] std::optional<Result> result_of(const Observation& seen);

/// What is different from what `model` expects. Figures that it does not give are not compared; of a verdict
/// that is different, nothing else is.
[[nodiscard]] std::vector<Difference> compare(const Model& model, const Observation& seen);

}  // namespace synod::gate
