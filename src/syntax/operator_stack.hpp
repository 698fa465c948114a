// Groups operands and operators by precedence ranges.
#pragma once

#include <vector>

#include "syntax/cursor.hpp"
#include "syntax/tree.hpp"

namespace synod::syntax {

/// One expression while it is read from left to right: operands, and operators that wait for their right
/// operand. An operator that comes is compared with the one that waits: it goes below it, above it, or
/// conflicts, exactly as in SANY (tla2sany.parser.OperatorStack). Fails at a conflict.
class OperatorStack {
 public:
  explicit OperatorStack(Cursor& cursor) : cursor_(cursor) {}

  /// A prefix operator; an infix minus where an operand is expected is the prefix one.
  void push_prefix(const Token& token);
  void push_infix(const Token& token);
  void push_operand(ExpressionPtr operand, unsigned height);

  /// The last operand, for what extends it in place (`.field`, `[x]`, a label).
  [[nodiscard]] ExpressionPtr& operand() { return operands_.back().expression; }
  /// Counts another level above the last operand and above what is `inside` levels high beside it.
  void raise_operand(unsigned inside = 0);
  /// Whether a postfix operator may be applied to the last operand, or conflicts with what waits on its left.
  void check_postfix(const Operator& op, const Token& token);

  /// The operator that waits on the left of the last operand; null when there is none.
  [[nodiscard]] const Operator* waiting_operator() const;

  /// Puts everything together.
  [[nodiscard]] ExpressionPtr finish();

 private:
  struct Operand {
    ExpressionPtr expression;
    unsigned height = 0;
  };
  struct Waiting {
    const Operator* op = nullptr;
    const Token* token = nullptr;
  };

  void reduce();
  void reduce_prefix(const Waiting& waiting);
  void reduce_infix(const Waiting& waiting);
  [[noreturn]] void fail_conflict(const Waiting& waiting, const Operator& op, const Token& token);
  unsigned checked_height(unsigned below, const Token& token);

  Cursor& cursor_;
  std::vector<Operand> operands_;
  std::vector<Waiting> waiting_;
};

}  // namespace synod::syntax
