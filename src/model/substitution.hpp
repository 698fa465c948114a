// Core expressions with symbols replaced, and levels that follow what was replaced.
#pragma once

#include <map>
#include <vector>

#include "semantics/core.hpp"

namespace synod::model {

/// Replaces symbols in expressions of one Spec, which receives the new nodes; what mentions none of them
/// stays shared. A parameter with arguments is replaced by a Lambda and applied. Symbols are unique, so
/// nothing can be captured.
class Substitution {
 public:
  /// `parameters[i]` becomes `arguments[i]`.
  Substitution(semantics::Spec& spec, const std::vector<const semantics::Symbol*>& parameters,
               const std::vector<const semantics::Expr*>& arguments);

  [[nodiscard]] const semantics::Expr* operator()(const semantics::Expr* expr);

 private:
  [[nodiscard]] bool mentions(const semantics::Expr& expr) const;
  [[nodiscard]] bool mentions(const semantics::Operator& op) const;
  const semantics::Expr* replace_symbol(const semantics::Expr& expr);
  const semantics::Expr* copy(const semantics::Expr& expr);
  const semantics::Operator* copy(const semantics::Operator& op);
  void replace_all(std::vector<const semantics::Expr*>& exprs);

  semantics::Spec& spec_;
  std::map<const semantics::Symbol*, const semantics::Expr*> values_;
  std::map<const semantics::Operator*, const semantics::Operator*> copied_;
};

/// The body of `op` with its parameters replaced by the operands of `call`, an apply node.
[[nodiscard]] const semantics::Expr* instantiate(semantics::Spec& spec, const semantics::Expr& call);

/// At least the level that the node has by its parts (an operator's by its own level and its operands').
[[nodiscard]] semantics::Level level_by_parts(const semantics::Expr& expr);

/// Raises the levels of all nodes and operators to what their parts have, after definitions were replaced.
void raise_levels(semantics::Spec& spec);

}  // namespace synod::model
