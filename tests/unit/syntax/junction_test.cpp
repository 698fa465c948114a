#include <gtest/gtest.h>

#include "parsing.hpp"

namespace synod::syntax {
namespace {

using testing::shape_of;

TEST(Junction, bullets_of_one_column_make_a_list) {
  EXPECT_EQ(shape_of("/\\ a\n/\\ b\n/\\ c"), "(and a b c)");
  EXPECT_EQ(shape_of("\\/ a\n\\/ b"), "(or a b)");
  EXPECT_EQ(shape_of("∧ a\n/\\ b"), "(and a b)");
  EXPECT_EQ(shape_of("/\\ a"), "(and a)");
  EXPECT_EQ(shape_of("/\\ a /\\ b\n/\\ c"), "(and (/\\ a b) c)");
  EXPECT_EQ(shape_of("\t/\\ a\n        /\\ b"), "(and a b)");
}

TEST(Junction, lists_nest_to_the_right) {
  EXPECT_EQ(shape_of("/\\ \\/ a\n   \\/ b\n/\\ \\/ /\\ c\n      /\\ d\n   \\/ e"),
            "(and (or a b) (or (and c d) e))");
  EXPECT_EQ(shape_of("/\\ \\E x \\in S :\n     /\\ a\n     /\\ b\n/\\ c"),
            "(and (exists {x : S} (and a b)) c)");
  EXPECT_EQ(shape_of("/\\ /\\ a\n   /\\ b\n/\\ c"), "(and (and a b) c)");
}

TEST(Junction, an_operator_left_of_the_bullets_takes_the_whole_list) {
  EXPECT_EQ(shape_of("  /\\ a\n  /\\ b\n=> c"), "(=> (and a b) c)");
  EXPECT_EQ(shape_of("  /\\ a\n  /\\ b\n  => c"), "(=> (and a b) c)");
  EXPECT_EQ(shape_of("  /\\ a\n  /\\ b => c"), "(and a (=> b c))");
  EXPECT_EQ(shape_of("  /\\ a\n  \\/ b"), "(\\/ (and a) b)");
  EXPECT_EQ(shape_of("  /\\ a\n  /\\ b\n'"), "(' (and a b))");
  EXPECT_EQ(shape_of("x = /\\ a\n    /\\ b\n  = c"), "[precedence-conflict]");
}

TEST(Junction, land_and_lor_are_never_bullets) {
  EXPECT_EQ(shape_of("\\land a"), "[unexpected-token]");
  EXPECT_EQ(shape_of("/\\ a\n\\land b"), "(/\\ (and a) b)");
}

TEST(Junction, a_bracket_ends_a_list_inside_it) {
  EXPECT_EQ(shape_of("(/\\ a\n /\\ b) => c"), "(=> (paren (and a b)) c)");
  EXPECT_EQ(shape_of("{x \\in S : /\\ a\n           /\\ b}"), "(filter {x : S} (and a b))");
  EXPECT_EQ(shape_of("IF /\\ a\n   /\\ b THEN c ELSE /\\ d\n                    /\\ e"),
            "(if (and a b) c (and d e))");
  EXPECT_EQ(shape_of("F(/\\ a\n  /\\ b, c)"), "F((and a b) c)");
}

TEST(Junction, a_list_closes_a_case_inside_it) {
  EXPECT_EQ(shape_of("CASE a ->\n    /\\ CASE b -> c\n         [] d -> e\n  [] f -> g"),
            "(case (-> a (and (case (-> b c) (-> d e)))) (-> f g))");
}

TEST(Junction, an_item_must_stay_right_of_its_bullet) {
  const testing::ParsedModule parsed = testing::parse_units("x ==\n  /\\ F(a,\n b)\n  /\\ c\ny == 1");
  EXPECT_EQ(testing::rendered(parsed),
            "Test.tla:4:2: error[misaligned-junction]: unexpected `b`: it must stand to the right of the "
            "`/\\` of line "
            "3, column 3 to belong to that item\n"
            "   4 |  b)\n"
            "     |  ^\n"
            "     = expected: an expression\n"
            "Test.tla:3:3: note: the item of this `/\\` is not complete\n"
            "   3 |   /\\ F(a,\n"
            "     |   ^~\n");
}

TEST(Junction, an_empty_item_is_an_error) {
  const testing::ParsedModule parsed = testing::parse_units("x == /\\\n     /\\ b");
  EXPECT_EQ(testing::rendered(parsed),
            "Test.tla:3:6: error[misaligned-junction]: unexpected `/\\`: it must stand to the right of the "
            "`/\\` of line "
            "2, column 6 to belong to that item\n"
            "   3 |      /\\ b\n"
            "     |      ^~\n"
            "     = expected: an expression\n"
            "Test.tla:2:6: note: the item of this `/\\` is not complete\n"
            "   2 | x == /\\\n"
            "     |      ^~\n");
}

TEST(Junction, a_bullet_one_column_off_is_a_warning_when_it_still_parses) {
  const testing::ParsedModule right = testing::parse_units("x == /\\ a => b\n      /\\ c\n      /\\ d");
  EXPECT_EQ(testing::shape(right.module->units[0]), "(def x [] (and (=> a (/\\ (/\\ b c) d))))");
  EXPECT_EQ(testing::rendered(right),
            "Test.tla:3:7: warning[misaligned-junction]: this `/\\` is one column off the list above it, so "
            "it is read "
            "as part of the item before it\n"
            "   3 |       /\\ c\n"
            "     |       ^~\n"
            "Test.tla:2:6: note: the list's bullets are in column 6\n"
            "   2 | x == /\\ a => b\n"
            "     |      ^~\n");
  const testing::ParsedModule left = testing::parse_units("x == /\\ a\n     /\\ b\n    /\\ c");
  EXPECT_EQ(testing::shape(left.module->units[0]), "(def x [] (/\\ (and a b) c))");
  EXPECT_EQ(testing::rendered(left),
            "Test.tla:4:5: warning[misaligned-junction]: this `/\\` is one column off the list above it, so "
            "it ends that "
            "list and takes the whole of it as its left operand\n"
            "   4 |     /\\ c\n"
            "     |     ^~\n"
            "Test.tla:2:6: note: the list's bullets are in column 6\n"
            "   2 | x == /\\ a\n"
            "     |      ^~\n");
}

TEST(Junction, a_bullet_one_column_off_is_an_error_where_it_conflicts) {
  const testing::ParsedModule parsed = testing::parse_units("x == /\\ a \\/ b\n      /\\ c");
  EXPECT_EQ(testing::codes(parsed.diagnostics), "misaligned-junction? misaligned-junction");
  EXPECT_EQ(render(parsed.diagnostics.all()[1], parsed.sources, false),
            "Test.tla:3:7: error[misaligned-junction]: `/\\` is not aligned with the junction list it seems "
            "to belong "
            "to, so it is read as part of the item before it, where it conflicts with `\\/`\n"
            "   3 |       /\\ c\n"
            "     |       ^~\n"
            "     = expected: a bullet in column 6\n"
            "Test.tla:2:6: note: the list's bullet in column 6\n"
            "   2 | x == /\\ a \\/ b\n"
            "     |      ^~\n");
}

}  // namespace
}  // namespace synod::syntax
