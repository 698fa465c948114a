// The module TLC but for its registers.
#include <algorithm>
#include <chrono>

#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

constexpr std::size_t most_permuted = 10;

void print(const NativeCall& call, const std::string& line) {
  if (call.evaluator.options().print) call.evaluator.options().print(line);
}

/// Whether printing has to list the elements first.
bool is_listed_to_print(const Set& s) {
  switch (s.form) {
    case SetForm::set_union:
    case SetForm::intersection:
    case SetForm::difference:
    case SetForm::big_union:
    case SetForm::filter:
      return true;
    default:
      return false;
  }
}

/// Printing sorts: a set whose elements cannot be compared, or listed, fails.
const Value& sorted(const Value& v) {
  if (v.is(ValueKind::set) && is_listed_to_print(v.as_set())) static_cast<void>(elements_of(v));
  if (v.is(ValueKind::set) && is_literal(v)) {
    for (const Value& e : elements_of(v)) static_cast<void>(sorted(e));
  }
  if (v.is(ValueKind::function) && !v.as_function().domain.defined()) {
    for (const auto& pair : pairs_of(v)) static_cast<void>(sorted(pair.second));
  }
  return v;
}

Value print_two(const NativeCall& call) {
  const Value first = sorted(call.argument(0));
  const Value second = sorted(call.argument(1));
  print(call, text(first) + "  " + text(second));
  return second;
}

Value assert_that(const NativeCall& call) {
  const Value condition = call.argument(0);
  const Value message = call.argument(1);
  if (condition.is(ValueKind::boolean) && condition.as_boolean()) return condition;
  fail(EvaluationFault::assertion,
       "The first argument of Assert evaluated to FALSE; the second argument was:\n" + text(message));
}

/// f @@ g: all of f, and g where f is not defined.
Value at_at(const Value& f, const Value& g) {
  if (!f.is(ValueKind::function)) fail_argument(EvaluationFault::not_a_function, 0, "@@", "function", f);
  if (!g.is(ValueKind::function)) fail_argument(EvaluationFault::not_a_function, 1, "@@", "function", g);
  const Pairs& first = pairs_of(f);
  Pairs all = first;
  for (const auto& pair : pairs_of(g)) {
    const bool known = std::any_of(first.begin(), first.end(),
                                   [&](const auto& other) { return equal(pair.first, other.first); });
    if (!known) all.push_back(pair);
  }
  return Value::function(std::move(all));
}

Value permutations(const Value& s) {
  if (!s.is(ValueKind::set) || !is_finite(s)) {
    fail(EvaluationFault::not_a_set,
         "Applying Permutations to the following value,\nwhich is not a finite set:\n" + text(s));
  }
  const Elements& domain = elements_of(s);
  if (domain.size() > most_permuted) {
    fail(EvaluationFault::too_large, "Permutations was applied to a set of more than " +
                                         std::to_string(most_permuted) + " elements:\n" + text(s));
  }
  std::vector<std::size_t> image(domain.size());
  for (std::size_t i = 0; i < image.size(); ++i) image[i] = i;
  Elements result;
  do {
    Pairs pairs;
    for (std::size_t i = 0; i < domain.size(); ++i) pairs.emplace_back(domain[i], domain[image[i]]);
    result.push_back(Value::function(std::move(pairs)));
  } while (std::next_permutation(image.begin(), image.end()));
  return Value::set(std::move(result));
}

/// Stable insertion sort with the given strict order.
Value sort_seq(const NativeCall& call) {
  const Value s = call.argument(0);
  Elements sorted;
  if (!as_tuple(s, sorted)) fail_argument(EvaluationFault::not_a_sequence, 0, "SortSeq", "sequence", s);
  const auto before = [&](const Value& a, const Value& b) {
    const Value result = call.call(1, {a, b});
    if (!result.is(ValueKind::boolean)) {
      fail_argument(EvaluationFault::not_boolean, 1, "SortSeq", "boolean function", result);
    }
    return result.as_boolean();
  };
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    for (std::size_t j = i; j > 0 && before(sorted[j], sorted[j - 1]); --j)
      std::swap(sorted[j], sorted[j - 1]);
  }
  return Value::tuple(std::move(sorted));
}

Value seconds_since_epoch() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return Value::integer(std::chrono::duration_cast<std::chrono::seconds>(now).count());
}

}  // namespace

Value tlc_native(Native native, const NativeCall& call) {
  switch (native) {
    case Native::print:
      return print_two(call);
    case Native::print_t:
      print(call, text(sorted(call.argument(0))));
      return Value::boolean(true);
    case Native::assert_that:
      return assert_that(call);
    case Native::java_time:
      return seconds_since_epoch();
    case Native::colon_greater: {
      const Value key = call.argument(0);
      return Value::function(Pairs{{key, call.argument(1)}});
    }
    case Native::at_at: {
      const Value left = call.argument(0);
      return at_at(left, call.argument(1));
    }
    case Native::permutations:
      return permutations(call.argument(0));
    case Native::sort_seq:
      return sort_seq(call);
    case Native::any:
      return special_set(SetForm::any);
    case Native::to_string:
      return Value::string(text(sorted(call.argument(0))));
    case Native::tlc_eval:
      return normalised(call.argument(0));
    case Native::tlc_model_value: {
      const Value name = call.argument(0);
      if (!name.is(ValueKind::string))
        fail_argument(EvaluationFault::argument, 0, "TLCModelValue", "string", name);
      return model_value_named(call.evaluator.model(), name.as_string());
    }
    default:
      return {};
  }
}

}  // namespace synod::reference
