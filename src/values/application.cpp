// Functions at their points.
#include <string>

#include "values/sets.hpp"
#include "values/sets_internal.hpp"

namespace synod::values {

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
