#include "case_search.hpp"

#include <algorithm>

namespace synod::temporal::test {
namespace {

void fill(Graph& graph, const Case& c) {
  graph.reserve(c.states());
  Graph::Recorder recorder(graph);
  for (StateId s = 0; s < c.states(); ++s) {
    recorder.begin();
    for (const StateId to : c.successors[s]) recorder.add(to);
    recorder.commit(s);
  }
}

std::vector<bool> of_steps(const Case& c) {
  std::vector<bool> result;
  for (const Atom& atom : c.atoms) result.push_back(atom.of_steps);
  return result;
}

void fill(Valuation& valuation, const Graph& graph, const Case& c) {
  for (AtomId a = 0; a < c.atoms.size(); ++a) {
    for (StateId s = 0; s < c.states(); ++s) {
      if (c.holds(a, s, s)) valuation.set(a, s);
      if (!c.atoms[a].of_steps) continue;
      for (std::size_t k = 0; k < c.successors[s].size(); ++k)
        if (c.holds(a, s, c.successors[s][k])) valuation.set_edge(a, graph.first_edge(s) + k);
    }
  }
}

}  // namespace

bool Found::any() const {
  return std::ranges::any_of(lassos, [](const auto& lasso) { return lasso.has_value(); });
}

Found find_lassos(const Case& c) {
  Graph graph;
  fill(graph, c);
  Valuation valuation(of_steps(c), c.states(), graph.edge_bound());
  fill(valuation, graph, c);
  Formulas formulas;
  std::vector<FormulaId> fairness;
  for (const LtlPtr& f : c.fairness) fairness.push_back(translated(formulas, f));
  const std::vector<Obligation> obligations =
      ways_to_violate(formulas, fairness, translated(formulas, c.property));
  const StopFlag never;
  const Space space{graph, valuation, formulas, c.states(), c.initial, never};
  Found found;
  for (const Obligation& obligation : obligations) {
    if (obligation.automaton.states.size() > 1) found.automata_wait = false;
    found.lassos.push_back(find_lasso(space, obligation));
  }
  return found;
}

}  // namespace synod::temporal::test
