// Sets as operands: membership, enumeration, size and expansion of explicit and symbolic sets.
//
// Membership decides without enumerating whatever it can. Enumeration follows the order of values; what it
// yields lives in the given arena. Everything throws EvaluationError without a place: the caller's node knows
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "values/value.hpp"

namespace synod::values {

/// The evaluator's part of a lazy value; `Object::extra` points to one for lazy_filter and lazy_function.
/// Lives in the arena of its object; nothing is destroyed.
class Closure {
 public:
  virtual bool contains(
      Value v) const = 0;  ///< lazy_filter: the test of an element already known to be in the base
  virtual Value apply(Value argument) const = 0;  ///< lazy_function: the value at a point of the domain
  virtual Closure* copy(
      Arena& permanent) const = 0;  ///< with everything it captured, to outlive every other arena
  /// lazy_function: a point of it has no value, so that it can be applied elsewhere, and nothing else.
  virtual bool is_partial() const = 0;
  virtual void attached_to(const Object* self) = 0;  ///< the object that carries it, for recursive functions

 protected:
  ~Closure() = default;
};

/// A lazy function or filter: items: the domain or base set.
Value make_lazy(Arena& arena, Kind kind, Value base, Closure* closure);
[[nodiscard]] inline const Closure& closure_of(const Object& o) {
  return *static_cast<const Closure*>(o.extra);
}

/// Elements that a set may have which has to be built. Beyond, EvaluationError(too_large).
inline constexpr std::uint64_t max_elements = 20'000'000;

[[nodiscard]] bool contains(Arena& arena, Value set, Value element);
/// The explicit form of any value: symbolic sets and lazy functions expanded, components too. Throws
/// infinite_set, too_large.
[[nodiscard]] Value expand(Arena& arena, Value v);
/// Whether a value is explicit all the way down; explicit composites contain only explicit values.
[[nodiscard]] inline bool is_explicit(Value v) {
  if (!v.is_object()) return v.kind() < Kind::interval;
  const Kind k = v.as_object()->kind;
  return k == Kind::set || k == Kind::tuple || k == Kind::function || k == Kind::integer;
}
/// Throws too_large beyond `most_counted` elements.
[[nodiscard]] std::int64_t cardinality(Arena& arena, Value set);
/// The same, or `most_counted` for that many elements and more.
inline constexpr std::uint64_t most_counted = std::uint64_t{1} << 62;
[[nodiscard]] std::uint64_t saturating_cardinality(Arena& arena, Value set);
[[nodiscard]] bool is_finite(Value set);
/// Whether the form of a set shows that it is {}: its size, the ends of an interval, a factor that is {}.
[[nodiscard]] bool is_seen_empty(Value set);
/// Whether it is a product or set of records with a factor that is {}: it is {} too, however large the other
/// factors are, and though it may not be finite for `is_finite`, as for TLC.
[[nodiscard]] bool lacks_a_factor(Value set);
/// Equality of two sets as far as it can be decided without listing their elements: infinite ones, and
/// symbolic ones of the same form or of other sizes. Nothing when they have to be listed. Throws incomparable
/// for an infinite set and another that may or may not be the same.
[[nodiscard]] std::optional<bool> equal_unlisted(Arena& arena, Value a, Value b);
[[nodiscard]] bool is_subset(Arena& arena, Value a, Value b);
[[nodiscard]] Value set_union(Arena& arena, Value a, Value b);
/// Stays symbolic where neither set is explicit or an interval.
[[nodiscard]] Value set_intersection(Arena& arena, Value a, Value b);
[[nodiscard]] Value set_difference(Arena& arena, Value a, Value b);
/// UNION set. Where a part is no set, or an element cannot be compared with others, the union stays as it is:
/// it can be asked for members, and fails in every other use. So does one with an infinite part.
[[nodiscard]] Value big_union(Arena& arena, Value set);
/// The same for a set that is given by its elements.
[[nodiscard]] Value union_of(Arena& arena, std::span<const Value> parts);

Value make_interval(Arena& arena, Value low, Value high);
Value make_symbolic(Arena& arena, Kind kind, std::span<const Value> items);
/// The value of a function at a point, of any function kind. Throws outside_domain, not_a_function.
[[nodiscard]] Value apply(Arena& arena, Value f, Value argument);
[[nodiscard]] Value domain_of(Arena& arena, Value f);

/// Walks a finite set in value order. Builds one element after the other; of the sets that make up a function
/// set, record set or product only intervals are not built first.
class Enumerator {
 public:
  Enumerator(Arena& arena, Value set);
  /// The next element, or false at the end.
  bool next(Value& element);

 private:
  /// What one component is chosen from.
  struct Axis {
    std::span<const Value> items;
    std::int64_t low = 0;  ///< of an interval, which has no items
    std::uint64_t size = 0;
  };
  [[nodiscard]] Axis axis(Value set) const;
  [[nodiscard]] Value choice(const Axis& axis, std::uint64_t index) const;
  bool next_subset(Value& element);
  bool next_combination();
  bool next_odometer(Value& element);
  Value build();

  Arena& arena_;
  Kind kind_;
  std::span<const Value> items_;  ///< explicit elements
  std::size_t position_ = 0;
  std::int64_t low_ = 0, high_ = -1;  ///< interval
  Value form_;                        ///< the domain of a function set, the names of a record set
  std::vector<Axis> axes_;  ///< choices per component, last one fastest; of a powerset the base only
  std::vector<std::uint64_t> indices_;
  std::vector<Value> chosen_;
  bool done_ = false;
};

}  // namespace synod::values
