#include "store/shape.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <utility>

#include "store/ranking.hpp"

namespace synod::store {
namespace {

using Kind = Shape::Kind;

constexpr std::uint16_t widest_integer = 60;
constexpr std::uint16_t first_enumeration = 2;
constexpr std::uint16_t widest_enumeration = 20;  // then a handle is hardly wider and needs no dictionary
constexpr std::size_t most_points = 64;
// Of one variable. Beyond that its values are more likely alike than spread evenly.
constexpr std::size_t most_leaves = 256;
constexpr std::size_t most_bits = 1024;
constexpr std::array<std::uint16_t, 10> set_capacities{4, 8, 16, 32, 48, 64, 128, 192, 256, 0};

std::uint16_t bits_of(std::uint64_t n) {
  return static_cast<std::uint16_t>(std::max(1, static_cast<int>(std::bit_width(n))));
}

Shape leaf(Kind kind, std::uint16_t bits, std::int64_t low = 0) {
  Shape s;
  s.kind = kind;
  s.bits = bits;
  s.low = low;
  return s;
}

Shape integer_around(std::int64_t i) {
  // -1 is a favourite sentinel.
  if (i >= -1 && i < 15) return leaf(Kind::integer, 4, -1);
  return leaf(Kind::integer, 8, i >= -16 && i < 224 ? -32 : i - 128);
}

bool fits_integer(Value v) {
  constexpr std::int64_t bound = std::int64_t{1} << 58;
  return v.is_small_integer() && v.as_small_integer() > -bound && v.as_small_integer() < bound;
}

std::size_t index_of(std::span<const Value> entries, Value v) {
  return static_cast<std::size_t>(std::find(entries.begin(), entries.end(), v) - entries.begin());
}

/// Wider by two bits at least, towards `i`.
void include_integer(Shape& s, std::int64_t i) {
  const std::int64_t high = s.low + (std::int64_t{1} << s.bits) - 1;
  if (i >= s.low && i <= high) return;
  const std::uint64_t reach = i > high ? static_cast<std::uint64_t>(i) - static_cast<std::uint64_t>(s.low)
                                       : static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(i);
  const auto bits = std::max<std::uint16_t>(static_cast<std::uint16_t>(s.bits + 2), bits_of(reach));
  if (bits > widest_integer) {
    s = Shape();
    return;
  }
  s.low = i > high ? s.low : high - ((std::int64_t{1} << bits) - 1);
  s.bits = bits;
}

void include_entry(Shape& s, Value v) {
  if (index_of(s.entries, v) < s.entries.size()) return;
  if (s.entries.size() == std::size_t{1} << s.bits)
    s.bits = static_cast<std::uint16_t>(s.bits + (s.bits < 8 ? 1 : 2));
  if (s.bits > widest_enumeration) {
    s = Shape();
  } else {
    s.entries.push_back(v);
  }
}

/// The shape of a field that takes `v`, and what the store holds there: that is learned when it is rewritten.
Shape enumeration_with(Value v) {
  Shape s = leaf(Kind::enumeration, first_enumeration);
  s.entries.push_back(v);
  return s;
}

/// False when they are too many, or have no common order.
bool include_elements(Shape& s, Value v) {
  if (v.kind() != values::Kind::set) return false;
  const std::size_t known = s.entries.size();
  for (const Value element : values::elements(v)) {
    if (index_of({s.entries.data(), known}, element) == known) s.entries.push_back(element);
  }
  const auto* capacity = std::find_if(set_capacities.begin(), set_capacities.end(), [&](std::uint16_t c) {
    return c == 0 || (c >= s.entries.size() && c >= s.bits);
  });
  s.bits = *capacity;
  return s.bits != 0 && (known == s.entries.size() || Ranking::of(s.entries));
}

bool has_domain(const Shape& s, Value v) {
  if (s.domain.is_none()) return v.kind() == values::Kind::tuple && values::size(v) == s.points;
  return v.kind() == values::Kind::function && (*v.as_object())[0] == s.domain;
}

bool small_enough(const Shape& s) { return s.leaves() <= most_leaves && s.total_bits() <= most_bits; }

/// False when it is no function of this domain, or too large a one.
bool include_points(Shape& s, Value v) {
  if (!has_domain(s, v)) return false;
  const auto range = values::range_of(v);
  for (std::size_t i = 0; i < range.size(); ++i) s.children[s.uniform ? 0 : i].include(range[i]);
  return small_enough(s);
}

/// Points that begin alike share one shape: what one learns, all have. Those of a record never do.
void share_children(Shape& s, Value v) {
  const auto& all = s.children;
  if (values::is_record(v) || all.size() < 2) return;
  if (!std::all_of(all.begin(), all.end(), [&](const Shape& c) { return same_tree(c, all[0]); })) return;
  s.uniform = true;
  s.children.resize(1);
  for (const Value item : values::range_of(v)) s.children[0].include(item);
}

Shape for_function(Value v) {
  const std::size_t points = values::size(v);
  // The empty tuple is the beginning of a sequence.
  if (points == 0 || points > most_points) return enumeration_with(v);
  Shape s = leaf(Kind::function, 0);
  s.points = static_cast<std::uint32_t>(points);
  if (v.kind() == values::Kind::function) s.domain = (*v.as_object())[0];
  for (const Value item : values::range_of(v)) s.children.push_back(Shape::for_value(item));
  share_children(s, v);
  return small_enough(s) ? s : enumeration_with(v);
}

std::string plural(std::size_t n, const char* what) {
  return std::to_string(n) + " " + what + (n == 1 ? "" : "s");
}

}  // namespace

Shape Shape::for_value(Value v) {
  if (v.is_boolean()) return leaf(Kind::boolean, 1);
  if (fits_integer(v)) return integer_around(v.as_small_integer());
  if (v.kind() == values::Kind::tuple || v.kind() == values::Kind::function) return for_function(v);
  if (v.kind() == values::Kind::set) {
    Shape s = leaf(Kind::bit_set, set_capacities[0]);
    if (include_elements(s, v)) return s;
  }
  return enumeration_with(v);
}

void Shape::include(Value v) {
  switch (kind) {
    case Kind::handle:
      return;
    case Kind::boolean:
      if (v.is_boolean()) return;
      break;
    case Kind::integer:
      if (v.is_small_integer()) return include_integer(*this, v.as_small_integer());
      break;
    case Kind::enumeration:
      return include_entry(*this, v);
    case Kind::function:
      if (include_points(*this, v)) return;
      break;
    case Kind::bit_set:
      if (include_elements(*this, v)) return;
      break;
  }
  *this = enumeration_with(v);
}

std::size_t Shape::leaves() const {
  if (kind != Kind::function) return 1;
  std::size_t sum = 0;
  for (std::size_t i = 0; i < points; ++i) sum += child(i).leaves();
  return sum;
}

std::size_t Shape::total_bits() const {
  if (kind != Kind::function) return bits;
  std::size_t sum = 0;
  for (std::size_t i = 0; i < points; ++i) sum += child(i).total_bits();
  return sum;
}

bool same_tree(const Shape& a, const Shape& b) {
  if (a.kind != b.kind || a.points != b.points || a.domain != b.domain) return false;
  for (std::size_t i = 0; i < a.points; ++i) {
    if (!same_tree(a.child(i), b.child(i))) return false;
    if (a.uniform && b.uniform) return true;
  }
  return true;
}

std::string describe(const Shape& shape) {
  switch (shape.kind) {
    case Kind::boolean:
      return "boolean";
    case Kind::integer:
      return "integer in " + std::to_string(shape.low) + ".." +
             std::to_string(shape.low + (std::int64_t{1} << shape.bits) - 1);
    case Kind::enumeration:
      return "enumeration of " + std::to_string(shape.entries.size()) + ", " + plural(shape.bits, "bit");
    case Kind::handle:
      return "any value, 32 bits";
    case Kind::bit_set:
      return "set over " + plural(shape.entries.size(), "element") + ", " + plural(shape.bits, "bit");
    case Kind::function:
      break;
  }
  if (shape.uniform) return "[" + plural(shape.points, "point") + " -> " + describe(shape.children[0]) + "]";
  std::string text;
  for (std::size_t i = 0; i < shape.points; ++i) {
    const Value point = shape.domain.is_none() ? Value::small_integer(static_cast<std::int64_t>(i) + 1)
                                               : values::elements(shape.domain)[i];
    text += (i == 0 ? "[" : ", ") + (point.is_string() ? point.text() : values::to_string(point)) + " -> " +
            describe(shape.children[i]);
  }
  return text + "]";
}

}  // namespace synod::store
