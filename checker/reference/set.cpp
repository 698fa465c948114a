// Construction of sets, size, and enumeration in value order.
#include "reference/set.hpp"

#include <algorithm>
#include <optional>

namespace synod::reference {
namespace {

Value make(SetForm form, Elements parts) {
  Set set;
  set.form = form;
  set.parts = std::move(parts);
  return Value::set(std::make_shared<const Set>(std::move(set)));
}

/// The union of two literal sets. Where their elements cannot be compared it fails as TLC does, which asks
/// for each element of b whether it is in a.
Value merged(const Value& a, const Value& b) {
  Elements all = elements_of(a);
  const Elements& more = elements_of(b);
  all.insert(all.end(), more.begin(), more.end());
  Value result = Value::set(std::move(all));
  if (result.as_set().form == SetForm::unsorted) {
    for (const Value& e : more) static_cast<void>(member(e, a));
    static_cast<void>(elements_of(result));
  }
  return result;
}

/// The elements of a literal set, not put in order where that fails.
const Elements& as_written(const Value& literal) {
  return literal.as_set().form == SetForm::unsorted ? literal.as_set().parts : elements_of(literal);
}

}  // namespace

Value Value::set(Elements elements) {
  Set result;
  Elements sorted = elements;
  try {
    std::sort(sorted.begin(), sorted.end(), [](const Value& a, const Value& b) { return compare(a, b) < 0; });
    sorted.erase(std::unique(sorted.begin(), sorted.end(),
                             [](const Value& a, const Value& b) { return compare(a, b) == 0; }),
                 sorted.end());
    result.parts = std::move(sorted);
  } catch (const EvaluationError& error) {
    if (error.fault() != EvaluationFault::incomparable) throw;
    result.form = SetForm::unsorted;
    result.parts = std::move(elements);
  }
  return set(std::make_shared<const Set>(std::move(result)));
}

void require_set(const Value& v, const std::string& construct) {
  if (v.is(ValueKind::set)) return;
  fail(EvaluationFault::not_a_set, "Attempted to evaluate an expression of form " + construct +
                                       ", but an operand was " + kind_text(v) + " instead of a set:\n" +
                                       text(v));
}

void check_room(const Elements& elements) {
  if (static_cast<std::int64_t>(elements.size()) <= largest_set) return;
  fail(EvaluationFault::too_large,
       "Attempted to build a set of more than " + std::to_string(largest_set) + " elements.");
}

Value empty_set() { return make(SetForm::elements, {}); }

Value interval(std::int64_t low, std::int64_t high) {
  Set set;
  set.form = SetForm::interval;
  set.low = low;
  set.high = high;
  return Value::set(std::make_shared<const Set>(std::move(set)));
}

Value special_set(SetForm form) { return make(form, {}); }

namespace {

bool is_empty_literal(const Value& s) {
  const Set& set = s.as_set();
  return set.form == SetForm::interval ? set.low > set.high : is_literal(s) && set.parts.empty();
}

/// Whether a product or a set of functions is empty because there is nothing for a component or point.
bool has_no_elements(SetForm form, const Elements& parts) {
  if (form == SetForm::functions) {
    return is_literal(parts[0]) && !is_empty_literal(parts[0]) && is_empty_literal(parts[1]);
  }
  return form == SetForm::product && std::any_of(parts.begin(), parts.end(), is_empty_literal);
}

}  // namespace

bool lacks_a_factor(const Value& s) {
  const Set& set = s.as_set();
  return (set.form == SetForm::product || set.form == SetForm::records) &&
         std::any_of(set.parts.begin(), set.parts.end(),
                     [](const Value& part) { return is_empty_literal(part) || lacks_a_factor(part); });
}

Value symbolic_set(SetForm form, Elements parts) {
  const std::string construct = form == SetForm::sequences  ? "Seq(S)"
                                : form == SetForm::powerset ? "SUBSET S"
                                : form == SetForm::product  ? "S \\X T"
                                                            : "[S -> T]";
  for (const Value& part : parts) require_set(part, construct);
  if (has_no_elements(form, parts)) return Value::set(Elements{});
  return make(form, std::move(parts));
}

Value domain_of_bounds(Elements sets) { return make(SetForm::product, std::move(sets)); }

Value record_set(std::vector<std::pair<std::string, Value>> fields) {
  std::sort(fields.begin(), fields.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Set set;
  set.form = SetForm::records;
  for (auto& [name, value] : fields) {
    require_set(value, "[a : S]");
    set.fields.push_back(name);
    set.parts.push_back(value);
  }
  return Value::set(std::make_shared<const Set>(std::move(set)));
}

Value filter_set(Value base, std::function<bool(const Value&)> predicate) {
  Set set;
  set.form = SetForm::filter;
  set.parts.push_back(std::move(base));
  set.predicate = std::move(predicate);
  return Value::set(std::make_shared<const Set>(std::move(set)));
}

bool is_literal(const Value& s) {
  const SetForm form = s.as_set().form;
  return form == SetForm::elements || form == SetForm::unsorted || form == SetForm::interval;
}

Value set_union(const Value& a, const Value& b) {
  require_set(a, "S \\cup T");
  require_set(b, "S \\cup T");
  if (is_literal(a) && is_literal(b)) return merged(a, b);
  return make(SetForm::set_union, {a, b});
}

Value set_intersection(const Value& a, const Value& b) {
  require_set(a, "S \\cap T");
  require_set(b, "S \\cap T");
  if (!is_literal(a) && !is_literal(b)) return make(SetForm::intersection, {a, b});
  const Value& listed = is_literal(a) ? a : b;
  const Value& other = is_literal(a) ? b : a;
  Elements common;
  for (const Value& e : as_written(listed)) {
    if (member(e, other)) common.push_back(e);
  }
  return Value::set(std::move(common));
}

Value set_difference(const Value& a, const Value& b) {
  require_set(a, "S \\ T");
  require_set(b, "S \\ T");
  if (!is_literal(a)) return make(SetForm::difference, {a, b});
  Elements rest;
  for (const Value& e : as_written(a)) {
    if (!member(e, b)) rest.push_back(e);
  }
  return Value::set(std::move(rest));
}

Value big_union(const Value& sets) {
  require_set(sets, "UNION S");
  if (is_literal(sets) && is_finite(sets)) {
    const Elements& members = as_written(sets);
    const bool explicit_members = std::all_of(members.begin(), members.end(), [](const Value& s) {
      return s.is(ValueKind::set) && s.as_set().form == SetForm::elements;
    });
    if (explicit_members) {
      Elements all;
      for (const Value& s : members) all.insert(all.end(), s.as_set().parts.begin(), s.as_set().parts.end());
      Value result = Value::set(std::move(all));
      if (result.as_set().form != SetForm::unsorted) return result;
    }
  }
  return make(SetForm::big_union, {sets});
}

bool is_finite(const Value& s) {
  const Set& set = s.as_set();
  const auto all_finite = [&] {
    return std::all_of(set.parts.begin(), set.parts.end(), [](const Value& part) { return is_finite(part); });
  };
  switch (set.form) {
    case SetForm::elements:
    case SetForm::unsorted:
    case SetForm::interval:
      return true;
    case SetForm::naturals:
    case SetForm::integers:
    case SetForm::strings:
    case SetForm::any:
    case SetForm::sequences:
      return false;
    case SetForm::intersection:
      return is_finite(set.parts[0]) || is_finite(set.parts[1]);
    case SetForm::difference:
    case SetForm::filter:
      return is_finite(set.parts[0]);
    case SetForm::big_union: {
      if (!is_finite(set.parts[0])) return false;
      const Elements& members = elements_of(set.parts[0]);
      return std::all_of(members.begin(), members.end(), [](const Value& member_set) {
        require_set(member_set, "UNION S");
        return is_finite(member_set);
      });
    }
    default:
      return all_finite();
  }
}

std::optional<std::int64_t> size_of(const Value& s) {
  const Set& set = s.as_set();
  const auto product = [](std::optional<std::int64_t> a, std::optional<std::int64_t> b) {
    if (a == 0 || b == 0) return std::optional<std::int64_t>(0);
    std::int64_t result = 0;
    return a && b && !__builtin_mul_overflow(*a, *b, &result) ? std::optional(result) : std::nullopt;
  };
  switch (set.form) {
    case SetForm::elements:
      return static_cast<std::int64_t>(set.parts.size());
    case SetForm::interval: {
      std::int64_t size = 0;
      if (set.low > set.high) return 0;
      if (__builtin_sub_overflow(set.high, set.low, &size) || __builtin_add_overflow(size, 1, &size))
        return {};
      return size;
    }
    case SetForm::powerset: {
      const auto size = size_of(set.parts[0]);
      return size && *size <= 62 ? std::optional(std::int64_t{1} << *size) : std::nullopt;
    }
    case SetForm::functions: {
      const auto points = size_of(set.parts[0]);
      if (points == 0) return 1;
      const auto values = size_of(set.parts[1]);
      if (!values || *values <= 1) return values;
      std::optional<std::int64_t> size = points ? std::optional<std::int64_t>(1) : std::nullopt;
      for (std::int64_t i = 0; size && i < *points; ++i) size = product(size, values);
      return size;
    }
    case SetForm::product:
    case SetForm::records: {
      std::optional<std::int64_t> size = 1;
      for (const Value& part : set.parts) size = product(size, size_of(part));
      return size;
    }
    default:
      return static_cast<std::int64_t>(elements_of(s).size());
  }
}

std::int64_t cardinality(const Value& s) {
  if (const auto size = size_of(s); size && *size < most_counted) return *size;
  fail(EvaluationFault::too_large, "Overflow when computing the number of elements in:\n" + text(s));
}

bool subset_of(const Value& a, const Value& b) {
  require_set(a, "S \\subseteq T");
  require_set(b, "S \\subseteq T");
  const Set& x = a.as_set();
  const Set& y = b.as_set();
  if (x.form == SetForm::interval && y.form == SetForm::interval && y.low <= x.low && x.high <= y.high)
    return true;
  if (x.form == SetForm::powerset && y.form == SetForm::powerset) return subset_of(x.parts[0], y.parts[0]);
  if (lacks_a_factor(a)) return true;
  if (!is_finite(a)) {
    fail(EvaluationFault::infinite_set,
         "Attempted to evaluate an expression of form S \\subseteq T, but S was not "
         "enumerable:\n" +
             text(a));
  }
  return !visit_elements(a, [&](const Value& e) { return !member(e, b); });
}

const Elements& elements_of(const Value& s) {
  const Set& set = s.as_set();
  if (set.form == SetForm::elements) return set.parts;
  if (!set.expanded) {
    Elements elements;
    visit_elements(s, [&](const Value& e) {
      if (static_cast<std::int64_t>(elements.size()) == largest_set) {
        fail(EvaluationFault::too_large,
             "Attempted to build a set of more than " + std::to_string(largest_set) + " elements.");
      }
      elements.push_back(e);
      return false;
    });
    set.expanded = std::make_shared<const Elements>(std::move(elements));
  }
  return *set.expanded;
}

}  // namespace synod::reference
