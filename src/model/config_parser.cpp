#include <algorithm>
#include <charconv>
#include <unordered_set>

#include <fmt/format.h>

#include "model/config.hpp"
#include "model/config_keywords.hpp"
#include "model/config_lexer.hpp"

namespace synod::model {
namespace {

using syntax::Code;
using Kind = Token::Kind;

constexpr unsigned deepest_nesting = 200;

std::string describe(const Token& token) {
  if (token.kind == Kind::end) return "end of the configuration";
  if (token.kind == Kind::string) return fmt::format("\"{}\"", token.text);
  return fmt::format("'{}'", token.text);
}

/// Thrown and caught inside this file: the rest of an item cannot be read. Already reported.
struct ItemBroken {};

class Parser {
 public:
  Parser(SourceId source, const syntax::SourceMap& sources, syntax::Diagnostics& diagnostics)
      : diagnostics_(diagnostics), tokens_(tokenize(source, sources, diagnostics)) {
    config_.source = source;
  }

  Config run() {
    while (token().kind != Kind::end && !gave_up()) {
      if (const auto section = keyword()) {
        read_section(*section);
      } else {
        report_no_keyword();
      }
    }
    return std::move(config_);
  }

 private:
  // -- tokens
  [[nodiscard]] const Token& token() const { return tokens_[at_]; }
  [[nodiscard]] const Token& following() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
  void advance() {
    if (token().kind != Kind::end) ++at_;
  }
  [[nodiscard]] std::optional<Section> keyword() const {
    return token().kind == Kind::identifier ? find_keyword(token().text) : std::nullopt;
  }
  [[nodiscard]] bool section_ends() const {
    return token().kind == Kind::end || keyword().has_value() || gave_up();
  }
  [[nodiscard]] bool gave_up() const { return diagnostics_.error_count() >= most_errors; }

  [[noreturn]] void fail(Code code, const Token& at, std::string message, std::string expected = {}) {
    diagnostics_.error(code, at.span, std::move(message), std::move(expected));
    throw ItemBroken{};
  }
  [[noreturn]] void fail_expected(std::string expected) {
    fail(Code::config_syntax, token(), fmt::format("unexpected {}", describe(token())), std::move(expected));
  }
  void expect(std::string_view symbol) {
    if (!token().is(symbol)) fail_expected(fmt::format("'{}'", symbol));
    advance();
  }
  /// After an error: to the next keyword or the next line.
  void skip_item() {
    const std::uint32_t line = token().span.begin.line;
    while (!section_ends() && token().span.begin.line == line) advance();
  }

  void report_no_keyword() {
    const std::optional<std::string_view> similar =
        token().kind == Kind::identifier ? similar_keyword(token().text) : std::nullopt;
    const std::string hint = similar ? fmt::format(" (did you mean {}?)", *similar) : "";
    const Code code = similar ? Code::config_unknown_keyword : Code::config_syntax;
    diagnostics_.error(code, token().span,
                       fmt::format("{} is not a keyword of configurations{}", describe(token()), hint),
                       "a keyword such as SPECIFICATION, CONSTANTS or INVARIANTS");
    advance();
    while (!section_ends() && !looks_like_keyword()) advance();
  }
  /// Whether a word that is no keyword was probably meant as one: it opens a line and is nearly one.
  [[nodiscard]] bool looks_like_keyword() const {
    const bool opens_line = at_ == 0 || tokens_[at_ - 1].span.end.line < token().span.begin.line;
    return opens_line && token().kind == Kind::identifier && similar_keyword(token().text).has_value();
  }

  // -- sections
  void read_section(Section section) {
    const Token opening = token();
    advance();
    switch (section) {
      case Section::constants:
        return read_constants();
      case Section::invariants:
        return read_names(config_.invariants);
      case Section::properties:
        return read_names(config_.properties);
      case Section::constraints:
        return read_names(config_.constraints);
      case Section::action_constraints:
        return read_names(config_.action_constraints);
      case Section::postconditions:
        return read_names(config_.postconditions);
      case Section::possible:
        return read_names(config_.possible);
      case Section::init:
        return read_name(opening, config_.init);
      case Section::next:
        return read_name(opening, config_.next);
      case Section::specification:
        return read_name(opening, config_.specification);
      case Section::view:
        return read_name(opening, config_.view);
      case Section::symmetry:
        return read_name(opening, config_.symmetry);
      case Section::alias:
        return read_name(opening, config_.alias);
      case Section::periodic:
        return read_name(opening, config_.periodic);
      case Section::reward:
        return read_name(opening, config_.reward);
      case Section::check_deadlock:
        return read_check_deadlock(opening);
    }
  }

  /// Whitespace-separated names. Commas are a common mistake; they are reported once and passed over.
  void read_names(std::vector<ConfigName>& names) {
    while (!section_ends()) {
      if (token().kind ==
          Kind::identifier) {  // a misspelt keyword too: bind() finds that it is no definition
        names.push_back({token().text, token().span});
        advance();
      } else {
        report_bad_name();
      }
    }
  }
  void report_bad_name() {
    if (token().is(",")) {
      diagnostics_.error(Code::config_unknown_name, token().span,  // for TLC it is one more name
                         "names in a configuration are separated by blanks, not commas");
      advance();
    } else if (token().is("!")) {
      diagnostics_.error(Code::config_syntax, token().span,
                         "a configuration cannot name a definition of an instance",
                         "the name of a definition in the module, such as Inv == I!Inv");
      skip_item();
    } else {
      diagnostics_.error(Code::config_syntax, token().span, fmt::format("unexpected {}", describe(token())),
                         "the name of a definition, or a keyword");
      advance();
    }
  }

  void read_name(const Token& opening, std::optional<ConfigName>& name) {
    if (token().kind != Kind::identifier || keyword()) {
      diagnostics_.error(Code::config_syntax, token().span,
                         fmt::format("unexpected {} after {}", describe(token()), opening.text),
                         "the name of a definition");
      return;
    }
    if (name) {
      diagnostics_.error(Code::config_duplicate, opening.span,
                         fmt::format("{} stands twice in this configuration", opening.text));
    } else {
      name = ConfigName{token().text, token().span};
    }
    advance();
  }

  void read_check_deadlock(const Token& opening) {
    if (token().text != "TRUE" && token().text != "FALSE") {
      diagnostics_.error(Code::config_syntax, token().span,
                         fmt::format("unexpected {} after {}", describe(token()), opening.text),
                         "TRUE or FALSE");
      if (!section_ends()) advance();
      return;
    }
    if (config_.check_deadlock) {
      diagnostics_.error(Code::config_duplicate, opening.span,
                         "CHECK_DEADLOCK stands twice in this configuration");
    }
    config_.check_deadlock = token().text == "TRUE";
    advance();
  }

  // -- constants
  void read_constants() {
    while (!section_ends()) {
      try {
        read_constant();
      } catch (const ItemBroken&) {
        skip_item();
      }
    }
  }

  void read_constant() {
    if (token().kind == Kind::number || token().kind == Kind::string)
      fail_expected("the name of a constant or definition");
    const Token first = token();
    const ConfigName name = read_path();
    if (token().is("<-")) return read_replacement(name);
    std::vector<ConfigValue> arguments;
    if (token().is("(")) arguments = read_list("(", ")", 0);
    if (!token().is("=")) fail_not_assigned(first);
    advance();
    std::optional<ConfigName> module;
    if (token().is("[")) module = read_module();
    config_.assignments.push_back({name, std::move(module), std::move(arguments), read_value(0)});
    if (continues_expression()) fail_expression();
  }

  /// An operator after a value, on its line, that is not itself given a value.
  [[nodiscard]] bool continues_expression() const {
    const bool same_line = at_ > 0 && token().span.begin.line == tokens_[at_ - 1].span.end.line;
    return token().kind == Kind::symbol && same_line && !following().is("<-") && !following().is("=") &&
           !following().is("(");
  }

  /// A value and then an operator: somebody wrote an expression.
  [[noreturn]] void fail_expression() {
    fail(Code::config_syntax, token(),
         fmt::format("unexpected {}: a configuration has no expressions", describe(token())),
         "a definition in the module, and `name <- definition` here");
  }

  [[noreturn]] void fail_not_assigned(const Token& name) {
    if (const auto similar = name.kind == Kind::identifier ? similar_keyword(name.text) : std::nullopt) {
      fail(
          Code::config_unknown_keyword, name,
          fmt::format("'{}' is neither given a value nor a keyword (did you mean {}?)", name.text, *similar));
    }
    fail(Code::config_syntax, token(), fmt::format("unexpected {} after '{}'", describe(token()), name.text),
         "'=' or '<-'");
  }

  void read_replacement(const ConfigName& name) {
    advance();
    std::optional<ConfigName> module;
    if (token().is("[")) module = read_module();
    if (token().kind == Kind::number || token().kind == Kind::string || section_ends() || token().is("{")) {
      fail(Code::config_syntax, token(), fmt::format("unexpected {} after '<-'", describe(token())),
           "the name of a definition ('=' gives a value)");
    }
    config_.replacements.push_back({name, std::move(module), read_path()});
  }

  /// `a!b!c` as one name; a single operator symbol is a name too.
  ConfigName read_path() {
    ConfigName name{token().text, token().span};
    advance();
    while (token().is("!")) {
      advance();
      if (token().kind == Kind::end) fail_expected("a name after '!'");
      name.text += "!" + token().text;
      name.span.end = token().span.end;
      advance();
    }
    return name;
  }

  ConfigName read_module() {
    expect("[");
    if (token().kind != Kind::identifier) fail_expected("the name of a module");
    ConfigName module{token().text, token().span};
    advance();
    expect("]");
    return module;
  }

  // -- values
  ConfigValue read_value(unsigned depth) {
    ConfigValue value;
    value.span = token().span;
    if (token().is("{")) {
      value.kind = ConfigValue::Kind::set;
      value.elements = read_list("{", "}", depth);
      value.span.end = tokens_[at_ - 1].span.end;
      return value;
    }
    switch (token().kind) {
      case Kind::number:
        read_number(value);
        break;
      case Kind::string:
        value.kind = ConfigValue::Kind::string;
        value.text = token().text;
        break;
      case Kind::identifier:
        read_word(value);
        break;
      default:
        fail_no_value();
    }
    advance();
    return value;
  }

  std::vector<ConfigValue> read_list(std::string_view open, std::string_view close, unsigned depth) {
    if (depth >= deepest_nesting) fail(Code::config_syntax, token(), "this value is nested too deeply");
    expect(open);
    std::vector<ConfigValue> values;
    if (token().is(close)) {
      advance();
      return values;
    }
    values.push_back(read_value(depth + 1));
    while (token().is(",")) {
      advance();
      values.push_back(read_value(depth + 1));
    }
    if (!token().is(close)) fail_expected(fmt::format("',' or '{}'", close));
    advance();
    return values;
  }

  void read_number(ConfigValue& value) {
    value.kind = ConfigValue::Kind::integer;
    const std::string& text = token().text;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value.integer);
    if (error != std::errc() || end != text.data() + text.size()) {
      fail(Code::config_syntax, token(), fmt::format("{} does not fit in 64 bits", text.substr(0, 40)));
    }
  }

  void read_word(ConfigValue& value) {
    value.text = token().text;
    if (value.text == "TRUE" || value.text == "FALSE") {
      value.kind = ConfigValue::Kind::boolean;
      value.integer = value.text == "TRUE" ? 1 : 0;
      return;
    }
    if (keyword() && !following().is(",") && !following().is("}")) fail_no_value();
    value.kind = ConfigValue::Kind::model_value;
    if (model_values_.insert(value.text).second) config_.model_values.push_back(value.text);
  }

  /// Says what to do instead of the values that a configuration has no syntax for.
  [[noreturn]] void fail_no_value() {
    const bool negative = token().is("-") && following().kind == Kind::number;
    fail(Code::config_syntax, token(),
         negative ? "a configuration cannot write negative numbers"
                  : fmt::format("unexpected {}", describe(token())),
         negative ? "a definition in the module, and `name <- definition` here"
                  : "a value: a number, a string, TRUE, FALSE, a model value, or a set {...} of these");
  }

  syntax::Diagnostics& diagnostics_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  Config config_;
  std::unordered_set<std::string> model_values_;
};

}  // namespace

Config parse_config(SourceId source, const syntax::SourceMap& sources, syntax::Diagnostics& diagnostics) {
  return Parser(source, sources, diagnostics).run();
}

}  // namespace synod::model
