// The same value in the two representations: the engines' words and the reference evaluator's plain values.
#pragma once

#include <span>
#include <vector>

#include "program/program.hpp"
#include "reference/evaluator.hpp"
#include "reference/value.hpp"
#include "values/value.hpp"

namespace synod::trace {

/// An explicit value, or none (undefined there), as the reference evaluator has it.
[[nodiscard]] reference::Value to_reference(values::Value value);
[[nodiscard]] reference::State to_reference(std::span<const values::Value> state);

/// A step with its label, and a behaviour.
[[nodiscard]] reference::ActionLabel to_reference(const program::ActionLabel& label);
[[nodiscard]] std::vector<reference::Step> to_reference(const std::vector<program::TraceStep>& trace);

/// A normalised value of the reference evaluator, in `arena`.
[[nodiscard]] values::Value from_reference(values::Arena& arena, const reference::Value& value);

}  // namespace synod::trace
