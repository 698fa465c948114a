// Liveness under a VIEW: what the graph of views shows is followed in the specification, and only what the
// states themselves do is a verdict.
#include "explore/up_to_view.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "fake_model.hpp"

namespace synod::explore::test {
namespace {

constexpr unsigned worker_counts[] = {1, 2, 8};
#ifdef SYNOD_JTHREAD
constexpr std::uint64_t seeds = 200;  // ThreadSanitizer takes twenty times as long
#else
constexpr std::uint64_t seeds = 1000;
#endif

using Successors = std::vector<Successor>;

Result run(const FakeModel& model, Options options, StopFlag& stop) {
  values::Interner interner;
  const FakeView view(model);
  options.tuning.share_every_level = true;
  Result result = search(view, interner, options, stop, {});
  result.error.reset();
  return result;
}
Result run(const FakeModel& model, Options options = {}) {
  StopFlag never;
  return run(model, options, never);
}

bool warns(const Result& result, const std::string& text) {
  return std::ranges::any_of(result.warnings, [&](const std::string& w) { return w.find(text) != w.npos; });
}

/// Models whose steps can fail in no way. Atom 0: the state changes.
class UpToViewTest : public testing::Test {
 protected:
  UpToViewTest() {
    add_atom([](const Numbers& s, const Numbers& t) { return s != t; }, true);
  }

  temporal::AtomId add_atom(std::function<bool(const Numbers&, const Numbers&)> atom, bool of_step = false) {
    model.atoms.push_back(std::move(atom));
    model.temporal.atoms.emplace_back().of_step = of_step;
    return static_cast<temporal::AtomId>(model.atoms.size() - 1);
  }
  temporal::AtomId add_state_atom(std::function<bool(const Numbers&)> atom) {
    return add_atom([atom = std::move(atom)](const Numbers& s, const Numbers&) { return atom(s); });
  }
  void steps(std::function<Successors(const Numbers&)> next) {
    model.next = [next = std::move(next)](const Numbers& s) {
      return std::pair(next(s), std::optional<EvaluationError>());
    };
  }
  temporal::Formulas& formulas() { return model.temporal.formulas; }
  temporal::FormulaId recurring(temporal::AtomId atom) {
    return formulas().always(formulas().eventually(formulas().atom(atom)));
  }
  temporal::FormulaId never_again(temporal::AtomId atom) { return formulas().negation(recurring(atom)); }

  /// A counter that grows for ever, seen modulo 3. Atom 1: it is seen as 0.
  void make_counter() {
    model.looks = {Look::sparse};
    model.initial = {{0}};
    steps([](const Numbers& s) { return Successors{{{s[0] + 1}}}; });
    model.view = [](const Numbers& s) { return s[0] % 3; };
    add_state_atom([](const Numbers& s) { return s[0] % 3 == 0; });
    model.temporal.fairness = {recurring(0)};
  }

  /// A place on a ring of three, and fuel for so many steps, which the VIEW hides.
  void make_ride(int fuel) {
    model.looks = {Look::number, Look::number};
    model.initial = {{0, fuel}};
    steps(
        [](const Numbers& s) { return s[1] == 0 ? Successors{} : Successors{{{(s[0] + 1) % 3, s[1] - 1}}}; });
    model.view = [](const Numbers& s) { return s[0]; };
    model.temporal.liveness = {never_again(0)};
  }

  FakeModel model{.looks = {}};
};

TEST_F(UpToViewTest, ALoopOfViewsThatNoStateRepeats) {
  make_counter();
  model.temporal.liveness = {recurring(1), never_again(1)};
  for (const unsigned workers : worker_counts) {
    const Result result = run(model, {.workers = workers, .check_deadlock = false});
    ASSERT_EQ(result.outcome, Outcome::liveness);
    EXPECT_EQ(result.violated, "Live1");
    EXPECT_EQ(result.violated_index, 1U);
    EXPECT_TRUE(result.loop_repeats_view);
    EXPECT_EQ(result.loop_start, 0U);
    EXPECT_EQ(numbers_of(model, result.trace), (std::vector<Numbers>{{0}, {1}, {2}, {3}}));
    EXPECT_EQ(result.trace.back().label.name, "A0");
    EXPECT_EQ(result.distinct, 3U);
    EXPECT_FALSE(result.liveness_judged);
    EXPECT_TRUE(warns(result, "it was followed for 32 rounds. Live1 is violated if"));
    EXPECT_TRUE(warns(result, "given up after 100000 states"));
  }
}

TEST_F(UpToViewTest, SaysNothingWhereNoViewsViolateTheProperty) {
  make_counter();
  model.temporal.liveness = {recurring(1)};
  const Result result = run(model, {.max_states = 5000});
  EXPECT_EQ(result.outcome, Outcome::limit);
  EXPECT_FALSE(result.liveness_judged);
  EXPECT_TRUE(warns(result, "without the VIEW: 5000 were found"));
}

TEST_F(UpToViewTest, ALoopOfViewsThatEnds) {
  make_ride(7);
  const Result result = run(model, {.check_deadlock = false});
  EXPECT_EQ(result.outcome, Outcome::success);
  EXPECT_TRUE(result.liveness_judged);
  EXPECT_TRUE(warns(result, "without the VIEW: 8 were found"));
}

/// No counterexample is made of the rounds that were followed where the states can all be looked at.
TEST_F(UpToViewTest, ALoopOfViewsThatEndsLate) {
  make_ride(5000);
  const Result result = run(model, {.check_deadlock = false});
  EXPECT_EQ(result.outcome, Outcome::success);
  EXPECT_TRUE(result.liveness_judged);
  EXPECT_FALSE(warns(result, "rounds"));
}

TEST_F(UpToViewTest, AStateThatComesBackAfterTwoRounds) {
  model.looks = {Look::number, Look::boolean};
  model.initial = {{1, 0}, {0, 0}};
  steps([](const Numbers& s) {
    const int next = (s[0] + 1) % 3;
    return Successors{{{next, next == 0 ? 1 - s[1] : s[1]}}};
  });
  model.view = [](const Numbers& s) { return s[0]; };
  add_state_atom([](const Numbers& s) { return s[0] == 2; });
  model.temporal.liveness = {never_again(1)};
  for (const unsigned workers : worker_counts) {
    const Result result = run(model, {.workers = workers});
    ASSERT_EQ(result.outcome, Outcome::liveness);
    EXPECT_FALSE(result.loop_repeats_view);
    EXPECT_EQ(result.loop_start, 0U);
    EXPECT_EQ(numbers_of(model, result.trace),
              (std::vector<Numbers>{{1, 0}, {2, 0}, {0, 1}, {1, 1}, {2, 1}, {0, 0}}));
    EXPECT_EQ(result.loop_label.name, "A0");
    EXPECT_TRUE(result.warnings.empty());
  }
}

/// The first state of view 1 is a dead end of the specification in all but its first appearance.
TEST_F(UpToViewTest, OneOfSeveralStatesThatLookAlikeGoesOn) {
  model.looks = {Look::number, Look::number};
  model.initial = {{0, 0}};
  steps([](const Numbers& s) {
    if (s[0] == 1) return s[1] == 1 ? Successors{} : Successors{{{0, s[1]}}};
    if (s[1] == 0) return Successors{{{1, 2}}};
    return Successors{{{1, 1}}, {{1, 3}}};
  });
  model.view = [](const Numbers& s) { return s[0]; };
  add_state_atom([](const Numbers& s) { return s[0] == 1; });
  model.temporal.liveness = {never_again(1)};
  model.temporal.fairness = {recurring(0)};
  const Result result = run(model, {.check_deadlock = false});
  ASSERT_EQ(result.outcome, Outcome::liveness);
  EXPECT_FALSE(result.loop_repeats_view);
  EXPECT_EQ(numbers_of(model, result.trace),
            (std::vector<Numbers>{{0, 0}, {1, 2}, {0, 2}, {1, 3}, {0, 3}, {1, 3}}));
}

/// What formulas can tell apart is not one state to them, whatever its VIEW.
TEST_F(UpToViewTest, StatesOfOneViewThatFormulasTellApart) {
  model.looks = {Look::number, Look::number};
  model.initial = {{0, 0}};
  steps([](const Numbers& s) { return Successors{{{(s[0] + 1) % 2, std::min(s[1] + 1, 5)}}}; });
  model.view = [](const Numbers& s) { return s[0]; };
  add_state_atom([](const Numbers& s) { return s[1] == 5; });
  model.temporal.fairness = {recurring(0)};
  model.temporal.liveness = {recurring(1)};
  const Result result = run(model);
  EXPECT_EQ(result.outcome, Outcome::success);
  EXPECT_TRUE(result.liveness_judged);
}

TEST_F(UpToViewTest, ABehaviorThatStutters) {
  make_counter();
  model.temporal.fairness.clear();
  model.temporal.liveness = {recurring(0)};
  const Result result = run(model);
  ASSERT_EQ(result.outcome, Outcome::liveness);
  EXPECT_FALSE(result.loop_repeats_view);
  EXPECT_EQ(result.loop_start, 0U);
  EXPECT_EQ(numbers_of(model, result.trace), (std::vector<Numbers>{{0}}));
}

TEST_F(UpToViewTest, StaysWithinTheConstraints) {
  make_ride(7);
  model.looks = {Look::number, Look::sparse};
  model.initial = {{0, 0}};
  steps([](const Numbers& s) { return Successors{{{(s[0] + 1) % 3, s[1] + 1}}, {{(s[0] + 1) % 3, s[1]}}}; });
  model.action_constraint = [](const Numbers& s, const Numbers& t) { return s[1] == t[1]; };
  const Result result = run(model);
  ASSERT_EQ(result.outcome, Outcome::liveness);
  EXPECT_FALSE(result.loop_repeats_view);
  EXPECT_EQ(numbers_of(model, result.trace), (std::vector<Numbers>{{0, 0}, {1, 0}, {2, 0}}));
  EXPECT_TRUE(warns(result, "leaves out some steps"));
}

TEST_F(UpToViewTest, ContinuingNamesTheOthers) {
  make_counter();
  add_state_atom([](const Numbers& s) { return s[0] % 3 == 1; });
  add_state_atom([](const Numbers& s) { return s[0] % 3 == 2; });
  model.temporal.liveness = {never_again(1), recurring(2), never_again(2), never_again(3)};
  const Result result = run(model, {.continue_after_violation = true});
  ASSERT_EQ(result.outcome, Outcome::liveness);
  EXPECT_EQ(result.violated, "Live0");
  EXPECT_TRUE(warns(result, "Violated in the same way: Live2, Live3."));
}

/// The second is tried where the first cannot be followed.
TEST_F(UpToViewTest, EachPropertyIsTried) {
  model.looks = {Look::number, Look::sparse};
  model.initial = {{0, 0}};
  // View 3 is left for ever by all but the first state that has it.
  steps([](const Numbers& s) {
    const int n = s[1] + 1;
    if (s[0] == 3) return s[1] == 1 ? Successors{{{0, n}}} : Successors{{{1, n}}};
    if (s[0] == 0) return Successors{{{3, n}}, {{1, n}}};
    return Successors{{{s[0] == 1 ? 2 : 1, n}}};
  });
  model.view = [](const Numbers& s) { return s[0]; };
  add_state_atom([](const Numbers& s) { return s[0] == 3; });
  add_state_atom([](const Numbers& s) { return s[0] == 2; });
  model.temporal.fairness = {recurring(0)};
  model.temporal.liveness = {never_again(1), never_again(2)};
  const Result result = run(model);
  ASSERT_EQ(result.outcome, Outcome::liveness);
  EXPECT_EQ(result.violated, "Live1");
  EXPECT_TRUE(result.loop_repeats_view);
  EXPECT_FALSE(warns(result, "trivially"));
}

TEST_F(UpToViewTest, EndsWhenItIsStopped) {
  make_counter();
  StopFlag stop;
  model.temporal.liveness = {never_again(1)};
  model.atoms[1] = [&](const Numbers& s, const Numbers&) {
    if (s[0] == 50) stop.request(StopReason::interrupt);  // only when the loop is followed
    return s[0] % 3 == 0;
  };
  const Result result = run(model, {}, stop);
  EXPECT_EQ(result.outcome, Outcome::interrupted);
  EXPECT_FALSE(result.liveness_judged);
  EXPECT_TRUE(result.trace.empty());
}

// -- random models

std::uint64_t mix(std::uint64_t seed, std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = seed * 0x9E3779B97F4A7C15ULL + a * 0xBF58476D1CE4E5B9ULL + b;
  h ^= h >> 31;
  h *= 0x94D049BB133111EBULL;
  return h ^ (h >> 29);
}

constexpr temporal::AtomId state_atoms = 2, step_atoms = 2;

/// States n < size seen modulo `views`, with one to three successors each; two atoms that see what the VIEW
/// sees or, one in three, more; two atoms of steps; up to one condition of fairness; one or two properties.
FakeModel random_model(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const std::uint64_t size = 2 + random() % 12, views = 1 + random() % size;
  FakeModel model{.looks = {Look::number}, .initial = {{0}}};
  if (random() % 3 == 0) model.initial.push_back({static_cast<int>(size - 1)});
  const bool alike = random() % 2 == 0;  // states with the same view go on to the same views
  model.next = [=](const Numbers& s) {
    const auto n = static_cast<std::uint64_t>(s[0]);
    std::pair<Successors, std::optional<EvaluationError>> result;
    const std::uint64_t from = alike ? n % views : n;
    for (std::uint64_t i = 0; i <= mix(seed, from, 1) % 3; ++i) {
      std::uint64_t to = mix(seed, from, 10 + i) % size;
      if (alike) to = to % views + views * (mix(seed, n, 20 + i) % ((size - to % views + views - 1) / views));
      result.first.push_back({{static_cast<int>(to)}, 0});
    }
    return result;
  };
  model.view = [views](const Numbers& s) {
    return static_cast<int>(static_cast<std::uint64_t>(s[0]) % views);
  };
  const std::uint64_t seen = random() % 3 == 0 ? size : views;
  const auto look = [seen](const Numbers& s) { return static_cast<std::uint64_t>(s[0]) % seen; };
  for (std::uint64_t a = 0; a < state_atoms; ++a)
    model.atoms.emplace_back(
        [=](const Numbers& s, const Numbers&) { return mix(seed, look(s), 30 + a) % 3 == 0; });
  for (std::uint64_t a = 0; a < step_atoms; ++a) {
    model.atoms.emplace_back([=](const Numbers& s, const Numbers& t) {
      return s != t && mix(seed, look(s), 40 + a + 100 * look(t)) % 2 == 0;
    });
  }
  model.temporal.atoms.resize(state_atoms + step_atoms);
  for (temporal::AtomId a = state_atoms; a < model.atoms.size(); ++a) model.temporal.atoms[a].of_step = true;
  temporal::Formulas& f = model.temporal.formulas;
  const auto any_of = [&](std::size_t atoms) { return static_cast<temporal::AtomId>(random() % atoms); };
  // As in TLA+, no formula tells behaviours apart that differ in stuttering only.
  const auto literal = [&](bool denies_steps) {
    const temporal::AtomId atom = any_of(model.atoms.size());
    return f.atom(atom, atom < state_atoms ? random() % 2 == 0 : denies_steps);
  };
  const auto recurring = [&](temporal::FormulaId inside) { return f.always(f.eventually(inside)); };
  if (random() % 4 != 0)
    model.temporal.fairness = {recurring(f.disjunction({literal(false), literal(false)}))};
  for (std::uint64_t i = 0; i <= random() % 2; ++i) {
    const temporal::FormulaId a = f.atom(any_of(state_atoms)), b = f.atom(any_of(state_atoms), true);
    const temporal::FormulaId forms[] = {recurring(literal(false)), f.eventually(f.always(literal(true))),
                                         f.eventually(a), f.always(f.disjunction({b, f.eventually(a)}))};
    model.temporal.liveness.push_back(forms[random() % 4]);
  }
  return model;
}

/// Formulas on a lasso, by definition.
struct LassoOfNumbers {
  const FakeModel& model;
  const std::vector<Numbers>& states;
  std::size_t loop_start;
  bool repeats_view;

  [[nodiscard]] std::size_t positions() const { return states.size() - (repeats_view ? 1 : 0); }
  [[nodiscard]] const Numbers& after(std::size_t at) const {
    return at + 1 < states.size() ? states[at + 1] : states[loop_start];
  }
  [[nodiscard]] bool holds(temporal::FormulaId id, std::size_t at = 0) const {
    using temporal::Operation;
    const temporal::Formula& f = model.temporal.formulas[id];
    const auto here = [&](temporal::FormulaId part) { return holds(part, at); };
    std::vector<std::size_t> later;
    for (std::size_t i = std::min(at, loop_start); i < positions(); ++i) later.push_back(i);
    const auto then = [&](std::size_t i) { return holds(f.parts[0], i); };
    switch (f.operation) {
      case Operation::truth:
        return true;
      case Operation::falsity:
        return false;
      case Operation::atom:
        return model.atoms[f.atom](states[at], after(at));
      case Operation::negated_atom:
        return !model.atoms[f.atom](states[at], after(at));
      case Operation::conjunction:
        return std::ranges::all_of(f.parts, here);
      case Operation::disjunction:
        return std::ranges::any_of(f.parts, here);
      case Operation::always:
        return std::ranges::all_of(later, then);
      case Operation::eventually:
        return std::ranges::any_of(later, then);
    }
    return false;
  }
};

/// Whether the result shows a behaviour of the model that is fair and violates the property.
void expect_counterexample(const FakeModel& model, const Result& result, const std::string& name) {
  const std::vector<Numbers> states = numbers_of(model, result.trace);
  const LassoOfNumbers lasso{model, states, *result.loop_start, result.loop_repeats_view};
  EXPECT_NE(std::ranges::find(model.initial, states.front()), model.initial.end()) << name;
  for (std::size_t i = 0; i < lasso.positions(); ++i) {
    const Successors successors = model.next(states[i]).first;
    const auto reaches = [&](const Successor& s) { return s.state == lasso.after(i); };
    EXPECT_TRUE(lasso.after(i) == states[i] || std::ranges::any_of(successors, reaches)) << name;
  }
  if (result.loop_repeats_view)
    EXPECT_EQ(model.view(states.back()), model.view(states[*result.loop_start])) << name;
  for (const temporal::FormulaId fairness : model.temporal.fairness)
    EXPECT_TRUE(lasso.holds(fairness)) << name;
  EXPECT_FALSE(lasso.holds(model.temporal.liveness[result.violated_index])) << name;
}

TEST(UpToView, AgreesWithTheStatesThemselves) {
  std::size_t violated = 0, held = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const FakeModel model = random_model(seed);
    FakeModel without_view = model;
    without_view.view = nullptr;
    const std::string name = "seed " + std::to_string(seed);
    const Options options{.workers = seed % 3 == 0 ? 2U : 1U, .check_deadlock = false};
    const Result result = run(model, options);
    ASSERT_EQ(result.outcome, run(without_view, options).outcome) << name;
    EXPECT_FALSE(result.loop_repeats_view) << name;
    ++(result.outcome == Outcome::liveness ? violated : held);
    if (result.outcome == Outcome::liveness) expect_counterexample(model, result, name);
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_GT(violated, seeds / 6);
  EXPECT_GT(held, seeds / 6);
}

/// Where the states themselves are too many to look at.
TEST(UpToView, ShowsBehaviorsThatRepeatTheView) {
  std::size_t lassos = 0, repeated = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    FakeModel model = random_model(seed);
    const auto [inside, views, start] = std::tuple(model.next, model.view, model.initial);
    // Beside it a counter that grows for ever.
    model.looks.push_back(Look::sparse);
    for (Numbers& s : model.initial) s.push_back(0);
    model.next = [inside](const Numbers& s) {
      auto result = inside({s[0]});
      for (Successor& next : result.first) next.state.push_back(next.state[0] == s[0] ? s[1] : s[1] + 1);
      return result;
    };
    for (auto& atom : model.atoms) {
      atom = [atom](const Numbers& s, const Numbers& t) { return atom({s[0]}, {t[0]}); };
    }
    const Result result = run(model, {.workers = 1, .check_deadlock = false, .max_states = 1000});
    if (result.outcome != Outcome::liveness) continue;
    ++(result.loop_repeats_view ? repeated : lassos);
    expect_counterexample(model, result, "seed " + std::to_string(seed));
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_GT(repeated, seeds / 10);
  EXPECT_GT(lassos, seeds / 30);
}

}  // namespace
}  // namespace synod::explore::test
