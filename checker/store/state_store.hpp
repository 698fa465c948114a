// The set of states found so far, exact and shared by all workers: records (store/folding.hpp; with keys,
// the key's) by their ids, which are dense from 0 and stable.
//
// Each state found in the current level also has a rank, the least of those it was inserted with: the search
// ranks the ways to reach a state, and takes the one that a sequential search would have taken.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "store/record_set.hpp"

namespace synod::store {

using StateId = RecordSet::Id;
inline constexpr StateId no_state = RecordSet::no_id;

/// Thread-safety as RecordSet, with `between_looks` insertions by all threads between a look at full() and
/// the next.
class StateStore {
 public:
  /// Has room for about `capacity` states at first.
  StateStore(std::size_t record_bytes, std::size_t capacity, unsigned between_looks);

  /// The most states a store can hold.
  static constexpr std::size_t limit = RecordSet::limit;

  [[nodiscard]] std::uint64_t hash(const void* record) const { return records_.hash(record); }
  /// Starts loading what insert will read.
  void prefetch(std::uint64_t hash) const { records_.prefetch(hash); }
  /// Once that has arrived, starts loading the state that is there already, if one seems to be.
  void prefetch_state(std::uint64_t hash) const { records_.prefetch_record(hash); }

  struct Insertion {
    StateId id = no_state;
    bool is_new = false;  ///< this call added it
    bool is_least =
        false;  ///< this call's rank is now the state's: it is new, or of this level and reached earlier
  };
  /// Adds a state unless it is there; needs !full(). A state of the current level keeps the least rank.
  Insertion insert(const void* record, std::uint64_t hash, std::uint64_t rank);
  /// no_state when it is not there.
  [[nodiscard]] StateId find(const void* record) const { return records_.find(record, hash(record)); }

  [[nodiscard]] std::size_t count() const { return records_.count(); }
  /// No room that every thread could be sure of: stop and grow.
  [[nodiscard]] bool full() const { return records_.full(); }
  [[nodiscard]] const std::byte* record(StateId id) const { return records_[id]; }
  [[nodiscard]] const SegmentedArray<std::byte>& records() const { return records_.records(); }
  [[nodiscard]] std::size_t record_bytes() const { return records_.record_bytes(); }
  [[nodiscard]] std::size_t capacity() const { return records_.capacity(); }

  /// Exclusive. States added from now on are ranked; earlier ones no longer are.
  void begin_level();
  [[nodiscard]] StateId level_begin() const { return level_begin_; }
  /// Rank of a state of this level. Final once the workers have stopped.
  [[nodiscard]] std::uint64_t rank(StateId id) const { return *ranks_[id - level_begin_]; }

  /// Exclusive. Makes more room. False at `limit`. Throws std::bad_alloc and keeps everything.
  [[nodiscard]] bool grow(const RangeLoop& loop);
  /// Exclusive. Gives every state another record, distinct ones distinct records. Ids and ranks stay.
  void replace(SegmentedArray<std::byte> records, const RangeLoop& loop);

  /// Exclusive. Replaces all states by `count` distinct others, none of them ranked.
  void restore(SegmentedArray<std::byte> records, std::size_t count, const RangeLoop& loop);

  /// About how much more memory will be in use after `grow`.
  [[nodiscard]] std::size_t growth_bytes() const { return records_.growth_bytes(); }
  /// Memory in use by states, index and ranks.
  [[nodiscard]] std::size_t bytes() const;

 private:
  void lower_rank(Insertion& found, std::uint64_t rank);

  RecordSet records_;
  SegmentedArray<std::uint64_t> ranks_;  // by id - level_begin_; accessed through atomic_ref
  StateId level_begin_ = 0;
};

}  // namespace synod::store
