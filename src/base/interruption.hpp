// How an evaluation learns that it has to stop, however long it takes: whoever runs it names the flag that
// asks for the end, and the loops and calls of evaluators look at that flag now and then.
#pragma once

#include <atomic>

namespace synod {

/// Thrown out of an evaluation whose run was asked to stop. No std::exception: it is nobody's failure, and
/// nothing that handles failures may swallow it.
struct Interrupted {};

namespace detail {
inline constexpr unsigned steps_between_looks = 256;
inline constinit thread_local const std::atomic<bool>* stop_flag = nullptr;
inline constinit thread_local unsigned steps_left = steps_between_looks;
}  // namespace detail

/// Throws Interrupted when this thread's evaluation was asked to stop.
[[gnu::noinline]] inline void look_for_stop() {
  detail::steps_left = detail::steps_between_looks;
  // Relaxed: the flag is all that matters, and soon is enough.
  if (detail::stop_flag != nullptr && detail::stop_flag->load(std::memory_order_relaxed)) throw Interrupted();
}

/// To be called in every round of a loop and in every call of an evaluator; looks at the flag once in a few
/// hundred times.
inline void evaluation_step() {
  if (--detail::steps_left == 0) look_for_stop();
}

/// While it lives, evaluations on this thread end with Interrupted soon after `stop` is set.
class Interruptible {
 public:
  explicit Interruptible(const std::atomic<bool>& stop) : outer_(detail::stop_flag) {
    detail::stop_flag = &stop;
  }
  ~Interruptible() { detail::stop_flag = outer_; }
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;

 private:
  const std::atomic<bool>* outer_;
};

}  // namespace synod
