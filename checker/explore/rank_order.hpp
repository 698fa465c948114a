// The states found in a level, in the order in which the sequential search finds them.
#pragma once

#include <cstddef>
#include <span>

#include "explore/event.hpp"
#include "explore/parallel.hpp"
#include "store/page_array.hpp"
#include "store/state_store.hpp"

namespace synod::explore {

/// States of the store's current level by rank. All threads that inserted must have ended. They are counted
/// out by parent, of which there are `parents`, and sorted among those of one parent: linear in both, with
/// four bytes for each state and each parent, on scratch if there is some.
[[nodiscard]] store::PageArray<store::StateId> in_rank_order(const store::StateStore& store,
                                                             std::size_t parents, Threads& threads,
                                                             store::Scratch* scratch);

/// The first of these states, ordered by rank: those with a rank below that of `key`, or up to it.
enum class Bound : bool { below, up_to };
[[nodiscard]] std::span<const store::StateId> ranked_until(const store::StateStore& store,
                                                           std::span<const store::StateId> ordered, Key key,
                                                           Bound bound);

}  // namespace synod::explore
