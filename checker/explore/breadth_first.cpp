#include "explore/breadth_first.hpp"

#include <algorithm>
#include <new>
#include <numeric>
#include <utility>

#include "base/failure.hpp"
#include "base/memory.hpp"
#include "explore/liveness.hpp"
#include "explore/possibility.hpp"
#include "explore/rank_order.hpp"

namespace synod::explore {
namespace {

/// For the checkpoint and the report of a search that has run out of memory.
constexpr std::size_t reserve_bytes = std::size_t{32} << 20;

/// Parents dealt out at once: few enough that workers end together, many enough that dealing costs nothing.
std::size_t chunk_of(std::size_t parents, unsigned workers) {
  return std::clamp<std::size_t>(parents / (std::size_t{32} * workers), 1, 256);
}

}  // namespace

BreadthFirst::BreadthFirst(const ModelView& model, values::Interner& interner, const Options& options,
                           unsigned workers, StopFlag& stop)
    : facts_(model.facts()),
      options_(options),
      stop_(stop),
      reserve_(reserve_bytes),
      threads_(workers),
      space_(interner, facts_.variables.size(), facts_.key_fields(), options.tuning.initial_capacity,
             threads_.count() * Expander::states_per_look, options.scratch),
      search_{.model = model, .options = options_, .space = space_, .stop = stop, .pause = &checkpoint_due_},
      generated_(threads_.count()),
      completed_(threads_.count()),
      expanders_(threads_.count()),
      coverage_(options.coverage, facts_.actions) {
  search_.check_deadlock = options.check_deadlock && facts_.check_deadlock;
  if (facts_.needs_graph() && !facts_.merges_states()) search_.graph = &graph_;
  search_.keep_candidates = facts_.merges_states() || options.coverage;
  search_.known_violations.resize(facts_.invariants.size() + facts_.action_properties.size());
  result_.workers = threads_.count();
}

Result BreadthFirst::run() {
  try {
    if (begin()) run_levels();
    judge_liveness();
  } catch (const std::bad_alloc&) {
    end_out_of_room("the system gives no more memory (ulimit -v)");
  } catch (const store::ScratchError& error) {
    end_out_of_room(error.what());
  }
  finish_result();
  if (options_.graph != nullptr) tell_graph();
  return std::move(result_);
}

/// When all states have been found and nothing was wrong.
void BreadthFirst::judge_liveness() {
  if (search_.graph == nullptr || result_.outcome != Outcome::success || exit_requested()) return;
  judging_liveness_ = true;
  if (left_model()) {
    result_.warnings.emplace_back(
        "CONSTRAINT or ACTION_CONSTRAINT leaves out some steps: "
        "liveness is judged on the behaviors that take none of them, "
        "and a property that holds of these may fail of others.");
  }
  if (checkpoint_due_) static_cast<void>(save_checkpoint());
  const Stopwatch watch;
  try {
    const LivenessInput input{
        search_.model, space_,      graph_, initial_states_, options_.continue_after_violation,
        threads_,      search_.stop};
    if (!facts_.liveness.empty()) check_liveness(input, result_);
    if (!facts_.possibilities.empty() && result_.outcome == Outcome::success)
      check_possibilities(input, result_);
    result_.liveness_judged = result_.outcome != Outcome::error;
  } catch (const Interrupted&) {
    end_stopped();
  }
  result_.steps = graph_.edges(space_.count());
  result_.liveness_seconds = watch.seconds();
}

/// What was explored, whatever ended the search. No effect on its result.
void BreadthFirst::tell_graph() {
  try {
    if (!fits_in_memory(explored_.bytes_to_tell())) throw std::bad_alloc();
    explored_.tell({search_.model, space_, first_worker(), stop_}, *options_.graph);
  } catch (const std::bad_alloc&) {
    options_.graph->cut_short("there is too little memory");
  } catch (const store::ScratchError& error) {
    options_.graph->cut_short(error.what());
  }
}

/// The initial states. False when they end the search.
bool BreadthFirst::begin() {
  if (saved_level_ > 0) return true;  // the last level of another run
  const InitialWorkers workers{threads_,
                               [this](unsigned worker) -> ModelWorker& { return expander(worker).worker(); },
                               [this](std::size_t bytes) { return afford(bytes); }};
  InitialFindings found = find_initial_states(search_, workers, range_loop(), initial_generated_);
  generated_before_ = found.generated;
  result_.initial = found.generated;
  search_.initial_generated = found.generated;
  initial_generated_.set(found.generated);
  store::PageArray<store::StateId> states(space_.count(), options_.scratch);
  std::iota(states.begin(), states.end(), store::StateId{0});
  if (options_.graph != nullptr) explored_.add_level(states);
  if (found.ended || found.interrupted || found.store_is_full) {
    end_at_initial(found);
    explored_.end_in_init();
    return false;
  }
  initial_states_ = space_.count();
  for (const Event& event : found.events) {
    std::vector<TraceStep> trace;
    if (auto state = PathBuilder(space_, first_worker()).initial_state(event.key.ordinal)) {
      trace.push_back(std::move(*state));
    }
    continue_after(event, std::move(trace));
  }
  note_states(states);
  result_.noted_initial = result_.noted_states.size();
  level_.states = std::move(states);
  level_.known = static_cast<store::StateId>(space_.count());
  return true;
}

void BreadthFirst::run_levels() {
  while (!level_.states.empty()) {
    if (options_.max_depth && level_.number >= *options_.max_depth) {
      return end_without_event(Outcome::limit, "depth " + std::to_string(*options_.max_depth));
    }
    depth_ = level_.number;
    Section section = expand_level();
    if (section == Section::out_of_room)
      return end_without_event(Outcome::limit, "the number of states a store holds");
    if (section == Section::finished && !can_order_level()) section = Section::interrupted;
    if (section == Section::interrupted) return end_stopped();
    store::PageArray<store::StateId> found =
        in_rank_order(space_.store(), level_.states.size(), threads_, options_.scratch);
    std::optional<Event> event = least_event(found);
    if (section == Section::finished && facts_.merges_states() && !facts_.invariants.empty()) {
      section = judge_found(found, event ? event->key.rank() : ~std::uint64_t{0});
      event = least_event(found);
    }
    if (section == Section::interrupted) return end_stopped();
    if (section == Section::exit_requested && !event) {
      result_.warnings.emplace_back("The specification ended the search with TLCSet(\"exit\", TRUE).");
      return end_without_event(Outcome::success, "");
    }
    if (options_.continue_after_violation) settle_continued(event ? &*event : nullptr);
    if (event) return end_at(*event, found);
    next_level(std::move(found));
  }
  end_without_event(Outcome::success, "");
}

/// Whether there is memory for that: a number for each state found, and one for each parent.
bool BreadthFirst::can_order_level() {
  const std::size_t bytes = (space_.count() - level_.known + level_.states.size()) * sizeof(store::StateId);
  constexpr std::size_t worth_a_look = std::size_t{1} << 20;  // some models have a million levels
  return bytes < worth_a_look || afford(bytes);
}

BreadthFirst::Section BreadthFirst::expand_level() {
  const std::size_t parents = level_.states.size();
  level_.generated = store::PageArray<std::uint32_t>(parents, options_.scratch);
  space_.store().begin_level();
  if (search_.graph != nullptr) search_.graph->reserve(level_.known);
  for (auto& expander : expanders_) {
    if (expander) expander->findings().begin_level();
  }
  const bool shared = worth_sharing(parents);
  Schedule schedule(parents, shared ? chunk_of(parents, threads_.count()) : parents);
  const Stopwatch watch;
  for (;;) {
    run_workers(shared, [&](unsigned worker) {
      try {
        expander(worker).expand(schedule, level_);
      } catch (...) {
        schedule.pause();  // the others need not go on
        throw;
      }
    });
    if (search_.stop.requested()) return Section::interrupted;
    if (exit_requested()) {
      apply_candidates();
      return Section::exit_requested;
    }
    if (!schedule.paused()) break;
    if (checkpoint_due_) static_cast<void>(save_checkpoint());
    const Section room = make_room();
    if (room != Section::finished) return room;
    schedule.resume();
  }
  apply_candidates();
  seconds_per_parent_ = watch.seconds() * (shared ? threads_.count() : 1) / static_cast<double>(parents);
  return Section::finished;
}

/// Whether some step led to a state, or was itself, outside the constraints.
bool BreadthFirst::left_model() const {
  return left_model_ || std::any_of(expanders_.begin(), expanders_.end(), [](const auto& expander) {
           return expander && expander->findings().left_model;
         });
}

bool BreadthFirst::exit_requested() {
  return std::any_of(expanders_.begin(), expanders_.end(),
                     [](const auto& expander) { return expander && expander->findings().exit_requested; });
}

/// Widens the layout and enlarges the store as the workers asked, where there is memory for it and the store
/// can grow.
BreadthFirst::Section BreadthFirst::make_room() {
  apply_candidates();
  std::vector<store::Misfit> misfits;
  bool full = false;
  for (auto& expander : expanders_) {
    if (!expander) continue;
    Findings& found = expander->findings();
    misfits.insert(misfits.end(), found.misfits.begin(), found.misfits.end());
    found.misfits.clear();
    full = std::exchange(found.store_is_full, false) || full;
  }
  if (!misfits.empty()) {
    if (!afford(space_.bytes())) return Section::interrupted;  // the old states stay until the new ones stand
    space_.widen(misfits, range_loop());
  }
  if (!full) return Section::finished;
  tighten_if_due();
  if (!afford(space_.growth_bytes())) return Section::interrupted;
  return space_.grow(range_loop()) ? Section::finished : Section::out_of_room;
}

/// The first guesses at what fields need are generous. By now it is known what they hold.
void BreadthFirst::tighten_if_due() {
  if (space_.count() < next_tightening_ || !fits_in_memory(space_.bytes())) return;
  space_.tighten(range_loop());
  next_tightening_ = 4 * space_.count();
}

/// Takes over what the workers noted of the states they reached first.
void BreadthFirst::apply_candidates() {
  if (!search_.keep_candidates) return;
  for (auto& expander : expanders_) {
    if (!expander) continue;
    CandidateLog& log = expander->findings().candidates;
    if (facts_.merges_states()) store_actual_states(log);
    if (coverage_.wanted()) {
      for (std::size_t i = 0; i < log.size(); ++i) {
        if (counts(log[i]))
          coverage_.set_first_action(log[i].id - space_.store().level_begin(), log[i].action);
      }
    }
    log.clear();
  }
}

/// Whether no other way to that state was earlier.
bool BreadthFirst::counts(const CandidateLog::Entry& entry) const {
  return space_.store().rank(entry.id) == entry.rank;
}

void BreadthFirst::store_actual_states(const CandidateLog& log) {
  const std::size_t slice =
      std::size_t{4096} * threads_.count();  // each may need new nodes: not too many at once
  for (std::size_t begin = 0; begin < log.size(); begin += slice) {
    const std::size_t size = std::min(slice, log.size() - begin);
    if (!space_.reserve_actual(size, range_loop())) throw std::bad_alloc();
    range_loop()(size, [&](std::size_t first, std::size_t last) {
      std::vector<store::RecordSet::Id> scratch;
      for (std::size_t i = begin + first; i < begin + last; ++i) {
        if (counts(log[i])) space_.set_actual(log[i].id, log.actual(i, space_.state_words()), scratch);
      }
    });
  }
}

/// Where states are merged: invariants of the states that count, as far as the search gets anyway.
BreadthFirst::Section BreadthFirst::judge_found(States found, std::uint64_t last_rank) {
  const std::size_t judged =
      ranked_until(space_.store(), found, Key::from_rank(last_rank), Bound::up_to).size();
  const bool shared = worth_sharing(judged);
  Schedule schedule(judged, shared ? chunk_of(judged, threads_.count()) : judged);
  run_workers(shared, [&](unsigned worker) { expander(worker).judge(schedule, found, level_); });
  return search_.stop.requested() ? Section::interrupted : Section::finished;
}

void BreadthFirst::next_level(store::PageArray<store::StateId> found) {
  const store::StateId begin = space_.store().level_begin();
  constexpr std::size_t grain = 4096;
  threads_.for_ranges(found.size(), grain, [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const auto id = begin + static_cast<store::StateId>(i);
      space_.set_parent(id, level_.states[Key::from_rank(space_.store().rank(id)).parent]);
    }
  });
  std::vector<std::vector<std::uint64_t>> generated_by_worker;
  for (auto& expander : expanders_) {
    if (expander) generated_by_worker.push_back(expander->findings().generated_by_action);
  }
  if (options_.graph != nullptr) explored_.add_level(found);
  note_states(found);
  // From here on nothing fails: a checkpoint describes the level before, or this one.
  if (coverage_.wanted()) coverage_.add_level(found, begin, generated_by_worker);
  for (const std::uint32_t generated : level_.generated) generated_before_ += generated;
  level_.generated = {};
  level_.states = std::move(found);
  level_.known = static_cast<store::StateId>(space_.count());
  ++level_.number;
}

/// For whoever wants to know whether SYMMETRY is one: a few states of each level.
void BreadthFirst::note_states(States states) {
  constexpr std::size_t of_a_level = 4;
  constexpr std::size_t most = 200;
  if (!facts_.symmetry) return;
  store::Unpacker unpacker;
  const std::size_t step = states.size() / of_a_level + 1;
  for (std::size_t i = 0; i < states.size() && result_.noted_states.size() < most; i += step) {
    std::vector<Value> state;
    for (const Value v : space_.unpack(states[i], unpacker)) state.push_back(space_.interner().intern(v));
    result_.noted_states.push_back(std::move(state));
  }
}

/// Waking threads takes tens of microseconds: worth it for a few hundred of work.
bool BreadthFirst::worth_sharing(std::size_t parents) const {
  if (threads_.count() == 1 || parents < 2) return false;
  return options_.tuning.share_every_level || static_cast<double>(parents) * seconds_per_parent_ > 300e-6;
}

void BreadthFirst::run_workers(bool shared, const std::function<void(unsigned)>& body) {
  if (shared) {
    threads_.run(body);
  } else {
    body(0);
  }
}

/// Made by the thread that needs it first.
Expander& BreadthFirst::expander(unsigned worker) {
  auto& expander = expanders_[worker];
  if (!expander) expander = std::make_unique<Expander>(search_, generated_[worker], completed_[worker]);
  return *expander;
}

store::RangeLoop BreadthFirst::range_loop() {
  return [this](std::size_t count, const std::function<void(std::size_t, std::size_t)>& body) {
    constexpr std::size_t grain = 2048;
    threads_.for_ranges(count, grain, body);
  };
}

double BreadthFirst::seconds_since_start() const { return seconds_before_ + search_.watch.seconds(); }

Progress BreadthFirst::progress() const {
  Progress p;
  p.distinct = space_.count();
  // Read after the states, and shown in steps while a state has many successors.
  p.generated = std::max(p.distinct, initial_generated_.get() + sum_of(generated_));
  // Every state found is in the queue until it is expanded.
  const std::uint64_t expanded = sum_of(completed_);
  p.queue = p.distinct > expanded ? p.distinct - expanded : 0;
  p.depth = depth_;
  p.judging_liveness = judging_liveness_;
  p.memory_bytes = memory_in_use();
  p.seconds = seconds_since_start();
  return p;
}

}  // namespace synod::explore
