// Texts that no golden test can show.
#include "gate/report.hpp"

#include <gtest/gtest.h>

namespace synod::gate {
namespace {

TEST(Report, progress_fits_its_line) {
  Progress progress{3, 17, {{"models/paxos/MCPaxosLarge.cfg", 12.4}, {"models/A.cfg", 0.2}}};
  EXPECT_EQ(progress_text(progress, 80), "3 of 17 done; running: MCPaxosLarge 12 s, A 0 s");
  EXPECT_EQ(progress_text(progress, 30), "3 of 17 done; running: MCP...");
  EXPECT_EQ(progress_text(progress, 2), "...");
}

TEST(Report, an_update_is_shown_as_what_went_and_what_came) {
  Update update;
  update.changes.push_back({"m.json", "A.cfg", {"- \"stateDepth\": 1", "+ \"stateDepth\": 2"}});
  update.written = {"traces/A.txt"};
  EXPECT_EQ(update_text(update),
            "m.json: A.cfg\n  - \"stateDepth\": 1\n  + \"stateDepth\": 2\ntraces/A.txt: written\n");
}

TEST(Report, what_was_updated_does_not_differ_any_more) {
  std::vector<CaseResult> results(2);
  results[0].judgement.status = results[1].judgement.status = Status::differs;
  results[0].updated = true;
  const std::vector<Manifest> none;
  const Report report{none, results, 0, 1.0};
  EXPECT_EQ(tally(report).differ, 1u);
  EXPECT_EQ(summary_text(report), "2 models: 0 as expected, 1 updated, 1 differs, in 1.0 s\n");
}

}  // namespace
}  // namespace synod::gate
