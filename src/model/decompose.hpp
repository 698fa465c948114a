// Takes a temporal formula apart at its conjunctions, as TLC does: through definitions, arguments and LETs.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "semantics/core.hpp"

namespace synod::model {

/// A conjunct, with what stood around it. A piece taken out on its own is meaningless without `wrap`.
class Piece {
 public:
  Piece(const semantics::Expr* expr, std::vector<const semantics::Expr*> enclosing, std::string instance)
      : expr_(expr), enclosing_(std::move(enclosing)), instance_(std::move(instance)) {}

  [[nodiscard]] const semantics::Expr& expr() const { return *expr_; }
  /// A part of the piece, or the piece, inside the LETs and quantifiers that enclose it.
  [[nodiscard]] const semantics::Expr* wrap(semantics::Spec& spec, const semantics::Expr* part) const;
  /// "I" when it was found in a definition I!Def; empty when in none.
  [[nodiscard]] const std::string& instance() const { return instance_; }
  /// Whether a quantifier encloses it.
  [[nodiscard]] bool quantified() const;

 private:
  const semantics::Expr* expr_;
  std::vector<const semantics::Expr*> enclosing_;  ///< let and forall nodes, outermost first
  std::string instance_;
};

/// Hands the conjuncts of `formula` to `sink` in source order. Goes through \A over constant sets when
/// `through_forall`.
void decompose(semantics::Spec& spec, const semantics::Expr& formula, bool through_forall,
               const std::function<void(const Piece&)>& sink);

/// For `[]P`: P, with the definitions in between opened as far as needed to see a `[A]_v`; null for anything
/// else.
[[nodiscard]] const semantics::Expr* operand_of_always(const semantics::Expr& expr);

}  // namespace synod::model
