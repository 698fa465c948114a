#include "values/sets.hpp"

#include <algorithm>
#include <string>

#include "base/evaluation_error.hpp"
#include "base/interruption.hpp"
#include "values/hashing.hpp"
#include "values/sets_internal.hpp"

namespace synod::values {

namespace {

void check_size(std::uint64_t count, Value set) {
  if (count <= max_elements) return;
  const std::string number = count < most_counted ? std::to_string(count) : "more than 10^18";
  fail(EvaluationFault::too_large, "Attempted to build a set of " + number + " elements: " + to_string(set) +
                                       "\nA set that has to be built may have " +
                                       std::to_string(max_elements) + ".");
}

/// The same for a set whose size shows only while it is built.
void check_room(std::size_t count) {
  if (count > max_elements) {
    fail(EvaluationFault::too_large,
         "Attempted to build a set of more than " + std::to_string(max_elements) + " elements.");
  }
}

Value expand_interval(Arena& arena, Value v) {
  const std::uint64_t count = saturating_cardinality(arena, v);
  check_size(count, v);
  if (count == 0) return empty_set();
  Object* o = arena.allocate(Kind::set, count);
  std::int64_t i = (*v.as_object())[0].as_integer();
  for (std::uint64_t k = 0; k < count; ++k, ++i) {
    o->items()[k] = make_integer(arena, i);
    o->hash += element_hash(integer_hash(i));
  }
  return Value::object(o);
}

Value expand_enumerated(Arena& arena, Value v) {
  check_size(saturating_cardinality(arena, v), v);
  std::vector<Value> all;
  Enumerator walk(arena, v);
  for (Value e; walk.next(e);) {
    evaluation_step();
    all.push_back(e);
  }
  return make_sorted_set(arena, all);
}

Value expand_lazy_function(Arena& arena, const Object& o) {
  const Value domain = expand(arena, o[0]);
  std::vector<Value> values;
  for (const Value point : elements(domain)) {
    evaluation_step();
    values.push_back(expand(arena, closure_of(o).apply(point)));
  }
  return make_function(arena, domain, values);
}

Value expand_filter(Arena& arena, const Object& o) {
  std::vector<Value> kept;
  Enumerator walk(arena, o[0]);
  for (Value e; walk.next(e);) {
    evaluation_step();
    if (!closure_of(o).contains(e)) continue;
    kept.push_back(e);
    check_room(kept.size());
  }
  return make_sorted_set(arena, kept);
}

Value expand_lazy_union(Arena& arena, const Object& o) {
  std::vector<Value> all;
  for (const Value part : o.all()) {
    evaluation_step();
    check_set(part);
    const Value e = expand(arena, part);
    all.insert(all.end(), elements(e).begin(), elements(e).end());
    check_room(all.size() / 2);  // half of them may be there twice; it need not be exact
  }
  return make_set(arena, all);
}

std::uint64_t saturating_product(std::uint64_t a, std::uint64_t b) {
  std::uint64_t r = 0;
  return __builtin_mul_overflow(a, b, &r) || r > most_counted ? most_counted : r;
}

std::uint64_t saturating_power(std::uint64_t base, std::uint64_t exponent) {
  std::uint64_t r = 1;
  for (std::uint64_t i = 0; i < exponent && r != 0 && r < most_counted && (base > 1 || i < 1); ++i)
    r = saturating_product(r, base);
  return r;
}

}  // namespace

Value make_symbolic(Arena& arena, Kind kind, std::span<const Value> items) {
  Object* o = arena.allocate(kind, items.size());
  std::copy(items.begin(), items.end(), o->items());
  return Value::object(o);
}

Value make_interval(Arena& arena, Value low, Value high) {
  const Value ends[] = {low, high};
  return make_symbolic(arena, Kind::interval, ends);
}

Value make_lazy(Arena& arena, Kind kind, Value base, Closure* closure) {
  Object* o = arena.allocate(kind, 1);
  o->items()[0] = base;
  o->extra = closure;
  closure->attached_to(o);
  return Value::object(o);
}

bool is_finite(Value set) {
  switch (set.kind()) {
    case Kind::set:
    case Kind::interval:
      return true;
    case Kind::naturals:
    case Kind::integers:
    case Kind::reals:
    case Kind::strings:
    case Kind::any:
    case Kind::sequences:
      return false;
    case Kind::lazy_function:
      not_a_set(set);
    case Kind::lazy_difference:
    case Kind::lazy_filter:
      return is_finite((*set.as_object())[0]);
    default:
      if (!is_set(set.kind())) not_a_set(set);
      for (const Value part : set.as_object()->all()) {
        if (is_set(part.kind()) && !is_finite(part)) return false;
      }
      return true;
  }
}

bool is_seen_empty(Value set) {
  if (set.kind() == Kind::set) return set.as_object()->count == 0;
  if (set.kind() != Kind::interval) return lacks_a_factor(set);
  const Object& ends = *set.as_object();
  return ends[0].as_integer() > ends[1].as_integer();
}

bool lacks_a_factor(Value set) {
  if (set.kind() != Kind::product && set.kind() != Kind::record_set) return false;
  const auto factors = set.as_object()->all().subspan(set.kind() == Kind::record_set ? 1 : 0);
  return std::any_of(factors.begin(), factors.end(), is_seen_empty);
}

std::uint64_t saturating_cardinality(Arena& arena, Value set) {
  const auto product_of = [&](std::span<const Value> factors) {
    std::uint64_t n = 1;
    for (const Value f : factors) n = saturating_product(n, saturating_cardinality(arena, f));
    return n;
  };
  switch (set.kind()) {
    case Kind::set:
      return set.as_object()->count;
    case Kind::interval: {
      const std::int64_t low = (*set.as_object())[0].as_integer();
      const std::int64_t high = (*set.as_object())[1].as_integer();
      if (high < low) return 0;
      return std::min(static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low), most_counted - 1) +
             1;
    }
    case Kind::powerset:
      return saturating_power(2, saturating_cardinality(arena, (*set.as_object())[0]));
    case Kind::function_set: {
      const std::uint64_t points = saturating_cardinality(arena, (*set.as_object())[0]);
      return points == 0 ? 1 : saturating_power(saturating_cardinality(arena, (*set.as_object())[1]), points);
    }
    case Kind::record_set:
      return product_of(set.as_object()->all().subspan(1));
    case Kind::product:
      return product_of(set.as_object()->all());
    case Kind::lazy_difference:
    case Kind::lazy_union:
    case Kind::lazy_filter:
      return size(expand(arena, set));
    default:
      check_set(set);
      fail(EvaluationFault::infinite_set,
           "Attempted to compute the cardinality of the infinite set " + to_string(set) + ".");
  }
}

std::int64_t cardinality(Arena& arena, Value set) {
  const std::uint64_t count = saturating_cardinality(arena, set);
  if (count >= most_counted) {
    fail(EvaluationFault::too_large,
         "Attempted to compute the number of elements in the overly large set " + to_string(set));
  }
  return static_cast<std::int64_t>(count);
}

Value expand(Arena& arena, Value v) {
  switch (v.kind()) {
    case Kind::interval:
      return expand_interval(arena, v);
    case Kind::powerset:
    case Kind::function_set:
    case Kind::record_set:
    case Kind::product:
      return lacks_a_factor(v) ? empty_set() : expand_enumerated(arena, v);
    case Kind::lazy_difference:
      return set_difference(arena, expand(arena, (*v.as_object())[0]), (*v.as_object())[1]);
    case Kind::lazy_union:
      return expand_lazy_union(arena, *v.as_object());
    case Kind::lazy_filter:
      return expand_filter(arena, *v.as_object());
    case Kind::lazy_function:
      return expand_lazy_function(arena, *v.as_object());
    case Kind::naturals:
    case Kind::integers:
    case Kind::reals:
    case Kind::strings:
    case Kind::any:
    case Kind::sequences:
      infinite(v);
    default:
      return v;
  }
}

namespace {

bool is_special(Kind k) { return k >= Kind::naturals && k <= Kind::any; }

/// Sets made in the same way from equal parts.
bool same_construction(Arena& arena, Value a, Value b) {
  if (a == b) return true;
  if (!a.is_object() || !b.is_object() || a.kind() != b.kind()) return false;
  const Object& x = *a.as_object();
  const Object& y = *b.as_object();
  switch (x.kind) {
    case Kind::powerset:
    case Kind::function_set:
    case Kind::record_set:
    case Kind::product:
    case Kind::sequences:
    case Kind::lazy_difference:
      break;
    default:
      return false;
  }
  if (x.count != y.count) return false;
  for (std::uint32_t i = 0; i < x.count; ++i) {
    if (const auto same = equal_unlisted(arena, x[i], y[i])) {
      if (!*same) return false;
    } else if (!equal(expand(arena, x[i]), expand(arena, y[i]))) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::optional<bool> equal_unlisted(Arena& arena, Value a, Value b) {
  if (!is_set(a.kind()) || !is_set(b.kind()) || (is_explicit(a) && is_explicit(b))) return std::nullopt;
  if (is_special(a.kind()) && is_special(b.kind())) return a == b;
  if (same_construction(arena, a, b)) return true;
  if (lacks_a_factor(a)) return equal_unlisted(arena, empty_set(), b);
  if (lacks_a_factor(b)) return equal_unlisted(arena, a, empty_set());
  if (is_finite(a) && is_finite(b)) {
    const auto is_lazy = [](Kind k) { return k == Kind::lazy_difference || k >= Kind::lazy_filter; };
    const bool lazy = is_lazy(a.kind()) || is_lazy(b.kind());
    if (!lazy && cardinality(arena, a) != cardinality(arena, b)) return false;
    return std::nullopt;
  }
  if (a.kind() == b.kind() && !is_special(a.kind()) && a.kind() < Kind::lazy_filter) return false;
  fail(EvaluationFault::incomparable,
       "Attempted to check equality of the set " + to_string(a) + " with the value:\n" + to_string(b));
}

}  // namespace synod::values
