#include "cli/search_options.hpp"

#include <chrono>

#include "base/memory.hpp"
#include "cli/argument_checks.hpp"

namespace synod::cli {

void add_search_resources(CLI::App& command, SearchResources& resources, bool with_folder) {
  command
      .add_option(
          "--memory", resources.memory_bytes,
          "Stop, with a checkpoint, before more memory than this is in use: 900M, 16G (default: three "
          "quarters of the machine's, or of the control group's)")
      ->type_name("SIZE")
      ->transform(memory_size());
  command
      .add_option_function<double>(
          "--checkpoint",
          [&resources](double minutes) {
            resources.checkpoint_minutes = minutes;
            resources.checkpoints_asked_for = true;
          },
          "Minutes between checkpoints (default: 30); 0: none, whatever happens")
      ->type_name("MINUTES")
      ->check(CLI::NonNegativeNumber);
  if (!with_folder) return;
  command
      .add_option("--checkpoint-dir", resources.checkpoint_folder,
                  "Where checkpoints go (default: the configuration's name with .checkpoint)")
      ->type_name("DIR");
}

explore::Options search_options(const RunDescription& run, const SearchResources& resources, unsigned workers,
                                CheckpointFolder& keeper) {
  explore::Options options;
  options.workers = workers;
  options.check_deadlock = !run.no_deadlock;
  options.continue_after_violation = run.continue_after_violation;
  options.coverage = run.coverage;
  options.max_states = run.max_states;
  options.max_depth = run.max_depth;
  options.memory_bytes = resources.memory_bytes != 0 ? resources.memory_bytes : memory_available() / 4 * 3;
  if (resources.checkpoint_minutes == 0) return options;
  options.checkpoints.keeper = &keeper;
  options.checkpoints.interval = std::chrono::duration<double, std::ratio<60>>(resources.checkpoint_minutes);
  options.checkpoints.on_interrupt = resources.checkpoints_asked_for;
  return options;
}

}  // namespace synod::cli
