// An exact set of records of one size, shared by all workers: the table under the state store and its trees.
//
// A record is appended to an array, where its position is its id, and found through a separate index of
// 32-bit slots: the id, and beside it as many bits of the hash as are left. So ids are dense from 0 and
// stable, and the index can be rebuilt larger while they stay. Probing walks a cache line before it goes to
// the next one, and a slot is claimed by one compare-and-swap (Laarman, van de Pol, Weber, "Boosting
// Multi-Core Reachability Performance with Shared Hash Tables", FMCAD 2010).
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <limits>
#include <thread>
#include <utility>

#include "store/page_memory.hpp"
#include "store/segmented_array.hpp"

namespace synod::store {

/// Runs body(begin, end) over pieces of 0 .. count - 1, perhaps in parallel.
using RangeLoop =
    std::function<void(std::size_t count, const std::function<void(std::size_t, std::size_t)>& body)>;
/// The RangeLoop of one thread.
void sequential_loop(std::size_t count, const std::function<void(std::size_t, std::size_t)>& body);

/// Thread-safety: insert, find and the observers may run in any number of threads at once, as long as no more
/// than `margin` records are added between a look at full() and the next. Functions marked exclusive need
/// every other thread to keep out.
class RecordSet {
 public:
  using Id = std::uint32_t;
  static constexpr Id no_id = std::numeric_limits<Id>::max();
  /// The most records a set can hold.
  static constexpr std::size_t limit = std::numeric_limits<Id>::max() - 65536;

  /// For records of `record_bytes` bytes. Has room for about `capacity` of them at first.
  RecordSet(std::size_t record_bytes, std::size_t capacity, std::size_t margin);

  [[nodiscard]] std::size_t record_bytes() const { return records_.width(); }
  [[nodiscard]] std::size_t count() const { return count_.load(std::memory_order_acquire); }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }
  [[nodiscard]] std::size_t margin() const { return margin_; }
  /// No room that every thread could be sure of: stop and grow.
  [[nodiscard]] bool full() const {
    // Relaxed: the margin covers what other threads add meanwhile, and nothing is read through this number.
    return count_.load(std::memory_order_relaxed) >= capacity_ - margin_;
  }
  /// The bytes of a record; not aligned.
  [[nodiscard]] const std::byte* operator[](Id id) const { return records_[id]; }

  [[nodiscard]] const SegmentedArray<std::byte>& records() const { return records_; }

  [[nodiscard]] std::uint64_t hash(const void* record) const;
  /// Starts loading what `insert` will read.
  void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[Probe(hash, lines_).slot()]); }
  /// Once that has arrived, starts loading the record that is there already, if one seems to be.
  void prefetch_record(std::uint64_t hash) const;

  struct Found {
    Id id = no_id;
    bool is_new = false;  ///< this call added it
  };
  /// Adds a record unless it is there; needs !full(). `on_new(id)` runs before others can find a new one.
  template <class OnNew>
  Found insert(const void* record, std::uint64_t hash, const OnNew& on_new);
  [[nodiscard]] Id find(const void* record, std::uint64_t hash) const;  ///< no_id when it is not there

  /// Exclusive. Makes room for half as many again, at least. False at `limit`. Throws std::bad_alloc and
  /// keeps everything.
  [[nodiscard]] bool grow(const RangeLoop& loop);
  /// Exclusive. Replaces all records by others, perhaps of another size. They must be distinct.
  void assign(SegmentedArray<std::byte> records, std::size_t count, const RangeLoop& loop);

  /// Memory that an index for so many records takes, about.
  [[nodiscard]] static std::size_t index_bytes(std::size_t records) { return records * 4 / 3 * sizeof(Slot); }
  /// By how much `grow` enlarges the index. (Room for records costs nothing until they are there.)
  [[nodiscard]] std::size_t growth_bytes() const { return index_.bytes() / 2; }
  /// Memory in use by records and index.
  [[nodiscard]] std::size_t bytes() const { return count() * record_bytes() + index_.bytes(); }

 private:
  using Slot = std::atomic<std::uint32_t>;
  static constexpr std::size_t slots_per_line = 16;

  /// The slots that a hash may be in, in order: its cache line from the home slot round, then the lines that
  /// follow.
  class Probe {
    __extension__ using Wide = unsigned __int128;

   public:
    Probe(std::uint64_t hash, std::size_t lines)
        // The line is taken from the hash's upper bits, the place in it from the lowest ones.
        : line_(static_cast<std::size_t>((static_cast<Wide>(hash) * lines) >> 64U)),
          lines_(lines),
          home_(static_cast<unsigned>(hash % slots_per_line)) {}
    [[nodiscard]] std::size_t slot() const {
      return line_ * slots_per_line + (home_ + step_) % slots_per_line;
    }
    void advance() {
      if (++step_ % slots_per_line == 0 && ++line_ == lines_) line_ = 0;
    }
    [[nodiscard]] bool in_first_line() const { return step_ < slots_per_line; }

   private:
    std::size_t line_, lines_;
    unsigned home_, step_ = 0;
  };

  // A slot: 0 when empty, else id + 1 in the lower bits below part of the hash. While a record is being
  // written its slot is busy: all lower bits are ones.
  [[nodiscard]] std::uint32_t fragment(std::uint64_t hash) const {
    return static_cast<std::uint32_t>(hash / slots_per_line) & ~id_mask_;
  }
  [[nodiscard]] bool same_fragment(std::uint32_t slot, std::uint32_t fragment) const {
    return ((slot ^ fragment) & ~id_mask_) == 0;
  }
  [[nodiscard]] bool is_busy(std::uint32_t slot) const { return (slot & id_mask_) == id_mask_; }
  [[nodiscard]] Id id_in(std::uint32_t slot) const { return (slot & id_mask_) - 1; }
  [[nodiscard]] std::uint32_t published(const Slot& slot) const;
  [[nodiscard]] bool holds(std::uint32_t slot, const void* record) const {
    // A constant size makes this one comparison of words.
    const std::byte* known = records_[id_in(slot)];
    if (record_bytes() == sizeof(std::uint64_t))
      return std::memcmp(known, record, sizeof(std::uint64_t)) == 0;
    return std::memcmp(known, record, record_bytes()) == 0;
  }

  void make_index(std::size_t capacity);
  void fill_index(const RangeLoop& loop);
  void put_known(Id id, std::uint64_t hash);

  SegmentedArray<std::byte> records_;
  PageMemory index_;
  Slot* slots_ = nullptr;
  std::size_t lines_ = 0;
  std::uint32_t id_mask_ = 0;
  std::size_t capacity_ = 0;
  std::size_t margin_;
  alignas(64) std::atomic<std::size_t> count_{0};  // written by every insertion: a cache line of its own
};

template <class OnNew>
RecordSet::Found RecordSet::insert(const void* record, std::uint64_t hash, const OnNew& on_new) {
  const std::uint32_t sought = fragment(hash);
  for (Probe probe(hash, lines_);; probe.advance()) {
    Slot& slot = slots_[probe.slot()];
    std::uint32_t content = slot.load(std::memory_order_acquire);  // pairs with the release below
    // Relaxed on success: claiming publishes nothing. Acquire on failure: then another record's id was read.
    if (content == 0 && slot.compare_exchange_strong(content, sought | id_mask_, std::memory_order_relaxed,
                                                     std::memory_order_acquire)) {
      // Relaxed: only distinctness matters; the slot's release publishes.
      const auto id = static_cast<Id>(count_.fetch_add(1, std::memory_order_relaxed));
      std::memcpy(records_[id], record, record_bytes());
      on_new(id);
      slot.store(sought | (id + 1), std::memory_order_release);  // the record comes first
      return {id, true};
    }
    if (!same_fragment(content, sought)) continue;
    if (is_busy(content)) content = published(slot);
    if (holds(content, record)) return {id_in(content), false};
  }
}

}  // namespace synod::store
