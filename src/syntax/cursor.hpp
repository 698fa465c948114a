// The parser's place in the tokens: what comes next, what was expected, how deep we are.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/diagnostic.hpp"
#include "syntax/source.hpp"
#include "syntax/token.hpp"
#include "syntax/tree.hpp"

namespace synod::syntax {

/// Nesting beyond this is refused, so that neither this parser nor any later recursion over its tree
/// (destruction included) can exhaust the stack. No expression's height exceeds it, whatever its shape.
inline constexpr unsigned nesting_limit = 1000;

/// Thrown after a diagnostic was added, caught where parsing can go on: at the next unit of the module.
struct SyntaxError {};

/// Walks over tokens. Junction lists are laid out by column: while a list is open, a token at or left of its
/// bullets cannot belong to the current item, and is seen as `end_of_item`.
class Cursor {
 public:
  Cursor(std::vector<Token> tokens, SourceId source, const SourceMap& sources, Diagnostics& diagnostics);

  // -- looking
  // ----------------------------------------------------------------------------------------------------------
  /// The kind of the next token, `end_of_item` if the open junction list cannot hold it.
  [[nodiscard]] TokenKind kind() const { return hidden() ? TokenKind::end_of_item : raw().kind; }
  /// The next token, wherever it stands, or one further ahead.
  [[nodiscard]] const Token& raw(std::size_t ahead = 0) const;
  /// The last token taken, or one further back; null before the beginning.
  [[nodiscard]] const Token* previous(std::size_t back = 1) const {
    return index_ < back ? nullptr : &tokens_[index_ - back];
  }
  [[nodiscard]] bool at(TokenKind kind) const { return this->kind() == kind; }
  [[nodiscard]] bool at(OperatorId op) const { return at_operator() && raw().op == op; }
  [[nodiscard]] bool at_operator() const { return at(TokenKind::operator_symbol); }
  [[nodiscard]] bool at_operator(Fixity fixity) const;
  [[nodiscard]] std::size_t index() const { return index_; }
  [[nodiscard]] std::string_view text(const Token& token) const;
  [[nodiscard]] Span span(const Token& token) const { return {source_, token.begin(), token.end()}; }
  /// From a beginning to the end of the last token taken.
  [[nodiscard]] Span span_from(Position begin) const;
  [[nodiscard]] Position begin() const { return raw().begin(); }
  /// The text from a token to the last one taken, preceded by as many spaces as put its first line
  /// where it was.
  [[nodiscard]] std::string text_from(const Token& first) const;

  // -- moving
  // -----------------------------------------------------------------------------------------------------------
  const Token& take();
  bool accept(TokenKind kind);
  /// Takes a token of this kind or fails.
  const Token& expect(TokenKind kind);
  /// Takes the bracket that closes `open` or fails, saying where it was opened.
  void expect_closing(TokenKind kind, const Token& open);
  /// Takes the operator or fails.
  void expect(OperatorId op);
  Identifier expect_identifier(std::string_view what = "an identifier");
  /// Takes an identifier or a reserved word, as modules and fields may be named.
  Identifier expect_name_or_word(std::string_view what);
  /// Whether a reserved word comes next (WF_, SF_ and _ are such too).
  [[nodiscard]] bool at_word() const;
  Identifier identifier(const Token& token) const { return {std::string(text(token)), span(token)}; }
  /// An operator symbol under its canonical name.
  Identifier operator_name(const Token& token) const;

  // -- failing
  // ----------------------------------------------------------------------------------------------------------
  /// The next token is not what the grammar wants. Slips that are known from other languages (slip.hpp) are
  /// told in their own words.
  [[noreturn]] void fail_expected(std::string expected, std::vector<Note> notes = {});
  /// Something else is wrong with a stretch of text.
  [[noreturn]] void fail(Code code, Span span, std::string message, std::string expected = {},
                         std::vector<Note> notes = {});
  void warn(Code code, Span span, std::string message, std::vector<Note> notes = {});
  [[noreturn]] void fail_nesting(Span span);
  /// Whether so many errors were found that going on helps nobody.
  [[nodiscard]] bool given_up() const;

  /// Leaves whatever was being read and skips to what may begin the next unit: something at or left of
  /// `column` that begins one (also with `=` in place of `==`), or the module's end.
  void synchronise(std::uint32_t column);

  // -- junction lists
  // -----------------------------------------------------------------------------------------------------
  /// The innermost open junction list, described by its latest bullet; null when there is none.
  [[nodiscard]] const Token* open_bullet() const { return bullet_; }

  /// Opens the list of a bullet as long as it lives.
  class ListScope {
   public:
    ListScope(Cursor& cursor, const Token& bullet) : cursor_(cursor), outer_(cursor.bullet_) {
      cursor.bullet_ = &bullet;
    }
    ~ListScope() { cursor_.bullet_ = outer_; }
    ListScope(const ListScope&) = delete;
    ListScope& operator=(const ListScope&) = delete;

   private:
    Cursor& cursor_;
    const Token* outer_;
  };

  // -- nesting
  // ------------------------------------------------------------------------------------------------------------
  /// Counts one level of recursion as long as it lives; fails at the limit.
  class Nesting {
   public:
    explicit Nesting(Cursor& cursor) : cursor_(cursor) {
      if (cursor.depth_ >= nesting_limit) cursor.fail_nesting(cursor.span(cursor.raw()));
      ++cursor.depth_;
    }
    ~Nesting() { --cursor_.depth_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

   private:
    Cursor& cursor_;
  };

  /// Height of the tallest expression finished since it was last set; operands measure themselves with it.
  unsigned height = 0;
  /// The bullet of the item about which a misaligned /\ or \/ was reported last: one report per
  /// item is enough.
  const Token* reported_bullet = nullptr;
  /// The level of each proof around us, outermost first; see grammar_proof.cpp.
  std::vector<int> proof_levels;

 private:
  [[nodiscard]] bool hidden() const { return bullet_ != nullptr && raw().column <= bullet_->column; }
  [[nodiscard]] bool begins_unit(const Token& token) const;
  [[nodiscard]] std::string found() const;
  /// "unexpected " with found().
  [[nodiscard]] std::string unexpected() const;
  void fail_without_operand(const std::string& expected);
  void add_error(Diagnostic diagnostic);

  std::vector<Token> tokens_;
  std::size_t index_ = 0;
  SourceId source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  const Token* bullet_ = nullptr;
  unsigned depth_ = 0;
  std::size_t errors_ = 0;
};

}  // namespace synod::syntax
