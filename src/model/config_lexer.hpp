// The words of a configuration. Comments (`\* ...` and nested `(* ... *)`) and line ends separate words.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "syntax/diagnostic.hpp"
#include "syntax/source.hpp"

namespace synod::model {

struct Token {
  enum class Kind { identifier, number, string, symbol, end };
  Kind kind = Kind::end;
  std::string text;  ///< of a string: without its quotes, escapes not processed, as in TLC
  Span span;

  [[nodiscard]] bool is(std::string_view symbol) const { return kind == Kind::symbol && text == symbol; }
};

/// A configuration with more errors than this is something else; reading stops there.
inline constexpr std::size_t most_errors = 100;

/// All tokens of a source; the last one is `end`. What is no token is reported and left out.
[[nodiscard]] std::vector<Token> tokenize(SourceId source, const syntax::SourceMap& sources,
                                          syntax::Diagnostics& diagnostics);

}  // namespace synod::model
