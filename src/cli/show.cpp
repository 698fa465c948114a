// synod show: how Synod understood a model.
#include <fmt/format.h>

#include "cli/command.hpp"
#include "program/program.hpp"

namespace synod::cli {
namespace {

using trace::ExitStatus;

struct ShowOptions {
  SpecArguments spec;
  std::optional<std::string> config;
  bool actions = false;
  bool variables = false;
};

/// The value of a constant, abbreviated; of an operator, or where it cannot be evaluated, what stands for it.
std::string value_text(const semantics::Constant& constant, program::Worker& worker) {
  constexpr std::size_t longest = 200;
  const semantics::Operator& binding = *constant.binding;
  std::string text = binding.name == constant.name ? semantics::print(*binding.body) : binding.name;
  if (binding.parameters.empty()) {
    try {
      text = values::to_string(worker.evaluate(*binding.body, {}));
    } catch (const EvaluationError&) {
      // An infinite set, or one that fails where it is needed.
    }
  }
  if (text.size() > longest) {
    std::size_t end = longest;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not within a character
    text = text.substr(0, end) + " ...";
  }
  return text;
}

void show_variables(const model::Model& model, const syntax::SourceMap& sources, Output& output) {
  values::Interner interner;
  const program::Program program(model, interner, {});
  program::Worker worker(program);
  for (const semantics::Constant* constant : model.spec.constants) {
    output.out(fmt::format("CONSTANT {} = {}\n", constant->name, value_text(*constant, worker)));
  }
  for (const semantics::Variable* variable : model.spec.variables) {
    output.out(
        fmt::format("VARIABLE {}  \\* {}\n", variable->name, syntax::describe(variable->span, sources)));
  }
}

ExitStatus show(const ShowOptions& options, Output& output) {
  Reading reading;
  const std::optional<model::Model> model = load_model(options.spec, options.config, reading);
  show_diagnostics(reading, output);
  if (!model) return reading.exit_status();
  if (options.variables || !options.actions) show_variables(*model, reading.sources, output);
  if (options.actions) {
    values::Interner interner;
    output.out(program::Program(*model, interner, {}).show_actions());
  }
  return ExitStatus::success;
}

}  // namespace

void add_show(CLI::App& app, Work& chosen) {
  const auto options = std::make_shared<ShowOptions>();
  CLI::App* command = app.add_subcommand("show", "Show how a model was understood");
  add_spec_arguments(*command, options->spec);
  add_config_argument(*command, options->config);
  command->add_flag("--actions", options->actions,
                    "The actions that the next-state relation consists of, compiled");
  command->add_flag("--variables", options->variables, "The constants with their values, and the variables");
  command->callback(
      [options, &chosen] { chosen = [options](Output& output) { return show(*options, output); }; });
}

}  // namespace synod::cli
