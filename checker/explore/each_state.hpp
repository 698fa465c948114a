// The states of a complete search, dealt out to all workers.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>

#include "base/interruption.hpp"
#include "explore/parallel.hpp"
#include "store/state_space.hpp"

namespace synod::explore {

namespace detail {
inline constexpr std::size_t states_at_once = 512;
}
/// Fewer states are one thread's work.
inline constexpr std::size_t states_worth_sharing = 4 * detail::states_at_once;

/// Calls `visitor(id)` for each state 0 .. count - 1, where `visitor` is what `make_visitor()` gives to the
/// thread at hand. In order on one thread; in no order that can be relied on between threads. Throws
/// Interrupted when `stop` is requested, and what a visitor throws.
template <class MakeVisitor>
void for_each_state(Threads& threads, std::size_t count, const StopFlag& stop,
                    const MakeVisitor& make_visitor) {
  std::atomic<std::size_t> next{0};
  const auto body = [&](unsigned) {
    const Interruptible interruptible(stop);
    auto visitor = make_visitor();
    try {
      for (;;) {
        // Relaxed: it only deals out states.
        const std::size_t begin = next.fetch_add(detail::states_at_once, std::memory_order_relaxed);
        if (begin >= count || stop.requested()) return;
        const std::size_t end = std::min(count, begin + detail::states_at_once);
        for (std::size_t id = begin; id < end; ++id) visitor(static_cast<store::StateId>(id));
      }
    } catch (const Interrupted&) {
      // The flag says so to the others too.
    }
  };
  if (count > states_worth_sharing) {
    threads.run(body);
  } else {
    body(0);
  }
  if (stop.requested()) throw Interrupted();
}

}  // namespace synod::explore
