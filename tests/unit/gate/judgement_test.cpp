// What is different, and what is no result at all.
#include "gate/judgement.hpp"

#include <csignal>

#include <gtest/gtest.h>

namespace synod::gate {
namespace {

Observation seen(int exit, const std::string& outcome) {
  Observation seen;
  seen.exit = exit;
  seen.outcome = outcome;
  return seen;
}

std::string why(ChildEnd how, int status, const std::string& out = "", const std::string& err = "") {
  Ended ended;
  ended.how = how;
  ended.status = status;
  ended.out = out;
  ended.err = err;
  return why_no_result(ended, read_observation(out), std::chrono::seconds(9));
}

TEST(Judgement, every_way_to_no_result_has_its_words) {
  EXPECT_EQ(why(ChildEnd::timed_out, 0), "not finished after 9 s");
  EXPECT_EQ(why(ChildEnd::stopped, 0), "interrupted");
  EXPECT_EQ(why(ChildEnd::signalled, SIGSEGV), "ended by signal 11 (Segmentation fault)");
  EXPECT_EQ(why(ChildEnd::too_much, 0), "it writes more than 1024 MiB");
  EXPECT_EQ(why(ChildEnd::not_started, ENOENT), "the program cannot be started: No such file or directory");
  EXPECT_EQ(why(ChildEnd::exited, 3, "no JSON", "first\nlast words\n\n"),
            "exit status 3 without a result: last words");
  EXPECT_EQ(why(ChildEnd::exited, 3), "exit status 3 without a result");
  EXPECT_EQ(why(ChildEnd::exited, 20, R"({"exit": 20, "outcome": "limit", "limit": "100 MB of memory"})"),
            "stopped at a limit: 100 MB of memory");
  EXPECT_EQ(
      why(ChildEnd::exited, 20, R"({"exit": 20, "error": {"message": "out of memory", "kind": "limit"}})"),
      "stopped at a limit: out of memory");
  EXPECT_EQ(why(ChildEnd::exited, 21, R"({"exit": 21, "outcome": "interrupted"})"), "interrupted");
  EXPECT_EQ(why(ChildEnd::exited, 12, R"({"exit": 12, "outcome": "safety"})"), "");
}

TEST(Judgement, a_broken_specification_and_a_failing_evaluation_are_told_apart) {
  EXPECT_EQ(why(ChildEnd::exited, 255,
                R"({"exit": 255, "diagnostics": [{"severity": "warning", "message": "so"},
                    {"severity": "error", "message": "cannot\nread", "location": {"file": "A", "line": 3}}]})"),
            "A:3: cannot read");
  const std::string evaluated =
      R"({"exit": 255, "error": {"message": "Head of <<>>", "evaluating": "Next"}})";
  EXPECT_EQ(why(ChildEnd::exited, 255, evaluated), "");
  Model model;
  model.result = Result::success;
  ASSERT_EQ(compare(model, *read_observation(evaluated)).size(), 1u);
  EXPECT_EQ(compare(model, *read_observation(evaluated))[0].found, "an evaluation that fails: Head of <<>>");
  model.result = Result::unknown;
  EXPECT_TRUE(compare(model, *read_observation(evaluated)).empty());
}

TEST(Judgement, exit_statuses_are_the_results_of_manifests) {
  EXPECT_EQ(result_of(seen(0, "success")), Result::success);
  EXPECT_EQ(result_of(seen(10, "assumption")), Result::assumption_failure);
  EXPECT_EQ(result_of(seen(11, "deadlock")), Result::deadlock_failure);
  EXPECT_EQ(result_of(seen(12, "safety")), Result::safety_failure);
  EXPECT_EQ(result_of(seen(13, "safety")), Result::safety_failure);
  EXPECT_EQ(result_of(seen(13, "liveness")), Result::liveness_failure);
  EXPECT_EQ(result_of(seen(14, "error")), Result::safety_failure);
  EXPECT_EQ(result_of(seen(75, "error")), std::nullopt);
}

TEST(Judgement, a_violated_property_of_steps_may_count_as_liveness_as_in_TLC) {
  Model model;
  model.result = Result::liveness_failure;
  EXPECT_TRUE(compare(model, seen(13, "safety")).empty());
  EXPECT_FALSE(compare(model, seen(12, "safety")).empty());
  model.result = Result::safety_failure;
  EXPECT_TRUE(compare(model, seen(13, "safety")).empty());
  EXPECT_FALSE(compare(model, seen(13, "liveness")).empty());
}

TEST(Judgement, a_possibility_that_was_asked_nowhere_differs) {
  Model model;
  model.possible = {"P"};
  model.possible_from = "Q";
  const auto asked = [](const char* states, int exit) {
    return *read_observation(R"({"exit": )" + std::to_string(exit) +
                             R"(, "outcome": "success", "possible": {"names": ["P"],
      "asked_of_states": )" + states +
                             "}}");
  };
  for (const Result result : {Result::success, Result::unknown}) {
    model.result = result;
    EXPECT_TRUE(compare(model, asked("1", 0)).empty());
    ASSERT_EQ(compare(model, asked("0", 0)).size(), 1u);
    EXPECT_EQ(compare(model, asked("0", 0))[0].found, "Q holds in no state, so nothing was asked");
  }
  model.result = Result::deadlock_failure;  // which ends the search before anything is asked
  EXPECT_TRUE(compare(model, asked("0", 11)).empty());
}

TEST(Judgement, only_what_is_given_is_compared) {
  Model model;
  model.result = Result::success;
  Observation result = seen(0, "success");
  result.distinct = 5;
  EXPECT_TRUE(compare(model, result).empty());
  model.distinct = 5;
  EXPECT_TRUE(compare(model, result).empty());
  model.depth = 2;
  ASSERT_EQ(compare(model, result).size(), 1u);
  EXPECT_EQ(compare(model, result)[0].found, "none");
}

}  // namespace
}  // namespace synod::gate
