// Possibilities, in the reference evaluator.
#pragma once

#include <cstddef>
#include <cstdint>

#include "reference/evaluator.hpp"

namespace synod::reference {

/// What a search ahead of a state says of a possibility.
enum class Prospect : std::uint8_t {
  open,     ///< a state that has it can be reached, or the model does not ask in this state
  lost,     ///< neither the state nor any that can be reached from it has it
  unknown,  ///< none of the states that were looked at has it, and there are more
};

/// States that are looked at to confirm what the search of all states found. It takes a second or two.
inline constexpr std::size_t states_to_confirm = 10'000;
/// States that are looked at where nothing else answers. It can take minutes.
inline constexpr std::size_t states_to_replay = 1'000'000;

/// Of the model's possibility number `index` (Model::possibilities) in `state`. Looks at the state and at
/// those ahead of it, in breadth-first order, at `most` of them together. `level` is what TLCGet("level")
/// gives in all of them. Throws EvaluationError.
[[nodiscard]] Prospect look_ahead(Evaluator& evaluator, const State& state, std::size_t index,
                                  std::int64_t level, std::size_t most);

}  // namespace synod::reference
