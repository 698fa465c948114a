// From a packed state to the record that stands for it in the state store, and back.
//
// A small state is its own record. A larger one is folded: each of its words is replaced by its number in a
// set of words, each pair of numbers, which is a word again, by its number, and so on until one pair is left.
// Neighbours in the search differ in a few words, so most states cost the eight bytes of that last pair, and
// folding looks up the changed paths only (Laarman, van de Pol, Weber, "Parallel Recursive State Compression
// for Free", SPIN 2011).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "store/checkpoint.hpp"
#include "store/layout.hpp"
#include "store/record_set.hpp"

namespace synod::store {

/// A packed state, and the numbers of the words it was folded from.
struct Unfolded {
  std::vector<Word> words;
  std::vector<RecordSet::Id> nodes;
  bool known = false;  ///< false: there is no state in it
};

/// Thread-safe but for what is exclusive, as long as no more than `between_looks` states are folded between a
/// look at full() and the next.
class Folding {
 public:
  Folding(const Layout& layout, unsigned between_looks);

  [[nodiscard]] std::size_t record_bytes() const { return record_bytes_; }
  [[nodiscard]] bool is_tree() const { return nodes_ != nullptr; }

  /// Writes the record of a packed state into words of their own (record_words() of them). Needs !full().
  /// `near` is a state like it, or none; `scratch` is memory to reuse.
  void fold(const Word* packed, const Unfolded& near, std::vector<RecordSet::Id>& scratch,
            Word* record) const;
  /// The same where nothing is added: false when some node is not there, so that no state has this record.
  [[nodiscard]] bool find(const Word* packed, std::vector<RecordSet::Id>& scratch, Word* record) const;
  [[nodiscard]] std::size_t record_words() const { return (record_bytes_ + sizeof(Word) - 1) / sizeof(Word); }
  /// The state of a record. `into` may hold another one, from which it takes what they share.
  void unfold(const std::byte* record, Unfolded& into) const;

  /// Too little room for folding `between_looks` states: stop and grow.
  [[nodiscard]] bool full() const { return nodes_ && nodes_->full(); }
  /// Exclusive. False when no set can hold more.
  [[nodiscard]] bool grow(const RangeLoop& loop) { return !nodes_ || nodes_->grow(loop); }
  /// Exclusive. Makes room for folding `states` states, whatever they share. False as in `grow`.
  [[nodiscard]] bool reserve(std::size_t states, const RangeLoop& loop);

  [[nodiscard]] std::size_t growth_bytes() const { return nodes_ ? nodes_->growth_bytes() : 0; }
  // checkpoint_space.cpp
  void write(CheckpointWriter& to) const;
  /// Exclusive. Replaces all nodes. Throws CheckpointError.
  void read(CheckpointReader& from, const RangeLoop& loop);

  [[nodiscard]] std::size_t bytes() const { return nodes_ ? nodes_->bytes() : 0; }

 private:
  [[nodiscard]] RecordSet::Id number(Word word) const;
  [[nodiscard]] Word word(RecordSet::Id number) const;
  void unfold_node(RecordSet::Id number, std::size_t level, std::size_t place, Unfolded& into) const;

  /// The nodes of a level of the tree: the words are level 0, and pairs of nodes make the level above. One
  /// without a neighbour goes up as it is.
  struct Level {
    std::size_t first = 0;  ///< in Unfolded::nodes
    std::size_t count = 0;
  };
  std::size_t words_;
  std::size_t record_bytes_;
  std::vector<Level> levels_;         // up to the one with two nodes
  std::unique_ptr<RecordSet> nodes_;  // none when states are not folded
  std::size_t most_nodes_ = 0;        // that one state may add
};

}  // namespace synod::store
