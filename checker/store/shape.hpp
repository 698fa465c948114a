// How the values of a variable are encoded, as plain data: learned from the values that occur, and widened by
// those that do not fit. Nothing is trusted, so a wrong guess costs a rewrite of the store and never a state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "values/value.hpp"

namespace synod::store {

using values::Value;

/// A tree: leaves have fields of their own, functions one child per point. All values in it are interned.
struct Shape {
  enum class Kind : std::uint8_t {
    boolean,      ///< 1 bit
    integer,      ///< low .. low + 2^bits - 1
    enumeration,  ///< an index into `entries`; room for 2^bits of them
    handle,       ///< any explicit value: its interner handle
    function,     ///< every point of one domain; also tuples of one length, and records
    bit_set,      ///< a set: one bit per element of `entries`; room for `bits` of them
  };
  Kind kind = Kind::handle;
  bool uniform = false;      ///< function: all points share children[0], and its entries
  std::uint16_t bits = 32;   ///< of a leaf; 0 for functions
  std::uint32_t points = 0;  ///< of a function
  std::int64_t low = 0;
  Value domain;                 ///< of a function: an interned set, or none for a tuple
  std::vector<Shape> children;  ///< of a function: one, or one per point
  std::vector<Value> entries;   ///< by code
  bool operator==(const Shape&) const = default;

  /// A guess from one interned value of the variable: tight, since widening is cheap while there are few
  /// states.
  [[nodiscard]] static Shape for_value(Value v);
  /// Makes room for an interned value and adds it to the entries that it needs; codes stay. What cannot grow
  /// becomes an enumeration, and that a handle, so every shape has an end to its widening.
  void include(Value v);

  [[nodiscard]] const Shape& child(std::size_t point) const { return children[uniform ? 0 : point]; }
  [[nodiscard]] std::size_t leaves() const;
  [[nodiscard]] std::size_t total_bits() const;
};

/// Whether a packed value can be moved from one shape to the other code by code: the same tree of kinds.
[[nodiscard]] bool same_tree(const Shape& a, const Shape& b);
/// For people: "[3 points -> enumeration of 5, 3 bits]".
[[nodiscard]] std::string describe(const Shape& shape);

}  // namespace synod::store
