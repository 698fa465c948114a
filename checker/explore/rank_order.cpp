#include "explore/rank_order.hpp"

#include <algorithm>
#include <atomic>
#include <numeric>

namespace synod::explore {
namespace {

using store::StateId;

constexpr std::size_t grain = 4096;

class RankOrder {
 public:
  RankOrder(const store::StateStore& store, std::size_t parents, Threads& threads, store::Scratch* scratch)
      : store_(store), begin_(store.level_begin()), parents_(parents), threads_(threads), scratch_(scratch) {}

  store::PageArray<StateId> run() {
    store::PageArray<StateId> ordered(store_.count() - begin_, scratch_);
    std::iota(ordered.begin(), ordered.end(), begin_);
    // One worker finds them in order.
    if (!std::is_sorted(ordered.begin(), ordered.end(), ByRank{store_})) distribute(ordered);
    return ordered;
  }

 private:
  struct ByRank {
    const store::StateStore& store;
    bool operator()(StateId a, StateId b) const { return store.rank(a) < store.rank(b); }
  };
  [[nodiscard]] std::size_t parent_of(std::size_t index) const {
    return Key::from_rank(store_.rank(begin_ + static_cast<StateId>(index))).parent;
  }

  void distribute(store::PageArray<StateId>& ordered) {
    // For parent p: its states are counted at p + 2, so that after summing their first place stands at p + 1,
    // which is their end when all have been placed.
    store::PageArray<std::uint32_t> ends(parents_ + 2, scratch_);
    threads_.for_ranges(ordered.size(), grain, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) next(ends[parent_of(i) + 2]);
    });
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    threads_.for_ranges(ordered.size(), grain, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i)
        ordered[next(ends[parent_of(i) + 1])] = begin_ + static_cast<StateId>(i);
    });
    threads_.for_ranges(parents_, grain, [&](std::size_t begin, std::size_t end) {
      for (std::size_t parent = begin; parent < end; ++parent)
        std::sort(ordered.begin() + ends[parent], ordered.begin() + ends[parent + 1], ByRank{store_});
    });
  }

  static std::uint32_t next(std::uint32_t& counter) {
    // Relaxed: only distinctness matters; joining the threads publishes the rest.
    return std::atomic_ref(counter).fetch_add(1, std::memory_order_relaxed);
  }

  const store::StateStore& store_;
  StateId begin_;
  std::size_t parents_;
  Threads& threads_;
  store::Scratch* scratch_;
};

}  // namespace

store::PageArray<StateId> in_rank_order(const store::StateStore& store, std::size_t parents, Threads& threads,
                                        store::Scratch* scratch) {
  return RankOrder(store, parents, threads, scratch).run();
}

std::span<const StateId> ranked_until(const store::StateStore& store, std::span<const StateId> ordered,
                                      Key key, Bound bound) {
  const auto end = std::partition_point(ordered.begin(), ordered.end(), [&](StateId id) {
    const std::uint64_t rank = store.rank(id);
    return rank < key.rank() || (bound == Bound::up_to && rank == key.rank());
  });
  return ordered.first(static_cast<std::size_t>(end - ordered.begin()));
}

}  // namespace synod::explore
