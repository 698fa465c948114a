// Initial states and successors, their order and multiplicity; exploration; the judge.
#include <gtest/gtest.h>

#include "builder.hpp"
#include "reference/explorer.hpp"
#include "reference/judge.hpp"

namespace synod::reference::test {
namespace {

std::string state_text(const State& state) {
  std::string result;
  for (const Value& value : state) result += (result.empty() ? "" : ",") + text(value);
  return result;
}

std::string states_text(const std::vector<Step>& steps) {
  std::string result;
  for (const Step& step : steps) result += (result.empty() ? "" : " ") + state_text(step.state);
  return result;
}

std::string successors(Builder& b, const Expr* next, const State& from) {
  b.model.next = next;
  Evaluator evaluator(b.model);
  return states_text(Behaviours(evaluator).successors(from));
}

const State one = {Value::integer(1)};

TEST(Actions, TheFastPathMergesBranchesAfterTheLastAssignment) {
  Builder b;
  b.variable("x");
  const Expr* twice = b.disj({b.b(true), b.b(true)});
  EXPECT_EQ(successors(b, b.conj({b.eq(b.xp(), b.n(3)), twice}), one), "3");
  EXPECT_EQ(successors(b, b.conj({twice, b.eq(b.xp(), b.n(3))}), one), "3 3");
}

TEST(Actions, AssignFromSetsAndTestTheRest) {
  Builder b;
  b.variable("x");
  b.variable("y");
  const State from = {Value::integer(1), Value::integer(2)};
  const Expr* choice = b.in(b.xp(0), b.range(1, 3));
  EXPECT_EQ(
      successors(b, b.conj({choice, b.unchanged(b.x(1)), b.op(Native::greater, {b.xp(0), b.xp(1)})}), from),
      "3,2");
  EXPECT_EQ(successors(b, b.conj({b.unchanged(b.tuple({b.x(0), b.x(1)}))}), from), "1,2");
  EXPECT_EQ(successors(b, choice, from), "1,null 2,null 3,null");
}

TEST(Actions, OnlyTheLeftSideIsAssigned) {
  Builder b;
  b.variable("x");
  try {
    successors(b, b.eq(b.n(3), b.xp()), one);
    FAIL();
  } catch (const EvaluationError& error) {
    EXPECT_EQ(error.fault(), EvaluationFault::primed_variable_undefined);
    EXPECT_EQ(error.message(), "In evaluation, the identifier x is either undefined or not an operator.");
  }
}

TEST(Actions, ParametersResolveToPrimedVariables) {
  Builder b;
  b.variable("x");
  const Symbol* target = b.symbol("target");
  const Operator* set = b.define("Set", {target}, b.in(b.ref(target), b.range(5, 6)));
  EXPECT_EQ(successors(b, b.call(set, {b.xp()}), one), "5 6");
}

TEST(Actions, UniversalInstancesAreTakenFirstThenFromTheLast) {
  Builder b;
  b.variable("x");
  b.variable("y");
  b.variable("z");
  const Symbol* i = b.symbol("i");
  const Expr* body = b.conj({b.op(Native::print_t, {b.ref(i)}), b.b(true)});
  const Expr* all = b.binder(Kind::forall, {Builder::bound(i, b.range(1, 3))}, body);
  std::string order;
  b.model.next = b.conj({all, b.eq(b.xp(0), b.n(0)), b.eq(b.xp(1), b.n(0)), b.eq(b.xp(2), b.n(0))});
  Evaluator evaluator(b.model, {.print = [&](const std::string& line) { order += line; }});
  EXPECT_EQ(Behaviours(evaluator).successors({one[0], one[0], one[0]}).size(), 1U);
  EXPECT_EQ(order, "132");
}

TEST(Actions, SquareAndAngleActions) {
  Builder b;
  b.variable("x");
  Expr* square = b.node(Kind::square_action, {b.in(b.xp(), b.range(1, 2)), b.x()});
  EXPECT_EQ(successors(b, square, one), "1 2 1");
  Expr* angle = b.node(Kind::angle_action, {b.in(b.xp(), b.range(1, 2)), b.x()});
  EXPECT_EQ(successors(b, angle, one), "2");
}

TEST(Actions, SplitAtDisjunctionsAndConstantQuantifiers) {
  Builder b;
  b.variable("x");
  const Symbol* p = b.symbol("p");
  const Symbol* i = b.symbol("i");
  const Operator* move = b.define("Move", {p}, b.eq(b.xp(), b.ref(p)));
  const Expr* moves = b.binder(Kind::exists, {Builder::bound(i, b.range(1, 2))}, b.call(move, {b.ref(i)}));
  const Operator* next = b.define("Next", {}, b.disj({moves, b.eq(b.xp(), b.n(9)), b.call(move, {b.x()})}));
  b.model.next = b.call(next);
  Evaluator evaluator(b.model);
  Behaviours behaviours(evaluator);
  std::string names;
  for (const Step& step : behaviours.successors(one)) names += step.label.text() + " ";
  EXPECT_EQ(names, "Move(1) Move(2) Next Move ");
}

TEST(Actions, InitialStates) {
  Builder b;
  b.variable("x");
  b.variable("y");
  b.model.init = b.conj({b.in(b.x(0), b.range(1, 2)), b.eq(b.x(1), b.plus(b.x(0), b.n(1)))});
  Evaluator evaluator(b.model);
  EXPECT_EQ(states_text(Behaviours(evaluator).initial_states()), "1,2 2,3");
}

TEST(Actions, Enabled) {
  Builder b;
  b.variable("x");
  const auto enabled = [&](const Expr* action) {
    const Expr* e = b.node(Kind::enabled, {action});
    Evaluator evaluator(b.model);
    return evaluator.holds(*e, Environment(), make_moment(std::make_shared<const State>(one), nullptr),
                           "a test");
  };
  EXPECT_TRUE(enabled(b.conj({b.in(b.xp(), b.range(1, 5)), b.op(Native::greater, {b.xp(), b.n(4)})})));
  EXPECT_FALSE(enabled(b.conj({b.eq(b.xp(), b.n(1)), b.op(Native::greater, {b.xp(), b.n(4)})})));
  EXPECT_TRUE(enabled(b.op(Native::greater, {b.x(), b.n(0)})));
}

/// x counts from 0, modulo 4 or without end.
void counter(Builder& b, std::int64_t last) {
  b.variable("x");
  b.model.init = b.eq(b.x(), b.n(0));
  b.model.next = b.conj({b.op(Native::less, {b.x(), b.n(last)}), b.eq(b.xp(), b.plus(b.x(), b.n(1)))});
  b.model.next_name = "Next";
}

TEST(Exploration, CountsAndDeadlocks) {
  Builder b;
  counter(b, 3);
  Evaluator evaluator(b.model);
  const Exploration result = explore(evaluator);
  EXPECT_EQ(result.outcome, Outcome::deadlock);
  EXPECT_EQ(result.generated, 4U);
  EXPECT_EQ(result.distinct, 4U);
  EXPECT_EQ(result.depth, 4);
  EXPECT_EQ(result.left_on_queue, 0U);
  EXPECT_EQ(states_text(result.trace), "0 1 2 3");
  EXPECT_EQ(explore(evaluator, {}, false).outcome, Outcome::success);
}

TEST(Exploration, StopsAtTheViolation) {
  Builder b;
  counter(b, 9);
  b.model.invariants.push_back({"Small", b.op(Native::less, {b.x(), b.n(2)})});
  Evaluator evaluator(b.model);
  const Exploration result = explore(evaluator);
  EXPECT_EQ(result.outcome, Outcome::invariant);
  EXPECT_EQ(result.violated, "Small");
  EXPECT_EQ(states_text(result.trace), "0 1 2");
  EXPECT_EQ(result.generated, 3U);
  EXPECT_EQ(result.distinct, 3U);
}

TEST(Exploration, ExcludedStatesAreGeneratedAndCheckedButNotCounted) {
  Builder b;
  counter(b, 9);
  b.model.constraints.push_back({"Bound", b.op(Native::less, {b.x(), b.n(2)})});
  Evaluator evaluator(b.model);
  const Exploration result = explore(evaluator);
  EXPECT_EQ(result.outcome, Outcome::success) << "a state whose successors are excluded is no deadlock";
  EXPECT_EQ(result.generated, 3U);
  EXPECT_EQ(result.distinct, 2U);
  EXPECT_EQ(result.depth, 2);
}

TEST(Exploration, ViewMergesStates) {
  Builder b;
  counter(b, 9);
  b.model.view = b.op(Native::modulo, {b.x(), b.n(2)});
  Evaluator evaluator(b.model);
  const Exploration result = explore(evaluator);
  EXPECT_EQ(result.distinct, 2U);
  EXPECT_EQ(result.generated, 3U);
}

TEST(Exploration, ReportsIncompleteSuccessors) {
  Builder b;
  counter(b, 9);
  b.variable("y");
  b.model.init = b.conj({b.model.init, b.eq(b.x(1), b.n(0))});
  Evaluator evaluator(b.model);
  const Exploration result = explore(evaluator);
  EXPECT_EQ(result.outcome, Outcome::error);
  EXPECT_EQ(result.error->message(),
            "Successor state is not completely specified by action Next of the next-state "
            "relation. The following variable is not defined: y.");
  EXPECT_EQ(states_text(result.trace), "0,0 1,null");
  const Judgement judgement =
      judge(evaluator, {result.trace[0].state, result.trace[1].state}, {Claim::Kind::error, ""});
  EXPECT_TRUE(judgement.accepted) << judgement.reason;
}

TEST(Exploration, ActionPropertiesAreJudgedOnEveryStep) {
  Builder b;
  counter(b, 9);
  b.model.action_properties.push_back({"Stays", b.eq(b.xp(), b.n(1)), b.x()});
  Evaluator evaluator(b.model);
  const Exploration result = explore(evaluator);
  EXPECT_EQ(result.outcome, Outcome::action_property);
  EXPECT_EQ(states_text(result.trace), "0 1 2");
}

TEST(Label, ArgumentsAreApart) {
  EXPECT_EQ((ActionLabel{"Send", {Value::integer(1), Value::integer(2)}, {}}).text(), "Send(1, 2)");
}

TEST(Judge, LooksAtEveryConjunctOfAProperty) {
  Builder b;
  counter(b, 3);
  b.model.action_properties.push_back({"P", b.b(true), b.x()});
  b.model.action_properties.push_back({"P", b.b(false), b.x()});
  Evaluator evaluator(b.model);
  const Judgement judgement =
      judge(evaluator, {{Value::integer(0)}, {Value::integer(1)}}, {Claim::Kind::action_property, "P"});
  EXPECT_TRUE(judgement.accepted) << judgement.reason;
}

TEST(Judge, AcceptsWhatIsTrueAndNamesTheFirstWrongStep) {
  Builder b;
  counter(b, 3);
  b.model.invariants.push_back({"Small", b.op(Native::less, {b.x(), b.n(3)})});
  Evaluator evaluator(b.model);
  const auto states = [](std::initializer_list<std::int64_t> values) {
    std::vector<State> result;
    for (const std::int64_t value : values) result.push_back({Value::integer(value)});
    return result;
  };
  const auto verdict = [&](std::initializer_list<std::int64_t> values, Claim::Kind kind,
                           const std::string& name) {
    const Judgement j = judge(evaluator, states(values), {kind, name});
    return j.accepted ? "accepted" : std::to_string(j.position) + ": " + j.reason;
  };
  EXPECT_EQ(verdict({0, 1, 2, 3}, Claim::Kind::invariant, "Small"), "accepted");
  EXPECT_EQ(verdict({0, 1, 2, 3}, Claim::Kind::deadlock, ""), "accepted");
  EXPECT_EQ(verdict({0, 1, 2}, Claim::Kind::deadlock, ""), "3: The state has a successor.");
  EXPECT_EQ(verdict({0, 1, 2}, Claim::Kind::invariant, "Small"),
            "3: The state satisfies the invariant Small.");
  EXPECT_EQ(verdict({1, 2, 3}, Claim::Kind::invariant, "Small"),
            "1: The state does not satisfy the initial predicate.");
  EXPECT_EQ(verdict({0, 2, 3}, Claim::Kind::invariant, "Small"),
            "2: The state is not a successor of the state before.");
  EXPECT_EQ(verdict({0}, Claim::Kind::invariant, "Big"), "1: The model has no property named Big.");
  EXPECT_EQ(verdict({0}, Claim::Kind::error, ""), "1: No evaluation fails in the last state or step.");
}

TEST(Judge, ALoopMayEndWithAnotherStateOfTheSameView) {
  Builder b;
  counter(b, 3);
  const Expr* parity = b.op(Native::modulo, {b.x(), b.n(2)});
  b.model.view = parity;
  const auto temporal = [&](Native native, const Expr* of) {
    Expr* e = b.node(Kind::native, {of});
    e->native = native;
    e->level = Level::temporal;
    return e;
  };
  const auto always_again = [&](const Expr* of) {
    return temporal(Native::always, temporal(Native::eventually, of));
  };
  b.model.liveness.push_back(
      {"Odd", temporal(Native::eventually, temporal(Native::always, b.eq(parity, b.n(1))))});
  b.model.liveness.push_back({"Again", always_again(b.eq(parity, b.n(1)))});
  Evaluator evaluator(b.model);
  const auto verdict = [&](std::int64_t last, std::size_t property, bool up_to_view) {
    std::vector<State> states;
    for (std::int64_t x = 0; x <= last; ++x) states.push_back({Value::integer(x)});
    const Judgement j = judge(
        evaluator, states, {Claim::Kind::liveness, b.model.liveness[property].name, property, 0, up_to_view});
    return j.accepted ? "accepted" : std::to_string(j.position) + ": " + j.reason;
  };
  EXPECT_EQ(verdict(2, 0, true), "accepted");
  EXPECT_EQ(verdict(2, 1, true), "3: The behaviour satisfies the property Again.");
  EXPECT_EQ(verdict(3, 0, true), "4: The state does not have the VIEW of the first state of the loop.");
  EXPECT_EQ(verdict(2, 0, false), "3: The state is not followed by the first state of the loop.");
}

}  // namespace
}  // namespace synod::reference::test
