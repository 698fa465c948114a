// What a user is told about a text: one catalogue of codes, one way to show them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "syntax/source.hpp"

namespace synod::syntax {

enum class Severity { error, warning, note };

// clang-format off
/// One catalogue for the whole program. The text shown is `name` of code() in diagnostic.cpp, e.g. "syntax-error".
enum class Code {
  // reading
  file_not_found, file_unreadable, file_too_large, invalid_utf8,
  // lexer and parser
  lexical, unexpected_token, misaligned_junction, precedence_conflict, unclosed, nesting_too_deep,
  module_name_mismatch,
  // names, arity, levels
  module_not_found, module_cycle, undefined_name, duplicate_name, wrong_arity, wrong_kind, missing_substitution,
  recursive_without_declaration, level_error, ambiguous_definition, bad_selector, literal_too_large,
  // configuration
  config_syntax, config_unknown_keyword, config_duplicate, config_unknown_name, config_missing_constant,
  config_conflict, config_wrong_level, config_level_too_high, config_missing_next, invariant_level,
  config_wrong_arity, config_ignored,
  // what Synod parses and does not check
  unsupported,
  // model
  constant_unused, no_behaviour, property_shape, no_fairness, trivially_true, subscript_misses_variable, empty_initial_states,
  symmetry,
  // traces
  trace_syntax, trace_mismatch,
  // checking
  evaluation,
};
// clang-format on

/// A second place or remark that belongs to a diagnostic.
struct Note {
  Span span;
  std::string text;
};

struct Diagnostic {
  Code code{};
  Severity severity = Severity::error;
  Span span;
  std::string message;   ///< one sentence, no final newline
  std::string expected;  ///< what was expected there; may be empty
  std::vector<Note> notes;
};

/// Collects diagnostics in the order of discovery. Not thread-safe.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void error(Code code, Span span, std::string message, std::string expected = {});
  void warning(Code code, Span span, std::string message);
  [[nodiscard]] bool has_errors() const { return errors_ > 0; }
  [[nodiscard]] std::size_t error_count() const { return errors_; }
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

/// The name of a code as users see it, e.g. "undefined-name".
[[nodiscard]] std::string_view name(Code code);

/// "path:line:column: error[undefined-name]: message", the source line with a caret, what was
/// expected, the notes.
[[nodiscard]] std::string render(const Diagnostic& diagnostic, const SourceMap& sources, bool colour);

}  // namespace synod::syntax
