// What is read from a manifest. Its errors are in tests/golden/gate_manifest_errors.
#include "gate/manifest.hpp"

#include <sys/stat.h>

#include <gtest/gtest.h>

#include "gate/discovery.hpp"
#include "scratch.hpp"

namespace synod::gate {
namespace {

Manifest manifest_of(const std::string& models) {
  Manifest manifest;
  parse_manifest(R"({"sources": [], "authors": [], "tags": [], "modules": [
    {"path": "specs/A.tla", "features": [], "proof": {"runtime": "unknown"}, "models": [)" +
                     models + "]}]}",
                 manifest);
  return manifest;
}

TEST(Manifest, gives_all_that_a_model_says) {
  const Manifest manifest = manifest_of(R"({"path": "specs/A.cfg", "runtime": "01:02:03",
    "mode": {"simulate": {"traceCount": 7}}, "result": "safety failure", "distinctStates": 1, "totalStates": 2,
    "stateDepth": 3, "workers": 4, "synod": {"libraries": ["l", "m"], "confirmed": "TLC", "nightly": true,
    "violated": "Inv", "traceLength": 5, "trace": "traces/a", "possible": ["P", "I!Q"], "possibleFrom": "Q",
    "options": ["--no-deadlock", "--seed=6"], "timeout": 8}})");
  ASSERT_EQ(manifest.problems.size(), 0u);
  const Model& model = manifest.models.at(0);
  EXPECT_EQ(model.place, "/modules/0/models/0");
  EXPECT_EQ(model.module, "specs/A.tla");
  EXPECT_EQ(model.config, "specs/A.cfg");
  EXPECT_EQ(model.runtime, 3723u);
  EXPECT_EQ(model.mode, Mode::simulate);
  EXPECT_EQ(model.traces, 7u);
  EXPECT_EQ(model.result, Result::safety_failure);
  EXPECT_EQ(model.distinct, 1u);
  EXPECT_EQ(model.generated, 2u);
  EXPECT_EQ(model.depth, 3u);
  EXPECT_EQ(model.workers, 4u);
  EXPECT_EQ(model.libraries, (std::vector<std::string>{"l", "m"}));
  EXPECT_EQ(model.confirmed, "TLC");
  EXPECT_TRUE(model.nightly);
  EXPECT_EQ(model.violated, "Inv");
  EXPECT_EQ(model.trace_length, 5u);
  EXPECT_EQ(model.trace, "traces/a");
  EXPECT_EQ(model.possible, (std::vector<std::string>{"P", "I!Q"}));
  EXPECT_EQ(model.possible_from, "Q");
  EXPECT_EQ(model.options, (std::vector<std::string>{"--no-deadlock", "--seed=6"}));
  EXPECT_EQ(model.timeout, 8u);
}

TEST(Manifest, gives_nothing_for_what_a_model_does_not_say) {
  const Manifest manifest = manifest_of(
      R"({"path": "specs/A.cfg", "runtime": "unknown", "mode": "exhaustive search", "result": "unknown"})");
  const Model& model = manifest.models.at(0);
  EXPECT_FALSE(model.runtime || model.workers || model.distinct || model.generated || model.depth);
  EXPECT_FALSE(model.violated || model.trace_length || model.trace || model.timeout || model.nightly);
}

TEST(Manifest, a_model_with_a_problem_does_not_take_the_others) {
  const Manifest manifest = manifest_of(
      R"({"path": "specs/A.cfg", "runtime": "soon", "mode": "exhaustive search", "result": "unknown"},
         {"path": "specs/B.cfg", "runtime": "unknown", "mode": "generate", "result": "unknown"})");
  ASSERT_EQ(manifest.models.size(), 1u);
  EXPECT_EQ(manifest.models[0].config, "specs/B.cfg");
  ASSERT_EQ(manifest.problems.size(), 1u);
  EXPECT_EQ(manifest.problems[0].line, 2u);
}

std::string problem_of(const std::string& text) {
  Manifest manifest;
  parse_manifest(text, manifest);
  if (manifest.problems.size() != 1) return std::to_string(manifest.problems.size()) + " problems";
  const Problem& problem = manifest.problems[0];
  return std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " + problem.message;
}

TEST(Manifest, what_is_no_JSON_says_where_and_why) {
  EXPECT_EQ(problem_of("{\n \"tags\": tru}"),
            "2:13: this is not JSON: invalid literal; last read: '\"tags\": tru}'");
  EXPECT_EQ(problem_of(""),
            "1:1: this is not JSON: unexpected end of input; expected '[', '{', or a literal");
  EXPECT_EQ(problem_of("{\n \"tags\": 1e999}"), "2:10: this number is too large");
  EXPECT_EQ(problem_of("{\"tags\": -1e999}"), "1:10: this number is too large");
  EXPECT_EQ(problem_of(std::string("{}\0", 3)), "1:3: this is not JSON: a byte of 0");
  EXPECT_EQ(problem_of(std::string("{}\n\0{", 5)), "2:1: this is not JSON: a byte of 0");
  EXPECT_EQ(problem_of("[]"), "1:0: a manifest is a JSON object");
}

TEST(Manifest, times_are_such_as_can_be_waited_for) {
  const auto problems = [](const std::string& runtime, const std::string& timeout) {
    return manifest_of(R"({"path": "specs/A.cfg", "mode": "generate", "result": "unknown", "runtime": ")" +
                       runtime + R"(", "synod": {"timeout": )" + timeout + "}}")
        .problems.size();
  };
  EXPECT_EQ(problems("99:59:59", "10000000"), 0u);
  EXPECT_EQ(problems("00:60:00", "1"), 1u);
  EXPECT_EQ(problems("00:00:60", "1"), 1u);
  EXPECT_EQ(problems("unknown", "10000001"), 1u);
  EXPECT_EQ(problems("unknown", "10000000000"), 1u);
}

TEST(Manifest, that_is_no_regular_file_is_not_waited_for) {
  const Scratch scratch;
  const auto file = scratch.path() / "manifest.json";
  ASSERT_EQ(mkfifo(file.c_str(), 0600), 0);
  ASSERT_EQ(read_manifest(file).problems.size(), 1u);
  EXPECT_EQ(read_manifest(file).problems[0].message, "this is no regular file");
}

TEST(Manifest, its_root_is_the_nearest_folder_that_has_a_module) {
  const Scratch scratch;
  scratch.write("specs/A.tla", "");
  const std::string text = R"({"sources": [], "authors": [], "tags": [], "modules": [
    {"path": "specs/A.tla", "features": [], "models": [
      {"path": "specs/A.cfg", "runtime": "unknown", "mode": "generate", "result": "unknown"}]}]})";
  const auto file = scratch.write("deep/down/manifest.json", text);
  EXPECT_EQ(read_manifest(file).root, scratch.path());
  scratch.write("deep/specs/A.tla", "");
  EXPECT_EQ(read_manifest(file).root, scratch.path() / "deep");
}

TEST(Manifest, those_of_a_folder_are_all_below_it_but_hidden_ones) {
  const Scratch scratch;
  const auto second = scratch.write("b/manifest.json", "");
  const auto first = scratch.write("a/c/manifest.json", "");
  scratch.write(".git/manifest.json", "");
  scratch.write("a/other.json", "");
  EXPECT_EQ(manifests_of(scratch.path().string()), (std::vector<std::filesystem::path>{first, second}));
}

}  // namespace
}  // namespace synod::gate
