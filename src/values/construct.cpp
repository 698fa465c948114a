// Building canonical values.
#include <algorithm>
#include <vector>

#include "base/evaluation_error.hpp"
#include "values/hashing.hpp"
#include "values/value.hpp"

namespace synod::values {

namespace {

/// An empty set or tuple, made once; handle 0 like any temporary, but immortal.
const Object* immortal(Kind kind) {
  static const Object empty_set_object{0, 0, 0, Kind::set, {}, nullptr};
  static const Object empty_tuple_object{0, 0, 0, Kind::tuple, {}, nullptr};
  return kind == Kind::set ? &empty_set_object : &empty_tuple_object;
}

bool is_one_to_n(std::span<const Value> domain) {
  if (domain.empty()) return true;
  // Sorted and distinct: 1..n exactly when the ends fit.
  return domain.front().is_small_integer() && domain.front().as_small_integer() == 1 &&
         domain.back().is_small_integer() &&
         domain.back().as_small_integer() == static_cast<std::int64_t>(domain.size());
}

bool all_words_comparable(std::span<const Value> v) {
  return std::all_of(v.begin(), v.end(), [](Value x) { return x.is_small_integer(); });
}

/// Sorts and removes duplicates in place; gives back how many remain.
std::size_t sort_unique(Value* begin, std::size_t count) {
  if (count < 2) return count;
  if (all_words_comparable({begin, count})) {
    std::sort(begin, begin + count,
              [](Value a, Value b) { return a.as_small_integer() < b.as_small_integer(); });
    return static_cast<std::size_t>(std::unique(begin, begin + count) - begin);
  }
  if (count <= 12) {  // insertion: most sets are nearly sorted and small
    std::size_t kept = 1;
    for (std::size_t i = 1; i < count; ++i) {
      const Value v = begin[i];
      std::size_t j = kept;
      int order = 1;
      while (j > 0 && (order = compare(begin[j - 1], v)) > 0) --j;
      if (j > 0 && order == 0) continue;
      for (std::size_t k = kept; k > j; --k) begin[k] = begin[k - 1];
      begin[j] = v;
      ++kept;
    }
    return kept;
  }
  std::sort(begin, begin + count, [](Value a, Value b) { return compare(a, b) < 0; });
  return static_cast<std::size_t>(
      std::unique(begin, begin + count, [](Value a, Value b) { return compare(a, b) == 0; }) - begin);
}

}  // namespace

Value empty_set() { return Value::object(immortal(Kind::set)); }
Value empty_tuple() { return Value::object(immortal(Kind::tuple)); }

Value make_integer(Arena& arena, std::int64_t i) {
  if (Value::fits_small(i)) return Value::small_integer(i);
  Object* o = arena.allocate(Kind::integer, 1);
  o->items()[0] = Value::from_bits(static_cast<std::uint64_t>(i));
  o->hash = integer_hash(i);
  return Value::object(o);
}

Value make_sorted_set(Arena& arena, std::span<const Value> elements) {
  if (elements.empty()) return empty_set();
  Object* o = arena.allocate(Kind::set, elements.size());
  std::copy(elements.begin(), elements.end(), o->items());
  for (const Value v : elements) o->hash += element_hash(hash(v));
  return Value::object(o);
}

Value make_set(Arena& arena, std::span<const Value> elements) {
  if (elements.empty()) return empty_set();
  Object* o = arena.allocate(Kind::set, elements.size());
  std::copy(elements.begin(), elements.end(), o->items());
  const std::size_t kept = sort_unique(o->items(), elements.size());
  if (kept < elements.size()) arena.shrink(o, kept);
  for (const Value v : o->all()) o->hash += element_hash(hash(v));
  return Value::object(o);
}

Value make_tuple(Arena& arena, std::span<const Value> items) {
  if (items.empty()) return empty_tuple();
  Object* o = arena.allocate(Kind::tuple, items.size());
  std::copy(items.begin(), items.end(), o->items());
  for (std::size_t i = 0; i < items.size(); ++i) {
    o->hash += point_hash(integer_hash(static_cast<std::int64_t>(i) + 1), hash(items[i]));
  }
  return Value::object(o);
}

Value make_function(Arena& arena, Value domain, std::span<const Value> values) {
  const auto points = elements(domain);
  if (is_one_to_n(points)) return make_tuple(arena, values);
  Object* o = arena.allocate(Kind::function, values.size() + 1);
  o->items()[0] = domain;
  std::copy(values.begin(), values.end(), o->items() + 1);
  for (std::size_t i = 0; i < values.size(); ++i) o->hash += point_hash(hash(points[i]), hash(values[i]));
  return Value::object(o);
}

Value make_record(Arena& arena, std::span<const AtomId> names, std::span<const Value> values) {
  std::vector<std::size_t> order(names.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return atoms().get(names[a]).text < atoms().get(names[b]).text;
  });
  std::vector<Value> sorted_names;
  std::vector<Value> sorted_values;
  for (const std::size_t i : order) {
    sorted_names.push_back(Value::string(names[i]));
    sorted_values.push_back(values[i]);
  }
  return make_function(arena, make_sorted_set(arena, sorted_names), sorted_values);
}

}  // namespace synod::values
