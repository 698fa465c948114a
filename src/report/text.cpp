#include "report/text.hpp"

#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/counted.hpp"
#include "syntax/diagnostic.hpp"

namespace synod::report {
namespace {

using explore::Outcome;
using explore::Result;

constexpr std::string_view red = "\x1b[1;31m";
constexpr std::string_view yellow = "\x1b[1;33m";
constexpr std::string_view green = "\x1b[32m";
constexpr std::string_view reset = "\x1b[0m";

std::string megabytes(std::size_t bytes) {
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

class Report {
 public:
  Report(const trace::Verdict& verdict, const syntax::SourceMap& sources, const TextOptions& options)
      : verdict_(verdict), result_(verdict.result), sources_(sources), options_(options) {}

  std::string run() {
    for (const std::string& warning : verdict_.warnings) out_ += warning_line(warning, options_.colour);
    for (const syntax::Diagnostic& diagnostic : verdict_.diagnostics)
      out_ += syntax::render(diagnostic, sources_, options_.colour);
    write_violation_and_behaviour();
    if (options_.coverage) out_ += coverage_text(verdict_, sources_);
    write_figures();
    return std::move(out_);
  }

  std::string run_without_figures() {
    write_violation_and_behaviour();
    return std::move(out_);
  }

 private:
  void write_violation_and_behaviour() {
    write_outcome();
    write_refinement();
    write_continued();
    write_postcondition();
  }

  void error(const std::string& message) { out_ += error_line(message, options_.colour); }

  void write_outcome() {
    switch (result_.outcome) {
      case Outcome::success:
        return write_success();
      case Outcome::assumption:
        return error(assumption_text());
      case Outcome::deadlock:
        error("Deadlock reached.");
        return write_behaviour();
      case Outcome::invariant:
        return write_violation("Invariant");
      case Outcome::implied_init:
        return write_violation("Property");
      case Outcome::action_property:
        return write_violation("Action property");
      case Outcome::liveness:
        return write_lasso();
      case Outcome::possibility:
        return write_lost_possibility();
      case Outcome::assertion:
      case Outcome::error:
        return write_error();
      case Outcome::limit:
      case Outcome::interrupted:
        out_ += warning_line(incomplete_text(result_), options_.colour);
        if (result_.checkpoint) out_ += checkpoint_text(result_);
        return;
    }
  }

  void write_success() {
    if (!result_.violations_continued.empty()) return;
    const std::string text = result_.simulated
                                 ? fmt::format("Simulation completed. No error has been found in {}.",
                                               counted(result_.behaviours, "behaviour"))
                                 : "Model checking completed. No error has been found.";
    out_ += options_.colour ? fmt::format("{}{}{}\n", green, text, reset) : fmt::format("{}\n", text);
    if (result_.states_asked > 0) {
      out_ += fmt::format(
          "{} stays possible from each of {}{}.\n", fmt::join(verdict_.possibilities, " and "),
          counted(result_.states_asked, "state"),
          verdict_.possible_from.empty() ? "" : fmt::format(" in which {} holds", verdict_.possible_from));
    }
  }

  std::string assumption_text() const {
    if (!result_.violated_postcondition.empty()) return postcondition_text();
    const std::string place = syntax::describe(verdict_.assumption, sources_);
    return result_.violated.empty() ? fmt::format("Assumption {} is false.", place)
                                    : fmt::format("Assumption {} ({}) is false.", result_.violated, place);
  }

  void write_violation(std::string_view kind) {
    const std::string part =
        verdict_.conjunct.known() ? fmt::format(" ({})", syntax::describe(verdict_.conjunct, sources_)) : "";
    const std::string what = fmt::format("{} {}{} is violated", kind, result_.violated, part);
    if (result_.trace.size() == 1) {
      error(what + " by the initial state:");
      out_ += trace_text(verdict_, sources_, options_);
      return;
    }
    error(what + ".");
    write_behaviour();
  }

  void write_lost_possibility() {
    error(fmt::format(
        "Possibility {} is lost: no state in which it holds can be reached from the last of these.",
        result_.violated));
    error("The behavior up to this point is:");
    out_ += trace_text(verdict_, sources_, options_);
    out_ += result_.states_ahead == 0 ? "No other state can be reached from there.\n\n"
                                      : fmt::format("{} can be reached from there.\n\n",
                                                    counted(result_.states_ahead, "other state"));
  }

  void write_lasso() {
    const std::string part =
        verdict_.conjunct.known() ? fmt::format(" ({})", syntax::describe(verdict_.conjunct, sources_)) : "";
    error(fmt::format("Temporal property {}{} is violated.", result_.violated, part));
    error(result_.loop_repeats_view ? "The following behavior, if it goes on as its last steps do, shows it:"
                                    : "The following behavior, which never ends, shows it:");
    out_ += trace_text(verdict_, sources_, options_);
    write_lines("The property fails:", verdict_.explanation);
    write_lines("The behavior is fair:", verdict_.fairness);
    out_ += "\n";
  }

  /// Which parts of a refinement hold, and what the abstract specification sees of the step that is none of
  /// its own.
  void write_refinement() {
    for (const trace::AbstractState& seen : verdict_.abstract_states) {
      out_ += fmt::format("State {} as {} sees it:\n", seen.state + 1, verdict_.instance);
      out_ += fields_text(seen.variables, options_) + "\n";
    }
    for (const std::string& part : verdict_.parts) out_ += part + "\n";
  }

  void write_lines(std::string_view heading, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out_ += fmt::format("{}\n", heading);
    for (const std::string& line : lines) out_ += fmt::format("  {}\n", line);
  }

  void write_behaviour() {
    if (result_.trace.empty() && result_.partial_successor.empty()) return;
    error("The behavior up to this point is:");
    out_ += trace_text(verdict_, sources_, options_);
  }

  void write_error() {
    if (result_.error && result_.error->fault() == EvaluationFault::no_initial_state)
      return error(result_.error->message());
    error(error_heading());
    if (result_.error) out_ += error_text(*result_.error, sources_, options_.colour);
    write_behaviour();
  }

  std::string error_heading() const {
    if (result_.outcome == Outcome::assertion) {
      return "The first argument of Assert evaluated to FALSE; the second argument was:\n" +
             result_.error->message();
    }
    if (!result_.unassigned.empty()) {
      const bool initial = result_.trace.empty();
      return fmt::format(
          "{} is not completely specified{}. The following {}: {}.",
          initial ? "Initial state" : "Successor state",
          initial ? "" : fmt::format(" by action {}", call_text(verdict_.partial_label)),
          result_.unassigned.size() == 1 ? "variable is not assigned" : "variables are not assigned",
          fmt::join(result_.unassigned, ", "));
    }
    if (result_.error_context.empty()) return "An evaluation failed.";
    return fmt::format("The evaluation of {} failed.", result_.error_context);
  }

  /// With --continue: the first violation of each property.
  void write_continued() {
    if (result_.violations_continued.empty()) return;
    for (std::size_t i = 0; i < result_.traces_continued.size(); ++i) {
      error(fmt::format("{} is violated.", verdict_.continued[i]));
      error("The behavior up to this point is:");
      trace::Verdict part;
      part.variables = verdict_.variables;
      part.result.trace = result_.traces_continued[i];
      out_ += trace_text(part, sources_, options_);
    }
    std::vector<std::string> violated = result_.violations_continued;
    if (result_.outcome == Outcome::liveness) violated.push_back(result_.violated);
    error(fmt::format("The search went on. Violated: {}.", fmt::join(violated, ", ")));
  }

  [[nodiscard]] std::string postcondition_text() const {
    return fmt::format("Postcondition {} is false.", result_.violated_postcondition);
  }

  /// Beside what ended the search. If that is all that is wrong, it is the outcome.
  void write_postcondition() {
    const std::string& name = result_.violated_postcondition;
    const bool is_outcome =
        result_.outcome == Outcome::assumption || result_.error_stage == explore::Stage::postcondition;
    if (name.empty() || is_outcome) return;
    if (!result_.postcondition_error) return error(postcondition_text());
    error(fmt::format("The evaluation of {} failed.", describe(explore::Stage::postcondition, name)));
    out_ += error_text(*result_.postcondition_error, sources_, options_.colour);
  }

  void write_figures() {
    if (result_.simulated) {  // random behaviours know no distinct states and no depth
      out_ += fmt::format("The number of states generated: {}\nSimulation using seed {}\n", result_.generated,
                          verdict_.seed);
    } else if (result_.statistics_known) {
      out_ += fmt::format("{} states generated, {} distinct states found, {} states left on queue.\n",
                          result_.generated, result_.distinct, result_.queue);
      out_ += fmt::format("The depth of the complete state graph search is {}.\n", result_.depth);
    }
    if (options_.statistics) write_statistics();
    if (result_.liveness_judged) {
      out_ += fmt::format("{} was judged on {} between different states, in {:.2f} s.\n",
                          verdict_.possibilities.empty() ? "Liveness" : "What stays possible",
                          counted(result_.steps, "step"), result_.liveness_seconds);
    }
    out_ +=
        fmt::format("Finished in {:.2f} s with {}.\n", result_.seconds, counted(result_.workers, "worker"));
  }

  void write_statistics() {
    const double seconds = result_.seconds > 0 ? result_.seconds : 1e-9;
    out_ += fmt::format("{:.0f} distinct states per second, {:.0f} generated.\n",
                        static_cast<double>(result_.distinct) / seconds,
                        static_cast<double>(result_.generated) / seconds);
    out_ += fmt::format("A state takes {} ({} bytes of memory in all); the search took {}.\n",
                        counted(result_.words_per_state, "word"), result_.bytes_per_state,
                        megabytes(result_.memory_bytes));
    for (const std::string& encoding : result_.encodings) out_ += "  " + encoding + "\n";
  }

  const trace::Verdict& verdict_;
  const Result& result_;
  const syntax::SourceMap& sources_;
  const TextOptions& options_;
  std::string out_;
};

/// Calls shown of a long chain: the innermost and the outermost.
constexpr std::size_t inner_calls = 8;
constexpr std::size_t outer_calls = 4;

void add_calls(const std::vector<CallSite>& calls, std::vector<syntax::Note>& notes) {
  std::uint64_t left_out = 0;
  for (std::size_t i = 0; i < calls.size(); ++i) {
    const CallSite& call = calls[i];
    const bool shown = !call.name.empty() && (i < inner_calls || i + outer_calls >= calls.size());
    if (!shown) {
      left_out += call.times;
      continue;
    }
    if (left_out > 0) notes.push_back({{}, fmt::format("{} more calls", std::exchange(left_out, 0))});
    const std::string times = call.times > 1 ? fmt::format(" ({} times)", call.times) : "";
    notes.push_back({call.span, fmt::format("in this call of {}{}", call.name, times)});
  }
}

}  // namespace

std::string error_line(const std::string& message, bool colour) {
  return colour ? fmt::format("{}Error:{} {}\n", red, reset, message) : fmt::format("Error: {}\n", message);
}

std::string warning_line(const std::string& message, bool colour) {
  return colour ? fmt::format("{}Warning:{} {}\n", yellow, reset, message)
                : fmt::format("Warning: {}\n", message);
}

std::string error_text(const EvaluationError& error, const syntax::SourceMap& sources, bool colour) {
  syntax::Diagnostic diagnostic;
  diagnostic.code = syntax::Code::evaluation;
  diagnostic.span = error.span();
  diagnostic.message =
      error.fault() == EvaluationFault::assertion ? "Assert failed: " + error.message() : error.message();
  add_calls(error.calls(), diagnostic.notes);
  return syntax::render(diagnostic, sources, colour);
}

std::string incomplete_text(const Result& result) {
  switch (result.outcome) {
    case Outcome::limit:
      return fmt::format("The search stopped at a limit ({}) and is not complete.", result.violated);
    case Outcome::interrupted:
      return "The search was interrupted and is not complete.";
    default:
      return "";
  }
}

std::string checkpoint_text(const Result& result) {
  const explore::CheckpointNote& note = *result.checkpoint;
  if (!note.exists()) return fmt::format("There is no checkpoint to go on from: {}.\n", note.problem);
  return fmt::format("A checkpoint of {} in {} is in {}. To go on{}:\n  synod resume {}{}\n",
                     counted(note.states, "distinct state"), counted(note.levels, "level"), note.place,
                     result.out_of_memory ? " with more memory" : "", note.place,
                     result.out_of_memory ? " --memory SIZE" : "");
}

std::string text(const trace::Verdict& verdict, const syntax::SourceMap& sources,
                 const TextOptions& options) {
  return Report(verdict, sources, options).run();
}

std::string violation_text(const trace::Verdict& verdict, const syntax::SourceMap& sources,
                           const TextOptions& options) {
  return Report(verdict, sources, options).run_without_figures();
}

}  // namespace synod::report
