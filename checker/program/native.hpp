// Native operators of the standard modules that are strict: every argument is evaluated, then a function
// computes.
#pragma once

#include <span>

#include "program/context.hpp"
#include "semantics/core.hpp"

namespace synod::program {

using NativeFunction = Value (*)(const Node& node, Frame& f, std::span<const Value> arguments);

/// That a strict native operator has.
inline constexpr std::size_t most_arguments = 5;

/// The function behind a strict native operator; null for those that the compiler gives nodes of their own.
[[nodiscard]] NativeFunction native_function(semantics::Native native);
[[nodiscard]] const char* native_label(semantics::Native native);

class NativeNode final : public Node {
 public:
  NativeNode(semantics::Native native, NativeFunction function, std::vector<NodePtr> arguments)
      : native_(native), function_(function), arguments_(std::move(arguments)) {}
  Value eval(Frame& f) const override;
  bool listed(Frame& f) const override;
  std::string show() const override;

 private:
  semantics::Native native_;
  NativeFunction function_;
  std::vector<NodePtr> arguments_;
};

/// SelectSeq(s, Test) and SortSeq(s, Op): the operator's body runs with its parameters in slots of this
/// frame.
class SelectSeqNode final : public Node {
 public:
  SelectSeqNode(NodePtr sequence, unsigned slot, NodePtr test)
      : sequence_(sequence), slot_(slot), test_(test) {
    shape = Shape::function;
  }
  Value eval(Frame& f) const override;
  std::string show() const override { return "select(" + sequence_->show() + ", " + test_->show() + ")"; }

 private:
  NodePtr sequence_;
  unsigned slot_;
  NodePtr test_;
};

class SortSeqNode final : public Node {
 public:
  SortSeqNode(NodePtr sequence, unsigned first_slot, NodePtr before)
      : sequence_(sequence), slot_(first_slot), before_(before) {
    shape = Shape::function;
  }
  Value eval(Frame& f) const override;
  std::string show() const override { return "sort(" + sequence_->show() + ", " + before_->show() + ")"; }

 private:
  NodePtr sequence_;
  unsigned slot_;
  NodePtr before_;
};

/// The items of a sequence, or an error that says what it was instead.
[[nodiscard]] Value sequence_operand(const Node& node, Frame& f, Value v,
                                     EvaluationFault otherwise = EvaluationFault::not_a_sequence);

}  // namespace synod::program
