#include "explore/liveness_search.hpp"

#include <chrono>
#include <utility>

#include "explore/breadth_first.hpp"
#include "explore/run.hpp"

namespace synod::explore {

ModelFacts for_liveness(ModelFacts facts) {
  facts.has_view = false;
  facts.symmetry = nullptr;
  facts.check_deadlock = false;
  facts.invariants.clear();
  facts.implied_inits.clear();
  facts.action_properties.clear();
  return facts;
}

Result search_for_liveness(const ModelView& model, values::Interner& interner, Options options,
                           StopFlag& stop, const std::function<void(const Progress&)>& progress) {
  options.coverage = false;
  options.checkpoints = {};
  options.graph = nullptr;  // it has been told that of the search before
  BreadthFirst run(model, interner, options, options.workers, stop);
  const Ticker watchman(std::chrono::milliseconds(50), [&] { run.watch(); });
  const Ticker reporter(
      std::chrono::milliseconds(1000),
      !progress ? std::function<void()>() : [&] { progress(run.progress()); });
  return run.run();
}

void take_liveness(Result found, Result& result) {
  result.warnings.insert(result.warnings.end(), found.warnings.begin(), found.warnings.end());
  result.steps = found.steps;
  result.liveness_seconds = found.liveness_seconds;
  result.liveness_judged = found.liveness_judged;
  result.states_asked = found.states_asked;
  result.states_ahead = found.states_ahead;
  result.outcome = found.outcome;
  result.violated = std::move(found.violated);
  result.violated_index = found.violated_index;
  result.trace = std::move(found.trace);
  result.loop_start = found.loop_start;
  result.loop_label = std::move(found.loop_label);
  result.loop_repeats_view = found.loop_repeats_view;
  result.error = std::move(found.error);
  result.error_context = std::move(found.error_context);
  result.error_stage = found.error_stage;
  result.at_initial_state = found.at_initial_state;
  result.out_of_memory = found.out_of_memory;
  result.partial_successor = std::move(found.partial_successor);
  result.unassigned = std::move(found.unassigned);
}

}  // namespace synod::explore
