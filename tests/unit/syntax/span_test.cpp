// Spans as TLC prints positions: from the first token to the last, both ends included.
#include <gtest/gtest.h>

#include "parsing.hpp"

namespace synod::syntax {
namespace {

using testing::place;

std::string span_of(const std::string& text) {
  SourceMap sources;
  Diagnostics diagnostics;
  const ExpressionPtr tree = parse_expression(sources.add("Test.tla", text), sources, diagnostics);
  return tree ? place(tree->span) : testing::codes(diagnostics);
}

TEST(Span, expressions_reach_from_their_first_to_their_last_token) {
  EXPECT_EQ(span_of("  abc "), "1:3-1:5");
  EXPECT_EQ(span_of(" /\\ a\n /\\ bcd  "), "1:2-2:7");
  EXPECT_EQ(span_of(" ( a ) "), "1:2-1:6");
  EXPECT_EQ(span_of("~ a'"), "1:1-1:4");
  EXPECT_EQ(span_of("a +\n b * c"), "1:1-2:6");
  EXPECT_EQ(span_of("f[x].y"), "1:1-1:6");
  EXPECT_EQ(span_of("I(e)!Op(a)  "), "1:1-1:10");
  EXPECT_EQ(span_of("[A]_vars"), "1:1-1:8");
  EXPECT_EQ(span_of("WF_v(A)"), "1:1-1:7");
  EXPECT_EQ(span_of("\"é\" \\* x"), "1:1-1:3");
  EXPECT_EQ(span_of("IF a THEN b ELSE c"), "1:1-1:18");
  EXPECT_EQ(span_of("{x \\in S, y}"), "1:1-1:12");
  EXPECT_EQ(span_of("A \\X B \\X C"), "1:1-1:11");
  EXPECT_EQ(span_of("lab:: x"), "1:1-1:7");
}

TEST(Span, parts_have_their_own) {
  SourceMap sources;
  Diagnostics diagnostics;
  const ExpressionPtr tree =
      parse_expression(sources.add("T.tla", "{x \\in S /\\ y, WF_f(z)(A)}"), sources, diagnostics);
  ASSERT_TRUE(tree);
  const auto& set = std::get<SetLiteral>(tree->node);
  EXPECT_EQ(place(set.items[0]->span), "1:2-1:13");
  const auto& conjunction = std::get<Infix>(set.items[0]->node);
  EXPECT_EQ(place(conjunction.op.span), "1:10-1:11");
  EXPECT_EQ(place(conjunction.left->span), "1:2-1:8");
  EXPECT_EQ(place(std::get<Infix>(conjunction.left->node).right->span), "1:8-1:8");
  const auto& fairness = std::get<Fairness>(set.items[1]->node);
  EXPECT_EQ(place(fairness.subscript->span), "1:19-1:22");
  EXPECT_EQ(place(fairness.action->span), "1:24-1:24");
}

TEST(Span, the_subscript_of_fairness_does_not_include_its_action) {
  SourceMap sources;
  Diagnostics diagnostics;
  const ExpressionPtr tree = parse_expression(sources.add("T.tla", "WF_vars(Next)"), sources, diagnostics);
  ASSERT_TRUE(tree);
  EXPECT_EQ(place(std::get<Fairness>(tree->node).subscript->span), "1:4-1:7");
}

TEST(Span, definitions_and_their_bodies) {
  const testing::ParsedModule parsed = testing::parse_units(
      "LOCAL Op(a) ==\n  /\\ a\n  /\\ b\nI == INSTANCE M WITH x <- 1\nTHEOREM T BY x, y\n");
  const std::vector<Unit>& units = parsed.module->units;
  ASSERT_EQ(units.size(), 3U);
  EXPECT_EQ(place(units[0].span), "2:1-4:6");
  const auto& definition = std::get<OperatorDefinition>(units[0].node);
  EXPECT_EQ(place(definition.name.span), "2:7-2:8");
  EXPECT_EQ(place(definition.body->span), "3:3-4:6");
  EXPECT_EQ(place(units[1].span), "5:1-5:27");
  EXPECT_EQ(place(units[2].span), "6:1-6:17");
  EXPECT_EQ(place(parsed.module->span), "1:1-8:4");
}

TEST(Span, updates_of_except) {
  SourceMap sources;
  Diagnostics diagnostics;
  const ExpressionPtr tree =
      parse_expression(sources.add("T.tla", "[f EXCEPT ![1] = 2, !.a = 3]"), sources, diagnostics);
  ASSERT_TRUE(tree);
  const auto& except = std::get<Except>(tree->node);
  EXPECT_EQ(place(except.updates[0].span), "1:11-1:18");
  EXPECT_EQ(place(except.updates[1].span), "1:21-1:27");
}

}  // namespace
}  // namespace synod::syntax
