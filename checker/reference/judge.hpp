// The judge of counterexamples: is a list of states a behaviour of the model, and does it show what it is
// said to show?
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reference/actions.hpp"

namespace synod::reference {

/// What a behaviour is said to show, in its last state or step.
struct Claim {
  enum class Kind : std::uint8_t {
    behaviour,         ///< nothing more than that it is one
    invariant,         ///< the last state violates the invariant `name`
    implied_init,      ///< the first and only state violates the implied initial condition `name`
    action_property,   ///< the last step violates `name`
    deadlock,          ///< the last state has no successor
    end_of_behaviour,  ///< the last state has no successor that satisfies the constraints; of simulations
    liveness,          ///< with the last state followed by state `loop_start` again and so for ever, the
                       ///< behaviour is fair and violates the liveness property number `property`
    possibility,       ///< in the last state the possibility number `property` is lost (possibility.hpp)
    error,  ///< an evaluation fails in the last state or step; in the initial predicate when there is none
  };
  Kind kind = Kind::behaviour;
  std::string name;
  std::size_t property = 0;    ///< in Model::liveness or Model::possibilities
  std::size_t loop_start = 0;  ///< from 0
  /// Of liveness: the last state is not followed by state `loop_start`, but has its VIEW; the behaviour that
  /// is fair and violates the property goes on from it as from that state.
  bool up_to_view = false;
};

struct Judgement {
  bool accepted = false;
  bool undecided = false;    ///< not accepted, nor is anything wrong: that would take too long to find out
  std::size_t position = 0;  ///< of the first state (from 1) that is wrong; 0 when none is
  std::string reason;        ///< why it is not accepted
};

/// Replays `states` (normalised; complete, but for the last when an error is claimed) step by step. Also
/// demands that every state that has a successor satisfies the constraints, and every step but the last the
/// action constraints. Of a lasso, whose states a search may have found nearer to the initial ones, the
/// constraints must hold at a level up to the place in `states`. Registers of TLCSet are those that the
/// replay itself sets. An evaluation that fails where none is claimed rejects the behaviour.
[[nodiscard]] Judgement judge(Evaluator& evaluator, const std::vector<State>& states, const Claim& claim);

}  // namespace synod::reference
