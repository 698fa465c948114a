#include "semantics/resolve.hpp"

#include "semantics/context.hpp"
#include "semantics/levels.hpp"
#include "semantics/outline.hpp"

namespace synod::semantics {

std::optional<Spec> resolve(const std::filesystem::path& root, const ModulePath& path,
                            syntax::SourceMap& sources, syntax::Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  const auto failed = [&] { return diagnostics.error_count() != errors_before; };
  Context context(path, sources, diagnostics);
  const syntax::Module* tree = context.loader.load_root(root);
  if (tree == nullptr) return std::nullopt;
  const ResolvedModule* module = context.resolve_tree(*tree, nullptr);
  if (failed()) return std::nullopt;
  collect_root(context, *module);
  if (failed()) return std::nullopt;
  LevelChecker levels(context);
  levels.check();
  if (failed()) return std::nullopt;
  levels.assign();
  collect_operators(context, *module);
  Spec& spec = context.spec;
  for (std::size_t i = 0; i < spec.hidden.size(); ++i)
    spec.hidden[i]->index = static_cast<std::uint32_t>(spec.variables.size() + i);
  return std::move(spec);
}

}  // namespace synod::semantics
