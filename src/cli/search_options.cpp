#include "cli/search_options.hpp"

#include <chrono>

#include <fmt/format.h>

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
      ->check(minutes());
  command
      .add_option("--scratch", resources.scratch,
                  "Keep in this folder, and not in memory, what is read in order: parents and the queue")
      ->type_name("DIR")
      ->check(existing_folder());
  if (!with_folder) return;
  command
      .add_option("--checkpoint-dir", resources.checkpoint_folder,
                  "Where checkpoints go (default: the configuration's name with .checkpoint)")
      ->type_name("DIR");
}

namespace {

std::uint64_t memory_bound(std::uint64_t asked_for, Output& output) {
  const std::uint64_t available = memory_available();
  if (asked_for == 0) return available / 4 * 3;
  const std::uint64_t most = available / 8 * 7;
  if (available == 0 || asked_for <= most) return asked_for;
  output.err(
      fmt::format("Warning: there are only {} MB of memory (of the machine, or of the control group), so the "
                  "search stops at {} MB and not at {} MB.\n",
                  available >> 20U, most >> 20U, asked_for >> 20U));
  return most;
}

}  // namespace

SearchSetup::SearchSetup(const SearchResources& resources, Output& output)
    : resources_(resources), memory_bytes_(memory_bound(resources.memory_bytes, output)) {
  if (!resources.scratch.empty()) scratch_.emplace(resources.scratch);
}

explore::Options SearchSetup::options(const RunDescription& run, unsigned workers, CheckpointFolder& keeper) {
  explore::Options options;
  options.workers = workers;
  options.check_deadlock = !run.no_deadlock;
  options.continue_after_violation = run.continue_after_violation;
  options.coverage = run.coverage;
  options.max_states = run.max_states;
  options.max_depth = run.max_depth;
  options.memory_bytes = memory_bytes_;
  options.scratch = scratch_ ? &*scratch_ : nullptr;
  if (resources_.checkpoint_minutes == 0) return options;
  options.checkpoints.keeper = &keeper;
  options.checkpoints.interval = std::chrono::duration<double, std::ratio<60>>(resources_.checkpoint_minutes);
  options.checkpoints.on_interrupt = resources_.checkpoints_asked_for;
  return options;
}

}  // namespace synod::cli
