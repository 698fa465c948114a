// The subcommands, one file each. A file declares its options to CLI11 (the one table of options: help,
// checking of arguments and shell completion all come from it) and says what to run.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/argument_checks.hpp"
#include "cli/loading.hpp"
#include "cli/output.hpp"
#include "trace/exit_status.hpp"

namespace synod::cli {

/// What the chosen subcommand does. May throw InternalError and std::bad_alloc.
using Work = std::function<trace::ExitStatus(Output&)>;

// Each adds a subcommand to `app`; parsing a command line that names it sets `chosen`.
void add_check(CLI::App& app, Work& chosen);
void add_resume(CLI::App& app, Work& chosen);
void add_simulate(CLI::App& app, Work& chosen);
/// Never parsed: its words are translated before (tlc_options.hpp).
void add_tlc(CLI::App& app);
void add_gate(CLI::App& app, Work& chosen);
void add_replay(CLI::App& app, Work& chosen);
void add_parse(CLI::App& app, Work& chosen);
void add_show(CLI::App& app, Work& chosen);
void add_completion(CLI::App& app, Work& chosen);

/// The arguments SPEC and -I.
inline void add_spec_arguments(CLI::App& command, SpecArguments& arguments) {
  command.add_option("SPEC", arguments.file, "The root module, with or without .tla")->required();
  command
      .add_option(
          "-I", arguments.libraries,
          "Folder to search for modules, after that of SPEC and before the built-in ones; may be given often")
      ->type_name("DIR")
      ->check(existing_folder())
      ->allow_extra_args(false);
}

inline void add_config_argument(CLI::App& command, std::optional<std::string>& config) {
  command
      .add_option("-c,--config", config,
                  "The configuration, with or without .cfg (default: SPEC.cfg); X.tla takes `---- CONFIG X "
                  "----` from it")
      ->type_name("FILE");
}

/// --possible and --possible-from.
inline void add_possibilities(CLI::App& command, Possibilities& possibilities) {
  CLI::Option* const possible =
      command
          .add_option("--possible", possibilities.possible,
                      "Also check that a state in which the definition P holds can be reached from every "
                      "reachable state; may be given often")
          ->type_name("P")
          ->allow_extra_args(false);
  command
      .add_option("--possible-from", possibilities.from,
                  "Check it only from the states in which the definition Q holds")
      ->type_name("Q")
      ->needs(possible);
}

}  // namespace synod::cli
