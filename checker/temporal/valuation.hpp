// Which atoms hold where: each looked at once, before any formula is judged.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "base/evaluation_error.hpp"
#include "temporal/formula.hpp"
#include "temporal/graph.hpp"

namespace synod::temporal {

/// An atom that cannot be evaluated in a state (the edge stutters) or on a step, where a formula needs it.
struct FailedAtom {
  AtomId atom = 0;
  Edge edge;
  EvaluationError error;
};

/// The truth of every atom in every state and on every step of a graph, a bit each. Writing bits of different
/// words is thread-safe, and so is recording failures; reading is when nothing is written.
class Valuation {
 public:
  /// Room for atoms 0 .. of_steps.size() - 1, all FALSE; `of_steps` says which are predicates of steps.
  Valuation(std::vector<bool> of_steps, std::size_t states, std::uint64_t edge_bound);

  [[nodiscard]] std::size_t atoms() const { return of_steps_.size(); }
  [[nodiscard]] bool of_step(AtomId atom) const { return of_steps_[atom]; }

  // Thread-safe, whoever else writes.
  /// Of a predicate of states, or of a predicate of steps on the stuttering step of a state.
  void set(AtomId atom, StateId state) { set_bit(in_states_[atom], state); }
  /// Of a predicate of steps on a step.
  void set_edge(AtomId atom, std::uint64_t edge) { set_bit(on_edges_[atom], edge); }
  void fail(AtomId atom, const Edge& edge, const EvaluationError& error);

  /// Throws FailedAtom.
  [[nodiscard]] bool holds(AtomId atom, const Edge& edge) const {
    if (may_fail_[atom]) throw_if_failed(atom, edge);
    if (!of_steps_[atom] || edge.stutters) return bit(in_states_[atom], edge.from);
    return bit(on_edges_[atom], edge.index);
  }
  /// Whether a propositional formula holds of a step. Throws FailedAtom.
  [[nodiscard]] bool holds(const Formulas& formulas, FormulaId f, const Edge& edge) const;

  [[nodiscard]] std::size_t bytes() const;

 private:
  using Bits = std::vector<std::uint64_t>;
  using Place =
      std::pair<bool, std::uint64_t>;  // whether it is a step in the graph; its number, or the state's

  static void set_bit(Bits& bits, std::uint64_t i);
  [[nodiscard]] static bool bit(const Bits& bits, std::uint64_t i) { return (bits[i / 64] >> (i % 64)) & 1U; }
  [[nodiscard]] Place place(AtomId atom, const Edge& edge) const {
    const bool on_edge = of_steps_[atom] && !edge.stutters;
    return {on_edge, on_edge ? edge.index : edge.from};
  }
  void throw_if_failed(AtomId atom, const Edge& edge) const;

  std::vector<bool> of_steps_;
  std::vector<Bits> in_states_, on_edges_;
  std::vector<char> may_fail_;
  std::mutex mutex_;  // guards failures while they are recorded
  std::vector<std::map<Place, EvaluationError>> failures_;
};

}  // namespace synod::temporal
