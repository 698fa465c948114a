// Any bytes parse or are refused with a diagnostic; what parses prints back to the same tree, and prints the
// same again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "syntax/parser.hpp"

namespace {

using namespace synod::syntax;

/// Parses text of any kind, shows every diagnostic, and returns the tree if there was no error.
template <typename Parse>
auto parsed(const Parse& parse, SourceMap& sources, const std::string& text) {
  Diagnostics diagnostics;
  auto tree = parse(sources.add("input.tla", text), sources, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (render(diagnostic, sources, true).empty()) std::abort();
  }
  if (diagnostics.has_errors()) {
    tree.reset();
  } else if (!tree) {
    std::abort();
  }
  return tree;
}

template <typename Parse>
void check(const Parse& parse, const std::string& text) {
  SourceMap sources;
  const auto first = parsed(parse, sources, text);
  if (!first) return;
  const std::string printed = print(*first);
  const auto second = parsed(parse, sources, printed);
  if (!second || !same_tree(*first, *second) || print(*second) != printed) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  check(parse_module, "---- MODULE input ----\n" + text + "\n====\n");
  check(parse_module, text);
  check(parse_expression, text);
  return 0;
}
