#include "gate/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "outside/folder.hpp"
#include "outside/spawn.hpp"

namespace synod::gate {
namespace {

using outside::Descriptor;
using Clock = std::chrono::steady_clock;

// In the second case both outputs are closed, and the end is all that is waited for.
constexpr int milliseconds_between_looks = 100, milliseconds_to_the_end = 2;

/// Nobody may wait for the end of what a program says: one that it started can hold the other end for ever.
void let_no_read_wait(const outside::Pipe& pipe) { fcntl(pipe.read.get(), F_SETFL, O_NONBLOCK); }

/// Takes what there is; closes the pipe at its end.
void take(Descriptor& from, std::string& text) {
  std::array<char, std::size_t{1} << 16U> buffer;
  while (from.valid()) {
    const ssize_t got = ::read(from.get(), buffer.data(), buffer.size());
    if (got > 0) {
      text.append(buffer.data(), static_cast<std::size_t>(got));
      return;
    }
    if (got < 0 && errno == EINTR) continue;
    if (got == 0 || errno != EAGAIN) from = Descriptor();
    return;
  }
}

void drain(Descriptor& from, std::string& text) {
  for (std::size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    take(from, text);
  }
}

class Child {
 public:
  Child(pid_t id, Descriptor out, Descriptor err) : id_(id), out_(std::move(out)), err_(std::move(err)) {}
  ~Child() {
    // The group, because the child may have started programs; it is there until the child is waited for.
    kill(-id_, SIGKILL);
    while (waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  void follow(Clock::time_point deadline, const StopFlag& stop, Ended& into) {
    into.how = wait(deadline, stop, into);
    if (into.how != ChildEnd::exited) return;
    drain(out_, into.out);
    drain(err_, into.err);
    const siginfo_t how = look();
    if (how.si_code != CLD_EXITED) into.how = ChildEnd::signalled;
    into.status = how.si_status;
  }

 private:
  ChildEnd wait(Clock::time_point deadline, const StopFlag& stop, Ended& into) {
    while (look().si_pid != id_) {
      if (stop.requested()) return ChildEnd::stopped;
      if (Clock::now() >= deadline) return ChildEnd::timed_out;
      // Those below 0 are passed over.
      pollfd ends[] = {{out_.get(), POLLIN, 0}, {err_.get(), POLLIN, 0}};
      const bool open = out_.valid() || err_.valid();
      if (poll(ends, 2, open ? milliseconds_between_looks : milliseconds_to_the_end) <= 0) continue;
      if (ends[0].revents != 0) take(out_, into.out);
      if (ends[1].revents != 0) take(err_, into.err);
      if (into.out.size() > largest_output) return ChildEnd::too_much;
      if (into.err.size() > 2 * kept_error) into.err.erase(0, into.err.size() - kept_error);
    }
    return ChildEnd::exited;
  }

  /// How it ended, if it has; it stays to be waited for.
  [[nodiscard]] siginfo_t look() const {
    siginfo_t how{};
    waitid(P_PID, static_cast<id_t>(id_), &how, WEXITED | WNOHANG | WNOWAIT);
    return how;
  }

  pid_t id_;
  Descriptor out_, err_;
};

}  // namespace

Ended run_child(const ChildCommand& command, const StopFlag& stop) {
  Ended ended;
  const Clock::time_point started = Clock::now();
  outside::Pipe out, err;
  let_no_read_wait(out);
  let_no_read_wait(err);
  std::vector<std::string> words = command.words;
  const pid_t id = outside::start_tied({command.program, command.folder.string()},
                                       outside::pointers(words).data(), out, err);
  if (id < 0) {
    ended.status = -id;
    return ended;
  }
  out.write = Descriptor();
  err.write = Descriptor();
  Child(id, std::move(out.read), std::move(err.read)).follow(started + command.timeout, stop, ended);
  ended.seconds = std::chrono::duration<double>(Clock::now() - started).count();
  return ended;
}

}  // namespace synod::gate
