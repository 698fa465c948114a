#include <gtest/gtest.h>

#include "parsing.hpp"

namespace synod::syntax {
namespace {

/// An expression printed, after checking that the text parses back to the same tree and prints the same
/// again.
std::string printed(const std::string& text) {
  SourceMap sources;
  Diagnostics diagnostics;
  const ExpressionPtr tree = parse_expression(sources.add("Test.tla", text), sources, diagnostics);
  if (!tree) return "[" + testing::codes(diagnostics) + "]";
  const std::string result = print(*tree);
  const ExpressionPtr again = parse_expression(sources.add("Printed.tla", result), sources, diagnostics);
  EXPECT_TRUE(again && same_tree(*tree, *again)) << text << "\n--\n"
                                                 << result << "\n--\n"
                                                 << testing::rendered(diagnostics, sources);
  if (again) EXPECT_EQ(print(*again), result);
  return result;
}

std::string printed_units(const std::string& units) {
  const testing::ParsedModule first = testing::parse_units(units);
  if (first.diagnostics.has_errors()) return testing::rendered(first);
  const std::string result = print(*first.module);
  const testing::ParsedModule second = testing::parse_file(result);
  EXPECT_TRUE(second.module && same_tree(*first.module, *second.module))
      << result << testing::rendered(second);
  EXPECT_EQ(testing::codes(second.diagnostics), "");
  if (second.module) EXPECT_EQ(print(*second.module), result);
  return result;
}

TEST(Print, operators_have_their_canonical_spelling) {
  EXPECT_EQ(printed("a \\land b ∨ c"), "[precedence-conflict]");
  EXPECT_EQ(printed("a ∧ ¬b \\land \\lnot c"), "a /\\ ~b /\\ ~c");
  EXPECT_EQ(printed("x ∈ ℕ ⇒ □◇(y ≠ z)"), "x \\in ℕ => []<>(y # z)");
  EXPECT_EQ(printed("A \\times B × C"), "A \\X B \\X C");
  EXPECT_EQ(printed("∀ x ∈ S : ⟨x, 1⟩ ↝ y ≤ z"), "\\A x \\in S : <<x, 1>> ~> y =< z");
  EXPECT_EQ(printed("\\exists x \\in S : <<x, 1>>"), "\\E x \\in S : <<x, 1>>");
}

TEST(Print, symbols_never_run_together) {
  EXPECT_EQ(printed("- - a"), "- -a");
  EXPECT_EQ(printed("a - -1"), "a - -1");
  EXPECT_EQ(printed("[]<>[]a"), "[]<>[]a");
  EXPECT_EQ(printed("~ ~a"), "~~a");
  EXPECT_EQ(printed("F( +, * )"), "F( +, * )");
  EXPECT_EQ(printed("( *(a, b) )"), "( *(a, b))");
  EXPECT_EQ(printed("- +(a, b)"), "- +(a, b)");
  EXPECT_EQ(printed("<> >(a, b)"), "<> >(a, b)");
  EXPECT_EQ(printed("I! !!(a, b)!:!<<!1"), "I! !!(a, b)!:!<<!1");
  EXPECT_EQ(printed("1 .. -1"), "1 .. -1");
  EXPECT_EQ(printed("1..n"), "1..n");
  EXPECT_EQ(printed("1.5 .. 2"), "1.5..2");
  EXPECT_EQ(printed("S \\ \\b01"), "S \\ \\b01");
  EXPECT_EQ(printed("a'^+^*"), "a'^+^*");
  EXPECT_EQ(printed("WF_<<x>>(A) /\\ SF_v(B)"), "WF_<<x>>(A) /\\ SF_v(B)");
  EXPECT_EQ(printed("[[A]_v]_<<w>>"), "[[A]_v]_<<w>>");
  EXPECT_EQ(printed("\"a\\\"\\\\\\n\\t\\r\\f\""), "\"a\\\"\\\\\\n\\t\\r\\f\"");
}

TEST(Print, lists_keep_their_columns) {
  EXPECT_EQ(printed("/\\ a\n/\\ \\/ b\n   \\/ c\n/\\ \\E x : /\\ d\n          /\\ e"),
            "/\\ a\n/\\ \\/ b\n   \\/ c\n/\\ \\E x :\n     /\\ d\n     /\\ e");
  EXPECT_EQ(printed("  /\\ a\n  /\\ b\n=> c"), "   /\\ a\n   /\\ b\n=> c");
  EXPECT_EQ(printed("  /\\ a\n/\\ b"), "   /\\ a\n/\\ b");
  EXPECT_EQ(printed("  /\\ a\n  /\\ b\n'"), "   /\\ a\n   /\\ b\n'");
  EXPECT_EQ(printed("  /\\ f\n  /\\ g\n[x].y"), "   /\\ f\n   /\\ g\n[x].y");
  EXPECT_EQ(printed("a + /\\ b\n+ c"), "a\n+ /\\ b\n+ c");
  EXPECT_EQ(printed("/\\    /\\ a\n   => b\n/\\ c"), "/\\    /\\ a\n   => b\n/\\ c");
  EXPECT_EQ(printed("CASE a ->\n  /\\ CASE b -> c\n[] d -> e"), "CASE a -> /\\ CASE b -> c\n  [] d -> e");
  EXPECT_EQ(printed("(/\\ a\n /\\ b) => c"), "(/\\ a\n /\\ b)\n=> c");
}

TEST(Print, what_does_not_fit_is_broken_where_a_reader_would) {
  EXPECT_EQ(printed_units(
                "Init == x = 1 /\\ y = 2\nNext == \\/ x' = [x EXCEPT ![1] = IF x = 2 THEN [a |-> 1, b |-> 2] "
                "ELSE LET y == 1 z == 2 IN y + z] \\/ UNCHANGED <<x>>\n        \\/ FALSE\n"),
            "---- MODULE Test ----\n"
            "\n"
            "Init == x = 1 /\\ y = 2\n"
            "\n"
            "Next ==\n"
            "  \\/ x' = [x EXCEPT ![1] = IF x = 2\n"
            "                             THEN [a |-> 1, b |-> 2]\n"
            "                             ELSE LET y == 1\n"
            "                                      z == 2\n"
            "                                  IN y + z]\n"
            "     \\/ UNCHANGED <<x>>\n"
            "  \\/ FALSE\n"
            "\n"
            "====\n");
}

TEST(Print, units_of_every_kind) {
  EXPECT_EQ(printed_units(
                "CONSTANTS N, F(_, _), _ ++ _, -. _, _ ^+\nVARIABLE x\nVARIABLES y, z\nASSUME A == N > 1\n"
                "LOCAL a ++ b == a\n-. a == a\na ^+ == a\nRECURSIVE G(_)\nG(H(_), _ * _) == 1\n"
                "f[i \\in S, <<j>> \\in T] == i\nI(k) == INSTANCE M WITH b <- LAMBDA c : c, * <- +\n"
                "LOCAL INSTANCE M\n---- MODULE Inner ----\nEXTENDS A, B\n====\n-----\nUSE DEF x\n"
                "THEOREM T == ASSUME NEW c \\in S, NEW STATE d, P PROVE Q\n    <1> QED\n        BY P\n"),
            "---- MODULE Test ----\n"
            "\n"
            "CONSTANTS N, F(_, _), _ ++ _, -. _, _ ^+\n"
            "\n"
            "VARIABLE x\n"
            "VARIABLES y, z\n"
            "\n"
            "ASSUME A == N > 1\n"
            "\n"
            "LOCAL a ++ b == a\n"
            "\n"
            "-. a == a\n"
            "\n"
            "a ^+ == a\n"
            "\n"
            "RECURSIVE G(_)\n"
            "\n"
            "G(H(_), _ * _) == 1\n"
            "\n"
            "f[i \\in S, <<j>> \\in T] == i\n"
            "\n"
            "I(k) == INSTANCE M WITH b <- LAMBDA c : c, * <- +\n"
            "\n"
            "LOCAL INSTANCE M\n"
            "\n"
            "---- MODULE Inner ----\n"
            "EXTENDS A, B\n"
            "\n"
            "====\n"
            "\n" +
                std::string(100, '-') +
                "\n"
                "\n"
                "USE DEF x\n"
                "\n"
                "THEOREM T == ASSUME NEW c \\in S, NEW STATE d, P PROVE  Q\n"
                "    <1> QED\n"
                "        BY P\n"
                "\n"
                "====\n");
}

TEST(SameTree, sees_every_difference_but_spans) {
  const auto same = [](const char* left, const char* right) {
    SourceMap sources;
    Diagnostics diagnostics;
    const ExpressionPtr a = parse_expression(sources.add("a", left), sources, diagnostics);
    const ExpressionPtr b = parse_expression(sources.add("b", right), sources, diagnostics);
    return a && b && same_tree(*a, *b);
  };
  EXPECT_TRUE(same("a+b", " a  +\n b"));
  EXPECT_FALSE(same("a+b", "a+c"));
  EXPECT_FALSE(same("a+b", "a-b"));
  EXPECT_FALSE(same("a+b", "(a+b)"));
  EXPECT_FALSE(same("\\A x : P", "\\E x : P"));
  EXPECT_FALSE(same("{x \\in S : P}", "{<<x>> \\in S : P}"));
  EXPECT_FALSE(same("CHOOSE x : P", "CHOOSE x \\in S : P"));
  EXPECT_FALSE(same("WF_v(A)", "SF_v(A)"));
  EXPECT_FALSE(same("<<a>>", "<<a, a>>"));
  EXPECT_FALSE(same("1", "01"));
  EXPECT_FALSE(same("x", "\"x\""));
  EXPECT_FALSE(same("[f EXCEPT !.a = 1]", "[f EXCEPT ![a] = 1]"));
  EXPECT_FALSE(same("LET x == 1 IN x", "LET LOCAL x == 1 IN x"));
}

}  // namespace
}  // namespace synod::syntax
