#include "reduce/image.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace synod::reduce {

using values::Kind;
using values::Value;

namespace {

Value image_of_function(values::Arena& arena, const Group& group, std::uint32_t element, Value f) {
  std::vector<std::pair<Value, Value>> points;
  for (std::size_t i = 0; i < values::size(f); ++i) {
    points.emplace_back(image(arena, group, element, values::domain_point(f, i)),
                        image(arena, group, element, values::range_of(f)[i]));
  }
  std::sort(points.begin(), points.end(),
            [](const auto& a, const auto& b) { return values::compare(a.first, b.first) < 0; });
  std::vector<Value> domain;
  std::vector<Value> range;
  for (const auto& [point, value] : points) {
    domain.push_back(point);
    range.push_back(value);
  }
  return values::make_function(arena, values::make_sorted_set(arena, domain), range);
}

}  // namespace

Value image(values::Arena& arena, const Group& group, std::uint32_t element, Value v) {
  if (v.is_model_value()) {
    const auto point = group.point(v.as_atom());
    return point ? Value::model_value(group.atom(group.image(element, *point))) : v;
  }
  if (!v.is_object() || v.kind() == Kind::integer) return v;
  if (v.kind() == Kind::function) return image_of_function(arena, group, element, v);
  std::vector<Value> images;
  for (const Value item : v.as_object()->all()) images.push_back(image(arena, group, element, item));
  return v.kind() == Kind::set ? values::make_set(arena, images) : values::make_tuple(arena, images);
}

}  // namespace synod::reduce
