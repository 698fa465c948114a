// Liveness of a model with a VIEW, before it is judged on the states themselves: what can be violated, if
// states with the same view go on alike.
#pragma once

#include <functional>
#include <optional>

#include "explore/model_view.hpp"
#include "explore/search.hpp"
#include "store/state_space.hpp"

namespace synod::explore {

/// Searches the graph of views (explore/view_graph.hpp) for a violation, and follows what it finds in the
/// specification. `space`: of the search under the VIEW, which is complete.
///
/// The result is Outcome::liveness, with either a lasso of states, which is a violation, or a behaviour that
/// repeats its views (Result::loop_repeats_view), which is one if states with the same view go on alike; or
/// it is that of a search that was stopped. Nothing is no verdict: behaviours of the specification that the
/// graph of views lacks may violate the properties. With Options::continue_after_violation a warning names
/// the other properties of which the same was found.
[[nodiscard]] std::optional<Result> violation_up_to_view(
    const ModelView& model, const store::StateSpace& space, values::Interner& interner,
    const Options& options, StopFlag& stop, const std::function<void(const Progress&)>& progress);

}  // namespace synod::explore
