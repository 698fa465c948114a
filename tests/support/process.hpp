// Runs a program and keeps what it printed, for tests of the command line.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

namespace synod::test {

struct Finished {
  /// The exit status; 128 + the signal's number if a signal ended the program, as in a shell.
  int status = 0;
  bool timed_out = false;
  std::string out;
  std::string err;
};

/// Runs command[0] with the arguments that follow, no standard input, and the caller's environment and
/// directory. Kills it after `limit`. Throws std::runtime_error if it cannot be started.
[[nodiscard]] inline Finished run(const std::vector<std::string>& command, std::chrono::seconds limit) {
  std::array<int, 2> out_pipe{};
  std::array<int, 2> err_pipe{};
  if (pipe2(out_pipe.data(), O_CLOEXEC) != 0 || pipe2(err_pipe.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("no pipe for " + command[0]);
  }
  std::vector<char*> arguments;
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);

  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("cannot start " + command[0]);
  if (child == 0) {
    const int nothing = open("/dev/null", O_RDONLY);
    if (nothing < 0) _exit(127);
    dup2(nothing, STDIN_FILENO);
    dup2(out_pipe[1], STDOUT_FILENO);
    dup2(err_pipe[1], STDERR_FILENO);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  close(out_pipe[1]);
  close(err_pipe[1]);

  Finished finished;
  const auto deadline = std::chrono::steady_clock::now() + limit;
  std::array<pollfd, 2> streams{pollfd{.fd = out_pipe[0], .events = POLLIN, .revents = 0},
                                pollfd{.fd = err_pipe[0], .events = POLLIN, .revents = 0}};
  std::array<std::string*, 2> texts{&finished.out, &finished.err};
  // poll() skips a stream whose descriptor is negative: that is how one that has ended is left out.
  while (streams[0].fd >= 0 || streams[1].fd >= 0) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) {
      finished.timed_out = true;
      kill(child, SIGKILL);
      break;
    }
    if (poll(streams.data(), streams.size(), static_cast<int>(left.count())) <= 0) continue;
    for (std::size_t i = 0; i < streams.size(); ++i) {
      if (streams[i].fd < 0 || streams[i].revents == 0) continue;
      std::array<char, 65536> buffer{};
      const ssize_t count = read(streams[i].fd, buffer.data(), buffer.size());
      if (count > 0) {
        texts[i]->append(buffer.data(), static_cast<std::size_t>(count));
      } else {
        close(streams[i].fd);
        streams[i].fd = -1;
      }
    }
  }
  for (const pollfd& stream : streams) {
    if (stream.fd >= 0) close(stream.fd);
  }
  int status = 0;
  waitpid(child, &status, 0);
  finished.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return finished;
}

}  // namespace synod::test
