// What a counterexample has to be: fairness and the negation of a property, split into parts that are
// searched for one by one.
#pragma once

#include <vector>

#include "temporal/automaton.hpp"
#include "temporal/formula.hpp"

namespace synod::temporal {

/// If steps that satisfy `when` are taken infinitely often, so are steps that satisfy `then` (a Streett pair;
/// both are propositional). []<>F is (TRUE, F), <>[]F is (~F, FALSE), WF_v(A) is
/// (TRUE, ~ENABLED <<A>>_v \/ <<A>>_v), SF_v(A) is (ENABLED <<A>>_v, <<A>>_v).
struct Condition {
  FormulaId when = 0;
  FormulaId then = 0;
};

/// One way to violate a property: behaviours that satisfy all conditions and are accepted by the automaton.
struct Obligation {
  std::vector<Condition> conditions;
  Automaton automaton;
};

/// The ways to satisfy `fairness` (all of it) and violate `property`. Ways that can be seen to contradict
/// themselves are left out: when none remains, the fairness implies the property. Throws FormulaTooLarge.
[[nodiscard]] std::vector<Obligation> ways_to_violate(Formulas& formulas,
                                                      const std::vector<FormulaId>& fairness,
                                                      FormulaId property);

}  // namespace synod::temporal
