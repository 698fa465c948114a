// The TLC module: building functions, printing, assertions, registers, random draws.
#include <algorithm>
#include <chrono>

#include "base/random.hpp"
#include "program/code.hpp"
#include "program/native.hpp"

namespace synod::program {

using semantics::Native;

namespace {

Value colon_greater(const Node&, Frame& f, std::span<const Value> a) {
  values::Arena& arena = f.context->arena;
  const Value point = component(*f.context, a[0]);
  const Value value = component(*f.context, a[1]);
  return values::make_function(arena, values::make_sorted_set(arena, {&point, 1}), {&value, 1});
}

Value function_operand(const Node& node, Frame& f, Value v) {
  if (!values::is_function(v.kind())) {
    node.fail(EvaluationFault::not_a_function,
              "A function was expected, but the value is " + values::to_string(v) + ".");
  }
  return component(*f.context, v);
}

/// f @@ g: both functions; where both are defined, f.
Value at_at(const Node& node, Frame& f, std::span<const Value> a) {
  values::Arena& arena = f.context->arena;
  const Value left = function_operand(node, f, a[0]);
  const Value right = function_operand(node, f, a[1]);
  const Value left_domain = values::expand(arena, values::domain_of(arena, left));
  const Value right_domain = values::expand(arena, values::domain_of(arena, right));
  const Value domain = values::set_union(arena, left_domain, right_domain);
  std::vector<Value> range;
  for (const Value point : values::elements(domain)) {
    const std::ptrdiff_t i = values::size(left) == 0 ? -1 : values::find_point(left, point);
    range.push_back(
        i >= 0 ? values::range_of(left)[static_cast<std::size_t>(i)]
               : values::range_of(right)[static_cast<std::size_t>(values::find_point(right, point))]);
  }
  return values::make_function(arena, domain, range);
}

Value permutations(const Node& node, Frame& f, std::span<const Value> a) {
  values::Arena& arena = f.context->arena;
  const Value set = component(*f.context, a[0]);
  if (set.kind() != Kind::set)
    node.fail(EvaluationFault::not_a_set,
              "A set was expected, but the value is " + values::to_string(a[0]) + ".");
  const auto items = values::elements(set);
  if (items.size() > 10)
    node.fail(EvaluationFault::too_large,
              "Permutations of " + std::to_string(items.size()) + " elements are too many.");
  std::vector<std::size_t> order(items.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::vector<Value> all;
  std::vector<Value> range(items.size());
  do {
    for (std::size_t i = 0; i < order.size(); ++i) range[i] = items[order[i]];
    all.push_back(values::make_function(arena, set, range));
  } while (std::ranges::next_permutation(order).found);
  return values::make_set(arena, all);
}

Value print(const Node& node, Frame& f, std::span<const Value> a) {
  const auto text = [&](Value v) {
    return values::to_string(values::is_explicit(v) ? v : node.placed([&] {
      const bool named = values::is_set(v.kind()) && v.kind() != Kind::lazy_difference &&
                         v.kind() < Kind::lazy_filter && !values::is_finite(v);  // Nat prints as Nat
      return named ? v : values::expand(f.context->arena, v);
    }));
  };
  f.context->code.print(a.size() == 1 ? text(a[0]) : text(a[0]) + "  " + text(a[1]));
  return a.size() == 1 ? Value::boolean(true) : a[1];
}

Value assert_that(const Node& node, Frame&, std::span<const Value> a) {
  if (!a[0].is_boolean())
    node.fail(EvaluationFault::not_boolean,
              "The first argument of Assert must be a boolean, but it is " + values::to_string(a[0]) + ".");
  if (a[0].as_boolean()) return a[0];
  node.fail(EvaluationFault::assertion, a[1].is_string() ? a[1].text() : values::to_string(a[1]));
}

Value java_time(const Node&, Frame&, std::span<const Value>) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return Value::small_integer(std::chrono::duration_cast<std::chrono::seconds>(now).count() & 0x7fffffff);
}

Value to_string(const Node&, Frame& f, std::span<const Value> a) {
  return Value::string(values::atoms().string(values::to_string(
      values::is_set(a[0].kind()) && !values::is_finite(a[0]) ? a[0] : component(*f.context, a[0]))));
}

Value tlc_eval(const Node&, Frame& f, std::span<const Value> a) {
  if (values::is_set(a[0].kind()) && !values::is_finite(a[0])) return a[0];
  return component(*f.context, a[0]);
}

Value tlc_model_value(const Node& node, Frame&, std::span<const Value> a) {
  if (!a[0].is_string())
    node.fail(EvaluationFault::argument, "The argument of TLCModelValue must be a string.");
  return Value::model_value(values::atoms().model_value(a[0].text()));
}

std::optional<Value> running_total(const Context& c, const std::string& key) {
  const auto number = [](std::uint64_t n) { return Value::small_integer(static_cast<std::int64_t>(n)); };
  if (key == "level") return number(c.level);
  if (key == "diameter") return number(c.totals.level);
  if (key == "distinct") return number(c.totals.distinct);
  if (key == "generated") return number(c.totals.generated);
  if (key == "queue") return number(c.totals.queue);
  if (key == "duration") return number(static_cast<std::uint64_t>(c.totals.seconds));
  return std::nullopt;
}

/// TLCGet("config"): what a model may ask of the run.
Value run_configuration(Frame& f) {
  values::Arena& arena = f.context->arena;
  auto& atoms = values::atoms();
  const values::AtomId names[] = {atoms.string("mode"), atoms.string("worker"), atoms.string("deadlock"),
                                  atoms.string("seed")};
  const Value items[] = {Value::string(atoms.string("bfs")), Value::small_integer(f.context->code.workers()),
                         Value::boolean(f.context->code.model().check_deadlock), Value::small_integer(0)};
  return values::make_record(arena, names, items);
}

std::optional<Value> register_value(Frame& f, Value key) {
  Context& c = *f.context;
  if (key.is_small_integer()) {
    const auto found = c.registers.find(key.as_small_integer());
    if (found != c.registers.end()) return found->second;
    return c.code.shared_register(key.as_small_integer());
  }
  if (!key.is_string()) return std::nullopt;
  if (auto total = running_total(c, key.text())) return total;
  if (key.text() == "config") return run_configuration(f);
  const auto found = c.named_registers.find(key.text());
  if (found != c.named_registers.end()) return found->second;
  return std::nullopt;
}

Value tlc_get(const Node& node, Frame& f, std::span<const Value> a) {
  if (auto v = register_value(f, a[0])) return *v;
  node.fail(EvaluationFault::argument, "TLCGet(" + values::to_string(a[0]) + ") was undefined.");
}

Value tlc_get_or_default(const Node&, Frame& f, std::span<const Value> a) {
  return register_value(f, a[0]).value_or(a[1]);
}

Value tlc_set(const Node& node, Frame& f, std::span<const Value> a) {
  Context& c = *f.context;
  const Value v = c.interner.intern(component(c, a[1]));
  if (a[0].is_small_integer()) {
    c.registers[a[0].as_small_integer()] = v;
    if (c.sharing_registers) c.code.share_register(a[0].as_small_integer(), v);
  } else if (a[0].is_string()) {
    if (a[0].text() == "exit") c.exit_requested = v.is_boolean() && v.as_boolean();
    c.named_registers[a[0].text()] = v;
  } else {
    node.fail(EvaluationFault::argument,
              "The first argument of TLCSet must be a number or a string, but it is " +
                  values::to_string(a[0]) + ".");
  }
  return Value::boolean(true);
}

std::uint64_t next_draw(const Node& node, Frame& f) {
  Context& c = *f.context;
  std::uint64_t digest = 0;
  if (f.current != nullptr && !c.initial) {
    for (std::size_t i = 0; i < c.code.model().spec.variables.size(); ++i)
      digest = fold_text(digest, values::to_string(f.current[i]));
  }
  return draw(c.code.seed(), node.span, digest, c.draws[&node]++);
}

/// A random element of a set without building it where it is a product of sets.
Value random_element_of(const Node& node, Frame& f, Value set) {
  values::Arena& arena = f.context->arena;
  const auto pick = [&](Value s) { return random_element_of(node, f, s); };
  switch (set.kind()) {
    case Kind::function_set: {
      const Value domain = values::expand(arena, (*set.as_object())[0]);
      std::vector<Value> range;
      for (std::size_t i = 0; i < values::size(domain); ++i) range.push_back(pick((*set.as_object())[1]));
      return values::make_function(arena, domain, range);
    }
    case Kind::product: {
      std::vector<Value> items;
      for (const Value factor : set.as_object()->all()) items.push_back(pick(factor));
      return values::make_tuple(arena, items);
    }
    case Kind::record_set: {
      std::vector<Value> items;
      for (const Value factor : set.as_object()->all().subspan(1)) items.push_back(pick(factor));
      return values::make_function(arena, (*set.as_object())[0], items);
    }
    default: {
      const Value all = values::expand(arena, set);
      if (values::size(all) == 0)
        node.fail(EvaluationFault::argument, "Attempted to draw a random element of the empty set.");
      return values::elements(all)[below(next_draw(node, f), values::size(all))];
    }
  }
}

Value random_element(const Node& node, Frame& f, std::span<const Value> a) {
  return random_element_of(node, f, a[0]);
}

Value random_subset(const Node& node, Frame& f, std::span<const Value> a) {
  const Value all = component(*f.context, a[1]);
  if (!a[0].is_integer() || a[0].as_integer() < 0 ||
      static_cast<std::size_t>(a[0].as_integer()) > values::size(all)) {
    node.fail(EvaluationFault::argument,
              "The first argument of RandomSubset must be a number up to the size of the set, but it is " +
                  values::to_string(a[0]) + ".");
  }
  auto needed = static_cast<std::uint64_t>(a[0].as_integer());
  std::uint64_t left = values::size(all);
  std::vector<Value> kept;
  for (const Value v : values::elements(all)) {
    if (needed > 0 && below(next_draw(node, f), left) < needed) {
      kept.push_back(v);
      --needed;
    }
    --left;
  }
  return values::make_sorted_set(f.context->arena, kept);
}

}  // namespace

NativeFunction tlc_function(Native native) {
  switch (native) {
    case Native::colon_greater:
      return colon_greater;
    case Native::at_at:
      return at_at;
    case Native::permutations:
      return permutations;
    case Native::print:
    case Native::print_t:
      return print;
    case Native::assert_that:
      return assert_that;
    case Native::java_time:
      return java_time;
    case Native::to_string:
      return to_string;
    case Native::tlc_eval:
      return tlc_eval;
    case Native::tlc_model_value:
      return tlc_model_value;
    case Native::tlc_get:
      return tlc_get;
    case Native::tlc_get_or_default:
      return tlc_get_or_default;
    case Native::tlc_set:
      return tlc_set;
    case Native::random_element:
      return random_element;
    case Native::random_subset:
      return random_subset;
    default:
      return nullptr;
  }
}

}  // namespace synod::program
