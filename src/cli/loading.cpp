#include "cli/loading.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "semantics/resolve.hpp"
#include "trace/constant_formulas.hpp"
#include "trace/symmetry.hpp"

namespace synod::cli {

namespace fs = std::filesystem;

namespace {

void register_model_values(const model::Model& model) {
  for (const std::string& name : model.model_values) static_cast<void>(values::atoms().model_value(name));
}

std::optional<model::Config> load_config(const SpecArguments& arguments,
                                         const std::optional<std::string>& file, Reading& reading) {
  const auto source = model::open_config(spec_file(arguments), file, reading.sources, reading.diagnostics);
  if (!source) return std::nullopt;
  return model::parse_config(*source, reading.sources, reading.diagnostics);
}

}  // namespace

std::string spec_file(const SpecArguments& arguments) {
  std::error_code error;
  const std::string with_extension = arguments.file + ".tla";
  const bool has_extension = fs::path(arguments.file).extension() == ".tla";
  return has_extension || !fs::is_regular_file(with_extension, error) ? arguments.file : with_extension;
}

std::optional<semantics::Spec> load_spec(const SpecArguments& arguments, Reading& reading) {
  if (fs::path(arguments.file).extension() == ".cfg") {
    fs::path module = arguments.file;
    module.replace_extension(".tla");
    reading.diagnostics.error(
        syntax::Code::file_unreadable, {},
        fmt::format("{} is a configuration, where the specification should stand", arguments.file),
        fmt::format("{} --config {}", module.string(), arguments.file));
    return std::nullopt;
  }
  semantics::ModulePath path;
  for (const std::string& folder : arguments.libraries) path.folders.emplace_back(folder);
  return semantics::resolve(spec_file(arguments), path, reading.sources, reading.diagnostics);
}

std::optional<model::Model> load_model(const SpecArguments& arguments,
                                       const std::optional<std::string>& config_file, Reading& reading,
                                       const Possibilities& possibilities) {
  std::optional<semantics::Spec> spec = load_spec(arguments, reading);
  if (!spec) return std::nullopt;
  // The specification's errors would make those of the configuration guesses.
  std::optional<model::Config> config = load_config(arguments, config_file, reading);
  if (!config || reading.failed()) return std::nullopt;
  for (const std::string& name : possibilities.possible) config->possibilities.push_back({name, {}});
  if (possibilities.from) config->possible_from = {*possibilities.from, {}};
  std::optional<model::Model> model = model::bind(std::move(*spec), *config, reading.diagnostics);
  if (!model) return std::nullopt;
  register_model_values(*model);
  trace::settle_constant_formulas(*model, reading.diagnostics);
  trace::settle_symmetry(*model, reading.diagnostics);
  if (reading.failed()) return std::nullopt;
  return model;
}

void show_diagnostics(const Reading& reading, Output& output) {
  std::size_t warnings = 0;
  for (const syntax::Diagnostic& diagnostic : reading.diagnostics.all()) {
    output.err(syntax::render(diagnostic, reading.sources, output.colour_err()));
    if (diagnostic.severity == syntax::Severity::warning) ++warnings;
  }
  const std::size_t errors = reading.diagnostics.error_count();
  if (errors == 0) return;
  std::string summary = fmt::format("{} error{}", errors, errors == 1 ? "" : "s");
  if (warnings > 0) summary += fmt::format(", {} warning{}", warnings, warnings == 1 ? "" : "s");
  output.err(summary + "\n");
}

values::ModelValueNames model_value_names(const model::Model& model) {
  return {model.model_values.begin(), model.model_values.end()};
}

}  // namespace synod::cli
