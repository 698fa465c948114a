#include "reference/possibility.hpp"

#include <deque>
#include <set>

#include "reference/actions.hpp"
#include "reference/predicates.hpp"

namespace synod::reference {

bool is_lost(Evaluator& evaluator, const State& state, std::size_t index, std::int64_t level) {
  constexpr std::size_t most = 1000;
  const model::Model& model = evaluator.model();
  Predicates predicates(evaluator);
  Behaviours behaviours(evaluator);
  if (model.possible_from && !predicates.holds(*model.possible_from->body, state, level)) return false;
  const semantics::Expr& wanted = *model.possibilities.at(index).body;
  std::set<State, TotalOrder> known{state};
  for (std::deque<State> open{state}; !open.empty() && known.size() <= most; open.pop_front()) {
    const State& here = open.front();
    if (predicates.holds(wanted, here, level)) return false;
    evaluator.run().level = level;
    for (const Step& step : behaviours.successors(here)) {
      if (predicates.in_actions(here, step.state, level) && predicates.in_model(step.state, level) &&
          known.insert(step.state).second)
        open.push_back(step.state);
    }
  }
  return true;
}

}  // namespace synod::reference
