// Sets from sets: union, intersection, difference; and inclusion.
#include <algorithm>
#include <vector>

#include "base/interruption.hpp"
#include "values/hashing.hpp"
#include "values/sets.hpp"
#include "values/sets_internal.hpp"

namespace synod::values {

namespace {

/// Elements of `a` whose membership in `b` is `wanted`.
Value keep(Arena& arena, Value a, Value b, bool wanted) {
  const Value x = expand(arena, a);
  const auto xs = elements(x);
  Object* o = arena.allocate(Kind::set, xs.size());
  std::size_t n = 0;
  for (const Value v : xs) {
    evaluation_step();
    if (contains(arena, b, v) == wanted) o->items()[n++] = v;
  }
  if (n == xs.size()) return x;
  for (std::size_t i = 0; i < n; ++i) o->hash += element_hash(hash((*o)[i]));
  return n == 0 ? empty_set() : (o->count = static_cast<std::uint32_t>(n), Value::object(o));
}

/// An explicit set with one more element, unless it cannot be compared with those in it.
std::optional<Value> with_element(Arena& arena, Value set, Value element) {
  const auto items = elements(set);
  Place place;
  try {
    place = place_of(items, element);
  } catch (const EvaluationError&) {
    return std::nullopt;
  }
  if (place.found) return set;
  Object* o = arena.allocate(Kind::set, items.size() + 1);
  Value* out = std::copy_n(items.data(), place.index, o->items());
  *out++ = element;
  std::copy(items.begin() + static_cast<std::ptrdiff_t>(place.index), items.end(), out);
  o->hash = set.as_object()->hash + element_hash(hash(element));
  return Value::object(o);
}

}  // namespace

bool is_subset(Arena& arena, Value a, Value b) {
  if (a == b) return true;
  check_set(b);
  if (lacks_a_factor(a)) return true;
  if (!is_finite(a)) infinite(a);
  if (a.kind() == Kind::interval &&
      (b.kind() == Kind::interval || b.kind() == Kind::integers || b.kind() == Kind::naturals)) {
    const Object& ends = *a.as_object();  // all between them are in it when the ends are
    return ends[0].as_integer() > ends[1].as_integer() ||
           (contains(arena, b, ends[0]) && contains(arena, b, ends[1]));
  }
  const auto in_b = [&](Value e) {
    evaluation_step();
    return contains(arena, b, e);
  };
  if (a.kind() == Kind::set) return std::all_of(elements(a).begin(), elements(a).end(), in_b);
  Enumerator walk(arena, a);
  for (Value e; walk.next(e);) {
    if (!in_b(e)) return false;
  }
  return true;
}

Value set_union(Arena& arena, Value a, Value b) {
  check_set(a);
  check_set(b);
  if (!is_finite(a) || !is_finite(b)) {
    const Value parts[] = {a, b};
    return make_symbolic(arena, Kind::lazy_union, parts);
  }
  const Value x = expand(arena, a);
  const Value y = expand(arena, b);
  if (size(x) == 0) return y;
  if (size(y) == 0) return x;
  // Adding one element is the common case. Where that fails, the merge fails too, and says with what.
  if (size(y) == 1) {
    if (const auto made = with_element(arena, x, elements(y)[0])) return *made;
  } else if (size(x) == 1) {
    if (const auto made = with_element(arena, y, elements(x)[0])) return *made;
  }
  const auto xs = elements(x);
  const auto ys = elements(y);
  Object* o = arena.allocate(Kind::set, xs.size() + ys.size());
  Value* out = o->items();
  std::size_t n = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  std::uint64_t sum = x.as_object()->hash;
  while (i < xs.size() && j < ys.size()) {
    const int order = compare(xs[i], ys[j]);
    if (order > 0) {
      sum += element_hash(hash(ys[j]));
      out[n++] = ys[j++];
    } else {
      if (order == 0) ++j;
      out[n++] = xs[i++];
    }
  }
  while (i < xs.size()) out[n++] = xs[i++];
  while (j < ys.size()) {
    sum += element_hash(hash(ys[j]));
    out[n++] = ys[j++];
  }
  if (n == xs.size()) return x;
  o->hash = sum;
  arena.shrink(o, n);
  return Value::object(o);
}

Value set_intersection(Arena& arena, Value a, Value b) {
  check_set(a);
  check_set(b);
  const auto is_listed = [](Value set) { return set.kind() == Kind::set || set.kind() == Kind::interval; };
  if (is_listed(a)) return keep(arena, a, b, true);
  if (is_listed(b)) return keep(arena, b, a, true);
  if (a.kind() == Kind::powerset && b.kind() == Kind::powerset) {
    const Value common = set_intersection(arena, (*a.as_object())[0], (*b.as_object())[0]);
    return make_symbolic(arena, Kind::powerset, {&common, 1});
  }
  const bool first = is_finite(a) || !is_finite(b);
  const Value both[] = {first ? a : b, first ? b : a};
  const Value without[] = {both[0], make_symbolic(arena, Kind::lazy_difference, both)};
  return make_symbolic(arena, Kind::lazy_difference, without);  // S \ (S \ T)
}

Value set_difference(Arena& arena, Value a, Value b) {
  check_set(a);
  check_set(b);
  if (!is_finite(a)) {
    const Value both[] = {a, b};
    return make_symbolic(arena, Kind::lazy_difference, both);
  }
  return keep(arena, a, b, false);
}

Value big_union(Arena& arena, Value set) {
  check_set(set);
  std::vector<Value> parts;
  Enumerator walk(arena, set);
  for (Value e; walk.next(e);) {
    evaluation_step();
    parts.push_back(e);
  }
  return union_of(arena, parts);
}

Value union_of(Arena& arena, std::span<const Value> parts) {
  const Value lazy = make_symbolic(arena, Kind::lazy_union, parts);
  const auto is_listable = [](Value part) { return is_set(part.kind()) && is_finite(part); };
  if (!std::all_of(parts.begin(), parts.end(), is_listable)) return lazy;
  try {
    return expand(arena, lazy);
  } catch (const EvaluationError& error) {
    if (error.fault() == EvaluationFault::recursion_too_deep) throw;
    return lazy;
  }
}

}  // namespace synod::values
