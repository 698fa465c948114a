#include "syntax/lexer.hpp"

#include <gtest/gtest.h>

#include "parsing.hpp"

namespace synod::syntax {
namespace {

/// The tokens of a text, separated by spaces; the kind after a slash where the text alone does not tell it.
std::string tokens_of(const std::string& text, Diagnostics& diagnostics) {
  SourceMap sources;
  const SourceId id = sources.add("Test.tla", text);
  std::string result;
  for (const Token& token : tokenise_expression(id, sources, diagnostics)) {
    if (token.kind == TokenKind::end_of_file) break;
    if (!result.empty()) result += ' ';
    result += text.substr(token.offset, token.length);
    if (token.kind == TokenKind::identifier) result += "/id";
    if (token.kind == TokenKind::number) result += "/num";
    if (token.kind == TokenKind::operator_symbol) result += "/op";
    if (token.kind == TokenKind::step_name) result += "/step";
    if (token.kind == TokenKind::step_start) result += "/start";
    if (token.kind == TokenKind::invalid) result += "/invalid";
  }
  return result;
}

std::string tokens_of(const std::string& text) {
  Diagnostics diagnostics;
  std::string result = tokens_of(text, diagnostics);
  EXPECT_EQ(testing::codes(diagnostics), "") << text;
  return result;
}

TEST(Lexer, identifiers_may_begin_with_digits_and_underscores) {
  EXPECT_EQ(tokens_of("2a a2 _a __a1 1_a a_"), "2a/id a2/id _a/id __a1/id 1_a/id a_/id");
  EXPECT_EQ(tokens_of("12 _ __ _1 12_3"), "12/num _ _ _ _ 1/num 12/num _ 3/num");
}

TEST(Lexer, no_identifier_begins_with_a_fairness_prefix) {
  EXPECT_EQ(tokens_of("WF_vars SF_x WFx WF xWF_y _WF_"),
            "WF_ vars/id SF_ x/id WFx/id WF/id xWF_y/id _WF_/id");
  EXPECT_EQ(tokens_of("WF_WF_x"), "WF_ WF_ x/id");
}

TEST(Lexer, numbers_have_bases_only_before_digits_of_the_base) {
  EXPECT_EQ(tokens_of("\\b01 \\B1 \\o17 \\O7 \\hfF0 \\H1"),
            "\\b01/num \\B1/num \\o17/num \\O7/num \\hfF0/num \\H1/num");
  EXPECT_EQ(tokens_of("a \\o b \\o8 \\bullet"), "a/id \\o/op b/id \\o/op 8/num \\bullet/op");
  EXPECT_EQ(tokens_of("1.5 1..5 1 .. 5"), "1/num . 5/num 1/num ../op 5/num 1/num ../op 5/num");
}

TEST(Lexer, longest_symbol_wins) {
  EXPECT_EQ(tokens_of("]_x >>_x [] -- .. ... (+) (\\X) -. - -| -+-> |->"),
            "]_ x/id >>_ x/id []/op --/op ../op .../op (+)/op (\\X)/op -./op -/op -|/op -+->/op |->");
  EXPECT_EQ(tokens_of("a <=> b <= =< => = == ::= :: := :> :"),
            "a/id <=>/op b/id <=/op =</op =>/op =/op == ::=/op :: :=/op :>/op :");
  EXPECT_EQ(tokens_of("!! ! @@ @ ## # ^+ ^* ^# ^^ ^ '"),
            "!!/op ! @@/op @ ##/op #/op ^+/op ^*/op ^#/op ^^/op ^/op '/op");
}

TEST(Lexer, words_after_a_backslash_end_where_the_operator_does) {
  EXPECT_EQ(tokens_of("\\Ex \\EE x \\A \\AA \\inS S \\foo \\in"),
            "\\E x/id \\EE x/id \\A \\AA \\in/op S/id S/id \\/op foo/id \\in/op");
  EXPECT_EQ(tokens_of("S \\T"), "S/id \\/op T/id");
}

TEST(Lexer, proof_steps_are_single_tokens) {
  EXPECT_EQ(
      tokens_of("<1>2 <1>a_b <1>2. <1>2.. <1> <12>* <1>- <*>a <+>a <*>. <1>."),
      "<1>2/step <1>a_b/step <1>2./start <1>2../start <1>/start <12>*/start <1>-/start <*>a/step <+>a/start "
      "<*>./start <1>./start");
  EXPECT_EQ(tokens_of("a <1 /\\ b> 2"), "a/id </op 1/num /\\/op b/id >/op 2/num");
}

TEST(Lexer, unicode_synonyms_are_the_same_operators) {
  EXPECT_EQ(tokens_of("∀ x ∈ ℕ ≜ ⟨a⟩_b ∷ ↦ → ←"), "∀ x/id ∈/op ℕ/id ≜ ⟨ a/id ⟩_ b/id ∷ ↦ → ←");
  EXPECT_EQ(tokens_of("≤ ≥ ≠ ∪ ∩ ⊆ × ∘ ÷ ⋅ ↝ □ ◇ ¬ ∧ ∨ ≡ ⇔ ⇒"),
            "≤/op ≥/op ≠/op ∪/op ∩/op ⊆/op ×/op ∘/op ÷/op ⋅/op ↝/op □/op ◇/op ¬/op ∧/op ∨/op ≡/op ⇔/op ⇒/op");
}

TEST(Lexer, comments_nest_and_end_of_line_comments_do_not) {
  EXPECT_EQ(tokens_of("a (* b (* c *) \\* d *) e \\* f (* g\nh"), "a/id e/id h/id");
  EXPECT_EQ(tokens_of("(****) a (**)b \\**\n c \\*"), "a/id b/id c/id");
}

TEST(Lexer, an_open_comment_is_reported_where_it_begins) {
  Diagnostics diagnostics;
  EXPECT_EQ(tokens_of("a\n (* b (* c *)\n", diagnostics), "a/id");
  ASSERT_EQ(testing::codes(diagnostics), "unclosed");
  EXPECT_EQ(testing::place(diagnostics.all()[0].span), "2:2-2:3");
}

TEST(Lexer, strings_know_six_escapes_and_one_line) {
  EXPECT_EQ(tokens_of(R"("a\"b\\" "\n\t\r\f" "")"), R"("a\"b\\" "\n\t\r\f" "")");
  Diagnostics diagnostics;
  EXPECT_EQ(tokens_of("\"a\\qb\" c \"d\ne", diagnostics), "\"a\\qb\"/invalid c/id \"d/invalid e/id");
  ASSERT_EQ(testing::codes(diagnostics), "lexical unclosed");
  EXPECT_EQ(testing::place(diagnostics.all()[0].span), "1:3-1:4");
  EXPECT_EQ(testing::place(diagnostics.all()[1].span), "1:10-1:10");
}

TEST(Lexer, columns_count_code_points_and_tab_stops) {
  SourceMap sources;
  Diagnostics diagnostics;
  const SourceId id = sources.add("Test.tla", "\ta \t b\n∀∀ \"é\t\" c\r\nd\re");
  const std::vector<Token> tokens = tokenise_expression(id, sources, diagnostics);
  ASSERT_EQ(tokens.size(), 9U);
  const auto place = [&](std::size_t i) { return testing::place({id, tokens[i].begin(), tokens[i].end()}); };
  EXPECT_EQ(place(0), "1:9-1:9");
  EXPECT_EQ(place(1), "1:18-1:18");
  EXPECT_EQ(place(2), "2:1-2:1");
  EXPECT_EQ(place(3), "2:2-2:2");
  EXPECT_EQ(place(4), "2:4-2:9");
  EXPECT_EQ(place(5), "2:11-2:11");
  EXPECT_EQ(place(6), "3:1-3:1");
  EXPECT_EQ(place(7), "4:1-4:1");
}

TEST(Lexer, what_has_no_meaning_is_named) {
  const testing::ParsedModule parsed = testing::parse_units("a == 1 ? 2\nb == é\x01");
  EXPECT_EQ(testing::rendered(parsed),
            "Test.tla:2:8: error[lexical]: the character `?` (U+003F) has no meaning in TLA+\n"
            "   2 | a == 1 ? 2\n"
            "     |        ^\n"
            "Test.tla:3:6: error[lexical]: the character `é` (U+00E9) has no meaning in TLA+\n"
            "   3 | b == é\xEF\xBF\xBD\n"
            "     |      ^\n"
            "Test.tla:3:7: error[lexical]: the character U+0001 has no meaning in TLA+\n"
            "   3 | b == é\xEF\xBF\xBD\n"
            "     |       ^\n");
}

TEST(Lexer, only_the_first_module_of_a_file_is_read) {
  const testing::ParsedModule parsed = testing::parse_file(
      "some ( text \" ? -----\n  ----- MODULE  Test ----\n---- MODULE Inner ----\n====\na == 1\n==== more ? "
      "(* text\n"
      "---- MODULE Other ----\n");
  EXPECT_EQ(testing::codes(parsed.diagnostics), "");
  ASSERT_TRUE(parsed.module);
  EXPECT_EQ(parsed.module->name.text, "Test");
  EXPECT_EQ(testing::place(parsed.module->span), "2:3-6:4");
  ASSERT_EQ(parsed.module->units.size(), 2U);
  EXPECT_EQ(testing::shape(parsed.module->units[1]), "(def a [] 1)");
}

TEST(Lexer, definitions_are_found_by_their_defined_as) {
  SourceMap sources;
  Diagnostics diagnostics;
  const std::string text =
      "x == y a ++ b == -. c == F(G(_), (d)) == f[i \\in S] == e^+ == WITH p <- + q == r";
  const SourceId id = sources.add("Test.tla", text);
  std::string marked;
  for (const Token& token : tokenise_expression(id, sources, diagnostics)) {
    if (token.begins_definition) marked += text.substr(token.offset, token.length) + " ";
  }
  EXPECT_EQ(marked, "x a -. F f e q ");
}

}  // namespace
}  // namespace synod::syntax
