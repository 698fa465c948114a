// Simulation: random behaviours, judged at every step.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

#include "explore/model_view.hpp"
#include "explore/search.hpp"

namespace synod::explore {

struct SimulationOptions {
  /// How a step is found: all successors are, and one of them taken (simulation), or the first one that
  /// trying choices in random order gives (generation).
  program::Mode mode = program::Mode::simulation;
  std::uint64_t traces = 100;  ///< behaviours
  std::uint64_t depth = 100;   ///< steps of each, at most
  std::uint64_t seed = 0;
  unsigned workers = 0;        ///< 0: all cores
  bool check_deadlock = true;  ///< and the model's CHECK_DEADLOCK
};

/// Judges all initial states as the search does, but for what properties demand of them alone, then runs
/// `traces` behaviours. Each begins in a random initial state; a step takes a random action that has a
/// successor in the model, and a random one of these; or, as `generation`, the first successor in the model
/// that is found with all alternatives of Next in random order. Invariants and action properties are judged
/// on every successor that is generated, taken or not; a state without a successor in the model is a deadlock
/// (stricter than the search, as in TLC). Behaviour i depends on (seed, i) only, and the least i with a
/// violation or an error is the result: the same for any number of workers. `generated` counts what
/// behaviours 0 .. i generated; `behaviours` is i + 1; distinct, queue and depth are 0. `stop` and `progress`
/// as in `search`.
[[nodiscard]] Result simulate(const ModelView& model, values::Interner& interner,
                              const SimulationOptions& options, const StopFlag& stop,
                              const std::function<void(const Progress&)>& progress);
[[nodiscard]] Result simulate(const program::Program& program, values::Interner& interner,
                              const SimulationOptions& options, const StopFlag& stop,
                              const std::function<void(const Progress&)>& progress);

}  // namespace synod::explore
