// Where each variable lives inside a packed state, and the only code that knows it.
//
// A packed state is words() 64-bit words. Each variable has a Shape (store/shape.hpp), a tree whose leaves
// are fields: a boolean, an integer range, the code of a value in a dictionary, a set with a bit per possible
// element, or the handle of an interned value. No field straddles a word; sets of more than 64 elements have
// words of their own. Two states are equal exactly if their packed words are, so long as they were packed by
// the same Layout.
//
// Most of a successor is its parent, so packing and unpacking take a state that is known in both forms (Near)
// and do only what differs from it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "store/dictionary.hpp"
#include "store/shape.hpp"
#include "values/interner.hpp"
#include "values/value.hpp"

namespace synod::store {

using Word = std::uint64_t;

/// A state unpacked by a Layout, with its packed form. Nothing (null) is always allowed.
struct Near {
  const Value* values = nullptr;
  const Word* packed = nullptr;
};

/// A value that a Layout cannot hold. The value is interned.
struct Misfit {
  std::size_t variable = 0;
  bool in_key = false;  ///< of the keys' layout (StateSpace)
  Value value;
};

/// Safe to use from many threads. Its dictionaries learn values as they are packed, up to their capacity; all
/// else is immutable. Copies share the dictionaries.
class Layout {
 public:
  /// One shape per variable, by index. Fields are placed variable by variable, the largest first, first fit.
  /// The interner must outlive it.
  Layout(values::Interner& interner, std::vector<Shape> shapes);
  /// Guessed from one state.
  [[nodiscard]] static Layout for_state(values::Interner& interner, std::span<const Value> state);

  [[nodiscard]] std::size_t variables() const { return roots_; }
  [[nodiscard]] std::size_t words() const { return words_; }  ///< at least 1
  /// The leading bytes of a packed state (little-endian) that are ever set.
  [[nodiscard]] std::size_t bytes_used() const { return bytes_used_; }
  /// All shapes with what the dictionaries hold now: plain data from which an equal Layout can be made.
  [[nodiscard]] std::vector<Shape> shapes() const;
  /// Memory of the dictionaries, but for the values in them.
  [[nodiscard]] std::size_t bytes() const;

  /// Packs explicit values, one per variable, into words(). False, with `misfit` set, when a variable's value
  /// does not fit; `packed` is then unspecified.
  [[nodiscard]] bool pack(std::span<const Value> state, Near near, Word* packed, Misfit& misfit) const;
  /// The values of a packed state. Those of functions and sets are made in `arena`, or taken from `near`,
  /// whose values may stand in `state`.
  void unpack(const Word* packed, Near near, values::Arena& arena, std::span<Value> state) const;
  /// Appends the bits of one variable in a packed state: equal bits, equal values.
  void append_bits(const Word* packed, std::size_t variable, std::vector<Word>& bits) const;

  /// The least and the greatest code that a set of states has in each integer field.
  class Usage {
   public:
    explicit Usage(const Layout& layout) : codes_(layout.nodes_.size()) {}
    void add(const Layout& layout, const Word* packed);
    void add(const Usage& other);

   private:
    friend class Layout;
    struct Codes {
      Word least = ~Word{0}, greatest = 0;
    };
    std::vector<Codes> codes_;  // by node
  };
  /// The shapes without what these states leave unused. All of them must have been added to `usage`.
  [[nodiscard]] std::vector<Shape> tight_shapes(const Usage& usage) const;

  /// Rewrites a state packed by `from`, whose values this Layout holds. False as in `pack`.
  [[nodiscard]] bool repack(const Layout& from, const Word* packed, Word* repacked, Misfit& misfit) const;

 private:
  using Kind = Shape::Kind;
  struct Node {
    Kind kind = Kind::handle;
    std::uint8_t shift = 0;
    std::uint16_t bits = 0;
    std::uint32_t word = 0;
    Word mask = 0;  ///< of the field, not shifted
    std::int64_t low = 0;
    Value domain;  ///< none for tuples
    Dictionary* dictionary = nullptr;
    std::uint32_t first_child = 0, children = 0;
    std::uint32_t first_piece = 0, pieces = 0;
    std::uint32_t first_hash = 0;  ///< of the domain's points
  };
  /// Part of a node's bits: those of one word.
  struct Piece {
    std::uint32_t word = 0;
    Word mask = 0;
  };

  // layout.cpp: building
  void compile(const Shape& shape, std::size_t node, std::size_t& dictionary);
  void compile_children(const Shape& shape, std::size_t node, std::size_t& dictionary);
  void place_fields();
  void move_to_end(std::size_t word);
  void add_leaves(std::size_t node, std::vector<std::size_t>& leaves) const;
  void find_pieces();
  void tighten(Shape& shape, std::span<const std::size_t> nodes, const Usage& usage) const;
  bool recode(const Layout& from, const Node& old, const Node& node, const Word* packed,
              Word* repacked) const;

  // layout_codec.cpp: values to bits and back
  [[nodiscard]] bool encode(const Node& node, Value v, Value near, Word* packed) const;
  [[nodiscard]] bool encode_points(const Node& node, Value v, Value near, Word* packed) const;
  [[nodiscard]] bool encode_elements(const Node& node, Value v, Value near, Word* packed) const;
  [[nodiscard]] Value decode(const Node& node, const Word* packed, Value near, const Word* near_packed,
                             values::Arena& arena) const;
  [[nodiscard]] Value decode_points(const Node& node, const Word* packed, Value near, const Word* near_packed,
                                    values::Arena& arena) const;
  [[nodiscard]] Value decode_elements(const Node& node, const Word* packed, values::Arena& arena) const;
  [[nodiscard]] bool same_bits(const Node& node, const Word* a, const Word* b) const;

  values::Interner* interner_;
  std::vector<Shape> shapes_;  // as constructed: the dictionaries may know more by now
  std::vector<Node> nodes_;    // the variables' roots first; the children of a function follow each other
  std::vector<Piece> pieces_;
  std::vector<std::uint64_t> point_hashes_;
  std::vector<std::shared_ptr<Dictionary>> dictionaries_;  // in the order in which the shapes are walked
  std::size_t roots_ = 0;
  std::size_t words_ = 1;
  std::size_t bytes_used_ = 1;
};

}  // namespace synod::store
