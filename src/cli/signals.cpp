#include "cli/signals.hpp"

#include <atomic>
#include <csignal>

namespace synod::cli {
namespace {

constinit StopFlag stop;
constinit std::atomic<bool> signalled{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may touch it");

extern "C" void on_signal(int signal) {
  if (signalled.exchange(true)) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
  stop.request(signal == SIGTERM ? StopReason::terminate : StopReason::interrupt);
}

}  // namespace

StopFlag& stop_flag() { return stop; }

void catch_stop_signals() {
  struct sigaction action{};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

}  // namespace synod::cli
