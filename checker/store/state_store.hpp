// The set of states found so far, exact and shared by all workers.
//
// A state is a group of packed words (store/layout.hpp; under VIEW, the view's). It is appended to an array,
// where its position is its id, and found through a separate table of 64-bit slots: the id beside 32 bits of
// the hash. So ids are dense from 0 and stable, and the table can be rebuilt larger while they stay. Probing
// walks a cache line before it goes to the next one, and a slot is claimed by one compare-and-swap (Laarman,
// van de Pol, Weber, "Boosting Multi-Core Reachability Performance with Shared Hash Tables", FMCAD 2010).
//
// Each state found in the current level also has a rank, the least of those it was inserted with: the search
// ranks the ways to reach a state, and takes the one that a sequential search would have taken.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

#include "store/layout.hpp"
#include "store/page_memory.hpp"
#include "store/segmented_array.hpp"

namespace synod::store {

using StateId = std::uint32_t;
inline constexpr StateId no_state = std::numeric_limits<StateId>::max();

/// Runs body(begin, end) over pieces of 0 .. count - 1, perhaps in parallel.
using RangeLoop =
    std::function<void(std::size_t count, const std::function<void(std::size_t, std::size_t)>& body)>;
/// The RangeLoop of one thread.
void sequential_loop(std::size_t count, const std::function<void(std::size_t, std::size_t)>& body);

/// Thread-safety: insert, find and the observers may run in any number of threads at once, up to the number
/// of inserting threads given to the constructor. Functions marked exclusive need every other thread to keep
/// out.
class StateStore {
 public:
  /// For states of `width` words. Has room for `capacity` states at first.
  StateStore(std::size_t width, std::size_t capacity, unsigned inserting_threads);

  /// The most states a store can hold.
  static constexpr std::size_t limit = std::numeric_limits<std::uint32_t>::max() - 65536;

  [[nodiscard]] std::uint64_t hash(const Word* state) const;
  /// Starts loading what insert will read.
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash & slot_mask_]); }

  /// Once that has arrived, starts loading the state that is there already, if one seems to be.
  void prefetch_state(std::uint64_t hash) const;

  struct Insertion {
    StateId id = no_state;
    bool is_new = false;  ///< this call added it
    bool is_least =
        false;  ///< this call's rank is now the state's: it is new, or of this level and reached earlier
  };
  /// Adds a state unless it is there; needs !full(). A state of the current level keeps the least rank.
  Insertion insert(const Word* state, std::uint64_t hash, std::uint64_t rank);
  [[nodiscard]] StateId find(const Word* state) const;  ///< no_state when it is not there

  [[nodiscard]] std::size_t count() const { return count_.load(std::memory_order_acquire); }
  /// No room that every inserting thread could be sure of: stop and grow.
  [[nodiscard]] bool full() const {
    // Relaxed: the margin covers what other threads add meanwhile, and nothing is read through this number.
    return count_.load(std::memory_order_relaxed) >= soft_capacity_;
  }
  [[nodiscard]] const Word* state(StateId id) const { return states_[id]; }
  [[nodiscard]] std::size_t width() const { return states_.width(); }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }

  /// Exclusive. States added from now on are ranked; earlier ones no longer are.
  void begin_level();
  [[nodiscard]] StateId level_begin() const { return level_begin_; }
  /// Rank of a state of this level. Final once the workers have stopped.
  [[nodiscard]] std::uint64_t rank(StateId id) const { return *ranks_[id - level_begin_]; }

  /// Exclusive. Doubles the room. False at `limit`. Throws std::bad_alloc and keeps everything.
  [[nodiscard]] bool grow(const RangeLoop& loop);
  /// Exclusive. Rewrites every state to `width` words by `convert(old, new)`, which keeps distinct states
  /// distinct and may run in parallel. Ids and ranks stay.
  void rewrite(std::size_t width, const std::function<void(const Word*, Word*)>& convert,
               const RangeLoop& loop);

  /// Memory in use by states, table and ranks.
  [[nodiscard]] std::size_t bytes() const;

 private:
  using Slot = std::atomic<std::uint64_t>;
  struct Probe;

  void set_capacity(std::size_t capacity);
  void rebuild_table(const RangeLoop& loop);
  void put_known(StateId id);
  [[nodiscard]] bool holds(std::uint64_t slot, const Word* state) const;
  void lower_rank(Insertion& found, std::uint64_t rank);

  SegmentedArray<Word> states_;
  SegmentedArray<std::uint64_t> ranks_;  // by id - level_begin_; accessed through atomic_ref
  PageMemory table_;
  Slot* slots_ = nullptr;
  std::uint64_t slot_mask_ = 0;
  std::size_t soft_capacity_ = 0;
  std::size_t capacity_ = 0;
  StateId level_begin_ = 0;
  unsigned inserting_threads_;
  alignas(64) std::atomic<std::size_t> count_{0};  // written by every insertion: a cache line of its own
};

}  // namespace synod::store
