// What the operations on sets have in common; for their own files only.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "base/evaluation_error.hpp"
#include "values/value.hpp"

namespace synod::values {

[[noreturn]] inline void fail(EvaluationFault fault, const std::string& message) {
  throw EvaluationError(fault, message);
}

[[noreturn]] inline void not_a_set(Value v) {
  fail(EvaluationFault::not_a_set, "A set was expected, but the value is " + to_string(v) + ".");
}

inline void check_set(Value v) {
  if (!is_set(v.kind())) not_a_set(v);
}

[[noreturn]] inline void infinite(Value v) {
  fail(EvaluationFault::infinite_set, "Attempted to enumerate the infinite set " + to_string(v) + ".");
}

/// Where an element is in a sorted set, or would have to be.
struct Place {
  std::size_t index;
  bool found;
};

inline Place place_of(std::span<const Value> items, Value element) {
  std::size_t low = 0;
  std::size_t high = items.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const int order = compare(items[middle], element);
    if (order == 0) return {middle, true};
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return {low, false};
}

}  // namespace synod::values
