#include "modules.hpp"

namespace synod::semantics {
namespace {

TEST(Expressions, RecordFieldIsApplicationToAString) {
  EXPECT_EQ(core("VARIABLE r\nT == r.f", "T"), "T == r[\"f\"]");
}

TEST(Expressions, SeveralArgumentsAreATuple) {
  EXPECT_EQ(core("VARIABLE f\nT == f[1, 2]", "T"), "T == f[<<1, 2>>]");
}

TEST(Expressions, BoundsWithOneSetAreSplit) {
  EXPECT_EQ(core("T == \\E s, t \\in {1}, <<p, q>> \\in {<<1, 2>>} : s = t /\\ p = q", "T"),
            "T == \\E s \\in {1}, t \\in {1}, <<p, q>> \\in {<<1, 2>>} : (s = t) /\\ (p = q)");
}

TEST(Expressions, ConjunctionsOfOneListAreOneNode) {
  Modules modules;
  const auto spec =
      modules.add("M", "VARIABLE x\nT == /\\ x = 1\n     /\\ x = 2 /\\ x = 3\n     /\\ (x = 4 /\\ x = 5)")
          .resolve("M");
  ASSERT_TRUE(spec);
  EXPECT_EQ(spec->root_operators.at("T")->body->operands.size(), 4U);
  EXPECT_EQ(core_of(*spec, "T"), "T == (x = 1) /\\ (x = 2) /\\ (x = 3) /\\ ((x = 4) /\\ (x = 5))");
}

TEST(Expressions, ALongChainNeedsNoStack) {
  std::string body = "VARIABLE x\nT == x = 0";
  for (int i = 1; i < 900; ++i) body += " \\/ x = " + std::to_string(i);
  Modules modules;
  const auto spec = modules.add("M", body).resolve("M");
  ASSERT_TRUE(spec);
  EXPECT_EQ(spec->root_operators.at("T")->body->operands.size(), 900U);
}

TEST(Expressions, AtIsTheOldValueOfItsUpdate) {
  EXPECT_EQ(core("VARIABLE f\nT == [f EXCEPT ![1].a[2, 3] = {@}, !.b = @]", "T"),
            "T == [f EXCEPT ![1][\"a\"][<<2, 3>>] = {@}, ![\"b\"] = @]");
  EXPECT_EQ(diagnostics_of("T == @"),
            "M:2:6: error[wrong-kind]: @ has a meaning only in the new value of an EXCEPT\n");
}

TEST(Expressions, NumbersInEveryBase) {
  EXPECT_EQ(core("T == {12, \\b101, \\o17, \\hFF, 9223372036854775807}", "T"),
            "T == {12, 5, 15, 255, 9223372036854775807}");
  EXPECT_EQ(diagnostics_of("T == 9223372036854775808"),
            "M:2:6: error[literal-too-large]: the number 9223372036854775808 does not fit into 64 bits\n");
  EXPECT_EQ(core("T == 1.50", "T"), "T == 1.50");
}

TEST(Expressions, AFieldTwice) {
  EXPECT_EQ(diagnostics_of("T == [a |-> 1, a |-> 2]"),
            "M:2:16: error[duplicate-name]: the field a is given twice\n");
}

TEST(Expressions, RecursiveFunctionsReferToThemselvesByASymbol) {
  Modules modules;
  const auto spec = modules.add("M", "f[i \\in {1}] == f[i]\ng[i \\in {1}] == i").resolve("M");
  ASSERT_TRUE(spec);
  EXPECT_EQ(core_of(*spec, "f"), "f == [f: i \\in {1} |-> f[i]]");
  EXPECT_EQ(core_of(*spec, "g"), "g == [i \\in {1} |-> i]");
  EXPECT_TRUE(spec->root_operators.at("f")->is_function);
}

TEST(Expressions, ActionsAndTemporalFormulas) {
  EXPECT_EQ(core("VARIABLES x, y\nN == x' = y /\\ UNCHANGED y\nS == x = 0 /\\ [][N]_<<x, y>> /\\ WF_x(N) /\\ "
                 "<><<N>>_x",
                 "S"),
            "S == (x = 0) /\\ ([][N]_<<x, y>>) /\\ WF_x(N) /\\ (<><<N>>_x)");
}

TEST(Expressions, OperatorsAsArgumentsAreLambdas) {
  EXPECT_EQ(
      core(
          "A(F(_, _), x) == F(x, x)\nP(a, b) == a\nT == A(P, 1) = A(\\cup, {}) /\\ A(LAMBDA u, v : u, 2) = 2",
          "T"),
      "T == (A(LAMBDA a, b : P(a, b), 1) = A(LAMBDA x1, x2 : x1 \\cup x2, {})) /\\ "
      "(A(LAMBDA u, v : u, 2) = 2)");
  EXPECT_EQ(core("A(F(_)) == F(1)\nB(G(_)) == A(G)", "B"), "B(G) == A(LAMBDA x1 : G(x1))");
}

TEST(Expressions, LetDefinesOperatorsFunctionsAndRecursion) {
  EXPECT_EQ(core("EXTENDS Naturals\nT == LET RECURSIVE S(_)\n         S(n) == IF n = 0 THEN 0 ELSE S(n - 1)\n"
                 "         f[i \\in {1}] == S(i)\n     IN f[1]",
                 "T"),
            "T == LET S(n) == IF n = 0 THEN 0 ELSE S(n - 1) f == [i \\in {1} |-> S(i)] IN f[1]");
}

}  // namespace
}  // namespace synod::semantics
