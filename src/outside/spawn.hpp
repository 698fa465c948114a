// What starting a program takes: pipes for its outputs, the settings of posix_spawn, and a start that ties
// the program to its starter.
#pragma once

#include <spawn.h>
#include <sys/types.h>

#include <string>
#include <vector>

#include "outside/folder.hpp"

namespace synod::outside {

/// Closed in programs that are started. Throws std::system_error.
struct Pipe {
  Descriptor read, write;
  Pipe();
};

/// Nothing on standard input, both outputs into pipes, no signal blocked or ignored.
class SpawnSettings {
 public:
  SpawnSettings(const Pipe& out, const Pipe& err);
  ~SpawnSettings();
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;

  [[nodiscard]] const posix_spawn_file_actions_t* actions() const { return &actions_; }
  [[nodiscard]] const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

/// Where a program is, and in which folder it runs.
struct Place {
  std::string program, folder;
};

/// Starts a program as SpawnSettings says, in a process group of its own. It is killed when the calling
/// thread ends before it, by whatever end, also that of a process that is killed (PR_SET_PDEATHSIG, which
/// posix_spawn cannot set); so the thread must wait for it. What the program itself started is not.
/// `arguments`: as of `pointers`. Gives its number, or why it was not started: an errno, negative. Copies the
/// tables of this process's memory, so this is not for a process that is large.
[[nodiscard]] pid_t start_tied(const Place& place, char* const* arguments, const Pipe& out, const Pipe& err);

/// As an argument vector: null after the last. The texts must stay as they are meanwhile.
[[nodiscard]] std::vector<char*> pointers(std::vector<std::string>& texts);

}  // namespace synod::outside
