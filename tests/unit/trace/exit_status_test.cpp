// The table of exit statuses is complete and documented.
#include "trace/exit_status.hpp"

#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

namespace synod::trace {
namespace {

TEST(ExitStatus, every_status_is_documented) {
  std::ifstream file(SYNOD_SOURCE_DIR "/docs/exit-status.md");
  std::ostringstream text;
  text << file.rdbuf();
  for (const ExitStatusMeaning& row : exit_statuses) {
    const std::string line =
        "| " + std::to_string(static_cast<int>(row.status)) + " | " + std::string(row.meaning) + " |";
    EXPECT_NE(text.str().find(line), std::string::npos) << "docs/exit-status.md lacks: " << line;
  }
}

TEST(ExitStatus, no_status_means_two_things) {
  std::set<ExitStatus> seen;
  for (const ExitStatusMeaning& row : exit_statuses)
    EXPECT_TRUE(seen.insert(row.status).second) << row.meaning;
}

TEST(ExitStatus, of_a_failed_evaluation_depends_on_what_was_evaluated) {
  const auto status = [](explore::Stage stage, EvaluationFault fault, bool initial = false) {
    explore::Result result;
    result.outcome = explore::Outcome::error;
    result.error = EvaluationError(fault, "");
    result.error_stage = stage;
    result.at_initial_state = initial;
    return exit_status(result);
  };
  EXPECT_EQ(status(explore::Stage::next, EvaluationFault::not_boolean), ExitStatus::evaluation);
  EXPECT_EQ(status(explore::Stage::next, EvaluationFault::argument), ExitStatus::other);
  EXPECT_EQ(status(explore::Stage::init, EvaluationFault::argument, true), ExitStatus::evaluation);
  EXPECT_EQ(status(explore::Stage::invariant, EvaluationFault::overflow), ExitStatus::invariant_evaluation);
  EXPECT_EQ(status(explore::Stage::action_property, EvaluationFault::no_case), ExitStatus::evaluation);
  EXPECT_EQ(status(explore::Stage::action_property, EvaluationFault::argument), ExitStatus::other);
  EXPECT_EQ(status(explore::Stage::invariant, EvaluationFault::not_boolean, true), ExitStatus::evaluation);
  EXPECT_EQ(status(explore::Stage::view, EvaluationFault::argument, true), ExitStatus::evaluation);
  EXPECT_EQ(status(explore::Stage::implied_init, EvaluationFault::argument, true), ExitStatus::evaluation);
  EXPECT_EQ(status(explore::Stage::assumption, EvaluationFault::no_case), ExitStatus::assumption);
}

TEST(ExitStatus, of_diagnostics_is_that_of_the_first_error) {
  syntax::Diagnostics diagnostics;
  diagnostics.warning(syntax::Code::constant_unused, {}, "");
  EXPECT_EQ(exit_status(diagnostics), ExitStatus::success);
  diagnostics.error(syntax::Code::config_missing_constant, {}, "");
  diagnostics.error(syntax::Code::undefined_name, {}, "");
  EXPECT_EQ(exit_status(diagnostics), ExitStatus::configuration);
}

}  // namespace
}  // namespace synod::trace
