#include "syntax/cursor.hpp"

#include <algorithm>
#include <utility>

#include "base/failure.hpp"
#include "syntax/slip.hpp"

namespace synod::syntax {

namespace {

constexpr std::size_t most_errors = 20;

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 40;
  if (text.size() <= longest) return "`" + std::string(text) + "`";
  std::size_t cut = longest;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return "`" + std::string(text.substr(0, cut)) + "...`";
}

std::string place(Position position) {
  return "line " + std::to_string(position.line) + ", column " + std::to_string(position.column);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

Cursor::Cursor(std::vector<Token> tokens, SourceId source, const SourceMap& sources, Diagnostics& diagnostics)
    : tokens_(std::move(tokens)),
      source_(source),
      text_(sources.get(source).text),
      diagnostics_(diagnostics) {
  require(!tokens_.empty() && tokens_.back().kind == TokenKind::end_of_file, "tokens end with end_of_file");
}

const Token& Cursor::raw(std::size_t ahead) const {
  return tokens_[std::min(index_ + ahead, tokens_.size() - 1)];
}

bool Cursor::at_operator(Fixity fixity) const {
  return at_operator() && get_operator(raw().op).fixity == fixity;
}

std::string_view Cursor::text(const Token& token) const { return text_.substr(token.offset, token.length); }

Span Cursor::span_from(Position begin) const {
  if (index_ == 0) return {source_, begin, begin};
  return {source_, begin, std::max(begin, tokens_[index_ - 1].end())};
}

std::string Cursor::text_from(const Token& first) const {
  const Token& last = tokens_[index_ - 1];
  return std::string(first.column - 1, ' ')
      .append(text_.substr(first.offset, last.offset + last.length - first.offset));
}

const Token& Cursor::take() {
  const Token& token = raw();
  if (index_ + 1 < tokens_.size()) ++index_;
  return token;
}

bool Cursor::accept(TokenKind kind) {
  if (!at(kind)) return false;
  take();
  return true;
}

const Token& Cursor::expect(TokenKind kind) {
  if (!at(kind)) fail_expected(describe(kind));
  return take();
}

void Cursor::expect_closing(TokenKind kind, const Token& open) {
  if (accept(kind)) return;
  const std::string opener = quoted(text(open));
  if (raw().kind == TokenKind::end_of_file || begins_unit(raw())) {
    fail(Code::unclosed, span(open), opener + " is never closed",
         describe(kind) + " before " + found() + " at " + place(begin()));
  }
  fail_expected("an operator or " + describe(kind), {{span(open), "to close this " + opener}});
}

void Cursor::expect(OperatorId op) {
  if (!at(op)) fail_expected(quoted(get_operator(op).name));
  take();
}

Identifier Cursor::expect_identifier(std::string_view what) {
  if (!at(TokenKind::identifier)) fail_expected(std::string(what));
  return identifier(take());
}

Identifier Cursor::expect_name_or_word(std::string_view what) {
  if (!at(TokenKind::identifier) && !at_word()) fail_expected(std::string(what));
  return identifier(take());
}

bool Cursor::at_word() const {
  switch (kind()) {
    case TokenKind::weak_fairness:
    case TokenKind::strong_fairness:
    case TokenKind::underscore:
      return true;
    case TokenKind::operator_symbol:
      return is_letter(text(raw()).front());
    default:
      return kind() >= TokenKind::word_action;
  }
}

Identifier Cursor::operator_name(const Token& token) const {
  return {std::string(get_operator(token.op).name), span(token)};
}

std::string Cursor::found() const {
  const Token& token = raw();
  if (token.kind == TokenKind::end_of_file) return describe(token.kind);
  return quoted(text(token));
}

std::string Cursor::unexpected() const {
  return "unexpected " + (raw().kind == TokenKind::end_of_file ? "end of the file" : found());
}

void Cursor::add_error(Diagnostic diagnostic) {
  diagnostics_.add(std::move(diagnostic));
  if (++errors_ != most_errors) return;
  const Span at = diagnostics_.all().back().span;
  diagnostics_.add(
      {Code::unexpected_token, Severity::note, at, "too many errors, the rest is not read", {}, {}});
}

void Cursor::fail_expected(std::string expected, std::vector<Note> notes) {
  const Token& token = raw();
  if (token.kind == TokenKind::invalid) throw SyntaxError{};
  if (expected.starts_with("an expression")) fail_without_operand(expected);
  if (!hidden()) {
    if (auto slip = find_slip(*this)) {
      fail(Code::unexpected_token, slip->span, "unexpected " + quoted(slip->text), std::move(slip->advice));
    }
    fail(Code::unexpected_token, span(token), unexpected(), std::move(expected), std::move(notes));
  }
  const std::string bullet = quoted(text(*bullet_));
  notes.push_back({span(*bullet_), "the item of this " + bullet + " is not complete"});
  fail(Code::misaligned_junction, span(token),
       unexpected() + ": it must stand to the right of the " + bullet + " of " + place(bullet_->begin()) +
           " to belong to that item",
       std::move(expected), std::move(notes));
}

/// Fails if an operator came last and no operand can follow any more: that operator is where to look.
void Cursor::fail_without_operand(const std::string& expected) {
  const Token* last = previous();
  const Token& next = raw();
  if (last == nullptr || last->kind != TokenKind::operator_symbol) return;
  if (get_operator(last->op).fixity == Fixity::postfix) return;
  if (next.kind != TokenKind::end_of_file && !begins_unit(next)) return;
  const bool infix = get_operator(last->op).fixity == Fixity::infix && last->op != OperatorId::negative;
  fail(Code::unexpected_token, span(*last),
       quoted(text(*last)) + (infix ? " has no right operand" : " has no operand"),
       next.begins_definition ? "an expression before the definition of " + found()
                              : expected + " before " + found());
}

void Cursor::fail(Code code, Span span, std::string message, std::string expected, std::vector<Note> notes) {
  add_error({code, Severity::error, span, std::move(message), std::move(expected), std::move(notes)});
  throw SyntaxError{};
}

void Cursor::warn(Code code, Span span, std::string message, std::vector<Note> notes) {
  diagnostics_.add({code, Severity::warning, span, std::move(message), {}, std::move(notes)});
}

void Cursor::fail_nesting(Span span) {
  fail(Code::nesting_too_deep, span,
       "this is nested more than " + std::to_string(nesting_limit) +
           " levels deep, the most that is supported");
}

bool Cursor::given_up() const { return errors_ >= most_errors; }

bool Cursor::begins_unit(const Token& token) const {
  switch (token.kind) {
    case TokenKind::module_start:
    case TokenKind::module_end:
    case TokenKind::separator:
    case TokenKind::word_assume:
    case TokenKind::word_assumption:
    case TokenKind::word_constant:
    case TokenKind::word_extends:
    case TokenKind::word_hide:
    case TokenKind::word_instance:
    case TokenKind::word_local:
    case TokenKind::word_recursive:
    case TokenKind::word_theorem:
    case TokenKind::word_use:
    case TokenKind::word_variable:
      return token.first_on_line;
    default:
      return token.begins_definition && token.first_on_line;
  }
}

void Cursor::synchronise(std::uint32_t column) {
  bullet_ = nullptr;
  proof_levels.clear();
  height = 0;
  for (;; take()) {
    const Token& token = raw();
    if (token.kind == TokenKind::end_of_file || token.kind == TokenKind::module_end) return;
    const Token& next = raw(1);
    const bool is_slip = token.kind == TokenKind::identifier && token.first_on_line &&
                         next.kind == TokenKind::operator_symbol && next.op == OperatorId::equality;
    if (token.column <= column && (begins_unit(token) || is_slip)) return;
  }
}

}  // namespace synod::syntax
