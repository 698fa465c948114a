// Copies of core expressions: with an INSTANCE's substitution, or with renamed symbols.
//
// INSTANCE M WITH c <- e copies the resolved operators of M, each at most once per instance and only when
// somebody refers to it. An operator that uses nothing that is substituted, neither itself nor through
// others, is not copied but shared; so Naturals is one module however often it is instantiated. Every copy
// has symbols of its own, so no capture is possible. Parameters of the instance come first among a copy's
// parameters.
#pragma once

#include <unordered_map>
#include <utility>
#include <vector>

#include "semantics/entity.hpp"

namespace synod::semantics {

class Context;

/// What to replace while one expression is copied.
struct Replacements {
  Instance* instance = nullptr;                    ///< or null
  Moment moment = Moment::plain;                   ///< of what is copied
  std::vector<const Symbol*> instance_parameters;  ///< what stands for instance->parameters in this copy
  std::unordered_map<const Symbol*, const Symbol*> symbols;      ///< renamed
  std::unordered_map<const Symbol*, const Expr*> arguments;      ///< replaced by an expression
  std::unordered_map<const Operator*, Operator*> let_operators;  ///< of LETs inside the expression
  unsigned depth = 0;
};

class Copier {
 public:
  explicit Copier(Context& context) : context_(context) {}

  /// Whether the operator uses a constant or variable that the instance substitutes.
  [[nodiscard]] bool depends(Instance& instance, const Operator& op);

  /// The instance's copy of an operator that depends on it. Its body is copied by drain().
  [[nodiscard]] Operator* copy_of(Instance& instance, const Operator& op, Moment moment = Moment::plain);

  /// The operator as it is seen through the instance: its copy, or itself when it does not depend. Completes
  /// pending copies first when `op` is one of them.
  [[nodiscard]] const Operator& seen_through(Instance& instance, const Operator& op);

  /// Copies the bodies of all operators asked for, and of those they refer to.
  void drain();

  /// A copy of an expression. Free symbols that are not mentioned in `replacements` stay.
  [[nodiscard]] const Expr* copy(const Expr& expr, Replacements& replacements);

  /// A new symbol of the same name and arity, which stands for `symbol` in what is copied from now on.
  const Symbol* rename(const Symbol& symbol, Replacements& replacements);

 private:
  struct Pending {
    Instance* instance;
    const Operator* original;
    Operator* copy;
    Moment moment;
  };

  void copy_body(const Pending& pending);
  const Expr* copy_node(const Expr& expr, Replacements& replacements);
  void copy_parts(const Expr& expr, Expr& result, Replacements& replacements);
  void copy_bounds(const Expr& expr, Expr& result, Replacements& replacements);
  const Expr* copy_declared(const Expr& expr, const void* declared, Replacements& replacements);
  const Expr* copy_symbol(const Expr& expr, Replacements& replacements);
  const Expr* copy_apply(const Expr& expr, Replacements& replacements);
  void copy_let(const Expr& expr, Expr& result, Replacements& replacements);

  // copier_enabled.cpp
  [[nodiscard]] bool hides_variables(Instance& instance);
  [[nodiscard]] Variable* hidden(Instance& instance, const Variable& variable);
  const Expr* copy_at(const Expr& expr, Replacements& replacements, Moment moment);
  const Expr* copy_enabled(const Expr& expr, Replacements& replacements);
  const Expr* copy_fairness(const Expr& expr, Replacements& replacements);
  const Expr* copy_under_enabled(const Expr& expr, Replacements& replacements);
  const Expr* unchanged_under_enabled(const Expr& subscript, Replacements& replacements);
  Expr* made(Kind kind, Span span, std::vector<const Expr*> operands);

  Context& context_;
  std::vector<Pending> pending_;
  std::size_t copied_ = 0;  ///< bodies so far
};

/// The operators that an expression applies or defines in a LET, each once, in the order of the text.
[[nodiscard]] std::vector<const Operator*> operators_in(const Expr& expr);

}  // namespace synod::semantics
