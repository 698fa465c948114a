// The words of TLA+.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.hpp"
#include "syntax/operators.hpp"

namespace synod::syntax {

// clang-format off
enum class TokenKind : std::uint8_t {
  end_of_file,
  end_of_item,  ///< never in the text: what the parser sees where the open junction list can hold no more
  invalid,      ///< already reported by the lexer
  identifier,
  at_sign,
  number,       ///< 12, \b01, \o17, \hFF; a real is three tokens
  string,
  operator_symbol,
  step_name,    ///< <1>a or <*>a: begins a proof step, or refers to one
  step_start,   ///< <1>, <1>a. or <+>a: begins a proof step
  // punctuation
  comma, colon, colon_colon, dot, underscore, defined_as, left_paren, right_paren, left_bracket,
  right_bracket, right_bracket_subscript, left_brace, right_brace, left_angle, right_angle,
  right_angle_subscript, bang, arrow, gets, maps_to, separator, module_start, module_end, boxed_assume,
  boxed_prove, weak_fairness, strong_fairness, for_all, exists, temporal_for_all, temporal_exists,
  // reserved words
  word_action, word_assume, word_assumption, word_by, word_case, word_choose, word_constant, word_def,
  word_define, word_else, word_except, word_extends, word_have, word_hide, word_if, word_in, word_instance,
  word_lambda, word_let, word_local, word_module, word_new, word_obvious, word_omitted, word_only,
  word_other, word_pick, word_proof, word_prove, word_qed, word_recursive, word_state, word_suffices,
  word_take, word_temporal, word_then, word_theorem, word_use, word_variable, word_with, word_witness,
};
// clang-format on

struct Token {
  std::uint32_t offset = 0;  ///< in bytes
  std::uint32_t length = 0;  ///< in bytes
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t end_column = 0;  ///< of its last character; no token spans lines
  TokenKind kind = TokenKind::end_of_file;
  OperatorId op{};                 ///< for operator_symbol
  bool bullet = false;             ///< a spelling of /\ or \/ that can begin an item of a junction list
  bool begins_definition = false;  ///< first token of the left side of a `==` (LOCAL not counted)
  bool first_on_line = false;

  [[nodiscard]] Position begin() const { return {line, column}; }
  [[nodiscard]] Position end() const { return {line, end_column}; }
};

/// A symbol that is no operator, such as "|->", "==" or "\A".
struct Punctuation {
  std::string_view spelling;
  TokenKind kind;
};
[[nodiscard]] std::span<const Punctuation> all_punctuation();

/// The reserved word of this spelling, or `identifier`.
[[nodiscard]] TokenKind find_reserved_word(std::string_view word);

/// How a message names a kind of token, e.g. "`THEN`" or "an identifier".
[[nodiscard]] std::string describe(TokenKind kind);

}  // namespace synod::syntax
