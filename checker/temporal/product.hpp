// The graph and an automaton walked together: what the search for a lasso searches.
#pragma once

#include <cstdint>
#include <vector>

#include "temporal/search.hpp"

namespace synod::temporal {

/// A state of the automaton and one of the graph: `automaton state * states + state`.
using Node = std::uint64_t;

/// A step of the graph with a move of the automaton that reads it.
struct Move {
  Node target = 0;
  const Transition* transition = nullptr;
  Edge edge;
};

/// Enumerates moves in a fixed order: by transition, the steps of the graph in theirs, stuttering last.
/// Immutable.
class Product {
 public:
  Product(const Space& space, const Automaton& automaton);

  [[nodiscard]] std::uint64_t nodes() const {
    return automaton_.states.size() * std::uint64_t{space_.states};
  }
  [[nodiscard]] Node node(std::uint32_t automaton_state, StateId state) const {
    return std::uint64_t{automaton_state} * space_.states + state;
  }
  [[nodiscard]] std::uint32_t automaton_state(Node node) const {
    return static_cast<std::uint32_t>(node / space_.states);
  }
  [[nodiscard]] StateId state(Node node) const { return static_cast<StateId>(node % space_.states); }

  /// A place among the moves of a node.
  struct Cursor {
    std::uint32_t transition = 0;
    std::uint32_t step = 0;
    bool label_holds = false;  ///< as far as it speaks of the state
  };
  /// The next move of `node` that the label admits. False when there is none. Throws FailedAtom.
  [[nodiscard]] bool next(Node node, Cursor& cursor, Move& move) const;

  /// Calls body(move) until it gives back false.
  template <class Body>
  void for_moves(Node node, const Body& body) const {
    Cursor cursor;
    for (Move move; next(node, cursor, move);) {
      if (!body(move)) return;
    }
  }

  /// Whether every step keeps the automaton in this state.
  [[nodiscard]] bool waits(std::uint32_t automaton_state) const;

  [[nodiscard]] bool holds(FormulaId f, const Edge& edge) const {
    return space_.valuation.holds(space_.formulas, f, edge);
  }

 private:
  /// What a transition asks of the state, and what it asks of the step.
  struct Label {
    std::vector<FormulaId> of_state, of_step;
  };
  [[nodiscard]] bool all_hold(const std::vector<FormulaId>& formulas, const Edge& edge) const;
  [[nodiscard]] bool speaks_of_steps(FormulaId f) const;

  const Space& space_;
  const Automaton& automaton_;
  std::vector<std::vector<Label>> labels_;
};

}  // namespace synod::temporal
