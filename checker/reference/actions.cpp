#include "reference/actions.hpp"

#include <algorithm>

#include "reference/action_search.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Expr;
using semantics::Kind;
using semantics::Level;

namespace {

/// Splits Next, in source order.
class Splitter {
 public:
  explicit Splitter(Evaluator& evaluator) : evaluator_(evaluator) {}

  void split(const Expr& e, const Environment& env, const ActionLabel& label) {
    switch (e.kind) {
      case Kind::disjunction:
        for (const Expr* branch : e.operands) split(*branch, env, label);
        return;
      case Kind::exists:
        split_exists(e, env, label);
        return;
      case Kind::let:
        split(*e.operands[0], evaluator_.let_environment(e, env), label);
        return;
      case Kind::apply:
        split_call(*e.op, e, env);
        return;
      case Kind::constant:
        split_call(*e.constant->binding, e, env);
        return;
      default:
        add(e, env, label);
    }
  }

  std::vector<Action> actions;

 private:
  void add(const Expr& e, const Environment& env, ActionLabel label) {
    label.span = e.span;
    actions.push_back({std::move(label), &e, env, {calls_.rbegin(), calls_.rend()}});
  }

  /// One action each for the instances, if the set can be evaluated without a state and is not empty.
  void split_exists(const Expr& e, const Environment& env, const ActionLabel& label) {
    const std::size_t before = actions.size();
    try {
      std::vector<Environment> instances;
      evaluator_.visit_bindings(e.bounds, env, evaluator_.no_state(), "\\E", [&](const Environment& inner) {
        instances.push_back(inner);
        return false;
      });
      for (const Environment& instance : instances) split(*e.operands[0], instance, label);
      if (!instances.empty()) return;
    } catch (const EvaluationError&) {
      actions.resize(before);
    }
    add(e, env, label);
  }

  void split_call(const semantics::Operator& op, const Expr& e, const Environment& env) {
    const bool constant_arguments =
        std::all_of(e.operands.begin(), e.operands.end(),
                    [](const Expr* argument) { return argument->level == Level::constant; });
    const std::size_t before = actions.size();
    const std::size_t depth = calls_.size();
    if (!op.native && op.body != nullptr && constant_arguments && !op.recursive) {
      try {
        ActionLabel label{op.name, {}, {}};
        Environment inner = evaluator_.call_environment(op.parameters, e.operands, env);
        for (std::size_t i = 0; i < op.parameters.size(); ++i) {
          if (op.parameters[i]->arity > 0) continue;
          const Value value = evaluator_.evaluate(*e.operands[i], env, evaluator_.no_state());
          inner = inner.with_value(op.parameters[i], value);
          label.arguments.push_back(value);
          label.parameters.push_back(op.parameters[i]->name);
        }
        calls_.push_back({op.name, e.span});
        split(*op.body, inner, label);
        calls_.pop_back();
        return;
      } catch (const EvaluationError&) {
        actions.resize(before);
        calls_.resize(depth);
      }
    }
    add(e, env, {op.name, {}, {}});
  }

  Evaluator& evaluator_;
  std::vector<CallSite> calls_;  ///< outermost first
};

}  // namespace

std::string ActionLabel::text() const {
  if (arguments.empty()) return name;
  std::string result;
  for (const Value& argument : arguments) result += (result.empty() ? "" : ", ") + reference::text(argument);
  return name + "(" + result + ")";
}

std::vector<Action> split_next(Evaluator& evaluator) {
  const model::Model& model = evaluator.model();
  if (model.next == nullptr) return {};
  Splitter splitter(evaluator);
  splitter.split(*model.next, Environment(), {model.next_name, {}, {}});
  return std::move(splitter.actions);
}

Behaviours::Behaviours(Evaluator& evaluator) : evaluator_(evaluator), actions_(split_next(evaluator)) {}

namespace {

/// The values of a solution made explicit; their failures belong to the action.
State finished(const State& state, const Span& span) {
  State result;
  try {
    for (const Value& value : state) result.push_back(normalised(value));
  } catch (EvaluationError& error) {
    error.place(span);
    throw;
  }
  return result;
}

}  // namespace

void Behaviours::visit_initial(const Visit& visit) {
  if (evaluator_.model().init == nullptr) return;
  const EvaluationScope scope(evaluator_);
  const Expr& init = *evaluator_.model().init;
  ActionSearch search(evaluator_, SearchMode::initial, nullptr, [&](const State& state) {
    visit({finished(state, init.span), {"Initial predicate", {}, init.span}});
    return false;
  });
  search.search(init, Environment());
}

void Behaviours::visit_successors(const State& state, const Visit& visit) {
  const EvaluationScope scope(evaluator_);
  const auto current = std::make_shared<const State>(state);
  for (const Action& action : actions_) {
    ActionSearch search(evaluator_, SearchMode::next, current, [&](const State& successor) {
      visit({finished(successor, action.label.span), action.label});
      return false;
    });
    search.search(*action.body, action.env, action.calls);
  }
}

std::vector<Step> Behaviours::initial_states() {
  std::vector<Step> steps;
  visit_initial([&](const Step& step) { steps.push_back(step); });
  return steps;
}

std::vector<Step> Behaviours::successors(const State& state) {
  std::vector<Step> steps;
  visit_successors(state, [&](const Step& step) { steps.push_back(step); });
  return steps;
}

bool Evaluator::enabled(const Expr& action, const Environment& env, const Moment& moment) {
  ActionSearch search(*this, SearchMode::enabled, moment->current, [](const State&) { return true; });
  return search.search(action, env);
}

std::string missing_variables(const model::Model& model, const State& state) {
  std::string names;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (!state[i].defined()) names += (names.empty() ? "" : ", ") + model.spec.variables[i]->name;
  }
  return names;
}

}  // namespace synod::reference
