// An event told as a result.
#pragma once

#include "explore/event.hpp"
#include "explore/model_view.hpp"
#include "explore/search.hpp"

namespace synod::explore {

/// Sets outcome, violated property and error; not the text of a limit. `initial`: the event concerns an
/// initial state.
void set_outcome(Result& result, const Event& event, bool initial, const ModelFacts& facts);

/// The same for a search that stops because it may have no more memory than this.
void set_out_of_memory(Result& result, std::size_t bytes);

}  // namespace synod::explore
