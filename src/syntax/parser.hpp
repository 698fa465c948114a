// Text to tree and back.
#pragma once

#include <memory>
#include <string>

#include "syntax/diagnostic.hpp"
#include "syntax/source.hpp"
#include "syntax/tree.hpp"

namespace synod::syntax {

/// Parses the first module of a source (text before `---- MODULE` and after its `====` is ignored). Reports
/// every error it finds to `diagnostics` and recovers; the result is null only when no module header was
/// found, and must not be used when there were errors. Never throws on input; nesting deeper than a fixed
/// limit is a diagnostic.
[[nodiscard]] std::unique_ptr<Module> parse_module(SourceId source, const SourceMap& sources,
                                                   Diagnostics& diagnostics);

/// Parses one expression (the whole text), as for `synod eval` and tests.
[[nodiscard]] ExpressionPtr parse_expression(SourceId source, const SourceMap& sources,
                                             Diagnostics& diagnostics);

/// Writes a tree as TLA+ text that parses back to the same tree (same_tree).
[[nodiscard]] std::string print(const Module& module);
[[nodiscard]] std::string print(const Expression& expression);

/// Whether two trees are the same but for their spans.
[[nodiscard]] bool same_tree(const Module& left, const Module& right);
[[nodiscard]] bool same_tree(const Expression& left, const Expression& right);

}  // namespace synod::syntax
