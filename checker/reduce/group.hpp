// Groups of permutations of model values: SYMMETRY, closed under composition.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "values/atom.hpp"

namespace synod::reduce {

/// A model value that some permutation moves, by its place among those.
using Point = std::uint16_t;
/// Where each point goes.
using Permutation = std::vector<Point>;

/// Immutable. The identity is its first element.
class Group {
 public:
  /// The group that these permutations of the points generate (Dimino's algorithm: G. Butler, "Fundamental
  /// Algorithms for Permutation Groups", LNCS 559, 1991). Point i is the i-th of `atoms`, which are in the
  /// order of values. Nothing when the group has more than `most` elements.
  [[nodiscard]] static std::optional<Group> generated_by(std::vector<values::AtomId> atoms,
                                                         std::span<const Permutation> permutations,
                                                         std::size_t most);

  [[nodiscard]] std::size_t order() const { return images_.size() / degree(); }
  [[nodiscard]] std::size_t degree() const { return atoms_.size(); }  ///< number of points, at least 2
  /// A few elements that generate all others.
  [[nodiscard]] std::span<const std::uint32_t> generators() const { return generators_; }

  [[nodiscard]] Point image(std::uint32_t element, Point point) const {
    return images_[element * degree() + point];
  }
  /// The point whose image this one is.
  [[nodiscard]] Point preimage(std::uint32_t element, Point point) const {
    return preimages_[element * degree() + point];
  }
  [[nodiscard]] values::AtomId atom(Point point) const { return atoms_[point]; }
  /// Nothing when no permutation moves this atom.
  [[nodiscard]] std::optional<Point> point(values::AtomId atom) const {
    if (atom >= points_.size() || points_[atom] == no_point) return std::nullopt;
    return points_[atom];
  }

 private:
  static constexpr Point no_point = 0xFFFF;
  Group(std::vector<values::AtomId> atoms, std::vector<Point> images, std::vector<std::uint32_t> generators);

  std::vector<values::AtomId> atoms_;
  std::vector<Point> points_;              // by atom
  std::vector<Point> images_, preimages_;  // element after element
  std::vector<std::uint32_t> generators_;
};

}  // namespace synod::reduce
