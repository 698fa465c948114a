// TLCGet and TLCSet.
#include <algorithm>

#include "reference/natives.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

using Fields = std::vector<std::pair<std::string, Value>>;

Value configuration(const NativeCall& call) {
  const EvaluatorOptions& run = call.evaluator.options();
  static const char* const modes[] = {"bfs", "simulate", "generate"};
  Fields fields{{"mode", Value::string(modes[static_cast<std::size_t>(run.mode)])},
                {"deadlock", Value::boolean(run.check_deadlock && call.evaluator.model().check_deadlock)},
                {"worker", Value::integer(run.workers)},
                {"seed", Value::string(std::to_string(run.seed))}};
  if (run.mode != Mode::search) {
    fields.emplace_back("traces", Value::integer(run.traces));
    fields.emplace_back("depth", Value::integer(run.depth));
    fields.emplace_back("sched", Value::string("random"));
  }
  return Value::record(std::move(fields));
}

/// How often each action was taken on the way to the state at hand.
Value steps_taken(const RunContext& run) {
  std::map<std::string, std::int64_t> counts;
  if (run.behaviour) {
    for (std::size_t i = 1; i < run.behaviour->size() && i < static_cast<std::size_t>(run.level); ++i)
      ++counts[(*run.behaviour)[i].label.name];
  }
  Fields fields;
  for (const auto& [name, count] : counts) fields.emplace_back(name, Value::integer(count));
  return Value::record(std::move(fields));
}

Value statistics(const NativeCall& call) {
  const RunContext& run = call.evaluator.run();
  Fields fields{{"generated", Value::integer(run.generated)},
                {"duration", Value::integer(0)},  // replays must not depend on the clock
                {"worker", Value::integer(run.level == 0 ? 0 : 1)}};
  if (call.evaluator.options().mode == Mode::search) {
    fields.emplace_back("distinct", Value::integer(run.distinct));
    fields.emplace_back("queue", Value::integer(run.queue));
    fields.emplace_back("initial", Value::integer(run.initial));
    fields.emplace_back("diameter", Value::integer(run.diameter));
  } else {
    const std::int64_t number =
        run.behaviour_number ? static_cast<std::int64_t>(*run.behaviour_number) + 1 : 0;
    fields.emplace_back("traces", Value::integer(number));
    fields.emplace_back("behavior",
                        Value::record({{"id", Value::integer(number)}, {"actions", steps_taken(run)}}));
  }
  return Value::record(std::move(fields));
}

Value action(const NativeCall& call) {
  const RunContext& run = call.evaluator.run();
  const auto level = static_cast<std::size_t>(run.level);
  const bool known = call.evaluator.options().mode != Mode::search && run.behaviour && level > 0 &&
                     level <= run.behaviour->size();
  return step_record(call.evaluator.model(), known ? (*run.behaviour)[level - 1].label : ActionLabel{});
}

/// The registers, each as all workers see it.
template <class Registers, class Key>
Value all(const NativeCall& call, const Registers& registers, const Key& key) {
  Pairs pairs;
  for (const auto& [name, held] : registers) {
    const Value point = key(name);
    if (!point.defined()) continue;
    pairs.emplace_back(
        point, Value::tuple(Elements(static_cast<std::size_t>(call.evaluator.options().workers), held)));
  }
  return Value::function(std::move(pairs));
}

bool is_register(const std::string& name) { return name.starts_with("s:"); }
bool is_property(const std::string& name) { return name.starts_with("-D"); }

Value figure(const NativeCall& call, const std::string& name) {
  const RunContext& run = call.evaluator.run();
  const bool search = call.evaluator.options().mode == Mode::search;
  if (name == "level") return Value::integer(run.level);
  if (name == "diameter")
    return Value::integer(search ? run.diameter
                                 : static_cast<std::int64_t>(run.behaviour_number.value_or(0)) + 1);
  if (name == "duration") return Value::integer(0);
  if (name == "stats") return statistics(call);
  if (name == "config") return configuration(call);
  if (name == "revision") {
    return Value::record({{"count", Value::integer(0)},
                          {"timestamp", Value::integer(1775001600)},
                          {"date", Value::string("2026-04-01T00:00:00.0Z")},
                          {"tag", Value::string("synod")},
                          {"calver", Value::string("2026.04")}});
  }
  if (name == "action") return action(call);
  if (name == "all") return all(call, run.registers, [](std::int64_t key) { return Value::integer(key); });
  if (name == "all:named") {
    return all(call, run.named_registers,
               [](const std::string& key) { return is_register(key) ? Value::string(key) : Value(); });
  }
  if (!search) return {};
  if (name == "distinct") return Value::integer(run.distinct);
  if (name == "generated") return Value::integer(run.generated);
  if (name == "queue") return Value::integer(run.queue);
  return {};
}

/// What TLCSet wrote there, or undefined.
Value held(const RunContext& run, const Value& key) {
  if (key.is(ValueKind::integer)) {
    const auto found = run.registers.find(key.as_integer());
    return found == run.registers.end() ? Value() : found->second;
  }
  if (!key.is(ValueKind::string)) return {};
  const auto found = run.named_registers.find(key.as_string());
  return found == run.named_registers.end() ? Value() : found->second;
}

Value tlc_get(const NativeCall& call) {
  const Value key = call.argument(0);
  const bool number = key.is(ValueKind::integer) && key.as_integer() >= 0;
  if (!number && !key.is(ValueKind::string))
    fail_argument(EvaluationFault::argument, 0, "TLCGet", "nonnegative integer", key);
  if (Value value = held(call.evaluator.run(), key); value.defined()) return value;
  if (!number) {
    if (Value value = figure(call, key.as_string()); value.defined()) return value;
    if (key.as_string() == "spec") fail(EvaluationFault::unsupported, "TLCGet(\"spec\") is not supported.");
    if (is_property(key.as_string())) return key;
  }
  fail(EvaluationFault::argument, "TLCGet(" + text(key) + ") was undefined.");
}

Value tlc_get_or_default(const NativeCall& call) {
  const Value key = call.argument(0);
  Value fallback = call.argument(1);
  if (key.is(ValueKind::string) && !is_register(key.as_string())) return fallback;
  Value found = held(call.evaluator.run(), key);
  return found.defined() ? found : fallback;
}

void set_named(const Value& key, const Value& value, RunContext& run) {
  const std::string& name = key.as_string();
  const bool yes = value.is(ValueKind::boolean) && value.as_boolean();
  if (name == "exit") {
    run.exit_requested = run.exit_requested || yes;
  } else if (name == "pause") {
    if (yes) fail(EvaluationFault::unsupported, "TLCSet(\"pause\", TRUE) is not supported.");
  } else if (is_register(name)) {
    run.named_registers[name] = value;
  } else if (is_property(name)) {
    run.named_registers[name] = value.is(ValueKind::string) ? value : Value::string(text(value));
  } else {
    fail_argument(EvaluationFault::argument, 0, "TLCSet", "nonnegative integer", key);
  }
}

Value tlc_set(const NativeCall& call) {
  const Value key = call.argument(0);
  const Value value = normalised(call.argument(1));
  RunContext& run = call.evaluator.run();
  if (key.is(ValueKind::integer) && key.as_integer() >= 0) {
    run.registers[key.as_integer()] = value;
  } else if (key.is(ValueKind::string)) {
    set_named(key, value, run);
  } else {
    fail_argument(EvaluationFault::argument, 0, "TLCSet", "nonnegative integer", key);
  }
  return Value::boolean(true);
}

}  // namespace

Value register_native(Native native, const NativeCall& call) {
  switch (native) {
    case Native::tlc_get:
      return tlc_get(call);
    case Native::tlc_get_or_default:
      return tlc_get_or_default(call);
    case Native::tlc_set:
      return tlc_set(call);
    default:
      return {};
  }
}

}  // namespace synod::reference
