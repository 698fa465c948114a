// synod check: breadth-first search.
#include <filesystem>

#include <fmt/format.h>

#include "cli/argument_checks.hpp"
#include "cli/run_options.hpp"
#include "cli/search_options.hpp"
#include "cli/signals.hpp"

namespace synod::cli {
namespace {

struct CheckOptions {
  RunOptions run;
  RunDescription description;  ///< what `run` says too is filled in when the search begins
  SearchResources resources;
};

RunDescription description_of(const CheckOptions& options) {
  RunDescription run = options.description;
  run.spec = options.run.spec;
  run.config = options.run.config;
  run.no_deadlock = options.run.no_deadlock;
  run.coverage = options.run.coverage;
  run.seed = options.run.seed;
  return run;
}

/// In the folder where the run was started: that of the specification may not be the user's.
std::string checkpoint_folder(const CheckOptions& options) {
  if (!options.resources.checkpoint_folder.empty()) return options.resources.checkpoint_folder;
  const std::string& named = options.run.config ? *options.run.config : options.run.spec.file;
  return std::filesystem::path(named).stem().string() + ".checkpoint";
}

trace::ExitStatus check(const CheckOptions& options, Output& output) {
  const RunDescription run = description_of(options);
  SearchSetup setup(options.resources, output);
  std::optional<CheckpointFolder> keeper;
  const auto prepare = [&](const Reading& reading, values::Interner&) {
    keeper.emplace(checkpoint_folder(options), run, reading.sources, output);
    if (options.resources.checkpoint_minutes == 0 || !keeper->holds_another()) return;
    output.err(
        fmt::format("Warning: there is a checkpoint of an earlier run in {0}, which `synod resume {0}` goes "
                    "on from. The first\n"
                    "checkpoint of this run takes its place; --checkpoint-dir chooses another folder.\n",
                    keeper->place()));
  };
  return run_engine(options.run, output, prepare,
                    [&](const program::Program& program, values::Interner& interner, const auto& progress) {
                      const explore::Options search = setup.options(run, options.run.workers, *keeper);
                      return explore::search(program, interner, search, stop_flag(), progress);
                    });
}

}  // namespace

void add_check(CLI::App& app, Work& chosen) {
  const auto options = std::make_shared<CheckOptions>();
  CLI::App* command = app.add_subcommand("check", "Explore every reachable state");
  add_run_options(*command, options->run);
  command->add_flag("--continue", options->description.continue_after_violation,
                    "Go on after a violated property; show the first violation of each");
  command
      ->add_option("--max-states", options->description.max_states,
                   "Stop when this many distinct states are known")
      ->type_name("N")
      ->check(whole_number(1));
  command
      ->add_option("--max-depth", options->description.max_depth,
                   "Do not expand states of this depth; initial states have 1")
      ->type_name("N")
      ->check(whole_number(1));
  command->add_flag("--coverage", options->run.coverage, "Count what each action and variable contributed");
  add_search_resources(*command, options->resources, true);
  command->callback(
      [options, &chosen] { chosen = [options](Output& output) { return check(*options, output); }; });
}

}  // namespace synod::cli
