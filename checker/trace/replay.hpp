// A given behaviour, step by step, before the reference evaluator: which action each step is, what holds in
// each state, and where it stops being a behaviour of the model.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/evaluation_error.hpp"
#include "base/outside.hpp"
#include "model/model.hpp"
#include "reference/possibility.hpp"
#include "reference/value.hpp"

namespace synod::trace {

/// A variable whose value in the behaviour is not the one that the specification allows.
struct Difference {
  std::string variable;
  std::string given;     ///< value in the behaviour, as TLA+
  std::string expected;  ///< value in the nearest state that the specification allows there
};

struct ReplayedStep {
  bool possible = false;  ///< an initial state, or a successor of the state before
  std::string action;     ///< "Send(p1)": the first action that takes this step; of the nearest one otherwise
  Span action_span;
  std::vector<Difference>
      differences;  ///< from the nearest possible state, when there is any and this one is not
  /// "invariant Inv", "action property P", "constraint C": false here.
  std::vector<std::string> violated;
  // In the last state of a trace without a loop.
  std::vector<std::string> lost;         ///< possibilities: no state that has them can be reached from here
  std::vector<std::string> not_reached;  ///< and those of which the nearest `looked_ahead` states have none
  std::optional<EvaluationError> error;  ///< an evaluation that failed; the replay ends here
  std::string error_context;             ///< "Init", "Next", "invariant Inv"
};

/// A formula that has no value for a lasso.
struct Unjudged {
  std::string what;  ///< "the fairness of Spec", "property P"
  EvaluationError error;
};

/// The end of a lasso: the step back to where its loop begins, and what holds of the whole behaviour.
struct ReplayedLoop {
  std::size_t start = 0;
  bool stutters = false;  ///< nothing changes from the last state on
  ReplayedStep back;      ///< when it does not stutter
  // When the step is possible.
  std::vector<std::string> satisfied, violated;  ///< names of liveness properties
  std::vector<std::string> unfair;               ///< why the behaviour is not fair, a line each
  std::vector<Unjudged> unjudged_fairness, unjudged_properties;

  /// Whether all fairness was judged and is met.
  [[nodiscard]] bool fair() const { return unfair.empty() && unjudged_fairness.empty(); }
};

/// States that are looked at, from the last one of a behaviour on, for a possibility.
inline constexpr std::size_t looked_ahead = reference::states_to_replay;

struct Replay {
  std::vector<ReplayedStep> steps;   ///< one per state, up to and including the first that is not possible
  bool complete = false;             ///< every state of the behaviour was possible
  std::optional<ReplayedLoop> loop;  ///< complete, and the behaviour is a lasso
  bool deadlock = false;             ///< complete, and the last state has no successor
  std::optional<EvaluationError> error_after;  ///< complete, and computing successors of the last state fails
};

/// `states`: complete and normalised, at least one; `loop_start`: of a lasso, the index of the state that
/// comes after the last one. Cost: that of computing all successors of each state. What the specification
/// does outside of itself it does through `outside`.
[[nodiscard]] Replay replay(const model::Model& model, const std::vector<reference::State>& states,
                            std::optional<std::size_t> loop_start, std::uint64_t seed, Outside& outside);

}  // namespace synod::trace
