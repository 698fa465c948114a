// How much stack this thread has left. Evaluation recurses as deep as the specification does, so threads that
// evaluate get large stacks, and evaluators ask here before they go deeper, so that endless recursion is the
// user's error with a position and not a crash.
#pragma once

#include <pthread.h>

#include <cstddef>
#include <exception>
#include <new>
#include <system_error>
#include <utility>

namespace synod {

/// Stack of a thread that evaluates. Only address space: pages that are never reached cost nothing.
inline constexpr std::size_t deep_stack_bytes = std::size_t{512} << 20;
/// Address space that a thread takes beside its stack: the slots of frames, its heap and its first arena
/// blocks.
inline constexpr std::size_t thread_overhead = std::size_t{640} << 20;
/// Calls of operators and functions that may be under way at once on a thread. Endless recursion is reported
/// after a fraction of a second, and both evaluators end at the same depth.
inline constexpr unsigned deepest_calls = 200'000;
/// What stays free below the bound, for unwinding, interning and whatever the evaluator calls.
inline constexpr std::size_t stack_reserve_bytes = std::size_t{512} << 10;

namespace detail {
/// Lowest address that evaluation may reach on this thread; null while unknown.
inline constinit thread_local const char* stack_floor = nullptr;
inline constinit thread_local unsigned calls_under_way = 0;
}  // namespace detail

/// Finds this thread's stack, once per thread. Every entry point of a thread that evaluates calls it.
inline void measure_stack() {
  if (detail::stack_floor != nullptr) return;
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return;
  void* lowest = nullptr;
  std::size_t bytes = 0;
  if (pthread_attr_getstack(&attributes, &lowest, &bytes) == 0 && bytes > 2 * stack_reserve_bytes) {
    detail::stack_floor = static_cast<const char*>(lowest) + stack_reserve_bytes;
  }
  pthread_attr_destroy(&attributes);
}

/// A call of an operator or a function, under way as long as this lives.
class CallUnderWay {
 public:
  CallUnderWay() { ++detail::calls_under_way; }
  ~CallUnderWay() { --detail::calls_under_way; }
  CallUnderWay(const CallUnderWay&) = delete;
  CallUnderWay& operator=(const CallUnderWay&) = delete;
};

/// Whether an evaluator must not recurse further: too many calls are under way, or the stack is nearly full
/// (which is not known of a thread that was not measured). Two compares.
[[nodiscard]] inline bool stack_nearly_full() {
  return static_cast<const char*>(__builtin_frame_address(0)) < detail::stack_floor ||
         detail::calls_under_way > deepest_calls;
}

/// Runs `body` on a thread of its own with a deep stack and waits for it; what it throws comes out here. For
/// main().
template <class Body>
void run_on_deep_stack(Body&& body) {
  struct Call {
    Body& body;
    std::exception_ptr failure;
  };
  Call call{body, nullptr};
  const auto run = [](void* argument) -> void* {
    auto& it = *static_cast<Call*>(argument);
    measure_stack();
    try {
      it.body();
    } catch (...) {
      it.failure = std::current_exception();
    }
    return nullptr;
  };
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) throw std::bad_alloc();
  pthread_t thread{};
  int status = pthread_attr_setstacksize(&attributes, deep_stack_bytes);
  if (status == 0) status = pthread_create(&thread, &attributes, run, &call);
  pthread_attr_destroy(&attributes);
  if (status != 0) {  // too little address space (ulimit -v): the stack there is, with its own bound
    measure_stack();
    body();
    return;
  }
  pthread_join(thread, nullptr);
  if (call.failure) std::rethrow_exception(call.failure);
}

}  // namespace synod
