#include "reference/symmetry.hpp"

#include <numeric>
#include <set>
#include <utility>

#include "reference/set.hpp"

namespace synod::reference {

Symmetry::Symmetry(const model::Model& model) : model_(model) {
  Images identity(model.model_values.size());
  std::iota(identity.begin(), identity.end(), 0U);
  std::set<Images> known{identity};
  group_.push_back(identity);
  for (std::size_t i = 0; i < group_.size(); ++i) {
    for (const Images& then : model.permutations) {
      Images product;
      for (const std::uint32_t place : group_[i]) product.push_back(then[place]);
      if (known.insert(product).second) group_.push_back(std::move(product));
    }
  }
}

Value Symmetry::image(const Value& v, const Images& permutation) const {
  switch (v.kind()) {
    case ValueKind::model_value: {
      const std::uint32_t place = v.as_model_value().order;
      if (place >= permutation.size()) return v;
      return Value::model_value({model_.model_values[permutation[place]], permutation[place]});
    }
    case ValueKind::set: {
      Elements images;
      for (const Value& element : elements_of(v)) images.push_back(image(element, permutation));
      return Value::set(std::move(images));
    }
    case ValueKind::function: {
      Pairs images;
      for (const auto& [point, value] : pairs_of(v))
        images.emplace_back(image(point, permutation), image(value, permutation));
      return Value::function(std::move(images));
    }
    default:
      return v;
  }
}

State Symmetry::image(const State& state, const Images& permutation) const {
  State images;
  for (const Value& v : state) images.push_back(image(v, permutation));
  return images;
}

State Symmetry::least_image(const State& state) const {
  State least = state;
  for (const Images& permutation : group_) {
    State other = image(state, permutation);
    if (TotalOrder()(other, least)) least = std::move(other);
  }
  return least;
}

}  // namespace synod::reference
