// Deals out the parents of a level to workers, in order.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <mutex>
#include <optional>
#include <vector>

namespace synod::explore {

/// Positions begin .. end - 1 of a level.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Thread-safe, but for `resume`.
class Schedule {
 public:
  /// `chunk` parents at a time of a level of `size`.
  Schedule(std::size_t size, std::size_t chunk) : size_(size), chunk_(chunk) {}

  /// The next parents to expand; nothing when all are dealt out, while paused, or once everything left lies
  /// behind the horizon.
  [[nodiscard]] std::optional<Range> next() {
    if (paused()) return std::nullopt;
    if (has_returned_.load(
            std::memory_order_acquire)) {  // pairs with resume's release; the mutex guards the list
      if (const auto range = take_returned()) return range;
    }
    // Relaxed: the counter only deals out positions; the level itself was published when the workers started.
    const std::size_t begin = next_.fetch_add(chunk_, std::memory_order_relaxed);
    if (begin >= size_ || begin > horizon()) return std::nullopt;
    return Range{begin, std::min(size_, begin + chunk_)};
  }

  /// Gives back parents that were not finished; they are dealt out again after `resume`.
  void give_back(Range range) {
    const std::scoped_lock lock(mutex_);
    returned_.push_back(range);
  }

  /// Parents behind `position` need no longer be expanded: something that ends the search happened there.
  void lower_horizon(std::size_t position) {
    // Relaxed, here and below: a late view of the horizon or of a pause costs only work that is thrown away.
    std::size_t current = horizon_.load(std::memory_order_relaxed);
    while (position < current &&
           !horizon_.compare_exchange_weak(current, position, std::memory_order_relaxed)) {
    }
  }
  [[nodiscard]] std::size_t horizon() const { return horizon_.load(std::memory_order_relaxed); }

  /// Deals out nothing more; what is dealt out is finished.
  void close() { next_.store(size_, std::memory_order_relaxed); }

  /// Asks every worker to give back what it has not begun.
  void pause() { paused_.store(true, std::memory_order_relaxed); }
  [[nodiscard]] bool paused() const { return paused_.load(std::memory_order_relaxed); }
  /// With all workers ended. Goes on with the parents given back.
  void resume() {
    paused_.store(false, std::memory_order_relaxed);
    std::sort(returned_.begin(), returned_.end(), [](Range a, Range b) { return a.begin > b.begin; });
    has_returned_.store(!returned_.empty(), std::memory_order_release);
  }

 private:
  [[nodiscard]] std::optional<Range> take_returned() {
    const std::scoped_lock lock(mutex_);
    if (returned_.empty()) {
      has_returned_.store(false,
                          std::memory_order_relaxed);  // read again under the lock by whoever still sees true
      return std::nullopt;
    }
    const Range range = returned_.back();
    returned_.pop_back();
    return range;
  }

  std::size_t size_;
  std::size_t chunk_;
  alignas(64) std::atomic<std::size_t> next_{0};  // written by every worker
  alignas(64) std::atomic<std::size_t> horizon_{std::numeric_limits<std::size_t>::max()};
  std::atomic<bool> paused_{false};
  std::atomic<bool> has_returned_{false};
  std::mutex mutex_;
  std::vector<Range> returned_;  // first one last
};

}  // namespace synod::explore
