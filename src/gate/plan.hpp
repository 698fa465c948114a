// Which models are run, in which order, and how.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <regex>
#include <string>
#include <vector>

#include "gate/manifest.hpp"

namespace synod::gate {

/// What the command line says about all runs.
struct Settings {
  unsigned jobs = 0;            ///< runs at the same time; 0: one for each core
  unsigned workers = 0;         ///< threads of each run; 0: the cores shared out among the jobs
  std::uint64_t memory_mb = 0;  ///< of all runs together; 0: no bound is known
  std::uint64_t timeout = 0;    ///< seconds for each run; 0: as the manifest says, or by its runtime
  bool nightly = false;
  bool fail_fast = false;
  bool update = false;
  std::vector<std::string> libraries;    ///< absolute; searched after those of the model
  std::vector<std::string> permissions;  ///< words of the command line, with absolute folders
};

/// A model that will be run, or is left out for a reason.
struct Case {
  const Manifest* manifest = nullptr;
  const Model* model = nullptr;
  std::string left_out;
};

struct Plan {
  std::vector<Case> cases;      ///< in the order in which they begin
  std::size_t for_nightly = 0;  ///< models left for --nightly
};

/// The models whose path or module matches `only`, if that is given. Those that take longest come first, so
/// that the whole ends soonest; those of unknown runtime before them, and equals in the manifests' order.
[[nodiscard]] Plan make_plan(const std::vector<Manifest>& manifests, const std::optional<std::regex>& only,
                             bool nightly);

/// How many runs there are at the same time, and what each of them gets.
struct Share {
  unsigned jobs = 1, workers = 1;
  std::uint64_t memory_mb = 0;  ///< 0: no bound
};
[[nodiscard]] Share share_out(const Settings& settings, unsigned cores, std::size_t cases);

/// The seconds that a model may take: ten times its runtime, and five minutes at least, unless the manifest
/// or the command line say it.
[[nodiscard]] std::chrono::seconds timeout_of(const Model& model, const Settings& settings);

/// The files that a run writes its counterexample to; none if it is not asked for.
struct TraceFiles {
  std::filesystem::path itf, text;
};

/// The command line of a run, from the program's name on, for the manifest's root as current folder.
[[nodiscard]] std::vector<std::string> command_of(const Model& model, const Settings& settings,
                                                  const Share& share, const std::optional<TraceFiles>& files);

/// That of the replay of its recorded counterexample, which must violate `violated` if that is not empty.
[[nodiscard]] std::vector<std::string> replay_command_of(const Model& model, const Settings& settings,
                                                         const std::string& violated);

}  // namespace synod::gate
