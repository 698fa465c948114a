// Every parallel loop of the engines goes through here: oneTBB, or std::jthread where ThreadSanitizer has to
// see the threads (compiled with SYNOD_JTHREAD).
#pragma once

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

  /// Runs body(worker) some time before `finish` returns, at best on another thread while this one goes on.
  /// No two bodies run at the same time with the same number; 0 is this thread's. Only one thread may start
  /// and finish, and not within `run`.
  void start(std::function<void(unsigned)> body);
  /// Returns when everything that was started has ended. What a body throws comes out here.
  void finish();

 private:
  struct Pool;
  [[nodiscard]] Pool& pool();
  unsigned count_;
  std::unique_ptr<Pool> pool_;
};

}  // namespace synod::explore
