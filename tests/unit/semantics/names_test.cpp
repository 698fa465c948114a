#include "modules.hpp"

namespace synod::semantics {
namespace {

TEST(Names, UndefinedOnesGetAdvice) {
  EXPECT_EQ(diagnostics_of("VARIABLE counter\nInit == counetr = 0"),
            "M:3:9: error[undefined-name]: counetr is not defined\n  M:2:10: did you mean counter?\n");
  EXPECT_EQ(diagnostics_of("T == Cardinality({})"),
            "M:2:6: error[undefined-name]: Cardinality is not defined\n"
            "  it is an operator of the standard module FiniteSets: is it missing in EXTENDS?\n");
  EXPECT_EQ(
      diagnostics_of("T == Later\nLater == 1"),
      "M:2:6: error[undefined-name]: Later is not defined\n"
      "  M:3:1: it is defined only here: move this definition up, or declare it RECURSIVE before its use\n");
  EXPECT_EQ(diagnostics_of("F(n) == F(n)"),
            "M:2:9: error[recursive-without-declaration]: F is used in its own definition but not declared "
            "RECURSIVE\n");
}

TEST(Names, SeveralErrorsInOneRunAndEachNameOnce) {
  EXPECT_EQ(diagnostics_of("A == qqqq\nB == qqqq + 1\nC == rrrr"),
            "M:2:6: error[undefined-name]: qqqq is not defined\n"
            "M:3:11: error[undefined-name]: + is not defined\n"
            "  it is an operator of the standard module Naturals: is it missing in EXTENDS?\n"
            "M:4:6: error[undefined-name]: rrrr is not defined\n");
}

TEST(Names, NothingMayBeDeclaredTwiceOrShadowed) {
  EXPECT_EQ(diagnostics_of("F(x) == 1\nF(x) == 2"),
            "M:3:1: error[duplicate-name]: F is already defined\n  M:2:1: here\n");
  EXPECT_EQ(diagnostics_of("VARIABLE x\nA == \\E x \\in {1} : TRUE"),
            "M:3:9: error[duplicate-name]: x is already declared as a variable\n  M:2:10: here\n");
  EXPECT_EQ(diagnostics_of("A == \\E x \\in {1} : \\A x \\in {2} : x = x"),
            "M:2:24: error[duplicate-name]: x is already bound\n  M:2:9: here\n");
  EXPECT_EQ(diagnostics_of("F == 1\nA == LET F == 2 IN F"),
            "M:3:10: error[duplicate-name]: F is already defined\n  M:2:1: here\n");
}

TEST(Names, NumberAndKindOfArguments) {
  EXPECT_EQ(diagnostics_of("F(a, b) == a\nT == F(1)"),
            "M:3:6: error[wrong-arity]: F takes 2 arguments, not 1\n");
  EXPECT_EQ(diagnostics_of("F(a) == a\nT == F"),
            "M:3:6: error[wrong-kind]: F takes 1 argument and is not a value by itself\n");
  EXPECT_EQ(diagnostics_of("F == 1\nT == F(2)"), "M:3:6: error[wrong-arity]: F takes no arguments, not 1\n");
  EXPECT_EQ(diagnostics_of("A(F(_)) == F(1)\nT == A(1)"),
            "M:3:8: error[wrong-kind]: an operator with 1 parameter is expected here, not an expression\n");
  EXPECT_EQ(diagnostics_of("A(F(_)) == F(1)\nG(a, b) == a\nT == A(G)"),
            "M:4:8: error[wrong-arity]: an operator with 1 parameter is expected here; G has 2\n");
}

TEST(Names, RecursiveDeclarationsAreKept) {
  EXPECT_EQ(diagnostics_of("RECURSIVE F(_)\nT == 1"),
            "M:2:11: error[undefined-name]: F is declared RECURSIVE but never defined\n");
  EXPECT_EQ(diagnostics_of("RECURSIVE F(_)\nF == 1"),
            "M:3:1: error[wrong-arity]: F is declared RECURSIVE with another number of parameters (1) than "
            "it is defined with (0)\n"
            "  M:2:11: declared here\n");
}

TEST(Names, MutualRecursionIsMarked) {
  Modules modules;
  const auto spec =
      modules.add("M", "RECURSIVE F(_), G(_)\nF(n) == G(n)\nG(n) == F(n)\nH(n) == F(n)").resolve("M");
  ASSERT_TRUE(spec);
  EXPECT_TRUE(spec->root_operators.at("F")->recursive);
  EXPECT_TRUE(spec->root_operators.at("G")->recursive);
  EXPECT_FALSE(spec->root_operators.at("H")->recursive);
}

TEST(Names, SelectorsChooseParts) {
  const std::string body =
      "VARIABLE x\nDef(a) == /\\ x = a\n          /\\ \\A i \\in {1} : lab(i):: (i = a)\nT == ";
  EXPECT_EQ(core(body + "Def(2)!1", "Def"), "Def(a) == (x = a) /\\ (\\A i \\in {1} : i = a)");
  EXPECT_EQ(core(body + "Def(2)!1", "T"), "T == Def!1(2)");
  EXPECT_EQ(core(body + "Def(2)!2!1", "T"), "T == Def!2!1(2)");
  EXPECT_EQ(core(body + "Def(2)!lab(3)", "T"), "T == Def!lab(2, 3)");
  EXPECT_EQ(core(body + "Def(2)!2!(3)", "T"), "T == Def!2!(...)(2, 3)");
  EXPECT_EQ(core("VARIABLE r\nD == r.f\nT == D!2 = D!1", "T"), "T == D!2 = D!1");
  EXPECT_EQ(diagnostics_of(body + "Def(2)!3"),
            "M:5:13: error[bad-selector]: the selected expression has no part 3\n");
  EXPECT_EQ(diagnostics_of("A == \\E i \\in {1} : lab:: TRUE"),
            "M:2:21: error[bad-selector]: the label lab must have exactly the bound variables around it as "
            "parameters: "
            "lab(i)\n");
}

TEST(Names, TheoremsAreExpressionsAndSequentsAreNot) {
  EXPECT_EQ(core("THEOREM Thm == 1 = 1\nT == Thm /\\ Thm!:", "T"), "T == Thm /\\ Thm!:");
  EXPECT_EQ(diagnostics_of("THEOREM Thm == ASSUME NEW a PROVE a = a\nT == Thm"),
            "M:3:6: error[wrong-kind]: Thm is an ASSUME/PROVE and cannot be used as an expression\n  M:2:1: "
            "here\n");
}

}  // namespace
}  // namespace synod::semantics
