// The meaning of temporal formulas on one infinite behaviour, given as a lasso: the definitions of [], <>,
// ~>, WF and SF (Lamport, "The Temporal Logic of Actions", TOPLAS 16(3), 1994, section 5), read off directly.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "reference/evaluator.hpp"

namespace synod::reference {

/// What the last of a lasso's states is.
enum class LassoEnd : bool {
  step_back,  ///< the one that states[loop_start] follows
  same_view,  ///< where the loop ends, after its last step; states[loop_start] is taken for it
};

/// Judges formulas on states[0], ..., states.back(), states[loop_start], ... for ever. Positions, from 0,
/// stand for the suffix that begins there. All functions throw EvaluationError. Exponential in the nesting of
/// temporal operators; not thread-safe.
class LassoJudge {
 public:
  /// All must outlive it; the states are normalised and there is at least one, and one in the loop.
  LassoJudge(Evaluator& evaluator, const std::vector<State>& states, std::size_t loop_start,
             LassoEnd end = LassoEnd::step_back);

  /// Whether a formula of any level holds of the whole behaviour.
  [[nodiscard]] bool holds(const semantics::Expr& formula) { return holds(formula, Environment(), 0); }

  // For people, a line each, with states counted from 1.
  /// Why a formula that does not hold does not.
  [[nodiscard]] std::vector<std::string> why_false(const semantics::Expr& formula);
  /// How each fairness condition in a conjunction of them is met.
  [[nodiscard]] std::vector<std::string> how_fair(const semantics::Expr& formula);

 private:
  /// Where a formula stands: what its names mean, and for people what its quantifiers chose.
  struct Place {
    Environment env;
    std::string chosen;  ///< "p = 1, q = 2"
  };
  /// How one condition of fairness is met.
  struct Fairness {
    std::string formula, chosen, how;
  };
  using Positions = std::vector<std::size_t>;

  [[nodiscard]] bool holds(const semantics::Expr& e, const Environment& env, std::size_t at);
  [[nodiscard]] bool native_holds(const semantics::Expr& e, const Environment& env, std::size_t at);
  [[nodiscard]] bool predicate_holds(const semantics::Expr& e, const Environment& env, std::size_t at);
  [[nodiscard]] bool always(const semantics::Expr& e, const Environment& env, std::size_t at);
  [[nodiscard]] bool eventually(const semantics::Expr& e, const Environment& env, std::size_t at);
  [[nodiscard]] bool leads_to(const semantics::Expr& e, const Environment& env, std::size_t at);

  // Of WF_v(A) and SF_v(A): <<A>>_v.
  [[nodiscard]] const semantics::Expr& step_of(const semantics::Expr& fairness);
  [[nodiscard]] bool enabled(const semantics::Expr& fairness, const Environment& env, std::size_t at);
  [[nodiscard]] bool taken(const semantics::Expr& fairness, const Environment& env, std::size_t at);
  [[nodiscard]] bool fair(const semantics::Expr& fairness, const Environment& env);

  [[nodiscard]] bool is_temporal(const semantics::Expr& e, const Environment& env) const;
  /// The formula behind a definition, a parameter or a LET, and what its names mean. The formula itself when
  /// it is none of these.
  [[nodiscard]] std::pair<const semantics::Expr*, Environment> opened(const semantics::Expr& e,
                                                                      const Environment& env) const;
  void for_instances(const semantics::Expr& quantifier, const Place& place,
                     const std::function<void(const Place&)>& body);

  void explain_false(const semantics::Expr& e, const Place& place, std::size_t at);
  void explain_native_false(const semantics::Expr& e, const Place& place, std::size_t at);
  void explain_never(const semantics::Expr& e, const Place& place, std::size_t at);
  void explain_unfair(const semantics::Expr& e, const Place& place);
  [[nodiscard]] std::string how_met(const semantics::Expr& e, const Place& place);
  void collect_fairness(const semantics::Expr& e, const Place& place, std::vector<Fairness>& met);
  [[nodiscard]] static std::string formula_text(const semantics::Expr& e, const Environment& env);
  /// The formula, and what its quantifiers chose.
  [[nodiscard]] static std::string text(const semantics::Expr& e, const Place& place);
  [[nodiscard]] std::string whole_loop(const std::string& of_many) const;
  void say(std::string line) { lines_.push_back(std::move(line)); }

  /// The state that the step from a position leads to.
  [[nodiscard]] std::size_t next(std::size_t at) const { return at + 1 < states_ ? at + 1 : loop_start_; }
  /// All positions from `at` on, in order.
  [[nodiscard]] Positions from(std::size_t at) const;
  [[nodiscard]] Positions loop() const { return from(moments_.size() - 1); }
  [[nodiscard]] const Moment& moment(std::size_t at);

  Evaluator& evaluator_;
  std::size_t states_;
  std::size_t loop_start_;
  std::vector<Moment> moments_;  ///< state and next state of each position
  std::map<const semantics::Expr*, const semantics::Expr*> steps_;
  std::deque<semantics::Expr> made_;
  std::vector<std::string> lines_;
};

}  // namespace synod::reference
