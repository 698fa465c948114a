// Programs that end in every way.
#include "gate/child.hpp"

#include <csignal>
#include <thread>

#include <gtest/gtest.h>

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
}

}  // namespace
}  // namespace synod::gate
