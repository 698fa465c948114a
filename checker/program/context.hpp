// What a worker carries through evaluation.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/interruption.hpp"
#include "program/journal.hpp"
#include "program/node.hpp"
#include "program/program.hpp"
#include "program/value_table.hpp"

namespace synod::program {

/// Memory for the slots of frames: one large lazily committed stretch, used as a stack.
class SlotStack {
 public:
  SlotStack();
  ~SlotStack();
  SlotStack(const SlotStack&) = delete;
  SlotStack& operator=(const SlotStack&) = delete;

  /// `count` slots, all none. Throws recursion_too_deep.
  Value* push(unsigned count);
  void pop(unsigned count) { top_ -= count; }

 private:
  Value* base_ = nullptr;
  Value* top_ = nullptr;
};

/// The value of a definition in one state.
struct KeptForState {
  std::uint64_t state = 0;  ///< Context::state_in_sight then; of the next state: the last assignment it read
  Value value;
};

/// How a variable of the next state came by its value.
struct Assignment {
  std::uint64_t number = 0;  ///< different for every assignment; 0: it has none
  std::uint64_t fills = 0;   ///< values that count as Context::lazy_fills and end with it
};

/// The next state that frames read, if definitions of it may be kept.
struct NextState {
  const Value* state = nullptr;
  Assignment* assignments = nullptr;  ///< by variable, while it is under construction
  std::uint64_t number = 0;           ///< its own, where it is complete
};

struct Context {
  Context(const Program::Code& c, values::Interner& i);

  const Program::Code& code;
  values::Interner& interner;
  values::Arena arena;
  SlotStack stack;
  std::uint64_t lazy_fills = 0;  ///< counts cached lazies that were filled and can still be read: temporaries
                                 ///< may be dropped only if it stood still
  std::uint64_t state_in_sight = 0;    ///< number of the state that `current` is in all frames
  std::uint64_t states_seen = 0;       ///< the last such number given
  std::vector<KeptForState> of_state;  ///< by number of the definition
  std::vector<ValueTable> tables;      ///< by number of the expression
  std::vector<StateTable> state_tables;
  const Value* held_in =
      nullptr;  ///< a state in which the invariant or constraint at hand held, if one is known
  std::uint64_t level = 0;
  Totals totals;
  const Past* past = nullptr;                       ///< leads to the states at hand, if that is known
  const CounterExample* counter_example = nullptr;  ///< for the postcondition
  std::optional<std::uint64_t> behaviour;           ///< of a simulation: its number
  Worker::Choice choice;                            ///< the order of alternatives, if it is random
  std::map<std::int64_t, Value> registers;          ///< TLCSet(n, v), interned
  std::map<std::string, Value> named_registers;
  bool exit_requested = false;
  Journal outside;
  bool sharing_registers = true;               ///< before the search starts, TLCSet reaches every worker
  bool initial = true;                         ///< no current state yet: assumptions and Init
  std::map<const Node*, std::uint64_t> draws;  ///< per random operator, in this evaluation
  std::optional<std::uint64_t> digested;       ///< the state in sight whose digest is known
  std::uint64_t digest = 0;                    ///< of that state, as base/random.hpp says
  NextState next_in_sight;
  std::uint64_t assignments = 0;  ///< the last number given to one

  /// Results of lazy functions that outlive every arena, by closure: each worker remembers its own.
  struct KeptResult {
    Value argument, value;
  };
  std::map<const void*, std::unordered_multimap<std::uint64_t, KeptResult>> kept_results;
};

/// The context that evaluates on this thread; set by Worker while it runs.
[[nodiscard]] Context*& active_context();

/// Whether a value may be gone when temporaries are dropped.
inline bool is_temporary(Value v) { return v.is_object() && v.as_object()->handle == 0; }

/// Drops the temporaries made in its scope, unless a cached lazy of an outer scope was filled meanwhile.
class Scratch {
 public:
  explicit Scratch(Context& c) : context_(c), mark_(c.arena.mark()), fills_(c.lazy_fills) {}
  void drop() {
    if (context_.lazy_fills == fills_) context_.arena.reset(mark_);
  }

 private:
  Context& context_;
  values::Arena::Mark mark_;
  std::uint64_t fills_;
};

/// While it lives, another state is looked at: what was kept for the one before is not used.
class StateInSight {
 public:
  explicit StateInSight(Context& c) : context_(c), before_(c.state_in_sight) {
    c.state_in_sight = ++c.states_seen;
  }
  ~StateInSight() { context_.state_in_sight = before_; }
  StateInSight(const StateInSight&) = delete;
  StateInSight& operator=(const StateInSight&) = delete;

 private:
  Context& context_;
  std::uint64_t before_;
};

/// While it lives, another next state is looked at.
class NextInSight {
 public:
  /// A complete one; null: none.
  NextInSight(Context& c, const Value* state) : NextInSight(c, NextState{state, nullptr, ++c.assignments}) {}
  /// One under construction. Without `assignments` nothing of it is kept.
  NextInSight(Context& c, const Value* target, Assignment* assignments)
      : NextInSight(c, assignments == nullptr ? NextState() : NextState{target, assignments, 0}) {}
  ~NextInSight() { context_.next_in_sight = before_; }
  NextInSight(const NextInSight&) = delete;
  NextInSight& operator=(const NextInSight&) = delete;

 private:
  NextInSight(Context& c, const NextState& next) : context_(c), before_(c.next_in_sight) {
    c.next_in_sight = next;
  }
  Context& context_;
  NextState before_;
};

/// The place of what is kept for definition `number`.
inline KeptForState& kept_for_state(Context& c, std::uint32_t number) {
  if (number >= c.of_state.size()) c.of_state.resize(number + 1);
  return c.of_state[number];
}

/// What happens to the temporaries made in one round of a loop, its element included.
enum class Temporaries : std::uint8_t { kept, dropped };

/// Drops the temporaries of a loop's finished rounds whenever they have filled a block of the arena, so that
/// a loop takes no more memory the longer it runs.
class RoundScratch {
 public:
  explicit RoundScratch(Context& c) : context_(c), mark_(c.arena.mark()), fills_(c.lazy_fills) {}
  void end_round() {
    if (context_.arena.mark().block != mark_.block) drop();
  }

 private:
  void drop() {
    if (context_.lazy_fills == fills_) return context_.arena.reset(mark_);
    mark_ = context_.arena.mark();
    fills_ = context_.lazy_fills;
  }
  Context& context_;
  values::Arena::Mark mark_;
  std::uint64_t fills_;
};

/// The explicit form of a value that becomes part of another.
inline Value component(Context& c, Value v) {
  return values::is_explicit(v) ? v : values::expand(c.arena, v);
}

/// `part` for symbolic values.
Value part_from_symbolic(Context& c, Value v);

/// The same for a value that the specification puts into another, perhaps an infinite set.
inline Value part(Context& c, Value v) { return values::is_explicit(v) ? v : part_from_symbolic(c, v); }

/// `whole` of a function of which a point has no value: fails as that point does.
[[noreturn]] void fail_whole(Context& c, Value function);

/// A value that was kept for whoever applies it, where somebody needs all of it: throws the failure of a
/// function of which a point has no value.
inline Value whole(Context& c, Value v) {
  if (v.is_object() && v.as_object()->kind == Kind::lazy_function &&
      values::closure_of(*v.as_object()).is_partial())
    fail_whole(c, v);
  return v;
}

/// Whether what fails now may be left to whoever needs it; not where the machine's limits were met.
inline bool may_be_deferred(const EvaluationError& error) {
  return error.fault() != EvaluationFault::recursion_too_deep;
}

/// The elements of a lazy filter or difference, chosen from those of its base while that is walked.
bool for_each_chosen(Context& c, Value set, bool dropping, const std::function<bool(Value)>& body);

/// Calls `body(element)` for the elements of a finite set in order until it returns false. With
/// Temporaries::dropped nothing made in a round may be used after it, unless `lazy_fills` was increased.
template <Temporaries temporaries = Temporaries::kept, class Body>
bool for_each(Context& c, Value set, Body&& body) {
  constexpr bool dropping = temporaries == Temporaries::dropped;
  const auto round = [&](Value v, RoundScratch& scratch) {
    evaluation_step();
    if (!body(v)) return false;
    if constexpr (dropping) scratch.end_round();
    return true;
  };
  if (set.kind() == Kind::set) {
    RoundScratch scratch(c);
    for (const Value v : values::elements(set)) {
      if (!round(v, scratch)) return false;
    }
    return true;
  }
  if (set.kind() == Kind::interval) {
    RoundScratch scratch(c);
    const std::int64_t high = (*set.as_object())[1].as_integer();
    std::int64_t i = (*set.as_object())[0].as_integer();
    if (i > high) return true;
    for (;; ++i) {
      if (!round(values::make_integer(c.arena, i), scratch)) return false;
      if (i == high) return true;
    }
  }
  if (set.kind() == Kind::lazy_filter || set.kind() == Kind::lazy_difference) {
    return for_each_chosen(c, set, dropping, std::ref(body));
  }
  values::Enumerator walk(c.arena, set);
  RoundScratch scratch(c);
  for (Value v; walk.next(v);) {
    if (!round(v, scratch)) return false;
  }
  return true;
}

/// `check_enumerable` for sets that take a closer look.
void look_closer_at_set(const Node& node, Value set, const Node& binder);

/// Whether an interval or set is empty, etc., is left to callers; this only checks that it can be enumerated.
/// An error is the set's, `node`, within the calls that lead to `binder`.
inline void check_enumerable(const Node& node, Value set, const Node& binder) {
  if (set.kind() != Kind::set && set.kind() != Kind::interval) look_closer_at_set(node, set, binder);
}

}  // namespace synod::program
