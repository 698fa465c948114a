// Equality and the total order of values (TLC's rules, section 3.3 of its behaviour as Synod documents it).
#include <algorithm>
#include <string>

#include "base/evaluation_error.hpp"
#include "values/hashing.hpp"
#include "values/value.hpp"

namespace synod::values {

namespace {

std::string kind_name(Value v) {
  switch (v.kind()) {
    case Kind::boolean:
      return "boolean";
    case Kind::integer:
      return "integer";
    case Kind::string:
      return "string";
    case Kind::model_value:
      return "model value";
    case Kind::tuple:
      return "tuple";
    case Kind::function:
      return is_record(v) ? "record" : "function";
    case Kind::lazy_function:
      return "function";
    default:
      return "set";
  }
}

[[noreturn]] void incomparable(const char* what, Value a, Value b) {
  throw EvaluationError(
      EvaluationFault::incomparable,
      std::string("Attempted to ") + what + " " + kind_name(a) + " " + to_string(a) + " with " +
          (kind_name(a) == kind_name(b) ? "a value of another type" : "non-" + kind_name(a)) + ":\n" +
          to_string(b));
}

enum class Sort { boolean, integer, string, set, function, model_value };

Sort sort_of(Value v) {
  switch (v.kind()) {
    case Kind::boolean:
      return Sort::boolean;
    case Kind::integer:
      return Sort::integer;
    case Kind::string:
      return Sort::string;
    case Kind::model_value:
      return Sort::model_value;
    case Kind::tuple:
    case Kind::function:
    case Kind::lazy_function:
      return Sort::function;
    default:
      return Sort::set;
  }
}

/// Whether a model value may be compared with another value: an untyped one with anything, a typed one with
/// its type.
void check_model_values(const char* what, Value a, Value b) {
  const auto type = [](Value v) { return v.is_model_value() ? atoms().get(v.as_atom()).type : char{0}; };
  const char ta = type(a);
  const char tb = type(b);
  if (ta == tb) return;
  if (ta == 0 && a.is_model_value()) return;
  if (tb == 0 && b.is_model_value()) return;
  incomparable(what, a, b);
}

bool equal_spans(std::span<const Value> a, std::span<const Value> b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!equal(a[i], b[i])) return false;
  }
  return true;
}

int sign(bool less) { return less ? -1 : 1; }

/// Of two different ones.
int compare_model_values(Value a, Value b) {
  if (atoms().any_typed()) check_model_values("compare", a, b);
  return sign(a.as_atom() < b.as_atom());
}

/// Of two different ones.
int compare_strings(Value a, Value b) {
  const Atom& x = atoms().get(a.as_atom());
  const Atom& y = atoms().get(b.as_atom());
  return x.start != y.start ? sign(x.start < y.start) : sign(x.text < y.text);
}

/// The order of two different words that hold scalars of one kind; 0 for others. Most comparisons are of
/// these.
int compare_words(Value a, Value b) {
  if (a.is_small_integer() && b.is_small_integer()) return sign(a.as_small_integer() < b.as_small_integer());
  if (a.is_model_value() && b.is_model_value()) return compare_model_values(a, b);
  if (a.is_string() && b.is_string()) return compare_strings(a, b);
  return 0;
}

/// Of the same length.
int compare_spans(std::span<const Value> a, std::span<const Value> b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    int order = compare_words(a[i], b[i]);
    if (order == 0) order = compare(a[i], b[i]);
    if (order != 0) return order;
  }
  return 0;
}

int compare_scalars(Sort sort, Value a, Value b) {
  switch (sort) {
    case Sort::boolean:
      return sign(!a.as_boolean());
    case Sort::integer:
      return a.as_integer() == b.as_integer() ? 0 : sign(a.as_integer() < b.as_integer());
    case Sort::string:
      return compare_strings(a, b);
    default:
      return compare_model_values(a, b);
  }
}

/// Compares two functions of which at least one is no tuple: domains, then values.
int compare_functions(Value a, Value b) {
  const std::size_t n = size(a);
  for (std::size_t i = 0; i < n; ++i) {
    const int order = compare(domain_point(a, i), domain_point(b, i));
    if (order != 0) return order;
  }
  return compare_spans(range_of(a), range_of(b));
}

bool equal_functions(Value a, Value b) {
  const std::size_t n = size(a);
  for (std::size_t i = 0; i < n; ++i) {
    if (!equal(domain_point(a, i), domain_point(b, i))) return false;
  }
  return equal_spans(range_of(a), range_of(b));
}

bool same_domain(Value a, Value b) {
  return a.as_object()->kind == b.as_object()->kind &&
         (a.as_object()->kind == Kind::tuple || a.as_object()->items()[0] == b.as_object()->items()[0]);
}

}  // namespace

bool equal(Value a, Value b) {
  if (a == b) return true;
  if (a.is_small_integer() && b.is_small_integer()) return false;
  if (a.is_string() && b.is_string()) return false;
  const Sort sa = sort_of(a);
  const Sort sb = sort_of(b);
  if (sa == Sort::model_value || sb == Sort::model_value) {
    check_model_values("check equality of", a, b);
    return false;
  }
  if (sa != sb) incomparable("check equality of", a, b);
  if (sa == Sort::set) {
    if (size(a) != size(b)) return false;
    return equal_spans(elements(a), elements(b));
  }
  if (sa == Sort::function) {
    if (size(a) != size(b)) return false;
    return same_domain(a, b) ? equal_spans(range_of(a), range_of(b)) : equal_functions(a, b);
  }
  return sa == Sort::integer && a.as_integer() == b.as_integer();
}

int compare(Value a, Value b) {
  if (a == b) return 0;
  if (const int order = compare_words(a, b); order != 0) return order;
  if (a.is_object() && b.is_object()) {
    const Object& x = *a.as_object();
    const Object& y = *b.as_object();
    if (x.kind == y.kind && (x.kind == Kind::tuple || x.kind == Kind::set))
      return x.count != y.count ? sign(x.count < y.count) : compare_spans(x.all(), y.all());
    if (x.kind == y.kind && x.kind == Kind::function && x[0] == y[0])
      return compare_spans(x.all().subspan(1), y.all().subspan(1));
  }
  const Sort sa = sort_of(a);
  const Sort sb = sort_of(b);
  if (sa != sb) {
    if (sa == Sort::model_value || sb == Sort::model_value) {
      check_model_values("compare", a, b);
      return sign(sa == Sort::model_value);
    }
    incomparable("compare", a, b);
  }
  if (sa != Sort::set && sa != Sort::function) return compare_scalars(sa, a, b);
  if (size(a) != size(b)) return sign(size(a) < size(b));
  if (sa == Sort::set) return compare_spans(elements(a), elements(b));
  return same_domain(a, b) ? compare_spans(range_of(a), range_of(b)) : compare_functions(a, b);
}

}  // namespace synod::values
