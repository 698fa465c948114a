// Native operators that take operators: SelectSeq, SortSeq, folds, searches.
#include "program/compiler.hpp"
#include "program/native.hpp"

namespace synod::program {

/// Compiles the body of a LAMBDA with its parameters in slots of this unit; adds what it depends on.
InlineOperator Compiler::inline_operator(const Expr& lambda, const Scope& s, Dependence& d) {
  const auto count = static_cast<unsigned>(lambda.symbols.size());
  InlineOperator op;
  op.first_slot = allocate(*s.unit, count);
  Scope inner = s;
  for (unsigned i = 0; i < count; ++i) {
    Binding b;
    b.kind = Binding::Kind::slot;
    b.unit = s.unit;
    b.slot = op.first_slot + i;
    inner.environment = extend(inner.environment, lambda.symbols[i], b);
  }
  op.body = compile(*lambda.operands[0], inner);
  Dependence of_body = op.body->depends;
  of_body.bind(slot_key(*s.unit, op.first_slot), count);
  d |= of_body;
  return op;
}

namespace {

/// What a fold goes through, and which of its operands is what.
struct FoldForm {
  Folded folded{};
  std::size_t base = 1;
  std::size_t over = 2;
  bool accumulator_first = false;
};

std::optional<FoldForm> fold_form(Native native) {
  switch (native) {
    case Native::fold_set:
      return FoldForm{Folded::set};
    case Native::fold_function:
      return FoldForm{Folded::function};
    case Native::fold_function_on_set:
      return FoldForm{Folded::points};
    case Native::fold_left:
      return FoldForm{Folded::sequence, 1, 2, true};
    case Native::fold_right:
      return FoldForm{Folded::sequence_from_end, 2, 1, false};
    case Native::fold_left_domain:
      return FoldForm{Folded::positions, 1, 2, true};
    case Native::fold_right_domain:
      return FoldForm{Folded::positions_from_end, 2, 1, false};
    case Native::fold_bag:
      return FoldForm{Folded::bag, 1, 2, true};
    default:
      return std::nullopt;
  }
}

}  // namespace

NodePtr Compiler::compile_fold(const Expr& e, Native native, const std::vector<const Expr*>& operands,
                               const Scope& s) {
  const std::optional<FoldForm> form = fold_form(native);
  if (!form) return nullptr;
  FoldNode::Plan plan;
  plan.folded = form->folded;
  plan.accumulator_first = form->accumulator_first;
  plan.base = compile(*operands[form->base], s);
  plan.over = compile(*operands[form->over], s);
  Dependence d = joined({plan.base, plan.over});
  if (form->folded == Folded::points) {
    plan.points = compile(*operands[3], s);
    d |= plan.points->depends;
  }
  plan.op = inline_operator(*operands[0], s, d);
  return finish(code_.make<FoldNode>(plan), e, s, std::move(d));
}

/// A node of its own for an operator that takes operators; null for any other.
NodePtr Compiler::compile_operator_native(const Expr& e, Native native,
                                          const std::vector<const Expr*>& operands, const Scope& s) {
  if (const NodePtr fold = compile_fold(e, native, operands, s)) return fold;
  Dependence d;
  const auto operand = [&](std::size_t i) {
    const NodePtr node = compile(*operands[i], s);
    d |= node->depends;
    return node;
  };
  switch (native) {
    case Native::select_seq: {
      const NodePtr sequence = operand(0);
      const InlineOperator test = inline_operator(*operands[1], s, d);
      return finish(code_.make<SelectSeqNode>(sequence, test.first_slot, test.body), e, s, std::move(d));
    }
    case Native::sort_seq: {
      const NodePtr sequence = operand(0);
      const InlineOperator before = inline_operator(*operands[1], s, d);
      return finish(code_.make<SortSeqNode>(sequence, before.first_slot, before.body), e, s, std::move(d));
    }
    case Native::quantify: {
      const NodePtr set = operand(0);
      const InlineOperator test = inline_operator(*operands[1], s, d);
      return finish(code_.make<CountNode>(set, test), e, s, std::move(d));
    }
    case Native::remove_first_match: {
      const NodePtr sequence = operand(0);
      const InlineOperator test = inline_operator(*operands[1], s, d);
      return finish(code_.make<RemoveFirstMatchNode>(sequence, test), e, s, std::move(d));
    }
    case Native::select_in_seq:
    case Native::select_last_in_seq:
    case Native::select_in_subseq:
    case Native::select_last_in_subseq: {
      SelectIndexNode::Plan plan;
      plan.last = native == Native::select_last_in_seq || native == Native::select_last_in_subseq;
      plan.sequence = operand(0);
      if (operands.size() == 4) {
        plan.from = operand(1);
        plan.to = operand(2);
      }
      plan.test = inline_operator(*operands.back(), s, d);
      return finish(code_.make<SelectIndexNode>(plan), e, s, std::move(d));
    }
    case Native::causal_order: {
      const NodePtr log = operand(0);
      const InlineOperator clock = inline_operator(*operands[1], s, d);
      const InlineOperator node = inline_operator(*operands[2], s, d);
      const InlineOperator domain = inline_operator(*operands[3], s, d);
      return finish(code_.make<CausalOrderNode>(log, clock, node, domain), e, s, std::move(d));
    }
    default:
      return nullptr;
  }
}

}  // namespace synod::program
