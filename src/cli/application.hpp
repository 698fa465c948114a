// The whole program as a function.
#pragma once

namespace synod::cli {

/// Runs a command line. Gives the exit status (checker/trace/exit_status.hpp). Never throws.
int run(int argc, char** argv);

}  // namespace synod::cli
