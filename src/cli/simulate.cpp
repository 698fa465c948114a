// synod simulate: random behaviours.
#include "explore/simulate.hpp"

#include "cli/argument_checks.hpp"
#include "cli/run_options.hpp"
#include "cli/signals.hpp"

namespace synod::cli {
namespace {

struct SimulateOptions {
  RunOptions run;
  bool generate = false;
  explore::SimulationOptions simulation;
};

trace::ExitStatus simulate(const SimulateOptions& options, Output& output) {
  explore::SimulationOptions simulation = options.simulation;
  simulation.workers = options.run.workers;
  simulation.check_deadlock = !options.run.no_deadlock;
  simulation.seed = options.run.seed;
  simulation.mode = options.generate ? program::Mode::generation : program::Mode::simulation;
  RunOptions run = options.run;
  run.mode = simulation.mode;
  run.traces = simulation.traces;
  run.depth = simulation.depth;
  return run_engine(run, output, {},
                    [&](const program::Program& program, values::Interner& interner, const auto& progress) {
                      return explore::simulate(program, interner, simulation, stop_flag(), progress);
                    });
}

}  // namespace

void add_simulate(CLI::App& app, Work& chosen) {
  const auto options = std::make_shared<SimulateOptions>();
  CLI::App* command = app.add_subcommand("simulate", "Try random behaviours");
  add_run_options(*command, options->run);
  command->add_option("--traces", options->simulation.traces, "Behaviours to try (default: 100)")
      ->type_name("N")
      ->check(whole_number(1));
  command->add_option("--depth", options->simulation.depth, "States of a behaviour, at most (default: 100)")
      ->type_name("N")
      ->check(whole_number(1));
  command->add_flag("--generate", options->generate,
                    "Take the first successor that trying choices in random order finds");
  command->callback(
      [options, &chosen] { chosen = [options](Output& output) { return simulate(*options, output); }; });
}

}  // namespace synod::cli
