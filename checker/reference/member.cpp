// Membership, which never enumerates what it can decide. Errors rather than FALSE as section 3.3 has it.
#include <algorithm>

#include "reference/set.hpp"

namespace synod::reference {
namespace {

[[noreturn]] void fail_member(const Value& e, const Value& s) {
  fail(EvaluationFault::incomparable,
       "Attempted to check if the value:\n" + text(e) + "\nis an element of " + text(s) + ".");
}

/// For e that has not the kind of s's elements: FALSE for an untyped model value, else an error.
bool other_kind(const Value& e, const Value& s) {
  if (e.is(ValueKind::model_value) && e.as_model_value().type() == 0) return false;
  if (e.is(ValueKind::model_value)) {
    fail(EvaluationFault::incomparable,
         "Attempted to check if the typed model value " + text(e) + " is an element of\n" + text(s));
  }
  fail_member(e, s);
}

bool in_elements(const Value& e, const Elements& sorted) {
  auto low = sorted.begin();
  auto high = sorted.end();
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    const int order = compare(e, *middle);
    if (order == 0) return true;
    if (order < 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return false;
}

bool in_interval(const Value& e, const Value& s) {
  const Set& set = s.as_set();
  if (e.is(ValueKind::integer)) return set.low <= e.as_integer() && e.as_integer() <= set.high;
  if (set.low > set.high) return false;
  if (e.is(ValueKind::model_value) && e.as_model_value().type() == 0) return false;
  fail(EvaluationFault::incomparable,
       "Attempted to check if the value:\n" + text(e) + "\nis in the integer interval " + text(s));
}

bool in_powerset(const Value& e, const Value& s) {
  if (!e.is(ValueKind::set) || !is_finite(e)) {
    fail(EvaluationFault::not_a_set,
         "Attempted to check if the non-enumerable value\n" + text(e) + "\nis element of\n" + text(s));
  }
  return subset_of(e, s.as_set().parts[0]);
}

bool in_functions(const Value& e, const Value& s) {
  if (!e.is(ValueKind::function)) {
    if (e.is(ValueKind::model_value)) return other_kind(e, s);
    fail(EvaluationFault::not_a_function, "Attempted to check if\n" + text(e) +
                                              "\nwhich is not a function is in the set of functions:\n" +
                                              text(s));
  }
  const Set& set = s.as_set();
  if (!equal(set.parts[0], domain_of(e))) return false;
  const Pairs& pairs = pairs_of(e);
  return std::all_of(pairs.begin(), pairs.end(),
                     [&](const auto& pair) { return member(pair.second, set.parts[1]); });
}

bool in_product(const Value& e, const Value& s) {
  Elements elements;
  if (!as_tuple(e, elements)) {
    if (e.is(ValueKind::model_value)) return other_kind(e, s);
    const bool numbered = e.is(ValueKind::function) &&
                          std::all_of(pairs_of(e).begin(), pairs_of(e).end(),
                                      [](const auto& pair) { return pair.first.is(ValueKind::integer); });
    if (numbered) return false;
    fail(EvaluationFault::incomparable,
         "Attempted to check if non-tuple\n" + text(e) + "\nis in the set of tuples:\n" + text(s));
  }
  const Elements& sets = s.as_set().parts;
  if (elements.size() != sets.size()) return false;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (!member(elements[i], sets[i])) return false;
  }
  return true;
}

bool in_records(const Value& e, const Value& s) {
  if (!e.is(ValueKind::function) || !is_record(e)) {
    if (e.is(ValueKind::model_value)) return other_kind(e, s);
    fail(EvaluationFault::not_a_record,
         "Attempted to check if non-record\n" + text(e) + "\nis in the set of records:\n" + text(s));
  }
  const Set& set = s.as_set();
  const Pairs& pairs = pairs_of(e);
  if (pairs.size() != set.fields.size()) return false;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i].first.as_string() != set.fields[i]) return false;
  }
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!member(pairs[i].second, set.parts[i])) return false;
  }
  return true;
}

bool in_sequences(const Value& e, const Value& s) {
  Elements elements;
  if (!as_tuple(e, elements)) return other_kind(e, s);
  return std::all_of(elements.begin(), elements.end(),
                     [&](const Value& element) { return member(element, s.as_set().parts[0]); });
}

bool in_big_union(const Value& e, const Value& s) {
  return visit_elements(s.as_set().parts[0], [&](const Value& part) {
    require_set(part, "UNION S");
    return member(e, part);
  });
}

}  // namespace

bool member(const Value& e, const Value& s) {
  if (!s.is(ValueKind::set)) {
    fail(EvaluationFault::not_a_set, "Attempted to check if the value:\n" + text(e) + "\nis an element of " +
                                         kind_text(s) + ":\n" + text(s));
  }
  const Set& set = s.as_set();
  switch (set.form) {
    case SetForm::elements:
      return in_elements(e, set.parts);
    case SetForm::unsorted:
      return std::any_of(set.parts.begin(), set.parts.end(),
                         [&](const Value& part) { return equal(part, e); });
    case SetForm::interval:
      return in_interval(e, s);
    case SetForm::naturals:
      return e.is(ValueKind::integer) ? e.as_integer() >= 0 : other_kind(e, s);
    case SetForm::integers:
      return e.is(ValueKind::integer) || other_kind(e, s);
    case SetForm::strings:
      return e.is(ValueKind::string) || other_kind(e, s);
    case SetForm::any:
      return true;
    case SetForm::sequences:
      return in_sequences(e, s);
    case SetForm::powerset:
      return in_powerset(e, s);
    case SetForm::functions:
      return in_functions(e, s);
    case SetForm::product:
      return in_product(e, s);
    case SetForm::records:
      return in_records(e, s);
    case SetForm::set_union:
      return member(e, set.parts[0]) || member(e, set.parts[1]);
    case SetForm::intersection:
      return member(e, set.parts[0]) && member(e, set.parts[1]);
    case SetForm::difference:
      return member(e, set.parts[0]) && !member(e, set.parts[1]);
    case SetForm::big_union:
      return in_big_union(e, s);
    case SetForm::filter:
      return member(e, set.parts[0]) && set.predicate(e);
  }
  return false;
}

}  // namespace synod::reference
