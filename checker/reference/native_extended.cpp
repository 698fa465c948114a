// The module TLCExt.
#include <algorithm>

#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

using Fields = std::vector<std::pair<std::string, Value>>;

/// Not what the expression means, but what can be evaluated.
bool is_limit(EvaluationFault fault) {
  return fault == EvaluationFault::recursion_too_deep || fault == EvaluationFault::unsupported ||
         fault == EvaluationFault::too_large || fault == EvaluationFault::infinite_part;
}

/// Whether the message is that of an Assert, with TLC's words around it.
bool is_assertion(const std::string& message, const std::string& failure) {
  const std::string around = "The first argument of Assert evaluated to FALSE; the second argument was:\n";
  const std::string shown = failure.substr(std::min(around.size(), failure.size()));
  const bool quoted = shown.size() > 1 && shown.front() == '"';
  const std::string plain = quoted ? shown.substr(1, shown.size() - 2) : shown;
  return message == failure || message == around + plain;
}

Value assert_error(const NativeCall& call) {
  try {
    const Value value = call.argument(1);
    if (!value.is(ValueKind::set) || is_finite(value)) static_cast<void>(normalised(value));
    return Value::boolean(false);
  } catch (const EvaluationError& error) {
    if (is_limit(error.fault())) throw;
    const Value message = call.argument(0);
    if (!message.is(ValueKind::string))
      fail_argument(EvaluationFault::argument, 0, "AssertError", "string", message);
    return Value::boolean(error.fault() != EvaluationFault::assertion ||
                          is_assertion(message.as_string(), error.message()));
  }
}

Fields fields_of(const model::Model& model, const State& state) {
  Fields fields;
  for (std::size_t i = 0; i < state.size(); ++i)
    fields.emplace_back(model.spec.variables[i]->name, normalised(state[i]));
  return fields;
}

Value trace(const NativeCall& call) {
  const RunContext& run = call.evaluator.run();
  const model::Model& model = call.evaluator.model();
  if (!call.moment->current || run.level == 0)
    fail(EvaluationFault::argument, "In evaluating TLCExt!Trace, there is no state yet.");
  if (call.moment->primed) fail(EvaluationFault::unsupported, "Trace' is not supported.");
  const auto level = static_cast<std::size_t>(run.level);
  if (!run.behaviour || run.behaviour->size() + 1 < level)
    fail(EvaluationFault::unsupported, "Trace is not supported here.");
  Elements states;
  for (std::size_t i = 0; i < level; ++i) {
    Fields fields = fields_of(model, i + 1 == level ? *call.moment->current : (*run.behaviour)[i].state);
    if (call.evaluator.options().mode != Mode::search) {
      const bool known = i < run.behaviour->size();
      fields.emplace_back("_action", step_record(model, known ? (*run.behaviour)[i].label : ActionLabel{}));
    }
    states.push_back(Value::record(std::move(fields)));
  }
  return Value::tuple(std::move(states));
}

Value counter_example(const NativeCall& call) {
  const RunContext& run = call.evaluator.run();
  const model::Model& model = call.evaluator.model();
  Elements states;
  Elements steps;
  for (const Step& step : run.counter_example) {
    const auto number = static_cast<std::int64_t>(states.size()) + 1;
    states.push_back(Value::tuple({Value::integer(number), Value::record(fields_of(model, step.state))}));
    if (number > 1)
      steps.push_back(Value::tuple({states.end()[-2], step_record(model, step.label), states.back()}));
  }
  if (run.loop_start)
    steps.push_back(
        Value::tuple({states.back(), step_record(model, run.loop_label), states[*run.loop_start]}));
  return Value::record({{"action", Value::set(std::move(steps))}, {"state", Value::set(std::move(states))}});
}

Value to_trace(const Value& from) {
  const auto refuse = [&] { fail_argument(EvaluationFault::argument, 0, "ToTrace", "CounterExample", from); };
  if (!from.is(ValueKind::function) || !is_record(from)) refuse();
  const Value states = find(from, Value::string("state"));
  if (!states.is(ValueKind::set)) refuse();
  Elements trace;
  for (const Value& state : elements_of(states)) {
    Elements pair;
    if (!state.is(ValueKind::function) || !as_tuple(state, pair) || pair.size() != 2) refuse();
    trace.push_back(pair[1]);
  }
  return Value::tuple(std::move(trace));
}

Value defer(const NativeCall& call) {
  switch (call.evaluator.options().mode) {
    case Mode::search:
      break;
    case Mode::simulation:
      fail(EvaluationFault::unsupported, "TLCDefer is not supported here.");
    case Mode::generation:
      static_cast<void>(call.argument(0));
      break;
  }
  return Value::boolean(true);
}

Value pick_successor(const NativeCall& call) {
  if (call.evaluator.holds(*call.expr.operands[0], call.env, call.moment, "the argument of PickSuccessor"))
    return Value::boolean(true);
  const auto& next = call.moment->next;
  if (!next || !std::all_of(next->begin(), next->end(), [](const Value& v) { return v.defined(); }))
    return Value::boolean(true);
  fail(EvaluationFault::unsupported, "PickSuccessor is not supported: nobody is asked.");
}

Value named_definition(const NativeCall& call) {
  if (call.expr.operands[0]->kind != semantics::Kind::string)
    fail(EvaluationFault::unsupported, "TLCEvalDefinition is supported of a name that is written out only.");
  const Value name = call.argument(0);
  const auto& operators = call.evaluator.model().spec.root_operators;
  const auto found = operators.find(name.as_string());
  if (found == operators.end())
    fail_argument(EvaluationFault::argument, 0, "TLCEvalDefinition", "name of a definition", name);
  if (!found->second->parameters.empty() || found->second->level > semantics::Level::state)
    fail(EvaluationFault::unsupported, "TLCEvalDefinition is not supported here.");
  semantics::Expr use;
  use.kind = semantics::Kind::apply;
  use.op = found->second;
  use.span = call.expr.span;
  return call.evaluator.evaluate(use, Environment(), call.moment);
}

}  // namespace

Value step_record(const model::Model& model, const ActionLabel& label) {
  const Span& span = label.span;
  const auto& operators = model.spec.operators;
  const auto around = std::find_if(operators.begin(), operators.end(), [&](const semantics::Operator* op) {
    return op->span.source == span.source && op->span.begin <= span.begin && span.end <= op->span.end;
  });
  const bool known = span.known() && around != operators.end();
  const auto number = [](std::uint32_t n) { return Value::integer(n); };
  Fields fields{
      {"name", Value::string(label.name.empty() ? "UnnamedAction" : label.name)},
      {"location",
       Value::record({{"beginLine", number(span.begin.line)},
                      {"beginColumn", number(span.begin.column)},
                      {"endLine", number(span.end.line)},
                      {"endColumn", number(span.end.column)},
                      {"module", Value::string(known ? (*around)->origin_module : "--TLA+ BUILTINS--")}})}};
  if (!label.parameters.empty() && label.parameters.size() == label.arguments.size()) {
    Fields context;
    Elements names;
    for (std::size_t i = 0; i < label.parameters.size(); ++i) {
      context.emplace_back(label.parameters[i], label.arguments[i]);
      names.push_back(Value::string(label.parameters[i]));
    }
    fields.emplace_back("context", Value::record(std::move(context)));
    fields.emplace_back("parameters", Value::tuple(std::move(names)));
  }
  return Value::record(std::move(fields));
}

Value extended_native(Native native, const NativeCall& call) {
  switch (native) {
    case Native::assert_error:
      return assert_error(call);
    case Native::trace:
      return trace(call);
    case Native::counter_example:
      return counter_example(call);
    case Native::to_trace:
      return to_trace(call.argument(0));
    case Native::tlc_defer:
      return defer(call);
    case Native::pick_successor:
      return pick_successor(call);
    case Native::tlc_eval_definition:
      return named_definition(call);
    default:
      return {};
  }
}

}  // namespace synod::reference
