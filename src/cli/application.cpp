#include "cli/application.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <span>
#include <system_error>

#include <fmt/format.h>

#include "base/failure.hpp"
#include "base/stack.hpp"
#include "cli/command.hpp"
#include "cli/tlc_options.hpp"
#include "report/json.hpp"
#include "semantics/suggestion.hpp"
#include "store/page_memory.hpp"

namespace synod::cli {
namespace {

using trace::ExitStatus;

std::string footer() {
  std::string text = "Exit status:\n";
  for (const trace::ExitStatusMeaning& row : trace::exit_statuses) {
    text += fmt::format("  {:>3}  {}\n", static_cast<int>(row.status), row.meaning);
  }
  return text;
}

void add_commands(CLI::App& app, Work& chosen) {
  app.set_version_flag("--version", "synod " SYNOD_VERSION, "Show the version and exit");
  app.require_subcommand(0, 1);
  app.footer(footer());
  add_check(app, chosen);
  add_resume(app, chosen);
  add_simulate(app, chosen);
  add_tlc(app);
  add_gate(app, chosen);
  add_replay(app, chosen);
  add_parse(app, chosen);
  add_show(app, chosen);
  add_completion(app, chosen);
}

/// The subcommand that a command line chose, or the program itself.
const CLI::App& chosen_command(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? app : *commands.front();
}

/// Names of the options, or of the subcommands.
std::vector<std::string> known_words(const CLI::App& command) {
  std::vector<std::string> words;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) words.push_back("--" + name);
  }
  for (const CLI::App* sub : command.get_subcommands([](const CLI::App*) { return true; }))
    words.push_back(sub->get_name());
  return words;
}

/// " (did you mean --workers?)" for the first word of the command line that nothing expects.
std::string hint(const CLI::App& command) {
  const std::vector<std::string> unknown = command.remaining(true);
  if (unknown.empty()) return "";
  const std::string word = unknown.front().substr(0, unknown.front().find('='));
  const std::string nearest = semantics::nearest_name(word, known_words(command));
  return nearest.empty() ? "" : fmt::format(" (did you mean {}?)", nearest);
}

/// Whether a command line, right or wrong, asks for a JSON object.
bool asks_for_json(std::span<const std::string> words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--format=json") return true;
    if (words[i] == "--format" && i + 1 < words.size() && words[i + 1] == "json") return true;
  }
  return false;
}

/// Of the subcommands that TLC's command line stands for.
bool takes_value(const CLI::App& app, const std::string& name) {
  for (const char* command : {"check", "simulate", "resume"}) {
    const CLI::Option* const option = app.get_subcommand(command)->get_option_no_throw(name);
    if (option != nullptr) return option->get_items_expected_max() > 0;
  }
  return false;
}

/// Puts our command line in the place of TLC's. The status, when the run ends here.
std::optional<ExitStatus> translate(const CLI::App& app, std::vector<std::string>& words, bool json,
                                    Output& output) {
  const auto has_value = [&](const std::string& name) { return takes_value(app, name); };
  TlcTranslation translation = translate_tlc(std::span(words).subspan(1), has_value);
  if (translation.help) {
    output.out(tlc_help());
    return ExitStatus::success;
  }
  if (!translation.refusal.empty()) {
    const std::string message = "synod tlc: " + translation.refusal;
    output.err(message + "\nTry synod tlc --help.\n");
    if (json) output.out(report::json_of_failure(ExitStatus::usage, "usage", message));
    return ExitStatus::usage;
  }
  for (const std::string& note : translation.notes) output.err(fmt::format("Note: {}.\n", note));
  words = std::move(translation.words);
  return std::nullopt;
}

/// How a command line was given.
struct Form {
  bool json = false;  ///< the result is a JSON object
  bool tlc = false;   ///< as one of TLC's
};

ExitStatus usage_error(const CLI::App& app, const CLI::ParseError& error, const Form& form, Output& output) {
  const CLI::App& command = chosen_command(app);
  const std::string name = form.tlc           ? "synod tlc"
                           : &command == &app ? "synod"
                                              : "synod " + command.get_name();
  const std::string message = fmt::format("{}: {}{}", name, error.what(), hint(command));
  output.err(fmt::format("{}\nTry {} --help.\n", message, name));
  if (form.json) output.out(report::json_of_failure(ExitStatus::usage, "usage", message));
  return ExitStatus::usage;
}

/// Nothing when the command line was read and `chosen` says what to do; otherwise the run ends here.
std::optional<ExitStatus> parse(CLI::App& app, std::vector<std::string> words, const Form& form,
                                Output& output) {
  std::reverse(words.begin(), words.end());  // as CLI11 wants them
  try {
    app.parse(std::move(words));
  } catch (const CLI::CallForHelp&) {
    const CLI::App& command = chosen_command(app);
    output.out(&command == &app ? app.help() : command.help("synod"));
    return ExitStatus::success;
  } catch (const CLI::CallForVersion& version) {
    output.out(std::string(version.what()) + "\n");
    return ExitStatus::success;
  } catch (const CLI::ParseError& error) {
    return usage_error(app, error, form, output);
  }
  return std::nullopt;
}

ExitStatus report_internal_error(Output& output, std::string what, bool json) {
  if (what.ends_with('.')) what.pop_back();
  if (json) output.out(report::json_of_failure(ExitStatus::internal_error, "internal-error", what));
  output.err(
      fmt::format("This is a bug in Synod, not in your specification: {}.\nNo result of this run can be "
                  "trusted. Please report it "
                  "with the specification, the configuration and the command line.\n",
                  what));
  return ExitStatus::internal_error;
}

/// Runs the subcommand. Whatever it throws ends here.
ExitStatus run_guarded(const Work& work, bool json, Output& output) {
  try {
    ExitStatus status = ExitStatus::internal_error;
    run_on_deep_stack([&] { status = work(output); });
    return status;
  } catch (const std::bad_alloc&) {
    if (json) output.out(report::json_of_failure(ExitStatus::limit, "limit", "out of memory"));
    output.err(
        "Error: out of memory. --max-states or --max-depth bounds the search, a CONSTRAINT makes it "
        "smaller.\n");
    return ExitStatus::limit;
  } catch (const store::ScratchError& error) {
    if (json) output.out(report::json_of_failure(ExitStatus::limit, "limit", error.what()));
    output.err(fmt::format("Error: {}.\n", error.what()));
    return ExitStatus::limit;
  } catch (const std::system_error& error) {
    if (error.code() != std::errc::resource_unavailable_try_again &&
        error.code() != std::errc::not_enough_memory) {
      return report_internal_error(output, error.what(), json);
    }
    const std::string message = fmt::format("the system refuses a thread ({})", error.code().message());
    if (json) output.out(report::json_of_failure(ExitStatus::limit, "limit", message));
    output.err(fmt::format("Error: {}. Fewer --workers need less memory and fewer threads.\n", message));
    return ExitStatus::limit;
  } catch (const std::exception& error) {
    return report_internal_error(output, error.what(), json);
  }
}

/// The status of the run, unless its results were lost.
ExitStatus finish(ExitStatus status, Output& output) {
  output.flush();
  if (!output.failed()) return status;
  if (!output.reason().empty())
    output.err(fmt::format("synod: cannot write the results: {}\n", output.reason()));
  return ExitStatus::output;
}

}  // namespace

int run(int argc, char** argv) {
  Output output;
  CLI::App app("Synod checks specifications written in TLA+.", "synod");
  Work chosen;
  add_commands(app, chosen);
  std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  const Form form{asks_for_json(words), !words.empty() && words.front() == "tlc"};
  if (form.tlc) {
    if (const auto ended = translate(app, words, form.json, output))
      return static_cast<int>(finish(*ended, output));
  }
  if (const auto ended = parse(app, std::move(words), form, output))
    return static_cast<int>(finish(*ended, output));
  if (!chosen) {
    output.err(app.help());
    return static_cast<int>(ExitStatus::usage);
  }
  return static_cast<int>(finish(run_guarded(chosen, form.json, output), output));
}

}  // namespace synod::cli
