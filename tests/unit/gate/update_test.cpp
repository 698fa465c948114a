// What --update writes.
#include "gate/update.hpp"

#include <gtest/gtest.h>

#include "scratch.hpp"

namespace synod::gate {
namespace {

const char* const before = R"({
  "sources": [], "authors": [], "tags": [],
  "modules": [
    {"path": "A.tla", "features": [], "models": [
      {
        "path": "A.cfg",
        "runtime": "unknown",
        "mode": "exhaustive search",
        "result": "success",
        "distinctStates": 5,
        "synod": {"confirmed": "TLC", "trace": "traces/A"}
      }
    ]}
  ]
}
)";

class UpdateTest : public testing::Test {
 protected:
  UpdateTest() {
    scratch_.write("A.tla", "");
    manifests_.push_back(read_manifest(scratch_.write("manifest.json", before)));
  }

  Update update(Observation seen, Status status) {
    const bool violated = seen.violated.has_value();
    CaseResult result{
        {&manifests_[0], &manifests_[0].models.at(0), ""}, {status, {}, ""}, std::move(seen), {}, 1.2, false};
    if (violated) result.counterexample = Counterexample{"{}\n", "State 1\n"};
    results_.push_back(std::move(result));
    return update_expectations(manifests_, results_);
  }

  std::string model() const {
    const std::string text = scratch_.read("manifest.json");
    const std::size_t begin = text.find("      {\n");
    return text.substr(begin, text.find("      }\n") + 8 - begin);
  }

  Scratch scratch_;
  std::vector<Manifest> manifests_;
  std::vector<CaseResult> results_;
};

TEST_F(UpdateTest, rewrites_what_changed_and_adds_what_was_not_there) {
  Observation seen;
  seen.exit = 12;
  seen.outcome = "safety";
  seen.violated = "Inv";
  seen.distinct = 6;
  seen.generated = 9;
  seen.depth = 3;
  seen.trace.resize(3);
  const Update done = update(seen, Status::differs);
  EXPECT_EQ(model(), R"(      {
        "path": "A.cfg",
        "runtime": "00:00:02",
        "mode": "exhaustive search",
        "result": "safety failure",
        "distinctStates": 6,
        "totalStates": 9,
        "stateDepth": 3,
        "synod": {"trace": "traces/A", "violated": "Inv", "traceLength": 3}
      }
)");
  ASSERT_EQ(done.changes.size(), 1u);
  EXPECT_EQ(done.changes[0].lines,
            (std::vector<std::string>{
                "- \"runtime\": \"unknown\"", "+ \"runtime\": \"00:00:02\"", "- \"result\": \"success\"",
                "+ \"result\": \"safety failure\"", "- \"distinctStates\": 5", "+ \"distinctStates\": 6",
                "+ \"totalStates\": 9", "+ \"stateDepth\": 3", "+ \"violated\": \"Inv\"",
                "+ \"traceLength\": 3", "- \"confirmed\": \"TLC\""}));
  EXPECT_EQ(done.written, (std::vector<std::string>{"traces/A.itf.json", "traces/A.txt"}));
  EXPECT_EQ(scratch_.read("traces/A.txt"), "State 1\n");
  EXPECT_TRUE(results_[0].updated);
}

TEST_F(UpdateTest, added_figures_leave_a_confirmation_as_it_is) {
  Observation seen;
  seen.trace.resize(1);
  seen.distinct = 5;
  seen.generated = 9;
  seen.depth = 3;
  const Update done = update(seen, Status::as_expected);
  EXPECT_EQ(done.changes.at(0).lines.back(), "+ \"traceLength\": 1");
  EXPECT_NE(model().find("\"totalStates\": 9,\n        \"stateDepth\": 3,\n"), std::string::npos) << model();
  EXPECT_NE(model().find("\"confirmed\": \"TLC\""), std::string::npos) << model();
}

TEST_F(UpdateTest, leaves_a_byte_order_mark_where_it_is) {
  const std::string mark = "\xEF\xBB\xBF";
  manifests_[0] = read_manifest(scratch_.write("manifest.json", mark + before));
  Observation seen;
  seen.distinct = 6;
  EXPECT_EQ(update(seen, Status::differs).changes.size(), 1u);
  EXPECT_TRUE(scratch_.read("manifest.json").starts_with(mark + "{\n  \"sources\""));
  EXPECT_NE(model().find("\"distinctStates\": 6"), std::string::npos) << model();
}

TEST_F(UpdateTest, a_runtime_of_a_hundred_hours_is_still_one) {
  Observation seen;
  seen.distinct = 5;
  results_.push_back({{&manifests_[0], &manifests_[0].models.at(0), ""}, {}, seen, {}, 1e6, false});
  static_cast<void>(update_expectations(manifests_, results_));
  EXPECT_NE(model().find("\"runtime\": \"99:59:59\""), std::string::npos) << model();
}

TEST_F(UpdateTest, without_a_counterexample_none_is_expected) {
  Observation seen;
  seen.distinct = 5;
  EXPECT_EQ(update(seen, Status::differs).changes.at(0).lines,
            (std::vector<std::string>{"- \"runtime\": \"unknown\"", "+ \"runtime\": \"00:00:02\"",
                                      "- \"trace\": \"traces/A\"", "- \"confirmed\": \"TLC\""}));
  EXPECT_NE(model().find("\"synod\": {}"), std::string::npos) << model();
}

TEST_F(UpdateTest, tells_of_files_that_nothing_expects_any_more) {
  scratch_.write("traces/A.txt", "State 1\n");
  Observation seen;
  seen.distinct = 5;
  EXPECT_EQ(update(seen, Status::differs).orphans, (std::vector<std::string>{"traces/A.txt"}));
  EXPECT_EQ(scratch_.read("traces/A.txt"), "State 1\n");
}

TEST_F(UpdateTest, a_failed_evaluation_is_no_expectation) {
  Observation seen;
  seen.exit = 75;
  seen.evaluation_failed = true;
  EXPECT_TRUE(update(seen, Status::differs).changes.empty());
  EXPECT_EQ(scratch_.read("manifest.json"), before);
  EXPECT_FALSE(results_[0].updated);
}

TEST_F(UpdateTest, that_nothing_was_asked_cannot_be_expected) {
  Observation seen;
  seen.distinct = 5;
  CaseResult result{
      {&manifests_[0], &manifests_[0].models.at(0), ""}, {Status::differs, {}, ""}, seen, {}, 1.2, false};
  result.judgement.differences = {{Compared::possibility, "possibleFrom", "some", "none"}};
  results_.push_back(std::move(result));
  static_cast<void>(update_expectations(manifests_, results_));
  EXPECT_FALSE(results_[0].updated);
}

TEST_F(UpdateTest, what_did_not_run_is_left_as_it_is) {
  EXPECT_TRUE(update({}, Status::could_not_run).changes.empty());
  EXPECT_EQ(scratch_.read("manifest.json"), before);
}

TEST_F(UpdateTest, counterexamples_are_not_written_through_a_link_out_of_the_root) {
  const Scratch elsewhere;
  std::filesystem::create_directory_symlink(elsewhere.path(), scratch_.path() / "traces");
  Observation seen;
  seen.exit = 12;
  seen.violated = "Inv";
  seen.trace.resize(1);
  EXPECT_EQ(update(seen, Status::differs).problems.size(), 1u);
  EXPECT_TRUE(std::filesystem::is_empty(elsewhere.path()));
}

}  // namespace
}  // namespace synod::gate
