// The parallel search against the naive one: same verdict, figures, counterexample and coverage, whatever the
// workers.
#include "explore/search.hpp"

#include <atomic>
#include <random>
#include <sstream>

#include <gtest/gtest.h>

#include "fake_model.hpp"
#include "memory_keeper.hpp"
#include "naive_search.hpp"

namespace synod::explore::test {
namespace {

StopFlag never;

void print(std::ostream& out, const std::vector<Numbers>& trace) {
  for (const Numbers& state : trace) {
    out << " (";
    for (const int n : state) out << n << ' ';
    out << ")";
  }
}

std::string text(const Summary& s) {
  std::ostringstream out;
  out << "outcome " << static_cast<int>(s.outcome) << " '" << s.what << "' generated " << s.generated
      << " distinct " << s.distinct << " queue " << s.queue << " depth " << s.depth << " trace";
  print(out, s.trace);
  for (const auto& l : s.labels) out << " " << l;
  for (std::size_t i = 0; i < s.continued.size(); ++i) {
    out << "\n  continued " << s.continued[i];
    print(out, s.traces_continued[i]);
  }
  out << "\n  actions";
  for (std::size_t i = 0; i < s.action_generated.size(); ++i) {
    out << " " << s.action_distinct[i] << ":" << s.action_generated[i];
  }
  out << " values";
  for (const auto v : s.variable_values) out << " " << v;
  out << "\n" << s.graph;
  return out.str();
}

Summary summary_of(const FakeModel& model, const Result& result) {
  Summary s;
  s.outcome = result.outcome;
  s.what = result.error ? result.error->message() : result.violated;
  s.generated = result.generated;
  s.distinct = result.distinct;
  s.queue = result.queue;
  s.depth = result.depth;
  s.trace = numbers_of(model, result.trace);
  for (const TraceStep& step : result.trace) s.labels.push_back(step.label.name);
  s.continued = result.violations_continued;
  for (const auto& trace : result.traces_continued) s.traces_continued.push_back(numbers_of(model, trace));
  for (const ActionCoverage& action : result.action_coverage) {
    s.action_generated.push_back(action.generated);
    s.action_distinct.push_back(action.distinct);
  }
  s.variable_values = result.variable_coverage;
  return s;
}

/// What a search tells of its graph, in the form of the naive search.
class GraphLines final : public GraphReader {
 public:
  explicit GraphLines(const FakeModel& model) : model_(model) {}
  void state(const GraphState& state) override {
    Numbers numbers;
    for (std::size_t i = 0; i < state.values.size(); ++i)
      numbers.push_back(number_of(model_.looks[i], state.values[i]));
    lines += graph_line(state.number, state.level, state.expanded, numbers);
  }
  void step(const GraphStep& step) override {
    lines += std::to_string(step.from) + " -" + step.label.name + "-> " + std::to_string(step.to) + "\n";
  }
  [[nodiscard]] bool ready() const override { return true; }
  void end(bool complete) override { lines += complete ? "complete\n" : "not complete\n"; }
  void cut_short(const std::string& why) override { lines += "cut short: " + why + "\n"; }

  std::string lines;

 private:
  const FakeModel& model_;
};

Summary run(const FakeModel& model, Options options) {
  values::Interner interner;
  const FakeView view(model);
  GraphLines graph(model);
  options.graph = &graph;
  Summary summary = summary_of(model, search(view, interner, options, never, {}));
  summary.graph = graph.lines;
  return summary;
}

/// A search that goes on from a checkpoint tells no graph.
Summary without_graph(Summary summary) {
  summary.graph.clear();
  return summary;
}

/// One part of a search that is stopped after so many parents, with values and a store of its own: from the
/// checkpoint in `keeper` if there is one, and with the next one left there.
Result run_part(const FakeModel& model, Options options, MemoryKeeper& keeper, int parents,
                values::Interner& interner, StopReason reason = StopReason::terminate) {
  StopFlag stop;
  std::atomic<int> left{parents};
  FakeModel stopping = model;
  stopping.next = [&](const Numbers& state) {
    if (--left == 0) stop.request(reason);
    return model.next(state);
  };
  const FakeView view(stopping);
  const std::vector<std::byte> bytes = std::move(keeper.bytes);
  options.checkpoints.keeper = &keeper;
  if (bytes.empty()) return search(view, interner, options, stop, {});
  store::CheckpointReader from(bytes);
  const store::ValueReader values(from, interner);
  const Resumption resumption{from, values};
  options.checkpoints.resumption = &resumption;
  const Result result = search(view, interner, options, stop, {});
  if (keeper.bytes.empty()) keeper.bytes = bytes;  // no level was completed
  return result;
}

/// A search that is stopped again and again.
Summary run_in_parts(const FakeModel& model, const Options& options) {
  MemoryKeeper keeper;
  for (int parents = 3;; parents *= 3) {
    values::Interner interner;
    const Result result = run_part(model, options, keeper, parents, interner);
    EXPECT_EQ(keeper.discarded, result.outcome != Outcome::interrupted);
    if (result.outcome != Outcome::interrupted) return summary_of(model, result);
    EXPECT_TRUE(result.checkpoint.has_value());
  }
}

/// Fails unless the search agrees with the naive one, for every number of workers, in one piece and in parts.
void expect_agreement(const FakeModel& model, Options options, const std::string& name) {
  options.coverage = true;
  options.tuning.share_every_level = true;
  Summary expected = NaiveSearch(model, options).run();
  for (const unsigned workers : {1U, 2U, 8U}) {
    options.workers = workers;
    for (const std::size_t capacity : {std::size_t{16}, std::size_t{1} << 12}) {
      options.tuning.initial_capacity = capacity;
      const Summary found = run(model, options);
      if (found.variable_values.empty())
        expected.variable_values.clear();  // an initial state ended the search
      ASSERT_EQ(text(found), text(expected)) << name << ", " << workers << " workers, room for " << capacity;
      if (model.needs_one_worker || workers != 2) continue;
      ASSERT_EQ(text(run_in_parts(model, options)), text(without_graph(expected)))
          << name << " in parts, " << workers << " workers, room for " << capacity;
    }
  }
}

std::pair<std::vector<Successor>, std::optional<EvaluationError>> no_error(
    std::vector<Successor> successors) {
  return {std::move(successors), std::nullopt};
}

/// A counter that goes round.
FakeModel ring(int size, Look look) {
  FakeModel model{.looks = {look}, .initial = {{0}}};
  model.next = [size](const Numbers& s) { return no_error({{{(s[0] + 1) % size}}}); };
  return model;
}

/// A hash of a few numbers: pure, unlike a generator.
std::uint64_t mix(std::uint64_t seed, const Numbers& numbers, std::uint64_t salt) {
  std::uint64_t h = seed * 0x9E3779B97F4A7C15ULL + salt;
  for (const int n : numbers) {
    h ^= static_cast<std::uint64_t>(n) + 0x9E3779B97F4A7C15ULL + (h << 6) + (h >> 2);
    h *= 0xBF58476D1CE4E5B9ULL;
    h ^= h >> 29;
  }
  return h;
}

Numbers joined(const Numbers& a, const Numbers& b) {
  Numbers both = a;
  both.insert(both.end(), b.begin(), b.end());
  return both;
}

/// What a random graph contains, in chances per 1000.
struct Spice {
  int violations = 0, steps = 0, errors = 0, dead_ends = 0, outside = 0;
  bool view = false;
};

/// A graph over pairs of numbers below `size`, with duplicate edges and loops.
FakeModel random_graph(std::uint64_t seed, int size, const Spice& spice) {
  std::mt19937_64 random(seed);
  const auto any_look = [&] {
    constexpr Look looks[] = {Look::number, Look::text, Look::tuple, Look::mixed, Look::sparse};
    return looks[random() % 5];
  };
  FakeModel model{.looks = {any_look(), any_look(), Look::boolean}, .actions = 3};
  const auto state_of = [size](std::uint64_t h) {
    const int n = static_cast<int>(h % static_cast<std::uint64_t>(size));
    return Numbers{n, n / 3 + static_cast<int>(h >> 40) % 2, static_cast<int>(h >> 50) % 2};
  };
  const auto chance = [seed](const Numbers& n, std::uint64_t salt, int per_mille) {
    return static_cast<int>(mix(seed, n, salt) % 1000) < per_mille;
  };
  const auto fails = [=](const Numbers& n, std::uint64_t salt) {
    if (!chance(n, salt, spice.errors)) return;
    const bool asserted = salt < 50 && mix(seed, n, salt + 7) % 2 == 0;
    throw failure("error " + std::to_string(salt),
                  asserted ? EvaluationFault::assertion : EvaluationFault::no_case);
  };
  for (int i = 0; i < 3; ++i) model.initial.push_back(state_of(mix(seed, {i / 2}, 1)));
  model.next = [=](const Numbers& s) {
    std::pair<std::vector<Successor>, std::optional<EvaluationError>> result;
    if (chance(s, 2, spice.dead_ends)) return result;
    const std::uint64_t edges = 1 + mix(seed, s, 3) % 5;
    for (std::uint64_t e = 0; e < edges; ++e) {
      const std::uint64_t h = mix(seed, s, 10 + e - (mix(seed, s, e) % 4 == 0 && e > 0 ? 1 : 0));
      const bool loop = h % 11 == 0;
      result.first.push_back({loop ? s : state_of(h), static_cast<std::uint32_t>(e % 3)});
    }
    if (chance(s, 4, spice.errors)) {
      const bool unassigned = mix(seed, s, 5) % 2 == 0;
      result.second =
          failure("next", unassigned ? EvaluationFault::unassigned_variable : EvaluationFault::no_case);
    }
    return result;
  };
  if (spice.violations > 0 || spice.errors > 0) {
    model.invariants.push_back([=](const Numbers& s) {
      fails(s, 60);
      return !chance(s, 61, spice.violations);
    });
    model.invariants.push_back([=](const Numbers& s) { return !chance(s, 62, spice.violations); });
  }
  if (spice.steps > 0) {
    model.action_properties.push_back([=](const Numbers& s, const Numbers& t) {
      fails(joined(s, t), 70);
      return !chance(joined(s, t), 71, spice.steps);
    });
    model.action_properties.push_back(
        [=](const Numbers& s, const Numbers& t) { return !chance(joined(s, t), 72, spice.steps); });
  }
  if (spice.outside > 0) {
    model.constraint = [=](const Numbers& s) {
      fails(s, 40);
      return !chance(s, 41, spice.outside);
    };
    model.action_constraint = [=](const Numbers& s, const Numbers& t) {
      fails(joined(s, t), 42);
      return !chance(joined(s, t), 43, spice.outside);
    };
  }
  if (spice.view) {
    model.view = [=](const Numbers& s) {
      fails(s, 80);
      return s[0];
    };
  }
  return model;
}

/// Many graphs of one kind, with every option.
void expect_agreement_on(const Spice& spice, std::uint64_t seeds, int largest) {
#ifdef SYNOD_JTHREAD
  seeds = seeds / 8 + 1;  // ThreadSanitizer takes twenty times as long, and finds races in few runs
#endif
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const int size = 1 + static_cast<int>(mix(seed, {largest}, 99) % static_cast<std::uint64_t>(largest));
    const FakeModel model = random_graph(seed, size, spice);
    const std::string name = "seed " + std::to_string(seed) + ", size " + std::to_string(size);
    Options options;
    options.check_deadlock = seed % 3 != 0;
    options.continue_after_violation = seed % 4 == 0;
    if (seed % 5 == 0) options.max_states = 1 + mix(seed, {}, 98) % static_cast<std::uint64_t>(2 * size);
    if (seed % 7 == 0) options.max_depth = 1 + seed % 9;
    expect_agreement(model, options, name);
    if (testing::Test::HasFatalFailure()) return;
  }
}

/// So many that workers share them, of which some end the search, or none does.
TEST(Search, ManyInitialStates) {
#ifdef SYNOD_JTHREAD
  constexpr std::uint64_t seeds = 6;
#else
  constexpr std::uint64_t seeds = 40;
#endif
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    Spice spice;
    spice.violations = seed % 3 == 1 ? 1 : 0;
    spice.errors = seed % 5 == 1 ? 1 : 0;
    spice.outside = seed % 2 == 1 ? 300 : 0;
    spice.view = seed % 11 == 1;
    FakeModel model = random_graph(seed, 9000, spice);
    const Numbers some = model.initial.front();
    for (int i = 0; i < 7000; ++i) {
      const std::uint64_t h = mix(seed, {i / 2}, 9);
      model.initial.push_back({static_cast<int>(h % 9000), some[1], static_cast<int>(h >> 50) % 2});
    }
    model.next = [](const Numbers& s) { return no_error({{s}}); };
    if (seed % 7 == 1)
      model.implied_inits.push_back([=](const Numbers& s) { return mix(seed, s, 90) % 4000 != 0; });
    Options options;
    options.check_deadlock = false;
    options.continue_after_violation = seed % 4 == 0;
    if (seed % 6 == 0) options.max_states = 1500 + seed * 100;
    expect_agreement(model, options, "seed " + std::to_string(seed));
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(Search, RingOfEveryLook) {
  for (const Look look : {Look::number, Look::text, Look::tuple, Look::mixed, Look::sparse}) {
    expect_agreement(ring(300, look), {}, "ring");
  }
}

TEST(Search, WideStates) {
  FakeModel model{.looks = std::vector<Look>(40, Look::tuple), .initial = {Numbers(40, 0)}};
  model.next = [](const Numbers& s) {
    std::vector<Successor> successors;
    for (std::size_t i = 0; i < 3; ++i) {
      Numbers t = s;
      t[13 * i] = (t[13 * i] + 1) % 7;
      successors.push_back({t});
    }
    return no_error(successors);
  };
  expect_agreement(model, {}, "grid");
  EXPECT_EQ(run(model, {}).distinct, 343U);
}

TEST(Search, PlainGraphs) { expect_agreement_on({}, 15, 2000); }
TEST(Search, Deadlocks) { expect_agreement_on({.dead_ends = 5}, 30, 2000); }
TEST(Search, Violations) { expect_agreement_on({.violations = 3}, 40, 2000); }
TEST(Search, RareViolations) { expect_agreement_on({.violations = 1, .steps = 1}, 25, 4000); }
TEST(Search, ActionProperties) { expect_agreement_on({.steps = 3}, 40, 2000); }
TEST(Search, Constraints) { expect_agreement_on({.violations = 2, .steps = 1, .outside = 200}, 40, 3000); }
TEST(Search, Errors) {
  expect_agreement_on({.violations = 1, .steps = 1, .errors = 2, .outside = 50}, 150, 3000);
}
TEST(Search, Views) { expect_agreement_on({.view = true}, 30, 2000); }
TEST(Search, ViewsWithEverything) {
  expect_agreement_on({.violations = 2, .steps = 1, .errors = 1, .dead_ends = 1, .outside = 50, .view = true},
                      200, 3000);
}
TEST(Search, SmallGraphsWithEverything) {
  expect_agreement_on({.violations = 30, .steps = 20, .errors = 10, .dead_ends = 20, .outside = 50}, 300, 40);
}

TEST(Search, NoGraphOfAModelWithSideEffects) {
  FakeModel model = ring(3, Look::number);
  model.needs_one_worker = true;
  EXPECT_EQ(
      run(model, {}).graph,
      "cut short: Next or a constraint writes registers or reads running totals, so its steps cannot be "
      "taken once more\n");
}

TEST(Search, GraphOfASearchThatWasInterrupted) {
  FakeModel model = ring(30, Look::number);
  StopFlag stop;
  model.next = [&stop](const Numbers& s) {
    if (s[0] == 3) stop.request(StopReason::interrupt);
    return no_error({{{s[0] + 1}}, {{0}}});
  };
  values::Interner interner;
  const FakeView view(model);
  GraphLines graph(model);
  Options options;
  options.graph = &graph;
  EXPECT_EQ(search(view, interner, options, stop, {}).outcome, Outcome::interrupted);
  EXPECT_EQ(graph.lines,
            "1 at 1: 0\n2 at 2: 1\n3 at 3: 2\n4 at 4 not expanded: 3\n"
            "1 -A0-> 2\n1 -A0-> 1\n2 -A0-> 3\n2 -A0-> 1\n3 -A0-> 4\n3 -A0-> 1\nnot complete\n");
}

TEST(Search, NoInitialState) {
  FakeModel model = ring(3, Look::number);
  model.initial.clear();
  const Summary found = run(model, {});
  EXPECT_EQ(found.outcome, Outcome::success);
  EXPECT_EQ(found.generated, 0U);
  EXPECT_EQ(found.depth, 0U);
}

TEST(Search, EveryInitialStateOutsideTheConstraint) {
  FakeModel model = ring(3, Look::number);
  model.constraint = [](const Numbers&) { return false; };
  const Summary found = run(model, {});
  EXPECT_EQ(found.outcome, Outcome::success);
  EXPECT_EQ(found.generated, 1U);
  EXPECT_EQ(found.distinct, 0U);
  EXPECT_EQ(found.depth, 1U);
}

TEST(Search, InitialViolations) {
  FakeModel model = ring(9, Look::number);
  model.initial = {{1}, {1}, {4}, {2}, {4}};
  model.invariants.push_back([](const Numbers& s) { return s[0] != 2; });
  expect_agreement(model, {}, "invariant");
  Options continuing;
  continuing.continue_after_violation = true;
  expect_agreement(model, continuing, "continued");
  model.invariants.clear();
  model.implied_inits.push_back([](const Numbers& s) { return s[0] != 4; });
  expect_agreement(model, {}, "implied init");
  const FakeView view(model);
  values::Interner interner;
  EXPECT_FALSE(search(view, interner, {}, never, {}).statistics_known);
}

/// The graph that TLC was run on; its figures are TLC's own (one worker).
FakeModel tlc_graph() {
  FakeModel model{.looks = {Look::number}, .initial = {{0}}};
  model.next = [](const Numbers& s) {
    static const std::vector<std::vector<int>> graph = {{1, 2}, {3, 1}, {4, 0, 5, 7}, {6}, {4}, {6}, {0}, {}};
    std::vector<Successor> successors;
    for (const int t : graph[static_cast<std::size_t>(s[0])]) successors.push_back({{t}});
    return no_error(successors);
  };
  return model;
}

void expect_figures(const FakeModel& model, Outcome outcome, std::uint64_t generated, std::uint64_t distinct,
                    std::uint64_t queue, std::uint64_t depth, std::size_t trace) {
  const Summary found = run(model, {});
  EXPECT_EQ(found.outcome, outcome);
  EXPECT_EQ(found.generated, generated);
  EXPECT_EQ(found.distinct, distinct);
  EXPECT_EQ(found.queue, queue);
  EXPECT_EQ(found.depth, depth);
  EXPECT_EQ(found.trace.size(), trace);
}

TEST(Search, FiguresOfTlcAtADeadlock) { expect_figures(tlc_graph(), Outcome::deadlock, 12, 8, 1, 4, 3); }

TEST(Search, FiguresOfTlcAtAnInvariant) {
  FakeModel model = tlc_graph();
  model.invariants.push_back([](const Numbers& s) { return s[0] != 5; });
  expect_figures(model, Outcome::invariant, 8, 6, 2, 3, 3);
  model.constraint = [](const Numbers& s) { return s[0] != 5; };
  expect_figures(model, Outcome::invariant, 8, 5, 2, 3, 3);
}

TEST(Search, FiguresOfTlcAtAnActionProperty) {
  FakeModel model = tlc_graph();
  model.action_properties.push_back(
      [](const Numbers& s, const Numbers& t) { return s[0] != 2 || t[0] != 0; });
  expect_figures(model, Outcome::action_property, 7, 5, 2, 3, 3);
  model.action_properties = {[](const Numbers&, const Numbers& t) { return t[0] != 5; }};
  expect_figures(model, Outcome::action_property, 8, 6, 2, 3, 3);
}

TEST(Search, FiguresOfTlcAtErrors) {
  FakeModel model = tlc_graph();
  const auto graph = model.next;
  model.next = [graph](const Numbers& s) {
    auto result = graph(s);
    if (s[0] != 2) return result;
    result.first.push_back({{8}});
    result.second = failure("Head");
    return result;
  };
  expect_figures(model, Outcome::error, 10, 8, 5, 3, 2);
  model.next = [graph](const Numbers& s) {
    auto result = graph(s);
    if (s[0] == 2) result.second = failure("x", EvaluationFault::unassigned_variable);
    return result;
  };
  expect_figures(model, Outcome::error, 10, 7, 4, 3, 2);
  model.next = graph;
  model.constraint = [](const Numbers& s) { return s[0] == 5 ? throw failure("Head") : true; };
  expect_figures(model, Outcome::error, 8, 5, 2, 3, 3);
}

TEST(Search, OneWorkerWhereOrderMatters) {
  FakeModel model = ring(10, Look::number);
  model.needs_one_worker = true;
  const FakeView view(model);
  values::Interner interner;
  Options options;
  options.workers = 4;
  const Result result = search(view, interner, options, never, {});
  EXPECT_EQ(result.workers, 1U);
  EXPECT_EQ(result.warnings.size(), 1U);
  EXPECT_EQ(result.distinct, 10U);
}

TEST(Search, InterruptedAtOnce) {
  const FakeModel model = ring(1'000'000, Look::number);
  const FakeView view(model);
  values::Interner interner;
  StopFlag stop(StopReason::interrupt);
  EXPECT_EQ(search(view, interner, {}, stop, {}).outcome, Outcome::interrupted);
}

TEST(Search, InterruptedInALevel) {
  FakeModel model = random_graph(5, 1'000'000, {});
  StopFlag stop;
  std::atomic<int> left{5000};
  model.invariants.push_back([&](const Numbers&) {
    if (--left == 0) stop.request(StopReason::interrupt);
    return true;
  });
  const FakeView view(model);
  values::Interner interner;
  Options options;
  options.workers = 4;
  options.check_deadlock = false;
  const Result result = search(view, interner, options, stop, {});
  EXPECT_EQ(result.outcome, Outcome::interrupted);
  EXPECT_GE(result.distinct, 5000U);
  EXPECT_LT(result.distinct, 6000U);
  EXPECT_LE(result.queue, result.distinct);
}

TEST(Checkpoint, IsWrittenWhileTheSearchGoesOn) {
  const FakeModel model = random_graph(5, 30'000, {});
  const FakeView view(model);
  values::Interner interner;
  MemoryKeeper keeper;
  Options options;
  options.workers = 2;
  options.check_deadlock = false;
  const Summary expected = without_graph(run(model, options));
  options.checkpoints.keeper = &keeper;
  options.checkpoints.interval = std::chrono::milliseconds(1);
  StopFlag stop;
  EXPECT_EQ(text(summary_of(model, search(view, interner, options, stop, {}))), text(expected));
  EXPECT_GT(keeper.saved, 0);
  EXPECT_TRUE(keeper.discarded);
  values::Interner fresh;
  options.checkpoints.interval = {};
  EXPECT_EQ(text(summary_of(model, run_part(model, options, keeper, 0, fresh))), text(expected));
}

TEST(Checkpoint, FailureIsTold) {
  const FakeModel model = random_graph(5, 30'000, {});
  MemoryKeeper keeper;
  keeper.problem = "the disk is full";
  values::Interner interner;
  Options options;
  options.check_deadlock = false;
  const Result result = run_part(model, options, keeper, 1000, interner);
  EXPECT_EQ(result.outcome, Outcome::interrupted);
  ASSERT_TRUE(result.checkpoint.has_value());
  EXPECT_EQ(result.checkpoint->problem, "the disk is full");
}

TEST(Checkpoint, OfAnotherModelIsRefused) {
  MemoryKeeper keeper;
  Options options;
  options.check_deadlock = false;
  {
    values::Interner interner;
    static_cast<void>(run_part(random_graph(5, 30'000, {}), options, keeper, 1000, interner));
  }
  FakeModel other = ring(1000, Look::number);
  other.looks.resize(7);
  values::Interner interner;
  EXPECT_THROW(static_cast<void>(run_part(other, options, keeper, 1000, interner)), store::CheckpointError);
}

TEST(Checkpoint, IsThereWhenMemoryEnds) {
  const FakeModel model = random_graph(5, 30'000, {});
  MemoryKeeper keeper;
  Options options;
  options.check_deadlock = false;
  const Summary expected = without_graph(run(model, options));
  values::Interner interner;
  const Result result = run_part(model, options, keeper, 1000, interner, StopReason::memory);
  EXPECT_EQ(result.outcome, Outcome::limit);
  EXPECT_TRUE(result.out_of_memory);
  ASSERT_FALSE(keeper.bytes.empty());
  EXPECT_FALSE(keeper.discarded);
  values::Interner fresh;
  EXPECT_EQ(text(summary_of(model, run_part(model, options, keeper, 0, fresh))), text(expected));
}

TEST(Checkpoint, MemoryMayEndWithTheInitialStates) {
  const FakeModel model = random_graph(5, 30'000, {});
  MemoryKeeper keeper;
  Options options;
  options.memory_bytes = 1;  // less than any process has
  values::Interner interner;
  const Result result = run_part(model, options, keeper, 0, interner);
  EXPECT_EQ(result.outcome, Outcome::limit);
  EXPECT_TRUE(result.out_of_memory);
  ASSERT_TRUE(result.checkpoint.has_value());
  EXPECT_FALSE(result.checkpoint->exists());
}

}  // namespace
}  // namespace synod::explore::test
