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

/// What was asked for, but never so much that the system would end the run; with a warning then.
[[nodiscard]] std::uint64_t memory_bound(const SearchResources& resources, Output& output);

/// The options of a search for this run; `keeper` and `scratch` must outlive it.
[[nodiscard]] explore::Options search_options(const RunDescription& run, const SearchResources& resources,
                                              unsigned workers, std::uint64_t memory,
                                              CheckpointFolder& keeper, store::Scratch* scratch);

}  // namespace synod::cli
