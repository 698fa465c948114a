#include "explore/path.hpp"

#include <algorithm>
#include <utility>

namespace synod::explore {
namespace {

/// Stops at the first successor that `matches(next, ordinal)` and keeps it.
template <class Matches>
class Finder final : public ModelWorker::SuccessorSink {
 public:
  Finder(ModelWorker& worker, values::Interner& interner, Matches matches)
      : worker_(worker), interner_(interner), matches_(std::move(matches)) {}

  bool successor(State next, std::uint32_t) override {
    if (!matches_(next, ordinal_++)) return true;
    found_ = interned_step(interner_, next, worker_.current_label());
    return false;
  }
  [[nodiscard]] std::optional<TraceStep> found() && { return std::move(found_); }

 private:
  ModelWorker& worker_;
  values::Interner& interner_;
  Matches matches_;
  std::uint32_t ordinal_ = 0;
  std::optional<TraceStep> found_;
};

/// Evaluates from memory of what files and programs answered. Where there is none, they are used again: what
/// is sought may not be found then, as with every side effect.
template <class Evaluate>
void recalling(ModelWorker& worker, const Evaluate& evaluate) {
  worker.recall(true);
  try {
    evaluate();
    worker.recall(false);
  } catch (const NotRepeatable&) {
    worker.recall(false);
    evaluate();
  }
}

template <class Matches>
std::optional<TraceStep> first_match(ModelWorker& worker, values::Interner& interner, State state,
                                     Matches matches) {
  std::optional<TraceStep> found;
  recalling(worker, [&] {
    Finder<Matches> finder(worker, interner, matches);
    try {
      worker.successors(state, finder);
    } catch (const EvaluationError&) {
      // Past the successor sought, if there is one: it was enumerated before.
    }
    found = std::move(finder).found();
  });
  worker.release();
  return found;
}

/// From an initial state to `id`.
std::vector<store::StateId> way_to(const store::StateSpace& space, store::StateId id) {
  std::vector<store::StateId> ids;
  for (store::StateId at = id; at != store::no_state; at = space.parent(at)) ids.push_back(at);
  std::reverse(ids.begin(), ids.end());
  return ids;
}

/// Interned.
std::vector<Value> values_in(const store::StateSpace& space, store::StateId id) {
  store::Unpacker unpacker;
  const State state = space.unpack(id, unpacker);
  std::vector<Value> values;
  values.reserve(state.size());
  for (const Value v : state) values.push_back(space.interner().intern(v));
  return values;
}

}  // namespace

std::optional<TraceStep> find_successor(ModelWorker& worker, values::Interner& interner, State state,
                                        std::uint32_t ordinal) {
  return first_match(worker, interner, state, [&](State, std::uint32_t number) { return number == ordinal; });
}

TraceStep find_step(ModelWorker& worker, values::Interner& interner, State from, State to) {
  const auto is_sought = [&](State next, std::uint32_t) {
    return std::equal(next.begin(), next.end(), to.begin(),
                      [&](Value a, Value b) { return interner.intern(a) == b; });
  };
  auto step = first_match(worker, interner, from, is_sought);
  return step ? std::move(*step) : interned_step(interner, to, {});
}

TraceStep interned_step(values::Interner& interner, State state, program::ActionLabel label) {
  TraceStep step;
  step.state.reserve(state.size());
  for (const Value v : state) step.state.push_back(interner.intern(v));
  for (Value& argument : label.arguments) argument = interner.intern(argument);
  step.label = std::move(label);
  return step;
}

program::ActionLabel initial_label() { return {"Initial predicate", {}, {}}; }

std::vector<TraceStep> StoredPast::first(std::size_t count) const {
  std::vector<TraceStep> steps;
  for (const store::StateId id : way_to(space_, last_)) {
    if (steps.size() == count) break;
    steps.push_back({values_in(space_, id), {}});
  }
  return steps;
}

std::vector<TraceStep> PathBuilder::path_to(store::StateId id) { return path_along(way_to(space_, id)); }

std::vector<TraceStep> PathBuilder::path_along(const std::vector<store::StateId>& ids) {
  std::vector<TraceStep> path;
  const program::KnownPast past(path);
  const KnowsPast knows(worker_, past);
  path.reserve(ids.size());
  path.push_back(interned_step(space_.interner(), values_in(space_, ids.front()), initial_label()));
  for (std::size_t i = 1; i < ids.size(); ++i) {
    worker_.set_level(i);
    path.push_back(step_to(ids[i - 1], ids[i]));
  }
  worker_.set_level(ids.size());
  return path;
}

TraceStep PathBuilder::step_to(store::StateId parent, store::StateId child) {
  std::vector<store::Word> packed(space_.state_words());
  store::Unfolded sought;
  space_.read(child, sought);
  const auto equals_child = [&](State next, std::uint32_t) {
    store::Misfit misfit;
    return space_.pack(next, {}, packed.data(), misfit) && packed == sought.words;
  };
  auto step = first_match(worker_, space_.interner(), values_in(space_, parent), equals_child);
  // A model with side effects may take another way now than it did then; the states are known all the same.
  return step ? std::move(*step) : interned_step(space_.interner(), values_in(space_, child), {});
}

std::optional<TraceStep> PathBuilder::successor(store::StateId id, std::uint32_t ordinal) {
  StoredPast past(space_);
  past.ends_in(id);
  const KnowsPast knows(worker_, past);
  return find_successor(worker_, space_.interner(), values_in(space_, id), ordinal);
}

std::optional<TraceStep> PathBuilder::initial_state(std::uint32_t ordinal) {
  std::optional<TraceStep> found;
  worker_.set_level(1);
  recalling(worker_, [&] {
    std::uint32_t number = 0;
    try {
      worker_.initial_states([&](State state) {
        if (number++ != ordinal) return true;
        found = interned_step(space_.interner(), state, initial_label());
        return false;
      });
    } catch (const EvaluationError&) {
      // Past the state sought: it was enumerated before.
    }
  });
  worker_.release();
  return found;
}

}  // namespace synod::explore
