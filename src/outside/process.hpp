// Programs that a specification runs.
#pragma once

#include "base/outside.hpp"

namespace synod::outside {

/// Runs a program, which is looked for in PATH, and waits for its end. It inherits the environment, with
/// `more` added, and reads nothing from standard input. Throws Interrupted when this thread's evaluation is
/// asked to stop; the program is killed then.
[[nodiscard]] Finished run_program(const std::vector<std::string>& command, const EnvironmentVariables& more);

}  // namespace synod::outside
