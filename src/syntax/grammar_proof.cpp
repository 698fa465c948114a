// Proofs. They are read completely, so that their end is found and their mistakes are reported, but nothing
// is kept. A proof is a leaf (BY, OBVIOUS, OMITTED) or steps of one level that end with QED; each step may
// have a proof of a higher level. The rules about levels are SANY's (tla+.jj, beginsProof and correctLevel).
#include <charconv>
#include <limits>

#include "syntax/grammar.hpp"

namespace synod::syntax {

namespace {

constexpr int unknown_level = -1;  ///< of a proof before its first step

bool is_step(TokenKind kind) { return kind == TokenKind::step_name || kind == TokenKind::step_start; }

bool is_implicit(const Cursor& cursor, const Token& step, char mark) { return cursor.text(step)[1] == mark; }

/// The 2 of <2>a.
int explicit_level(const Cursor& cursor, const Token& step) {
  const std::string_view text = cursor.text(step);
  int level = 0;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), level);
  return error == std::errc() ? level : std::numeric_limits<int>::max();
}

/// Level of the proof around the current one.
int outer_level(const Cursor& cursor) {
  const std::size_t depth = cursor.proof_levels.size();
  return depth > 1 ? cursor.proof_levels[depth - 2] : -1;
}

/// Whether a step token may stand in the current proof; the first one decides the proof's level.
bool fits_level(Cursor& cursor, const Token& step) {
  int& current = cursor.proof_levels.back();
  const bool is_first = current == unknown_level;
  if (is_implicit(cursor, step, '*') || is_implicit(cursor, step, '+')) {
    if (is_first) current = outer_level(cursor) + 1;
    return is_first || is_implicit(cursor, step, '*');
  }
  const int level = explicit_level(cursor, step);
  if (is_first) {
    current = level;
    return level > outer_level(cursor);
  }
  return level == current;
}

void take_step_token(Cursor& cursor) {
  if (!is_step(cursor.kind())) cursor.fail_expected("a proof step, as the proof has not reached its `QED`");
  const Token& step = cursor.take();
  if (fits_level(cursor, step)) return;
  cursor.fail(Code::unexpected_token, cursor.span(step),
              "the proof step `" + std::string(cursor.text(step)) + "` has the wrong level",
              "a step of the current proof's level, or of a higher level after a step without a proof");
}

void fact(Cursor& cursor) {
  if (cursor.accept(TokenKind::word_module)) {
    static_cast<void>(cursor.expect_name_or_word("the name of a module"));
  } else if (at_operator_name(cursor, false)) {
    static_cast<void>(operator_as_name(cursor));
  } else {
    static_cast<void>(expression(cursor));
  }
}

/// Whether what comes next cannot begin a fact: then BY, USE or DEF has none.
bool at_facts_end(const Cursor& cursor) {
  switch (cursor.kind()) {
    case TokenKind::identifier:
    case TokenKind::at_sign:
    case TokenKind::number:
    case TokenKind::string:
    case TokenKind::operator_symbol:
      return cursor.raw().begins_definition && cursor.raw().first_on_line;
    case TokenKind::left_paren:
    case TokenKind::left_brace:
    case TokenKind::left_bracket:
    case TokenKind::left_angle:
    case TokenKind::weak_fairness:
    case TokenKind::strong_fairness:
    case TokenKind::for_all:
    case TokenKind::exists:
    case TokenKind::temporal_for_all:
    case TokenKind::temporal_exists:
    case TokenKind::word_choose:
    case TokenKind::word_if:
    case TokenKind::word_case:
    case TokenKind::word_let:
    case TokenKind::word_module:
    case TokenKind::step_name:
      return false;
    default:
      return true;
  }
}

void fact_list(Cursor& cursor) {
  do {
    fact(cursor);
  } while (cursor.accept(TokenKind::comma));
}

// -- steps
// ---------------------------------------------------------------------------------------------------------------
void define_step(Cursor& cursor) {
  cursor.accept(TokenKind::word_define);
  do {
    static_cast<void>(definition(cursor));
  } while (at_definition(cursor));
}

void pick_step(Cursor& cursor) {
  static_cast<void>(bounds_or_names(cursor));
  cursor.expect(TokenKind::colon);
  static_cast<void>(expression(cursor));
}

/// Reads what a step says. Returns whether the step may have a proof.
bool step_body(Cursor& cursor) {
  if (at_definition(cursor) || cursor.at(TokenKind::word_define)) return define_step(cursor), false;
  switch (cursor.kind()) {
    case TokenKind::word_use:
    case TokenKind::word_hide:
      cursor.take();
      return skip_facts(cursor), false;
    case TokenKind::word_instance:
      static_cast<void>(instance(cursor));
      return false;
    case TokenKind::word_have:
      cursor.take();
      static_cast<void>(expression(cursor));
      return false;
    case TokenKind::word_take:
      cursor.take();
      static_cast<void>(bounds_or_names(cursor));
      return false;
    case TokenKind::word_witness:
      cursor.take();
      static_cast<void>(expressions(cursor));
      return false;
    case TokenKind::word_pick:
      cursor.take();
      return pick_step(cursor), true;
    case TokenKind::word_case:
      cursor.take();
      static_cast<void>(expression(cursor));
      return true;
    case TokenKind::word_suffices:
      cursor.take();
      static_cast<void>(statement(cursor));
      return true;
    default:
      static_cast<void>(statement(cursor));
      return true;
  }
}

void step(Cursor& cursor) {
  take_step_token(cursor);
  const bool may_have_proof = step_body(cursor);
  if (!at_proof(cursor)) return;
  if (!may_have_proof) {
    cursor.fail(Code::unexpected_token, cursor.span(cursor.raw()), "the step before this takes no proof",
                "the next step");
  }
  skip_proof(cursor);
}

void qed_step(Cursor& cursor) {
  take_step_token(cursor);
  cursor.expect(TokenKind::word_qed);
  if (at_proof(cursor)) skip_proof(cursor);
}

}  // namespace

bool at_proof(const Cursor& cursor) {
  switch (cursor.kind()) {
    case TokenKind::word_by:
    case TokenKind::word_proof:
    case TokenKind::word_obvious:
    case TokenKind::word_omitted:
      return true;
    case TokenKind::step_name:
    case TokenKind::step_start:
      break;
    default:
      return false;
  }
  if (cursor.proof_levels.empty() || is_implicit(cursor, cursor.raw(), '+')) return true;
  if (is_implicit(cursor, cursor.raw(), '*')) return false;
  const int current = cursor.proof_levels.back();
  return current != unknown_level && explicit_level(cursor, cursor.raw()) > current;
}

void skip_facts(Cursor& cursor) {
  cursor.accept(TokenKind::word_only);
  if (!at_facts_end(cursor)) fact_list(cursor);
  if (cursor.accept(TokenKind::word_def)) fact_list(cursor);
}

void skip_proof(Cursor& cursor) {
  const Cursor::Nesting nesting(cursor);
  cursor.proof_levels.push_back(unknown_level);
  cursor.accept(TokenKind::word_proof);
  if (cursor.accept(TokenKind::word_by)) {
    skip_facts(cursor);
  } else if (!cursor.accept(TokenKind::word_obvious) && !cursor.accept(TokenKind::word_omitted)) {
    while (cursor.raw(1).kind != TokenKind::word_qed) step(cursor);
    qed_step(cursor);
  }
  cursor.proof_levels.pop_back();
}

}  // namespace synod::syntax
