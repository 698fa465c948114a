// TLCGet and TLCSet: registers, figures of the run, and what it was asked for.
#include "program/code.hpp"
#include "program/native.hpp"
#include "program/record_builder.hpp"

namespace synod::program {

using semantics::Native;

namespace {

constexpr std::string_view named_register = "s:";
constexpr std::string_view property = "-D";

std::int64_t workers_of(const Context& c) { return c.code.needs_one_worker ? 1 : c.code.workers(); }

std::string_view mode_name(Mode mode) {
  switch (mode) {
    case Mode::search:
      return "bfs";
    case Mode::simulation:
      return "simulate";
    case Mode::generation:
      return "generate";
  }
  return "";
}

Value config(Context& c) {
  const Settings& run = c.code.settings();
  RecordBuilder record(c);
  record.text("mode", mode_name(run.mode))
      .add("deadlock", Value::boolean(run.check_deadlock && c.code.model().check_deadlock))
      .number("worker", static_cast<std::uint64_t>(workers_of(c)))
      .text("seed", std::to_string(run.seed));
  if (run.mode != Mode::search)
    record.number("traces", run.traces).number("depth", run.depth).text("sched", "random");
  return record.build();
}

/// Which worker evaluates, as TLC counts them: 0 is the one outside of the search.
std::uint64_t worker_at_hand(const Context& c) { return c.initial ? 0 : 1; }

Value statistics(Context& c) {
  RecordBuilder record(c);
  const Totals& totals = c.totals;
  record.number("generated", totals.generated)
      .number("duration", static_cast<std::uint64_t>(totals.seconds))
      .number("worker", worker_at_hand(c));
  if (c.code.settings().mode == Mode::search) {
    record.number("distinct", totals.distinct)
        .number("queue", totals.queue)
        .number("initial", totals.initial)
        .number("diameter", totals.level);
  } else {
    const Value actions = steps_taken(c);
    RecordBuilder behaviour(c);
    behaviour.number("id", totals.behaviours).add("actions", actions);
    record.number("traces", totals.behaviours).add("behavior", behaviour.build());
  }
  return record.build();
}

/// What TLC's release of that time says of itself: a specification asks whether it is recent enough.
Value revision(Context& c) {
  return RecordBuilder(c)
      .number("count", 0)
      .number("timestamp", 1'775'001'600)
      .text("date", "2026-04-01T00:00:00.0Z")
      .text("tag", "synod")
      .text("calver", "2026.04")
      .build();
}

/// What one register holds, as TLC shows it: for every worker.
Value copies(Context& c, Value held) {
  const std::vector<Value> all(static_cast<std::size_t>(workers_of(c)), held);
  return values::make_tuple(c.arena, all);
}

Value function_of(Context& c, const std::vector<std::pair<Value, Value>>& sorted) {
  std::vector<Value> points;
  std::vector<Value> contents;
  for (const auto& [point, content] : sorted) {
    points.push_back(point);
    contents.push_back(content);
  }
  return values::make_function(c.arena, values::make_sorted_set(c.arena, points), contents);
}

Value all_numbered(Context& c) {
  Registers registers = c.registers;
  registers.merge(c.code.shared_registers());
  std::vector<std::pair<Value, Value>> all;
  for (const auto& [key, held] : registers)
    all.emplace_back(values::make_integer(c.arena, key), copies(c, held));
  return function_of(c, all);
}

Value all_named(Context& c) {
  NamedRegisters registers = c.named_registers;
  registers.merge(c.code.shared_named_registers());
  std::vector<std::pair<Value, Value>> all;
  for (const auto& [key, held] : registers) {
    if (key.starts_with(named_register))
      all.emplace_back(Value::string(values::atoms().string(key)), copies(c, held));
  }
  return function_of(c, all);
}

std::optional<Value> figure(Context& c, const std::string& key) {
  const auto number = [&](std::uint64_t n) {
    return values::make_integer(c.arena, static_cast<std::int64_t>(n));
  };
  if (key == "level") return number(c.initial ? 0 : c.level);
  if (key == "diameter")
    return number(c.code.settings().mode == Mode::search ? c.totals.level
                                                         : (c.behaviour ? *c.behaviour + 1 : 0));
  if (key == "duration") return number(static_cast<std::uint64_t>(c.totals.seconds));
  if (key == "stats") return statistics(c);
  if (key == "config") return config(c);
  if (key == "revision") return revision(c);
  if (key == "action") return step_record(c, label_at_hand(c).value_or(ActionLabel{}));
  if (key == "all") return all_numbered(c);
  if (key == "all:named") return all_named(c);
  if (c.code.settings().mode != Mode::search) return std::nullopt;
  if (key == "distinct") return number(c.totals.distinct);
  if (key == "generated") return number(c.totals.generated);
  if (key == "queue") return number(c.totals.queue);
  return std::nullopt;
}

/// What TLCSet wrote there.
std::optional<Value> register_value(const Context& c, Value key) {
  if (key.is_integer()) {
    const auto found = c.registers.find(key.as_integer());
    if (found != c.registers.end()) return found->second;
    return c.code.shared_register(key.as_integer());
  }
  if (!key.is_string()) return std::nullopt;
  const auto found = c.named_registers.find(key.text());
  if (found != c.named_registers.end()) return found->second;
  return c.code.shared_register(key.text());
}

Value tlc_get(const Node& node, Frame& f, std::span<const Value> a) {
  const Value key = a[0];
  if (!key.is_string() && !(key.is_integer() && key.as_integer() >= 0)) {
    node.fail(EvaluationFault::unforeseen,
              "The argument of TLCGet must be a number from 0 on or a string, but it is " +
                  values::to_string(key) + ".");
  }
  if (const auto held = register_value(*f.context, key)) return *held;
  if (key.is_string()) {
    const std::string& name = key.text();
    if (const auto found = figure(*f.context, name)) return *found;
    if (name == "spec") node.fail(EvaluationFault::unsupported, "TLCGet(\"spec\") is not supported.");
    if (name.starts_with(property)) return key;  // as in TLC: of a property without a value, its name
  }
  node.fail(EvaluationFault::unforeseen, "TLCGet(" + values::to_string(key) + ") was undefined.");
}

/// As in TLC, the default stands for everything that is no register.
Value tlc_get_or_default(const Node&, Frame& f, std::span<const Value> a) {
  if (a[0].is_string() && !a[0].text().starts_with(named_register)) return a[1];
  return register_value(*f.context, a[0]).value_or(a[1]);
}

void set_named(const Node& node, Context& c, const std::string& name, Value v) {
  if (name == "exit") {
    c.exit_requested = c.exit_requested || (v.is_boolean() && v.as_boolean());
  } else if (name == "pause") {
    if (v.is_boolean() && v.as_boolean())
      node.fail(EvaluationFault::unsupported,
                "TLCSet(\"pause\", TRUE) is not supported: nobody is asked while a search runs.");
  } else if (name.starts_with(named_register) || name.starts_with(property)) {
    if (name.starts_with(property) && !v.is_string())
      v = Value::string(values::atoms().string(values::to_string(v)));
    c.named_registers[name] = v;
    if (c.sharing_registers) c.code.share_register(name, v);
  } else {
    node.fail(
        EvaluationFault::argument,
        "The first argument of TLCSet must be a number from 0 on, \"exit\", or a string that begins with "
        "\"s:\" or \"-D\", but it is \"" +
            name + "\".");
  }
}

Value tlc_set(const Node& node, Frame& f, std::span<const Value> a) {
  Context& c = *f.context;
  const Value v = c.interner.intern(component(c, a[1]));
  if (a[0].is_string()) {
    set_named(node, c, a[0].text(), v);
  } else if (a[0].is_integer() && a[0].as_integer() >= 0) {
    c.registers[a[0].as_integer()] = v;
    if (c.sharing_registers) c.code.share_register(a[0].as_integer(), v);
  } else {
    node.fail(EvaluationFault::argument,
              "The first argument of TLCSet must be a number from 0 on or a string, but it is " +
                  values::to_string(a[0]) + ".");
  }
  return Value::boolean(true);
}

}  // namespace

NativeFunction register_function(Native native) {
  switch (native) {
    case Native::tlc_get:
      return tlc_get;
    case Native::tlc_get_or_default:
      return tlc_get_or_default;
    case Native::tlc_set:
      return tlc_set;
    default:
      return nullptr;
  }
}

}  // namespace synod::program
