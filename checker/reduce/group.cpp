#include "reduce/group.hpp"

#include <numeric>
#include <set>
#include <utility>

namespace synod::reduce {
namespace {

/// First `a`, then `b`.
Permutation composed(const Permutation& a, const Permutation& b) {
  Permutation product(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) product[i] = b[a[i]];
  return product;
}

/// A group under construction: closed, whatever was added so far.
class Closure {
 public:
  Closure(std::size_t degree, std::size_t most) : most_(most) {
    Permutation identity(degree);
    std::iota(identity.begin(), identity.end(), Point{0});
    add(identity);
  }

  /// False when the group becomes too large.
  bool include(const Permutation& generator) {
    if (known_.contains(generator)) return true;
    generators_.push_back(static_cast<std::uint32_t>(elements_.size()));
    // The new group consists of cosets of the one before. Each is known as a whole or not at all.
    const std::size_t coset = elements_.size();
    if (!add_coset(coset, generator)) return false;
    for (std::size_t representative = coset; representative < elements_.size(); representative += coset) {
      for (const std::uint32_t by : generators_) {
        const Permutation product = composed(elements_[representative], elements_[by]);
        if (!known_.contains(product) && !add_coset(coset, product)) return false;
      }
    }
    return true;
  }

  [[nodiscard]] std::vector<Point> images() const {
    std::vector<Point> all;
    for (const Permutation& p : elements_) all.insert(all.end(), p.begin(), p.end());
    return all;
  }
  [[nodiscard]] std::vector<std::uint32_t> generators() const { return generators_; }

 private:
  void add(const Permutation& p) {
    known_.insert(p);
    elements_.push_back(p);
  }
  bool add_coset(std::size_t size, const Permutation& representative) {
    if (elements_.size() + size > most_) return false;
    for (std::size_t i = 0; i < size; ++i) add(composed(elements_[i], representative));
    return true;
  }

  std::size_t most_;
  std::vector<Permutation> elements_;
  std::set<Permutation> known_;
  std::vector<std::uint32_t> generators_;
};

}  // namespace

Group::Group(std::vector<values::AtomId> atoms, std::vector<Point> images,
             std::vector<std::uint32_t> generators)
    : atoms_(std::move(atoms)),
      images_(std::move(images)),
      preimages_(images_.size()),
      generators_(std::move(generators)) {
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    if (points_.size() <= atoms_[i]) points_.resize(atoms_[i] + std::size_t{1}, no_point);
    points_[atoms_[i]] = static_cast<Point>(i);
  }
  for (std::size_t first = 0; first < images_.size(); first += degree()) {
    for (std::size_t i = 0; i < degree(); ++i) preimages_[first + images_[first + i]] = static_cast<Point>(i);
  }
}

std::optional<Group> Group::generated_by(std::vector<values::AtomId> atoms,
                                         std::span<const Permutation> permutations, std::size_t most) {
  Closure closure(atoms.size(), most);
  for (const Permutation& p : permutations) {
    if (!closure.include(p)) return std::nullopt;
  }
  return Group(std::move(atoms), closure.images(), closure.generators());
}

}  // namespace synod::reduce
