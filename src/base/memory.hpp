// How much memory this process has in use, and how much there is for it.
#pragma once

#include <cstddef>
#include <filesystem>

namespace synod {

/// Bytes of memory that this process has touched and that no file stands behind; 0 when the system does not
/// say. A system call, some microseconds.
[[nodiscard]] std::size_t memory_in_use();

/// Bytes that this process may use: those of the machine, or the least limit of the control groups it is in.
/// 0 when the system does not say. `root` is where /proc and /sys are found.
[[nodiscard]] std::size_t memory_available(const std::filesystem::path& root = "/");

}  // namespace synod
