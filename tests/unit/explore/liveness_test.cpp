// Liveness of models with enough states to be shared: the same lasso and the same error, whatever the
// workers.
#include "explore/liveness.hpp"

#include <gtest/gtest.h>

#include "fake_model.hpp"

namespace synod::explore::test {
namespace {

constexpr int side = 60;

/// Two counters that go around, each in steps of its own. Atoms: 0 and 1, the first and the second counter is
/// at its last number; 2 and 3, it is the first or the second that moves.
class LivenessTest : public testing::Test {
 protected:
  LivenessTest() {
    model.looks = {Look::number, Look::number};
    model.actions = 2;
    model.initial = {{0, 0}};
    model.next = [](const Numbers& s) {
      const std::vector<Successor> both{{{(s[0] + 1) % side, s[1]}, 0}, {{s[0], (s[1] + 1) % side}, 1}};
      return std::pair(both, std::optional<EvaluationError>());
    };
    for (const std::size_t i : {0U, 1U})
      model.atoms.emplace_back([i](const Numbers& s, const Numbers&) { return s[i] == side - 1; });
    for (const std::size_t i : {0U, 1U})
      model.atoms.emplace_back([i](const Numbers& s, const Numbers& t) { return s[i] != t[i]; });
    model.temporal.atoms.resize(4);
    model.temporal.atoms[2].of_step = model.temporal.atoms[3].of_step = true;
  }

  temporal::Formulas& formulas() { return model.temporal.formulas; }
  temporal::FormulaId recurring(temporal::AtomId atom) {
    return formulas().always(formulas().eventually(formulas().atom(atom)));
  }

  [[nodiscard]] Result run(unsigned workers, StopFlag& stop) const {
    values::Interner interner;
    const FakeView view(model);
    Options options;
    options.workers = workers;
    return search(view, interner, options, stop, {});
  }
  [[nodiscard]] Result run(unsigned workers) const {
    StopFlag never;
    return run(workers, never);
  }

  FakeModel model;
};

constexpr unsigned worker_counts[] = {1, 2, 8};

TEST_F(LivenessTest, HoldsUnderFairness) {
  model.temporal.fairness = {recurring(2), recurring(3)};
  model.temporal.liveness = {recurring(0), recurring(1)};
  for (const unsigned workers : worker_counts) {
    const Result result = run(workers);
    EXPECT_EQ(result.outcome, Outcome::success);
    EXPECT_TRUE(result.liveness_judged);
    EXPECT_EQ(result.steps, 2U * side * side);
    EXPECT_TRUE(result.warnings.empty());
  }
}

TEST_F(LivenessTest, OneLassoWhateverTheWorkers) {
  model.temporal.fairness = {recurring(2)};
  model.temporal.liveness = {recurring(0), recurring(1), formulas().negation(recurring(0))};
  std::vector<Numbers> around;
  for (int i = 0; i < side; ++i) around.push_back({i, 0});
  for (const unsigned workers : worker_counts) {
    const Result result = run(workers);
    ASSERT_EQ(result.outcome, Outcome::liveness);
    EXPECT_EQ(result.violated, "Live1");
    EXPECT_EQ(numbers_of(model, result.trace), around);
    EXPECT_EQ(result.loop_start, 0U);
    EXPECT_EQ(result.loop_label.name, "A0");
  }
}

TEST_F(LivenessTest, FailsWhereAFormulaNeedsAnAtomWithoutValue) {
  model.atoms[1] = [](const Numbers& s, const Numbers&) -> bool {
    if (s == Numbers{2, 0}) throw failure("no value");
    return false;
  };
  model.temporal.liveness = {recurring(1)};
  for (const unsigned workers : worker_counts) {
    const Result result = run(workers);
    ASSERT_EQ(result.outcome, Outcome::error);
    EXPECT_EQ(result.error_stage, Stage::liveness);
    EXPECT_EQ(numbers_of(model, result.trace), (std::vector<Numbers>{{0, 0}, {1, 0}, {2, 0}}));
  }
}

TEST_F(LivenessTest, SaysThatNothingIsFair) {
  model.temporal.fairness = {recurring(2), formulas().negation(recurring(0))};
  model.temporal.liveness = {recurring(1)};
  const Result result = run(2);
  EXPECT_EQ(result.outcome, Outcome::success);
  ASSERT_EQ(result.warnings.size(), 1U);
  EXPECT_NE(result.warnings[0].find("No behavior satisfies the fairness"), std::string::npos);
}

TEST_F(LivenessTest, IsNotJudgedAfterAStop) {
  model.temporal.liveness = {recurring(0)};
  StopFlag stop;
  model.atoms[0] = [&](const Numbers& s, const Numbers&) {
    if (s == Numbers{side - 1, side - 1}) stop.request(StopReason::interrupt);
    return false;
  };
  const Result result = run(2, stop);
  EXPECT_EQ(result.outcome, Outcome::interrupted);
  EXPECT_FALSE(result.liveness_judged);
  EXPECT_EQ(result.distinct, std::uint64_t{side} * side);
  ASSERT_FALSE(result.warnings.empty());
  EXPECT_EQ(result.warnings.back(), "Liveness was not judged to the end.");
}

}  // namespace
}  // namespace synod::explore::test
