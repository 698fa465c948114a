// synod tlc: TLC's command line.
#include "cli/command.hpp"

namespace synod::cli {

void add_tlc(CLI::App& app) { app.add_subcommand("tlc", "Run what a command line of TLC asks for"); }

}  // namespace synod::cli
