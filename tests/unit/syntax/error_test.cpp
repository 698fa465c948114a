// Whole messages, recovery, and limits.
#include <gtest/gtest.h>

#include "parsing.hpp"

namespace synod::syntax {
namespace {

using testing::parse_file;
using testing::parse_units;
using testing::rendered;

TEST(Error, several_units_are_reported_in_one_run) {
  const testing::ParsedModule parsed = parse_units(
      "a = 1\nb == IF x > 0 THEN\nc == {1, 2\nVARIABLE , d\ne == 5\nf == \"ok\" g(x == 2\n\nh == 6");
  EXPECT_EQ(rendered(parsed),
            "Test.tla:2:3: error[unexpected-token]: unexpected `=`\n"
            "   2 | a = 1\n"
            "     |   ^\n"
            "     = expected: `==`; a single `=` compares\n"
            "Test.tla:4:1: error[unexpected-token]: unexpected `c`\n"
            "   4 | c == {1, 2\n"
            "     | ^\n"
            "     = expected: an expression before the definition of `c`\n"
            "Test.tla:4:6: error[unclosed]: `{` is never closed\n"
            "   4 | c == {1, 2\n"
            "     |      ^\n"
            "     = expected: `}` before `VARIABLE` at line 5, column 1\n"
            "Test.tla:5:10: error[unexpected-token]: unexpected `,`\n"
            "   5 | VARIABLE , d\n"
            "     |          ^\n"
            "     = expected: an identifier\n"
            "Test.tla:7:15: error[unexpected-token]: unexpected `==`\n"
            "   7 | f == \"ok\" g(x == 2\n"
            "     |               ^~\n"
            "     = expected: `=`, which compares; `==` begins a definition\n");
  ASSERT_EQ(parsed.module->units.size(), 3U);
  EXPECT_EQ(testing::shape(parsed.module->units[0]), "(def e [] 5)");
  EXPECT_EQ(testing::shape(parsed.module->units[1]), "(def f [] \"ok\")");
  EXPECT_EQ(testing::shape(parsed.module->units[2]), "(def h [] 6)");
}

TEST(Error, habits_of_other_languages_are_explained) {
  const auto rendering = [](const char* text) { return rendered(parse_units(text)); };
  EXPECT_EQ(rendering("x == a != b"),
            "Test.tla:2:8: error[unexpected-token]: unexpected `!=`\n"
            "   2 | x == a != b\n"
            "     |        ^~\n"
            "     = expected: `#` or `/=`, which say that two values differ\n");
  EXPECT_EQ(rendering("x == f[1] != b"),
            "Test.tla:2:11: error[unexpected-token]: unexpected `!=`\n"
            "   2 | x == f[1] != b\n"
            "     |           ^~\n"
            "     = expected: `#` or `/=`, which say that two values differ\n");
  EXPECT_EQ(rendering("x == !a"),
            "Test.tla:2:6: error[unexpected-token]: unexpected `!`\n"
            "   2 | x == !a\n"
            "     |      ^\n"
            "     = expected: `~`, which negates a formula\n");
  EXPECT_EQ(rendering("x == (a == 2)"),
            "Test.tla:2:9: error[unexpected-token]: unexpected `==`\n"
            "   2 | x == (a == 2)\n"
            "     |         ^~\n"
            "     = expected: `=`, which compares; `==` begins a definition\n");
  EXPECT_EQ(rendering("x == {'b'}"),
            "Test.tla:2:7: error[unexpected-token]: unexpected `'b'`\n"
            "   2 | x == {'b'}\n"
            "     |       ^~~\n"
            "     = expected: \"b\": strings stand in double quotes\n");
  EXPECT_EQ(rendering("x == if a then b else c"),
            "Test.tla:2:6: error[unexpected-token]: unexpected `if`\n"
            "   2 | x == if a then b else c\n"
            "     |      ^~\n"
            "     = expected: `IF`: keywords are written in capital letters\n");
  EXPECT_EQ(rendering("x == IF a then b ELSE c"),
            "Test.tla:2:11: error[unexpected-token]: unexpected `then`\n"
            "   2 | x == IF a then b ELSE c\n"
            "     |           ^~~~\n"
            "     = expected: `THEN`: keywords are written in capital letters\n");
}

TEST(Error, an_operator_without_operand_is_where_to_look) {
  EXPECT_EQ(rendered(parse_units("x == y +\nz == 1")),
            "Test.tla:2:8: error[unexpected-token]: `+` has no right operand\n"
            "   2 | x == y +\n"
            "     |        ^\n"
            "     = expected: an expression before the definition of `z`\n");
  EXPECT_EQ(rendered(parse_units("x == ~\nz == 1")),
            "Test.tla:2:6: error[unexpected-token]: `~` has no operand\n"
            "   2 | x == ~\n"
            "     |      ^\n"
            "     = expected: an expression before the definition of `z`\n");
  EXPECT_EQ(rendered(parse_units("x == /\\ a\n     /\\ ~\nVARIABLE z")),
            "Test.tla:3:9: error[unexpected-token]: `~` has no operand\n"
            "   3 |      /\\ ~\n"
            "     |         ^\n"
            "     = expected: an expression before `VARIABLE`\n");
}

TEST(Error, the_operator_equality_of_an_instance_can_be_called) {
  EXPECT_EQ(rendered(parse_units("x == I!=(a, b)")), "");
}

TEST(Error, missing_words_name_what_they_belong_to) {
  EXPECT_EQ(rendered(parse_units("x == IF a b THEN c ELSE d")),
            "Test.tla:2:11: error[unexpected-token]: unexpected `b`\n"
            "   2 | x == IF a b THEN c ELSE d\n"
            "     |           ^\n"
            "     = expected: an operator or `THEN`\n"
            "Test.tla:2:6: note: for this `IF`\n"
            "   2 | x == IF a b THEN c ELSE d\n"
            "     |      ^~\n");
  EXPECT_EQ(rendered(parse_units("x == F(a b)")),
            "Test.tla:2:10: error[unexpected-token]: unexpected `b`\n"
            "   2 | x == F(a b)\n"
            "     |          ^\n"
            "     = expected: an operator or `)`\n"
            "Test.tla:2:7: note: to close this `(`\n"
            "   2 | x == F(a b)\n"
            "     |       ^\n");
  EXPECT_EQ(
      rendered(parse_units("- a == 1")),
      "Test.tla:2:1: error[unexpected-token]: unexpected `-`\n"
      "   2 | - a == 1\n"
      "     | ^\n"
      "     = expected: a name; prefix minus is written `-.` where it is defined, as in `-. a == 0 - a`\n");
}

TEST(Error, a_file_without_a_module) {
  const testing::ParsedModule parsed = parse_file("VARIABLE x\n");
  EXPECT_FALSE(parsed.module);
  EXPECT_EQ(rendered(parsed),
            "Test.tla:1:1: error[unexpected-token]: there is no module in this file\n"
            "   1 | VARIABLE x\n"
            "     | ^\n"
            "     = expected: `---- MODULE Test ----`\n");
}

TEST(Error, a_module_without_an_end) {
  const testing::ParsedModule parsed = parse_file("---- MODULE Test ----\nx == 1\n");
  EXPECT_EQ(rendered(parsed),
            "Test.tla:1:1: error[unclosed]: the module that begins here never ends\n"
            "   1 | ---- MODULE Test ----\n"
            "     | ^~~~~~~~~~~\n"
            "     = expected: `====`\n");
}

TEST(Error, a_broken_header_does_not_hide_the_rest) {
  EXPECT_EQ(testing::codes(parse_file("---- MODULE bug-1 ----\nEXTENDS A\nx = 1\n====").diagnostics),
            "unexpected-token unexpected-token");
}

TEST(Error, a_lexical_error_is_reported_once) {
  EXPECT_EQ(testing::codes(parse_units("x == a ? b ? c\ny == 1 +").diagnostics),
            "lexical lexical unexpected-token");
}

TEST(Error, after_twenty_errors_the_rest_is_not_read) {
  std::string units;
  for (int i = 0; i < 50; ++i) units += "x" + std::to_string(i) + " = 1\n";
  const testing::ParsedModule parsed = parse_units(units);
  EXPECT_EQ(parsed.diagnostics.error_count(), 20U);
  ASSERT_EQ(parsed.diagnostics.all().size(), 21U);
  EXPECT_EQ(render(parsed.diagnostics.all().back(), parsed.sources, false),
            "Test.tla:21:5: note[unexpected-token]: too many errors, the rest is not read\n"
            "  21 | x19 = 1\n"
            "     |     ^\n");
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

TEST(Limit, nesting_is_refused_beyond_a_thousand_levels_whatever_its_shape) {
  const struct {
    const char *before, *middle, *after;
  } shapes[] = {{"(", "1", ")"},
                {"{", "1", "}"},
                {"<<", "1", ">>"},
                {"~", "a", ""},
                {"- ", "a", ""},
                {"", "a", "'"},
                {"", "a", ".f"},
                {"", "a", "[1]"},
                {"f[", "1", "]"},
                {"f(", "1", ")"},
                {"1 + ", "1", ""},
                {"\\A x : ", "a", ""},
                {"[A]_", "v", ""},
                {"<<A>>_", "v", ""},
                {"IF a THEN b ELSE ", "c", ""},
                {"CASE a -> ", "b", ""},
                {"l:: ", "a", ""},
                {"/\\ ", "a", ""},
                {"LET x == 1 IN ", "x", ""},
                {"{x \\in ", "S", "}"},
                {"F(LAMBDA x : ", "x", ")"},
                {"[a |-> ", "1", "]"},
                {"[f EXCEPT ![1] = ", "1", "]"}};
  for (const auto& shape : shapes) {
    const auto text = [&](std::size_t levels) {
      return repeated(shape.before, levels) + shape.middle + repeated(shape.after, levels);
    };
    const std::string fits = testing::shape_of(text(490));
    EXPECT_FALSE(fits.starts_with("[")) << shape.before << shape.after << ": " << fits;
    EXPECT_EQ(testing::shape_of(text(1100)), "[nesting-too-deep]") << shape.before << shape.after;
    EXPECT_EQ(testing::shape_of(text(20000)), "[nesting-too-deep]") << shape.before << shape.after;
  }
}

TEST(Limit, left_and_right_nesting_add_up) {
  const std::string chain = "((((1" + repeated(" + 1", 300) + ")" + repeated(" + 1", 300) + ")" +
                            repeated(" + 1", 300) + ")" + repeated(" + 1", 300) + ")";
  EXPECT_EQ(testing::shape_of(chain), "[nesting-too-deep]");
}

TEST(Limit, nested_modules_and_proofs_are_limited_too) {
  EXPECT_TRUE(parse_units(repeated("---- MODULE M ----\n", 5000)).diagnostics.has_errors());
  std::string proof = "THEOREM a\n";
  for (int i = 1; i < 5000; ++i) proof += "<" + std::to_string(i) + ">1. a\n";
  EXPECT_EQ(testing::codes(parse_units(proof).diagnostics), "nesting-too-deep");
  EXPECT_EQ(testing::codes(parse_units("THEOREM " + repeated("ASSUME ", 5000) + "a").diagnostics),
            "nesting-too-deep");
}

TEST(Limit, long_is_not_deep) {
  EXPECT_EQ(testing::codes(parse_units("x == {1" + repeated(", 1", 20000) + "}").diagnostics), "");
  EXPECT_EQ(testing::codes(parse_units("x == A" + repeated(" \\X A", 20000)).diagnostics), "");
  EXPECT_EQ(testing::codes(parse_units("x ==\n" + repeated("  /\\ a\n", 20000)).diagnostics), "");
}

}  // namespace
}  // namespace synod::syntax
