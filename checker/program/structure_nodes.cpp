#include "program/structure_nodes.hpp"

#include <algorithm>

#include "program/lazy_parts.hpp"
#include "program/logic_nodes.hpp"
#include "values/hashing.hpp"

namespace synod::program {

using values::Object;

Value TupleNode::eval(Frame& f) const {
  if (items_.empty()) return values::empty_tuple();
  Context& c = *f.context;
  Object* o = c.arena.allocate(Kind::tuple, items_.size());
  for (std::size_t i = 0; i < items_.size(); ++i) o->items()[i] = items_[i]->eval(f);
  if (!make_explicit(c, items_, o->items())) return lazy_tuple(c.arena, o->all());
  for (std::size_t i = 0; i < items_.size(); ++i) {
    o->hash +=
        values::point_hash(values::integer_hash(static_cast<std::int64_t>(i) + 1), values::hash((*o)[i]));
  }
  return Value::object(o);
}

std::string TupleNode::show() const { return show_list("tuple", items_); }

namespace {

/// Whether two values are unequal whenever their words are, and comparing them never fails.
bool words_decide(Value a, Value b) {
  return (a.is_small_integer() && b.is_small_integer()) || (a.is_string() && b.is_string()) ||
         (a.is_boolean() && b.is_boolean()) ||
         (a.is_model_value() && b.is_model_value() && values::atoms().get(a.as_atom()).type == 0 &&
          values::atoms().get(b.as_atom()).type == 0);
}

/// Elements of several kinds have no order. Membership still goes from left to right; whoever needs the whole
/// set fails.
Value set_as_written(values::Arena& arena, std::span<const Value> items) {
  try {
    return values::make_set(arena, items);
  } catch (const EvaluationError& error) {
    if (error.fault() != EvaluationFault::incomparable) throw;
  }
  std::vector<Value> singletons;
  for (const Value item : items) singletons.push_back(values::make_sorted_set(arena, {&item, 1}));
  return values::make_symbolic(arena, Kind::lazy_union, singletons);
}

}  // namespace

std::span<const Value> SetNode::eval_items(Frame& f) const {
  values::Arena& arena = f.context->arena;
  auto* items = static_cast<Value*>(arena.raw(items_.size() * sizeof(Value)));
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const Value v = items_[i]->eval(f);
    items[i] = placed([&] { return part(*f.context, v); });
  }
  return {items, items_.size()};
}

Value SetNode::eval(Frame& f) const {
  return items_.empty() ? values::empty_set() : set_as_written(f.context->arena, eval_items(f));
}

bool SetNode::contains(Frame& f, Value element, const Node& place) const {
  const std::span<const Value> items = eval_items(f);
  if (std::all_of(items.begin(), items.end(), [&](Value item) { return words_decide(item, element); }))
    return std::find(items.begin(), items.end(), element) != items.end();
  const Value set = set_as_written(f.context->arena, items);
  return place.placed([&] { return values::contains(f.context->arena, set, element); });
}

std::string SetNode::show() const { return show_list("set", items_); }

Value RecordNode::eval(Frame& f) const {
  Context& c = *f.context;
  Object* o = c.arena.allocate(Kind::function, items_.size() + 1);
  o->items()[0] = domain_;
  for (const std::size_t i : order_) o->items()[i + 1] = items_[i]->eval(f);
  if (!make_explicit(c, items_, o->items() + 1)) return lazy_record(c.arena, domain_, o->all().subspan(1));
  const auto names = values::elements(domain_);
  for (std::size_t i = 0; i < items_.size(); ++i) {
    o->hash += values::point_hash(values::hash(names[i]), values::hash((*o)[i + 1]));
  }
  return Value::object(o);
}

std::string RecordNode::show() const {
  std::string out = "record(";
  const auto names = values::elements(domain_);
  for (std::size_t i = 0; i < items_.size(); ++i)
    out += (i > 0 ? ", " : "") + names[i].text() + ": " + items_[i]->show();
  return out + ")";
}

namespace {

/// Whether a product or set of functions is empty because there is nothing for a component or point.
bool has_no_elements(Value made) {
  if (made.kind() == Kind::product) return values::lacks_a_factor(made);
  if (made.kind() != Kind::function_set) return false;
  const Object& sets = *made.as_object();
  const bool has_points = sets[0].kind() == Kind::set || sets[0].kind() == Kind::interval;
  return has_points && !values::is_seen_empty(sets[0]) && values::is_seen_empty(sets[1]);
}

}  // namespace

Value SymbolicSetNode::eval(Frame& f) const {
  std::vector<Value> operands;
  if (!form_.is_none()) operands.push_back(form_);
  for (const NodePtr item : items_) {
    const Value v = item->eval(f);
    if (!values::is_set(v.kind())) {
      item->fail(EvaluationFault::not_a_set,
                 "A set was expected, but the value is " + values::to_string(v) + ".");
    }
    operands.push_back(v);
  }
  const Value made = values::make_symbolic(f.context->arena, kind_, operands);
  return has_no_elements(made) ? values::empty_set() : made;
}

std::string SymbolicSetNode::show() const {
  switch (kind_) {
    case Kind::powerset:
      return show_list("powerset", items_);
    case Kind::function_set:
      return show_list("functions", items_);
    case Kind::product:
      return show_list("product", items_);
    case Kind::sequences:
      return show_list("sequences", items_);
    default:
      return show_list("records", items_);
  }
}

Value ListedUnionNode::eval(Frame& f) const {
  values::Arena& arena = f.context->arena;
  std::vector<Value> parts;
  for (const NodePtr part : parts_) parts.push_back(part->eval(f));
  return values::union_of(arena, parts);
}

bool ListedUnionNode::listed(Frame& f) const {
  return std::all_of(parts_.begin(), parts_.end(),
                     [&](NodePtr part) { return part->eval(f).kind() == Kind::set && part->listed(f); });
}

std::string ListedUnionNode::show() const { return show_list("UNION", parts_); }

bool SetOperationNode::listed(Frame& f) const {
  switch (operation_) {
    case SetOperation::set_union:
      return left_->listed(f) && right_->listed(f);
    case SetOperation::intersection:
      return left_->listed(f) || right_->listed(f);
    default:
      return left_->listed(f);
  }
}

Value SetOperationNode::eval(Frame& f) const {
  const Value a = left_->eval(f);
  const Value b = right_->eval(f);
  try {
    return compute(f, a, b);
  } catch (const EvaluationError& error) {
    if (!may_be_deferred(error) || operation_ == SetOperation::intersection || !values::is_set(a.kind()) ||
        !values::is_set(b.kind()) || listed(f))
      throw;
  }
  values::Arena& arena = f.context->arena;
  const Value both[] = {a, b};
  const bool all = operation_ == SetOperation::set_union;
  return values::make_symbolic(arena, all ? Kind::lazy_union : Kind::lazy_difference, both);
}

namespace {

/// The elements of a set that cannot be put in order whose membership in `other` is `wanted`.
Value chosen_as_written(values::Arena& arena, Value unordered, Value other, bool wanted) {
  std::vector<Value> kept;
  for (const Value singleton : unordered.as_object()->all()) {
    const Value element = values::elements(singleton)[0];
    if (values::contains(arena, other, element) == wanted) kept.push_back(element);
  }
  return set_as_written(arena, kept);
}

/// Whether what a node gave is a set of elements that cannot be put in order.
bool is_unordered(const Node& node, Frame& f, Value v) {
  return v.kind() == Kind::lazy_union && node.listed(f);
}

}  // namespace

Value SetOperationNode::compute(Frame& f, Value a, Value b) const {
  values::Arena& arena = f.context->arena;
  if (operation_ != SetOperation::set_union && values::is_set(b.kind()) && is_unordered(*left_, f, a)) {
    const bool both = operation_ == SetOperation::intersection;
    return placed([&] { return chosen_as_written(arena, a, b, both); });
  }
  if (operation_ == SetOperation::intersection && values::is_set(a.kind()) && is_unordered(*right_, f, b) &&
      !left_->listed(f))
    return placed([&] { return chosen_as_written(arena, b, a, true); });
  return placed([&] {
    switch (operation_) {
      case SetOperation::set_union:
        return values::set_union(arena, a, b);
      case SetOperation::intersection:
        return values::set_intersection(arena, a, b);
      default:
        return values::set_difference(arena, a, b);
    }
  });
}

std::string SetOperationNode::show() const {
  constexpr const char* names[] = {"union(", "intersection(", "difference("};
  return names[static_cast<int>(operation_)] + left_->show() + ", " + right_->show() + ")";
}

namespace {

/// The value of a function at a point whose word is in its small domain; null proves nothing.
const Value* value_at_word(Value function, Value point) {
  constexpr std::uint32_t few = 16;
  if (!function.is_object()) return nullptr;
  const Object& o = *function.as_object();
  if (o.kind == Kind::tuple && point.is_small_integer()) {
    const auto i = static_cast<std::uint64_t>(point.as_small_integer() - 1);
    return i < o.count ? o.items() + i : nullptr;
  }
  if (o.kind != Kind::function || o.count > few + 1) return nullptr;
  const Object& domain = *o[0].as_object();
  for (std::uint32_t i = 0; i < domain.count; ++i) {
    if (domain[i] == point) return o.items() + i + 1;
  }
  return nullptr;
}

}  // namespace

Value ApplicationNode::eval(Frame& f) const {
  const Value function = function_->applied(f);
  const Value argument = argument_->eval(f);
  if (const Value* value = value_at_word(function, argument)) return *value;
  return placed([&] { return values::apply(f.context->arena, function, argument); });
}

namespace {

/// A copy of an explicit function with the value of its i-th point changed; its hash follows in constant
/// time.
Value replaced(Context& c, Value function, std::size_t i, Value value) {
  const Object& old = *function.as_object();
  const std::size_t item = old.kind == Kind::tuple ? i : i + 1;
  if (old[item] == value) return function;
  Object* o = c.arena.allocate(old.kind, old.count);
  std::copy_n(old.items(), old.count, o->items());
  const std::uint64_t point = values::hash(values::domain_point(function, i));
  o->hash = old.hash - values::point_hash(point, values::hash(old[item])) +
            values::point_hash(point, values::hash(value));
  o->items()[item] = value;
  return Value::object(o);
}

}  // namespace

/// As in TLC: a missing index changes nothing, but all of them are evaluated.
void ExceptNode::evaluate_rest(Frame& f, const Update& u, std::size_t depth) {
  for (std::size_t left = depth + 1; left < u.path.size(); ++left) static_cast<void>(u.path[left]->eval(f));
}

/// What comes in the place of `old`, the value at the first indices of the path.
Value ExceptNode::replacement(Frame& f, const Update& u, Value old, std::size_t depth) const {
  if (depth + 1 < u.path.size()) return update(f, u, old, depth + 1);
  f.slots[u.at_slot] = old;
  return u.value->eval(f);
}

Value ExceptNode::update(Frame& f, const Update& u, Value function, std::size_t depth) const {
  Context& c = *f.context;
  if (!values::is_function(function.kind())) {
    fail(EvaluationFault::not_a_function,
         "EXCEPT was applied to a value that is no function:\n" + values::to_string(function));
  }
  Value explicit_function = function;
  if (!make_explicit(c, *this, explicit_function)) return lazy_update(f, u, function, depth);
  const Value index = u.path[depth]->eval(f);
  const auto range = values::range_of(explicit_function);
  const Value* place = value_at_word(explicit_function, index);
  if (place == nullptr) {
    const std::ptrdiff_t i =
        placed([&] { return values::find_point(explicit_function, component(c, index)); });
    if (i < 0) {
      evaluate_rest(f, u, depth);
      return explicit_function;
    }
    place = &range[static_cast<std::size_t>(i)];
  }
  Value value = replacement(f, u, *place, depth);
  if (!make_explicit(c, *u.value, value))
    return with_lazy_value(c.arena, explicit_function, component(c, index), value);
  return replaced(c, explicit_function, static_cast<std::size_t>(place - range.data()), value);
}

/// The same for a function that has no explicit form.
Value ExceptNode::lazy_update(Frame& f, const Update& u, Value function, std::size_t depth) const {
  values::Arena& arena = f.context->arena;
  const Value index = component(*f.context, u.path[depth]->eval(f));
  if (!placed([&] { return values::contains(arena, values::domain_of(arena, function), index); })) {
    evaluate_rest(f, u, depth);
    return function;
  }
  const Value old = placed([&] { return values::apply(arena, function, index); });
  return with_lazy_value(arena, function, index, replacement(f, u, old, depth));
}

Value ExceptNode::eval(Frame& f) const {
  Value v = function_->eval(f);
  for (const Update& u : updates_) v = update(f, u, v, 0);
  return v;
}

std::string ExceptNode::show() const {
  std::string out = "except(" + function_->show();
  for (const Update& u : updates_) {
    out += ", ";
    for (const NodePtr index : u.path) out += "[" + index->show() + "]";
    out += " = " + u.value->show();
  }
  return out + ")";
}

}  // namespace synod::program
