// From a lasso of the graph of views to a behaviour of the specification.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/interruption.hpp"
#include "explore/search.hpp"
#include "explore/view_graph.hpp"
#include "values/interner.hpp"

namespace synod::explore {

/// A behaviour of the specification that looks like a lasso of the graph of views to its formulas, and has
/// its views.
struct Followed {
  std::vector<TraceStep> trace;  ///< interned
  std::size_t loop_start = 0;
  /// The trace ends with another state than that of `loop_start`, whose view it has. Else that state follows
  /// the last one, by a step with this label; the last one itself: it stutters.
  bool repeats_view = false;
  program::ActionLabel loop_label;
  std::size_t rounds = 0;  ///< that the loop was gone around
};

/// Goes along the lasso, and around its loop until a state repeats where the loop begins, 32 times at most.
/// Where several states have the view that comes next, goes on from 16 of them. Nothing when there is no
/// state to go on to. `graph` is that of the lasso. Throws Interrupted.
[[nodiscard]] std::optional<Followed> follow(const ViewGraph& graph, values::Interner& interner,
                                             const StopFlag& stop, const std::vector<TraceStep>& lasso,
                                             std::size_t loop_start);

}  // namespace synod::explore
