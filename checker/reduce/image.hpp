// What a permutation makes of a value.
#pragma once

#include "reduce/group.hpp"
#include "values/value.hpp"

namespace synod::reduce {

/// An explicit value with its model values replaced by their images under one element of a group, in `arena`.
/// Throws EvaluationError(incomparable) where the image of a set cannot be ordered.
[[nodiscard]] values::Value image(values::Arena& arena, const Group& group, std::uint32_t element,
                                  values::Value v);

}  // namespace synod::reduce
