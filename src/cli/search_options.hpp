// What check and resume have in common: how much memory a search may take, and where it leaves its
// checkpoints.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/checkpoint_folder.hpp"
#include "cli/command.hpp"
#include "cli/scratch_folder.hpp"
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

/// What a search uses as long as it runs.
class SearchSetup {
 public:
  /// Warns when there is less memory than was asked for. `resources` must outlive it.
  SearchSetup(const SearchResources& resources, Output& output);

  /// What was asked for, but never so much that the system would end the run; 0: no bound.
  [[nodiscard]] std::uint64_t memory_bytes() const { return memory_bytes_; }
  /// The options of a search for this run; this and `keeper` must outlive it.
  [[nodiscard]] explore::Options options(const RunDescription& run, unsigned workers,
                                         CheckpointFolder& keeper);

 private:
  const SearchResources& resources_;
  std::uint64_t memory_bytes_;
  std::optional<ScratchFolder> scratch_;
};

}  // namespace synod::cli
