// synod check: breadth-first search.
#include <filesystem>

#include <fmt/format.h>

#include "cli/argument_checks.hpp"
#include "cli/graph_file.hpp"
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
  run.no_symmetry = options.run.no_symmetry;
  run.possibilities = options.run.possibilities;
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

std::unique_ptr<report::GraphText> graph_text(const std::string& path, const model::Model& model,
                                              const syntax::SourceMap& sources) {
  report::GraphNames names{model.spec.root, {}, model_value_names(model)};
  for (const auto* variable : model.spec.variables) names.variables.push_back(variable->name);
  return report::graph_text(*graph_format(path), std::move(names), sources);
}

CLI::Validator graph_file_name() {
  return {[](const std::string& path) {
            return graph_format(path)
                       ? std::string()
                       : fmt::format("{} was given, but only a name that ends in {} is allowed", path,
                                     graph_endings());
          },
          ""};
}

trace::ExitStatus check(const CheckOptions& options, Output& output) {
  const RunDescription run = description_of(options);
  SearchSetup setup(options.resources, output);
  std::optional<CheckpointFolder> keeper;
  const syntax::SourceMap* sources = nullptr;
  std::string graph_problem;
  const auto prepare = [&](const Reading& reading, values::Interner&) {
    sources = &reading.sources;
    keeper.emplace(checkpoint_folder(options), run, reading.sources, output);
    if (options.resources.checkpoint_minutes == 0 || !keeper->holds_another()) return;
    output.err(
        fmt::format("Warning: there is a checkpoint of an earlier run in {0}, which `synod resume {0}` goes "
                    "on from. The first\n"
                    "checkpoint of this run takes its place; --checkpoint-dir chooses another folder.\n",
                    keeper->place()));
  };
  const auto engine = [&](const program::Program& program, values::Interner& interner, const auto& progress) {
    explore::Options search = setup.options(run, options.run.workers, *keeper);
    if (!options.run.graph) return explore::search(program, interner, search, stop_flag(), progress);
    GraphFile graph(*options.run.graph, graph_text(*options.run.graph, program.model(), *sources));
    search.graph = &graph;
    explore::Result result = explore::search(program, interner, search, stop_flag(), progress);
    graph_problem = graph.close();
    return result;
  };
  const trace::ExitStatus status = run_engine(options.run, output, prepare, engine);
  if (graph_problem.empty()) return status;
  output.err(fmt::format("synod: {}\n", graph_problem));  // the verdict has been shown
  return trace::ExitStatus::output;
}

}  // namespace

void add_check(CLI::App& app, Work& chosen) {
  const auto options = std::make_shared<CheckOptions>();
  CLI::App* command = app.add_subcommand("check", "Explore every reachable state");
  add_run_options(*command, options->run);
  command->add_flag("--no-symmetry", options->run.no_symmetry,
                    "Ignore SYMMETRY: states that differ by a permutation are different states");
  add_possibilities(*command, options->run.possibilities);
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
  command
      ->add_option("--dump", options->run.graph,
                   "Write the states and steps that were explored to this file; X.dot for Graphviz, X.json "
                   "for programs, X.dump for the states alone")
      ->type_name("FILE")
      ->check(graph_file_name());
  add_search_resources(*command, options->resources, true);
  command->callback(
      [options, &chosen] { chosen = [options](Output& output) { return check(*options, output); }; });
}

}  // namespace synod::cli
