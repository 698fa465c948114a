// States as the search sees them: values go in, ids come out. Joins a Layout, a Folding and the StateStore,
// and keeps beside each id its parent and, where states have keys, the actual state.
//
// A key stands in the store for all states that have it: their VIEW, or under SYMMETRY the least of their
// images. Without these a state is its own key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "store/checkpoint_values.hpp"
#include "store/folding.hpp"
#include "store/layout.hpp"
#include "store/state_store.hpp"
#include "store/unpacker.hpp"
#include "values/interner.hpp"

namespace synod::store {

/// Thread-safety as StateStore: packing, folding, inserting and reading in any number of threads, up to the
/// bound given to the constructor; exclusive functions alone.
class StateSpace {
 public:
  /// `interner` and `scratch` must outlive it; parents go to scratch, if there is some. Before anything is
  /// packed, `adapt` must have seen a state. A key has `key_fields` values; 0: a state is its own key.
  /// `between_looks`: the most states that all threads together fold, or insert, between a look at the room
  /// for it and the next.
  StateSpace(values::Interner& interner, std::size_t variables, std::size_t key_fields, std::size_t capacity,
             unsigned between_looks, Scratch* scratch = nullptr);

  /// Exclusive. Chooses the first layouts from one state (and its key; ignored where there are none).
  void adapt(std::span<const Value> state, std::span<const Value> key);

  [[nodiscard]] bool has_keys() const { return forms_.size() > 1; }
  [[nodiscard]] std::size_t variables() const { return layout().variables(); }
  [[nodiscard]] std::size_t state_words() const { return layout().words(); }
  /// Of what identifies a state: the state, or its key.
  [[nodiscard]] std::size_t key_words() const { return forms_.back().layout.words(); }
  [[nodiscard]] const Layout& layout() const { return forms_.front().layout; }

  /// Packs a state into state_words() words, beside one that it is like. False with `misfit` set when a value
  /// does not fit.
  [[nodiscard]] bool pack(std::span<const Value> state, Near near, Word* packed, Misfit& misfit) const;
  /// Packs a key into key_words() words, beside one that it is like.
  [[nodiscard]] bool pack_key(std::span<const Value> key, Near near, Word* packed, Misfit& misfit) const;

  /// The record of a packed key, in key_record_words() words: what the store takes. As Folding::fold; needs
  /// can_fold().
  void fold_key(const Word* packed, const Unfolded& near, std::vector<RecordSet::Id>& scratch,
                Word* record) const {
    forms_.back().folding.fold(packed, near, scratch, record);
  }
  /// The id of a packed key; no_state when it is not there. Needs no room. `scratch` is memory to reuse.
  [[nodiscard]] StateId find_key(const Word* packed, std::vector<RecordSet::Id>& scratch) const;
  [[nodiscard]] std::size_t key_record_words() const { return forms_.back().folding.record_words(); }
  /// Room for folding `between_looks` keys; else stop and grow.
  [[nodiscard]] bool can_fold() const { return !forms_.back().folding.full(); }

  [[nodiscard]] StateStore& store() { return store_; }
  [[nodiscard]] const StateStore& store() const { return store_; }
  [[nodiscard]] std::size_t count() const { return store_.count(); }

  /// Exclusive. With keys: room for so many calls of set_actual. False when there can be none.
  [[nodiscard]] bool reserve_actual(std::size_t states, const RangeLoop& loop) {
    return forms_.front().folding.reserve(states, loop);
  }
  /// With keys: the packed actual state of an id, for which room was reserved; until then it must not be
  /// read. Thread-safe for different ids. `scratch` is memory to reuse.
  void set_actual(StateId id, const Word* packed, std::vector<RecordSet::Id>& scratch);
  /// The words of a state. `into` may hold another one.
  void read(StateId id, Unfolded& into) const { forms_.front().folding.unfold(record(id), into); }
  /// The values of a state, valid until the next call for this unpacker.
  std::span<const Value> unpack(StateId id, Unpacker& unpacker) const {
    return unpacker.unpack(layout(), forms_.front().folding, record(id));
  }

  /// no_state for initial states.
  [[nodiscard]] StateId parent(StateId id) const { return *parents_[id] - 1; }
  void set_parent(StateId id, StateId parent) { *parents_[id] = parent + 1; }

  /// Exclusive. Makes room for every misfit and repacks all states; ids stay. Unpackers must forget.
  void widen(std::span<const Misfit> misfits, const RangeLoop& loop);
  /// Exclusive. Drops from the fields what no state uses, where that makes states smaller. Ids stay.
  /// Unpackers must forget. Reads all states.
  void tighten(const RangeLoop& loop);
  /// Exclusive. Makes room where there is too little; false when no store can hold more states.
  [[nodiscard]] bool grow(const RangeLoop& loop);

  // checkpoint_space.cpp
  /// Exclusive. Writes the first `states` states, whose parents must have been set.
  void write(CheckpointWriter& to, std::size_t states) const;
  /// Exclusive. Replaces all states by those of another run of the same model. Throws CheckpointError, and is
  /// of no more use then.
  void read(CheckpointReader& from, const ValueReader& values, const RangeLoop& loop);

  /// About how much more memory will be in use after `grow`.
  [[nodiscard]] std::size_t growth_bytes() const;
  /// Memory of states, index, parents, ranks and dictionaries; interned values not included.
  [[nodiscard]] std::size_t bytes() const;
  [[nodiscard]] values::Interner& interner() const { return interner_; }

 private:
  /// How states, or keys, are written down.
  struct Form {
    Layout layout;
    Folding folding;
  };

  [[nodiscard]] const std::byte* record(StateId id) const {
    return has_keys() ? actual_[id] : store_.record(id);
  }
  [[nodiscard]] const std::byte* record(StateId id, std::size_t form) const {
    return form == 0 ? record(id) : store_.record(id);
  }
  [[nodiscard]] Layout learned(Layout to, std::size_t form) const;
  void change_form(std::size_t form, Layout to, const RangeLoop& loop);
  void make_room_beside();
  void rewrite(std::size_t form, const Form& to, std::size_t begin, std::size_t end,
               SegmentedArray<std::byte>& records) const;

  values::Interner& interner_;
  unsigned between_looks_;
  std::vector<Form> forms_;  // of states, and of keys where there are some
  StateStore store_;
  SegmentedArray<StateId> parents_;   // parent + 1, so that untouched memory means no parent
  SegmentedArray<std::byte> actual_;  // records, with keys
};

}  // namespace synod::store
