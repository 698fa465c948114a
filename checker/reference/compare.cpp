// Equality and order of values: section 3.3 of TLC's behaviour.
#include <algorithm>

#include "reference/set.hpp"
#include "reference/value.hpp"

namespace synod::reference {
namespace {

/// What to do across kinds: fail with the words of `=`, fail with the words of sorting, or order the kinds.
enum class Purpose : std::uint8_t { equality, order, container };

int sign(std::int64_t a, std::int64_t b) { return a < b ? -1 : a > b ? 1 : 0; }

[[noreturn]] void incomparable(const Value& a, const Value& b, Purpose purpose) {
  const std::string left = text(a);
  const std::string right = text(b);
  const std::string verb = purpose == Purpose::equality ? "check equality of" : "compare";
  switch (a.kind()) {
    case ValueKind::integer:
      fail(EvaluationFault::incomparable,
           "Attempted to " + verb + " integer " + left + " with non-integer:\n" + right);
    case ValueKind::string:
      fail(EvaluationFault::incomparable,
           "Attempted to " + verb + " string " + left + " with non-string:\n" + right);
    case ValueKind::boolean:
      fail(EvaluationFault::incomparable,
           std::string("Attempted to ") + (purpose == Purpose::equality ? "compare equality of" : "compare") +
               " boolean " + left + " with non-boolean:\n" + right);
    case ValueKind::set:
      fail(EvaluationFault::incomparable,
           "Attempted to " + verb + " the set " + left + " with the value:\n" + right);
    default:
      fail(EvaluationFault::incomparable,
           "Attempted to " + verb + " the function " + left + " with the value:\n" + right);
  }
}

int compare_values(const Value& a, const Value& b, Purpose purpose);

int compare_model_values(const Value& a, const Value& b, Purpose purpose) {
  const bool both = a.is(ValueKind::model_value) && b.is(ValueKind::model_value);
  if (purpose != Purpose::container) {
    const char type_a = a.is(ValueKind::model_value) ? a.as_model_value().type() : '\0';
    const char type_b = b.is(ValueKind::model_value) ? b.as_model_value().type() : '\0';
    const std::string verb = purpose == Purpose::equality ? "check equality of" : "compare";
    if (both && type_a != 0 && type_b != 0 && type_a != type_b) {
      fail(EvaluationFault::incomparable,
           "Attempted to " + verb + " the differently-typed model values " + text(a) + " and " + text(b));
    }
    if (!both && (type_a != 0 || type_b != 0)) {
      const Value& typed = type_a != 0 ? a : b;
      const Value& other = type_a != 0 ? b : a;
      fail(EvaluationFault::incomparable, "Attempted to " + verb + " the typed model value " + text(typed) +
                                              " and the non-model value\n" + text(other));
    }
  }
  if (!both) return a.is(ValueKind::model_value) ? -1 : 1;
  const ModelValue& x = a.as_model_value();
  const ModelValue& y = b.as_model_value();
  if (x.order != y.order) return sign(x.order, y.order);
  return x.name.compare(y.name);
}

/// The elements of two sets of equal size, in order.
int compare_elements(const Elements& a, const Elements& b, Purpose purpose) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (const int order = compare_values(a[i], b[i], purpose); order != 0) return order;
  }
  return 0;
}

bool is_special(SetForm form) {
  return form == SetForm::naturals || form == SetForm::integers || form == SetForm::strings ||
         form == SetForm::any;
}

/// Sets of the same symbolic form that are equal because their parts are. False decides nothing.
bool same_construction(const Set& a, const Set& b, Purpose purpose) {
  if (a.form != b.form) return false;
  switch (a.form) {
    case SetForm::naturals:
    case SetForm::integers:
    case SetForm::strings:
    case SetForm::any:
      return true;
    case SetForm::sequences:
    case SetForm::powerset:
    case SetForm::functions:
    case SetForm::product:
    case SetForm::records:
      return a.fields == b.fields && a.parts.size() == b.parts.size() &&
             compare_elements(a.parts, b.parts, purpose) == 0;
    default:
      return false;
  }
}

int compare_sets(const Value& a, const Value& b, Purpose purpose) {
  const Set& x = a.as_set();
  const Set& y = b.as_set();
  if (&x == &y) return 0;
  if (lacks_a_factor(a)) return compare_sets(empty_set(), lacks_a_factor(b) ? empty_set() : b, purpose);
  if (lacks_a_factor(b)) return compare_sets(a, empty_set(), purpose);
  if (x.form == SetForm::interval && y.form == SetForm::interval) {
    if (const int order = sign(cardinality(a), cardinality(b)); order != 0) return order;
    return x.low > x.high ? 0 : sign(x.low, y.low);
  }
  if (is_special(x.form) && is_special(y.form))
    return sign(static_cast<int>(x.form), static_cast<int>(y.form));
  if (x.form == SetForm::unsorted || y.form == SetForm::unsorted) {
    static_cast<void>(elements_of(x.form == SetForm::unsorted ? a : b));  // fails
  }
  if (!is_finite(a) || !is_finite(b)) {
    if (same_construction(x, y, purpose)) return 0;
    if (x.form == y.form && x.parts.size() == y.parts.size() && x.fields == y.fields && !is_special(x.form) &&
        x.form != SetForm::filter) {
      return compare_elements(x.parts, y.parts, purpose);
    }
    incomparable(a, b, purpose);
  }
  if (const int order = sign(cardinality(a), cardinality(b)); order != 0) return order;
  if (same_construction(x, y, purpose)) return 0;
  return compare_elements(elements_of(a), elements_of(b), purpose);
}

int compare_functions(const Value& a, const Value& b, Purpose purpose) {
  if (&a.as_function() == &b.as_function()) return 0;
  const Pairs& x = pairs_of(a);
  const Pairs& y = pairs_of(b);
  if (x.size() != y.size()) return x.size() < y.size() ? -1 : 1;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (const int order = compare_values(x[i].first, y[i].first, purpose); order != 0) return order;
  }
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (const int order = compare_values(x[i].second, y[i].second, purpose); order != 0) return order;
  }
  return 0;
}

int compare_values(const Value& a, const Value& b, Purpose purpose) {
  if (a.is(ValueKind::model_value) || b.is(ValueKind::model_value))
    return compare_model_values(a, b, purpose);
  if (a.kind() != b.kind()) {
    if (purpose == Purpose::container) return a.kind() < b.kind() ? -1 : 1;
    incomparable(a, b, purpose);
  }
  switch (a.kind()) {
    case ValueKind::boolean:
      return sign(a.as_boolean() ? 1 : 0, b.as_boolean() ? 1 : 0);
    case ValueKind::integer:
      return sign(a.as_integer(), b.as_integer());
    case ValueKind::string:  // UTF-8 bytes sort as code points do
      return sign(a.as_string().compare(b.as_string()), 0);
    case ValueKind::set:
      return compare_sets(a, b, purpose);
    case ValueKind::function:
      return compare_functions(a, b, purpose);
    default:
      return 0;
  }
}

}  // namespace

int compare(const Value& a, const Value& b) { return compare_values(a, b, Purpose::order); }

bool equal(const Value& a, const Value& b) { return compare_values(a, b, Purpose::equality) == 0; }

bool TotalOrder::operator()(const Value& a, const Value& b) const {
  return compare_values(a, b, Purpose::container) < 0;
}

bool TotalOrder::operator()(const State& a, const State& b) const {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), *this);
}

}  // namespace synod::reference
