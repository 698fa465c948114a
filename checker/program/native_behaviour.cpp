// What TLCExt says of behaviours: Trace, CounterExample, ToTrace, and the steps between their states.
#include "program/code.hpp"
#include "program/native.hpp"
#include "program/record_builder.hpp"

namespace synod::program {

using semantics::Native;

namespace {

Value number(Context& c, std::size_t n) {
  return values::make_integer(c.arena, static_cast<std::int64_t>(n));
}

Value location(Context& c, const Span& span) {
  const auto& operators = c.code.model().spec.operators;
  const auto contains = [&](const semantics::Operator* op) {
    return op->span.source == span.source && op->span.begin <= span.begin && span.end <= op->span.end;
  };
  const auto around = std::ranges::find_if(operators, contains);
  return RecordBuilder(c)
      .number("beginLine", span.begin.line)
      .number("beginColumn", span.begin.column)
      .number("endLine", span.end.line)
      .number("endColumn", span.end.column)
      .text("module",
            span.known() && around != operators.end() ? (*around)->origin_module : "--TLA+ BUILTINS--")
      .build();
}

/// A state as a record of its variables.
RecordBuilder state_fields(Context& c, std::span<const Value> state) {
  RecordBuilder record(c);
  const auto& variables = c.code.model().spec.variables;
  for (std::size_t i = 0; i < variables.size(); ++i) record.add(variables[i]->name, component(c, state[i]));
  return record;
}

std::vector<TraceStep> past_of(const Context& c) {
  return c.past == nullptr ? std::vector<TraceStep>() : c.past->first(c.level);
}

Value trace(const Node& node, Frame& f, std::span<const Value>) {
  Context& c = *f.context;
  if (c.initial || f.current == nullptr)
    node.fail(EvaluationFault::argument, "Trace has no value here: there is no state yet.");
  std::vector<TraceStep> past = past_of(c);
  if (c.past == nullptr || past.size() + 1 < c.level)
    node.fail(EvaluationFault::unsupported, "Trace is not supported here: the behavior is not known.");
  past.resize(c.level);  // the last is the state at hand
  std::vector<Value> states;
  for (std::size_t i = 0; i < past.size(); ++i) {
    const bool at_hand = i + 1 == past.size();
    RecordBuilder record =
        state_fields(c, at_hand ? std::span(f.current, c.code.model().spec.variables.size())
                                : std::span<const Value>(past[i].state));
    if (c.code.settings().mode != Mode::search) record.add("_action", step_record(c, past[i].label));
    states.push_back(record.build());
  }
  return values::make_tuple(c.arena, states);
}

Value numbered_state(Context& c, const CounterExample& found, std::size_t i) {
  const Value pair[] = {number(c, i + 1), state_fields(c, found.steps[i].state).build()};
  return values::make_tuple(c.arena, pair);
}

Value counter_example(const Node&, Frame& f, std::span<const Value>) {
  Context& c = *f.context;
  std::vector<Value> states;
  std::vector<Value> steps;
  const auto add_step = [&](Value from, const ActionLabel& label, Value to) {
    const Value step[] = {from, step_record(c, label), to};
    steps.push_back(values::make_tuple(c.arena, step));
  };
  if (const CounterExample* found = c.counter_example) {
    for (std::size_t i = 0; i < found->steps.size(); ++i) {
      states.push_back(numbered_state(c, *found, i));
      if (i > 0) add_step(states[i - 1], found->steps[i].label, states[i]);
    }
    if (found->loop_start) add_step(states.back(), found->loop_label, states[*found->loop_start]);
  }
  return RecordBuilder(c)
      .add("action", values::make_set(c.arena, steps))
      .add("state", values::make_set(c.arena, states))
      .build();
}

Value to_trace(const Node& node, Frame& f, std::span<const Value> a) {
  Context& c = *f.context;
  const auto refuse = [&] {
    node.fail(EvaluationFault::argument,
              "The argument of ToTrace must be a CounterExample, but it is " + values::to_string(a[0]) + ".");
  };
  const Value field = Value::string(values::atoms().string("state"));
  if (!values::is_function(a[0].kind())) refuse();
  const Value record = component(c, a[0]);
  const std::ptrdiff_t at =
      values::is_record(record) && values::size(record) > 0 ? values::find_point(record, field) : -1;
  if (at < 0) refuse();
  const Value states = values::range_of(record)[static_cast<std::size_t>(at)];
  if (states.kind() != Kind::set) refuse();
  std::vector<Value> trace;
  for (const Value state : values::elements(states)) {  // in the order of their numbers
    if (state.kind() != Kind::tuple || values::size(state) != 2) refuse();
    trace.push_back(values::range_of(state)[1]);
  }
  return values::make_tuple(c.arena, trace);
}

}  // namespace

Value step_record(Context& c, const ActionLabel& label) {
  RecordBuilder record(c);
  record.text("name", label.name.empty() ? "UnnamedAction" : label.name)
      .add("location", location(c, label.span));
  if (!label.parameters.empty() && label.parameters.size() == label.arguments.size()) {
    RecordBuilder arguments(c);
    std::vector<Value> names;
    for (std::size_t i = 0; i < label.parameters.size(); ++i) {
      arguments.add(label.parameters[i], label.arguments[i]);
      names.push_back(Value::string(values::atoms().string(label.parameters[i])));
    }
    record.add("context", arguments.build()).add("parameters", values::make_tuple(c.arena, names));
  }
  return record.build();
}

std::optional<ActionLabel> label_at_hand(const Context& c) {
  std::vector<TraceStep> past = c.initial ? std::vector<TraceStep>() : past_of(c);
  if (past.empty() || past.size() < c.level) return std::nullopt;
  return std::move(past.back().label);
}

Value steps_taken(Context& c) {
  std::map<std::string, std::uint64_t> counts;
  const std::vector<TraceStep> past = c.initial ? std::vector<TraceStep>() : past_of(c);
  for (std::size_t i = 1; i < past.size(); ++i) ++counts[past[i].label.name];
  RecordBuilder record(c);
  for (const auto& [name, count] : counts) record.number(name, count);
  return record.build();
}

NativeFunction behaviour_function(Native native) {
  switch (native) {
    case Native::trace:
      return trace;
    case Native::counter_example:
      return counter_example;
    case Native::to_trace:
      return to_trace;
    default:
      return nullptr;
  }
}

}  // namespace synod::program
