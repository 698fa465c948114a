// Ctrl-C and SIGTERM: the first asks the run to end in good order, the second ends it at once.
#pragma once

#include "base/interruption.hpp"

namespace synod::cli {

/// Set at the first signal. Engines poll it.
[[nodiscard]] StopFlag& stop_flag();

/// From now on signals set stop_flag(). Before, they end the program as usual.
void catch_stop_signals();

}  // namespace synod::cli
