// What check and simulate have in common: how to run, and how to show what came out.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/command.hpp"
#include "explore/search.hpp"
#include "outside/door.hpp"
#include "program/program.hpp"
#include "report/text.hpp"
#include "trace/verdict.hpp"

namespace synod::cli {

// In the order of the words that stand for them on the command line.
enum class Format { text, json };
enum class ProgressMode { automatic, never };

struct RunOptions {
  SpecArguments spec;
  std::optional<std::string> config;
  unsigned workers = 0;
  bool no_deadlock = false;
  bool no_symmetry = false;
  Possibilities possibilities;
  bool coverage = false;
  bool statistics = false;
  bool full_trace = false;
  Format format = Format::text;
  ProgressMode progress = ProgressMode::automatic;
  std::optional<std::string> trace_out;   ///< files for the counterexample, in the ITF format,
  std::optional<std::string> trace_json;  ///< as TLC's JSON,
  std::optional<std::string> trace_tla;   ///< as a module,
  std::optional<std::string> trace_text;  ///< and for people
  std::optional<std::string> graph;       ///< file for the state graph, written by whoever searches
  std::uint64_t seed = 0;
  outside::Permissions permissions;
  // What a specification may ask for with TLCGet("config").
  program::Mode mode = program::Mode::search;
  std::uint64_t traces = 0, depth = 0;
  std::string beginning = "Computing initial states";  ///< what is done first, for people
};

/// What to run, and all of add_report_options.
void add_run_options(CLI::App& command, RunOptions& options);
/// How to run and what to show.
void add_report_options(CLI::App& command, RunOptions& options);

/// Called when the model was read, and before anything is interned.
using Preparation = std::function<void(const Reading&, values::Interner&)>;

using Engine = std::function<explore::Result(const program::Program&, values::Interner&,
                                             const std::function<void(const explore::Progress&)>&)>;

/// Loads the model, prepares, lets `engine` search, replays what it found and reports.
[[nodiscard]] trace::ExitStatus run_engine(const RunOptions& options, Output& output,
                                           const Preparation& prepare, const Engine& engine);

}  // namespace synod::cli
