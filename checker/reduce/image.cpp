#include "reduce/image.hpp"

#include <vector>

namespace synod::reduce {

using values::Kind;
using values::Value;

Value image(values::Arena& arena, const Group& group, std::uint32_t element, Value v) {
  if (v.is_model_value()) {
    const auto point = group.point(v.as_atom());
    return point ? Value::model_value(group.atom(group.image(element, *point))) : v;
  }
  if (!v.is_object() || v.kind() == Kind::integer) return v;
  if (v.kind() == Kind::function)
    return image_of_function(arena, v, [&](Value part) { return image(arena, group, element, part); });
  std::vector<Value> images;
  for (const Value item : v.as_object()->all()) images.push_back(image(arena, group, element, item));
  return v.kind() == Kind::set ? values::make_set(arena, images) : values::make_tuple(arena, images);
}

}  // namespace synod::reduce
