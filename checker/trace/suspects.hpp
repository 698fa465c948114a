// Where a formula may tell symmetric model values from each other.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/model.hpp"

namespace synod::trace {

/// A part of a formula that a permutation of model values need not fix.
struct Suspect {
  Span span;
  std::string why;  ///< "CHOOSE takes the first element ..."
};

/// Finds what in the text of a model speaks against its SYMMETRY. All operators of TLA+ and its standard
/// modules treat model values alike; what does not is a moved model value by its name, CHOOSE, and operators
/// that draw at random, write a value as text or remember something. Of these, a part that is the same in all
/// states is no suspect if the permutations fix its value: `{a1, a2, a3}`, or a majority chosen once. A
/// formula without suspects is symmetric. One with suspects need not be asymmetric: the element that CHOOSE
/// takes may be the only one.
class Suspects {
 public:
  /// `model` must outlive it.
  explicit Suspects(const model::Model& model);
  ~Suspects();
  Suspects(const Suspects&) = delete;
  Suspects& operator=(const Suspects&) = delete;

  [[nodiscard]] std::vector<Suspect> of(const semantics::Expr& formula);

 private:
  class Search;
  std::unique_ptr<Search> search_;
};

}  // namespace synod::trace
