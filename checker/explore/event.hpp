// What can end a search, and where in the sequential order it happened. The least event of a level is the one
// that the sequential search would have met first.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/evaluation_error.hpp"
#include "store/state_store.hpp"
#include "values/value.hpp"

namespace synod::explore {

/// Place of a successor in the sequential order of a level: the position of its parent in the level, and its
/// number among that parent's successors, both from 0. Initial states are the successors of one parent at
/// position 0.
struct Key {
  std::uint32_t parent = 0;
  std::uint32_t ordinal = 0;
  auto operator<=>(const Key&) const = default;

  /// Keys as numbers in the same order: the ranks of the state store.
  [[nodiscard]] constexpr std::uint64_t rank() const { return (std::uint64_t{parent} << 32) | ordinal; }
  [[nodiscard]] static constexpr Key from_rank(std::uint64_t rank) {
    return {static_cast<std::uint32_t>(rank >> 32), static_cast<std::uint32_t>(rank)};
  }
};

/// What is done with one successor, in this order.
enum class Phase : std::uint8_t {
  enumeration,  ///< of the successor itself: it does not exist if this fails
  constraint,
  action_constraint,
  view,  ///< what identifies it: see Identity
  invariant,
  implied,  ///< implied inits for initial states, action properties for steps
  limit,    ///< the last: this successor was the last one allowed
  deadlock,
};

enum class EventKind : std::uint8_t { violation, error, deadlock, limit };

struct Event {
  Key key;  ///< of the successor; for a deadlock, ordinal 0
  Phase phase = Phase::enumeration;
  EventKind kind = EventKind::violation;
  std::size_t property = 0;  ///< of a violation: index in ModelFacts
  store::StateId state =
      store::no_state;  ///< judged once for all ways to reach it: its final rank is the event's key
  std::shared_ptr<const EvaluationError> error;
  std::vector<values::Value> partial;  ///< unassigned variable: what was assigned, interned

  /// `continuing`: past violations of invariants and action properties.
  [[nodiscard]] bool ends_search(bool continuing) const {
    return kind != EventKind::violation || !continuing;
  }
  /// Whether a counterexample ends with the successor at hand and not with its parent. (TLC leaves out a
  /// successor whose VIEW fails; but it is that state's view.)
  [[nodiscard]] bool shows_successor() const {
    return phase != Phase::enumeration && phase != Phase::deadlock;
  }
  /// Whether the sequential search meets this one first.
  [[nodiscard]] bool before(const Event& other) const {
    return key != other.key ? key < other.key : phase < other.phase;
  }
  /// Successors that the sequential search had generated from the event's parent when it met the event.
  [[nodiscard]] std::uint64_t successors_generated() const {
    if (kind == EventKind::deadlock) return 0;
    if (phase != Phase::enumeration) return std::uint64_t{key.ordinal} + 1;
    // TLC counts a successor before it looks whether all variables have a value.
    const bool counted = error && error->fault() == EvaluationFault::unassigned_variable;
    return std::uint64_t{key.ordinal} + (counted ? 1 : 0);
  }
};

}  // namespace synod::explore
