// SYMMETRY, by the book: every state that a permutation makes of a state, and the least of them.
#pragma once

#include <cstdint>
#include <vector>

#include "model/model.hpp"
#include "reference/value.hpp"

namespace synod::reference {

class Symmetry {
 public:
  /// All compositions of the model's permutations.
  explicit Symmetry(const model::Model& model);

  /// Where each model value goes, by its order.
  using Images = std::vector<std::uint32_t>;
  /// At least the identity.
  [[nodiscard]] const std::vector<Images>& group() const { return group_; }

  /// A normalised value with its model values replaced.
  [[nodiscard]] Value image(const Value& v, const Images& permutation) const;
  [[nodiscard]] State image(const State& state, const Images& permutation) const;
  /// The least image of a normalised state under the group.
  [[nodiscard]] State least_image(const State& state) const;

 private:
  const model::Model& model_;
  std::vector<Images> group_;
};

}  // namespace synod::reference
