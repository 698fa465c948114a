#include "modules.hpp"

namespace synod::semantics {
namespace {

const std::string declarations = "EXTENDS Naturals\nVARIABLE x\nCONSTANT C\n";

/// The one level error of a definition at line 5, without its place; "" when there is none.
std::string error_of(const std::string& definition) {
  std::string text = diagnostics_of(declarations + definition);
  if (const std::size_t code = text.find("error[level-error]: "); code != std::string::npos)
    text = text.substr(code + 20);
  return text;
}

TEST(Levels, PrimesAndTemporalOperators) {
  EXPECT_EQ(diagnostics_of(declarations + "A == x''"),
            "M:5:6: error[level-error]: ' (prime) takes at most a state function; this is an action\n");
  EXPECT_EQ(error_of("A == ([]x)'"),
            "' (prime) takes at most a state function; this is a temporal formula\n");
  EXPECT_EQ(error_of("A == [](x' = 1)"),
            "[] of an action needs the form [][A]_v: otherwise it is sensitive to stuttering\n");
  EXPECT_EQ(error_of("A == <>(x' = 1)"),
            "<> of an action needs the form <><<A>>_v: otherwise it is sensitive to stuttering\n");
  EXPECT_EQ(error_of("A == [][x' = 1]_x /\\ x' = 2"), "/\\ combines an action with a temporal formula\n");
  EXPECT_EQ(error_of("A == (x' = 1) ~> (x = 1)"),
            "~> takes temporal formulas and state predicates, not actions\n");
  EXPECT_EQ(error_of("A == {[]TRUE}"), "a set takes at most an action; this is a temporal formula\n");
  EXPECT_EQ(error_of("A == UNCHANGED (x')"), "UNCHANGED takes at most a state function; this is an action\n");
  EXPECT_EQ(error_of("A == [][x' = 1]_x /\\ x = 2 /\\ WF_x(x' = 1) /\\ 5' = 5"),
            "/\\ combines an action with a temporal formula\n");
}

TEST(Levels, AssumptionsAreConstant) {
  EXPECT_EQ(error_of("ASSUME x = 1"), "an assumption must be constant; this is a state function\n");
  EXPECT_EQ(error_of("ASSUME C = 1"), "");
}

TEST(Levels, ParametersAreFollowedThroughOperators) {
  EXPECT_EQ(error_of("F(a) == a'\nA == F(x)"), "");
  EXPECT_EQ(error_of("F(a) == a'\nA == F(x')"),
            "argument 1 of F must be at most a state function; this is an action\n");
  EXPECT_EQ(error_of("F(a) == a'\nG(b) == F(b)\nA == G(x')"),
            "argument 1 of G must be at most a state function; this is an action\n");
}

TEST(Levels, ParametersAreFollowedIntoOperatorArguments) {
  const std::string apply = "G(Op(_), a) == Op(a)\nP(b) == b'\nK(Op(_), a) == G(Op, a)\n";
  EXPECT_EQ(error_of(apply + "A == G(P, x) /\\ K(P, x) /\\ G(LAMBDA z : z, x')"), "");
  EXPECT_EQ(error_of(apply + "A == G(P, x')"),
            "G gives an action to this operator, which takes at most a state function\n");
  EXPECT_EQ(error_of(apply + "A == K(P, x')"),
            "K gives an action to this operator, which takes at most a state function\n");
}

TEST(Levels, RecursionIsAFixPoint) {
  EXPECT_EQ(error_of("RECURSIVE R(_)\nR(n) == IF n = 0 THEN x' ELSE R(n - 1)\nA == R(1)'"),
            "' (prime) takes at most a state function; this is an action\n");
  EXPECT_EQ(error_of("RECURSIVE S(_)\nS(n) == IF n' = 0 THEN 1 ELSE S(n)"),
            "the recursive operator S must not prime its parameter n\n");
}

TEST(Levels, ConstantsOfAModuleWithVariablesStayConstant) {
  Modules modules;
  modules.add("A", "CONSTANT C\nVARIABLE v\nP == v = C").add("K", "CONSTANT C\nP == C = 1");
  EXPECT_EQ(modules.add("M", "VARIABLE x\nI == INSTANCE A WITH C <- x, v <- x\nJ == INSTANCE K WITH C <- x")
                .diagnostics("M"),
            "M:3:27: error[level-error]: what is substituted for the constant C of module A must be "
            "constant; this is "
            "a state function\n");
}

TEST(Levels, AreAssigned) {
  Modules modules;
  const auto spec =
      modules.add("M", "VARIABLE x\nA == 1\nB == x\nC == x'\nD == []B\nE == ENABLED C").resolve("M");
  ASSERT_TRUE(spec);
  EXPECT_EQ(spec->root_operators.at("A")->level, Level::constant);
  EXPECT_EQ(spec->root_operators.at("B")->level, Level::state);
  EXPECT_EQ(spec->root_operators.at("C")->body->level, Level::action);
  EXPECT_EQ(spec->root_operators.at("D")->level, Level::temporal);
  EXPECT_EQ(spec->root_operators.at("E")->level, Level::state);
}

}  // namespace
}  // namespace synod::semantics
