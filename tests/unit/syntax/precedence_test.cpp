#include <gtest/gtest.h>

#include "parsing.hpp"

namespace synod::syntax {
namespace {

using testing::shape_of;

constexpr const char* conflict = "[precedence-conflict]";

TEST(Precedence, ranges_group_operators) {
  EXPECT_EQ(shape_of("a+b-c"), "(+ a (- b c))");
  EXPECT_EQ(shape_of("a-b+c"), "(+ (- a b) c)");
  EXPECT_EQ(shape_of("a+b*c+d"), "(+ (+ a (* b c)) d)");
  EXPECT_EQ(shape_of("a-b-c"), "(- (- a b) c)");
  EXPECT_EQ(shape_of("a => b /\\ c"), "(=> a (/\\ b c))");
  EXPECT_EQ(shape_of("a /\\ b = c + d ^ e"), "(/\\ a (= b (+ c (^ d e))))");
  EXPECT_EQ(shape_of("a \\cup b \\cup c"), "(\\cup (\\cup a b) c)");
  EXPECT_EQ(shape_of("x \\in 1..n+1"), "(\\in x (.. 1 (+ n 1)))");
  EXPECT_EQ(shape_of("a :> b @@ c :> d"), "(@@ (:> a b) (:> c d))");
  EXPECT_EQ(shape_of("a => b => c"), conflict);
  EXPECT_EQ(shape_of("a <=> b <=> c"), conflict);
  EXPECT_EQ(shape_of("a /\\ b \\/ c"), conflict);
  EXPECT_EQ(shape_of("a*b\\div c"), conflict);
  EXPECT_EQ(shape_of("a%b+c"), conflict);
  EXPECT_EQ(shape_of("A \\cup B \\cap C"), conflict);
  EXPECT_EQ(shape_of("A \\cup B \\ C"), conflict);
  EXPECT_EQ(shape_of("a=b=c"), conflict);
  EXPECT_EQ(shape_of("a^b^c"), conflict);
  EXPECT_EQ(shape_of("a ~> b <=> c"), conflict);
  EXPECT_EQ(shape_of("a \\cdot b = c"), conflict);
}

TEST(Precedence, synonyms_are_one_operator) {
  EXPECT_EQ(shape_of("a \\cup b \\union c ∪ d"), "(\\cup (\\cup (\\cup a b) c) d)");
  EXPECT_EQ(shape_of("a /\\ b \\land c ∧ d"), "(/\\ (/\\ (/\\ a b) c) d)");
  EXPECT_EQ(shape_of("a (+) b \\oplus c"), "((+) ((+) a b) c)");
}

TEST(Precedence, prefix_operators) {
  EXPECT_EQ(shape_of("~a=b"), "(~ (= a b))");
  EXPECT_EQ(shape_of("~a /\\ b"), "(/\\ (~ a) b)");
  EXPECT_EQ(shape_of("a /\\ ~b => c"), "(=> (/\\ a (~ b)) c)");
  EXPECT_EQ(shape_of("~~a"), "(~ (~ a))");
  EXPECT_EQ(shape_of("[]<>a /\\ b"), "(/\\ ([] (<> a)) b)");
  EXPECT_EQ(shape_of("[]a=b"), conflict);
  EXPECT_EQ(shape_of("[]a'"), conflict);
  EXPECT_EQ(shape_of("ENABLED f[x].y"), "(ENABLED (field (apply f x) y))");
  EXPECT_EQ(shape_of("SUBSET A \\cup B"), "(\\cup (SUBSET A) B)");
  EXPECT_EQ(shape_of("SUBSET A \\X B"), conflict);
  EXPECT_EQ(shape_of("DOMAIN f'"), "(DOMAIN (' f))");
  EXPECT_EQ(shape_of("a + ~b = c"), "(+ a (~ (= b c)))");
  EXPECT_EQ(shape_of("UNCHANGED a"), "(UNCHANGED a)");
}

TEST(Precedence, minus_is_infix_or_prefix) {
  EXPECT_EQ(shape_of("-a*b"), "(-. (* a b))");
  EXPECT_EQ(shape_of("-a+b"), "(+ (-. a) b)");
  EXPECT_EQ(shape_of("a - -b"), "(- a (-. b))");
  EXPECT_EQ(shape_of("a + -b * c"), "(+ a (-. (* b c)))");
  EXPECT_EQ(shape_of("- - a"), "(-. (-. a))");
  EXPECT_EQ(shape_of("-a^b"), "(-. (^ a b))");
  EXPECT_EQ(shape_of("-a'"), "(-. (' a))");
  EXPECT_EQ(shape_of("a \\cup -b"), "(\\cup a (-. b))");
  EXPECT_EQ(shape_of("a -- b"), "(-- a b)");
  EXPECT_EQ(shape_of("2*-1"), conflict);
  EXPECT_EQ(shape_of("2^-1"), conflict);
}

TEST(Precedence, postfix_operators_bind_most_tightly) {
  EXPECT_EQ(shape_of("a ^ b'"), "(^ a (' b))");
  EXPECT_EQ(shape_of("f[x]'.g^+"), "(^+ (field (' (apply f x)) g))");
  EXPECT_EQ(shape_of("a^*^#"), "(^# (^* a))");
  EXPECT_EQ(shape_of("x' = x + 1"), "(= (' x) (+ x 1))");
}

TEST(Precedence, products_have_any_number_of_factors) {
  EXPECT_EQ(shape_of("A \\X B"), "(product A B)");
  EXPECT_EQ(shape_of("A \\X B \\times C × D"), "(product A B C D)");
  EXPECT_EQ(shape_of("(A \\X B) \\X C"), "(product (paren (product A B)) C)");
  EXPECT_EQ(shape_of("A \\X (B \\X C)"), "(product A (paren (product B C)))");
  EXPECT_EQ(shape_of("A \\X B \\cup C"), "(\\cup (product A B) C)");
}

TEST(Precedence, a_conflict_shows_both_operators) {
  const testing::ParsedModule parsed = testing::parse_units("x == a = b\n       = c\ny == p % q + r");
  EXPECT_EQ(testing::rendered(parsed),
            "Test.tla:3:8: error[precedence-conflict]: `=` cannot be chained without parentheses\n"
            "   3 |        = c\n"
            "     |        ^\n"
            "     = expected: parentheses\n"
            "Test.tla:2:8: note: the `=` it conflicts with\n"
            "   2 | x == a = b\n"
            "     |        ^\n"
            "Test.tla:4:12: error[precedence-conflict]: `%` and `+` cannot be mixed without parentheses: "
            "neither binds "
            "more tightly\n"
            "   4 | y == p % q + r\n"
            "     |            ^\n"
            "     = expected: parentheses\n"
            "Test.tla:4:8: note: the `%` it conflicts with\n"
            "   4 | y == p % q + r\n"
            "     |        ^\n");
}

}  // namespace
}  // namespace synod::syntax
