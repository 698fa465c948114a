#include "report/tlc_trace.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace synod::report {
namespace {

using explore::TraceStep;
using program::ActionLabel;
using values::Kind;
using values::Value;
using Json = nlohmann::ordered_json;

/// A step of the behaviour, by the places of its states in the trace.
struct Transition {
  std::size_t from = 0;
  const ActionLabel* label = nullptr;
  std::size_t to = 0;
};

/// With the one that closes a lasso. Stuttering has, as in TLC, the label of the step before.
std::vector<Transition> transitions(const explore::Result& result) {
  const std::vector<TraceStep>& trace = result.trace;
  std::vector<Transition> steps;
  for (std::size_t i = 1; i < trace.size(); ++i) steps.push_back({i - 1, &trace[i].label, i});
  const std::optional<std::size_t> next = result.after_last();
  if (!next) return steps;
  const std::size_t last = trace.size() - 1;
  const bool stutters = *next == last;
  steps.push_back({last, stutters ? &trace.back().label : &result.loop_label, *next});
  return steps;
}

/// The names of an action's parameters; none for a step that belongs to no action with these arguments.
std::vector<std::string> parameters_of(const ActionLabel& label, const trace::Verdict& verdict) {
  const auto same = [&](const program::ActionInfo& action) {
    return action.name == label.name && action.span == label.span &&
           action.parameters.size() == label.arguments.size();
  };
  const auto found = std::find_if(verdict.actions.begin(), verdict.actions.end(), same);
  return found == verdict.actions.end() ? std::vector<std::string>() : found->parameters;
}

std::string key_text(Value key) {
  return key.is_string() || key.kind() == Kind::model_value ? std::string(key.text())
                                                            : values::to_string(key);
}

Json json_of(Value value) {
  switch (value.kind()) {
    case Kind::boolean:
      return value.as_boolean();
    case Kind::integer:
      return value.as_integer();
    case Kind::string:
    case Kind::model_value:
      return value.text();
    case Kind::set:
    case Kind::tuple: {
      Json items = Json::array();
      for (const Value v : value.kind() == Kind::set ? elements(value) : range_of(value))
        items.push_back(json_of(v));
      return items;
    }
    case Kind::function: {
      Json fields = Json::object();
      const auto range = range_of(value);
      for (std::size_t i = 0; i < range.size(); ++i)
        fields[key_text(domain_point(value, i))] = json_of(range[i]);
      return fields;
    }
    default:
      return values::to_string(value);
  }
}

class JsonTrace {
 public:
  JsonTrace(const trace::Verdict& verdict, const syntax::SourceMap& sources)
      : verdict_(verdict), sources_(sources) {}

  Json run() const {
    Json actions = Json::array(), states = Json::array();
    for (const Transition& step : transitions(verdict_.result))
      actions.push_back({numbered(step.from), label(*step.label), numbered(step.to)});
    for (std::size_t i = 0; i < verdict_.result.trace.size(); ++i) states.push_back(numbered(i));
    return {{"counterexample", {{"action", actions}, {"state", states}}}, {"vars", verdict_.variables}};
  }

 private:
  Json numbered(std::size_t i) const {
    Json state = Json::object();
    const std::vector<Value>& state_values = verdict_.result.trace[i].state;
    for (std::size_t v = 0; v < state_values.size(); ++v)
      state[verdict_.variables[v]] = json_of(state_values[v]);
    return Json::array({i + 1, std::move(state)});
  }

  Json label(const ActionLabel& action) const {
    Json result = {{"name", action.name}};
    if (action.span.known()) {
      result["location"] = {{"beginLine", action.span.begin.line},
                            {"beginColumn", action.span.begin.column},
                            {"endLine", action.span.end.line},
                            {"endColumn", action.span.end.column},
                            {"module", sources_.module_name(action.span.source)}};
    }
    const std::vector<std::string> parameters = parameters_of(action, verdict_);
    if (parameters.empty()) return result;
    for (std::size_t i = 0; i < parameters.size(); ++i)
      result["context"][parameters[i]] = json_of(action.arguments[i]);
    result["parameters"] = parameters;
    return result;
  }

  const trace::Verdict& verdict_;
  const syntax::SourceMap& sources_;
};

void collect_model_values(Value value, std::set<std::string>& names) {
  switch (value.kind()) {
    case Kind::model_value:
      names.emplace(value.text());
      break;
    case Kind::set:
      for (const Value v : elements(value)) collect_model_values(v, names);
      break;
    case Kind::tuple:
    case Kind::function: {
      const auto range = range_of(value);
      for (std::size_t i = 0; i < range.size(); ++i) {
        if (value.kind() == Kind::function) collect_model_values(domain_point(value, i), names);
        collect_model_values(range[i], names);
      }
      break;
    }
    default:
      break;
  }
}

class ModuleTrace {
 public:
  ModuleTrace(const trace::Verdict& verdict, const syntax::SourceMap& sources)
      : verdict_(verdict), sources_(sources) {}

  std::string run(const std::string& module) const {
    std::vector<std::string> actions, states;
    for (const Transition& step : transitions(verdict_.result)) {
      actions.push_back(
          fmt::format("<<{}, {}, {}>>", numbered(step.from), label(*step.label), numbered(step.to)));
    }
    for (std::size_t i = 0; i < verdict_.result.trace.size(); ++i) states.push_back(numbered(i));
    return fmt::format(
        "---- MODULE {} ----\nLOCAL INSTANCE Integers\nLOCAL INSTANCE TLC\n{}\nCounterExample ==\n"
        "  [action |-> {{{}}},\n   state |-> {{{}}}]\n\n====\n",
        module, model_values(), fmt::join(actions, ",\n     "), fmt::join(states, ",\n     "));
  }

 private:
  /// The definitions of those that occur. TLCExt has a CounterExample of its own, so its names are kept
  /// apart.
  std::string model_values() const {
    std::set<std::string> names;
    for (const TraceStep& step : verdict_.result.trace) {
      for (const Value value : step.state) collect_model_values(value, names);
      for (const Value value : step.label.arguments) collect_model_values(value, names);
    }
    for (const Value value : verdict_.result.loop_label.arguments) collect_model_values(value, names);
    std::string text = names.empty() ? "" : "LOCAL Extensions == INSTANCE TLCExt\n\n";
    for (const std::string& name : names)
      text += fmt::format("LOCAL {0} == Extensions!TLCModelValue(\"{0}\")\n", name);
    return text;
  }

  std::string numbered(std::size_t i) const {
    std::vector<std::string> fields;
    const std::vector<Value>& state_values = verdict_.result.trace[i].state;
    for (std::size_t v = 0; v < state_values.size(); ++v)
      fields.push_back(fmt::format("{} |-> {}", verdict_.variables[v], values::to_string(state_values[v])));
    return fmt::format("<<{}, [{}]>>", i + 1, fmt::join(fields, ", "));
  }

  std::string label(const ActionLabel& action) const {
    std::string text = fmt::format("[name |-> \"{}\"", action.name);
    const Span& place = action.span;
    if (place.known()) {
      text += fmt::format(
          ", location |-> [beginLine |-> {}, beginColumn |-> {}, endLine |-> {}, endColumn |-> {}, "
          "module |-> \"{}\"]",
          place.begin.line, place.begin.column, place.end.line, place.end.column,
          sources_.module_name(place.source));
    }
    const std::vector<std::string> parameters = parameters_of(action, verdict_);
    if (parameters.empty()) return text + "]";
    std::vector<std::string> context;
    for (std::size_t i = 0; i < parameters.size(); ++i)
      context.push_back(fmt::format("{} |-> {}", parameters[i], values::to_string(action.arguments[i])));
    return text + fmt::format(", context |-> [{}], parameters |-> <<\"{}\">>]", fmt::join(context, ", "),
                              fmt::join(parameters, "\", \""));
  }

  const trace::Verdict& verdict_;
  const syntax::SourceMap& sources_;
};

}  // namespace

std::string tlc_json_trace(const trace::Verdict& verdict, const syntax::SourceMap& sources) {
  return JsonTrace(verdict, sources).run().dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string tlc_module_trace(const trace::Verdict& verdict, const syntax::SourceMap& sources,
                             const std::string& module) {
  return ModuleTrace(verdict, sources).run(module);
}

}  // namespace synod::report
