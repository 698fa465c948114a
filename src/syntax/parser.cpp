#include "syntax/parser.hpp"

#include <utility>

#include "syntax/grammar.hpp"
#include "syntax/lexer.hpp"

namespace synod::syntax {

std::unique_ptr<Module> parse_module(SourceId source, const SourceMap& sources, Diagnostics& diagnostics) {
  std::vector<Token> tokens = tokenise_module(source, sources, diagnostics);
  if (tokens.front().kind == TokenKind::end_of_file) {
    const Position top{1, 1};
    diagnostics.error(Code::unexpected_token, {source, top, top}, "there is no module in this file",
                      "`---- MODULE " + sources.module_name(source) + " ----`");
    return nullptr;
  }
  Cursor cursor(std::move(tokens), source, sources, diagnostics);
  try {
    return module(cursor);
  } catch (const SyntaxError&) {
    return std::make_unique<Module>();  // the error is reported, so that nobody uses this
  }
}

ExpressionPtr parse_expression(SourceId source, const SourceMap& sources, Diagnostics& diagnostics) {
  Cursor cursor(tokenise_expression(source, sources, diagnostics), source, sources, diagnostics);
  try {
    ExpressionPtr result = expression(cursor);
    if (!cursor.at(TokenKind::end_of_file)) cursor.fail_expected("an operator or the end of the expression");
    return result;
  } catch (const SyntaxError&) {
    return nullptr;
  }
}

}  // namespace synod::syntax
