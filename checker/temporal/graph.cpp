#include "temporal/graph.hpp"

#include <utility>

namespace synod::temporal {
namespace {

constexpr std::size_t first_segment = std::size_t{1} << 14;  // entries
constexpr std::size_t largest_segment = std::size_t{1} << 24;

}  // namespace

void Graph::Recorder::commit(StateId state) {
  // Few successors repeat each other; those that do are found without looking at all pairs.
  sorted_ = targets_;
  std::sort(sorted_.begin(), sorted_.end());
  if (std::adjacent_find(sorted_.begin(), sorted_.end()) != sorted_.end()) {
    std::vector<StateId> once;
    for (const StateId target : targets_) {
      const auto [first, last] = std::equal_range(sorted_.begin(), sorted_.end(), target);
      if (first == last) continue;
      once.push_back(target);
      sorted_.erase(first, last);
    }
    targets_ = std::move(once);
  }
  const std::size_t needed = targets_.size() + 1;
  if (needed > left_) {
    const std::size_t usual = std::clamp(2 * used_, first_segment, largest_segment);
    store::PageArray<std::uint32_t> entries(std::max(usual, needed), nullptr);
    const std::scoped_lock lock(graph_.mutex_);
    room_ = entries.data();
    left_ = entries.size();
    used_ = entries.size();
    graph_.segments_.push_back({std::move(entries), graph_.entries_});
    graph_.entries_ += left_;
    segment_ = graph_.segments_.size();
  }
  *room_ = static_cast<std::uint32_t>(targets_.size());
  std::copy(targets_.begin(), targets_.end(), room_ + 1);
  *graph_.places_[state] = (segment_ << offset_bits) | (used_ - left_);
  room_ += needed;
  left_ -= needed;
}

std::uint64_t Graph::edges(std::size_t states) const {
  std::uint64_t count = 0;
  for (std::size_t state = 0; state < states; ++state)
    count += successors(static_cast<StateId>(state)).size();
  return count;
}

}  // namespace synod::temporal
