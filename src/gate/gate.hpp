// Runs models, several at a time, each in a process of its own: what becomes of one is nothing to the others.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/interruption.hpp"
#include "gate/counterexample.hpp"
#include "gate/judgement.hpp"
#include "gate/plan.hpp"

namespace synod::gate {

struct CaseResult {
  Case what;
  Judgement judgement;
  std::optional<Observation> seen;
  std::optional<Counterexample> counterexample;  ///< if the manifest records one, and the run found one
  double seconds = 0;
  bool updated = false;  ///< what differed is expected from now on
};

/// How far a gate has come.
struct Progress {
  std::size_t done = 0, total = 0;
  struct Running {
    std::string model;
    double seconds = 0;
  };
  std::vector<Running> running;
};

struct Listener {
  std::function<void(const CaseResult&)> finished;  ///< in the order in which they end
  std::function<void(const Progress&)> progress;    ///< about twice a second
};

/// Runs all cases of a plan. Results are in the order of the plan; those that were not run because `stop` was
/// set, or something was wrong under --fail-fast, are left out with that reason; those that `stop` ended
/// could not be run. The listener is called by the calling thread.
[[nodiscard]] std::vector<CaseResult> run_cases(const Plan& plan, const Settings& settings,
                                                const StopFlag& stop, const Listener& listener);

}  // namespace synod::gate
