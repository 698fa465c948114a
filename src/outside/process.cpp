#include "outside/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

#include "base/interruption.hpp"
#include "outside/folder.hpp"
#include "outside/spawn.hpp"

extern char** environ;

namespace synod::outside {

namespace {

/// What a program may write to each of its outputs.
constexpr std::size_t largest_output = std::size_t{64} << 20U;
constexpr int milliseconds_between_looks = 50;

std::vector<std::string> environment_with(const EnvironmentVariables& more) {
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    if (!more.contains(text.substr(0, text.find('=')))) all.emplace_back(text);
  }
  for (const auto& [name, value] : more) all.push_back(name + "=" + value);
  return all;
}

/// A program that runs; killed if nobody waits for its end.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  ~Child() {
    if (id_ < 0) return;
    kill(id_, SIGKILL);
    while (waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// It may go on after it has closed its outputs.
  int wait() {
    int status = 0;
    while (waitpid(id_, &status, WNOHANG) != id_) {
      look_for_stop();
      poll(nullptr, 0, 1);  // a millisecond
    }
    id_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  pid_t id_;
};

/// Takes what there is; false at the end, or when it is too much.
bool take(const Descriptor& from, std::string& text) {
  char buffer[1U << 14U];
  const ssize_t got = ::read(from.get(), buffer, sizeof buffer);
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  text.append(buffer, static_cast<std::size_t>(got));
  return got > 0 && text.size() <= largest_output;
}

/// Reads both outputs to their ends.
void collect(Descriptor out, Descriptor err, Finished& into) {
  while (out.valid() || err.valid()) {
    look_for_stop();
    pollfd ends[] = {{out.get(), POLLIN, 0}, {err.get(), POLLIN, 0}};  // those below 0 are passed over
    if (poll(ends, 2, milliseconds_between_looks) <= 0) continue;
    if (ends[0].revents != 0 && !take(out, into.out)) out = Descriptor();
    if (ends[1].revents != 0 && !take(err, into.err)) err = Descriptor();
  }
}

}  // namespace

Finished run_program(const std::vector<std::string>& command, const EnvironmentVariables& more) {
  Finished result;
  Pipe out, err;
  pid_t id = -1;
  {
    const SpawnSettings settings(out, err);
    std::vector<std::string> words = command, variables = environment_with(more);
    const int problem = posix_spawnp(&id, words.front().c_str(), settings.actions(), settings.attributes(),
                                     pointers(words).data(), pointers(variables).data());
    if (problem != 0) {
      result.problem = std::generic_category().message(problem);
      return result;
    }
  }
  Child child(id);
  out.write = Descriptor();
  err.write = Descriptor();
  collect(std::move(out.read), std::move(err.read), result);
  if (result.out.size() > largest_output || result.err.size() > largest_output) {
    result.problem = "it writes too much";
    return result;
  }
  result.exit_value = child.wait();
  result.out = valid_utf8(result.out);
  result.err = valid_utf8(result.err);
  return result;
}

}  // namespace synod::outside
