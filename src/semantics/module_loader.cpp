#include "semantics/module_loader.hpp"

#include <algorithm>
#include <system_error>

#include "semantics/built_in_modules.hpp"
#include "semantics/suggestion.hpp"
#include "syntax/parser.hpp"
#include "syntax/source_reader.hpp"

namespace synod::semantics {

namespace {

/// No folder has this name on a disk.
constexpr std::string_view built_in_folder = "<built in>/";

bool is_file(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored) && !std::filesystem::is_directory(path, ignored);
}

/// Whether a line is the header of a module: "---- MODULE Name ----".
bool is_header_of(std::string_view line, std::string_view name) {
  const std::size_t dashes = std::min(line.find_first_not_of(" \t"), line.size());
  if (!line.substr(dashes).starts_with("----")) return false;
  line.remove_prefix(std::min(line.find_first_not_of("-", dashes), line.size()));
  const auto skip_blanks = [&line] {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  };
  skip_blanks();
  if (!line.starts_with("MODULE")) return false;
  line.remove_prefix(std::string_view("MODULE").size());
  skip_blanks();
  if (!line.starts_with(name)) return false;
  line.remove_prefix(name.size());
  return line.empty() || line.front() == ' ' || line.front() == '\t' || line.front() == '-';
}

}  // namespace

bool is_built_in(const syntax::Source& source) { return source.path.starts_with(built_in_folder); }

const syntax::Module* ModuleLoader::load_root(const std::filesystem::path& file) {
  root_folder_ = file.parent_path();
  const std::optional<SourceId> source = syntax::read_source(file.string(), sources_, diagnostics_);
  if (!source) return nullptr;
  root_source_ = *source;
  const syntax::Module* root = parse(file.stem().string(), *source);
  if (root != nullptr) root_span_ = root->span;
  return root;
}

const syntax::Module* ModuleLoader::load(const syntax::Identifier& name) {
  if (const auto known = modules_.find(name.text); known != modules_.end()) return known->second.tree.get();
  const std::size_t errors = diagnostics_.error_count();
  const std::optional<SourceId> source = find(name);
  if (source) return parse(name.text, *source);
  if (diagnostics_.error_count() == errors) report_missing(name);
  modules_[name.text].failed = true;
  return nullptr;
}

const syntax::Module* ModuleLoader::parse(const std::string& name, SourceId source) {
  const std::size_t errors = diagnostics_.error_count();
  std::unique_ptr<syntax::Module> tree = syntax::parse_module(source, sources_, diagnostics_);
  if (tree && diagnostics_.error_count() == errors && tree->name.text != name) {
    diagnostics_.error(syntax::Code::module_name_mismatch, tree->name.span,
                       "the module is named " + tree->name.text + " but its file is named " + name + ".tla",
                       "MODULE " + name);
  }
  Entry& entry = modules_[name];
  entry.failed = !tree || diagnostics_.error_count() != errors;
  if (!entry.failed) entry.tree = std::move(tree);
  return entry.tree.get();
}

std::optional<SourceId> ModuleLoader::find(const syntax::Identifier& name) {
  if (const auto inside = find_in_root_file(name.text)) return inside;
  std::vector<std::filesystem::path> folders{root_folder_};
  folders.insert(folders.end(), path_.folders.begin(), path_.folders.end());
  for (const std::filesystem::path& folder : folders) {
    const std::filesystem::path file = folder / (name.text + ".tla");
    if (is_file(file)) return syntax::read_source(file.string(), sources_, diagnostics_);
  }
  if (const auto text = built_in_module(name.text)) {
    return sources_.add(std::string(built_in_folder) + name.text + ".tla", std::string(*text));
  }
  return std::nullopt;
}

/// Such a module becomes a source of its own, in which the lines before it are empty, so that positions stay
/// right.
std::optional<SourceId> ModuleLoader::find_in_root_file(const std::string& name) {
  if (root_source_ == 0) return std::nullopt;
  const syntax::Source& root = sources_.get(root_source_);
  const auto lines = static_cast<std::uint32_t>(root.line_starts.size());
  for (std::uint32_t number = 1; number <= lines; ++number) {
    const bool in_root = number >= root_span_.begin.line && number <= root_span_.end.line;
    if (in_root || !is_header_of(root.line(number), name)) continue;
    std::string text(number - 1, '\n');
    text += root.text.substr(root.line_starts[number - 1]);
    return sources_.add(root.path, std::move(text));
  }
  return std::nullopt;
}

void ModuleLoader::report_missing(const syntax::Identifier& name) {
  std::string where = root_folder_.empty() ? "." : root_folder_.string();
  for (const std::filesystem::path& folder : path_.folders) where += ", " + folder.string();
  syntax::Diagnostic diagnostic{syntax::Code::module_not_found,
                                syntax::Severity::error,
                                name.span,
                                "module " + name.text + " is not found",
                                "",
                                {}};
  diagnostic.notes.push_back(
      {{}, "looked for " + name.text + ".tla in " + where + " and among the built-in modules"});
  std::vector<std::string> known;
  for (const std::string_view module : built_in_module_names()) known.emplace_back(module);
  if (const std::string near = nearest_name(name.text, known); !near.empty()) {
    diagnostic.notes.push_back({{}, "did you mean " + near + "?"});
  }
  diagnostics_.add(std::move(diagnostic));
}

}  // namespace synod::semantics
