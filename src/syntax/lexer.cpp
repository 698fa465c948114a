#include "syntax/lexer.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "syntax/symbol_table.hpp"
#include "syntax/text.hpp"

namespace synod::syntax {

namespace {

constexpr std::size_t most_errors = 20;  ///< reported in one text; after that it is no TLA+ anyway

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

bool is_digit_of(char c, char base) {
  switch (base) {
    case 'b':
    case 'B':
      return c == '0' || c == '1';
    case 'o':
    case 'O':
      return c >= '0' && c <= '7';
    case 'h':
    case 'H':
      return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    default:
      return false;
  }
}

/// The sets of numbers are ordinary identifiers to the grammar.
bool is_number_set(char32_t point) { return point == U'ℕ' || point == U'ℤ' || point == U'ℝ'; }

/// Length of `----`, spaces, MODULE at an offset; 0 when it is not there.
std::size_t module_start_length(std::string_view text, std::size_t offset) {
  std::size_t at = text.find_first_not_of('-', offset);
  if (at == std::string_view::npos || at - offset < 4) return 0;
  at = text.find_first_not_of(' ', at);
  if (at == std::string_view::npos || !text.substr(at).starts_with("MODULE")) return 0;
  const std::size_t end = at + 6;
  if (end < text.size() && is_word(text[end])) return 0;
  return end - offset;
}

/// Offset of the first module header in a text.
std::optional<std::size_t> find_module(std::string_view text) {
  for (std::size_t at = text.find("----"); at != std::string_view::npos; at = text.find("----", at)) {
    if (module_start_length(text, at) > 0) return at;
    at = std::min(text.find_first_not_of('-', at), text.size());
  }
  return std::nullopt;
}

class Lexer {
 public:
  Lexer(SourceId id, const Source& source, Diagnostics& diagnostics)
      : id_(id), source_(source), text_(source.text), diagnostics_(diagnostics) {}

  std::vector<Token> module() {
    if (!fits()) return {Token{}};
    if (const std::optional<std::size_t> start = find_module(text_)) {
      move_to(*start);
      unsigned open_modules = 0;
      while (next()) {
        if (tokens_.back().kind == TokenKind::module_start) ++open_modules;
        if (tokens_.back().kind == TokenKind::module_end && --open_modules == 0) break;
      }
    }
    return finish();
  }

  std::vector<Token> whole_text() {
    if (!fits()) return {Token{}};
    while (next()) {
    }
    return finish();
  }

 private:
  bool fits() {
    if (text_.size() < std::numeric_limits<std::uint32_t>::max()) return true;
    diagnostics_.error(Code::file_too_large, {}, source_.path + " is larger than 4 GiB");
    return false;
  }

  std::vector<Token> finish() {
    add(TokenKind::end_of_file, 0, 0);
    mark_definitions(tokens_);
    return std::move(tokens_);
  }

  void move_to(std::size_t offset) {
    const Position position = source_.position(offset);
    line_ = position.line;
    column_ = position.column;
    at_ = offset;
  }

  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  [[nodiscard]] Position here() const { return {line_, column_}; }

  /// Moves over one character of any kind.
  void skip() {
    const char c = text_[at_];
    if (c == '\n' || c == '\r') {
      at_ += c == '\r' && peek(1) == '\n' ? 2 : 1;
      ++line_;
      column_ = 1;
      line_has_token_ = false;
      return;
    }
    const CodePoint point = static_cast<unsigned char>(c) < 0x80
                                ? CodePoint{static_cast<unsigned char>(c), 1, true}
                                : decode(text_, at_);
    column_ = next_column(point.value, column_);
    at_ += point.length;
  }

  /// A token of `bytes` bytes and `columns` characters here, without tabs.
  Token& add(TokenKind kind, std::size_t bytes, std::size_t columns) {
    Token token;
    token.offset = static_cast<std::uint32_t>(at_);
    token.length = static_cast<std::uint32_t>(bytes);
    token.line = line_;
    token.column = column_;
    token.end_column = static_cast<std::uint32_t>(column_ + std::max<std::size_t>(columns, 1) - 1);
    token.kind = kind;
    token.first_on_line = !line_has_token_;
    line_has_token_ = true;
    at_ += bytes;
    column_ += static_cast<std::uint32_t>(columns);
    return tokens_.emplace_back(token);
  }
  Token& add(TokenKind kind, std::size_t bytes) { return add(kind, bytes, bytes); }

  void error(Code code, Position begin, Position end, std::string message, std::string expected = {}) {
    if (errors_++ < most_errors)
      diagnostics_.error(code, {id_, begin, end}, std::move(message), std::move(expected));
  }

  bool next() {
    skip_blanks();
    if (at_end()) return false;
    const char c = peek();
    if (is_word(c)) {
      word();
    } else if (c == '"') {
      string();
    } else if (c == '@' && peek(1) != '@') {
      add(TokenKind::at_sign, 1);
    } else if (!ruler(c) && !based_number() && !proof_step()) {
      symbol();
    }
    return true;
  }

  // -- blanks and comments
  // --------------------------------------------------------------------------------------------
  void skip_blanks() {
    while (!at_end()) {
      const char c = peek();
      if (c == ' ') {
        ++at_;
        ++column_;
      } else if (c == '\t' || c == '\n' || c == '\r') {
        skip();
      } else if (c == '\\' && peek(1) == '*') {
        while (!at_end() && peek() != '\n' && peek() != '\r') ++at_;
      } else if (c == '(' && peek(1) == '*') {
        skip_comment();
      } else {
        return;
      }
    }
  }

  void skip_comment() {
    const Position begin = here();
    unsigned depth = 0;
    do {
      const std::string_view two = text_.substr(at_, 2);
      const bool opens = two == "(*";
      const bool closes = two == "*)";
      if (opens) ++depth;
      if (closes) --depth;
      if (opens || closes) skip();
      if (!at_end()) skip();
    } while (depth > 0 && !at_end());
    if (depth == 0) return;
    error(Code::unclosed, begin, {begin.line, begin.column + 1}, "the comment that begins here never ends",
          depth == 1 ? "`*)`" : "`*)`, " + std::to_string(depth) + " times, since comments nest");
  }

  // -- words
  // ------------------------------------------------------------------------------------------------------------
  /// Identifiers, reserved words, numbers, `_`, WF_ and SF_. A run of word characters that holds a letter is
  /// one word, even if it begins with a digit (2a); without a letter it falls into numbers and `_`.
  void word() {
    if (rest().starts_with("WF_")) return static_cast<void>(add(TokenKind::weak_fairness, 3));
    if (rest().starts_with("SF_")) return static_cast<void>(add(TokenKind::strong_fairness, 3));
    if (at_ >= letterless_end_) {
      std::size_t length = 0;
      bool has_letter = false;
      for (; is_word(peek(length)); ++length) has_letter = has_letter || is_letter(peek(length));
      if (has_letter) return name(length);
      letterless_end_ = at_ + length;
    }
    if (peek() == '_') return static_cast<void>(add(TokenKind::underscore, 1));
    std::size_t digits = 1;
    while (is_digit(peek(digits))) ++digits;
    add(TokenKind::number, digits);
  }

  void name(std::size_t length) {
    const std::string_view word = text_.substr(at_, length);
    if (const std::optional<OperatorId> op = find_operator(word)) {
      add(TokenKind::operator_symbol, length).op = *op;
    } else {
      add(find_reserved_word(word), length);
    }
  }

  /// \b01, \o17, \hFF. Anything else after the backslash is an operator such as \o.
  bool based_number() {
    if (peek() != '\\' || !is_digit_of(peek(2), peek(1))) return false;
    std::size_t length = 3;
    while (is_digit_of(peek(length), peek(1))) ++length;
    add(TokenKind::number, length);
    return true;
  }

  void string() {
    const Position begin = here();
    const std::size_t start = at_;
    std::size_t length = 1;
    for (; at_ + length < text_.size() && peek(length) != '"'; ++length) {
      if (peek(length) == '\n' || peek(length) == '\r') break;
      if (peek(length) == '\\') {
        ++length;
        if (std::string_view("\"\\ntrf").find(peek(length)) == std::string_view::npos ||
            peek(length) == '\0') {
          return bad_escape(begin, length);
        }
      }
    }
    const bool closed = peek(length) == '"';
    if (closed) ++length;
    add_string(closed ? TokenKind::string : TokenKind::invalid, start + length);
    if (!closed) {
      error(Code::unclosed, begin, begin, "the string that begins here does not end on its line", "`\"`");
    }
  }

  void bad_escape(Position begin, std::size_t length) {
    const std::size_t start = at_;
    const std::uint32_t column = begin.column + column_of(text_.substr(start, length), length - 1) - 1;
    error(Code::lexical, {begin.line, column}, {begin.line, column + 1},
          "this is no escape sequence in a string", R"(`\"`, `\\`, `\n`, `\t`, `\r` or `\f`)");
    const std::size_t end = text_.find_first_of("\"\n\r", start + length);
    add_string(TokenKind::invalid,
               end == std::string_view::npos ? text_.size() : end + (text_[end] == '"' ? 1 : 0));
  }

  /// Strings may hold tabs and any Unicode, so that their columns must be counted.
  void add_string(TokenKind kind, std::size_t end) {
    Token& token = add(kind, 0, 0);
    token.length = static_cast<std::uint32_t>(end - at_);
    while (at_ < end) {
      token.end_column = column_;
      skip();
    }
  }

  // -- symbols
  // ----------------------------------------------------------------------------------------------------------
  /// `----`, `====` and `---- MODULE`.
  bool ruler(char c) {
    if (c != '-' && c != '=') return false;
    const std::size_t length = std::min(rest().find_first_not_of(c), rest().size());
    if (length < 4) return false;
    if (c == '=') {
      add(TokenKind::module_end, length);
    } else if (const std::size_t header = module_start_length(text_, at_)) {
      add(TokenKind::module_start, header);
    } else {
      add(TokenKind::separator, length);
    }
    return true;
  }

  /// <1>a, <1>a., <1>, <*>a, <+>. ...: a level, then a name and dots, or `*` or `-` and dots.
  bool proof_step() {
    if (peek() != '<') return false;
    std::size_t length = 1;
    const bool implicit = peek(1) == '*' || peek(1) == '+';
    if (implicit) {
      length = 2;
    } else {
      while (is_digit(peek(length))) ++length;
    }
    if (length == 1 || peek(length) != '>') return false;
    const bool plus = peek(1) == '+';
    const std::size_t level_end = ++length;
    while (is_word(peek(length))) ++length;
    const bool named = length > level_end;
    if (!named && (peek(length) == '*' || peek(length) == '-')) ++length;
    const std::size_t name_end = length;
    while (peek(length) == '.') ++length;
    const bool can_be_referred_to = named && length == name_end && !plus;
    add(can_be_referred_to ? TokenKind::step_name : TokenKind::step_start, length);
    return true;
  }

  void symbol() {
    const Symbol* symbol = symbol_table().longest_match(rest());
    if (symbol == nullptr) return other_character();
    std::size_t columns = 0;
    for (std::size_t i = 0; i < symbol->spelling.size(); i += decode(symbol->spelling, i).length) ++columns;
    Token& token = add(symbol->kind, symbol->spelling.size(), columns);
    token.op = symbol->op;
    token.bullet = symbol->bullet;
  }

  void other_character() {
    const CodePoint point = decode(text_, at_);
    if (point.valid && is_number_set(point.value)) {
      add(TokenKind::identifier, point.length, 1);
      return;
    }
    const Position place = here();
    const std::string_view bytes = text_.substr(at_, point.length);
    add(TokenKind::invalid, point.length, 1);
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), "U+%04X", static_cast<unsigned>(point.value));
    const bool printable = point.valid && point.value > 0x20 && (point.value < 0x7F || point.value > 0xA0);
    error(Code::lexical, place, place,
          "the character " +
              (printable ? "`" + std::string(bytes) + "` (" + number.data() + ")" : number.data()) +
              " has no meaning in TLA+");
  }

  SourceId id_;
  const Source& source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
  bool line_has_token_ = false;
  std::size_t letterless_end_ = 0;  ///< end of the last run without letters, so that no run is searched twice
  std::size_t errors_ = 0;
};

}  // namespace

std::vector<Token> tokenise_module(SourceId source, const SourceMap& sources, Diagnostics& diagnostics) {
  return Lexer(source, sources.get(source), diagnostics).module();
}

std::vector<Token> tokenise_expression(SourceId source, const SourceMap& sources, Diagnostics& diagnostics) {
  return Lexer(source, sources.get(source), diagnostics).whole_text();
}

}  // namespace synod::syntax
