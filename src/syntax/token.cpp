#include "syntax/token.hpp"

#include <unordered_map>

namespace synod::syntax {

namespace {

using enum TokenKind;

// clang-format off
/// Where a kind has several spellings, the first is the one that messages use.
constexpr Punctuation punctuation[] = {
    {",", comma}, {":", colon}, {"::", colon_colon}, {"∷", colon_colon}, {".", dot}, {"==", defined_as},
    {"≜", defined_as}, {"(", left_paren}, {")", right_paren}, {"[", left_bracket}, {"]", right_bracket},
    {"]_", right_bracket_subscript}, {"{", left_brace}, {"}", right_brace}, {"<<", left_angle}, {"⟨", left_angle},
    {">>", right_angle}, {"⟩", right_angle}, {">>_", right_angle_subscript}, {"⟩_", right_angle_subscript},
    {"!", bang}, {"->", arrow}, {"→", arrow}, {"<-", gets}, {"←", gets}, {"|->", maps_to}, {"↦", maps_to},
    {"[]ASSUME", boxed_assume}, {"[]PROVE", boxed_prove}, {"\\A", for_all}, {"\\forall", for_all}, {"∀", for_all},
    {"\\E", exists}, {"\\exists", exists}, {"∃", exists}, {"\\AA", temporal_for_all}, {"\\EE", temporal_exists},
};

constexpr Punctuation reserved_words[] = {
    {"ACTION", word_action}, {"ACTIONS", word_action}, {"ASSUME", word_assume}, {"ASSUMPTION", word_assumption},
    {"AXIOM", word_assumption}, {"BY", word_by}, {"CASE", word_case}, {"CHOOSE", word_choose},
    {"CONSTANT", word_constant}, {"CONSTANTS", word_constant}, {"DEF", word_def}, {"DEFS", word_def},
    {"DEFINE", word_define}, {"ELSE", word_else}, {"EXCEPT", word_except}, {"EXTENDS", word_extends},
    {"HAVE", word_have}, {"HIDE", word_hide}, {"IF", word_if}, {"IN", word_in}, {"INSTANCE", word_instance},
    {"LAMBDA", word_lambda}, {"LET", word_let}, {"LOCAL", word_local}, {"MODULE", word_module}, {"NEW", word_new},
    {"OBVIOUS", word_obvious}, {"OMITTED", word_omitted}, {"ONLY", word_only}, {"OTHER", word_other},
    {"PICK", word_pick}, {"PROOF", word_proof}, {"PROVE", word_prove}, {"QED", word_qed},
    {"RECURSIVE", word_recursive}, {"STATE", word_state}, {"SUFFICES", word_suffices}, {"TAKE", word_take},
    {"TEMPORAL", word_temporal}, {"TEMPORALS", word_temporal}, {"THEN", word_then}, {"THEOREM", word_theorem},
    {"PROPOSITION", word_theorem}, {"LEMMA", word_theorem}, {"COROLLARY", word_theorem}, {"USE", word_use},
    {"VARIABLE", word_variable}, {"VARIABLES", word_variable}, {"WITH", word_with}, {"WITNESS", word_witness},
};
// clang-format on

/// The first spelling of a kind; empty when it has none of its own.
std::string_view first_spelling(TokenKind kind) {
  for (const Punctuation& entry : punctuation) {
    if (entry.kind == kind) return entry.spelling;
  }
  for (const Punctuation& entry : reserved_words) {
    if (entry.kind == kind) return entry.spelling;
  }
  return {};
}

}  // namespace

std::span<const Punctuation> all_punctuation() { return punctuation; }

TokenKind find_reserved_word(std::string_view word) {
  static const auto index = [] {
    std::unordered_map<std::string_view, TokenKind> words;
    for (const Punctuation& entry : reserved_words) words.emplace(entry.spelling, entry.kind);
    return words;
  }();
  const auto found = index.find(word);
  return found == index.end() ? identifier : found->second;
}

std::string describe(TokenKind kind) {
  switch (kind) {
    case end_of_file:
      return "the end of the file";
    case identifier:
      return "an identifier";
    case at_sign:
      return "`@`";
    case number:
      return "a number";
    case string:
      return "a string";
    case operator_symbol:
      return "an operator symbol";
    case step_name:
    case step_start:
      return "a proof step";
    case underscore:
      return "`_`";
    case separator:
      return "`----`";
    case module_start:
      return "`---- MODULE`";
    case module_end:
      return "`====`";
    case weak_fairness:
      return "`WF_`";
    case strong_fairness:
      return "`SF_`";
    default:
      return "`" + std::string(first_spelling(kind)) + "`";
  }
}

}  // namespace synod::syntax
