// Possibilities, in the reference evaluator.
#pragma once

#include <cstddef>
#include <cstdint>

#include "reference/evaluator.hpp"

namespace synod::reference {

/// Whether the model asks in `state` for its possibility number `index` (Model::possibilities), and neither
/// the state nor any that follows it has it. Of those that follow, the first thousand are looked at. `level`
/// is what TLCGet("level") gives in all of them. Throws EvaluationError.
[[nodiscard]] bool is_lost(Evaluator& evaluator, const State& state, std::size_t index, std::int64_t level);

}  // namespace synod::reference
