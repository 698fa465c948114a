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

Value lazy(values::Arena& arena, Value domain, std::span<const Value> names, std::span<const Value> items) {
  auto* parts = new (arena.raw(sizeof(Parts))) Parts(names, items);
  return values::make_lazy(arena, Kind::lazy_function, domain, parts);
}

}  // namespace

bool make_explicit(Context& c, const std::vector<NodePtr>& nodes, Value* values) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (values::is_explicit(values[i])) continue;
    try {
      values[i] = nodes[i]->placed([&] { return part_from_symbolic(c, values[i]); });
    } catch (const EvaluationError& error) {
      if (!may_be_deferred(error) || error.fault() == EvaluationFault::infinite_part) throw;
      return false;
    }
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

}  // namespace synod::program
