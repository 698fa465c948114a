// The end of a search: which event the sequential search would have met first, and its figures at that
// moment.
#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "explore/breadth_first.hpp"
#include "explore/outcome.hpp"
#include "explore/rank_order.hpp"

namespace synod::explore {

std::optional<Event> BreadthFirst::least_event(States found) {
  std::optional<Event> least;
  const auto offer = [&](const Event& event) {
    if (!least || event.before(*least)) least = event;
  };
  for (auto& expander : expanders_) {
    if (!expander) continue;
    for (Event& event : expander->findings().events) {
      if (event.state != store::no_state) event.key = Key::from_rank(space_.store().rank(event.state));
      if (event.ends_search(options_.continue_after_violation)) offer(event);
    }
  }
  if (options_.max_states && space_.count() >= *options_.max_states) {
    const std::size_t last = *options_.max_states - space_.store().level_begin() - 1;
    offer({.key = Key::from_rank(space_.store().rank(found[last])),
           .phase = Phase::limit,
           .kind = EventKind::limit});
  }
  return least;
}

/// Continuing: reports the first violation of each property that has had none, as far as the search got.
void BreadthFirst::settle_continued(const Event* last) {
  std::vector<Event> violations;
  for (auto& expander : expanders_) {
    if (!expander) continue;
    Findings& found = expander->findings();
    for (const auto* events : {&found.events, &found.pair_violations}) {
      std::copy_if(events->begin(), events->end(), std::back_inserter(violations), [&](const Event& event) {
        return event.kind == EventKind::violation && (last == nullptr || event.before(*last));
      });
    }
  }
  std::sort(violations.begin(), violations.end(), [](const Event& a, const Event& b) { return a.before(b); });
  for (const Event& event : violations) {
    const std::size_t property =
        event.property + (event.phase == Phase::invariant ? 0 : facts_.invariants.size());
    if (!search_.known_violations[property]) continue_after(event, trace_to(event));
  }
}

void BreadthFirst::continue_after(const Event& event, std::vector<TraceStep> trace) {
  const bool invariant = event.phase == Phase::invariant;
  const std::size_t known = event.property + (invariant ? 0 : facts_.invariants.size());
  if (search_.known_violations[known]) return;
  const auto& names = invariant ? facts_.invariants : facts_.action_properties;
  std::string name = names[event.property];
  result_.violations_continued.reserve(result_.violations_continued.size() + 1);
  result_.traces_continued.reserve(result_.traces_continued.size() + 1);
  // From here on nothing fails: a checkpoint holds all of it, or nothing.
  result_.violations_continued.push_back(std::move(name));
  result_.traces_continued.push_back(std::move(trace));
  search_.known_violations[known] = true;
}

std::vector<TraceStep> BreadthFirst::trace_to(const Event& event) {
  PathBuilder paths(space_, first_worker());
  const store::StateId parent = level_.states[event.key.parent];
  std::vector<TraceStep> trace = paths.path_to(parent);
  if (event.shows_successor()) {
    if (auto step = paths.successor(parent, event.key.ordinal)) trace.push_back(std::move(*step));
  }
  return trace;
}

void BreadthFirst::end_at_initial(InitialFindings& found) {
  result_.generated = found.generated;
  result_.distinct = space_.count();
  result_.queue = space_.count();  // TLC enqueues an initial state before it judges it
  result_.depth = found.generated == 0 ? 0 : 1;
  for (const Event& event : found.events) {
    std::vector<TraceStep> trace;
    PathBuilder paths(space_, first_worker());
    if (event.phase != Phase::enumeration && event.kind != EventKind::limit) {
      if (auto state = paths.initial_state(event.key.ordinal)) trace.push_back(std::move(*state));
    }
    if (&event != &found.events.back() || !found.ended) {
      continue_after(event, std::move(trace));
      continue;
    }
    set_outcome(result_, event, true, facts_);
    if (event.kind == EventKind::limit) name_limit();
    result_.trace = std::move(trace);
    result_.statistics_known = event.kind != EventKind::violation;
  }
  if (found.interrupted) note_stop();
  if (found.store_is_full) {
    result_.outcome = Outcome::limit;
    result_.violated = "the number of states a store holds";
  }
}

void BreadthFirst::name_limit() { result_.violated = std::to_string(*options_.max_states) + " states"; }

void BreadthFirst::end_at(const Event& event, States found) {
  set_outcome(result_, event, false, facts_);
  if (event.kind == EventKind::limit) name_limit();
  count_until(event, found);
  if (event.kind != EventKind::limit) result_.trace = trace_to(event);
}

/// The figures of the sequential search that stops at an event: it has expanded the parents before the
/// event's, and of that one the successors up to the event's.
void BreadthFirst::count_until(const Event& event, States found) {
  const std::size_t parent = event.key.parent;
  const auto counted = ranked_until(space_.store(), found, event.key, Bound::up_to);
  const auto enqueued = ranked_until(space_.store(), found, event.key,
                                     event.kind == EventKind::limit ? Bound::up_to : Bound::below);
  const store::StateId begin = space_.store().level_begin();
  result_.generated = generated_before_ + event.successors_generated();
  for (std::size_t i = 0; i < parent; ++i) result_.generated += level_.generated[i];
  result_.distinct = begin + counted.size();
  if (options_.graph != nullptr) {
    const std::size_t expanded = parent + (event.kind == EventKind::deadlock ? 1 : 0);
    explored_.end_at(expanded, event.successors_generated(), counted);
  }
  result_.queue = level_.states.size() - parent - 1 + enqueued.size();
  result_.depth = level_.number + (counted.empty() ? 0 : 1);
  if (!coverage_.wanted()) return;
  coverage_.add_last_level(counted, space_, first_worker(), level_, parent, event.successors_generated());
  count_variables(begin, counted);
}

/// The figures of what was done completely.
void BreadthFirst::end_without_event(Outcome outcome, std::string text) {
  result_.outcome = outcome;
  result_.violated = std::move(text);
  result_.generated = generated_before_;
  for (const std::uint32_t generated : level_.generated) result_.generated += generated;
  result_.distinct = space_.count();
  result_.queue = result_.distinct - sum_of(completed_);
  const bool within_level = !level_.generated.empty();
  const bool deeper = within_level && space_.count() > space_.store().level_begin();
  const std::uint64_t depth = levels_reached() + (deeper ? 1 : 0);
  result_.depth = result_.generated == 0 ? 0 : std::max<std::uint64_t>(1, depth);
  if (coverage_.wanted() && !within_level && outcome != Outcome::interrupted) {
    count_variables(static_cast<store::StateId>(space_.count()), {});
  }
}

/// --coverage: over the states below `before`, and others.
void BreadthFirst::count_variables(store::StateId before, States others) {
  result_.variable_coverage = distinct_values(space_, before, others, threads_, stop_);
  if (result_.variable_coverage.empty())
    result_.warnings.emplace_back("There is too little memory to count the values of variables.");
}

/// The same of a search that was asked to stop.
void BreadthFirst::end_stopped() {
  end_without_event(Outcome::interrupted, "");
  note_stop();
}

/// The system refuses what the search needs. Whatever was being done is left as it was before.
void BreadthFirst::end_out_of_room(std::string why) {
  reserve_ = store::PageMemory();
  out_of_room_ = std::move(why);
  stop_.request(StopReason::memory);
  end_stopped();
}

void BreadthFirst::finish_result() {
  if (coverage_.wanted()) result_.action_coverage = coverage_.actions();
  result_.words_per_state = space_.state_words();
  const std::vector<store::Shape> shapes = space_.layout().shapes();
  for (std::size_t v = 0; v < shapes.size(); ++v)
    result_.encodings.push_back(facts_.variables[v] + ": " + store::describe(shapes[v]));
  result_.memory_bytes = space_.bytes() + space_.interner().bytes();
  const std::size_t states = space_.count();
  result_.bytes_per_state = states == 0 ? 0 : result_.memory_bytes / states;
}

}  // namespace synod::explore
