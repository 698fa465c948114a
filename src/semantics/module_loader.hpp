// Finds, reads and parses modules.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "semantics/resolve.hpp"
#include "syntax/diagnostic.hpp"
#include "syntax/source.hpp"
#include "syntax/tree.hpp"

namespace synod::semantics {

/// Reads each module at most once. Order of search: modules that stand in the root's file after the root, the
/// root's folder, the folders of the path in their order, the built-in modules. Owns the trees.
class ModuleLoader {
 public:
  ModuleLoader(const ModulePath& path, syntax::SourceMap& sources, syntax::Diagnostics& diagnostics)
      : path_(path), sources_(sources), diagnostics_(diagnostics) {}

  /// The root module, or null after reporting why not.
  [[nodiscard]] const syntax::Module* load_root(const std::filesystem::path& file);

  /// The module of this name, or null after reporting why not, at the place of the name.
  [[nodiscard]] const syntax::Module* load(const syntax::Identifier& name);

 private:
  struct Entry {
    std::unique_ptr<syntax::Module> tree;
    bool failed = false;
  };

  const syntax::Module* parse(const std::string& name, SourceId source);
  [[nodiscard]] std::optional<SourceId> find(const syntax::Identifier& name);
  [[nodiscard]] std::optional<SourceId> find_in_root_file(const std::string& name);
  void report_missing(const syntax::Identifier& name);

  const ModulePath& path_;
  syntax::SourceMap& sources_;
  syntax::Diagnostics& diagnostics_;
  std::filesystem::path root_folder_;
  SourceId root_source_ = 0;
  Span root_span_;  ///< the root module in its file
  std::map<std::string, Entry> modules_;
};

/// Whether this is the text of a module that comes with Synod.
[[nodiscard]] bool is_built_in(const syntax::Source& source);

}  // namespace synod::semantics
