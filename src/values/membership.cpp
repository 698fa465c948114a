// Which values are elements of a set.
#include <algorithm>
#include <string>

#include "base/interruption.hpp"
#include "values/sets.hpp"
#include "values/sets_internal.hpp"

namespace synod::values {

namespace {

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

/// Whether the domain of an explicit function consists of integers.
bool is_numbered(Value f) {
  const auto points = elements((*f.as_object())[0]);
  return std::all_of(points.begin(), points.end(), [](Value point) { return point.is_integer(); });
}

bool in_product(Arena& arena, const Object& o, Value element) {
  if (element.is_model_value()) return false;
  if (!is_function(element.kind())) {
    fail(EvaluationFault::not_a_sequence, "Attempted to check if non-tuple\n" + to_string(element) +
                                              "\nis in the set of tuples:\n" + to_string(Value::object(&o)));
  }
  const Value f = expand(arena, element);
  if (f.kind() == Kind::function && !is_numbered(f)) {
    fail(EvaluationFault::incomparable, "Attempted to check if non-tuple\n" + to_string(element) +
                                            "\nis in the set of tuples:\n" + to_string(Value::object(&o)));
  }
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

}  // namespace

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

}  // namespace synod::values
