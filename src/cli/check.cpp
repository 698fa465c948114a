// synod check: breadth-first search.
#include "cli/argument_checks.hpp"
#include "cli/run_options.hpp"
#include "cli/signals.hpp"

namespace synod::cli {
namespace {

struct CheckOptions {
  RunOptions run;
  explore::Options search;
};

trace::ExitStatus check(const CheckOptions& options, Output& output) {
  explore::Options search = options.search;
  search.workers = options.run.workers;
  search.check_deadlock = !options.run.no_deadlock;
  search.coverage = options.run.coverage;
  return run_engine(options.run, output,
                    [&](const program::Program& program, values::Interner& interner, const auto& progress) {
                      return explore::search(program, interner, search, stop_flag(), progress);
                    });
}

}  // namespace

void add_check(CLI::App& app, Work& chosen) {
  const auto options = std::make_shared<CheckOptions>();
  CLI::App* command = app.add_subcommand("check", "Explore every reachable state");
  add_run_options(*command, options->run);
  command->add_flag("--continue", options->search.continue_after_violation,
                    "Go on after a violated property; show the first violation of each");
  command
      ->add_option("--max-states", options->search.max_states,
                   "Stop when this many distinct states are known")
      ->type_name("N")
      ->check(whole_number(1));
  command
      ->add_option("--max-depth", options->search.max_depth,
                   "Do not expand states of this depth; initial states have 1")
      ->type_name("N")
      ->check(whole_number(1));
  command->add_flag("--coverage", options->run.coverage, "Count what each action and variable contributed");
  command->callback(
      [options, &chosen] { chosen = [options](Output& output) { return check(*options, output); }; });
}

}  // namespace synod::cli
