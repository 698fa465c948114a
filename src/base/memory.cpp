#include "base/memory.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>

namespace synod {
namespace {

namespace fs = std::filesystem;

/// The number in a file, which may also hold "max".
std::optional<std::uint64_t> number_in(const fs::path& file) {
  std::ifstream in(file);
  std::uint64_t number = 0;
  if (in >> number) return number;
  return std::nullopt;
}

std::optional<std::uint64_t> machine_memory(const fs::path& root) {
  std::ifstream in(root / "proc/meminfo");
  for (std::string word; in >> word;) {
    std::uint64_t kilobytes = 0;
    if (word == "MemTotal:" && in >> kilobytes) return kilobytes * 1024;
  }
  return std::nullopt;
}

/// The least limit of a group and those above it. In a container the path may be one of the host, which is
/// not seen here: then the limit stands at the top.
std::uint64_t group_limit(const fs::path& mount, const std::string& group, const char* file) {
  std::uint64_t least = UINT64_MAX;
  for (fs::path at = fs::path(group).relative_path();; at = at.parent_path()) {
    least = std::min(least, number_in(mount / at / file).value_or(UINT64_MAX));
    if (at.empty()) return least;
  }
}

/// Lines are "hierarchy:controllers:path": version 2 has one without controllers.
std::uint64_t groups_limit(const fs::path& root) {
  std::uint64_t least = UINT64_MAX;
  std::ifstream in(root / "proc/self/cgroup");
  for (std::string line; std::getline(in, line);) {
    const std::size_t first = line.find(':');
    const std::size_t second = line.find(':', first + 1);
    if (first == std::string::npos || second == std::string::npos) continue;
    const std::string controllers = line.substr(first + 1, second - first - 1);
    const std::string group = line.substr(second + 1);
    if (controllers.empty()) {
      for (const char* mount : {"sys/fs/cgroup", "sys/fs/cgroup/unified"})
        least = std::min(least, group_limit(root / mount, group, "memory.max"));
    } else if (controllers == "memory") {
      least = std::min(least, group_limit(root / "sys/fs/cgroup/memory", group, "memory.limit_in_bytes"));
    }
  }
  return least;
}

}  // namespace

std::size_t memory_in_use() {
  // No streams: this is called when there may be no memory for them.
  std::array<char, 128> text{};
  const int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  const ssize_t size = read(file, text.data(), text.size() - 1);
  close(file);
  if (size <= 0) return 0;
  char* next = text.data();
  static_cast<void>(std::strtoull(next, &next, 10));
  const std::uint64_t resident = std::strtoull(next, &next, 10);
  const std::uint64_t shared = std::strtoull(next, &next, 10);
  return (resident - std::min(resident, shared)) * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

std::size_t memory_available(const fs::path& root) {
  const std::uint64_t least = std::min(machine_memory(root).value_or(UINT64_MAX), groups_limit(root));
  return least == UINT64_MAX ? 0 : least;
}

}  // namespace synod
