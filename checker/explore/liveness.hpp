// Liveness on the graph that a complete search has left behind.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/interruption.hpp"
#include "explore/model_view.hpp"
#include "explore/parallel.hpp"
#include "explore/search.hpp"
#include "store/state_space.hpp"
#include "temporal/graph.hpp"

namespace synod::explore {

/// What liveness is judged on. The states must all have been found and expanded.
struct LivenessInput {
  const ModelView& model;
  const store::StateSpace& space;
  const temporal::Graph& graph;
  std::size_t initial_states = 0;  ///< they are states 0 .. initial_states - 1, in order
  bool every_property = false;     ///< goes on after a violation, and names the other properties violated
  Threads& threads;
  const StopFlag& stop;
};

/// Judges every liveness property of the model under its fairness. Evaluates each atom once in each state, or
/// on each step, with all workers, then searches for a counterexample of each way to violate a property. With
/// a violation or an error, sets the outcome and the trace: of the first property that is violated, and the
/// shortest of the lassos that its ways give. Else leaves `result` as it is, but for warnings: of properties
/// that are trivial, and of fairness that no behaviour satisfies. Throws Interrupted and std::bad_alloc.
void check_liveness(const LivenessInput& input, Result& result);

}  // namespace synod::explore
