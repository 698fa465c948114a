// The initial states: the first level of the search. One thread enumerates and stores them in sequential
// order; when there are many, the others judge them meanwhile.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "explore/event.hpp"
#include "explore/expander.hpp"
#include "explore/model_view.hpp"
#include "explore/parallel.hpp"
#include "store/state_store.hpp"

namespace synod::explore {

struct InitialFindings {
  std::uint64_t generated = 0;  ///< duplicates and states outside the constraints included
  std::vector<Event> events;    ///< in order; all but the last are continued violations
  bool ended = false;           ///< by the last event
  bool interrupted = false;
  bool store_is_full = false;  ///< of more states than any store can hold
};

/// Who may help.
struct InitialWorkers {
  Threads& threads;
  std::function<ModelWorker&(unsigned)> worker;  ///< of the thread with this number
  std::function<bool(std::size_t bytes)>
      afford;  ///< whether there is so much more memory, or it is time to stop
};

/// Puts the initial states into the space (ids in order, from 0) and judges them as TLC does: constraints,
/// then, for a state that is new or outside the constraints, invariants and implied inits. Chooses the first
/// layout. `generated` is kept up to date meanwhile.
[[nodiscard]] InitialFindings find_initial_states(const Search& search, const InitialWorkers& workers,
                                                  const store::RangeLoop& loop, LiveCounter& generated);

}  // namespace synod::explore
