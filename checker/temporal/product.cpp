#include "temporal/product.hpp"

#include <algorithm>

namespace synod::temporal {

Product::Product(const Space& space, const Automaton& automaton) : space_(space), automaton_(automaton) {
  for (const std::vector<Transition>& moves : automaton.states) {
    std::vector<Label>& labels = labels_.emplace_back();
    for (const Transition& transition : moves) {
      Label& label = labels.emplace_back();
      for (const FormulaId f : transition.label)
        (speaks_of_steps(f) ? label.of_step : label.of_state).push_back(f);
    }
  }
}

bool Product::speaks_of_steps(FormulaId f) const {
  const Formula& formula = space_.formulas[f];
  if (formula.operation == Operation::atom || formula.operation == Operation::negated_atom)
    return space_.valuation.of_step(formula.atom);
  return std::any_of(formula.parts.begin(), formula.parts.end(),
                     [this](FormulaId part) { return speaks_of_steps(part); });
}

bool Product::all_hold(const std::vector<FormulaId>& formulas, const Edge& edge) const {
  return std::all_of(formulas.begin(), formulas.end(), [&](FormulaId f) { return holds(f, edge); });
}

bool Product::next(Node node, Cursor& cursor, Move& move) const {
  const StateId from = state(node);
  const std::uint32_t at = automaton_state(node);
  const std::vector<Transition>& transitions = automaton_.states[at];
  const auto successors = space_.graph.successors(from);
  const std::uint64_t first_edge = space_.graph.first_edge(from);
  for (; cursor.transition < transitions.size(); ++cursor.transition, cursor.step = 0) {
    const Label& label = labels_[at][cursor.transition];
    if (cursor.step == 0) cursor.label_holds = all_hold(label.of_state, Edge{from, from, 0, true});
    if (!cursor.label_holds) continue;
    while (cursor.step <= successors.size()) {
      const std::uint32_t step = cursor.step++;
      const Edge edge = step < successors.size() ? Edge{from, successors[step], first_edge + step, false}
                                                 : Edge{from, from, 0, true};
      if (!all_hold(label.of_step, edge)) continue;
      const Transition& transition = transitions[cursor.transition];
      move = {this->node(transition.target, edge.to), &transition, edge};
      return true;
    }
  }
  return false;
}

bool Product::waits(std::uint32_t automaton_state) const {
  const std::vector<Transition>& transitions = automaton_.states[automaton_state];
  return std::any_of(transitions.begin(), transitions.end(),
                     [&](const Transition& t) { return t.target == automaton_state && t.label.empty(); });
}

}  // namespace synod::temporal
