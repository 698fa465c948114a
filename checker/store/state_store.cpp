#include "store/state_store.hpp"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <new>
#include <thread>

#include "base/failure.hpp"

namespace synod::store {
namespace {

// A slot: 0 when empty, else the hash's upper half above id + 1. While a state is being written its slot says
// busy.
constexpr std::uint64_t busy = 0xFFFF'FFFF;
constexpr std::uint64_t fragment_mask = ~std::uint64_t{0xFFFF'FFFF};
constexpr std::size_t slots_per_line = 8;

constexpr StateId id_in(std::uint64_t slot) { return static_cast<StateId>(slot) - 1; }
constexpr bool is_busy(std::uint64_t slot) { return (slot & busy) == busy; }

/// Waits for the thread that claimed the slot; it has only a few words to write, unless it lost its
/// processor.
std::uint64_t published(const std::atomic<std::uint64_t>& slot) {
  for (unsigned turn = 0;; ++turn) {
    // Acquire: pairs with the release that publishes the id, so that the state's words can be read.
    const std::uint64_t content = slot.load(std::memory_order_acquire);
    if (!is_busy(content)) return content;
    if (turn > 64) std::this_thread::yield();
  }
}

}  // namespace

void sequential_loop(std::size_t count, const std::function<void(std::size_t, std::size_t)>& body) {
  body(0, count);
}

/// The slots that a hash may be in, in order: its cache line from the home slot round, then the lines that
/// follow.
struct StateStore::Probe {
  std::uint64_t home, mask;
  std::uint64_t step = 0;
  [[nodiscard]] std::uint64_t slot() const {
    const std::uint64_t line = (home & ~(slots_per_line - 1)) + (step & ~(slots_per_line - 1));
    return (line & mask) | ((home + step) & (slots_per_line - 1));
  }
};

StateStore::StateStore(std::size_t width, std::size_t capacity, unsigned inserting_threads)
    : states_(width), inserting_threads_(inserting_threads) {
  set_capacity(capacity);
}

std::uint64_t StateStore::hash(const Word* state) const {
  return XXH3_64bits(state, states_.width() * sizeof(Word));
}

bool StateStore::holds(std::uint64_t slot, const Word* state) const {
  return std::equal(state, state + states_.width(), states_[id_in(slot)]);
}

void StateStore::prefetch_state(std::uint64_t hash) const {
  for (Probe probe{hash, slot_mask_}; probe.step < slots_per_line; ++probe.step) {
    // Relaxed: nothing is read through the id, it is only a hint.
    const std::uint64_t content = slots_[probe.slot()].load(std::memory_order_relaxed);
    if (content == 0) return;
    if ((content & fragment_mask) != (hash & fragment_mask)) continue;
    if (!is_busy(content)) __builtin_prefetch(states_[id_in(content)]);
    return;
  }
}

StateStore::Insertion StateStore::insert(const Word* state, std::uint64_t hash, std::uint64_t rank) {
  const std::uint64_t fragment = hash & fragment_mask;
  for (Probe probe{hash, slot_mask_};; ++probe.step) {
    Slot& slot = slots_[probe.slot()];
    std::uint64_t content = slot.load(std::memory_order_acquire);  // pairs with the release below
    // Relaxed on success: claiming publishes nothing. Acquire on failure: then another state's id was read.
    if (content == 0 && slot.compare_exchange_strong(content, fragment | busy, std::memory_order_relaxed,
                                                     std::memory_order_acquire)) {
      // Relaxed: only distinctness matters; the slot's release publishes.
      const auto id = static_cast<StateId>(count_.fetch_add(1, std::memory_order_relaxed));
      std::copy_n(state, states_.width(), states_[id]);
      *ranks_[id - level_begin_] = rank;
      slot.store(fragment | (std::uint64_t{id} + 1),
                 std::memory_order_release);  // the state's words and rank come first
      return {id, true, true};
    }
    if ((content & fragment_mask) != fragment) continue;
    if (is_busy(content)) content = published(slot);
    if (!holds(content, state)) continue;
    Insertion found{id_in(content), false, false};
    if (found.id >= level_begin_) lower_rank(found, rank);
    return found;
  }
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

StateId StateStore::find(const Word* state) const {
  const std::uint64_t h = hash(state);
  for (Probe probe{h, slot_mask_};; ++probe.step) {
    const Slot& slot = slots_[probe.slot()];
    std::uint64_t content = slot.load(std::memory_order_acquire);  // as in insert
    if (content == 0) return no_state;
    if ((content & fragment_mask) != (h & fragment_mask)) continue;
    if (is_busy(content)) content = published(slot);
    if (holds(content, state)) return id_in(content);
  }
}

void StateStore::begin_level() {
  level_begin_ = static_cast<StateId>(count());
  ranks_.reserve(capacity_ - level_begin_);
}

void StateStore::set_capacity(std::size_t capacity) {
  // The margin is what the inserting threads may add between a look at full() and the next; a table of three
  // quarters full still finds an empty slot within two cache lines nearly always.
  const std::size_t margin = inserting_threads_;
  const std::size_t slots =
      std::bit_ceil(std::max<std::size_t>(2 * slots_per_line, (capacity + margin) * 4 / 3));
  const std::size_t room = std::min(limit, slots / 4 * 3);
  require(room > margin, "a state store without room for its threads");
  states_.reserve(room);
  ranks_.reserve(room - level_begin_);
  table_ = PageMemory(slots * sizeof(Slot));
  static_assert(std::atomic<std::uint64_t>::is_always_lock_free && sizeof(Slot) == sizeof(std::uint64_t));
  slots_ = static_cast<Slot*>(table_.data());  // zero pages are valid empty slots
  slot_mask_ = slots - 1;
  capacity_ = room;
  soft_capacity_ = room - margin;
}

bool StateStore::grow(const RangeLoop& loop) {
  if (capacity_ >= limit) return false;
  set_capacity(std::min(limit - inserting_threads_, 2 * capacity_ - inserting_threads_));
  rebuild_table(loop);
  return true;
}

void StateStore::rewrite(std::size_t width, const std::function<void(const Word*, Word*)>& convert,
                         const RangeLoop& loop) {
  SegmentedArray<Word> rewritten(width);
  rewritten.reserve(capacity_);
  loop(count(), [&](std::size_t begin, std::size_t end) {
    for (std::size_t id = begin; id < end; ++id) convert(states_[id], rewritten[id]);
  });
  states_ = std::move(rewritten);
  table_ = PageMemory(table_.bytes());
  slots_ = static_cast<Slot*>(table_.data());
  rebuild_table(loop);
}

void StateStore::rebuild_table(const RangeLoop& loop) {
  loop(count(), [&](std::size_t begin, std::size_t end) {
    // Hashing ahead hides the cache misses of the random slots.
    constexpr std::size_t ahead = 16;
    for (std::size_t id = begin; id < end; ++id) {
      if (id + ahead < end) prefetch(hash(states_[id + ahead]));
      put_known(static_cast<StateId>(id));
    }
  });
}

void StateStore::put_known(StateId id) {
  const std::uint64_t h = hash(states_[id]);
  const std::uint64_t content = (h & fragment_mask) | (std::uint64_t{id} + 1);
  for (Probe probe{h, slot_mask_};; ++probe.step) {
    std::uint64_t empty = 0;
    // Relaxed: states are distinct, so nobody reads through a slot, and joining the threads publishes the
    // table.
    if (slots_[probe.slot()].compare_exchange_strong(empty, content, std::memory_order_relaxed)) return;
  }
}

std::size_t StateStore::bytes() const {
  const std::size_t states = count();
  return states * states_.width() * sizeof(Word) + table_.bytes() +
         (states - level_begin_) * sizeof(std::uint64_t);
}

}  // namespace synod::store
