// What the constructors of formulas make of what they are given.
#include "temporal/formula.hpp"

#include <gtest/gtest.h>

namespace synod::temporal::test {
namespace {

class FormulasTest : public testing::Test {
 protected:
  [[nodiscard]] std::string text(FormulaId f) const { return formulas.text(f); }
  FormulaId always(FormulaId f) { return formulas.always(f); }
  FormulaId eventually(FormulaId f) { return formulas.eventually(f); }
  FormulaId both(FormulaId f, FormulaId g) { return formulas.conjunction({f, g}); }
  FormulaId either(FormulaId f, FormulaId g) { return formulas.disjunction({f, g}); }
  FormulaId no(FormulaId f) { return formulas.negation(f); }

  Formulas formulas;
  FormulaId p = formulas.atom(0), q = formulas.atom(1), r = formulas.atom(2);
};

TEST_F(FormulasTest, EqualFormulasAreOne) {
  EXPECT_EQ(formulas.atom(0), p);
  EXPECT_NE(formulas.atom(0, true), p);
  EXPECT_EQ(formulas.atom(0, true), no(p));
  EXPECT_EQ(always(either(p, q)), always(either(p, q)));
  EXPECT_NE(either(p, q), either(q, p));
}

TEST_F(FormulasTest, ModalitiesAreNotRepeated) {
  EXPECT_EQ(text(always(always(p))), "[]p0");
  EXPECT_EQ(text(eventually(eventually(p))), "<>p0");
  EXPECT_EQ(text(always(eventually(p))), "[]<>p0");
  EXPECT_EQ(text(always(eventually(always(p)))), "<>[]p0");
  EXPECT_EQ(text(eventually(always(eventually(p)))), "[]<>p0");
  EXPECT_EQ(text(always(formulas.truth())), "TRUE");
  EXPECT_EQ(text(eventually(formulas.falsity())), "FALSE");
}

TEST_F(FormulasTest, ModalitiesAreDistributed) {
  EXPECT_EQ(text(always(both(p, eventually(q)))), "([]p0 /\\ []<>p1)");
  EXPECT_EQ(text(eventually(either(p, always(q)))), "(<>p0 \\/ <>[]p1)");
  // What speaks of one state stays together, and before the rest.
  EXPECT_EQ(text(always(both(p, q))), "[](p0 /\\ p1)");
  EXPECT_EQ(text(always(formulas.conjunction({eventually(p), q, always(p), r}))),
            "([](p1 /\\ p2) /\\ []<>p0 /\\ []p0)");
  EXPECT_EQ(text(always(either(p, always(q)))), "[](p0 \\/ []p1)");
  EXPECT_EQ(text(eventually(both(p, always(no(q))))), "<>(p0 /\\ []~p1)");
}

TEST_F(FormulasTest, JunctionsAreFlat) {
  EXPECT_EQ(text(both(both(p, q), both(q, r))), "(p0 /\\ p1 /\\ p2)");
  EXPECT_EQ(text(either(q, either(p, q))), "(p1 \\/ p0)");
  EXPECT_EQ(text(both(p, either(q, r))), "(p0 /\\ (p1 \\/ p2))");
  EXPECT_EQ(text(both(p, p)), "p0");
  EXPECT_EQ(text(formulas.conjunction({})), "TRUE");
  EXPECT_EQ(text(formulas.disjunction({})), "FALSE");
}

TEST_F(FormulasTest, ConstantsAndOppositesVanish) {
  EXPECT_EQ(text(both(formulas.truth(), p)), "p0");
  EXPECT_EQ(text(both(p, formulas.falsity())), "FALSE");
  EXPECT_EQ(text(either(p, formulas.truth())), "TRUE");
  EXPECT_EQ(text(either(formulas.falsity(), p)), "p0");
  EXPECT_EQ(text(both(p, no(p))), "FALSE");
  EXPECT_EQ(text(formulas.disjunction({no(always(p)), q, always(p)})), "TRUE");
}

TEST_F(FormulasTest, NegationIsPushedInwards) {
  const FormulaId f = always(either(no(p), eventually(both(q, always(r)))));
  EXPECT_EQ(text(f), "[](~p0 \\/ <>(p1 /\\ []p2))");
  EXPECT_EQ(text(no(f)), "<>(p0 /\\ [](~p1 \\/ <>~p2))");
  EXPECT_EQ(no(no(f)), f);
  EXPECT_EQ(no(formulas.truth()), formulas.falsity());
  EXPECT_EQ(no(formulas.falsity()), formulas.truth());
}

TEST_F(FormulasTest, PropositionalIsWithoutModalities) {
  EXPECT_TRUE(formulas.propositional(both(p, either(no(q), r))));
  EXPECT_FALSE(formulas.propositional(both(p, either(no(q), always(r)))));
}

}  // namespace
}  // namespace synod::temporal::test
