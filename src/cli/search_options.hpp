// What check and resume have in common: how much memory a search may take, and where it leaves its
// checkpoints.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/checkpoint_folder.hpp"
#include "cli/command.hpp"
#include "explore/search.hpp"

namespace synod::cli {

struct SearchResources {
  std::uint64_t memory_bytes = 0;  ///< 0: three quarters of what there is
  double checkpoint_minutes = 30;  ///< 0: no checkpoints
  bool checkpoints_asked_for = false;
  std::string scratch;            ///< empty: none
  std::string checkpoint_folder;  ///< empty: named after the configuration
};

/// `with_folder`: the folder can be chosen.
void add_search_resources(CLI::App& command, SearchResources& resources, bool with_folder);

/// The options of a search for this run; `keeper` and `scratch` must outlive it. Warns of what cannot be had.
[[nodiscard]] explore::Options search_options(const RunDescription& run, const SearchResources& resources,
                                              unsigned workers, CheckpointFolder& keeper,
                                              store::Scratch* scratch, Output& output);

}  // namespace synod::cli
