// Tuples, records and functions with components that have no explicit form, such as a recursive function that
// fails at a point. They fail only who needs these components, so the others can be taken out.
#pragma once

#include "program/context.hpp"

namespace synod::program {

/// Makes the values of these nodes explicit. Returns false where one has no explicit form, which leaves it
/// and those after it as they are; an infinite set is an error (infinite_part).
[[nodiscard]] bool make_explicit(Context& c, const std::vector<NodePtr>& nodes, Value* values);
/// The same for the value of one node.
[[nodiscard]] bool make_explicit(Context& c, const Node& node, Value& value);

/// <<items[0], items[1], ...>>, as a lazy function. `items` must live as long as `arena` does.
[[nodiscard]] Value lazy_tuple(values::Arena& arena, std::span<const Value> items);
/// The record with these field names, an explicit set, and the values of the fields in that order.
[[nodiscard]] Value lazy_record(values::Arena& arena, Value names, std::span<const Value> items);

/// The function with this value at a point of its domain; the point is explicit.
[[nodiscard]] Value with_lazy_value(values::Arena& arena, Value function, Value point, Value value);

}  // namespace synod::program
