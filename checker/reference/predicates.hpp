// The formulas of a model, judged on states and steps.
#pragma once

#include <optional>
#include <string>

#include "reference/actions.hpp"
#include "reference/symmetry.hpp"

namespace synod::reference {

class Predicates {
 public:
  explicit Predicates(Evaluator& evaluator) : evaluator_(evaluator) {}

  // All throw EvaluationError. `level` is what TLCGet("level") gives while they are evaluated.
  [[nodiscard]] bool holds(const semantics::Expr& formula, const State& state, std::int64_t level);
  [[nodiscard]] bool holds(const semantics::Expr& formula, const State& from, const State& to,
                           std::int64_t level);
  [[nodiscard]] bool holds(const model::ActionProperty& property, const State& from, const State& to,
                           std::int64_t level);
  [[nodiscard]] bool holds_without_state(const semantics::Expr& formula);

  /// Does the state satisfy every CONSTRAINT?
  [[nodiscard]] bool in_model(const State& state, std::int64_t level);
  /// Does the step satisfy every ACTION_CONSTRAINT?
  [[nodiscard]] bool in_actions(const State& from, const State& to, std::int64_t level);
  /// What makes two states one: the state itself, or with SYMMETRY its least image; with a VIEW, the view of
  /// that.
  [[nodiscard]] State identity(const State& state, std::int64_t level);

 private:
  Evaluator& evaluator_;
  std::optional<Symmetry> symmetry_;  // once it was needed
};

}  // namespace synod::reference
