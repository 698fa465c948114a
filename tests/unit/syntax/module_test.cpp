#include <gtest/gtest.h>

#include "parsing.hpp"

namespace synod::syntax {
namespace {

using testing::shapes_of;

TEST(Module, header_and_extends) {
  const testing::ParsedModule parsed =
      testing::parse_file("-----MODULE M----\nEXTENDS A, Naturals,\n TLC\n======");
  ASSERT_TRUE(parsed.module);
  EXPECT_EQ(testing::codes(parsed.diagnostics), "");
  EXPECT_EQ(parsed.module->name.text, "M");
  ASSERT_EQ(parsed.module->extends.size(), 3U);
  EXPECT_EQ(parsed.module->extends[2].text, "TLC");
  EXPECT_EQ(testing::place(parsed.module->extends[2].span), "3:2-3:4");
}

TEST(Module, declarations) {
  EXPECT_EQ(shapes_of("VARIABLES x, y\nVARIABLE z"), "(variables x y)\n(variables z)");
  EXPECT_EQ(shapes_of("CONSTANTS N, F(_, _), _ ++ _, -. _, _ ^+, G(_)"),
            "(constants [N F/2 ++/2 -./1 ^+/1 G/1])");
  EXPECT_EQ(shapes_of("RECURSIVE F(_), g"), "(recursive [F/1 g])");
  EXPECT_EQ(shapes_of("-----\nx == 1"), "----\n(def x [] 1)");
}

TEST(Module, definitions_of_every_form) {
  EXPECT_EQ(shapes_of("x == 1\nF(a, G(_, _), _ \\prec _) == a"), "(def x [] 1)\n(def F [a G/2 \\prec/2] a)");
  EXPECT_EQ(
      shapes_of("a ++ b == a\na ^+ == a\n-. a == a\nLOCAL ~ a == a"),
      "(def infix ++ [a b] a)\n(def postfix ^+ [a] a)\n(def prefix -. [a] a)\n(local-def prefix ~ [a] a)");
  EXPECT_EQ(shapes_of("f[x \\in S, <<y, z>> \\in T] == x\nLOCAL g[x \\in S] == f[x]"),
            "(fun f {x : S} {<<y z>> : T} x)\n(local-fun g {x : S} (apply f x))");
  EXPECT_EQ(shapes_of("x = y == 1"), "(def infix = [x y] 1)");
  EXPECT_EQ(shapes_of("x ≜ 1"), "(def x [] 1)");
}

TEST(Module, a_definition_ends_where_the_next_begins) {
  EXPECT_EQ(shapes_of("x == a\ny ++ z == b c ^# == d"),
            "(def x [] a)\n(def infix ++ [y z] b)\n(def postfix ^# [c] d)");
  EXPECT_EQ(shapes_of("x == a F(y) == b f[i \\in S] == c"), "(def x [] a)\n(def F [y] b)\n(fun f {i : S} c)");
}

TEST(Module, instances) {
  EXPECT_EQ(
      shapes_of(
          "INSTANCE M\nLOCAL INSTANCE M WITH a <- b, + <- F, c <- *\nI(x) == INSTANCE M WITH a <- x + 1"),
      "(inst [] (instance M))\n(local-inst [] (instance M a<-b +<-F c<-*))\n(inst I== [x] (instance M a<-(+ "
      "x 1)))");
  EXPECT_EQ(shapes_of("INSTANCE M WITH a <- +\nx == 1"), "(inst [] (instance M a<-+))\n(def x [] 1)");
}

TEST(Module, nested_modules) {
  EXPECT_EQ(
      shapes_of(
          "---- MODULE Inner ----\nEXTENDS Naturals\n---- MODULE Deep ----\n====\nx == 1\n====\ny == 2"),
      "(module Inner (module Deep) (def x [] 1))\n(def y [] 2)");
}

TEST(Module, assumptions_and_theorems) {
  EXPECT_EQ(shapes_of("ASSUME a = b\nASSUMPTION A1 == c\nAXIOM d"),
            "(ASSUME (= a b))\n(ASSUMPTION A1== c)\n(AXIOM d)");
  EXPECT_EQ(shapes_of("THEOREM T == a\nLEMMA b\nPROPOSITION c\nCOROLLARY d"),
            "(THEOREM T== a)\n(LEMMA b)\n(PROPOSITION c)\n(COROLLARY d)");
  EXPECT_EQ(
      shapes_of(
          "THEOREM ASSUME NEW x \\in S, NEW CONSTANT F(_), VARIABLE v, NEW STATE s, ACTION A, TEMPORAL t,\n"
          "  NEW _ + _, P, l:: ASSUME Q PROVE R, []ASSUME B []PROVE C PROVE G"),
      "(THEOREM (assume (new CONSTANT x S) (new CONSTANT F/1) (new VARIABLE v) (new STATE s) (new ACTION A) "
      "(new TEMPORAL t) (new CONSTANT +/2) P (assume l:: Q (prove R)) ([]assume B (prove C)) (prove G)))");
}

TEST(Module, plus_cal_is_a_comment) {
  EXPECT_EQ(shapes_of("(* --algorithm a { x := 1; \"(* *)\" } *)\nx == 1"), "(def x [] 1)");
}

// -- proofs
// ----------------------------------------------------------------------------------------------------------
TEST(Proof, leaf_proofs_end_by_themselves) {
  EXPECT_EQ(
      shapes_of("THEOREM a OBVIOUS\nTHEOREM b PROOF OMITTED\nTHEOREM c BY d, MODULE M DEF e, ++\nx == 1"),
      "(THEOREM a {          OBVIOUS})\n(THEOREM b {          PROOF OMITTED})\n"
      "(THEOREM c {          BY d, MODULE M DEF e, ++})\n(def x [] 1)");
  EXPECT_EQ(
      shapes_of("THEOREM a BY ONLY b\n----\nUSE DEF x, <\ny == 1\nHIDE z, MODULE M"),
      "(THEOREM a {          BY ONLY b})\n----\n(use USE DEF x, <)\n(def y [] 1)\n(use HIDE z, MODULE M)");
}

TEST(Proof, steps_end_with_the_qed_of_their_level) {
  const std::string proof =
      "<1>1. a /\\ b\n  <2>a. SUFFICES ASSUME NEW x PROVE P\n    OBVIOUS\n  <2> DEFINE y == 1 z == 2\n"
      "  <2> f[i \\in S] == i\n  <2> HAVE <2>a\n  <2> TAKE p, q \\in S\n  <2> TAKE r\n  <2> WITNESS 1, 2\n"
      "  <2>* PICK u, v : u = v BY <1>1!1\n  <2> PICK w \\in S : w\n  <2> USE <2>a DEF y\n  <2> HIDE DEF z\n"
      "  <2> INSTANCE M WITH k <- 1\n  <2>9. CASE a\n    <+> QED PROOF OBVIOUS\n  <2> QED BY <2>9, <2>a\n"
      "<1>2. b\n<1> QED\n  <2>1. CASE a = b BY DEF a\n  <2> QED";
  const testing::ParsedModule parsed = testing::parse_units("THEOREM T\n" + proof + "\nx == 1\n");
  EXPECT_EQ(testing::rendered(parsed), "");
  ASSERT_EQ(parsed.module->units.size(), 2U);
  EXPECT_EQ(std::get<Theorem>(parsed.module->units[0].node).proof, proof);
  EXPECT_EQ(testing::place(parsed.module->units[0].span), "2:1-23:9");
}

TEST(Proof, implicit_levels) {
  EXPECT_EQ(shapes_of("THEOREM a\nPROOF\n<*>1. b\n <+>1. c\n  <*> QED\n <+>2. d\n"), "[unexpected-token]");
  EXPECT_EQ(shapes_of("THEOREM a\n<*>1. b\n <+>1. c\n <*> QED\n<0> QED"),
            "(THEOREM a {<*>1. b\n <+>1. c\n <*> QED\n<0> QED})");
}

TEST(Proof, mistakes_are_reported) {
  const testing::ParsedModule parsed = testing::parse_units(
      "THEOREM a\n<2>1. b\n<1>2. c\n<2> QED\n\nTHEOREM c\n<1>1. d\nx == 1\n\nTHEOREM e\n<1> HAVE f\n<2> "
      "QED\ny == 2");
  EXPECT_EQ(testing::rendered(parsed),
            "Test.tla:4:1: error[unexpected-token]: the proof step `<1>2.` has the wrong level\n"
            "   4 | <1>2. c\n"
            "     | ^~~~~\n"
            "     = expected: a step of the current proof's level, or of a higher level after a step without "
            "a proof\n"
            "Test.tla:9:1: error[unexpected-token]: unexpected `x`\n"
            "   9 | x == 1\n"
            "     | ^\n"
            "     = expected: a proof step, as the proof has not reached its `QED`\n"
            "Test.tla:13:1: error[unexpected-token]: the step before this takes no proof\n"
            "  13 | <2> QED\n"
            "     | ^~~\n"
            "     = expected: the next step\n");
  ASSERT_EQ(parsed.module->units.size(), 2U) << "what follows the errors is read";
}

}  // namespace
}  // namespace synod::syntax
