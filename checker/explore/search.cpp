#include "explore/search.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/interruption.hpp"
#include "base/stack.hpp"
#include "explore/breadth_first.hpp"
#include "explore/liveness_search.hpp"
#include "explore/outcome.hpp"
#include "explore/run.hpp"
#include "explore/up_to_view.hpp"

namespace synod::explore {
namespace {

/// What is judged on the graph takes all states and steps.
void warn_of_unjudged(const ModelFacts& facts, Result& result) {
  const std::string what = !facts.liveness.empty() ? "Liveness" : "Whether it stays possible";
  switch (result.outcome) {
    case Outcome::success:
    case Outcome::limit:
    case Outcome::interrupted:
      result.warnings.push_back(what + (result.queue == 0 ? " was not judged to the end."
                                                          : " was not judged: that takes all states."));
      return;
    default:
      return;
  }
}

/// A model without its VIEW and SYMMETRY, and with liveness for its only properties.
class AllStates final : public ModelView {
 public:
  explicit AllStates(const ModelView& model) : model_(model), facts_(for_liveness(model.facts())) {}
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
Result search_all_states(const ModelView& model, values::Interner& interner, const Options& options,
                         StopFlag& stop, const std::function<void(const Progress&)>& progress) {
  const auto tell = [&](Progress now) {
    now.on_all_states = true;
    progress(now);
  };
  Result found = search_for_liveness(AllStates(model), interner, options, stop,
                                     progress ? tell : std::function<void(const Progress&)>());
  const std::string what = model.facts().liveness.empty() ? "What stays possible" : "Liveness";
  found.warnings.insert(found.warnings.begin(), what + " is judged on the states themselves, without " +
                                                    merging(model.facts()) + ": " +
                                                    std::to_string(found.distinct) + " were found.");
  return found;
}

/// How many states a search without the VIEW may find that only has to confirm what the search up to the VIEW
/// shows: a model that is finite should not be judged by its views, and one that is finite only under its
/// VIEW takes as long as this.
std::uint64_t states_to_confirm(std::uint64_t views) { return std::max<std::uint64_t>(100'000, 10 * views); }

/// Whether the graph of views is searched for violations. Side effects are not for what is only looked for.
bool may_look_at_views(const ModelFacts& facts) {
  return facts.has_view && !facts.symmetry && !facts.needs_one_worker && !facts.liveness.empty();
}

/// `run`: the search that merges states; it has found nothing wrong.
void judge_liveness_of_merged(const ModelView& model, const BreadthFirst& run, values::Interner& interner,
                              Options options, StopFlag& stop, Result& result,
                              const std::function<void(const Progress&)>& progress) {
  options.workers = result.workers;
  std::optional<Result> shown;
  if (may_look_at_views(model.facts()))
    shown = violation_up_to_view(model, run.space(), interner, options, stop, progress);
  if (shown && !shown->loop_repeats_view) return take_liveness(std::move(*shown), result);
  if (shown) {
    const std::uint64_t most = states_to_confirm(result.distinct);
    options.max_states = std::min(options.max_states.value_or(most), most);
  }
  Result found = search_all_states(model, interner, options, stop, progress);
  const bool unfinished = found.outcome == Outcome::limit;
  if (shown && unfinished) {
    shown->warnings.push_back("The search without the VIEW was given up after " +
                              std::to_string(found.distinct) + " states.");
  }
  take_liveness(shown && unfinished ? std::move(*shown) : std::move(found), result);
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
    if (facts.merges_states() && facts.needs_graph() && result.outcome == Outcome::success)
      judge_liveness_of_merged(model, run, interner, options, stop, result, progress);
  }
  if (facts.needs_graph() && !result.liveness_judged) warn_of_unjudged(facts, result);
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
