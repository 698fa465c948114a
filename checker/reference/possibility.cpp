#include "reference/possibility.hpp"

#include <deque>
#include <set>

#include "reference/actions.hpp"
#include "reference/predicates.hpp"

namespace synod::reference {

Prospect look_ahead(Evaluator& evaluator, const State& state, std::size_t index, std::int64_t level,
                    std::size_t most) {
  const model::Model& model = evaluator.model();
  Predicates predicates(evaluator);
  Behaviours behaviours(evaluator);
  if (model.possible_from && !predicates.holds(*model.possible_from->body, state, level))
    return Prospect::open;
  const semantics::Expr& wanted = *model.possibilities.at(index).body;
  std::set<State, TotalOrder> known{state};
  std::size_t looked_at = 0;
  for (std::deque<State> open{state}; !open.empty(); open.pop_front()) {
    if (looked_at++ == most) return Prospect::unknown;
    const State& here = open.front();
    if (predicates.holds(wanted, here, level)) return Prospect::open;
    evaluator.run().level = level;
    for (const Step& step : behaviours.successors(here)) {
      if (predicates.in_actions(here, step.state, level) && predicates.in_model(step.state, level) &&
          known.insert(step.state).second)
        open.push_back(step.state);
    }
  }
  return Prospect::lost;
}

}  // namespace synod::reference
