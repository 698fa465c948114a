#include "temporal/valuation.hpp"

#include <algorithm>
#include <atomic>
#include <utility>

namespace synod::temporal {

Valuation::Valuation(std::vector<bool> of_steps, std::size_t states, std::uint64_t edge_bound)
    : of_steps_(std::move(of_steps)),
      in_states_(of_steps_.size(), Bits(states / 64 + 1)),
      on_edges_(of_steps_.size()),
      may_fail_(of_steps_.size()),
      failures_(of_steps_.size()) {
  for (std::size_t atom = 0; atom < of_steps_.size(); ++atom) {
    if (of_steps_[atom]) on_edges_[atom].resize(edge_bound / 64 + 1);
  }
}

void Valuation::set_bit(Bits& bits, std::uint64_t i) {
  // Relaxed: the word is read only after all writers have been waited for.
  std::atomic_ref<std::uint64_t>(bits[i / 64])
      .fetch_or(std::uint64_t{1} << (i % 64), std::memory_order_relaxed);
}

void Valuation::fail(AtomId atom, const Edge& edge, const EvaluationError& error) {
  const std::scoped_lock lock(mutex_);
  may_fail_[atom] = 1;
  failures_[atom].try_emplace(place(atom, edge), error);
}

void Valuation::throw_if_failed(AtomId atom, const Edge& edge) const {
  const auto found = failures_[atom].find(place(atom, edge));
  if (found == failures_[atom].end()) return;
  const bool of_state = !of_steps_[atom];
  throw FailedAtom{atom, of_state ? Edge{edge.from, edge.from, 0, true} : edge, found->second};
}

bool Valuation::holds(const Formulas& formulas, FormulaId f, const Edge& edge) const {
  const Formula& formula = formulas[f];
  const auto part_holds = [&](FormulaId part) { return holds(formulas, part, edge); };
  switch (formula.operation) {
    case Operation::truth:
      return true;
    case Operation::atom:
      return holds(formula.atom, edge);
    case Operation::negated_atom:
      return !holds(formula.atom, edge);
    case Operation::conjunction:
      return std::all_of(formula.parts.begin(), formula.parts.end(), part_holds);
    case Operation::disjunction:
      return std::any_of(formula.parts.begin(), formula.parts.end(), part_holds);
    default:
      return false;
  }
}

std::size_t Valuation::bytes() const {
  std::size_t words = 0;
  for (const Bits& bits : in_states_) words += bits.size();
  for (const Bits& bits : on_edges_) words += bits.size();
  return words * sizeof(std::uint64_t);
}

}  // namespace synod::temporal
