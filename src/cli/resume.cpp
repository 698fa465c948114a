// synod resume: a search that stopped early goes on from its checkpoint.
#include <new>
#include <stdexcept>

#include <fmt/format.h>

#include "base/memory.hpp"
#include "cli/run_options.hpp"
#include "cli/search_options.hpp"
#include "cli/signals.hpp"
#include "report/json.hpp"

namespace synod::cli {
namespace {

using trace::ExitStatus;

struct ResumeOptions {
  std::string folder;
  RunOptions run;
  SearchResources resources;
};

/// The checkpoint is there, and stays; this run may not have the memory to read it.
class TooLittleMemory : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

ExitStatus go_on(const ResumeOptions& options, SavedRun& saved, Output& output) {
  const RunDescription& description = saved.run();
  RunOptions run = options.run;
  run.spec = description.spec;
  run.config = description.config;
  run.no_deadlock = description.no_deadlock;
  run.no_symmetry = description.no_symmetry;
  run.possibilities = description.possibilities;
  run.coverage = description.coverage;
  run.seed = description.seed;
  run.beginning = "Reading the checkpoint in " + options.folder;
  SearchSetup setup(options.resources, output);
  saved.reader().set_guard([memory = setup.memory_bytes()](std::size_t more) {
    if (memory == 0 || memory_in_use() + more <= memory) return;
    throw TooLittleMemory(
        fmt::format("reading it takes more than {} MB of memory (--memory)", memory >> 20U));
  });
  std::optional<CheckpointFolder> keeper;
  std::optional<store::ValueReader> values;
  const auto prepare = [&](const Reading& reading, values::Interner& interner) {
    saved.require_same(reading.sources);
    values.emplace(saved.reader(), interner);
    keeper.emplace(options.folder, description, reading.sources, output);
    keeper->adopt();
  };
  return run_engine(run, output, prepare,
                    [&](const program::Program& program, values::Interner& interner, const auto& progress) {
                      explore::Options search = setup.options(description, run.workers, *keeper);
                      const explore::Resumption resumption{saved.reader(), *values};
                      search.checkpoints.resumption = &resumption;
                      return explore::search(program, interner, search, stop_flag(), progress);
                    });
}

ExitStatus resume(const ResumeOptions& options, Output& output) {
  std::string problem;
  ExitStatus status = ExitStatus::other;
  try {
    SavedRun saved(options.folder);
    return go_on(options, saved, output);
  } catch (const store::CheckpointError& error) {
    problem = error.what();
  } catch (const TooLittleMemory& error) {
    problem = error.what();
    status = ExitStatus::memory;
  } catch (const std::bad_alloc&) {
    problem = "reading it takes more memory than the system gives (ulimit -v)";
    status = ExitStatus::memory;
  }
  const std::string message =
      fmt::format("cannot go on from the checkpoint in {}: {}", options.folder, problem);
  if (options.run.format == Format::json) output.out(report::json_of_failure(status, "checkpoint", message));
  output.err(fmt::format("Error: {}.\n", message));
  return status;
}

}  // namespace

void add_resume(CLI::App& app, Work& chosen) {
  const auto options = std::make_shared<ResumeOptions>();
  CLI::App* command = app.add_subcommand("resume", "Go on from the checkpoint of a check that stopped early");
  command->add_option("DIR", options->folder, "The folder with the checkpoint")->required();
  add_report_options(*command, options->run);
  add_search_resources(*command, options->resources, false);
  command->callback(
      [options, &chosen] { chosen = [options](Output& output) { return resume(*options, output); }; });
}

}  // namespace synod::cli
