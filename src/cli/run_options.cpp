#include "cli/run_options.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <thread>

#include <fmt/format.h>

#include "cli/argument_checks.hpp"
#include "cli/permissions.hpp"
#include "cli/progress.hpp"
#include "cli/signals.hpp"
#include "report/json.hpp"
#include "report/tlc_trace.hpp"
#include "values/value.hpp"

namespace synod::cli {

using trace::ExitStatus;

void add_run_options(CLI::App& command, RunOptions& options) {
  add_spec_arguments(command, options.spec);
  add_config_argument(command, options.config);
  command.add_flag("--no-deadlock", options.no_deadlock, "States without a successor are no error");
  command.add_option("--seed", options.seed, "Of RandomElement and of simulation (default: 0)")
      ->type_name("N")
      ->check(whole_number(0));
  add_report_options(command, options);
}

void add_report_options(CLI::App& command, RunOptions& options) {
  command.add_option("-w,--workers", options.workers, "Threads (default: one for each core)")
      ->type_name("N")
      ->check(whole_number(1, 1024));
  command.add_option("--format", options.format, "text or json: one object on standard output")
      ->type_name("FORMAT")
      ->transform(one_of({"text", "json"}));
  command.add_flag("--trace-full", options.full_trace,
                   "Show all variables in every state, not only those that changed");
  command
      .add_option("--trace-out", options.trace_out,
                  "Write the counterexample to this file, in the ITF format")
      ->type_name("FILE");
  command
      .add_option("--trace-json", options.trace_json,
                  "Write the counterexample to this file, in the JSON form of TLC")
      ->type_name("FILE");
  command
      .add_option("--trace-tla", options.trace_tla,
                  "Write the counterexample to this file, as the module that TLC writes")
      ->type_name("FILE");
  command
      .add_option("--trace-text", options.trace_text, "Write the counterexample to this file, as it is shown")
      ->type_name("FILE");
  command.add_option("--progress", options.progress, "auto or never")
      ->type_name("WHEN")
      ->transform(one_of({"auto", "never"}));
  command.add_flag("--stats", options.statistics, "Also show memory and speed");
  add_permissions(command, options.permissions);
}

namespace {

/// Of the module in a file of --trace-tla.
std::string module_of(const std::string& path) { return std::filesystem::path(path).stem().string(); }

/// One run, from the files to the report.
class Run {
 public:
  Run(const RunOptions& options, Output& output) : options_(options), output_(output) {}

  ExitStatus execute(const Preparation& prepare, const Engine& engine) {
    std::optional<model::Model> model =
        load_model(options_.spec, options_.config, reading_, options_.possibilities);
    if (!json()) show_diagnostics(reading_, output_);
    if (!model) return report_failed_reading();
    if (options_.no_symmetry) model->permutations.clear();
    model_values_ = model_value_names(*model);
    if (const std::string problem = output_problem(); !problem.empty()) return report_no_output(problem);
    if (!json())
      output_.out(fmt::format("Checking module {}.\n{}...\n", model->spec.root, options_.beginning));
    const std::string root = model->spec.root;
    values::Interner interner;
    if (prepare) prepare(reading_, interner);
    outside::Door door(options_.permissions);
    const program::Program program(*model, interner, settings(door));
    trace::Verdict verdict = trace::judge(search(engine, program, interner), program, interner, options_.seed,
                                          door.memory(), stop_flag());
    if (door.environment_withheld()) {
      verdict.warnings.emplace_back(
          "The specification reads the environment (IOEnv), which has no variables for it: --allow-env NAME "
          "shows it one.");
    }
    report(verdict);
    return write_traces(verdict, root) ? verdict.exit_status : ExitStatus::output;
  }

 private:
  [[nodiscard]] bool json() const { return options_.format == Format::json; }

  report::JsonInput json_input() const {
    return {reading_.sources, reading_.diagnostics, model_values_, options_.coverage, options_.statistics};
  }

  ExitStatus report_failed_reading() {
    if (json()) output_.out(report::json_of_diagnostics(json_input()));
    return reading_.exit_status();
  }

  /// Why a trace or the graph could not be written, or must not be: better known before a long search than
  /// after it.
  [[nodiscard]] std::string output_problem() const {
    const std::string module = options_.trace_tla ? module_of(*options_.trace_tla) : "Trace";
    if (!values::is_identifier(module)) {
      return fmt::format("--trace-tla {}: {} is no name of a module; letters, digits and _ make one",
                         *options_.trace_tla, module);
    }
    std::vector<std::string> sources, seen;
    for (std::size_t i = 1; i <= reading_.sources.size(); ++i)
      sources.push_back(reading_.sources.get(static_cast<SourceId>(i)).path);
    for (const auto* path : {&options_.trace_out, &options_.trace_json, &options_.trace_tla,
                             &options_.trace_text, &options_.graph}) {
      if (!*path) continue;
      const auto is_among = [&](const std::vector<std::string>& files) {
        return std::ranges::any_of(files,
                                   [&](const std::string& file) { return is_same_file(**path, file); });
      };
      if (is_among(sources))
        return fmt::format("{} is part of the specification and would be overwritten", **path);
      if (is_among(seen)) return fmt::format("two files would be written to {}", **path);
      seen.push_back(**path);
      if (const std::string problem = why_not_writable(**path); !problem.empty())
        return fmt::format("cannot write {}: {}", **path, problem);
    }
    return "";
  }

  ExitStatus report_no_output(const std::string& message) {
    output_.err(fmt::format("synod: {}\n", message));
    if (json()) output_.out(report::json_of_failure(ExitStatus::output, "output", message));
    return ExitStatus::output;
  }

  program::Settings settings(Outside& outside) {
    program::Settings settings;
    settings.outside = &outside;
    settings.seed = options_.seed;
    settings.mode = options_.mode;
    settings.check_deadlock = !options_.no_deadlock;
    settings.traces = options_.traces;
    settings.depth = options_.depth;
    settings.workers =
        options_.workers != 0 ? options_.workers : std::max(1U, std::thread::hardware_concurrency());
    settings.print = [this](const std::string& text) {
      // Standard output is one JSON object, if it is that.
      json() ? output_.err(text + "\n") : output_.out(text + "\n");
    };
    return settings;
  }

  explore::Result search(const Engine& engine, const program::Program& program, values::Interner& interner) {
    catch_stop_signals();
    output_.flush();
    if (options_.progress == ProgressMode::never) return engine(program, interner, {});
    ProgressReport progress(output_, json());
    return engine(program, interner, [&](const explore::Progress& p) { progress(p); });
  }

  void report(const trace::Verdict& verdict) {
    if (json()) {
      output_.out(report::json(verdict, json_input()));
      return;
    }
    report::TextOptions text;
    text.colour = output_.colour_out();
    text.width = output_.out_width();
    text.full_trace = options_.full_trace;
    text.statistics = options_.statistics;
    text.coverage = options_.coverage;
    output_.out(report::text(verdict, reading_.sources, text));
  }

  /// False when a file could not be written. Without a counterexample there is nothing to write.
  bool write_traces(const trace::Verdict& verdict, const std::string& module) {
    if (verdict.result.trace.empty()) return true;
    bool written = true;
    const auto write = [&](const std::optional<std::string>& path, const auto& text) {
      const std::string problem = path ? write_file(*path, text()) : "";
      if (problem.empty()) return;
      output_.err(fmt::format("synod: cannot write {}: {}\n", *path, problem));
      written = false;
    };
    write(options_.trace_out, [&] { return report::itf(verdict, module, model_values_); });
    write(options_.trace_json, [&] { return report::tlc_json_trace(verdict, reading_.sources); });
    write(options_.trace_tla, [&] {
      return report::tlc_module_trace(verdict, reading_.sources, module_of(*options_.trace_tla));
    });
    write(options_.trace_text, [&] {
      report::TextOptions text;
      text.full_trace = options_.full_trace;
      return report::violation_text(verdict, reading_.sources, text);
    });
    return written;
  }

  const RunOptions& options_;
  Output& output_;
  Reading reading_;
  values::ModelValueNames model_values_;
};

}  // namespace

ExitStatus run_engine(const RunOptions& options, Output& output, const Preparation& prepare,
                      const Engine& engine) {
  return Run(options, output).execute(prepare, engine);
}

}  // namespace synod::cli
