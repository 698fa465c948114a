// What a permutation makes of a value.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "reduce/group.hpp"
#include "values/value.hpp"

namespace synod::reduce {

/// An explicit value with its model values replaced by their images under one element of a group, in `arena`.
/// Throws EvaluationError(incomparable) where the image of a set cannot be ordered.
[[nodiscard]] values::Value image(values::Arena& arena, const Group& group, std::uint32_t element,
                                  values::Value v);

/// The explicit function, in `arena`, that has image(v) for every argument and every value v of `f`.
/// Different arguments must have different images.
template <class Image>
[[nodiscard]] values::Value image_of_function(values::Arena& arena, values::Value f, const Image& image) {
  std::vector<std::pair<values::Value, values::Value>> points;
  for (std::size_t i = 0; i < values::size(f); ++i)
    points.emplace_back(image(values::domain_point(f, i)), image(values::range_of(f)[i]));
  std::sort(points.begin(), points.end(),
            [](const auto& a, const auto& b) { return values::compare(a.first, b.first) < 0; });
  std::vector<values::Value> domain;
  std::vector<values::Value> range;
  for (const auto& [argument, value] : points) {
    domain.push_back(argument);
    range.push_back(value);
  }
  return values::make_function(arena, values::make_sorted_set(arena, domain), range);
}

}  // namespace synod::reduce
