// What a configuration puts in the place of constants and definitions, as core nodes. Internal to src/model.
#pragma once

#include <functional>
#include <string>
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

/// One step on the way from an operator to what it depends on.
struct Use {
  const semantics::Operator* user = nullptr;
  const semantics::Expr* where = nullptr;  ///< in the body of `user`: a call, a constant or a variable
};

/// How an operator depends on a node, through the operators it calls and the values of constants: the uses
/// that lead to the first such node, which is the last one's `where`. Empty when it does not depend on any.
[[nodiscard]] std::vector<Use> find_uses(const semantics::Operator& op,
                                         const std::function<bool(const semantics::Expr&)>& wanted);

/// How an operator may come to call itself; empty when it does not.
[[nodiscard]] std::vector<Use> find_recursion(const semantics::Operator& op);

/// "A uses B, B uses C".
[[nodiscard]] std::string describe(const std::vector<Use>& uses);

}  // namespace synod::model
