// The initial states: the first level of the search, found by one thread in sequential order.
#pragma once

#include <cstdint>
#include <vector>

#include "explore/event.hpp"
#include "explore/expander.hpp"
#include "explore/model_view.hpp"
#include "store/state_store.hpp"

namespace synod::explore {

struct InitialFindings {
  std::uint64_t generated = 0;  ///< duplicates and states outside the constraints included
  std::vector<Event> events;    ///< in order; all but the last are continued violations
  bool ended = false;           ///< by the last event
  bool interrupted = false;
  bool store_is_full = false;  ///< of more states than any store can hold
};

/// Puts the initial states into the space (ids in order, from 0) and judges them as TLC does: constraints,
/// then, for a state that is new or outside the constraints, invariants and implied inits. Chooses the first
/// layout. `generated` is kept up to date meanwhile.
[[nodiscard]] InitialFindings find_initial_states(const Search& search, ModelWorker& worker,
                                                  const store::RangeLoop& loop, LiveCounter& generated);

}  // namespace synod::explore
