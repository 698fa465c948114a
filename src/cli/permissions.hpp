// What a specification may do outside of itself: the options --allow-...
#pragma once

#include <CLI/CLI.hpp>

#include "outside/door.hpp"

namespace synod::cli {

void add_permissions(CLI::App& command, outside::Permissions& permissions);
/// Those of a command that does not write.
void add_reading_permissions(CLI::App& command, outside::Permissions& permissions);

}  // namespace synod::cli
