// Enumeration of sets in value order, one short function per symbolic form.
#include <algorithm>

#include "reference/set.hpp"

namespace synod::reference {
namespace {

using Visit = std::function<bool(const Value&)>;

bool visit_all(const Elements& elements, const Visit& visit) {
  return std::any_of(elements.begin(), elements.end(), visit);
}

/// Subsets of `base` with `size` elements, in lexicographic order of their positions.
bool visit_subsets(const Elements& base, std::size_t size, std::size_t from, Elements& chosen,
                   const Visit& visit) {
  if (chosen.size() == size) {
    Set subset;
    subset.parts = chosen;
    return visit(Value::set(std::make_shared<const Set>(std::move(subset))));
  }
  for (std::size_t i = from; i + (size - chosen.size()) <= base.size(); ++i) {
    chosen.push_back(base[i]);
    if (visit_subsets(base, size, i + 1, chosen, visit)) return true;
    chosen.pop_back();
  }
  return false;
}

bool visit_powerset(const Set& set, const Visit& visit) {
  const Elements& base = elements_of(set.parts[0]);
  for (std::size_t size = 0; size <= base.size(); ++size) {
    Elements chosen;
    if (visit_subsets(base, size, 0, chosen, visit)) return true;
  }
  return false;
}

/// All ways to take one element of each set, the last varying fastest; `make` builds the value of one way.
bool visit_choices(const std::vector<const Elements*>& sets, Elements& chosen,
                   const std::function<Value(const Elements&)>& make, const Visit& visit) {
  if (chosen.size() == sets.size()) return visit(make(chosen));
  for (const Value& e : *sets[chosen.size()]) {
    chosen.push_back(e);
    if (visit_choices(sets, chosen, make, visit)) return true;
    chosen.pop_back();
  }
  return false;
}

bool visit_functions(const Set& set, const Visit& visit) {
  const Elements& domain = elements_of(set.parts[0]);
  if (domain.empty()) return visit(Value::tuple({}));  // whatever the range is
  const Elements& range = elements_of(set.parts[1]);
  Elements chosen;
  return visit_choices(
      std::vector<const Elements*>(domain.size(), &range), chosen,
      [&](const Elements& values) {
        Function f;
        for (std::size_t i = 0; i < domain.size(); ++i) f.pairs.emplace_back(domain[i], values[i]);
        return Value::function(std::make_shared<const Function>(std::move(f)));
      },
      visit);
}

bool visit_product(const Set& set, const Visit& visit) {
  std::vector<const Elements*> sets;
  for (const Value& part : set.parts) sets.push_back(&elements_of(part));
  Elements chosen;
  return visit_choices(sets, chosen, [](const Elements& values) { return Value::tuple(values); }, visit);
}

bool visit_records(const Set& set, const Visit& visit) {
  std::vector<const Elements*> sets;
  for (const Value& part : set.parts) sets.push_back(&elements_of(part));
  Elements chosen;
  return visit_choices(
      sets, chosen,
      [&](const Elements& values) {
        Function f;
        for (std::size_t i = 0; i < values.size(); ++i) {
          f.pairs.emplace_back(Value::string(set.fields[i]), values[i]);
        }
        return Value::function(std::make_shared<const Function>(std::move(f)));
      },
      visit);
}

/// Elements collected first because their order is not that of the parts; fails where they cannot be sorted.
bool visit_sorted(Elements elements, const Visit& visit) {
  std::sort(elements.begin(), elements.end(),
            [](const Value& a, const Value& b) { return compare(a, b) < 0; });
  elements.erase(std::unique(elements.begin(), elements.end(),
                             [](const Value& a, const Value& b) { return compare(a, b) == 0; }),
                 elements.end());
  return visit_all(elements, visit);
}

bool visit_big_union(const Set& set, const Visit& visit) {
  Elements all;
  for (const Value& part : elements_of(set.parts[0])) {
    require_set(part, "UNION S");
    const Elements& elements = elements_of(part);
    all.insert(all.end(), elements.begin(), elements.end());
  }
  return visit_sorted(std::move(all), visit);
}

bool visit_interval(const Set& set, const Visit& visit) {
  if (set.low > set.high) return false;
  for (std::int64_t n = set.low;; ++n) {
    if (visit(Value::integer(n))) return true;
    if (n == set.high) return false;
  }
}

bool visit_intersection(const Set& set, const Visit& visit) {
  const bool first = is_finite(set.parts[0]);
  const Value& listed = set.parts[first ? 0 : 1];
  const Value& other = set.parts[first ? 1 : 0];
  return visit_elements(listed, [&](const Value& e) { return member(e, other) && visit(e); });
}

}  // namespace

bool visit_elements(const Value& s, const Visit& visit) {
  const Set& set = s.as_set();
  if (set.form != SetForm::elements && set.expanded) return visit_all(*set.expanded, visit);
  if (lacks_a_factor(s)) return false;
  if (!is_finite(s)) {
    fail(EvaluationFault::infinite_set, "Attempted to enumerate the infinite set:\n" + text(s));
  }
  switch (set.form) {
    case SetForm::elements:
      return visit_all(set.parts, visit);
    case SetForm::unsorted:
      return visit_sorted(set.parts, visit);
    case SetForm::interval:
      return visit_interval(set, visit);
    case SetForm::powerset:
      return visit_powerset(set, visit);
    case SetForm::functions:
      return visit_functions(set, visit);
    case SetForm::product:
      return visit_product(set, visit);
    case SetForm::records:
      return visit_records(set, visit);
    case SetForm::set_union: {
      Elements all = elements_of(set.parts[0]);
      const Elements& more = elements_of(set.parts[1]);
      all.insert(all.end(), more.begin(), more.end());
      return visit_sorted(std::move(all), visit);
    }
    case SetForm::intersection:
      return visit_intersection(set, visit);
    case SetForm::difference:
      return visit_elements(set.parts[0],
                            [&](const Value& e) { return !member(e, set.parts[1]) && visit(e); });
    case SetForm::filter:
      return visit_elements(set.parts[0], [&](const Value& e) { return set.predicate(e) && visit(e); });
    case SetForm::big_union:
      return visit_big_union(set, visit);
    default:
      return false;  // infinite: refused above
  }
}

}  // namespace synod::reference
