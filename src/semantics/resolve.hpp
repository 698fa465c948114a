// From a root module's file to a resolved Spec.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "semantics/core.hpp"
#include "syntax/diagnostic.hpp"
#include "syntax/source.hpp"

namespace synod::semantics {

struct ModulePath {
  std::vector<std::filesystem::path>
      folders;  ///< -I, searched after the root module's folder and before the built-in modules
};

/// Reads `root` and every module it needs (nested ones, beside it, in `path`, built in), resolves names,
/// INSTANCEs, arities and levels. Null when there were errors, all of them in `diagnostics`. Warnings do not
/// fail it.
[[nodiscard]] std::optional<Spec> resolve(const std::filesystem::path& root, const ModulePath& path,
                                          syntax::SourceMap& sources, syntax::Diagnostics& diagnostics);

}  // namespace synod::semantics
