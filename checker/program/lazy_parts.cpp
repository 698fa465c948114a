#include "program/lazy_parts.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "program/code.hpp"

namespace synod::program {

namespace {

/// The components by their place in the domain.
class Parts final : public values::Closure {
 public:
  /// `names`: of a record's fields; empty for a tuple.
  Parts(std::span<const Value> names, std::span<const Value> items) : names_(names), items_(items) {}

  bool contains(Value) const override { throw InternalError("a tuple or record is no filter"); }
  bool is_partial() const override { return false; }
  void attached_to(const values::Object*) override {}

  Value apply(Value point) const override {
    if (names_.empty()) return items_[static_cast<std::size_t>(point.as_integer() - 1)];
    const auto name = std::find(names_.begin(), names_.end(), point);
    return items_[static_cast<std::size_t>(name - names_.begin())];
  }

  Closure* copy(values::Arena& permanent) const override {
    Context& c = *active_context();
    auto* items = static_cast<Value*>(permanent.raw(items_.size() * sizeof(Value)));
    std::transform(items_.begin(), items_.end(), items, [&](Value v) { return c.code.keep(c, v); });
    return new (permanent.raw(sizeof(Parts))) Parts(names_, {items, items_.size()});
  }

 private:
  std::span<const Value> names_, items_;
};

/// A function with another value at one point.
class Update final : public values::Closure {
 public:
  Update(Value function, Value point, Value value) : function_(function), point_(point), value_(value) {}

  bool contains(Value) const override { throw InternalError("a function is no filter"); }
  bool is_partial() const override { return false; }
  void attached_to(const values::Object*) override {}

  Value apply(Value argument) const override {
    Context& c = *active_context();
    const Value point = component(c, argument);
    if (point == point_ || values::equal(point, point_)) return value_;
    return values::apply(c.arena, function_, point);
  }

  Closure* copy(values::Arena& permanent) const override {
    Context& c = *active_context();
    return new (permanent.raw(sizeof(Update)))
        Update(c.code.keep(c, function_), c.code.keep(c, point_), c.code.keep(c, value_));
  }

 private:
  Value function_, point_, value_;
};

Value lazy(values::Arena& arena, Value domain, std::span<const Value> names, std::span<const Value> items) {
  auto* parts = new (arena.raw(sizeof(Parts))) Parts(names, items);
  return values::make_lazy(arena, Kind::lazy_function, domain, parts);
}

}  // namespace

bool make_explicit(Context& c, const Node& node, Value& value) {
  if (values::is_explicit(value)) return true;
  try {
    value = node.placed([&] { return part_from_symbolic(c, value); });
    return true;
  } catch (const EvaluationError& error) {
    if (!may_be_deferred(error) || error.fault() == EvaluationFault::infinite_part) throw;
    return false;
  }
}

bool make_explicit(Context& c, const std::vector<NodePtr>& nodes, Value* values) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!make_explicit(c, *nodes[i], values[i])) return false;
  }
  return true;
}

Value lazy_tuple(values::Arena& arena, std::span<const Value> items) {
  const auto length = static_cast<std::int64_t>(items.size());
  const Value domain = values::make_interval(arena, Value::small_integer(1), Value::small_integer(length));
  return lazy(arena, domain, {}, items);
}

Value lazy_record(values::Arena& arena, Value names, std::span<const Value> items) {
  return lazy(arena, names, values::elements(names), items);
}

Value with_lazy_value(values::Arena& arena, Value function, Value point, Value value) {
  auto* update = new (arena.raw(sizeof(Update))) Update(function, point, value);
  return values::make_lazy(arena, Kind::lazy_function, values::domain_of(arena, function), update);
}

}  // namespace synod::program
