// Texts that no golden test can show.
#include "gate/report.hpp"

#include <gtest/gtest.h>

#include "gate/files.hpp"

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

TEST(Report, of_an_interrupted_run_does_not_look_green) {
  Manifest manifest;
  manifest.file = "manifest.json";
  manifest.models.resize(2);
  manifest.models[0].config = "A.cfg";
  manifest.models[1].config = "B.cfg";
  std::vector<Manifest> manifests;
  manifests.push_back(std::move(manifest));
  std::vector<CaseResult> results(2);
  results[0].what = {&manifests[0], &manifests[0].models[0], ""};
  results[0].seen.emplace();
  results[1].what = {&manifests[0], &manifests[0].models[1], ""};
  results[1].judgement = {Status::left_out, {}, "interrupted"};
  Report report{manifests, results, 0, 1.0};
  EXPECT_EQ(conclusion_of(report), Conclusion::as_expected);
  EXPECT_NE(sarif(report).find("\"executionSuccessful\": true"), std::string::npos) << sarif(report);
  report.interrupted = true;
  EXPECT_EQ(conclusion_of(report), Conclusion::interrupted);
  EXPECT_TRUE(markdown(report).starts_with("## synod gate: interrupted\n")) << markdown(report);
  EXPECT_NE(junit(report).find("tests=\"3\" failures=\"0\" errors=\"1\" skipped=\"1\""), std::string::npos)
      << junit(report);
  EXPECT_NE(sarif(report).find("\"executionSuccessful\": false"), std::string::npos) << sarif(report);
}

TEST(Report, nothing_of_a_manifest_steers_what_shows_it) {
  Manifest manifest;
  manifest.file = "m\x1b.json";
  manifest.problems.push_back({1, "bad\x1b[2J name \xef\xbf\xbe\n::error::", 2});
  manifest.models.resize(1);
  manifest.models[0].config = "a\n::error file=a::injected\x1b\xef\xbf\xbf";
  std::vector<Manifest> manifests;
  manifests.push_back(std::move(manifest));
  std::vector<CaseResult> results(1);
  results[0].what = {&manifests[0], &manifests[0].models[0], ""};
  results[0].judgement = {Status::differs, {{Compared::property, "violated property", "P\r", "Q\n\x1b"}}, ""};
  results[0].seen.emplace().violated = "Q\n\x1b";
  const Report report{manifests, results, 0, 1.0};
  Update update;
  update.changes.push_back({manifests[0].file.string(), manifests[0].models[0].config, {"- \"\x1b\": 1"}});
  update.written = update.orphans = {"a\x1b\n::error::"};
  const std::string texts[] = {result_text(results[0], false), problems_text(manifests[0], false),
                               update_text(update), markdown(report), junit(report)};
  for (const std::string& text : texts) {
    EXPECT_EQ(text.find_first_of("\x1b\r"), std::string::npos) << text;
    EXPECT_EQ(text.find("\n::"), std::string::npos) << text;
    EXPECT_EQ(text.find("\xef\xbf\xbe"), std::string::npos) << text;
    EXPECT_EQ(text.find("\xef\xbf\xbf"), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace synod::gate
