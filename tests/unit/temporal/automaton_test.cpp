// Automata of a few formulas, and the ways to violate a property: how large they are, and what is left out.
#include "temporal/automaton.hpp"

#include <gtest/gtest.h>

#include "temporal/obligation.hpp"

namespace synod::temporal::test {
namespace {

class AutomatonTest : public testing::Test {
 protected:
  FormulaId always(FormulaId f) { return formulas.always(f); }
  FormulaId eventually(FormulaId f) { return formulas.eventually(f); }
  FormulaId both(FormulaId f, FormulaId g) { return formulas.conjunction({f, g}); }
  FormulaId either(FormulaId f, FormulaId g) { return formulas.disjunction({f, g}); }
  FormulaId no(FormulaId f) { return formulas.negation(f); }
  FormulaId leads_to(FormulaId f, FormulaId g) { return always(either(no(f), eventually(g))); }
  Automaton automaton(FormulaId f) { return automaton_of(formulas, f); }

  Formulas formulas;
  FormulaId p = formulas.atom(0), q = formulas.atom(1), r = formulas.atom(2);
};

TEST_F(AutomatonTest, OfTheNegationOfLeadsToWaitsAndThenStays) {
  const Automaton a = automaton(no(leads_to(p, q)));  // <>(p /\ []~q)
  ASSERT_EQ(a.states.size(), 2U);
  EXPECT_EQ(a.promises, 1U);
  EXPECT_FALSE(a.may_accept(0));
  EXPECT_TRUE(a.may_accept(1));
  ASSERT_EQ(a.states[0].size(), 2U);
  EXPECT_EQ(a.states[0][0].target, 1U);
  EXPECT_EQ(a.states[0][0].label, (std::vector<FormulaId>{p, no(q)}));
  EXPECT_EQ(a.states[0][0].postponed, 0U);
  EXPECT_EQ(a.states[0][1].target, 0U);
  EXPECT_TRUE(a.states[0][1].label.empty());
  EXPECT_EQ(a.states[0][1].postponed, 1U);
  ASSERT_EQ(a.states[1].size(), 1U);
  EXPECT_EQ(a.states[1][0].target, 1U);
  EXPECT_EQ(a.states[1][0].label, std::vector<FormulaId>{no(q)});
}

TEST_F(AutomatonTest, OfRecurrenceHasOneState) {
  const Automaton a = automaton(always(eventually(p)));
  ASSERT_EQ(a.states.size(), 1U);
  EXPECT_EQ(a.promises, 1U);
  EXPECT_TRUE(a.may_accept(0));
  ASSERT_EQ(a.states[0].size(), 2U);
  EXPECT_EQ(a.states[0][0].label, std::vector<FormulaId>{p});
  EXPECT_EQ(a.states[0][0].postponed, 0U);
  EXPECT_TRUE(a.states[0][1].label.empty());
  EXPECT_EQ(a.states[0][1].postponed, 1U);
}

TEST_F(AutomatonTest, IsSmall) {
  EXPECT_EQ(automaton(formulas.truth()).states.size(), 1U);
  EXPECT_EQ(automaton(always(p)).states.size(), 1U);
  EXPECT_EQ(automaton(p).states.size(), 2U);
  EXPECT_EQ(automaton(eventually(always(p))).states.size(), 2U);
  EXPECT_EQ(automaton(leads_to(p, q)).states.size(), 2U);
}

TEST_F(AutomatonTest, OfAContradictionIsEmpty) {
  EXPECT_TRUE(automaton(formulas.falsity()).empty());
  EXPECT_TRUE(automaton(both(always(p), eventually(no(p)))).empty());
  EXPECT_TRUE(automaton(both(always(eventually(p)), eventually(always(no(p))))).empty());
  EXPECT_TRUE(automaton(both(p, always(both(no(p), eventually(q))))).empty());
  EXPECT_FALSE(automaton(both(always(eventually(p)), always(eventually(no(p))))).empty());
}

TEST_F(AutomatonTest, TooLargeFormulasAreRefused) {
  std::vector<FormulaId> many;
  for (AtomId a = 0; a < 65; ++a) many.push_back(eventually(formulas.atom(a)));
  EXPECT_THROW(static_cast<void>(automaton(formulas.conjunction(many))), FormulaTooLarge);
}

TEST_F(AutomatonTest, FairnessAndRecurrenceNeedNoAutomaton) {
  const FormulaId weak = always(eventually(either(no(p), q)));
  const FormulaId strong = either(eventually(always(no(p))), always(eventually(r)));
  const auto ways = ways_to_violate(formulas, {weak, strong}, eventually(always(q)));
  ASSERT_EQ(ways.size(), 1U);
  EXPECT_EQ(ways[0].automaton.states.size(), 1U);
  EXPECT_EQ(ways[0].automaton.promises, 0U);
  ASSERT_EQ(ways[0].conditions.size(), 3U);
  const auto expect_condition = [&](const Condition& condition, FormulaId when, FormulaId then) {
    EXPECT_EQ(formulas.text(condition.when), formulas.text(when));
    EXPECT_EQ(formulas.text(condition.then), formulas.text(then));
  };
  expect_condition(ways[0].conditions[0], formulas.truth(), no(q));
  expect_condition(ways[0].conditions[1], formulas.truth(), either(no(p), q));
  expect_condition(ways[0].conditions[2], p, r);
}

TEST_F(AutomatonTest, AConjunctionIsViolatedInOneWayForEachPart) {
  EXPECT_EQ(ways_to_violate(formulas, {}, both(leads_to(p, q), eventually(r))).size(), 2U);
  EXPECT_EQ(ways_to_violate(formulas, {}, formulas.falsity()).size(), 1U);
  EXPECT_EQ(ways_to_violate(formulas, {}, formulas.truth()).size(), 0U);
  // []p and []~p contradict each other.
  EXPECT_EQ(ways_to_violate(formulas, {always(p)}, both(leads_to(p, q), eventually(p))).size(), 1U);
}

}  // namespace
}  // namespace synod::temporal::test
