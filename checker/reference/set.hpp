// Sets: explicit or symbolic, with membership, enumeration in value order, and size.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "reference/value.hpp"

namespace synod::reference {

enum class SetForm : std::uint8_t {
  elements,  ///< parts: sorted, unique
  unsorted,  ///< parts: elements in the order written, which cannot be compared with each other
  interval,  ///< low..high
  naturals,
  integers,
  strings,
  any,
  sequences,     ///< Seq(parts[0])
  powerset,      ///< SUBSET parts[0]
  functions,     ///< [parts[0] -> parts[1]]
  product,       ///< parts[0] \X parts[1] \X ...
  records,       ///< [fields[0] : parts[0], ...], sorted by field
  set_union,     ///< parts[0] \cup parts[1]
  intersection,  ///< parts[0] \cap parts[1]
  difference,    ///< parts[0] \ parts[1]
  big_union,     ///< UNION parts[0]
  filter,        ///< {x \in parts[0] : predicate}
};

struct Set {
  SetForm form = SetForm::elements;
  Elements parts;
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::vector<std::string> fields;
  std::function<bool(const Value&)> predicate;
  mutable std::shared_ptr<const Elements> expanded;  ///< the elements, once they were all needed
};

// Constructors. Arguments that must be sets are checked: not_a_set.
[[nodiscard]] Value empty_set();
[[nodiscard]] Value interval(std::int64_t low, std::int64_t high);
[[nodiscard]] Value special_set(SetForm form);                   ///< naturals, integers, strings, any
[[nodiscard]] Value symbolic_set(SetForm form, Elements parts);  ///< sequences, powerset, functions, product
/// The domain of [x \in S, y \in T |-> e]: a product that keeps its factors even if one of them is empty.
[[nodiscard]] Value domain_of_bounds(Elements sets);
[[nodiscard]] Value record_set(std::vector<std::pair<std::string, Value>> fields);
[[nodiscard]] Value filter_set(Value base, std::function<bool(const Value&)> predicate);
[[nodiscard]] Value set_union(const Value& a, const Value& b);
[[nodiscard]] Value set_intersection(const Value& a, const Value& b);
[[nodiscard]] Value set_difference(const Value& a, const Value& b);
[[nodiscard]] Value big_union(const Value& sets);

/// e \in s.
[[nodiscard]] bool member(const Value& e, const Value& s);
/// Can all elements be listed? Decided without listing them.
[[nodiscard]] bool is_finite(const Value& s);
/// Is it a product or set of records that is {} because one of its factors is? It need not be finite.
[[nodiscard]] bool lacks_a_factor(const Value& s);
/// The number of elements; nothing when it has more than 64 bits. Throws infinite_set.
[[nodiscard]] std::optional<std::int64_t> size_of(const Value& s);
/// The same; throws too_large for `most_counted` and more.
[[nodiscard]] std::int64_t cardinality(const Value& s);
/// All elements in value order. Throws infinite_set, and too_large beyond `largest_set` elements.
[[nodiscard]] const Elements& elements_of(const Value& s);
inline constexpr std::int64_t most_counted = std::int64_t{1} << 62;  ///< Cardinality fails from here on
inline constexpr std::int64_t largest_set = 20'000'000;  ///< as for the engine (values::max_elements)
/// Throws too_large when a set that is being built has more than `largest_set` elements.
void check_room(const Elements& elements);
/// Calls `visit` with each element in value order, without building the set where its form allows, until it
/// returns true. Returns whether it did. Throws infinite_set.
bool visit_elements(const Value& s, const std::function<bool(const Value&)>& visit);
/// a \subseteq b; a must be finite.
[[nodiscard]] bool subset_of(const Value& a, const Value& b);
/// Is it an explicit set or an interval (what TLC enumerates at once)?
[[nodiscard]] bool is_literal(const Value& s);
/// Throws not_a_set, naming the construct that needed a set.
void require_set(const Value& v, const std::string& construct);

}  // namespace synod::reference
