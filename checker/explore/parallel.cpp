#include "explore/parallel.hpp"

#include <atomic>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <system_error>
#include <thread>

#include "base/stack.hpp"

#ifndef SYNOD_JTHREAD
#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/partitioner.h>
#include <oneapi/tbb/task_arena.h>
#endif

namespace synod::explore {

#ifdef SYNOD_JTHREAD

struct Threads::Pool {
  explicit Pool(unsigned count) : threads(count) {}

  void run(const std::function<void(unsigned)>& body) const {
    std::exception_ptr failure;
    std::mutex failure_mutex;
    const auto guarded = [&](unsigned worker) {
      measure_stack();
      try {
        body(worker);
      } catch (...) {
        const std::scoped_lock lock(failure_mutex);
        if (!failure) failure = std::current_exception();
      }
    };
    {
      std::vector<std::jthread> others;
      for (unsigned worker = 1; worker < threads; ++worker) others.emplace_back(guarded, worker);
      guarded(0);
    }
    if (failure) std::rethrow_exception(failure);
  }

  unsigned threads;
};

#else

struct Threads::Pool {
  explicit Pool(unsigned count)
      : threads(count),
        // More threads than processors if the user says so; both hold while this lives.
        parallelism(tbb::global_control::max_allowed_parallelism, count),
        stack_size(tbb::global_control::thread_stack_size, deep_stack_bytes),
        arena(static_cast<int>(count)) {}

  void run(const std::function<void(unsigned)>& body) {
    const auto each = [&](unsigned worker) {
      measure_stack();
      body(worker);
    };
    try {
      arena.execute([&] { tbb::parallel_for(0U, threads, 1U, each, tbb::simple_partitioner()); });
    } catch (const std::runtime_error& error) {  // how oneTBB says that it cannot start a thread
      throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again), error.what());
    }
  }

  unsigned threads;
  tbb::global_control parallelism;
  tbb::global_control stack_size;
  tbb::task_arena arena;
};

#endif

Threads::Threads(unsigned count)
    : count_(count != 0 ? count : std::max(1U, std::thread::hardware_concurrency())) {}

Threads::~Threads() = default;

void Threads::run(const std::function<void(unsigned)>& body) {
  if (count_ == 1) {
    measure_stack();
    body(0);
    return;
  }
  if (!pool_) pool_ = std::make_unique<Pool>(count_);
  pool_->run(body);
}

void Threads::for_ranges(std::size_t size, std::size_t grain,
                         const std::function<void(std::size_t, std::size_t)>& body) {
  if (count_ == 1 || size <= grain) {
    if (size > 0) body(0, size);
    return;
  }
  const std::size_t piece = std::max(grain, size / (std::size_t{8} * count_) + 1);
  std::atomic<std::size_t> next{0};
  run([&](unsigned) {
    // Relaxed: the counter only deals out pieces; joining publishes what was done with them.
    for (std::size_t begin = next.fetch_add(piece, std::memory_order_relaxed); begin < size;
         begin = next.fetch_add(piece, std::memory_order_relaxed)) {
      body(begin, std::min(size, begin + piece));
    }
  });
}

}  // namespace synod::explore
