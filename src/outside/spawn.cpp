#include "outside/spawn.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>

namespace synod::outside {

Pipe::Pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  read = Descriptor(ends[0]);
  write = Descriptor(ends[1]);
}

SpawnSettings::SpawnSettings(const Pipe& out, const Pipe& err) {
  posix_spawn_file_actions_init(&actions_);
  posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions_, out.write.get(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions_, err.write.get(), STDERR_FILENO);
  posix_spawnattr_init(&attributes_);
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes_, &all);
  posix_spawnattr_setsigmask(&attributes_, &none);
  posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
}

SpawnSettings::~SpawnSettings() {
  posix_spawn_file_actions_destroy(&actions_);
  posix_spawnattr_destroy(&attributes_);
}

namespace {

/// No signal comes to this thread while it lives: no handler must run in the copy of a process.
class SignalsHeldBack {
 public:
  SignalsHeldBack() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~SignalsHeldBack() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsHeldBack(const SignalsHeldBack&) = delete;
  SignalsHeldBack& operator=(const SignalsHeldBack&) = delete;

 private:
  sigset_t before_{};
};

// From here to exec only what may be called in a signal handler: other threads may have held any lock.

void take_default_signals() {
  struct sigaction plain{};
  plain.sa_handler = SIG_DFL;
  for (int signal = 1; signal < NSIG; ++signal) sigaction(signal, &plain, nullptr);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

bool connect(const Pipe& out, const Pipe& err) {
  const int nothing = open("/dev/null", O_RDONLY);
  return nothing >= 0 && dup2(nothing, STDIN_FILENO) >= 0 &&
         (nothing == STDIN_FILENO || close(nothing) == 0) && dup2(out.write.get(), STDOUT_FILENO) >= 0 &&
         dup2(err.write.get(), STDERR_FILENO) >= 0;
}

/// Returns only where it fails.
void become(const Place& place, char* const* arguments, const Pipe& out, const Pipe& err, pid_t starter) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return;
  if (getppid() != starter) _exit(1);  // it ended before that was said
  take_default_signals();
  if (setpgid(0, 0) != 0 || chdir(place.folder.c_str()) != 0 || !connect(out, err)) return;
  execv(place.program.c_str(), arguments);
}

}  // namespace

pid_t start_tied(const Place& place, char* const* arguments, const Pipe& out, const Pipe& err) {
  Pipe problem;  // closed by exec
  const pid_t starter = getpid();
  const SignalsHeldBack held_back;
  const pid_t id = fork();
  if (id < 0) return -errno;
  if (id == 0) {
    become(place, arguments, out, err, starter);
    const int why = errno;
    static_cast<void>(::write(problem.write.get(), &why, sizeof why));
    _exit(127);
  }
  problem.write = Descriptor();
  int why = 0;
  ssize_t got = 0;
  while ((got = ::read(problem.read.get(), &why, sizeof why)) < 0 && errno == EINTR) {
  }
  if (got != sizeof why) return id;
  while (waitpid(id, nullptr, 0) < 0 && errno == EINTR) {
  }
  return -why;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

}  // namespace synod::outside
