// What starting a program takes: pipes for its outputs, and the settings of posix_spawn.
#pragma once

#include <spawn.h>

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

  /// The program runs in this folder, in a process group of its own.
  void set_apart(const std::string& folder);

  [[nodiscard]] const posix_spawn_file_actions_t* actions() const { return &actions_; }
  [[nodiscard]] const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

/// As an argument vector: null after the last. The texts must stay as they are meanwhile.
[[nodiscard]] std::vector<char*> pointers(std::vector<std::string>& texts);

}  // namespace synod::outside
