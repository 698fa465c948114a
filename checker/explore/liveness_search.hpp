// Searches for liveness alone, after the one that all other properties are judged in.
#pragma once

#include <functional>

#include "explore/model_view.hpp"
#include "explore/search.hpp"

namespace synod::explore {

/// The facts of a model whose states are told apart, with liveness for its only properties.
[[nodiscard]] ModelFacts for_liveness(ModelFacts facts);

/// A search of such a model, and what liveness comes to on its graph. No coverage, no checkpoints, and
/// nothing is told of the graph.
[[nodiscard]] Result search_for_liveness(const ModelView& model, values::Interner& interner, Options options,
                                         StopFlag& stop,
                                         const std::function<void(const Progress&)>& progress);

/// Moves what `found` says of liveness into the result of the search before. The figures of that one stay,
/// and its warnings come first.
void take_liveness(Result found, Result& result);

}  // namespace synod::explore
