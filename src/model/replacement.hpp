// What a configuration puts in the place of constants and definitions, as core nodes. Internal to src/model.
#pragma once

#include <vector>

#include "model/config.hpp"
#include "semantics/core.hpp"

namespace synod::model {

/// The body of an operator with these parameters whose values `lines` give: one value, or CASE over their
/// arguments.
[[nodiscard]] const semantics::Expr* make_body(semantics::Spec& spec,
                                               const std::vector<const Assignment*>& lines,
                                               const std::vector<const semantics::Symbol*>& parameters);

/// `count` new parameters.
[[nodiscard]] std::vector<const semantics::Symbol*> make_parameters(semantics::Spec& spec, std::size_t count,
                                                                    Span span);

/// `target` called with the last parameters of `op`, as many as it has. (The first ones of an operator of a
/// parameterised instance are the instance's.)
[[nodiscard]] const semantics::Expr* make_forwarding_call(semantics::Spec& spec,
                                                          const semantics::Operator& op,
                                                          const semantics::Operator& target, Span span);

/// Whether an operator may call itself, through others or through the values of constants.
[[nodiscard]] bool reaches_itself(const semantics::Operator& op);

}  // namespace synod::model
