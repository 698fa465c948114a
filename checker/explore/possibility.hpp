// Possibilities on the graph that a complete search has left behind: what can still happen, whatever
// happened.
#pragma once

#include "explore/liveness.hpp"

namespace synod::explore {

/// Judges every possibility of the model, AG(Q => EF P): from each state in which Q holds (from each state,
/// if the model asks for none) some state in which P holds can be reached, or P holds in it. Evaluates P and
/// Q once in each state with all workers, then goes backwards over the steps from where P holds. With a
/// violation or an error, sets the outcome and the trace: a shortest way to a state from which P cannot be
/// reached; it is the same with any number of workers. Else notes from how many states was asked. Takes 13
/// bytes a state and 4 a step meanwhile. Throws Interrupted and std::bad_alloc.
void check_possibilities(const LivenessInput& input, Result& result);

}  // namespace synod::explore
