// Functions: construction, application, update.
#include <algorithm>

#include "reference/set.hpp"
#include "reference/value.hpp"

namespace synod::reference {

Value Value::function(Pairs pairs) {
  std::sort(pairs.begin(), pairs.end(),
            [](const auto& a, const auto& b) { return compare(a.first, b.first) < 0; });
  for (std::size_t i = 1; i < pairs.size(); ++i) {
    if (compare(pairs[i - 1].first, pairs[i].first) == 0) {
      fail(EvaluationFault::duplicate_domain,
           "The value\n" + text(pairs[i].first) + "\noccurs multiple times in the function domain.");
    }
  }
  Function f;
  f.pairs = std::move(pairs);
  return function(std::make_shared<const Function>(std::move(f)));
}

Value Value::tuple(Elements elements) {
  Function f;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    f.pairs.emplace_back(integer(static_cast<std::int64_t>(i) + 1), std::move(elements[i]));
  }
  return function(std::make_shared<const Function>(std::move(f)));
}

Value Value::record(std::vector<std::pair<std::string, Value>> fields) {
  Pairs pairs;
  for (auto& [name, value] : fields) pairs.emplace_back(string(std::move(name)), std::move(value));
  return function(std::move(pairs));
}

Value domain_of(const Value& f) {
  const Function& function = f.as_function();
  if (function.domain.defined()) return function.domain;
  Elements elements;
  if (as_tuple(f, elements)) return interval(1, static_cast<std::int64_t>(elements.size()));
  for (const auto& pair : function.pairs) elements.push_back(pair.first);
  return Value::set(std::move(elements));
}

const Pairs& pairs_of(const Value& f) {
  const Function& function = f.as_function();
  if (!function.domain.defined()) return function.pairs;
  if (!function.expanded) {
    Pairs pairs;
    for (const Value& x : elements_of(function.domain)) pairs.emplace_back(x, find(f, x));
    function.expanded = std::make_shared<const Pairs>(std::move(pairs));
  }
  return *function.expanded;
}

namespace {

Value find_pair(const Pairs& sorted, const Value& x) {
  auto low = sorted.begin();
  auto high = sorted.end();
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    const int order = compare(x, middle->first);
    if (order == 0) return middle->second;
    if (order < 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return {};
}

}  // namespace

Value find(const Value& f, const Value& x) {
  const Function& function = f.as_function();
  if (function.domain.defined()) {
    if (!member(x, function.domain)) return {};
    const Value key = normalised(x);
    if (const auto known = function.known.find(key); known != function.known.end()) return known->second;
    Value result = function.rule(x);
    function.known.emplace(key, result);
    return result;
  }
  try {
    return find_pair(function.pairs, x);
  } catch (const EvaluationError& error) {
    if (error.fault() != EvaluationFault::incomparable) throw;
    Elements elements;
    if (as_tuple(f, elements) && !x.is(ValueKind::integer)) {
      fail(EvaluationFault::incomparable, "Attempted to access tuple at a non integral index: " + text(x));
    }
    if (is_record(f) && !x.is(ValueKind::string)) {
      fail(EvaluationFault::incomparable, "Attempted to access record by a non-string argument: " + text(x));
    }
    throw;
  }
}

namespace {

[[noreturn]] void fail_apply(const Value& f, const Value& x) {
  Elements elements;
  const bool lazy = f.as_function().domain.defined();
  if (!lazy && as_tuple(f, elements) && x.is(ValueKind::integer)) {
    fail(EvaluationFault::outside_domain,
         "Attempted to access index " + text(x) + " of tuple\n" + text(f) + "\nwhich is out of bounds.");
  }
  if (!lazy && is_record(f) && x.is(ValueKind::string)) {
    fail(EvaluationFault::no_field,
         "Attempted to access nonexistent field '" + x.as_string() + "' of record\n" + text(f));
  }
  fail(EvaluationFault::outside_domain, "Attempted to apply function:\n" + text(f) + "\nto argument " +
                                            text(x) + ", which is not in the domain of the function.");
}

}  // namespace

Value apply(const Value& f, const Value& x) {
  if (!f.is(ValueKind::function)) {
    fail(EvaluationFault::not_a_function,
         "A non-function (" + kind_text(f) + ") was applied as a function:\n" + text(f));
  }
  Value result = find(f, x);
  if (!result.defined()) fail_apply(f, x);
  return result;
}

Value updated(const Value& f, const Value& x, const Value& v) {
  const Function& function = f.as_function();
  if (function.domain.defined() && !is_finite(function.domain)) {
    Function changed;
    changed.domain = function.domain;
    changed.rule = [f, x, v](const Value& y) { return equal(x, y) ? v : find(f, y); };
    return Value::function(std::make_shared<const Function>(std::move(changed)));
  }
  Pairs pairs = pairs_of(f);
  for (auto& pair : pairs) {
    if (equal(pair.first, x)) {
      pair.second = v;
      break;
    }
  }
  Function changed;
  changed.pairs = std::move(pairs);
  return Value::function(std::make_shared<const Function>(std::move(changed)));
}

bool as_tuple(const Value& f, Elements& elements) {
  elements.clear();
  if (!f.is(ValueKind::function)) return false;
  const Pairs& pairs = pairs_of(f);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Value& key = pairs[i].first;
    if (!key.is(ValueKind::integer) || key.as_integer() != static_cast<std::int64_t>(i) + 1) return false;
  }
  for (const auto& pair : pairs) elements.push_back(pair.second);
  return true;
}

bool is_record(const Value& f) {
  const Pairs& pairs = pairs_of(f);
  return std::all_of(pairs.begin(), pairs.end(),
                     [](const auto& pair) { return pair.first.is(ValueKind::string); });
}

namespace {

bool is_normal(const Value& v) {
  if (v.is(ValueKind::set)) {
    const Set& set = v.as_set();
    return set.form == SetForm::elements && std::all_of(set.parts.begin(), set.parts.end(), is_normal);
  }
  if (v.is(ValueKind::function)) {
    const Function& f = v.as_function();
    return !f.domain.defined() && std::all_of(f.pairs.begin(), f.pairs.end(), [](const auto& pair) {
      return is_normal(pair.first) && is_normal(pair.second);
    });
  }
  return true;
}

}  // namespace

Value normalised(const Value& v) {
  if (is_normal(v)) return v;
  if (v.is(ValueKind::set)) {
    Elements elements;
    for (const Value& e : elements_of(v)) elements.push_back(normalised(e));
    Set set;
    set.parts = std::move(elements);
    return Value::set(std::make_shared<const Set>(std::move(set)));
  }
  if (v.is(ValueKind::function)) {
    Function f;
    for (const auto& [key, value] : pairs_of(v)) f.pairs.emplace_back(normalised(key), normalised(value));
    return Value::function(std::make_shared<const Function>(std::move(f)));
  }
  return v;
}

}  // namespace synod::reference
