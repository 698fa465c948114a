// synod replay: is this trace a behaviour of the specification, and what holds along it?
#include "trace/replay.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/argument_checks.hpp"
#include "cli/command.hpp"
#include "cli/permissions.hpp"
#include "report/text.hpp"
#include "syntax/source_reader.hpp"
#include "trace/convert.hpp"
#include "values/itf.hpp"

namespace synod::cli {
namespace {

using syntax::Code;
using trace::ExitStatus;

struct ReplayOptions {
  SpecArguments spec;
  std::optional<std::string> config;
  std::string trace;
  Possibilities possibilities;
  std::string violates;  ///< what the trace has to violate; empty: nothing
  std::uint64_t seed = 0;
  outside::Permissions permissions;
};

/// Line and column of an offset.
Span place_of(SourceId source, std::string_view text, std::size_t offset) {
  Position at{1, 1};
  for (std::size_t i = 0; i < std::min(offset, text.size()); ++i) {
    if (text[i] == '\n') {
      ++at.line;
      at.column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      ++at.column;
    }
  }
  return {source, at, at};
}

/// Where each variable of the model stands in the trace. Nothing, with a diagnostic, when the two differ.
std::optional<std::vector<std::size_t>> match_variables(const model::Model& model,
                                                        const values::ItfTrace& trace, Span place,
                                                        Reading& reading) {
  std::vector<std::string> missing, unknown;
  std::vector<std::size_t> order;
  for (const semantics::Variable* variable : model.spec.variables) {
    const auto found = std::ranges::find(trace.variables, variable->name);
    if (found == trace.variables.end()) missing.push_back(variable->name);
    order.push_back(static_cast<std::size_t>(found - trace.variables.begin()));
  }
  for (const std::string& name : trace.variables) {
    const auto& all = model.spec.variables;
    if (std::ranges::none_of(all, [&](const auto* v) { return v->name == name; })) unknown.push_back(name);
  }
  if (missing.empty() && unknown.empty()) return order;
  std::string message = fmt::format("this is not a trace of module {}:", model.spec.root);
  if (!missing.empty()) message += fmt::format(" it says nothing about {}", fmt::join(missing, ", "));
  if (!unknown.empty()) {
    message += fmt::format("{} the module has no variable {}", missing.empty() ? "" : ", and",
                           fmt::join(unknown, ", "));
  }
  reading.diagnostics.error(Code::trace_mismatch, place, message);
  return std::nullopt;
}

struct Behaviour {
  std::vector<reference::State> states;  ///< in the order of the model's variables
  std::optional<std::size_t> loop_start;
};

std::optional<Behaviour> load_trace(const ReplayOptions& options, const model::Model& model,
                                    Reading& reading) {
  const auto source = syntax::read_source(options.trace, reading.sources, reading.diagnostics,
                                          values::largest_trace, Code::trace_syntax);
  if (!source || reading.failed()) return std::nullopt;
  const std::string& text = reading.sources.get(*source).text;
  values::Arena arena;
  try {
    const values::ItfTrace trace = values::read_itf(text, arena, model_value_names(model));
    const auto order = match_variables(model, trace, place_of(*source, text, 0), reading);
    if (!order) return std::nullopt;
    Behaviour behaviour{{}, trace.loop};
    for (const values::ItfState& state : trace.states) {
      reference::State converted;
      for (const std::size_t i : *order) converted.push_back(trace::to_reference(state.values[i]));
      behaviour.states.push_back(std::move(converted));
    }
    return behaviour;
  } catch (const values::ItfError& error) {
    reading.diagnostics.error(Code::trace_syntax, place_of(*source, text, error.offset().value_or(0)),
                              error.what());
    return std::nullopt;
  }
}

/// Whether an invariant, property or possibility of this name is violated: in a state, by a step, by the
/// whole lasso.
bool violates(const trace::Replay& replay, const std::string& name) {
  const auto among = [&](const std::vector<std::string>& found) {
    return std::ranges::any_of(found, [&](const std::string& what) {
      return what == "invariant " + name || what == "property " + name || what == "action property " + name;
    });
  };
  const auto is_so = [&](const trace::ReplayedStep& step) {
    return among(step.violated) || std::ranges::find(step.lost, name) != step.lost.end();
  };
  if (std::ranges::any_of(replay.steps, is_so)) return true;
  if (!replay.loop) return false;
  return is_so(replay.loop->back) ||
         std::ranges::find(replay.loop->violated, name) != replay.loop->violated.end();
}

/// What was asked and could not be told of the last state; empty if all could. `name`: the possibility that
/// was asked for; empty for all.
std::string undecided_text(const trace::Replay& replay, const std::string& name) {
  std::vector<std::string> names = replay.steps.back().not_reached;
  if (!name.empty()) std::erase_if(names, [&](const std::string& other) { return other != name; });
  if (names.empty()) return "";
  return fmt::format(
      "Whether {} can be reached from the last state cannot be told: more than {} states follow.",
      fmt::join(names, " and "), trace::looked_ahead);
}

class ReplayReport {
 public:
  ReplayReport(const Reading& reading, Output& output) : reading_(reading), output_(output) {}

  ExitStatus write(const trace::Replay& replay) {
    for (std::size_t i = 0; i < replay.steps.size(); ++i) {
      write_step(i + 1, replay.steps[i]);
      if (replay.steps[i].error) return ExitStatus::no_behaviour;
    }
    if (replay.loop) write_loop(replay);
    if (!replay.complete) return ExitStatus::no_behaviour;
    if (replay.loop) return conclude_lasso(replay);
    if (replay.deadlock) output_.out("The last state has no successor: a deadlock.\n");
    if (replay.error_after) {
      output_.out("The successors of the last state cannot be computed:\n");
      output_.out(report::error_text(*replay.error_after, reading_.sources, output_.colour_out()));
    }
    output_.out(
        fmt::format("All {} states: the trace is a behaviour of the specification.\n", replay.steps.size()));
    return ExitStatus::success;
  }

 private:
  void write_step(std::size_t number, const trace::ReplayedStep& step) {
    if (step.possible) {
      output_.out(fmt::format("State {}: <{}>\n", number, label(step)));
    } else if (!step.error) {
      write_impossible(number == 1 ? "State 1 is no initial state."
                                   : fmt::format("State {} is no successor of state {}.", number, number - 1),
                       step, number - 1);
    }
    write_findings(step, fmt::format("At state {}", number));
  }

  void write_findings(const trace::ReplayedStep& step, const std::string& place) {
    for (const std::string& what : step.violated) output_.out(fmt::format("  {} is violated here\n", what));
    for (const std::string& name : step.lost)
      output_.out(fmt::format(
          "  possibility {0} is lost: no state in which {0} holds can be reached from here\n", name));
    for (const std::string& name : step.not_reached) {
      output_.out(
          fmt::format("  possibility {} is not decided: it holds in none of the {} states nearest to here, "
                      "and more follow\n",
                      name, trace::looked_ahead));
    }
    if (step.error)
      write_error(fmt::format("{}, the evaluation of {} failed.", place, step.error_context), *step.error);
  }

  ExitStatus conclude_lasso(const trace::Replay& replay) {
    const trace::ReplayedLoop& loop = *replay.loop;
    const char* const what = loop.fair() ? "is a behaviour of the specification"
                             : loop.unfair.empty()
                                 ? "takes steps of the specification, but whether it is fair is not known"
                                 : "takes steps of the specification, but is not fair";
    output_.out(fmt::format("All {} states and the way back: the trace {}.\n", replay.steps.size(), what));
    return loop.fair() ? ExitStatus::success : ExitStatus::no_behaviour;
  }

  /// The step back, and what holds of the lasso.
  void write_loop(const trace::Replay& replay) {
    const trace::ReplayedLoop& loop = *replay.loop;
    if (loop.stutters) {
      output_.out("Stuttering: nothing changes any more\n");
    } else {
      write_way_back(loop, replay.steps.size());
    }
    if (replay.complete) write_judgement(loop);
  }

  /// `last`: the number of the last state.
  void write_way_back(const trace::ReplayedLoop& loop, std::size_t last) {
    const std::size_t first = loop.start + 1;
    if (loop.back.possible) {
      output_.out(fmt::format("Back to state {}: <{}>\n", first, label(loop.back)));
    } else if (!loop.back.error) {
      write_impossible(fmt::format("State {} is no successor of state {}.", first, last), loop.back, last);
    }
    write_findings(loop.back, fmt::format("On the way back to state {}", first));
  }

  void write_judgement(const trace::ReplayedLoop& loop) {
    for (const std::string& line : loop.unfair) output_.out(fmt::format("  it is not fair: {}\n", line));
    for (const std::string& name : loop.satisfied)
      output_.out(fmt::format("  property {} holds of it\n", name));
    for (const std::string& name : loop.violated)
      output_.out(fmt::format("  property {} is violated\n", name));
    for (const auto* all : {&loop.unjudged_fairness, &loop.unjudged_properties}) {
      for (const trace::Unjudged& formula : *all)
        write_error(fmt::format("The evaluation of {} failed.", formula.what), formula.error);
    }
  }

  void write_error(const std::string& what, const EvaluationError& error) {
    output_.out(report::error_line(what, output_.colour_out()));
    output_.out(report::error_text(error, reading_.sources, output_.colour_out()));
  }

  std::string label(const trace::ReplayedStep& step) const {
    if (!step.action_span.known() || step.action == "Initial predicate") return step.action;
    return fmt::format("{} {}", step.action, syntax::describe(step.action_span, reading_.sources));
  }

  /// `before`: the number of the state before, 0 when there is none.
  void write_impossible(const std::string& what, const trace::ReplayedStep& step, std::size_t before) {
    output_.out(report::error_line(what, output_.colour_out()));
    if (step.differences.empty()) {
      output_.out(before == 0 ? "There is no initial state at all.\n"
                              : fmt::format("State {} has no successor at all.\n", before));
      return;
    }
    output_.out(fmt::format("The nearest that the specification allows is <{}>, with\n", label(step)));
    for (const trace::Difference& difference : step.differences) {
      output_.out(fmt::format("  {} = {}\n    instead of {}\n", difference.variable, difference.expected,
                              difference.given));
    }
  }

  const Reading& reading_;
  Output& output_;
};

ExitStatus replay(const ReplayOptions& options, Output& output) {
  Reading reading;
  const std::optional<model::Model> model =
      load_model(options.spec, options.config, reading, options.possibilities);
  std::optional<Behaviour> behaviour;
  if (model && model->init == nullptr) {
    reading.diagnostics.error(Code::no_behaviour, {},
                              "the configuration names no behaviour that a trace could be of",
                              "SPECIFICATION Spec");
  } else if (model) {
    behaviour = load_trace(options, *model, reading);
  }
  show_diagnostics(reading, output);
  if (!behaviour) return reading.exit_status();
  outside::Door door(options.permissions, outside::Door::Writes::left_out);
  const trace::Replay replay =
      trace::replay(*model, behaviour->states, behaviour->loop_start, options.seed, door);
  const ExitStatus status = ReplayReport(reading, output).write(replay);
  if (status != ExitStatus::success) return status;
  if (!options.violates.empty() && violates(replay, options.violates)) return status;
  if (const std::string undecided = undecided_text(replay, options.violates); !undecided.empty()) {
    output.out(report::error_line(undecided, output.colour_out()));
    return ExitStatus::limit;
  }
  if (options.violates.empty()) return status;
  output.out(report::error_line(fmt::format("The trace does not violate {}.", options.violates),
                                output.colour_out()));
  return ExitStatus::no_behaviour;
}

}  // namespace

void add_replay(CLI::App& app, Work& chosen) {
  const auto options = std::make_shared<ReplayOptions>();
  CLI::App* command = app.add_subcommand("replay", "Check that a trace is a behaviour of a specification");
  add_spec_arguments(*command, options->spec);
  command->add_option("TRACE", options->trace, "The trace, in the ITF format")->required();
  add_config_argument(*command, options->config);
  add_possibilities(*command, options->possibilities);
  command->add_option("--seed", options->seed, "Of RandomElement: that of the run that wrote the trace")
      ->type_name("N")
      ->check(whole_number(0));
  command
      ->add_option(
          "--violates", options->violates,
          "The trace must violate this invariant or property of the configuration, or lose this possibility")
      ->type_name("NAME");
  add_reading_permissions(*command, options->permissions);
  command->callback(
      [options, &chosen] { chosen = [options](Output& output) { return replay(*options, output); }; });
}

}  // namespace synod::cli
