#include "store/state_store.hpp"

#include <utility>

namespace synod::store {

StateStore::StateStore(std::size_t record_bytes, std::size_t capacity, unsigned between_looks)
    : records_(record_bytes, capacity, between_looks) {
  ranks_.reserve(records_.capacity());
}

StateStore::Insertion StateStore::insert(const void* record, std::uint64_t hash, std::uint64_t rank) {
  const auto found = records_.insert(record, hash, [&](StateId id) { *ranks_[id - level_begin_] = rank; });
  if (found.is_new) return {found.id, true, true};
  Insertion known{found.id, false, false};
  if (known.id >= level_begin_) lower_rank(known, rank);
  return known;
}

void StateStore::lower_rank(Insertion& found, std::uint64_t rank) {
  std::atomic_ref<std::uint64_t> least(*ranks_[found.id - level_begin_]);
  // Relaxed: a rank is a number on its own, and is read for good only after the workers were joined.
  std::uint64_t current = least.load(std::memory_order_relaxed);
  while (rank < current) {
    if (least.compare_exchange_weak(current, rank, std::memory_order_relaxed)) {
      found.is_least = true;
      return;
    }
  }
}

void StateStore::begin_level() {
  level_begin_ = static_cast<StateId>(count());
  ranks_.reserve(capacity() - level_begin_);
}

bool StateStore::grow(const RangeLoop& loop) {
  if (!records_.grow(loop)) return false;
  ranks_.reserve(capacity() - level_begin_);
  return true;
}

void StateStore::replace(SegmentedArray<std::byte> records, const RangeLoop& loop) {
  records_.assign(std::move(records), count(), loop);
  ranks_.reserve(capacity() - level_begin_);
}

void StateStore::restore(SegmentedArray<std::byte> records, std::size_t count, const RangeLoop& loop) {
  records_.assign(std::move(records), count, loop);
  begin_level();
}

std::size_t StateStore::bytes() const {
  return records_.bytes() + (count() - level_begin_) * sizeof(std::uint64_t);
}

}  // namespace synod::store
