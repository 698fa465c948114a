#include "explore/simulate.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <random>
#include <utility>
#include <vector>

#include "base/interruption.hpp"
#include "base/stack.hpp"
#include "explore/expander.hpp"
#include "explore/initial.hpp"
#include "explore/outcome.hpp"
#include "explore/parallel.hpp"
#include "explore/path.hpp"
#include "explore/run.hpp"
#include "explore/schedule.hpp"

namespace synod::explore {
namespace {

/// The random choices of one behaviour: a function of the seed and its number.
std::mt19937_64 choices_of(std::uint64_t seed, std::uint64_t behaviour) {
  const std::array<std::uint64_t, 2> words{seed, behaviour};
  return std::mt19937_64(XXH3_64bits(words.data(), sizeof words));
}

/// What ended a behaviour, and the way there.
struct Ending {
  std::uint64_t behaviour = 0;
  std::uint64_t generated = 0;          ///< by this behaviour
  std::vector<Value> states;            ///< interned, one after the other, up to the one at hand
  std::vector<std::uint32_t> ordinals;  ///< of each state but the first among its predecessor's successors
  Event event;
};

/// Runs behaviours, one after the other. Not thread-safe.
class Walker final : private ModelWorker::SuccessorSink {
 public:
  Walker(const Search& search, std::unique_ptr<ModelWorker> worker, std::uint64_t depth)
      : search_(search), facts_(search.model.facts()), worker_(std::move(worker)), depth_(depth) {}

  /// Behaviour `number` among those of `seed`. Its generated states go to `generated`.
  [[nodiscard]] std::optional<Ending> walk(std::uint64_t seed, std::uint64_t number,
                                           std::uint64_t& generated) {
    auto choices = choices_of(seed, number);
    begin(choices);
    for (std::uint64_t step = 1; step <= depth_ && !stopped(); ++step) {
      if (!take_step(step, choices)) break;
    }
    generated = generated_;
    if (!event_) return std::nullopt;
    return Ending{number, generated_, std::move(states_), std::move(ordinals_), std::move(*event_)};
  }

  [[nodiscard]] bool stopped() const { return search_.stop.requested(); }  // soon is enough

 private:
  /// A successor in the model: its values begin at `values` in `offered_`.
  struct Offer {
    std::uint32_t action = 0;
    std::uint32_t ordinal = 0;
    std::size_t values = 0;
  };

  [[nodiscard]] std::size_t width() const { return facts_.variables.size(); }
  [[nodiscard]] State current() const { return State(states_).last(width()); }

  void begin(std::mt19937_64& choices) {
    generated_ = 0;
    event_.reset();
    ordinals_.clear();
    states_.clear();
    const auto id = static_cast<store::StateId>(choices() % search_.space.count());
    for (const Value v : search_.space.unpack(id, unpacker_))
      states_.push_back(search_.space.interner().intern(v));
  }

  /// False at the end of the behaviour.
  bool take_step(std::uint64_t level, std::mt19937_64& choices) {
    level_ = level;
    ordinal_ = 0;
    offers_.clear();
    offered_.clear();
    worker_->set_level(level);
    try {
      const Interruptible interruptible(search_.stop);
      worker_->successors(current(), *this);
    } catch (const EvaluationError& error) {
      record_error(error, Phase::enumeration, ordinal_);
    } catch (const Interrupted&) {
      offers_.clear();  // `stopped` from now on
    }
    generated_ += event_ ? event_->successors_generated() : ordinal_;
    if (!event_ && offers_.empty() && search_.check_deadlock && !stopped()) {
      event_ = Event{.phase = Phase::deadlock, .kind = EventKind::deadlock};
    }
    const bool goes_on = !event_ && !offers_.empty();
    if (goes_on) follow(choose(choices));
    worker_->release();
    return goes_on;
  }

  bool successor(State next, std::uint32_t action) override {
    const std::uint32_t ordinal = ordinal_++;
    try {
      judge(next, ordinal);
      if (!event_ && in_model(next)) {
        offers_.push_back({action, ordinal, offered_.size()});
        for (const Value v : next)
          offered_.push_back(search_.space.interner().intern(v));  // the successor is gone when we return
      }
    } catch (const EvaluationError& error) {
      record_error(error, phase_, ordinal);
    }
    return !event_ && !stopped();
  }

  void judge(State next, std::uint32_t ordinal) {
    phase_ = Phase::invariant;
    worker_->set_level(level_ + 1);
    if (!facts_.invariants.empty()) violation(worker_->violated_invariant(next), ordinal);
    worker_->set_level(level_);
    if (event_ || facts_.action_properties.empty()) return;
    phase_ = Phase::implied;
    violation(worker_->violated_action_property(current(), next), ordinal);
  }

  bool in_model(State next) {
    phase_ = Phase::constraint;
    worker_->set_level(level_ + 1);
    const bool holds = !facts_.has_constraints || worker_->constraints_hold(next);
    worker_->set_level(level_);
    if (!holds) return false;
    phase_ = Phase::action_constraint;
    return !facts_.has_action_constraints || worker_->action_constraints_hold(current(), next);
  }

  /// First an action that offers something, then one of its offers, so that an action with many successors is
  /// not preferred to one with few.
  [[nodiscard]] const Offer& choose(std::mt19937_64& choices) {
    std::sort(offers_.begin(), offers_.end(), [](const Offer& a, const Offer& b) {
      return a.action != b.action ? a.action < b.action : a.ordinal < b.ordinal;
    });
    const auto differ = [](const Offer& a, const Offer& b) { return a.action != b.action; };
    std::vector<std::size_t> begins{0};
    for (auto it = offers_.begin();;) {
      it = std::adjacent_find(it, offers_.end(), differ);
      if (it == offers_.end()) break;
      begins.push_back(static_cast<std::size_t>(++it - offers_.begin()));
    }
    const std::size_t chosen = choices() % begins.size();
    const std::size_t end = chosen + 1 < begins.size() ? begins[chosen + 1] : offers_.size();
    return offers_[begins[chosen] + choices() % (end - begins[chosen])];
  }

  void follow(const Offer& offer) {
    for (std::size_t i = 0; i < width(); ++i) {
      states_.push_back(search_.space.interner().intern(offered_[offer.values + i]));
    }
    ordinals_.push_back(offer.ordinal);
  }

  void violation(std::optional<std::size_t> property, std::uint32_t ordinal) {
    if (property)
      event_ =
          Event{.key = {0, ordinal}, .phase = phase_, .kind = EventKind::violation, .property = *property};
  }

  void record_error(const EvaluationError& error, Phase phase, std::uint32_t ordinal) {
    event_ = Event{.key = {0, ordinal}, .phase = phase, .kind = EventKind::error};
    event_->error = std::make_shared<EvaluationError>(error);
    if (error.fault() != EvaluationFault::unassigned_variable || phase != Phase::enumeration) return;
    event_->partial = worker_->partial_successor();
    for (Value& v : event_->partial) {
      if (!v.is_none()) v = search_.space.interner().intern(v);
    }
  }

  const Search& search_;
  const ModelFacts& facts_;
  std::unique_ptr<ModelWorker> worker_;
  std::uint64_t depth_;

  std::uint64_t generated_ = 0;
  std::uint64_t level_ = 1;
  std::uint32_t ordinal_ = 0;
  Phase phase_ = Phase::enumeration;
  std::optional<Event> event_;
  store::Unpacker unpacker_;
  std::vector<Value> states_;
  std::vector<std::uint32_t> ordinals_;
  std::vector<Offer> offers_;
  std::vector<Value> offered_;
};

/// All behaviours, dealt out to workers in blocks, so that what is kept of each stays small.
class Simulation {
 public:
  Simulation(const Search& search, const SimulationOptions& options, unsigned workers)
      : search_(search), options_(options), threads_(workers), walkers_(threads_.count()) {}

  /// The ending of the least behaviour that has one. Adds to generated and behaviours.
  [[nodiscard]] std::optional<Ending> run(Result& result) {
    constexpr std::uint64_t block = 4096;
    std::optional<Ending> ending;
    for (std::uint64_t first = 0; first < options_.traces && !ending; first += block) {
      ending = run_block(first, std::min(block, options_.traces - first), result);
      if (search_.stop.requested()) break;
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
    const std::uint64_t counted = least ? least->behaviour - first + 1 : count;
    for (std::uint64_t i = 0; i < counted; ++i) result.generated += generated[i];
    result.behaviours += counted;
    return least;
  }

  void run_share(unsigned worker, std::uint64_t first, Schedule& schedule,
                 std::vector<std::uint64_t>& generated, std::optional<Ending>& least) {
    if (!walkers_[worker]) {
      walkers_[worker] = std::make_unique<Walker>(search_, search_.model.new_worker(), options_.depth);
    }
    Walker& walker = *walkers_[worker];
    while (const auto range = schedule.next()) {
      if (walker.stopped()) return;
      auto ending = walker.walk(options_.seed, first + range->begin, generated[range->begin]);
      live_.fetch_add(generated[range->begin], std::memory_order_relaxed);  // a figure for the progress line
      if (!ending) continue;
      schedule.lower_horizon(range->begin);
      if (!least || ending->behaviour < least->behaviour) least = std::move(ending);
    }
  }

  const Search& search_;
  const SimulationOptions& options_;
  Threads threads_;
  std::vector<std::unique_ptr<Walker>> walkers_;
  std::atomic<std::uint64_t> live_{0};
};

std::vector<TraceStep> trace_of(const Ending& ending, std::size_t width, ModelWorker& worker,
                                values::Interner& interner) {
  const auto state = [&](std::size_t i) { return State(ending.states).subspan(i * width, width); };
  std::vector<TraceStep> trace{interned_step(interner, state(0), initial_label())};
  const auto add = [&](std::size_t from, std::uint32_t ordinal) {
    worker.set_level(from + 1);
    if (auto step = find_successor(worker, interner, state(from), ordinal)) trace.push_back(std::move(*step));
  };
  for (std::size_t i = 0; i < ending.ordinals.size(); ++i) add(i, ending.ordinals[i]);
  if (ending.event.shows_successor()) add(ending.ordinals.size(), ending.event.key.ordinal);
  return trace;
}

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

}  // namespace

Result simulate(const ModelView& model, values::Interner& interner, const SimulationOptions& options,
                const StopFlag& stop, const std::function<void(const Progress&)>& progress) {
  measure_stack();
  const Stopwatch watch;
  const ModelFacts& facts = model.facts();
  Result result;
  result.workers = workers_for(facts, options.workers, result.warnings);
  for (std::size_t i = 0; i < facts.liveness.size(); ++i) {
    if (i > 0 && facts.liveness[i] == facts.liveness[i - 1]) continue;  // of several parts
    result.warnings.push_back(
        "Property " + facts.liveness[i] +
        " is not judged: the behaviors of a simulation are finite. synod check judges it.");
  }
  const auto worker = model.new_worker();
  if (!assumptions_hold(facts, *worker, stop, result) || !facts.has_behaviour) return result;

  const Options search_options;
  store::StateSpace space(interner, facts.variables.size(), facts.has_view,
                          search_options.tuning.initial_capacity, 1);
  const Search search{.model = model,
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
  if (found.ended || found.interrupted || found.store_is_full) {
    end_at_initial(found, space, *worker, result, facts);
  } else if (space.count() != 0) {
    Simulation simulation(search, options, result.workers);
    const Ticker reporter(
        std::chrono::milliseconds(1000), !progress ? std::function<void()>() : [&] {
          progress({.generated = found.generated + simulation.generated(),
                    .memory_bytes = interner.bytes(),
                    .seconds = watch.seconds()});
        });
    if (const auto ending = simulation.run(result)) {
      set_outcome(result, ending->event, false, facts);
      result.trace = trace_of(*ending, facts.variables.size(), *worker, interner);
    } else if (stop.requested()) {
      result.outcome = Outcome::interrupted;
    }
  }
  result.seconds = watch.seconds();
  return result;
}

}  // namespace synod::explore
