// Where each variable lives inside a packed state, and the only code that knows it.
//
// A packed state is words() 64-bit words. Each variable has one field: a boolean, an integer range, an
// enumeration of atoms, or the 32-bit handle of an interned value, which takes any value. No field straddles
// a word. Two states are equal exactly if their packed words are, so long as they were packed by the same
// Layout and Interner.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "values/interner.hpp"
#include "values/value.hpp"

namespace synod::store {

using Word = std::uint64_t;
using values::Value;

/// How the values of one variable are encoded.
struct Shape {
  enum class Kind : std::uint8_t {
    boolean,  ///< 1 bit
    integer,  ///< low .. low + 2^bits - 1
    atom,     ///< a string or model value: its AtomId, below 2^bits
    handle,   ///< any explicit value: its interner handle
  };
  Kind kind = Kind::handle;
  std::uint8_t bits = 32;
  std::int64_t low = 0;
  bool operator==(const Shape&) const = default;

  /// A guess from one value of the variable: an integer gets a byte around it, an atom all atoms known by
  /// now.
  [[nodiscard]] static Shape for_value(Value v);
  /// Whether `v` has a code in this shape.
  [[nodiscard]] bool takes(Value v) const;
  /// A shape that takes everything this one takes, and `v`: an integer range at least doubles; what cannot
  /// grow becomes a handle. Repeated, it reaches `handle` after at most 60 steps.
  [[nodiscard]] Shape widened(Value v) const;
};

/// Immutable; safe to use from many threads.
class Layout {
 public:
  Layout() : Layout(std::vector<Shape>{}) {}
  /// One shape per variable, by index. Fields are placed by decreasing size, first fit.
  explicit Layout(std::vector<Shape> shapes);
  /// Guessed from one state.
  [[nodiscard]] static Layout for_state(std::span<const Value> state);

  [[nodiscard]] std::size_t variables() const { return shapes_.size(); }
  [[nodiscard]] std::size_t words() const { return words_; }  ///< at least 1
  [[nodiscard]] const Shape& shape(std::size_t variable) const { return shapes_[variable]; }

  /// Packs explicit values, one per variable, into words(). False, with `misfit` set, when a variable's value
  /// does not fit its field; `packed` is then unspecified. May intern.
  [[nodiscard]] bool pack(std::span<const Value> state, values::Interner& interner, Word* packed,
                          std::size_t& misfit) const;
  /// The values of a packed state; composite ones are interned.
  void unpack(const Word* packed, const values::Interner& interner, std::span<Value> state) const;
  /// The code of one variable in a packed state: equal codes, equal values.
  [[nodiscard]] Word code(const Word* packed, std::size_t variable) const {
    const Field& f = fields_[variable];
    return (packed[f.word] >> f.shift) & f.mask;
  }

  /// This Layout with room for `v` in `variable`.
  [[nodiscard]] Layout widened(std::size_t variable, Value v) const;
  /// Rewrites a state packed by `from`, of which this Layout is a widening.
  void repack(const Layout& from, const Word* packed, values::Interner& interner, Word* repacked) const;

 private:
  struct Field {
    std::uint32_t word = 0;
    std::uint32_t shift = 0;
    Word mask = 0;
  };
  void place_fields();

  std::vector<Shape> shapes_;
  std::vector<Field> fields_;
  std::size_t words_ = 1;
};

}  // namespace synod::store
