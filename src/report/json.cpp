#include "report/json.hpp"

#include <nlohmann/json.hpp>

#include "report/json_location.hpp"
#include "report/text.hpp"

namespace synod::report {
namespace {

using Json = nlohmann::ordered_json;
using syntax::Severity;

std::string_view kind_name(EvaluationFault fault) {
  switch (fault) {
    case EvaluationFault::not_boolean:
      return "not-boolean";
    case EvaluationFault::not_integer:
      return "not-integer";
    case EvaluationFault::not_a_set:
      return "not-a-set";
    case EvaluationFault::not_a_function:
      return "not-a-function";
    case EvaluationFault::not_a_sequence:
      return "not-a-sequence";
    case EvaluationFault::not_a_record:
      return "not-a-record";
    case EvaluationFault::outside_domain:
      return "outside-domain";
    case EvaluationFault::no_field:
      return "no-field";
    case EvaluationFault::no_witness:
      return "no-witness";
    case EvaluationFault::no_case:
      return "no-case";
    case EvaluationFault::incomparable:
      return "incomparable";
    case EvaluationFault::overflow:
      return "overflow";
    case EvaluationFault::division_by_zero:
      return "division-by-zero";
    case EvaluationFault::negative_exponent:
      return "negative-exponent";
    case EvaluationFault::unassigned_variable:
      return "unassigned-variable";
    case EvaluationFault::primed_variable_undefined:
      return "primed-variable-undefined";
    case EvaluationFault::infinite_set:
      return "infinite-set";
    case EvaluationFault::infinite_part:
      return "infinite-part";
    case EvaluationFault::unbounded:
      return "unbounded";
    case EvaluationFault::too_large:
      return "too-large";
    case EvaluationFault::assertion:
      return "assertion";
    case EvaluationFault::unforeseen:
      return "argument";
    case EvaluationFault::refused:
      return "refused";
    case EvaluationFault::unsupported:
      return "unsupported";
    case EvaluationFault::recursion_too_deep:
      return "recursion-too-deep";
    case EvaluationFault::argument:
      return "argument";
    case EvaluationFault::no_initial_state:
      return "no-initial-state";
    case EvaluationFault::duplicate_domain:
      return "duplicate-domain";
  }
  return "";
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "";
}

class Writer {
 public:
  explicit Writer(const JsonInput& input) : input_(input) {}

  Json location(const Span& span) const { return location_json(span, input_.sources); }

  Json trace(const std::vector<explore::TraceStep>& steps, const std::vector<std::string>& variables) const {
    Json result = Json::array();
    for (const explore::TraceStep& step : steps) {
      result.push_back({{"action", call_text(step.label)},
                        {"location", location(step.label.span)},
                        {"variables", state(step.state, variables)}});
    }
    return result;
  }

  /// With the successor that an action left incomplete: its missing values are null.
  Json trace(const trace::Verdict& verdict) const {
    Json result = trace(verdict.result.trace, verdict.variables);
    if (!verdict.result.partial_successor.empty()) {
      result.push_back({{"action", call_text(verdict.partial_label)},
                        {"location", location(verdict.partial_label.span)},
                        {"variables", state(verdict.result.partial_successor, verdict.variables)}});
    }
    return result;
  }

  Json state(const std::vector<values::Value>& values, const std::vector<std::string>& variables) const {
    Json result = Json::object();
    for (std::size_t i = 0; i < values.size(); ++i) {
      result[variables.at(i)] = values[i].is_none() ? Json() : values::to_itf(values[i], input_.model_values);
    }
    return result;
  }

  /// The states before and after a step as an instance sees them.
  Json abstract(const trace::Verdict& verdict) const {
    Json states = Json::array();
    for (const trace::AbstractState& seen : verdict.abstract_states) {
      Json variables = Json::object();
      for (const auto& [name, value] : seen.variables)
        variables[name] = values::to_itf(value, input_.model_values);
      states.push_back({{"state", seen.state}, {"variables", variables}});
    }
    return {{"instance", verdict.instance}, {"states", states}};
  }

  Json error(const std::optional<EvaluationError>& error, const std::string& evaluating,
             const std::vector<std::string>& unassigned) const {
    if (!error) return nullptr;
    Json calls = Json::array();
    for (const CallSite& call : error->calls()) {
      if (call.name.empty()) {
        calls.push_back({{"left_out", call.times}});
        continue;
      }
      Json entry{{"name", call.name}, {"location", location(call.span)}};
      if (call.times > 1) entry["times"] = call.times;
      calls.push_back(std::move(entry));
    }
    return {{"message", error->message()},
            {"kind", kind_name(error->fault())},
            {"evaluating", evaluating},
            {"location", location(error->span())},
            {"calls", calls},
            {"unassigned", unassigned}};
  }

  /// A postcondition that is false or fails, whatever else is wrong.
  Json postcondition(const explore::Result& result) const {
    const std::string& name = result.violated_postcondition;
    const std::string evaluating = describe(explore::Stage::postcondition, name);
    return {{"name", name}, {"error", error(result.postcondition_error, evaluating, {})}};
  }

  Json violations(const trace::Verdict& verdict) const {
    const explore::Result& result = verdict.result;
    Json list = Json::array();
    for (std::size_t i = 0; i < result.violations_continued.size(); ++i) {
      const bool has_trace = i < result.traces_continued.size();
      list.push_back(
          {{"property", result.violations_continued[i]},
           {"trace", has_trace ? trace(result.traces_continued[i], verdict.variables) : Json::array()}});
    }
    return list;
  }

  Json coverage(const trace::Verdict& verdict) const {
    const explore::Result& result = verdict.result;
    Json actions = Json::array();
    for (std::size_t i = 0; i < result.action_coverage.size() && i < verdict.actions.size(); ++i) {
      actions.push_back({{"action", verdict.actions[i].name},
                         {"location", location(verdict.actions[i].span)},
                         {"distinct", result.action_coverage[i].distinct},
                         {"generated", result.action_coverage[i].generated}});
    }
    Json variables = Json::array();
    for (std::size_t i = 0; i < result.variable_coverage.size(); ++i) {
      variables.push_back({{"variable", verdict.variables.at(i)}, {"distinct", result.variable_coverage[i]}});
    }
    return {{"actions", actions}, {"variables", variables}};
  }

  Json diagnostic(const syntax::Diagnostic& diagnostic) const {
    Json notes = Json::array();
    for (const syntax::Note& note : diagnostic.notes) {
      notes.push_back({{"text", note.text}, {"location", location(note.span)}});
    }
    return {{"code", syntax::name(diagnostic.code)},
            {"severity", severity_name(diagnostic.severity)},
            {"message", diagnostic.message},
            {"expected", diagnostic.expected.empty() ? Json() : Json(diagnostic.expected)},
            {"location", location(diagnostic.span)},
            {"notes", notes}};
  }

  /// Of the texts.
  Json diagnostics() const {
    Json list = Json::array();
    for (const syntax::Diagnostic& d : input_.diagnostics.all()) list.push_back(diagnostic(d));
    return list;
  }

 private:
  const JsonInput& input_;
};

void put_figures(Json& object, const explore::Result& result) {
  const auto known = [&](std::uint64_t figure) { return result.statistics_known ? Json(figure) : Json(); };
  object["generated"] = known(result.generated);
  if (result.simulated) {  // and knows nothing else
    for (const char* name : {"distinct", "queue", "depth"}) object[name] = nullptr;
    object["behaviours"] = result.behaviours;
    return;
  }
  object["distinct"] = known(result.distinct);
  object["queue"] = known(result.queue);
  object["depth"] = known(result.depth);
}

std::string line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// One member per line, and one line per element of a list: a trace can be read, and compared, state by
/// state.
std::string dump(const Json& object) {
  std::string text = "{";
  for (const auto& [name, value] : object.items()) {
    text += (text.size() > 1 ? ",\n  " : "\n  ") + line(name) + ": ";
    if (!value.is_array() || value.empty()) {
      text += line(value);
      continue;
    }
    for (std::size_t i = 0; i < value.size(); ++i) text += (i == 0 ? "[\n    " : ",\n    ") + line(value[i]);
    text += "\n  ]";
  }
  return text + "\n}\n";
}

/// What was violated, by name: one property, or with --continue the first of several.
Json violated(const explore::Result& result) {
  if (result.outcome == explore::Outcome::limit) return nullptr;
  if (!result.violated.empty()) return result.violated;
  if (!result.violations_continued.empty()) return result.violations_continued.front();
  return nullptr;
}

}  // namespace

std::string json(const trace::Verdict& verdict, const JsonInput& input) {
  const Writer writer(input);
  const explore::Result& result = verdict.result;
  Json object = Json::object();
  object["outcome"] = trace::name(verdict.outcome);
  object["exit"] = static_cast<int>(verdict.exit_status);
  object["violated"] = violated(result);
  if (verdict.property.known()) object["violated_location"] = writer.location(verdict.property);
  if (result.outcome == explore::Outcome::limit) object["limit"] = result.violated;
  put_figures(object, result);
  if (result.checkpoint) {
    const explore::CheckpointNote& note = *result.checkpoint;
    object["checkpoint"] = {{"place", note.exists() ? Json(note.place) : Json(nullptr)},
                            {"levels", note.levels},
                            {"states", note.states}};
    object["checkpoint"]["problem"] = note.problem.empty() ? Json(nullptr) : Json(note.problem);
  }
  if (result.liveness_judged) {
    object["steps"] = result.steps;
    object["liveness_seconds"] = result.liveness_seconds;
  }
  if (!verdict.possibilities.empty()) {
    object["possible"] = {{"names", verdict.possibilities},
                          {"asked_of_states", result.states_asked},
                          {"states_ahead", result.states_ahead}};
  }
  object["seconds"] = result.seconds;
  object["workers"] = result.workers;
  object["trace"] = writer.trace(verdict);
  if (result.loop_start) {
    object["loop_start"] = *result.loop_start;
    object["loop_repeats"] = result.loop_repeats_view ? "view" : "state";
    object["loop_action"] = {{"action", call_text(result.loop_label)},
                             {"location", writer.location(result.loop_label.span)}};
    object["explanation"] = verdict.explanation;
    object["fairness"] = verdict.fairness;
  }
  if (!verdict.abstract_states.empty()) object["abstract"] = writer.abstract(verdict);
  if (!verdict.parts.empty()) object["parts"] = verdict.parts;
  object["replayed"] = verdict.replayed;
  object["error"] = writer.error(result.error, result.error_context, result.unassigned);
  if (!result.violated_postcondition.empty()) object["postcondition"] = writer.postcondition(result);
  if (!result.violations_continued.empty()) object["violations"] = writer.violations(verdict);
  if (input.coverage) object["coverage"] = writer.coverage(verdict);
  if (input.statistics) {
    object["statistics"] = {{"words_per_state", result.words_per_state},
                            {"bytes_per_state", result.bytes_per_state},
                            {"memory_bytes", result.memory_bytes}};
  }
  object["model_values"] = input.model_values;
  object["warnings"] = verdict.warnings;
  if (const std::string incomplete = incomplete_text(result); !incomplete.empty())
    object["warnings"].push_back(incomplete);
  object["diagnostics"] = writer.diagnostics();
  for (const syntax::Diagnostic& d : verdict.diagnostics)
    object["diagnostics"].push_back(writer.diagnostic(d));
  return dump(object);
}

std::string json_of_failure(trace::ExitStatus status, std::string_view kind, const std::string& message) {
  Json object = Json::object();
  object["outcome"] = trace::name(trace::Outcome::error);
  object["exit"] = static_cast<int>(status);
  for (const char* name : {"violated", "generated", "distinct", "queue", "depth"}) object[name] = nullptr;
  object["trace"] = Json::array();
  object["error"] = {{"message", message}, {"kind", kind}};
  object["diagnostics"] = Json::array();
  return dump(object);
}

std::string json_of_diagnostics(const JsonInput& input) {
  const trace::ExitStatus status = trace::exit_status(input.diagnostics);
  const bool unsupported = status == trace::ExitStatus::unsupported;
  Json object = Json::object();
  object["outcome"] = trace::name(unsupported ? trace::Outcome::unsupported : trace::Outcome::error);
  object["exit"] = static_cast<int>(status);
  for (const char* name : {"violated", "generated", "distinct", "queue", "depth"}) object[name] = nullptr;
  object["trace"] = Json::array();
  object["diagnostics"] = Writer(input).diagnostics();
  return dump(object);
}

std::string itf(const trace::Verdict& verdict, const std::string& module,
                const values::ModelValueNames& model_values) {
  values::ItfTrace trace;
  trace.variables = verdict.variables;
  trace.meta = {{"source", module}, {"outcome", std::string(trace::name(verdict.outcome))}};
  if (!verdict.result.violated.empty()) trace.meta.emplace_back("violated", verdict.result.violated);
  for (const explore::TraceStep& step : verdict.result.trace)
    trace.states.push_back({step.state, call_text(step.label)});
  trace.loop = verdict.result.after_last();
  if (verdict.result.loop_repeats_view)
    trace.meta.emplace_back("loop_up_to_view", std::to_string(*verdict.result.loop_start));
  return values::write_itf(trace, model_values);
}

}  // namespace synod::report
