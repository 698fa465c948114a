#include "reference/judge.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "reference/possibility.hpp"
#include "reference/predicates.hpp"
#include "reference/temporal.hpp"

namespace synod::reference {
namespace {

/// Why a behaviour is rejected, at a state counted from 1.
struct Rejection {
  std::size_t position;
  std::string reason;
};

/// Why a claim is neither confirmed nor rejected.
struct Undecided {
  std::string reason;
};

bool same(const State& a, const State& b) {
  const TotalOrder less;
  return !less(a, b) && !less(b, a);
}

LassoEnd lasso_end(const Claim& claim) {
  return claim.up_to_view ? LassoEnd::same_view : LassoEnd::step_back;
}

class Judge {
 public:
  Judge(Evaluator& evaluator, const std::vector<State>& states)
      : evaluator_(evaluator),
        model_(evaluator.model()),
        predicates_(evaluator),
        behaviours_(evaluator),
        states_(states) {}

  void replay(const Claim& claim) {
    const bool error_claimed = claim.kind == Claim::Kind::error;
    if (states_.empty()) {
      if (error_claimed && initial_predicate_fails()) return;
      throw Rejection{1, "The behaviour has no states."};
    }
    for (std::size_t i = 0; i < states_.size(); ++i) {
      const bool last = i + 1 == states_.size();
      try {
        check_state(i);
        if (!last && !missing_variables(model_, states_[i]).empty()) fail_incomplete(states_[i]);
        if (!last || claim.kind == Claim::Kind::deadlock || claim.kind == Claim::Kind::end_of_behaviour ||
            claim.kind == Claim::Kind::liveness || claim.kind == Claim::Kind::possibility)
          check_constraints(i, claim);
      } catch (const EvaluationError& error) {
        if (error_claimed && last) return;
        throw Rejection{i + 1, "An evaluation failed: " + error.message()};
      }
    }
    try {
      check_claim(claim);
    } catch (const EvaluationError& error) {
      if (error_claimed) return;
      throw Rejection{states_.size(), "An evaluation failed: " + error.message()};
    }
    if (claim.kind == Claim::Kind::liveness) check_loop(claim);
    if (error_claimed) throw Rejection{states_.size(), "No evaluation fails in the last state or step."};
  }

 private:
  /// Does computing the initial states fail, or a state without a value for some variable turn up?
  bool initial_predicate_fails() {
    bool incomplete = false;
    try {
      evaluator_.run().level = 0;
      behaviours_.visit_initial([&](const Step& step) {
        incomplete = incomplete || !missing_variables(model_, step.state).empty();
      });
    } catch (const EvaluationError&) {
      return true;
    }
    return incomplete;
  }

  [[nodiscard]] static std::int64_t level(std::size_t i) { return static_cast<std::int64_t>(i) + 1; }

  /// Is state i an initial state, or a successor of the one before?
  void check_state(std::size_t i) {
    struct Found {};
    const auto compare_with = [&](const Step& step) {
      if (same(step.state, states_[i])) throw Found();
    };
    if (states_[i].size() != model_.spec.variables.size()) {
      throw Rejection{i + 1, "The state does not give a value to each variable of the specification."};
    }
    try {
      evaluator_.run().level = static_cast<std::int64_t>(i);
      if (i == 0) {
        behaviours_.visit_initial(compare_with);
      } else {
        behaviours_.visit_successors(states_[i - 1], compare_with);
      }
    } catch (const Found&) {
      return;
    }
    throw Rejection{i + 1, i == 0 ? "The state does not satisfy the initial predicate."
                                  : "The state is not a successor of the state before."};
  }

  /// Does the last state lead back to where the loop begins?
  void check_loop(const Claim& claim) {
    const std::size_t last = states_.size() - 1;
    if (!claim.up_to_view) return check_step(last, claim.loop_start);
    if (!same(predicates_.identity(states_[last], level(last)),
              predicates_.identity(states_[claim.loop_start], level(claim.loop_start))))
      throw Rejection{last + 1, "The state does not have the VIEW of the first state of the loop."};
  }

  /// Is the last state followed by state `to`, or are they the same one?
  void check_step(std::size_t from, std::size_t to) {
    if (same(states_[from], states_[to])) return;
    const std::vector<Step> steps = behaviours_.successors(states_[from]);
    const bool found = std::any_of(steps.begin(), steps.end(),
                                   [&](const Step& step) { return same(step.state, states_[to]); });
    if (!found) throw Rejection{from + 1, "The state is not followed by the first state of the loop."};
    if (!at_some_level(from,
                       [&](std::int64_t l) { return predicates_.in_actions(states_[from], states_[to], l); }))
      throw Rejection{from + 1, "The step back violates an ACTION_CONSTRAINT."};
  }

  /// Whether a predicate holds at a level up to that of state i, the nearest first.
  template <class Holds>
  static bool at_some_level(std::size_t i, const Holds& holds) {
    for (std::int64_t l = level(i); l > 0; --l) {
      if (holds(l)) return true;
    }
    return false;
  }

  void check_constraints(std::size_t i, const Claim& claim) {
    const bool lasso = claim.kind == Claim::Kind::liveness;
    const auto holds = [&](std::size_t at, const auto& predicate) {
      return lasso ? at_some_level(at, predicate) : predicate(level(at));
    };
    if (!holds(i, [&](std::int64_t l) { return predicates_.in_model(states_[i], l); }))
      throw Rejection{i + 1, "The state violates a CONSTRAINT."};
    if (i > 0 &&
        !holds(i - 1, [&](std::int64_t l) { return predicates_.in_actions(states_[i - 1], states_[i], l); }))
      throw Rejection{i + 1, "The step to the state violates an ACTION_CONSTRAINT."};
  }

  /// Whether a simulation goes on from the state.
  bool has_successor_in_model(const State& state, std::int64_t level) {
    const std::vector<Step> steps = behaviours_.successors(state);
    return std::any_of(steps.begin(), steps.end(), [&](const Step& step) {
      return predicates_.in_model(step.state, level + 1) && predicates_.in_actions(state, step.state, level);
    });
  }

  /// Whether a property of this name is violated. Several have one name when they are its conjuncts.
  template <class List, class Holds>
  bool violates(const List& list, const std::string& name, const Holds& holds) const {
    bool found = false;
    for (const auto& item : list) {
      if (item.name != name) continue;
      if (!holds(item)) return true;
      found = true;
    }
    if (!found) throw Rejection{states_.size(), "The model has no property named " + name + "."};
    return false;
  }

  void check_claim(const Claim& claim) {
    const std::size_t last = states_.size() - 1;
    const State& state = states_[last];
    switch (claim.kind) {
      case Claim::Kind::behaviour:
        return;
      case Claim::Kind::invariant:
        if (violates(model_.invariants, claim.name, [&](const model::Named& invariant) {
              return predicates_.holds(*invariant.body, state, level(last));
            }))
          return;
        throw Rejection{last + 1, "The state satisfies the invariant " + claim.name + "."};
      case Claim::Kind::implied_init:
        if (last == 0 && violates(model_.implied_inits, claim.name, [&](const model::Named& property) {
              return predicates_.holds(*property.body, state, 1);
            }))
          return;
        throw Rejection{last + 1, "The behaviour does not violate the initial condition " + claim.name + "."};
      case Claim::Kind::action_property:
        check_action_property(claim.name);
        return;
      case Claim::Kind::deadlock:
        evaluator_.run().level = level(last);
        if (behaviours_.successors(state).empty()) return;
        throw Rejection{last + 1, "The state has a successor."};
      case Claim::Kind::end_of_behaviour:
        evaluator_.run().level = level(last);
        if (!has_successor_in_model(state, level(last))) return;
        throw Rejection{last + 1, "The state has a successor that satisfies the constraints."};
      case Claim::Kind::liveness:
        check_liveness(claim);
        return;
      case Claim::Kind::possibility:
        check_possibility(claim);
        return;
      case Claim::Kind::error:
        evaluate_everything();
        return;
    }
  }

  void check_possibility(const Claim& claim) {
    const std::size_t last = states_.size() - 1;
    switch (look_ahead(evaluator_, states_[last], claim.property, level(last), states_to_confirm)) {
      case Prospect::lost:
        return;
      case Prospect::open:
        throw Rejection{last + 1, "The possibility " + claim.name + " is not lost in the state."};
      case Prospect::unknown:
        throw Undecided{fmt::format("the {} states nearest to its last one were looked at, and more follow.",
                                    states_to_confirm)};
    }
  }

  void check_liveness(const Claim& claim) {
    LassoJudge lasso(evaluator_, states_, claim.loop_start, lasso_end(claim));
    for (const model::Named& fairness : model_.fairness) {
      if (!lasso.holds(*fairness.body))
        throw Rejection{states_.size(),
                        "The behaviour is not fair: " + lasso.why_false(*fairness.body).front()};
    }
    if (lasso.holds(*model_.liveness.at(claim.property).body))
      throw Rejection{states_.size(), "The behaviour satisfies the property " + claim.name + "."};
  }

  void check_action_property(const std::string& name) {
    const std::size_t last = states_.size() - 1;
    if (last > 0 && violates(model_.action_properties, name, [&](const model::ActionProperty& property) {
          return predicates_.holds(property, states_[last - 1], states_[last], level(last - 1));
        }))
      return;
    throw Rejection{last + 1, "The last step satisfies the property " + name + "."};
  }

  /// Everything that is evaluated in the last state and step: one of them must fail.
  void evaluate_everything() {
    const std::size_t last = states_.size() - 1;
    const State& state = states_[last];
    if (!missing_variables(model_, state).empty()) return fail_incomplete(state);
    static_cast<void>(predicates_.in_model(state, level(last)));
    if (last > 0) static_cast<void>(predicates_.in_actions(states_[last - 1], state, level(last - 1)));
    static_cast<void>(predicates_.identity(state, level(last)));
    for (const auto& invariant : model_.invariants) {
      static_cast<void>(predicates_.holds(*invariant.body, state, level(last)));
    }
    for (const auto& property : model_.implied_inits) {
      if (last == 0) static_cast<void>(predicates_.holds(*property.body, state, 1));
    }
    for (const auto& property : model_.action_properties) {
      if (last > 0) static_cast<void>(predicates_.holds(property, states_[last - 1], state, level(last - 1)));
    }
    if (model_.possible_from)
      static_cast<void>(predicates_.holds(*model_.possible_from->body, state, level(last)));
    for (const auto& possibility : model_.possibilities)
      static_cast<void>(predicates_.holds(*possibility.body, state, level(last)));
    evaluator_.run().level = level(last);
    behaviours_.visit_successors(state, [&](const Step& step) {
      if (!missing_variables(model_, step.state).empty()) fail_incomplete(step.state);
    });
  }

  void fail_incomplete(const State& state) const {
    fail(EvaluationFault::unassigned_variable,
         "The state leaves variables without a value: " + missing_variables(model_, state) + ".");
  }

  Evaluator& evaluator_;
  const model::Model& model_;
  Predicates predicates_;
  Behaviours behaviours_;
  const std::vector<State>& states_;
};

}  // namespace

Judgement judge(Evaluator& evaluator, const std::vector<State>& states, const Claim& claim) {
  try {
    Judge(evaluator, states).replay(claim);
    return {true, false, 0, ""};
  } catch (const Rejection& rejection) {
    return {false, false, rejection.position, rejection.reason};
  } catch (const Undecided& undecided) {
    return {false, true, 0, undecided.reason};
  }
}

}  // namespace synod::reference
