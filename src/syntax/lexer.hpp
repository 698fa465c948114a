// Text to tokens.
#pragma once

#include <vector>

#include "syntax/diagnostic.hpp"
#include "syntax/source.hpp"
#include "syntax/token.hpp"

namespace synod::syntax {

/// The tokens from the first `---- MODULE` to the `====` that matches it, then an end_of_file token; only the
/// latter when there is no module. Text around the module is ignored, comments are skipped. What is no token
/// is reported and stands as `invalid`. Time is linear in the text.
[[nodiscard]] std::vector<Token> tokenise_module(SourceId source, const SourceMap& sources,
                                                 Diagnostics& diagnostics);

/// The tokens of the whole text, then an end_of_file token.
[[nodiscard]] std::vector<Token> tokenise_expression(SourceId source, const SourceMap& sources,
                                                     Diagnostics& diagnostics);

/// Sets Token::begins_definition (the lexers have done it already). An operator may be defined as
/// `a ++ b ==`, so only the `==` tells where the definition before it ends. Never looks back beyond
/// the previous `==`.
void mark_definitions(std::vector<Token>& tokens);

}  // namespace synod::syntax
