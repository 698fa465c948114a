// Which models are run, in which order, with what.
#include "gate/plan.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace synod::gate {
namespace {

Model model(const std::string& config, std::optional<std::uint64_t> runtime) {
  Model model;
  model.module = "M.tla";
  model.config = config;
  model.runtime = runtime;
  return model;
}

std::vector<std::string> configs(const Plan& plan) {
  std::vector<std::string> names;
  for (const Case& one : plan.cases) names.push_back(one.model->config);
  return names;
}

bool has(const std::vector<std::string>& words, const std::vector<std::string>& sequence) {
  return std::search(words.begin(), words.end(), sequence.begin(), sequence.end()) != words.end();
}

TEST(Plan, begins_with_what_takes_longest) {
  std::vector<Manifest> manifests(2);
  manifests[0].models = {model("short", 1), model("long", 60), model("short too", 1)};
  manifests[1].models = {model("unknown", {}), model("longer", 61), model("unknown too", {})};
  EXPECT_EQ(configs(make_plan(manifests, {}, false)),
            (std::vector<std::string>{"unknown", "unknown too", "longer", "long", "short", "short too"}));
}

TEST(Plan, holds_what_was_asked_for) {
  std::vector<Manifest> manifests(1);
  manifests[0].models = {model("a.cfg", 1), model("b.cfg", 2), model("ab.cfg", 3)};
  manifests[0].models[1].nightly = true;
  manifests[0].models[2].mode = Mode::symbolic;
  EXPECT_EQ(configs(make_plan(manifests, std::regex("^a"), false)),
            (std::vector<std::string>{"ab.cfg", "a.cfg"}));
  EXPECT_EQ(configs(make_plan(manifests, std::regex("M.tla"), true)),
            (std::vector<std::string>{"ab.cfg", "b.cfg", "a.cfg"}));
  const Plan plan = make_plan(manifests, std::regex("b"), false);
  EXPECT_EQ(plan.for_nightly, 1u);
  ASSERT_EQ(plan.cases.size(), 1u);
  EXPECT_NE(plan.cases[0].left_out, "") << "symbolic";
}

TEST(Plan, shares_cores_and_memory_out) {
  Settings settings;
  settings.memory_mb = 1000;
  const auto share = [&](unsigned cores, std::size_t cases) {
    const Share one = share_out(settings, cores, cases);
    return std::vector<std::uint64_t>{one.jobs, one.workers, one.memory_mb};
  };
  EXPECT_EQ(share(8, 100), (std::vector<std::uint64_t>{8, 1, 125}));
  EXPECT_EQ(share(8, 3), (std::vector<std::uint64_t>{3, 2, 333}));
  EXPECT_EQ(share(0, 0), (std::vector<std::uint64_t>{1, 1, 1000}));
  settings.jobs = 2;
  EXPECT_EQ(share(8, 100), (std::vector<std::uint64_t>{2, 4, 500}));
  settings.workers = 3;
  EXPECT_EQ(share(8, 100), (std::vector<std::uint64_t>{2, 3, 500}));
}

TEST(Plan, a_timeout_is_said_or_follows_from_the_runtime) {
  Settings settings;
  Model timed = model("a.cfg", 31);
  EXPECT_EQ(timeout_of(timed, settings).count(), 310);
  EXPECT_EQ(timeout_of(model("b.cfg", {}), settings).count(), 300);
  timed.timeout = 5;
  EXPECT_EQ(timeout_of(timed, settings).count(), 5);
  settings.timeout = 7;
  EXPECT_EQ(timeout_of(timed, settings).count(), 7);
}

TEST(Plan, a_command_line_holds_what_the_manifest_says) {
  Model searched = model("a.cfg", 1);
  searched.libraries = {"lib"};
  searched.options = {"--no-deadlock"};
  searched.possible = {"P", "Q"};
  searched.possible_from = "R";
  Settings settings;
  settings.libraries = {"/more"};
  settings.permissions = {"--allow-read", "/data"};
  Share share;
  share.workers = 3;
  share.memory_mb = 100;
  const auto words = command_of(searched, settings, share, TraceFiles{"/t/itf", "/t/text"});
  EXPECT_TRUE(has(words, {"synod", "check", "M.tla", "--config", "a.cfg", "-I", "lib", "-I", "/more",
                          "--possible", "P", "--possible", "Q", "--possible-from", "R"}));
  EXPECT_TRUE(has(words, {"--format", "json"}));
  EXPECT_TRUE(has(words, {"--workers", "3"}));
  EXPECT_TRUE(has(words, {"--checkpoint", "0", "--memory", "100M"}));
  EXPECT_TRUE(has(words, {"--no-deadlock", "--allow-read", "/data"}));
  EXPECT_TRUE(has(words, {"--trace-out", "/t/itf", "--trace-text", "/t/text"}));
}

TEST(Plan, a_replay_asks_what_the_run_asked) {
  Model searched = model("a.cfg", 1);
  searched.possible = {"P"};
  searched.possible_from = "R";
  searched.trace = "kept";
  const auto words = replay_command_of(searched, Settings(), "P");
  EXPECT_TRUE(has(words, {"synod", "replay", "M.tla", "kept.itf.json", "--config", "a.cfg", "--possible", "P",
                          "--possible-from", "R", "--violates", "P"}));
}

TEST(Plan, a_command_line_of_random_behaviours) {
  Model random = model("a.cfg", 1);
  random.mode = Mode::generate;
  random.traces = 9;
  random.workers = 1;
  Share share;
  share.workers = 3;
  share.memory_mb = 100;
  const auto words = command_of(random, {}, share, {});
  EXPECT_TRUE(has(words, {"synod", "simulate", "M.tla"}));
  EXPECT_TRUE(has(words, {"--workers", "1"})) << "that of the manifest";
  EXPECT_TRUE(has(words, {"--traces", "9", "--generate"}));
  EXPECT_FALSE(has(words, {"--memory"}));
}

TEST(Plan, a_replay_may_not_write) {
  Model recorded = model("a.cfg", 1);
  recorded.trace = "traces/a";
  recorded.options = {"--no-deadlock", "--seed=4"};
  Settings settings;
  settings.permissions = {"--allow-write", "/out", "--allow-exec"};
  EXPECT_EQ(replay_command_of(recorded, settings, "Inv"),
            (std::vector<std::string>{"synod", "replay", "M.tla", "traces/a.itf.json", "--config", "a.cfg",
                                      "--violates", "Inv", "--seed=4", "--allow-exec"}));
}

}  // namespace
}  // namespace synod::gate
