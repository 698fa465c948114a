// States as the search sees them: values go in, ids come out. Joins a Layout with the StateStore, and keeps
// beside each id its parent and, under VIEW, the actual state whose view stands in the store.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "store/layout.hpp"
#include "store/state_store.hpp"
#include "store/unpacker.hpp"
#include "values/interner.hpp"

namespace synod::store {

/// Thread-safety as StateStore: packing, inserting and reading in any number of threads; exclusive functions
/// alone.
class StateSpace {
 public:
  /// `interner` must outlive it. Before anything is packed, `adapt` must have seen a state.
  StateSpace(values::Interner& interner, std::size_t variables, bool has_view, std::size_t capacity,
             unsigned inserting_threads);

  /// Exclusive. Chooses the first layouts from one state (and its view; ignored without VIEW).
  void adapt(std::span<const Value> state, Value view);

  [[nodiscard]] bool has_view() const { return has_view_; }
  [[nodiscard]] std::size_t variables() const { return variables_; }
  [[nodiscard]] std::size_t state_words() const { return layout_.words(); }
  [[nodiscard]] std::size_t key_words() const { return store_.width(); }  ///< state_words() without VIEW
  [[nodiscard]] const Layout& layout() const { return layout_; }

  /// Packs a state into state_words() words, beside one that it is like. False with `misfit` set when a value
  /// does not fit.
  [[nodiscard]] bool pack(std::span<const Value> state, Near near, Word* packed, Misfit& misfit) const;
  /// Packs a view into key_words() words.
  [[nodiscard]] bool pack_view(Value view, Word* packed, Misfit& misfit) const;

  [[nodiscard]] StateStore& store() { return store_; }
  [[nodiscard]] const StateStore& store() const { return store_; }
  [[nodiscard]] std::size_t count() const { return store_.count(); }

  /// The packed actual state, to be copied soon. Under VIEW known from set_actual on.
  [[nodiscard]] const Word* actual(StateId id) const { return has_view_ ? actual_[id] : store_.state(id); }
  void set_actual(StateId id, const Word* packed);
  /// The values of a state, valid until the next call for this unpacker.
  std::span<const Value> unpack(StateId id, Unpacker& unpacker) const {
    return unpacker.unpack(layout_, actual(id));
  }

  /// no_state for initial states.
  [[nodiscard]] StateId parent(StateId id) const { return *parents_[id] - 1; }
  void set_parent(StateId id, StateId parent) { *parents_[id] = parent + 1; }

  /// Exclusive. Makes room for every misfit and repacks all states; ids stay. Unpackers must forget.
  void widen(std::span<const Misfit> misfits, const RangeLoop& loop);
  /// Exclusive. Doubles the room; false when no store can hold more states.
  [[nodiscard]] bool grow(const RangeLoop& loop);

  /// Memory of states, table, parents, ranks and dictionaries; interned values not included.
  [[nodiscard]] std::size_t bytes() const;
  [[nodiscard]] values::Interner& interner() const { return interner_; }

 private:
  [[nodiscard]] Layout learned(Layout to, const Layout& from, bool view) const;
  void repack_states(const Layout& from, const RangeLoop& loop);
  void repack_keys(const Layout& from, const Layout& to, const RangeLoop& loop);

  values::Interner& interner_;
  std::size_t variables_;
  bool has_view_;
  Layout layout_;
  Layout view_layout_;  // one "variable": the view
  StateStore store_;
  SegmentedArray<StateId> parents_;  // parent + 1, so that untouched memory means no parent
  SegmentedArray<Word> actual_;      // under VIEW
};

}  // namespace synod::store
