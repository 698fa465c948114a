// Programs that end in every way.
#include "gate/child.hpp"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>

#include "scratch.hpp"

namespace synod::gate {
namespace {

Ended shell(const std::string& script, std::chrono::seconds timeout = std::chrono::seconds(60)) {
  static const StopFlag never;
  return run_child({"/bin/sh", {"sh", "-c", script}, "/", timeout}, never);
}

TEST(Child, gives_its_outputs_and_exit_status) {
  const Ended ended = shell("pwd; echo wrong >&2; exit 7");
  EXPECT_EQ(ended.how, ChildEnd::exited);
  EXPECT_EQ(ended.status, 7);
  EXPECT_EQ(ended.out, "/\n");
  EXPECT_EQ(ended.err, "wrong\n");
}

TEST(Child, tells_of_a_signal) {
  const Ended ended = shell("kill -SEGV $$");
  EXPECT_EQ(ended.how, ChildEnd::signalled);
  EXPECT_EQ(ended.status, SIGSEGV);
}

TEST(Child, is_ended_when_its_time_is_over_with_all_that_it_started) {
  const Ended ended = shell("sleep 100 & sleep 100", std::chrono::seconds(1));
  EXPECT_EQ(ended.how, ChildEnd::timed_out);
  EXPECT_LT(ended.seconds, 20);
}

/// What the program that is started writes is its number.
pid_t number_in(const std::filesystem::path& file) {
  for (int i = 0; i < 1000; ++i) {
    pid_t number = 0;
    if (std::ifstream(file) >> number) return number;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return 0;
}

TEST(Child, is_ended_when_its_starter_is_killed) {
  prctl(PR_SET_CHILD_SUBREAPER, 1);  // it is waited for here then
  const Scratch scratch;
  const auto file = scratch.path() / "number";
  const pid_t starter = fork();
  if (starter == 0) {
    static_cast<void>(shell("echo $$ > " + file.string() + "; exec sleep 100"));
    _exit(0);
  }
  const pid_t number = number_in(file);
  ASSERT_GT(number, 0);
  kill(starter, SIGKILL);
  waitpid(starter, nullptr, 0);
  int status = 0;
  pid_t ended = 0;
  for (int i = 0; i < 1000 && ended == 0; ++i) {
    ended = waitpid(number, &status, WNOHANG);
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  if (ended == 0) kill(number, SIGKILL);
  EXPECT_EQ(ended, number);
  EXPECT_TRUE(WIFSIGNALED(status));
}

TEST(Child, has_no_signal_blocked_or_ignored) {
  std::signal(SIGUSR1, SIG_IGN);
  EXPECT_EQ(shell("grep -E '^Sig(Blk|Ign):.*[1-9a-f]' /proc/self/status").out, "");
  std::signal(SIGUSR1, SIG_DFL);
}

TEST(Child, is_not_waited_for_because_of_what_it_left_behind) {
  const Ended ended = shell("sleep 100 & echo done");
  EXPECT_EQ(ended.how, ChildEnd::exited);
  EXPECT_EQ(ended.out, "done\n");
  EXPECT_LT(ended.seconds, 20);
}

TEST(Child, is_ended_when_the_run_is_stopped) {
  StopFlag stop;
  const std::jthread other([&] { stop.request(StopReason::interrupt); });
  EXPECT_EQ(run_child({"/bin/sh", {"sh", "-c", "sleep 100"}, "/", std::chrono::seconds(60)}, stop).how,
            ChildEnd::stopped);
}

TEST(Child, of_much_on_standard_error_the_last_is_kept) {
  const Ended ended = shell("i=0; while [ $i -lt 20000 ]; do echo $i 123456789 >&2; i=$((i+1)); done");
  EXPECT_LE(ended.err.size(), 3 * kept_error);
  EXPECT_TRUE(ended.err.ends_with("19999 123456789\n"));
}

TEST(Child, that_cannot_be_started_says_why) {
  const StopFlag never;
  const Ended ended = run_child({"/no/such/program", {"it"}, "/", std::chrono::seconds(1)}, never);
  EXPECT_EQ(ended.how, ChildEnd::not_started);
  EXPECT_EQ(ended.status, ENOENT);
  EXPECT_EQ(run_child({"/bin/sh", {"it"}, "/no/such/folder", std::chrono::seconds(1)}, never).status, ENOENT);
}

}  // namespace
}  // namespace synod::gate
