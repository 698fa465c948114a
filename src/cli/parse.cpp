// synod parse: syntax, names, arities and levels; nothing is checked.
#include <fmt/format.h>

#include "cli/command.hpp"
#include "syntax/parser.hpp"
#include "syntax/source_reader.hpp"

namespace synod::cli {
namespace {

using trace::ExitStatus;

struct ParseOptions {
  SpecArguments spec;
  bool print = false;
  bool core = false;
};

/// The root module as text again. Only its syntax has to be right.
ExitStatus print_module(const ParseOptions& options, Output& output) {
  Reading reading;
  const auto source = syntax::read_source(spec_file(options.spec), reading.sources, reading.diagnostics);
  std::unique_ptr<syntax::Module> module;
  if (source) module = syntax::parse_module(*source, reading.sources, reading.diagnostics);
  show_diagnostics(reading, output);
  if (reading.failed() || !module) return reading.exit_status();
  output.out(syntax::print(*module));
  return ExitStatus::success;
}

void print_core(const semantics::Spec& spec, Output& output) {
  for (const semantics::Operator* op : spec.operators) {
    if (op->in_let || op->body == nullptr || op->native) continue;
    std::string parameters;
    for (const semantics::Symbol* parameter : op->parameters) {
      parameters += (parameters.empty() ? "(" : ", ") + parameter->name;
    }
    if (!parameters.empty()) parameters += ")";
    output.out(fmt::format("{}{} ==\n  {}\n", op->name, parameters, semantics::print(*op->body)));
  }
}

ExitStatus parse(const ParseOptions& options, Output& output) {
  if (options.print) return print_module(options, output);
  Reading reading;
  const std::optional<semantics::Spec> spec = load_spec(options.spec, reading);
  show_diagnostics(reading, output);
  if (!spec) return reading.exit_status();
  if (options.core) {
    print_core(*spec, output);
  } else {
    output.out(fmt::format("Module {}: no errors.\n", spec->root));
  }
  return ExitStatus::success;
}

}  // namespace

void add_parse(CLI::App& app, Work& chosen) {
  const auto options = std::make_shared<ParseOptions>();
  CLI::App* command =
      app.add_subcommand("parse", "Check syntax, names and levels of a module and all it needs");
  add_spec_arguments(*command, options->spec);
  command->add_flag("--print", options->print, "Write the module as TLA+ text again");
  command->add_flag("--core", options->core, "Write every definition in its resolved form")
      ->excludes("--print");
  command->callback(
      [options, &chosen] { chosen = [options](Output& output) { return parse(*options, output); }; });
}

}  // namespace synod::cli
