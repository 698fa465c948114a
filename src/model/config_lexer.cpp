#include "model/config_lexer.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace synod::model {
namespace {

using syntax::Code;

/// Symbols that may stand in a configuration: its own punctuation, and TLA+ operators that a CONSTANT may
/// declare. Longer ones before their beginnings.
constexpr std::array<std::string_view, 58> symbols = {
    "<=>", "...", "^^", "**", "<-", "==", "=>", "=<", ">=", "<=", "/=", "++", "--", "%%", "##",
    "$$",  "&&",  "||", "|-", "|=", "-|", "=|", "??", "!!", "@@", ":>", "<:", ":=", "..", "//",
    "/\\", "\\/", "<<", ">>", "~>", "->", "=",  "{",  "}",  "(",  ")",  ",",  "!",  "[",  "]",
    "<",   ">",   "#",  "+",  "-",  "*",  "/",  "%",  "^",  "&",  "|",  ".",  ":"};

bool is_letter(char c) {
  // Bytes above 127 belong to letters of other scripts: they may name a model value.
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Lexer {
 public:
  Lexer(SourceId source, std::string_view text, syntax::Diagnostics& diagnostics)
      : source_(source), text_(text), diagnostics_(diagnostics) {
    if (text_.starts_with("\xEF\xBB\xBF")) offset_ = 3;  // a byte order mark, as some editors write
  }

  std::vector<Token> run() {
    std::vector<Token> tokens;
    while (diagnostics_.error_count() < most_errors) {
      skip_blanks();
      if (at_end()) break;
      read_token(tokens);
    }
    tokens.push_back({Token::Kind::end, "", {source_, here_, here_}});
    return tokens;
  }

 private:
  [[nodiscard]] bool at_end() const { return offset_ >= text_.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return offset_ + ahead < text_.size() ? text_[offset_ + ahead] : '\0';
  }
  [[nodiscard]] bool at(std::string_view s) const { return text_.substr(offset_).starts_with(s); }

  void step() {
    const char c = text_[offset_++];
    last_ = here_;
    if (c == '\n') {
      ++here_.line;
      here_.column = 1;
    } else if (c == '\t') {
      here_.column += 8 - (here_.column - 1) % 8;
    } else if ((static_cast<unsigned char>(peek()) & 0xC0U) != 0x80U) {
      ++here_.column;  // the last byte of a code point
    }
  }
  void step(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) step();
  }

  void skip_blanks() {
    while (!at_end()) {
      if (at("\\*")) {
        while (!at_end() && peek() != '\n') step();
      } else if (at("(*")) {
        skip_comment();
      } else if (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r' || peek() == '\f') {
        step();
      } else {
        return;
      }
    }
  }

  void skip_comment() {
    const Position begin = here_;
    std::size_t depth = 0;
    do {
      if (at("(*")) {
        ++depth;
        step(2);
      } else if (at("*)")) {
        --depth;
        step(2);
      } else {
        step();
      }
    } while (depth > 0 && !at_end());
    if (depth == 0) return;
    const Position end{begin.line, begin.column + 1};
    diagnostics_.error(Code::config_syntax, {source_, begin, end}, "this comment never ends", "*)");
  }

  void read_token(std::vector<Token>& tokens) {
    const Position begin = here_;
    const char c = peek();
    if (is_letter(c) || is_digit(c)) {
      const std::size_t start = offset_;
      while (is_letter(peek()) || is_digit(peek())) step();
      const std::string word(text_.substr(start, offset_ - start));
      const bool number = std::all_of(word.begin(), word.end(), is_digit);
      tokens.push_back({number ? Token::Kind::number : Token::Kind::identifier, word, span_from(begin)});
    } else if (c == '"') {
      read_string(tokens);
    } else {
      read_symbol(tokens);
    }
  }

  void read_string(std::vector<Token>& tokens) {
    const Position begin = here_;
    step();
    const std::size_t start = offset_;
    while (!at_end() && peek() != '"' && peek() != '\n') {
      if (peek() == '\\' && peek(1) == '"') step();
      step();
    }
    const std::string content(text_.substr(start, offset_ - start));
    if (peek() == '"') {
      step();
    } else {
      diagnostics_.error(Code::config_syntax, span_from(begin), "this string does not end on its line", "\"");
    }
    tokens.push_back({Token::Kind::string, content, span_from(begin)});
  }

  void read_symbol(std::vector<Token>& tokens) {
    const Position begin = here_;
    const std::size_t start = offset_;
    if (peek() == '\\' && is_letter(peek(1))) {
      step();
      while (is_letter(peek())) step();
    } else if (const auto* found =
                   std::find_if(symbols.begin(), symbols.end(), [&](auto s) { return at(s); });
               found != symbols.end()) {
      step(found->size());
    } else {
      const unsigned code = static_cast<unsigned char>(peek());
      const bool visible = code > 32 && code < 127;
      step();
      diagnostics_.error(Code::config_syntax, span_from(begin),
                         visible
                             ? fmt::format("'{}' has no meaning in a configuration", static_cast<char>(code))
                             : fmt::format("character {} has no meaning in a configuration", code));
      return;
    }
    tokens.push_back(
        {Token::Kind::symbol, std::string(text_.substr(start, offset_ - start)), span_from(begin)});
  }

  [[nodiscard]] Span span_from(Position begin) const { return {source_, begin, last_}; }

  SourceId source_;
  std::string_view text_;
  syntax::Diagnostics& diagnostics_;
  std::size_t offset_ = 0;
  Position here_{1, 1};  ///< of the next character
  Position last_{1, 1};  ///< of the last one read
};

}  // namespace

std::vector<Token> tokenize(SourceId source, const syntax::SourceMap& sources,
                            syntax::Diagnostics& diagnostics) {
  return Lexer(source, sources.get(source).text, diagnostics).run();
}

}  // namespace synod::model
