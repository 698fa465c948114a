#include "values/sets.hpp"

#include <algorithm>
#include <string>

#include "base/evaluation_error.hpp"
#include "base/interruption.hpp"
#include "values/hashing.hpp"

namespace synod::values {

namespace {

[[noreturn]] void fail(EvaluationFault fault, const std::string& message) {
  throw EvaluationError(fault, message);
}

[[noreturn]] void not_a_set(Value v) {
  fail(EvaluationFault::not_a_set, "A set was expected, but the value is " + to_string(v) + ".");
}

void check_set(Value v) {
  if (!is_set(v.kind())) not_a_set(v);
}

bool in_numbers(Value element, const char* name, bool naturals) {
  if (element.is_integer()) return !naturals || element.as_integer() >= 0;
  if (element.is_model_value() && atoms().get(element.as_atom()).type == 0) return false;
  fail(EvaluationFault::incomparable,
       "Attempted to check if the value:\n" + to_string(element) + "\nis an element of " + name + ".");
}

bool in_strings(Value element) {
  if (element.is_string()) return true;
  if (element.is_model_value() && atoms().get(element.as_atom()).type == 0) return false;
  fail(EvaluationFault::incomparable,
       "Attempted to check if the value:\n" + to_string(element) + "\nis an element of STRING.");
}

/// Where an element is in a sorted set, or would have to be.
struct Place {
  std::size_t index;
  bool found;
};

Place place_of(std::span<const Value> items, Value element) {
  std::size_t low = 0;
  std::size_t high = items.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const int order = compare(items[middle], element);
    if (order == 0) return {middle, true};
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return {low, false};
}

bool in_explicit(Value set, Value element) {
  constexpr std::size_t few = 16;
  const auto items = elements(set);
  if (items.empty()) return false;
  if (items.size() <= few) {
    for (const Value item : items) {
      if (item == element) return true;
    }
    if (element.is_scalar() && items[0].kind() == element.kind() && !element.is_model_value()) return false;
  }
  return place_of(items, element).found;
}

bool in_interval(const Object& o, Value element) {
  if (element.is_integer())
    return element.as_integer() >= o[0].as_integer() && element.as_integer() <= o[1].as_integer();
  if (o[0].as_integer() > o[1].as_integer()) return false;
  if (element.is_model_value() && atoms().get(element.as_atom()).type == 0) return false;
  fail(EvaluationFault::incomparable, "Attempted to check if the non-integer\n" + to_string(element) +
                                          "\nis in the integer interval " + to_string(Value::object(&o)));
}

bool in_powerset(Arena& arena, const Object& o, Value element) {
  if (!is_set(element.kind())) {
    fail(EvaluationFault::not_a_set, "Attempted to check if the non-enumerable value\n" + to_string(element) +
                                         "\nis element of\n" + to_string(Value::object(&o)));
  }
  return is_subset(arena, element, o[0]);
}

/// Whether the domain of an explicit function is this set.
bool has_domain(Arena& arena, Value f, Value set) {
  if (f.kind() == Kind::function) {
    const Value domain = (*f.as_object())[0];
    return domain == set || equal(domain, expand(arena, set));
  }
  const auto one = Value::small_integer(1);
  const auto n = Value::small_integer(static_cast<std::int64_t>(size(f)));
  if (set.kind() == Kind::interval) {
    const Object& o = *set.as_object();
    return size(f) == 0 ? o[0].as_integer() > o[1].as_integer() : o[0] == one && o[1] == n;
  }
  const Value points = expand(arena, set);
  if (size(points) != size(f)) return false;
  if (size(f) == 0) return true;
  // Sorted and distinct: 1..n exactly when the ends fit. One comparison raises the error of other kinds.
  static_cast<void>(compare(elements(points)[0], one));
  return elements(points).front() == one && elements(points).back() == n;
}

bool in_function_set(Arena& arena, const Object& o, Value element) {
  if (element.is_model_value()) return false;
  if (!is_function(element.kind())) {
    fail(EvaluationFault::not_a_function, "Attempted to check if \n" + to_string(element) +
                                              "\nwhich is not a function, is in the set of functions:\n" +
                                              to_string(Value::object(&o)));
  }
  const Value f = element.kind() == Kind::lazy_function ? expand(arena, element) : element;
  if (!is_finite(o[0])) return false;
  if (!has_domain(arena, f, o[0])) return false;
  for (const Value v : range_of(f)) {
    if (!contains(arena, o[1], v)) return false;
  }
  return true;
}

bool in_record_set(Arena& arena, const Object& o, Value element) {
  if (element.is_model_value()) return false;
  if (!is_function(element.kind())) {
    fail(EvaluationFault::not_a_record, "Attempted to check if non-record\n" + to_string(element) +
                                            "\nis in the set of records\n" + to_string(Value::object(&o)));
  }
  const Value f = expand(arena, element);
  const auto names = elements(o[0]);
  if (size(f) > 0 && !is_record(f)) {
    fail(EvaluationFault::not_a_record, "Attempted to check if non-record\n" + to_string(element) +
                                            "\nis in the set of records\n" + to_string(Value::object(&o)));
  }
  if (size(f) != names.size()) return false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (domain_point(f, i) != names[i]) return false;
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!contains(arena, o[i + 1], range_of(f)[i])) return false;
  }
  return true;
}

bool in_product(Arena& arena, const Object& o, Value element) {
  if (element.is_model_value()) return false;
  if (!is_function(element.kind())) {
    fail(EvaluationFault::not_a_sequence, "Attempted to check if non-tuple\n" + to_string(element) +
                                              "\nis in the set of tuples:\n" + to_string(Value::object(&o)));
  }
  const Value f = expand(arena, element);
  if (f.kind() != Kind::tuple || size(f) != o.count) return false;
  for (std::size_t i = 0; i < o.count; ++i) {
    if (!contains(arena, o[i], range_of(f)[i])) return false;
  }
  return true;
}

bool in_sequences(Arena& arena, const Object& o, Value element) {
  if (element.is_model_value()) return false;
  const Value f = element.kind() == Kind::lazy_function ? expand(arena, element) : element;
  if (f.kind() != Kind::tuple) {
    fail(EvaluationFault::not_a_sequence, "Attempted to check if the value:\n" + to_string(element) +
                                              "\nis an element of Seq(" + to_string(o[0]) +
                                              "), but it is not a sequence.");
  }
  for (const Value v : range_of(f)) {
    if (!contains(arena, o[0], v)) return false;
  }
  return true;
}

bool in_lazy_union(Arena& arena, const Object& o, Value element) {
  for (const Value part : o.all()) {
    if (contains(arena, part, element)) return true;
  }
  return false;
}

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
    const Value e = expand(arena, part);
    all.insert(all.end(), elements(e).begin(), elements(e).end());
    check_room(all.size() / 2);  // half of them may be there twice; it need not be exact
  }
  return make_set(arena, all);
}

[[noreturn]] void infinite(Value v) {
  fail(EvaluationFault::infinite_set, "Attempted to enumerate the infinite set " + to_string(v) + ".");
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

bool contains(Arena& arena, Value set, Value element) {
  switch (set.kind()) {
    case Kind::set:
      return in_explicit(set,
                         is_explicit(element) || elements(set).empty() ? element : expand(arena, element));
    case Kind::interval:
      return in_interval(*set.as_object(), element);
    case Kind::naturals:
      return in_numbers(element, "Nat", true);
    case Kind::integers:
      return in_numbers(element, "Int", false);
    case Kind::reals:
      return in_numbers(element, "Real", false);
    case Kind::strings:
      return in_strings(element);
    case Kind::any:
      return true;
    case Kind::powerset:
      return in_powerset(arena, *set.as_object(), element);
    case Kind::function_set:
      return in_function_set(arena, *set.as_object(), element);
    case Kind::record_set:
      return in_record_set(arena, *set.as_object(), element);
    case Kind::product:
      return in_product(arena, *set.as_object(), element);
    case Kind::sequences:
      return in_sequences(arena, *set.as_object(), element);
    case Kind::lazy_difference:
      return contains(arena, (*set.as_object())[0], element) &&
             !contains(arena, (*set.as_object())[1], element);
    case Kind::lazy_union:
      return in_lazy_union(arena, *set.as_object(), element);
    case Kind::lazy_filter:
      return contains(arena, (*set.as_object())[0], element) &&
             closure_of(*set.as_object()).contains(element);
    default:
      not_a_set(set);
  }
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
    case Kind::function_set:
      return saturating_power(saturating_cardinality(arena, (*set.as_object())[1]),
                              saturating_cardinality(arena, (*set.as_object())[0]));
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

}  // namespace

Value expand(Arena& arena, Value v) {
  switch (v.kind()) {
    case Kind::interval:
      return expand_interval(arena, v);
    case Kind::powerset:
    case Kind::function_set:
    case Kind::record_set:
    case Kind::product:
      return expand_enumerated(arena, v);
    case Kind::lazy_difference:
      return keep(arena, expand(arena, (*v.as_object())[0]), (*v.as_object())[1], false);
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

bool is_subset(Arena& arena, Value a, Value b) {
  if (a == b) return true;
  check_set(b);
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

namespace {

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
  if (!is_finite(a) && !is_finite(b))
    return set_difference(arena, a, set_difference(arena, a, b));  // for its members
  return is_finite(a) ? keep(arena, a, b, true) : keep(arena, b, a, true);
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
  bool finite = true;
  Enumerator walk(arena, set);
  for (Value e; walk.next(e);) {
    evaluation_step();
    check_set(e);
    finite = finite && is_finite(e);
    parts.push_back(e);
  }
  const Value lazy = make_symbolic(arena, Kind::lazy_union, parts);
  return finite ? expand(arena, lazy) : lazy;
}

Value domain_of(Arena& arena, Value f) {
  switch (f.kind()) {
    case Kind::tuple:
      return make_interval(arena, Value::small_integer(1), Value::small_integer(f.as_object()->count));
    case Kind::function:
    case Kind::lazy_function:
      return (*f.as_object())[0];
    default:
      fail(EvaluationFault::not_a_function,
           "Attempted to apply the operator DOMAIN to a non-function:\n" + to_string(f));
  }
}

namespace {

/// find_point, whose failure to compare is told in terms of the application.
std::ptrdiff_t find_argument(Value f, Value point) {
  try {
    return find_point(f, point);
  } catch (const EvaluationError& error) {
    if (error.fault() != EvaluationFault::incomparable) throw;
    if (f.kind() == Kind::tuple && !point.is_integer()) {
      fail(EvaluationFault::incomparable,
           "Attempted to access tuple at a non integral index: " + to_string(point));
    }
    if (is_record(f) && !point.is_string()) {
      fail(EvaluationFault::incomparable,
           "Attempted to access record by a non-string argument: " + to_string(point));
    }
    throw;
  }
}

}  // namespace

Value apply(Arena& arena, Value f, Value argument) {
  if (!is_function(f.kind())) {
    fail(EvaluationFault::not_a_function, "A non-function was applied to an argument: " + to_string(f));
  }
  if (f.kind() == Kind::lazy_function) {
    const Object& o = *f.as_object();
    if (!contains(arena, o[0], argument)) {
      fail(EvaluationFault::outside_domain, "Attempted to apply function:\n" + to_string(f) +
                                                "\nto argument " + to_string(argument) +
                                                ", which is not in the domain of the function.");
    }
    return closure_of(o).apply(argument);
  }
  const Value point = is_explicit(argument) ? argument : expand(arena, argument);
  const std::ptrdiff_t i = find_argument(f, point);
  if (i >= 0) return range_of(f)[static_cast<std::size_t>(i)];
  if (f.kind() == Kind::tuple && point.is_integer()) {
    fail(EvaluationFault::outside_domain, "Attempted to access index " + to_string(point) + " of tuple\n" +
                                              to_string(f) + "\nwhich is out of bounds.");
  }
  if (is_record(f) && point.is_string()) {
    fail(EvaluationFault::no_field,
         "Attempted to access nonexistent field '" + point.text() + "' of record\n" + to_string(f));
  }
  fail(EvaluationFault::outside_domain, "Attempted to apply function:\n" + to_string(f) + "\nto argument " +
                                            to_string(point) +
                                            ", which is not in the domain of the function.");
}

}  // namespace synod::values
