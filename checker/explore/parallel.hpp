// Every parallel loop of the engines goes through here: oneTBB, or std::jthread where ThreadSanitizer has to
// see the threads (compiled with SYNOD_JTHREAD).
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace synod::explore {

/// The threads of one run, started when first needed. Their stacks are deep (base/stack.hpp) and measured.
class Threads {
 public:
  /// 0: one per processor.
  explicit Threads(unsigned count);
  ~Threads();
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;

  [[nodiscard]] unsigned count() const { return count_; }

  /// Runs body(0) .. body(count() - 1), the calling thread among the runners, and returns when all have
  /// ended. They need not run at the same time, so no body may wait for another to begin. What one throws
  /// comes out here (one of them, if several do); the others are not told. std::system_error when the system
  /// refuses a thread.
  void run(const std::function<void(unsigned)>& body);

  /// Runs body(begin, end) over pieces of 0 .. size - 1 of at least `grain` elements; one piece runs on this
  /// thread.
  void for_ranges(std::size_t size, std::size_t grain,
                  const std::function<void(std::size_t, std::size_t)>& body);

  /// Sorts by operator<. Blocks are sorted by one thread each, then merged in pairs.
  template <class T>
  void sort(std::vector<T>& items);

 private:
  struct Pool;
  unsigned count_;
  std::unique_ptr<Pool> pool_;
};

template <class T>
void Threads::sort(std::vector<T>& items) {
  constexpr std::size_t worth_sharing = 1U << 15;
  const std::size_t size = items.size();
  if (count_ == 1 || size < worth_sharing) {
    std::sort(items.begin(), items.end());
    return;
  }
  const auto bound = [&](std::size_t block) {
    return items.begin() + static_cast<std::ptrdiff_t>(size * std::min<std::size_t>(block, count_) / count_);
  };
  run([&](unsigned block) { std::sort(bound(block), bound(block + 1)); });
  std::vector<T> merged(size);
  for (std::size_t step = 1; step < count_; step *= 2) {
    run([&](unsigned block) {
      if (block % (2 * step) != 0) return;
      const auto middle = bound(block + step);
      std::merge(bound(block), middle, middle, bound(block + 2 * step),
                 merged.begin() + (bound(block) - items.begin()));
    });
    items.swap(merged);
  }
}

}  // namespace synod::explore
