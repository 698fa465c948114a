// The group that a model's SYMMETRY generates.
#pragma once

#include <cstddef>
#include <memory>

#include "model/model.hpp"
#include "reduce/group.hpp"

namespace synod::explore {

/// Groups of more elements are refused: 8! is the largest symmetric group below.
inline constexpr std::size_t largest_group = 100'000;

/// Of Model::permutations. Null when it is the identity alone, or too large. The atoms of the model values
/// must be known.
[[nodiscard]] std::shared_ptr<const reduce::Group> symmetry_of(const model::Model& model);

}  // namespace synod::explore
