#include "syntax/diagnostic.hpp"

#include <utility>

namespace synod::syntax {

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++errors_;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::error(Code code, Span span, std::string message, std::string expected) {
  add({code, Severity::error, span, std::move(message), std::move(expected), {}});
}

void Diagnostics::warning(Code code, Span span, std::string message) {
  add({code, Severity::warning, span, std::move(message), {}, {}});
}

// clang-format off
std::string_view name(Code code) {
  switch (code) {
    case Code::file_not_found: return "file-not-found";
    case Code::file_unreadable: return "file-unreadable";
    case Code::file_too_large: return "file-too-large";
    case Code::invalid_utf8: return "invalid-utf8";
    case Code::lexical: return "lexical";
    case Code::unexpected_token: return "unexpected-token";
    case Code::misaligned_junction: return "misaligned-junction";
    case Code::precedence_conflict: return "precedence-conflict";
    case Code::unclosed: return "unclosed";
    case Code::nesting_too_deep: return "nesting-too-deep";
    case Code::module_name_mismatch: return "module-name-mismatch";
    case Code::module_not_found: return "module-not-found";
    case Code::module_cycle: return "module-cycle";
    case Code::undefined_name: return "undefined-name";
    case Code::duplicate_name: return "duplicate-name";
    case Code::wrong_arity: return "wrong-arity";
    case Code::wrong_kind: return "wrong-kind";
    case Code::missing_substitution: return "missing-substitution";
    case Code::recursive_without_declaration: return "recursive-without-declaration";
    case Code::level_error: return "level-error";
    case Code::ambiguous_definition: return "ambiguous-definition";
    case Code::bad_selector: return "bad-selector";
    case Code::literal_too_large: return "literal-too-large";
    case Code::config_syntax: return "config-syntax";
    case Code::config_unknown_keyword: return "config-unknown-keyword";
    case Code::config_duplicate: return "config-duplicate";
    case Code::config_unknown_name: return "config-unknown-name";
    case Code::config_missing_constant: return "config-missing-constant";
    case Code::config_conflict: return "config-conflict";
    case Code::config_wrong_level: return "config-wrong-level";
    case Code::config_level_too_high: return "config-level-too-high";
    case Code::config_missing_next: return "config-missing-next";
    case Code::invariant_level: return "invariant-level";
    case Code::config_wrong_arity: return "config-wrong-arity";
    case Code::config_ignored: return "config-ignored";
    case Code::unsupported: return "unsupported";
    case Code::constant_unused: return "constant-unused";
    case Code::no_behaviour: return "no-behaviour";
    case Code::property_shape: return "property-shape";
    case Code::no_fairness: return "no-fairness";
    case Code::trivially_true: return "trivially-true";
    case Code::subscript_misses_variable: return "subscript-misses-variable";
    case Code::empty_initial_states: return "empty-initial-states";
    case Code::symmetry: return "symmetry";
    case Code::trace_syntax: return "trace-syntax";
    case Code::evaluation: return "evaluation";
    case Code::trace_mismatch: return "trace-mismatch";
  }
  return "internal";
}
// clang-format on

}  // namespace synod::syntax
