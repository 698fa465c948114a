// Initial states and successors: the continuation-passing search of section 3.1 of TLC's behaviour, with its
// order, its multiplicity (duplicates are kept) and its fast path.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "reference/evaluator.hpp"

namespace synod::reference {

/// One disjunct of Next.
struct Action {
  ActionLabel label;
  const semantics::Expr* body = nullptr;
  Environment env;
  std::vector<CallSite> calls;  ///< that led from Next to the body, innermost first
};

/// Next split at its disjunctions, at quantifiers over constant sets and through calls with constant
/// arguments.
[[nodiscard]] std::vector<Action> split_next(Evaluator& evaluator);

/// The steps of one model. Each call of a `visit` sees the states in TLC's order while the search is under
/// way, so a failing evaluation comes after the states before it. Not thread-safe.
class Behaviours {
 public:
  explicit Behaviours(Evaluator& evaluator);

  using Visit = std::function<void(const Step&)>;
  /// The label of an initial state is "Initial predicate". Throws EvaluationError.
  void visit_initial(const Visit& visit);
  void visit_successors(const State& state, const Visit& visit);

  [[nodiscard]] std::vector<Step> initial_states();
  [[nodiscard]] std::vector<Step> successors(const State& state);
  [[nodiscard]] const std::vector<Action>& actions() const { return actions_; }

 private:
  Evaluator& evaluator_;
  std::vector<Action> actions_;
};

/// Names of the variables without a value, separated by commas; empty for a complete state.
[[nodiscard]] std::string missing_variables(const model::Model& model, const State& state);

}  // namespace synod::reference
