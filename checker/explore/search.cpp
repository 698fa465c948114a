#include "explore/search.hpp"

#include <memory>
#include <utility>

#include "base/interruption.hpp"
#include "base/stack.hpp"
#include "explore/breadth_first.hpp"
#include "explore/outcome.hpp"
#include "explore/run.hpp"

namespace synod::explore {
namespace {

/// Liveness takes all states and steps.
void warn_of_unjudged(Result& result) {
  switch (result.outcome) {
    case Outcome::success:
    case Outcome::limit:
    case Outcome::interrupted:
      result.warnings.emplace_back(result.queue == 0 ? "Liveness was not judged to the end."
                                                     : "Liveness was not judged: that takes all states.");
      return;
    default:
      return;
  }
}

/// A model without its VIEW and SYMMETRY, and with liveness for its only properties.
class AllStates final : public ModelView {
 public:
  explicit AllStates(const ModelView& model) : model_(model), facts_(model.facts()) {
    facts_.has_view = false;
    facts_.symmetry = nullptr;
    facts_.check_deadlock = false;
    facts_.invariants.clear();
    facts_.implied_inits.clear();
    facts_.action_properties.clear();
  }
  [[nodiscard]] const ModelFacts& facts() const override { return facts_; }
  [[nodiscard]] std::unique_ptr<ModelWorker> new_worker() const override { return model_.new_worker(); }

 private:
  const ModelView& model_;
  ModelFacts facts_;
};

/// "the VIEW", "SYMMETRY" or both.
std::string merging(const ModelFacts& facts) {
  if (!facts.symmetry) return "the VIEW";
  return facts.has_view ? "SYMMETRY and the VIEW" : "SYMMETRY";
}

/// States that count as one may differ in what can happen after them: those with the same view in anything,
/// symmetric ones in who it happens to, which is what fairness is about. So liveness is judged on the states
/// themselves, in a search of its own.
void judge_liveness_on_all_states(const ModelView& model, values::Interner& interner, Options options,
                                  StopFlag& stop, Result& result,
                                  const std::function<void(const Progress&)>& progress) {
  const AllStates states(model);
  options.coverage = false;
  options.checkpoints = {};
  options.graph = nullptr;  // it has been told that of the search with the VIEW
  BreadthFirst run(states, interner, options, result.workers, stop);
  const Ticker watchman(std::chrono::milliseconds(50), [&] { run.watch(); });
  const Ticker reporter(
      std::chrono::milliseconds(1000), !progress ? std::function<void()>() : [&] {
        Progress now = run.progress();
        now.on_all_states = true;
        progress(now);
      });
  Result found = run.run();
  result.warnings.push_back("Liveness is judged on the states themselves, without " + merging(model.facts()) +
                            ": " + std::to_string(found.distinct) + " were found.");
  result.warnings.insert(result.warnings.end(), found.warnings.begin(), found.warnings.end());
  result.steps = found.steps;
  result.liveness_seconds = found.liveness_seconds;
  result.liveness_judged = found.liveness_judged;
  // All that was found before stays.
  result.outcome = found.outcome;
  result.violated = std::move(found.violated);
  result.violated_index = found.violated_index;
  result.trace = std::move(found.trace);
  result.loop_start = found.loop_start;
  result.loop_label = std::move(found.loop_label);
  result.error = std::move(found.error);
  result.error_context = std::move(found.error_context);
  result.error_stage = found.error_stage;
  result.at_initial_state = found.at_initial_state;
  result.out_of_memory = found.out_of_memory;
  result.partial_successor = std::move(found.partial_successor);
  result.unassigned = std::move(found.unassigned);
}

}  // namespace

Result search(const ModelView& model, values::Interner& interner, const Options& options, StopFlag& stop,
              const std::function<void(const Progress&)>& progress) {
  measure_stack();
  const ModelFacts& facts = model.facts();
  std::vector<std::string> warnings;
  const unsigned workers = workers_for(facts, options.workers, warnings);
  BreadthFirst run(model, interner, options, workers, stop);
  Result result;
  using std::chrono::milliseconds;
  if (options.checkpoints.resumption != nullptr) run.resume(*options.checkpoints.resumption);
  const Ticker watchman(milliseconds(50), [&] { run.watch(); });
  if (assumptions_hold(facts, run.first_worker(), stop, result) && facts.has_behaviour) {
    const Ticker reporter(
        milliseconds(1000), !progress ? std::function<void()>() : [&] { progress(run.progress()); });
    result = run.run();
    result.workers = workers;
    if (facts.merges_states() && !facts.liveness.empty() && result.outcome == Outcome::success)
      judge_liveness_on_all_states(model, interner, options, stop, result, progress);
  }
  if (!facts.liveness.empty() && !result.liveness_judged && !result.postcondition_violated)
    warn_of_unjudged(result);
  result.seconds = run.seconds_since_start();
  if (result.outcome != Outcome::assumption && result.error_stage != Stage::assumption) {
    program::Totals totals;
    totals.generated = result.generated;
    totals.distinct = result.distinct;
    totals.queue = result.queue;
    totals.level = result.depth;
    totals.seconds = result.seconds;
    totals.initial = result.initial;
    check_postcondition(facts, run.first_worker(), stop, totals, result);
  }
  if (result.outcome == Outcome::interrupted && stop.reason() == StopReason::memory)
    set_out_of_memory(result, options.memory_bytes);
  CheckpointKeeper* const keeper = options.checkpoints.keeper;
  if (keeper != nullptr && result.outcome != Outcome::interrupted && !result.out_of_memory) keeper->discard();
  result.workers = workers;
  result.warnings.insert(result.warnings.begin(), warnings.begin(), warnings.end());
  return result;
}

}  // namespace synod::explore
