#include "explore/simulate.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/interruption.hpp"
#include "base/stack.hpp"
#include "explore/initial.hpp"
#include "explore/outcome.hpp"
#include "explore/parallel.hpp"
#include "explore/path.hpp"
#include "explore/run.hpp"
#include "explore/schedule.hpp"
#include "explore/walker.hpp"

namespace synod::explore {
namespace {

/// All behaviours, dealt out to workers in blocks, so that what is kept of each stays small. The first worker
/// is `first`, which has seen the assumptions and the initial states: its registers go on.
class Simulation {
 public:
  Simulation(const Search& search, const SimulationOptions& options, unsigned workers, ModelWorker& first)
      : search_(search),
        options_(options),
        threads_(workers),
        first_(first),
        others_(threads_.count()),
        walkers_(threads_.count()) {}

  /// The ending of the least behaviour that has one. Adds to generated and behaviours.
  [[nodiscard]] std::optional<Ending> run(Result& result) {
    constexpr std::uint64_t block = 4096;
    std::optional<Ending> ending;
    for (std::uint64_t first = 0; first < options_.traces && !ending; first += block) {
      ending = run_block(first, std::min(block, options_.traces - first), result);
      if (search_.stop.requested() || first_.exit_requested()) break;
    }
    return ending;
  }

  [[nodiscard]] std::uint64_t generated() const {
    return live_.load(std::memory_order_relaxed);
  }  // for progress

 private:
  std::optional<Ending> run_block(std::uint64_t first, std::uint64_t count, Result& result) {
    std::vector<std::uint64_t> generated(count);
    std::vector<std::optional<Ending>> endings(threads_.count());
    Schedule schedule(count, 1);
    threads_.run([&](unsigned worker) { run_share(worker, first, schedule, generated, endings[worker]); });
    std::optional<Ending> least;
    for (auto& ending : endings) {
      if (ending && (!least || ending->behaviour < least->behaviour)) least = std::move(ending);
    }
    const std::uint64_t summed = least ? least->behaviour - first + 1 : count;
    for (std::uint64_t i = 0; i < summed; ++i) result.generated += generated[i];
    result.behaviours += least ? summed : std::min(count, walked_ - first);
    return least;
  }

  void run_share(unsigned worker, std::uint64_t first, Schedule& schedule,
                 std::vector<std::uint64_t>& generated, std::optional<Ending>& least) {
    Walker& walker = walker_of(worker);
    while (const auto range = schedule.next()) {
      if (walker.stopped()) return;
      auto ending = walker.walk(first + range->begin, generated_so_far(), generated[range->begin]);
      ++walked_;  // relaxed would do: it matters where there is one worker
      live_.fetch_add(generated[range->begin], std::memory_order_relaxed);  // a figure for the progress line
      if (!ending) continue;
      schedule.lower_horizon(range->begin);
      if (!least || ending->behaviour < least->behaviour) least = std::move(ending);
    }
  }

  [[nodiscard]] std::uint64_t generated_so_far() const { return search_.initial_generated + generated(); }

  Walker& walker_of(unsigned worker) {
    auto& walker = walkers_[worker];
    if (walker) return *walker;
    if (worker > 0) others_[worker] = search_.model.new_worker();
    walker = std::make_unique<Walker>(search_, worker > 0 ? *others_[worker] : first_, options_);
    return *walker;
  }

  const Search& search_;
  const SimulationOptions& options_;
  Threads threads_;
  ModelWorker& first_;
  std::vector<std::unique_ptr<ModelWorker>> others_;
  std::vector<std::unique_ptr<Walker>> walkers_;
  std::atomic<std::uint64_t> live_{0};
  std::atomic<std::uint64_t> walked_{0};
};

void end_at_initial(const InitialFindings& found, store::StateSpace& space, ModelWorker& worker,
                    Result& result, const ModelFacts& facts) {
  if (!found.ended) {
    result.outcome = found.interrupted ? Outcome::interrupted : Outcome::limit;
    return;
  }
  const Event& event = found.events.back();
  set_outcome(result, event, true, facts);
  if (event.phase == Phase::enumeration) return;
  if (auto state = PathBuilder(space, worker).initial_state(event.key.ordinal))
    result.trace.push_back(std::move(*state));
}

/// A model whose properties demand nothing of initial states.
class AnyBeginning final : public ModelView {
 public:
  explicit AnyBeginning(const ModelView& model) : model_(model), facts_(model.facts()) {
    facts_.implied_inits.clear();
  }
  [[nodiscard]] const ModelFacts& facts() const override { return facts_; }
  [[nodiscard]] std::unique_ptr<ModelWorker> new_worker() const override { return model_.new_worker(); }

 private:
  const ModelView& model_;
  ModelFacts facts_;
};

/// A simulation judges neither liveness nor, as in TLC, what a property demands of initial states: those of a
/// model that is simulated are often drawn at random.
void warn_of_unjudged(const ModelFacts& facts, std::vector<std::string>& warnings) {
  for (const std::string& property : facts.implied_inits) {
    warnings.push_back("The initial condition of property " + property +
                       " is not judged in a simulation. synod check judges it.");
  }
  for (std::size_t i = 0; i < facts.liveness.size(); ++i) {
    if (i > 0 && facts.liveness[i] == facts.liveness[i - 1]) continue;  // of several parts
    warnings.push_back("Property " + facts.liveness[i] +
                       " is not judged: the behaviors of a simulation are finite. synod check judges it.");
  }
}

}  // namespace

Result simulate(const ModelView& whole, values::Interner& interner, const SimulationOptions& options,
                const StopFlag& stop, const std::function<void(const Progress&)>& progress) {
  measure_stack();
  const Stopwatch watch;
  const AnyBeginning model(whole);
  const ModelFacts& facts = model.facts();
  Result result;
  result.workers = workers_for(facts, options.workers, result.warnings);
  warn_of_unjudged(whole.facts(), result.warnings);
  const auto worker = model.new_worker();
  if (!assumptions_hold(facts, *worker, stop, result) || !facts.has_behaviour) return result;
  result.simulated = true;

  const Options search_options;
  store::StateSpace space(interner, facts.variables.size(), facts.key_fields(),
                          search_options.tuning.initial_capacity, 1);
  Search search{.model = model,
                .options = search_options,
                .space = space,
                .stop = stop,
                .check_deadlock = options.check_deadlock && facts.check_deadlock};
  LiveCounter initial_generated;
  Threads alone(1);
  const InitialWorkers workers{alone, [&](unsigned) -> ModelWorker& { return *worker; },
                               [](std::size_t) { return true; }};
  const InitialFindings found =
      find_initial_states(search, workers, store::sequential_loop, initial_generated);
  result.generated = found.generated;
  result.initial = found.generated;
  search.initial_generated = found.generated;
  if (found.ended || found.interrupted || found.store_is_full) {
    end_at_initial(found, space, *worker, result, facts);
  } else if (space.count() == 0) {
    result.outcome = Outcome::error;
    result.error = EvaluationError(
        EvaluationFault::no_initial_state,
        found.generated == 0 ? "There is no initial state, so there is no behavior: Init is never TRUE."
                             : "No initial state satisfies the CONSTRAINT, so there is no behavior.");
  } else {
    Simulation simulation(search, options, result.workers, *worker);
    const Ticker reporter(
        std::chrono::milliseconds(1000), !progress ? std::function<void()>() : [&] {
          progress({.generated = found.generated + simulation.generated(),
                    .memory_bytes = interner.bytes(),
                    .seconds = watch.seconds()});
        });
    if (auto ending = simulation.run(result)) {
      set_outcome(result, ending->event, false, facts);
      result.trace = std::move(ending->steps);
      result.behaviour = ending->behaviour;
    } else if (stop.requested()) {
      result.outcome = Outcome::interrupted;
    } else if (worker->exit_requested()) {
      result.warnings.emplace_back("The specification ended the simulation with TLCSet(\"exit\", TRUE).");
    }
  }
  result.seconds = watch.seconds();
  program::Totals totals;
  totals.generated = result.generated;
  totals.behaviours = result.behaviours;
  totals.seconds = result.seconds;
  check_postcondition(facts, *worker, stop, totals, result);
  return result;
}

}  // namespace synod::explore
