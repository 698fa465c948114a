// How an evaluation learns that it has to stop, however long it takes: whoever runs it names the flag that
// asks for the end, and the loops and calls of evaluators look at that flag now and then.
#pragma once

#include <atomic>
#include <cstdint>

namespace synod {

/// Why a run is asked to end before its end.
enum class StopReason : std::uint8_t {
  none,
  interrupt,  ///< Ctrl-C
  terminate,  ///< SIGTERM: the machine goes down, or a time is over
  memory,     ///< the run needs more than it may have
};

/// Set once, from a signal handler or any thread; the first reason stays.
class StopFlag {
 public:
  constexpr StopFlag() = default;
  constexpr explicit StopFlag(StopReason reason) : reason_(reason) {}

  // Relaxed, all of them: the reason is all that matters, and soon is enough.
  void request(StopReason reason) {
    StopReason none = StopReason::none;
    reason_.compare_exchange_strong(none, reason, std::memory_order_relaxed);
  }
  [[nodiscard]] StopReason reason() const { return reason_.load(std::memory_order_relaxed); }
  [[nodiscard]] bool requested() const { return reason() != StopReason::none; }

 private:
  std::atomic<StopReason> reason_{StopReason::none};
  static_assert(std::atomic<StopReason>::is_always_lock_free, "a signal handler may touch it");
};

/// Thrown out of an evaluation whose run was asked to stop. No std::exception: it is nobody's failure, and
/// nothing that handles failures may swallow it.
struct Interrupted {};

namespace detail {
inline constexpr unsigned steps_between_looks = 256;
inline constinit thread_local const StopFlag* stop_flag = nullptr;
inline constinit thread_local unsigned steps_left = steps_between_looks;
}  // namespace detail

/// Throws Interrupted when this thread's evaluation was asked to stop.
[[gnu::noinline]] inline void look_for_stop() {
  detail::steps_left = detail::steps_between_looks;
  if (detail::stop_flag != nullptr && detail::stop_flag->requested()) throw Interrupted();
}

/// To be called in every round of a loop and in every call of an evaluator; looks at the flag once in a few
/// hundred times.
inline void evaluation_step() {
  if (--detail::steps_left == 0) look_for_stop();
}

/// While it lives, evaluations on this thread end with Interrupted soon after `stop` is set.
class Interruptible {
 public:
  explicit Interruptible(const StopFlag& stop) : outer_(detail::stop_flag) { detail::stop_flag = &stop; }
  ~Interruptible() { detail::stop_flag = outer_; }
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;

 private:
  const StopFlag* outer_;
};

}  // namespace synod
