// Any bytes are tokens or diagnostics: no crash, and tokens lie in the text, in order.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "syntax/lexer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace synod::syntax;
  const std::string text(reinterpret_cast<const char*>(data), size);
  SourceMap sources;
  Diagnostics diagnostics;
  const synod::SourceId id = sources.add("input.tla", text);
  for (const auto& tokens :
       {tokenise_module(id, sources, diagnostics), tokenise_expression(id, sources, diagnostics)}) {
    if (tokens.empty() || tokens.back().kind != TokenKind::end_of_file) std::abort();
    std::size_t end = 0;
    for (const Token& token : tokens) {
      if (token.offset < end || token.offset + token.length > size) std::abort();
      if (token.end_column < token.column) std::abort();
      end = token.offset + token.length;
    }
  }
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (render(diagnostic, sources, false).empty()) std::abort();
  }
  return 0;
}
