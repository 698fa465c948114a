#include "explore/simulate.hpp"

#include <atomic>
#include <set>

#include <gtest/gtest.h>

#include "fake_model.hpp"

namespace synod::explore::test {
namespace {

const StopFlag never;

/// A walk on 0 .. 99: one up or two down by the first action, ten up by the second.
FakeModel walk() {
  FakeModel model{.looks = {Look::mixed}, .actions = 2, .initial = {{0}, {1}, {2}}};
  model.next = [](const Numbers& s) {
    std::vector<Successor> successors{
        {{(s[0] + 1) % 100}, 0}, {{(s[0] + 98) % 100}, 0}, {{(s[0] + 10) % 100}, 1}};
    return std::pair{successors, std::optional<EvaluationError>()};
  };
  return model;
}

Result run(const FakeModel& model, const SimulationOptions& options) {
  const FakeView view(model);
  values::Interner interner;
  Result result = simulate(view, interner, options, never, {});
  return result;
}

TEST(Simulate, CountsWhatItGenerates) {
  const Result result = run(walk(), {.traces = 10, .depth = 7, .seed = 1});
  EXPECT_EQ(result.outcome, Outcome::success);
  EXPECT_EQ(result.behaviours, 10U);
  EXPECT_EQ(result.generated, 3U + 10 * 7 * 3);
}

TEST(Simulate, SameForAnyNumberOfWorkers) {
  FakeModel model = walk();
  model.invariants.push_back([](const Numbers& s) { return s[0] != 57; });
  std::set<std::uint64_t> endings;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const FakeView view(model);
    std::vector<Numbers> trace;
    std::uint64_t generated = 0;
    std::uint64_t behaviours = 0;
    for (const unsigned workers : {1U, 2U, 8U}) {
      values::Interner interner;
      const Result result = simulate(
          view, interner, {.traces = 10000, .depth = 20, .seed = seed, .workers = workers}, never, {});
      ASSERT_EQ(result.outcome, Outcome::invariant);
      EXPECT_EQ(result.violated, "Inv0");
      if (workers == 1) {
        trace = numbers_of(model, result.trace);
        generated = result.generated;
        behaviours = result.behaviours;
      }
      EXPECT_EQ(numbers_of(model, result.trace), trace);
      EXPECT_EQ(result.generated, generated);
      EXPECT_EQ(result.behaviours, behaviours);
    }
    ASSERT_FALSE(trace.empty());
    EXPECT_EQ(trace.back(), Numbers{57});
    for (std::size_t i = 1; i < trace.size(); ++i) {
      const int step = (trace[i][0] - trace[i - 1][0] + 100) % 100;
      EXPECT_TRUE(step == 1 || step == 98 || step == 10) << step;
    }
    endings.insert(generated);
  }
  EXPECT_GT(endings.size(), 10U) << "seeds make no difference";
}

TEST(Simulate, DeadlockWhereEverySuccessorIsOutside) {
  FakeModel model = walk();
  model.constraint = [](const Numbers& s) { return s[0] < 3; };
  model.action_constraint = [](const Numbers& s, const Numbers& t) { return t[0] > s[0]; };
  const Result result = run(model, {.traces = 100, .depth = 20, .seed = 3});
  EXPECT_EQ(result.outcome, Outcome::deadlock);
  EXPECT_EQ(numbers_of(model, result.trace).back(), Numbers{2});
  SimulationOptions tolerant{.traces = 100, .depth = 20, .seed = 3};
  tolerant.check_deadlock = false;
  EXPECT_EQ(run(model, tolerant).outcome, Outcome::success);
}

TEST(Simulate, ErrorsAndStepsAreJudged) {
  FakeModel model = walk();
  model.action_properties.push_back(
      [](const Numbers& s, const Numbers& t) { return s[0] != 9 || t[0] != 19; });
  Result result = run(model, {.traces = 10000, .depth = 20, .seed = 4});
  EXPECT_EQ(result.outcome, Outcome::action_property);
  EXPECT_EQ(numbers_of(model, result.trace).back(), Numbers{19});
  EXPECT_EQ(result.trace.back().label.name, "A1");
  model.action_properties.clear();
  model.next = [graph = walk().next](const Numbers& s) {
    auto successors = graph(s);
    if (s[0] == 11) successors.second = failure("eleven");
    return successors;
  };
  result = run(model, {.traces = 10000, .depth = 20, .seed = 5});
  EXPECT_EQ(result.outcome, Outcome::error);
  EXPECT_EQ(result.error_stage, Stage::next);
  EXPECT_EQ(numbers_of(model, result.trace).back(), Numbers{11});
}

TEST(Simulate, InitialStatesAreJudged) {
  FakeModel model = walk();
  model.invariants.push_back([](const Numbers& s) { return s[0] != 1; });
  const Result result = run(model, {.traces = 10, .depth = 1, .seed = 4});
  EXPECT_EQ(result.outcome, Outcome::invariant);
  EXPECT_EQ(result.trace.size(), 1U);
  EXPECT_EQ(result.behaviours, 0U);
}

}  // namespace
}  // namespace synod::explore::test
