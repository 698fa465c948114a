// Ctrl-C and SIGTERM: the first asks the run to end in good order, the second ends it at once.
#pragma once

#include <atomic>

namespace synod::cli {

/// Becomes true at the first signal. Engines poll it.
[[nodiscard]] std::atomic<bool>& stop_requested();

/// From now on signals set stop_requested(). Before, they end the program as usual.
void catch_stop_signals();

}  // namespace synod::cli
