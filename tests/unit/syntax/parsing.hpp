// What the tests of the front end share: parsing from a string, and trees and diagnostics as text to compare
// with.
#pragma once

#include <string>
#include <string_view>

#include "syntax/parser.hpp"

namespace synod::syntax::testing {

/// A parsed text with everything that its spans and diagnostics refer to.
struct ParsedModule {
  SourceMap sources;
  Diagnostics diagnostics;
  std::unique_ptr<Module> module;
};

/// `text` as the file Test.tla.
[[nodiscard]] inline ParsedModule parse_file(std::string text) {
  ParsedModule result;
  const SourceId id = result.sources.add("Test.tla", std::move(text));
  result.module = parse_module(id, result.sources, result.diagnostics);
  return result;
}

/// `units` between the header of module Test, which is line 1, and its end.
[[nodiscard]] inline ParsedModule parse_units(std::string_view units) {
  return parse_file("---- MODULE Test ----\n" + std::string(units) + "\n====\n");
}

/// Every diagnostic as a user would see it, one after the other.
[[nodiscard]] inline std::string rendered(const Diagnostics& diagnostics, const SourceMap& sources) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.all()) text += render(diagnostic, sources, false);
  return text;
}
[[nodiscard]] inline std::string rendered(const ParsedModule& parsed) {
  return rendered(parsed.diagnostics, parsed.sources);
}

/// The diagnostics' codes, separated by spaces, warnings marked with `?`.
[[nodiscard]] inline std::string codes(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (!text.empty()) text += ' ';
    text += name(diagnostic.code);
    if (diagnostic.severity != Severity::error) text += '?';
  }
  return text;
}

/// A tree with every grouping visible, e.g. "(+ a (* b c))".
[[nodiscard]] std::string shape(const Expression& expression);
[[nodiscard]] std::string shape(const Unit& unit);

/// The shape of an expression given as text, or the codes of its diagnostics in brackets.
[[nodiscard]] std::string shape_of(std::string_view text);

/// The shapes of all units given as text, one a line, or the codes of the diagnostics in brackets.
[[nodiscard]] std::string shapes_of(std::string_view units);

/// Line and columns of a span: "3:5-3:9".
[[nodiscard]] std::string place(const Span& span);

}  // namespace synod::syntax::testing
