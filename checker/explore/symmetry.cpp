#include "explore/symmetry.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace synod::explore {

std::shared_ptr<const reduce::Group> symmetry_of(const model::Model& model) {
  const std::size_t count = model.model_values.size();
  std::vector<std::size_t> moved;
  std::vector<std::size_t> place(count);
  std::vector<values::AtomId> atoms;
  for (std::size_t i = 0; i < count; ++i) {
    const bool fixed = std::all_of(model.permutations.begin(), model.permutations.end(),
                                   [&](const auto& permutation) { return permutation[i] == i; });
    if (fixed) continue;
    place[i] = moved.size();
    moved.push_back(i);
    atoms.push_back(values::atoms().model_value(model.model_values[i]));
  }
  if (moved.empty()) return nullptr;
  std::vector<reduce::Permutation> permutations;
  for (const auto& permutation : model.permutations) {
    reduce::Permutation& points = permutations.emplace_back();
    for (const std::size_t i : moved) points.push_back(static_cast<reduce::Point>(place[permutation[i]]));
  }
  auto group = reduce::Group::generated_by(std::move(atoms), permutations, largest_group);
  return group ? std::make_shared<const reduce::Group>(std::move(*group)) : nullptr;
}

}  // namespace synod::explore
