// The search for a lasso: a way into a component of the graph whose cycle satisfies every condition.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/interruption.hpp"
#include "temporal/graph.hpp"
#include "temporal/obligation.hpp"
#include "temporal/valuation.hpp"

namespace synod::temporal {

/// An infinite behaviour: states[0], ..., states.back(), and again from states[loop_start] on. Two equal
/// states in a row are a stuttering step; a loop of one state is stuttering for ever.
struct Lasso {
  std::vector<StateId> states;
  std::size_t loop_start = 0;
};

/// What is searched. All must outlive the call; nothing is written to, so several searches may run at once.
struct Space {
  const Graph& graph;
  const Valuation& valuation;
  const Formulas& formulas;
  std::size_t states = 0;
  const std::vector<StateId>& initial;  ///< in the order in which they were generated
  const StopFlag& stop;
};

/// A behaviour of the graph, every state of which may also stutter, that meets the obligation; nothing when
/// there is none. Of all such lassos one whose prefix is shortest, with a short loop. What is found depends
/// on the order of initial states and successors, and not on ids.
///
/// Components of the product with the automaton are found with Tarjan's algorithm and taken apart where a
/// Streett pair fails (Emerson and Lei, "Modalities for Model Checking: Branching Time Logic Strikes Back",
/// Science of Computer Programming 8, 1987, section 5). Time is linear in the product for each condition that
/// a component fails; memory 8 bytes a state and automaton state that may accept,
/// and 32 for each state on the longest path that a depth-first search takes.
///
/// Throws FailedAtom, Interrupted, std::bad_alloc.
[[nodiscard]] std::optional<Lasso> find_lasso(const Space& space, const Obligation& obligation);

/// Whether find_lasso would find one. It stops at the first accepting component.
[[nodiscard]] bool has_lasso(const Space& space, const Obligation& obligation);

}  // namespace synod::temporal
