#include "explore/parallel.hpp"

#include <atomic>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "base/stack.hpp"

#ifndef SYNOD_JTHREAD
#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/partitioner.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>
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

  /// Without tasks of its own, this pool does all of it at the end.
  void start(std::function<void(unsigned)> body) { started.push_back(std::move(body)); }
  void finish() {
    std::atomic<std::size_t> next{0};
    const auto bodies = std::exchange(started, {});
    run([&](unsigned worker) {
      // Relaxed: as in for_ranges.
      for (std::size_t i = next.fetch_add(1, std::memory_order_relaxed); i < bodies.size();
           i = next.fetch_add(1, std::memory_order_relaxed)) {
        bodies[i](worker);
      }
    });
  }

  unsigned threads;
  std::vector<std::function<void(unsigned)>> started;
};

#else

struct Threads::Pool {
  explicit Pool(unsigned count)
      : threads(count),
        // More threads than processors if the user says so; both hold while this lives.
        parallelism(tbb::global_control::max_allowed_parallelism, count),
        stack_size(tbb::global_control::thread_stack_size, deep_stack_bytes),
        arena(static_cast<int>(count)) {
    for (unsigned worker = count; worker-- > 1;) idle.push_back(worker);
  }

  void run(const std::function<void(unsigned)>& body) {
    const auto each = [&](unsigned worker) {
      measure_stack();
      body(worker);
    };
    in_arena([&] { tbb::parallel_for(0U, threads, 1U, each, tbb::simple_partitioner()); });
  }

  template <class Body>
  void in_arena(const Body& body) {
    try {
      arena.execute(body);
    } catch (const std::runtime_error& error) {  // how oneTBB says that it cannot start a thread
      throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again), error.what());
    }
  }

  void start(std::function<void(unsigned)> body) {
    const auto task = [this, body = std::move(body), starter = std::this_thread::get_id()] {
      measure_stack();
      if (std::this_thread::get_id() == starter) return body(0);
      const Number number(*this);
      body(number.worker);
    };
    in_arena([&] { tasks.run(task); });
  }
  void finish() {
    in_arena([&] { tasks.wait(); });
  }

  /// The number of a thread that runs something started. There are as many as the arena has threads, but for
  /// the one that starts.
  struct Number {
    explicit Number(Pool& p) : pool(p) {
      const std::scoped_lock lock(pool.idle_mutex);
      worker = pool.idle.back();
      pool.idle.pop_back();
    }
    ~Number() {
      const std::scoped_lock lock(pool.idle_mutex);
      pool.idle.push_back(worker);
    }
    Number(const Number&) = delete;
    Number& operator=(const Number&) = delete;
    Pool& pool;
    unsigned worker = 0;
  };

  unsigned threads;
  std::mutex idle_mutex;
  std::vector<unsigned> idle;  // numbers that no thread has
  tbb::global_control parallelism;
  tbb::global_control stack_size;
  tbb::task_arena arena;
  tbb::task_group tasks;
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
  pool().run(body);
}

Threads::Pool& Threads::pool() {
  if (!pool_) pool_ = std::make_unique<Pool>(count_);
  return *pool_;
}

void Threads::start(std::function<void(unsigned)> body) {
  if (count_ == 1) return body(0);
  pool().start(std::move(body));
}

void Threads::finish() {
  if (pool_) pool_->finish();
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
