#include "reference/predicates.hpp"

#include <algorithm>

namespace synod::reference {
namespace {

/// Sets TLCGet("level") for as long as it lives.
class AtLevel {
 public:
  AtLevel(Evaluator& evaluator, std::int64_t level) : run_(evaluator.run()), before_(run_.level) {
    run_.level = level;
  }
  ~AtLevel() { run_.level = before_; }
  AtLevel(const AtLevel&) = delete;
  AtLevel& operator=(const AtLevel&) = delete;

 private:
  RunContext& run_;
  std::int64_t before_;
};

Moment moment_of(const State& state) { return make_moment(std::make_shared<const State>(state), nullptr); }

Moment moment_of(const State& from, const State& to) {
  return make_moment(std::make_shared<const State>(from), std::make_shared<const State>(to));
}

}  // namespace

bool Predicates::holds(const semantics::Expr& formula, const State& state, std::int64_t level) {
  const EvaluationScope scope(evaluator_);
  const AtLevel at(evaluator_, level);
  return evaluator_.holds(formula, Environment(), moment_of(state), "a state predicate");
}

bool Predicates::holds(const semantics::Expr& formula, const State& from, const State& to,
                       std::int64_t level) {
  const EvaluationScope scope(evaluator_);
  const AtLevel at(evaluator_, level);
  return evaluator_.holds(formula, Environment(), moment_of(from, to), "an action predicate");
}

bool Predicates::holds(const model::ActionProperty& property, const State& from, const State& to,
                       std::int64_t level) {
  const EvaluationScope scope(evaluator_);
  const AtLevel at(evaluator_, level);
  const Moment moment = moment_of(from, to);
  return evaluator_.holds(*property.action, Environment(), moment, "the action A of [A]_v") ||
         !evaluator_.changed(*property.subscript, Environment(), moment);
}

bool Predicates::holds_without_state(const semantics::Expr& formula) {
  const EvaluationScope scope(evaluator_);
  const AtLevel at(evaluator_, 0);
  return evaluator_.holds(formula, Environment(), evaluator_.no_state(), "a constant formula");
}

bool Predicates::in_model(const State& state, std::int64_t level) {
  const auto& constraints = evaluator_.model().constraints;
  return std::all_of(constraints.begin(), constraints.end(),
                     [&](const model::Named& constraint) { return holds(*constraint.body, state, level); });
}

bool Predicates::in_actions(const State& from, const State& to, std::int64_t level) {
  const auto& constraints = evaluator_.model().action_constraints;
  return std::all_of(constraints.begin(), constraints.end(), [&](const model::Named& constraint) {
    return holds(*constraint.body, from, to, level);
  });
}

State Predicates::identity(const State& state, std::int64_t level) {
  if (!symmetry_) symmetry_.emplace(evaluator_.model());
  const State least = symmetry_->least_image(state);
  const semantics::Expr* view = evaluator_.model().view;
  if (view == nullptr) return least;
  const EvaluationScope scope(evaluator_);
  const AtLevel at(evaluator_, level);
  return {normalised(evaluator_.evaluate(*view, Environment(), moment_of(least)))};
}

}  // namespace synod::reference
