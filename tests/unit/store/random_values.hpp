// Random values of few kinds and sizes, so that equal ones come up again.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "values/value.hpp"

namespace synod::store {

using values::Value;

class RandomValues {
 public:
  explicit RandomValues(std::uint64_t seed) : random_(seed) {}

  [[nodiscard]] std::size_t below(std::size_t n) { return random_() % n; }

  /// Of any kind; composite ones are made in `arena` and not interned.
  Value any(values::Arena& arena, unsigned depth = 2) {
    switch (below(depth == 0 ? 4 : 8)) {
      case 0:
        return Value::boolean(below(2) == 0);
      case 1:
        return Value::small_integer(static_cast<std::int64_t>(below(2) == 0 ? below(4) : below(3000)) - 3);
      case 2:
        return text("s" + std::to_string(below(6)));
      case 3:
        return Value::model_value(values::atoms().model_value("m" + std::to_string(below(3))));
      case 4:
        return set_of_integers(arena, below(2) == 0 ? 6 : 400);
      case 5:
        return tuple(arena, below(4), depth - 1);
      case 6:
        return function(arena, below(3) + 1, depth - 1);
      default:
        return record(arena, depth - 1);
    }
  }

  static Value text(const std::string& s) { return Value::string(values::atoms().string(s)); }

  /// A set of up to 12 integers below `universe`.
  Value set_of_integers(values::Arena& arena, std::size_t universe) {
    std::vector<Value> elements(below(13));
    for (Value& v : elements) v = Value::small_integer(static_cast<std::int64_t>(below(universe)));
    return values::make_set(arena, elements);
  }
  Value tuple(values::Arena& arena, std::size_t length, unsigned depth) {
    return values::make_tuple(arena, items(arena, length, depth));
  }
  /// With one of few domains.
  Value function(values::Arena& arena, std::size_t points, unsigned depth) {
    std::vector<Value> domain;
    for (std::size_t i = 0; i < points; ++i)
      domain.push_back(Value::small_integer(static_cast<std::int64_t>(5 * i)));
    return values::make_function(arena, values::make_sorted_set(arena, domain), items(arena, points, depth));
  }
  Value record(values::Arena& arena, unsigned depth) {
    const values::AtomId names[] = {text("f").as_atom(), text("g").as_atom()};
    return values::make_record(arena, names, items(arena, 2, depth));
  }

 private:
  std::vector<Value> items(values::Arena& arena, std::size_t count, unsigned depth) {
    std::vector<Value> made(count);
    for (Value& v : made) v = any(arena, depth);
    return made;
  }

  std::mt19937_64 random_;
};

}  // namespace synod::store
