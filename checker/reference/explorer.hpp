// A naive breadth-first search, one state after the other, with a std::map of whole states: section 2 of
// TLC's behaviour written down. The oracle for the parallel engine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reference/actions.hpp"

namespace synod::reference {

enum class Outcome : std::uint8_t {
  success,
  assumption,  ///< an ASSUME is false or fails
  invariant,
  implied_init,
  action_property,
  deadlock,
  error,          ///< an evaluation failed
  postcondition,  ///< is false
  limit,          ///< stopped by a limit, with states left
};

struct ExploreLimits {
  std::uint64_t max_states =
      0;  ///< stop once so many distinct states are known and one is wholly expanded; 0: none
  std::int64_t max_depth = 0;  ///< states of this level are not expanded; 0: none
};

struct Exploration {
  Outcome outcome = Outcome::success;
  std::string violated;                  ///< name of the assumption, invariant, property or postcondition
  std::optional<EvaluationError> error;  ///< the failed evaluation
  std::uint64_t generated = 0;
  std::uint64_t distinct = 0;
  std::int64_t depth = 0;
  std::uint64_t left_on_queue = 0;
  /// The behaviour up to the violation or to the failed evaluation; empty on success.
  std::vector<Step> trace;
};

/// Explores the evaluator's model. Deadlock is checked as the model says, unless `check_deadlock` is false.
/// TLCGet and TLCSet use evaluator.run(). Never throws EvaluationError.
[[nodiscard]] Exploration explore(Evaluator& evaluator, const ExploreLimits& limits = {},
                                  bool check_deadlock = true);

}  // namespace synod::reference
