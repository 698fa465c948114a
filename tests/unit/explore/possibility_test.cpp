// Possibilities, against a search forward from every state of random graphs.
#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "fake_model.hpp"

namespace synod::explore::test {
namespace {

constexpr unsigned worker_counts[] = {1, 2, 8};
#ifdef SYNOD_JTHREAD
constexpr std::uint64_t seeds = 50;  // ThreadSanitizer takes twenty times as long
#else
constexpr std::uint64_t seeds = 300;
#endif

Result run(const FakeModel& model, unsigned workers) {
  values::Interner interner;
  const FakeView view(model);
  StopFlag never;
  Options options;
  options.workers = workers;
  options.check_deadlock = false;
  options.tuning.share_every_level = true;
  return search(view, interner, options, never, {});
}

/// A random graph over 0 .. size - 1, in which P and Q hold at random places.
struct Graph {
  explicit Graph(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const auto below = [&](std::size_t n) { return static_cast<int>(random() % n); };
    // Some of them are so large that the workers share the states.
    const std::size_t size = seed % 10 == 0 ? 5000 : 2 + random() % 40;
    const std::size_t rarely = seed % 10 == 0 ? 500 : 5;
    for (std::size_t i = 0; i < size; ++i) {
      std::vector<int>& to = steps.emplace_back();
      for (int n = below(12) == 0 ? 0 : 1 + below(3); n > 0; --n) to.push_back(below(size));
      holds.push_back(below(rarely) == 0);
      asked.push_back(below(3) > 0);
    }
    for (int n = 1 + below(3); n > 0; --n) initial.push_back(below(size));
    for (std::size_t i = 0; seed % 10 == 0 && i < size; i += 7) initial.push_back(static_cast<int>(i));
  }

  [[nodiscard]] FakeModel model() const {
    FakeModel model;
    model.looks = {Look::mixed};
    for (const int i : initial) model.initial.push_back({i});
    model.next = [this](const Numbers& s) {
      std::vector<Successor> successors;
      for (const int to : steps[static_cast<std::size_t>(s[0])]) successors.push_back({{to}});
      return std::pair(successors, std::optional<EvaluationError>());
    };
    model.possibilities = {[this](const Numbers& s) { return holds[static_cast<std::size_t>(s[0])]; }};
    model.possible_from = [this](const Numbers& s) { return asked[static_cast<std::size_t>(s[0])]; };
    return model;
  }

  /// Everything that can be reached from these, in breadth-first order.
  [[nodiscard]] std::vector<int> reachable(const std::vector<int>& from) const {
    std::vector<int> order;
    std::vector<bool> known(steps.size());
    const auto add = [&](int i) {
      if (!known[static_cast<std::size_t>(i)]) order.push_back(i);
      known[static_cast<std::size_t>(i)] = true;
    };
    for (const int i : from) add(i);
    for (std::size_t at = 0; at < order.size(); ++at) {
      for (const int to : steps[static_cast<std::size_t>(order[at])]) add(to);
    }
    return order;
  }
  /// The first state from which P is asked for and cannot be reached; -1 if there is none.
  [[nodiscard]] int first_loss() const {
    for (const int i : reachable(initial)) {
      if (!asked[static_cast<std::size_t>(i)]) continue;
      const std::vector<int> ahead = reachable({i});
      if (std::ranges::none_of(ahead, [&](int j) { return holds[static_cast<std::size_t>(j)]; })) return i;
    }
    return -1;
  }

  std::vector<std::vector<int>> steps;
  std::vector<bool> holds, asked;
  std::vector<int> initial;
};

TEST(Possibility, IsWhatASearchForwardFromEveryStateSays) {
  std::size_t lost = 0;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const Graph graph(seed);
    const FakeModel model = graph.model();
    const int expected = graph.first_loss();
    lost += expected >= 0 ? 1 : 0;
    for (const unsigned workers : worker_counts) {
      const Result result = run(model, workers);
      if (expected < 0) {
        EXPECT_EQ(result.outcome, Outcome::success) << seed;
        const std::vector<int> all = graph.reachable(graph.initial);
        const auto asked =
            std::ranges::count_if(all, [&](int i) { return graph.asked[static_cast<std::size_t>(i)]; });
        EXPECT_EQ(result.states_asked, static_cast<std::uint64_t>(asked)) << seed;
        continue;
      }
      ASSERT_EQ(result.outcome, Outcome::possibility) << seed;
      EXPECT_EQ(result.violated, "Possible0");
      EXPECT_EQ(numbers_of(model, result.trace).back(), Numbers{expected}) << seed << ", workers " << workers;
      EXPECT_EQ(result.states_ahead + 1, graph.reachable({expected}).size()) << seed;
    }
  }
  EXPECT_GT(lost, seeds / 10);
  EXPECT_LT(lost, seeds - seeds / 10);
}

TEST(Possibility, EachIsJudged) {
  const Graph graph(1);
  FakeModel model = graph.model();
  model.possible_from = {};
  model.possibilities = {[](const Numbers&) { return true; }, [](const Numbers&) { return false; }};
  const Result result = run(model, 1);
  EXPECT_EQ(result.outcome, Outcome::possibility);
  EXPECT_EQ(result.violated, "Possible1");
  EXPECT_EQ(result.violated_index, 1U);
  EXPECT_EQ(result.trace.size(), 1U);
}

TEST(Possibility, FailsInTheFirstStateThatItFailsIn) {
  FakeModel model;
  model.looks = {Look::number};
  model.initial = {{0}};
  model.next = [](const Numbers& s) {
    std::vector<Successor> successors;
    if (s[0] < 5000) successors.push_back({{s[0] + 1}});
    return std::pair(successors, std::optional<EvaluationError>());
  };
  model.possibilities = {[](const Numbers& s) {
    if (s[0] % 1000 == 999) throw failure("at " + std::to_string(s[0]));
    return true;
  }};
  for (const unsigned workers : worker_counts) {
    const Result result = run(model, workers);
    ASSERT_EQ(result.outcome, Outcome::error);
    EXPECT_EQ(result.error_stage, Stage::possibility);
    EXPECT_EQ(result.error->message(), "at 999");
    EXPECT_EQ(result.trace.size(), 1000U);
  }
}

/// Where a state that the VIEW takes for another goes on differently.
TEST(Possibility, IsJudgedOnTheStatesThemselvesUnderAView) {
  FakeModel model;
  model.looks = {Look::number};
  model.initial = {{0}};
  model.next = [](const Numbers& s) {
    std::vector<Successor> successors;
    if (s[0] == 0) successors = {{{1}}, {{3}}};
    if (s[0] == 1) successors = {{{2}}};
    return std::pair(successors, std::optional<EvaluationError>());
  };
  model.view = [](const Numbers& s) { return s[0] % 2; };  // 3 is taken for 1
  model.possibilities = {[](const Numbers& s) { return s[0] == 2; }};
  const Result result = run(model, 1);
  EXPECT_EQ(result.outcome, Outcome::possibility);
  EXPECT_EQ(numbers_of(model, result.trace).back(), Numbers{3});
}

}  // namespace
}  // namespace synod::explore::test
