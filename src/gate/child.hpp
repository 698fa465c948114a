// A program that is run to its end, or to the end of its time.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "base/interruption.hpp"

namespace synod::gate {

struct ChildCommand {
  std::string program;             ///< a path
  std::vector<std::string> words;  ///< from the program's name on
  std::filesystem::path folder;    ///< in which it runs
  std::chrono::seconds timeout{};
};

enum class ChildEnd : std::uint8_t {
  exited,
  signalled,  ///< by a signal that it did not survive: a crash, or the system had no more memory for it
  timed_out,
  stopped,   ///< because the run was asked to stop
  too_much,  ///< it wrote more than `largest_output`
  not_started,
};

struct Ended {
  ChildEnd how = ChildEnd::not_started;
  int status = 0;  ///< the exit status; the signal; why it was not started (an errno)
  std::string out;
  std::string err;  ///< the last of it
  double seconds = 0;
};

inline constexpr std::size_t largest_output = std::size_t{1} << 30U;
/// What is kept of standard error.
inline constexpr std::size_t kept_error = std::size_t{1} << 16U;

/// Runs a program with nothing on standard input, in a process group of its own; whatever it started ends
/// with it. If this process is killed, the program is too. Looks at `stop` ten times a second. May be called
/// by several threads at once.
[[nodiscard]] Ended run_child(const ChildCommand& command, const StopFlag& stop);

}  // namespace synod::gate
