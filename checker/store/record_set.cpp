#include "store/record_set.hpp"

#include <xxhash.h>

#include <algorithm>
#include <bit>

#include "base/failure.hpp"

namespace synod::store {

void sequential_loop(std::size_t count, const std::function<void(std::size_t, std::size_t)>& body) {
  body(0, count);
}

RecordSet::RecordSet(std::size_t record_bytes, std::size_t capacity, std::size_t margin)
    : records_(record_bytes), margin_(margin) {
  make_index(capacity);
}

std::uint64_t RecordSet::hash(const void* record) const {
  // A constant size lets the compiler choose the short way through the hash function.
  if (record_bytes() == sizeof(std::uint64_t)) return XXH3_64bits(record, sizeof(std::uint64_t));
  return XXH3_64bits(record, record_bytes());
}

/// Waits for the thread that claimed the slot; it has only a few words to write, unless it lost its
/// processor.
std::uint32_t RecordSet::published(const Slot& slot) const {
  for (unsigned turn = 0;; ++turn) {
    // Acquire: pairs with the release that publishes the id, so that the record can be read.
    const std::uint32_t content = slot.load(std::memory_order_acquire);
    if (!is_busy(content)) return content;
    if (turn > 64) std::this_thread::yield();
  }
}

void RecordSet::prefetch_record(std::uint64_t hash) const {
  const std::uint32_t sought = fragment(hash);
  for (Probe probe(hash, lines_); probe.in_first_line(); probe.advance()) {
    // Relaxed: nothing is read through the id, it is only a hint.
    const std::uint32_t content = slots_[probe.slot()].load(std::memory_order_relaxed);
    if (content == 0) return;
    if (!same_fragment(content, sought)) continue;
    if (!is_busy(content)) __builtin_prefetch(records_[id_in(content)]);
    return;
  }
}

RecordSet::Id RecordSet::find(const void* record, std::uint64_t hash) const {
  const std::uint32_t sought = fragment(hash);
  for (Probe probe(hash, lines_);; probe.advance()) {
    const Slot& slot = slots_[probe.slot()];
    std::uint32_t content = slot.load(std::memory_order_acquire);  // as in insert
    if (content == 0) return no_id;
    if (!same_fragment(content, sought)) continue;
    if (is_busy(content)) content = published(slot);
    if (holds(content, record)) return id_in(content);
  }
}

void RecordSet::make_index(std::size_t capacity) {
  // Three quarters full, an index still has an empty slot within two cache lines nearly always.
  const std::size_t wanted = std::min(limit, capacity + margin_);
  const std::size_t lines = (wanted * 4 / 3) / slots_per_line + 1;
  const std::size_t room = std::min(limit, lines * slots_per_line / 4 * 3);
  require(room > margin_, "a record set without room for its threads");
  records_.reserve(room);
  index_ = PageMemory(lines * slots_per_line * sizeof(Slot));
  static_assert(Slot::is_always_lock_free && sizeof(Slot) == sizeof(std::uint32_t));
  slots_ = static_cast<Slot*>(index_.data());  // zero pages are valid empty slots
  lines_ = lines;
  id_mask_ = ~std::uint32_t{0} >> std::countl_zero(static_cast<std::uint32_t>(room + 1));
  capacity_ = room;
}

bool RecordSet::grow(const RangeLoop& loop) {
  if (capacity_ >= limit) return false;
  make_index(capacity_ + capacity_ / 2);
  fill_index(loop);
  return true;
}

void RecordSet::assign(SegmentedArray<std::byte> records, std::size_t count, const RangeLoop& loop) {
  const std::size_t capacity = std::max(capacity_, count + 1);
  records_ = std::move(records);
  count_ = count;
  make_index(capacity);
  fill_index(loop);
}

void RecordSet::fill_index(const RangeLoop& loop) {
  loop(count(), [&](std::size_t begin, std::size_t end) {
    // Hashing ahead hides the cache misses of the random slots.
    constexpr std::size_t ahead = 16;
    std::uint64_t hashes[ahead];
    const auto hash_at = [&](std::size_t id) {
      const std::uint64_t h = hash(records_[id]);
      prefetch(h);
      return h;
    };
    for (std::size_t id = begin; id < std::min(end, begin + ahead); ++id) hashes[id % ahead] = hash_at(id);
    for (std::size_t id = begin; id < end; ++id) {
      put_known(static_cast<Id>(id), hashes[id % ahead]);
      if (id + ahead < end) hashes[id % ahead] = hash_at(id + ahead);
    }
  });
}

void RecordSet::put_known(Id id, std::uint64_t hash) {
  const std::uint32_t content = fragment(hash) | (id + 1);
  for (Probe probe(hash, lines_);; probe.advance()) {
    std::uint32_t empty = 0;
    // Relaxed: records are distinct, so nobody reads through a slot, and joining the threads publishes the
    // index.
    if (slots_[probe.slot()].compare_exchange_strong(empty, content, std::memory_order_relaxed)) return;
  }
}

}  // namespace synod::store
