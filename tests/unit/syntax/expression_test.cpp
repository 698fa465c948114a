#include <gtest/gtest.h>

#include "parsing.hpp"

namespace synod::syntax {
namespace {

using testing::shape_of;

constexpr const char* unexpected = "[unexpected-token]";

TEST(Expression, literals_and_names) {
  EXPECT_EQ(shape_of("12"), "12");
  EXPECT_EQ(shape_of("1.5"), "1.5");
  EXPECT_EQ(shape_of("\\hFF"), "\\hFF");
  EXPECT_EQ(shape_of("1 . x"), "(field 1 x)");
  EXPECT_EQ(shape_of(R"("a\"\\\n")"), "\"a\"\\\n\"");
  EXPECT_EQ(shape_of("TRUE"), "TRUE");
  EXPECT_EQ(shape_of("STRING"), "STRING");
  EXPECT_EQ(shape_of("ℕ"), "ℕ");
  EXPECT_EQ(shape_of("@"), "@");
  EXPECT_EQ(shape_of("F(a, b)"), "F(a b)");
  EXPECT_EQ(shape_of(""), unexpected);
  EXPECT_EQ(shape_of("a b"), unexpected);
  EXPECT_EQ(shape_of("F()"), unexpected);
}

TEST(Expression, general_names) {
  EXPECT_EQ(shape_of("I!x"), "I!x");
  EXPECT_EQ(shape_of("I(e)!J!Op(a)"), "I(e)!J!Op(a)");
  EXPECT_EQ(shape_of("I!+(a, b)"), "I!+(a b)");
  EXPECT_EQ(shape_of("I!-.(a)"), "I!-.(a)");
  EXPECT_EQ(shape_of("I!SUBSET(a)"), "I!SUBSET(a)");
  EXPECT_EQ(shape_of("Def!1!<<!>>!:!@!(a)!lab"), "Def!1!<<!>>!:!@!(a)!lab");
  EXPECT_EQ(shape_of("+(a, b)"), "+(a b)");
  EXPECT_EQ(shape_of("a + +(b, c)"), "(+ a +(b c))");
  EXPECT_EQ(shape_of("I!"), unexpected);
  EXPECT_EQ(shape_of("I!THEN"), unexpected);
  EXPECT_EQ(shape_of("a = +"), unexpected);
}

TEST(Expression, operators_as_arguments) {
  EXPECT_EQ(shape_of("F( + )"), "F(+)");
  EXPECT_EQ(shape_of("F(\\cup, -, -., SUBSET, ', /\\)"), "F(\\cup - -. SUBSET ' /\\)");
  EXPECT_EQ(shape_of("F(LAMBDA x, y : x + y, 1)"), "F((lambda {x y} (+ x y)) 1)");
  EXPECT_EQ(shape_of("F(-x, -(y))"), "F((-. x) (-. (paren y)))");
  EXPECT_EQ(shape_of("F(\\X)"), unexpected);
  EXPECT_EQ(shape_of("F(+)"), unexpected) << "(+) is one symbol, as in SANY";
  EXPECT_EQ(shape_of("LAMBDA x : x"), unexpected);
}

TEST(Expression, sets) {
  EXPECT_EQ(shape_of("{}"), "(set)");
  EXPECT_EQ(shape_of("{a, b}"), "(set a b)");
  EXPECT_EQ(shape_of("{x \\in S : P}"), "(filter {x : S} P)");
  EXPECT_EQ(shape_of("{<<x, y>> \\in S : P}"), "(filter {<<x y>> : S} P)");
  EXPECT_EQ(shape_of("{x : x \\in S}"), "(map {x : S} x)");
  EXPECT_EQ(shape_of("{e : x, y \\in S, <<z, w>> \\in T}"), "(map {x y : S} {<<z w>> : T} e)");
  EXPECT_EQ(shape_of("{<<x, y>> : x \\in S}"), "(map {x : S} (tuple x y))");
  EXPECT_EQ(shape_of("{f[a] \\in b : c \\in d}"), unexpected);
  EXPECT_EQ(shape_of("{(a \\in b) : c \\in d}"), "(map {c : d} (paren (\\in a b)))");
  EXPECT_EQ(shape_of("{x \\in S : P, Q}"), unexpected);
  EXPECT_EQ(shape_of("{x \\in S, y \\in T : P}"), unexpected);
}

TEST(Expression, a_membership_in_braces_or_brackets_is_an_expression_if_nothing_is_bound) {
  EXPECT_EQ(shape_of("{x \\in S}"), "(set (\\in x S))");
  EXPECT_EQ(shape_of("{x \\in S, TRUE}"), "(set (\\in x S) TRUE)");
  EXPECT_EQ(shape_of("{<<1, 2>> \\in S}"), "(set (\\in (tuple 1 2) S))");
  EXPECT_EQ(shape_of("{<<a, b>> \\in S}"), "(set (\\in (tuple a b) S))");
  EXPECT_EQ(shape_of("{<<>> \\in S}"), "(set (\\in (tuple) S))");
  EXPECT_EQ(shape_of("{x \\in S /\\ y}"), "(set (/\\ (\\in x S) y))");
  EXPECT_EQ(shape_of("{x \\in S \\cup T => y => z}"), "[precedence-conflict]");
  EXPECT_EQ(shape_of("{x \\in S \\cup T /\\ y => z}"), "(set (=> (/\\ (\\in x (\\cup S T)) y) z))");
  EXPECT_EQ(shape_of("{x \\in S = T}"), "[precedence-conflict]");
  EXPECT_EQ(shape_of("[x \\in S]_v"), "(square (\\in x S) v)");
  EXPECT_EQ(shape_of("[x \\in S /\\ y]_v"), "(square (/\\ (\\in x S) y) v)");
}

TEST(Expression, functions_and_records) {
  EXPECT_EQ(shape_of("[x \\in S |-> e]"), "(function {x : S} e)");
  EXPECT_EQ(shape_of("[x, y \\in S, <<z>> \\in T |-> e]"), "(function {x y : S} {<<z>> : T} e)");
  EXPECT_EQ(shape_of("[S -> T]"), "(functions S T)");
  EXPECT_EQ(shape_of("[[S -> T] -> U]"), "(functions (functions S T) U)");
  EXPECT_EQ(shape_of("[a |-> 1, b |-> 2]"), "(record a=1 b=2)");
  EXPECT_EQ(shape_of("[a : S, b : T]"), "(records a=S b=T)");
  EXPECT_EQ(shape_of("[IF |-> 1, b |-> 2].IF"), "(field (record IF=1 b=2) IF)");
  EXPECT_EQ(shape_of("f[a, b][c]"), "(apply (apply f a b) c)");
  EXPECT_EQ(shape_of("f[x \\in S]"), "(apply f (\\in x S))");
  EXPECT_EQ(shape_of("r.SF_ \\cup r.SUBSET"), "(\\cup (field r SF_) (field r SUBSET))");
  EXPECT_EQ(shape_of("[a]"), unexpected);
}

TEST(Expression, except) {
  EXPECT_EQ(shape_of("[f EXCEPT ![i][j, k].c = e, !.d = @ + 1]"), "(except f [i][j k].c=e .d=(+ @ 1))");
  EXPECT_EQ(shape_of("[f EXCEPT !.THEN = [@ EXCEPT ![1] = @]]"), "(except f .THEN=(except @ [1]=@))");
  EXPECT_EQ(shape_of("[f EXCEPT ! = 1]"), unexpected);
  EXPECT_EQ(shape_of("[f EXCEPT ![1] == 1]"), unexpected);
}

TEST(Expression, actions_and_fairness) {
  EXPECT_EQ(shape_of("[][Next]_vars"), "([] (square Next vars))");
  EXPECT_EQ(shape_of("[A \\/ B]_<<x, y>>"), "(square (\\/ A B) (tuple x y))");
  EXPECT_EQ(shape_of("<<A>>_I!v"), "(angle A I!v)");
  EXPECT_EQ(shape_of("<><<A>>_(x) /\\ b"), "(/\\ (<> (angle A (paren x))) b)");
  EXPECT_EQ(shape_of("[A]_[B]_v"), "(square A (square B v))");
  EXPECT_EQ(shape_of("WF_vars(Next)"), "(WF vars Next)");
  EXPECT_EQ(shape_of("SF_f(x)(A /\\ B)"), "(SF f(x) (/\\ A B))");
  EXPECT_EQ(shape_of("WF_<<x, y>>(A)"), "(WF (tuple x y) A)");
  EXPECT_EQ(shape_of("WF_I!J(x)!v(A)"), "(WF I!J(x)!v A)");
  EXPECT_EQ(shape_of("[A]_1"), unexpected);
  EXPECT_EQ(shape_of("WF_v"), unexpected);
  EXPECT_EQ(shape_of("<<A, B>>_v"), unexpected);
}

TEST(Expression, open_forms_reach_as_far_as_they_can) {
  EXPECT_EQ(shape_of("\\A x, y \\in S, <<a, b>> \\in T : P /\\ Q"),
            "(forall {x y : S} {<<a b>> : T} (/\\ P Q))");
  EXPECT_EQ(shape_of("\\E x, y : P => Q"), "(exists {x y} (=> P Q))");
  EXPECT_EQ(shape_of("a /\\ \\E x : b /\\ c"), "(/\\ a (exists {x} (/\\ b c)))");
  EXPECT_EQ(shape_of("\\AA x, y : \\EE z : P"), "(FORALL {x y} (EXISTS {z} P))");
  EXPECT_EQ(shape_of("CHOOSE x \\in S : P"), "(choose {x : S} P)");
  EXPECT_EQ(shape_of("CHOOSE <<x, y>> : P"), "(choose {<<x y>>} P)");
  EXPECT_EQ(shape_of("IF a THEN b ELSE c + d"), "(if a b (+ c d))");
  EXPECT_EQ(shape_of("1 + IF a THEN b ELSE c + d"), "(+ 1 (if a b (+ c d)))");
  EXPECT_EQ(shape_of("\\A x \\in S, y : P"), unexpected);
  EXPECT_EQ(shape_of("CHOOSE x, y \\in S : P"), unexpected);
}

TEST(Expression, arms_belong_to_the_innermost_case) {
  EXPECT_EQ(shape_of("CASE a -> b [] c -> d [] OTHER -> e"), "(case (-> a b) (-> c d) (other e))");
  EXPECT_EQ(shape_of("CASE a -> CASE b -> c [] d -> e"), "(case (-> a (case (-> b c) (-> d e))))");
  EXPECT_EQ(shape_of("CASE a -> (CASE b -> c) [] d -> e"), "(case (-> a (paren (case (-> b c)))) (-> d e))");
  EXPECT_EQ(shape_of("CASE a -> CASE b -> c [] OTHER -> d [] e -> f"),
            "(case (-> a (case (-> b c) (other d))) (-> e f))");
  EXPECT_EQ(shape_of("CASE a -> b [] OTHER -> c [] d -> e"), unexpected);
  EXPECT_EQ(shape_of("CASE OTHER -> a"), unexpected);
}

TEST(Expression, let) {
  EXPECT_EQ(shape_of("LET x == 1\n    f[i \\in S] == i\n    RECURSIVE F(_), _ ++ _\n    a ++ b == a\n    -. "
                     "c == c IN F(x)"),
            "(let (def x [] 1) (fun f {i : S} i) (recursive [F/1 ++/2]) (def infix ++ [a b] a) (def prefix "
            "-. [c] c) "
            "F(x))");
  EXPECT_EQ(shape_of("LET I == INSTANCE M WITH a <- +, b <- LAMBDA x : x J(_ + _) == 1 IN I!x"),
            "(let (inst I== [] (instance M a<-+ b<-(lambda {x} x))) (def J [+/2] 1) I!x)");
  EXPECT_EQ(shape_of("LET IN x"), unexpected);
}

TEST(Expression, labels) {
  EXPECT_EQ(shape_of("lab:: x + 1"), "(label lab{} (+ x 1))");
  EXPECT_EQ(shape_of("\\A x \\in S : lab(x):: P /\\ Q"), "(forall {x : S} (label lab{x} (/\\ P Q)))");
  EXPECT_EQ(shape_of("a + lab:: b * c"), "(+ a (label lab{} (* b c)))");
  EXPECT_EQ(shape_of("a * lab:: b + c"), "[precedence-conflict]");
  EXPECT_EQ(shape_of("a /\\ (lab:: b /\\ c)"), "(/\\ a (paren (label lab{} (/\\ b c))))");
  EXPECT_EQ(shape_of("I!lab:: x"), unexpected);
  EXPECT_EQ(shape_of("f[x]:: x"), unexpected);
}

TEST(Expression, proof_steps_mean_nothing_outside_proofs) { EXPECT_EQ(shape_of("<1>2 /\\ x"), unexpected); }

}  // namespace
}  // namespace synod::syntax
