// Bags: functions to the positive integers.
#include <algorithm>

#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

bool is_bag(const Value& b) {
  if (!b.is(ValueKind::function)) return false;
  const Pairs& pairs = pairs_of(b);
  return std::all_of(pairs.begin(), pairs.end(), [](const auto& pair) {
    return pair.second.is(ValueKind::integer) && pair.second.as_integer() > 0;
  });
}

const Pairs& bag(const Value& b, std::size_t i, const std::string& op) {
  if (!is_bag(b)) fail_argument(EvaluationFault::argument, i, op, "bag", b);
  return pairs_of(b);
}

std::int64_t sum(std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (__builtin_add_overflow(a, b, &result)) {
    fail(EvaluationFault::overflow, "Overflow when computing " + std::to_string(a) + "+" + std::to_string(b));
  }
  return result;
}

/// Adds `copies` of e to a bag under construction.
void add(Pairs& to, const Value& e, std::int64_t copies) {
  for (auto& [key, count] : to) {
    if (equal(key, e)) {
      count = Value::integer(sum(count.as_integer(), copies));
      return;
    }
  }
  to.emplace_back(e, Value::integer(copies));
}

std::int64_t copies_in(const Value& e, const Pairs& pairs) {
  for (const auto& [key, count] : pairs) {
    if (equal(e, key)) return count.as_integer();
  }
  return 0;
}

Value bag_cup(const Value& a, const Value& b) {
  Pairs result = bag(a, 0, "(+)");
  for (const auto& [key, count] : bag(b, 1, "(+)")) add(result, key, count.as_integer());
  return Value::function(std::move(result));
}

Value bag_difference(const Value& a, const Value& b) {
  const Pairs& other = bag(b, 1, "(-)");
  Pairs result;
  for (const auto& [key, count] : bag(a, 0, "(-)")) {
    const std::int64_t left = count.as_integer() - copies_in(key, other);
    if (left > 0) result.emplace_back(key, Value::integer(left));
  }
  return Value::function(std::move(result));
}

Value bag_union(const Value& bags) {
  require_set(bags, "BagUnion(S)");
  Pairs result;
  for (const Value& b : elements_of(bags)) {
    if (!is_bag(b)) {
      fail(EvaluationFault::argument,
           "Attempted to apply BagUnion to the following set, whose\nelement is not a bag:\n" + text(bags));
    }
    for (const auto& [key, count] : pairs_of(b)) add(result, key, count.as_integer());
  }
  return Value::function(std::move(result));
}

bool sub_bag_of(const Value& a, const Value& b) {
  const Pairs& other = bag(b, 1, "\\sqsubseteq");
  const Pairs& pairs = bag(a, 0, "\\sqsubseteq");
  return std::all_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
    return pair.second.as_integer() <= copies_in(pair.first, other);
  });
}

Value bag_of_all(const NativeCall& call) {
  Pairs result;
  const Value b = call.argument(1);  // owns the pairs
  for (const auto& [key, count] : bag(b, 1, "BagOfAll")) {
    add(result, call.call(0, {key}), count.as_integer());
  }
  return Value::function(std::move(result));
}

/// All bags below b, one element after the other.
void add_sub_bags(const Pairs& pairs, std::size_t i, Pairs& chosen, Elements& result) {
  if (i == pairs.size()) {
    result.push_back(Value::function(chosen));
    return;
  }
  add_sub_bags(pairs, i + 1, chosen, result);
  for (std::int64_t n = 1; n <= pairs[i].second.as_integer(); ++n) {
    chosen.emplace_back(pairs[i].first, Value::integer(n));
    add_sub_bags(pairs, i + 1, chosen, result);
    chosen.pop_back();
  }
}

Value set_to_bag(const Value& s) {
  require_set(s, "SetToBag(S)");
  Pairs pairs;
  for (const Value& e : elements_of(s)) pairs.emplace_back(e, Value::integer(1));
  return Value::function(std::move(pairs));
}

Value bag_cardinality(const Value& b) {
  std::int64_t result = 0;
  for (const auto& pair : bag(b, 0, "BagCardinality")) result = sum(result, pair.second.as_integer());
  return Value::integer(result);
}

}  // namespace

Value bag_native(Native native, const NativeCall& call) {
  const auto two_bags = [&](auto operation) {
    const Value left = call.argument(0);
    return operation(left, call.argument(1));
  };
  switch (native) {
    case Native::empty_bag:
      return Value::function(Pairs());
    case Native::is_a_bag:
      return Value::boolean(is_bag(call.argument(0)));
    case Native::bag_cardinality:
      return bag_cardinality(call.argument(0));
    case Native::bag_in:
      return two_bags([](const Value& e, const Value& b) {
        return Value::boolean(copies_in(e, bag(b, 1, "BagIn")) > 0);
      });
    case Native::copies_in:
      return two_bags(
          [](const Value& e, const Value& b) { return Value::integer(copies_in(e, bag(b, 1, "CopiesIn"))); });
    case Native::bag_cup:
      return two_bags(bag_cup);
    case Native::bag_diff:
      return two_bags(bag_difference);
    case Native::bag_union:
      return bag_union(call.argument(0));
    case Native::sqsubseteq:
      return two_bags([](const Value& a, const Value& b) { return Value::boolean(sub_bag_of(a, b)); });
    case Native::bag_of_all:
      return bag_of_all(call);
    case Native::bag_to_set: {
      const Value b = call.argument(0);
      static_cast<void>(bag(b, 0, "BagToSet"));
      return domain_of(b);
    }
    case Native::set_to_bag:
      return set_to_bag(call.argument(0));
    case Native::sub_bag: {
      const Value b = call.argument(0);
      Elements result;
      Pairs chosen;
      add_sub_bags(bag(b, 0, "SubBag"), 0, chosen, result);
      return Value::set(std::move(result));
    }
    default:
      return {};
  }
}

}  // namespace synod::reference
