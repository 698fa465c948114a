// synod gate: runs the models of manifests and compares with what each must show.
#include "gate/gate.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <regex>

#include <fmt/format.h>

#include "base/memory.hpp"
#include "cli/argument_checks.hpp"
#include "cli/command.hpp"
#include "cli/permissions.hpp"
#include "cli/signals.hpp"
#include "gate/discovery.hpp"
#include "gate/files.hpp"
#include "gate/report.hpp"
#include "gate/update.hpp"
#include "gate/visible_text.hpp"

namespace synod::cli {
namespace {

namespace fs = std::filesystem;
using trace::ExitStatus;

struct GateOptions {
  std::vector<std::string> arguments;
  std::string only;
  std::optional<std::string> junit, sarif, markdown;  ///< files; "-": standard output
  std::uint64_t memory_bytes = 0;
  gate::Settings settings;
  outside::Permissions permissions;
};

/// The runs have other current folders.
std::string absolute(const std::string& folder) { return fs::absolute(folder).lexically_normal().string(); }

std::vector<std::string> words_of(const outside::Permissions& permissions) {
  std::vector<std::string> words;
  const auto add = [&](const char* option, const std::string& value) {
    words.insert(words.end(), {option, value});
  };
  for (const std::string& folder : permissions.readable) add("--allow-read", absolute(folder));
  for (const std::string& folder : permissions.writable) add("--allow-write", absolute(folder));
  for (const std::string& name : permissions.variables) add("--allow-env", name);
  if (permissions.programs) words.emplace_back("--allow-exec");
  return words;
}

gate::Settings settings_of(const GateOptions& options) {
  constexpr unsigned megabyte = 20;
  gate::Settings settings = options.settings;
  const std::uint64_t memory = options.memory_bytes != 0 ? options.memory_bytes : memory_available() / 4 * 3;
  settings.memory_mb = memory >> megabyte;
  for (std::string& folder : settings.libraries) folder = absolute(folder);
  settings.permissions = words_of(options.permissions);
  return settings;
}

/// Those that the arguments name, each once; a name that leads to none is a manifest with that problem.
std::vector<gate::Manifest> read_manifests(std::vector<std::string> arguments) {
  if (arguments.empty()) arguments.push_back(gate::default_manifest());
  std::vector<gate::Manifest> manifests;
  for (const std::string& argument : arguments) {
    const std::vector<fs::path> files = gate::manifests_of(argument);
    for (const fs::path& file : files) {
      const auto is_it = [&](const gate::Manifest& other) { return is_same_file(other.file, file); };
      if (std::ranges::none_of(manifests, is_it)) manifests.push_back(gate::read_manifest(file));
    }
    if (!files.empty()) continue;
    gate::Manifest none;
    none.file = argument;
    none.problems.push_back({1, "there is no manifest.json in this folder"});
    manifests.push_back(std::move(none));
  }
  return manifests;
}

/// A file that the gate reads; empty if `report` is none of them.
std::string input_at(const std::string& report, const std::vector<gate::Manifest>& manifests) {
  for (const gate::Manifest& manifest : manifests) {
    if (is_same_file(report, manifest.file)) return manifest.file.string();
    for (const gate::Model& model : manifest.models) {
      std::vector<std::string> files = {model.module, model.config};
      if (model.trace) files.insert(files.end(), {*model.trace + ".itf.json", *model.trace + ".txt"});
      for (const std::string& file : files) {
        if (!manifest.root.empty() && is_same_file(report, manifest.root / file)) return file;
      }
    }
  }
  return "";
}

/// Why a report cannot be written to a file. What is no regular file may wait for a reader for ever, or be
/// somebody's disk; those of the system, such as /dev/stdout, are known.
std::string why_no_report(const std::string& file) {
  std::error_code error;
  const bool other =
      fs::exists(file, error) && !fs::is_regular_file(file, error) && !fs::is_directory(file, error);
  if (other && !file.starts_with("/dev/")) return "it is no regular file";
  return why_not_writable(file);
}

ExitStatus status_of(const gate::Report& report) {
  switch (gate::conclusion_of(report)) {
    case gate::Conclusion::interrupted:
      return ExitStatus::interrupted;
    case gate::Conclusion::differs:
      return ExitStatus::gate_differs;
    case gate::Conclusion::could_not_run:
    case gate::Conclusion::nothing_to_run:
      return ExitStatus::gate_could_not_run;
    case gate::Conclusion::as_expected:
      break;
  }
  return ExitStatus::success;
}

class GateRun {
 public:
  GateRun(const GateOptions& options, Output& output) : options_(options), output_(output) {}

  ExitStatus execute() {
    if (const std::string problem = report_problem(); !problem.empty()) return report_not_written(problem);
    const auto started = std::chrono::steady_clock::now();
    std::vector<gate::Manifest> manifests = read_manifests(options_.arguments);
    if (const std::string conflict = report_conflict(manifests); !conflict.empty())
      return wrong_command_line(conflict);
    for (const gate::Manifest& manifest : manifests) say(gate::problems_text(manifest, colour()));
    const auto only = options_.only.empty() ? std::nullopt : std::optional(std::regex(options_.only));
    const gate::Plan plan = gate::make_plan(manifests, only, options_.settings.nightly);
    catch_stop_signals();
    output_.flush();
    std::vector<gate::CaseResult> results =
        gate::run_cases(plan, settings_of(options_), stop_flag(), listener());
    const bool written = !options_.settings.update || update(manifests, results);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - started;
    const gate::Report report{manifests, results, plan.for_nightly, seconds.count(), stop_flag().requested()};
    if (results.empty()) say("No model to run.\n");
    say(gate::summary_text(report));
    return write_reports(report) && written ? status_of(report) : ExitStatus::output;
  }

 private:
  [[nodiscard]] std::vector<std::string> reports() const {
    std::vector<std::string> names;
    for (const auto* file : {&options_.junit, &options_.sarif, &options_.markdown}) {
      if (*file) names.push_back(**file);
    }
    return names;
  }

  [[nodiscard]] bool report_to_out() const {
    return std::ranges::any_of(reports(), [](const std::string& file) { return file == "-"; });
  }
  [[nodiscard]] bool colour() const { return report_to_out() ? output_.colour_err() : output_.colour_out(); }

  /// What people read, away from standard output where that is a report.
  void say(const std::string& text) { report_to_out() ? output_.err(text) : output_.out(text); }

  /// Why a report could not be written: better known before all the runs than after them.
  [[nodiscard]] std::string report_problem() const {
    for (const std::string& file : reports()) {
      if (file == "-") continue;
      if (const std::string problem = why_no_report(file); !problem.empty())
        return fmt::format("cannot write {}: {}", file, problem);
    }
    return "";
  }

  /// Two reports in one place, or one in the place of what is read. Empty if there are none such.
  [[nodiscard]] std::string report_conflict(const std::vector<gate::Manifest>& manifests) const {
    const std::vector<std::string> files = reports();
    for (auto file = files.begin(); file != files.end(); ++file) {
      if (std::any_of(files.begin(), file,
                      [&](const std::string& other) { return is_same_file(*file, other); }))
        return fmt::format("two reports cannot both go to {}", *file);
      if (const std::string input = input_at(*file, manifests); !input.empty())
        return fmt::format("a report cannot go to {}, which is read", input);
    }
    return "";
  }

  ExitStatus wrong_command_line(const std::string& problem) {
    output_.err(fmt::format("synod gate: {}\nTry synod gate --help.\n", gate::visible(problem)));
    return ExitStatus::usage;
  }

  ExitStatus report_not_written(const std::string& problem) {
    output_.err(fmt::format("synod: {}\n", gate::visible(problem)));
    return ExitStatus::output;
  }

  /// False when one could not be written.
  bool write_reports(const gate::Report& report) {
    output_.flush();  // a report may go to the same place
    bool written = true;
    const auto write = [&](const std::optional<std::string>& file, std::string (*text)(const gate::Report&)) {
      if (file == "-") return output_.out(text(report));
      const std::string problem = file ? write_file(*file, text(report)) : "";
      if (problem.empty()) return;
      report_not_written(fmt::format("cannot write {}: {}", *file, problem));
      written = false;
    };
    write(options_.junit, gate::junit);
    write(options_.sarif, gate::sarif);
    write(options_.markdown, gate::markdown);
    return written;
  }

  gate::Listener listener() {
    return {[this](const gate::CaseResult& result) {
              say(gate::result_text(result, colour()));
              output_.flush();
            },
            [this](const gate::Progress& progress) {
              if (progress.done < progress.total)
                output_.transient(gate::progress_text(progress, output_.err_width()));
            }};
  }

  /// False when a file could not be written.
  bool update(std::vector<gate::Manifest>& manifests, std::vector<gate::CaseResult>& results) {
    const gate::Update update = gate::update_expectations(manifests, results);
    say(gate::update_text(update));
    for (const std::string& problem : update.problems)
      output_.err(fmt::format("synod: {}\n", gate::visible(problem)));
    return update.problems.empty();
  }

  const GateOptions& options_;
  Output& output_;
};

CLI::Validator name_of_file() {
  const auto check = [](const std::string& text) -> std::string {
    return text.empty() ? "nothing was given, but the name of a file is wanted" : "";
  };
  return {check, ""};
}

CLI::Validator regular_expression() {
  const auto check = [](const std::string& text) -> std::string {
    try {
      const std::regex pattern(text);
      return "";
    } catch (const std::regex_error&) {
      return fmt::format("{} was given, but only a regular expression is allowed", text);
    }
  };
  return {check, ""};
}

void add_selection(CLI::App& command, GateOptions& options) {
  command.add_option("MANIFEST", options.arguments,
                     "Manifests, or folders of which every manifest.json is meant (default: "
                     "models/manifest.json or manifest.json)");
  command
      .add_option("--only", options.only,
                  "Only models whose configuration or module matches this regular expression")
      ->type_name("PATTERN")
      ->check(regular_expression());
  command.add_flag("--nightly", options.settings.nightly, "Also the models that are marked nightly");
  command.add_flag("--fail-fast", options.settings.fail_fast, "Stop when something differs or cannot be run");
  command
      .add_flag("--update", options.settings.update,
                "Write what is found into the manifests and the recorded counterexamples")
      ->excludes("--fail-fast");
}

void add_reports(CLI::App& command, GateOptions& options) {
  const auto add = [&](const char* name, std::optional<std::string>& file) {
    return command.add_option(name, file)->type_name("FILE")->check(name_of_file());
  };
  add("--junit", options.junit)
      ->description(
          "Write the results to this file, as JUnit XML; - is standard output, and the lines of the models "
          "go to standard error then");
  add("--sarif", options.sarif)
      ->description("Write what is not as expected to this file, or -, as SARIF 2.1.0");
  add("--markdown", options.markdown)->description("Write a summary to this file, or -, as Markdown");
}

void add_resources(CLI::App& command, GateOptions& options) {
  command
      .add_option("-j,--jobs", options.settings.jobs, "Models at the same time (default: one for each core)")
      ->type_name("N")
      ->check(whole_number(1, 1024));
  command
      .add_option("-w,--workers", options.settings.workers,
                  "Threads for each model (default: the cores, shared out among the jobs)")
      ->type_name("N")
      ->check(whole_number(1, 1024));
  command
      .add_option(
          "--memory", options.memory_bytes,
          "Memory for all models together, shared out among the jobs: 900M, 16G (default: three quarters "
          "of the machine's, or of the control group's)")
      ->type_name("SIZE")
      ->transform(memory_size());
  command
      .add_option(
          "--timeout", options.settings.timeout,
          "Seconds for each model (default: what the manifest says, or ten times its runtime and 300 at "
          "least)")
      ->type_name("S")
      ->check(whole_number(1, gate::longest_timeout));
  command
      .add_option("-I", options.settings.libraries,
                  "Folder to search for modules, after those of the manifest; may be given often")
      ->type_name("DIR")
      ->check(existing_folder())
      ->allow_extra_args(false);
  add_permissions(command, options.permissions);
}

}  // namespace

void add_gate(CLI::App& app, Work& chosen) {
  const auto options = std::make_shared<GateOptions>();
  CLI::App* command =
      app.add_subcommand("gate", "Run the models of manifests and compare with what each must show");
  add_selection(*command, *options);
  add_reports(*command, *options);
  add_resources(*command, *options);
  command->callback([options, &chosen] {
    chosen = [options](Output& output) { return GateRun(*options, output).execute(); };
  });
}

}  // namespace synod::cli
