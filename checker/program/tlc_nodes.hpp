// Operators of TLCExt that do not evaluate all their arguments.
#pragma once

#include "program/context.hpp"

namespace synod::program {

/// AssertError(message, e): whether the evaluation of e fails. Of a failed Assert the text has to be
/// `message`, as Synod or as TLC has it; the texts of other errors are not compared, since they are not
/// TLC's. What fails for a limit of ours fails here too.
class AssertErrorNode final : public PredicateNode {
 public:
  AssertErrorNode(NodePtr message, NodePtr expression) : message_(message), expression_(expression) {}
  bool test(Frame& f) const override;
  std::string show() const override { return "fails(" + expression_->show() + ", " + message_->show() + ")"; }

 private:
  [[nodiscard]] bool is_expected(Frame& f, const EvaluationError& error) const;

  NodePtr message_, expression_;
};

/// TLCDefer(e) where every successor is taken: evaluates e, and is TRUE.
class DeferNode final : public PredicateNode {
 public:
  explicit DeferNode(NodePtr deferred) : deferred_(deferred) {}
  bool test(Frame& f) const override {
    static_cast<void>(deferred_->eval(f));
    return true;
  }
  std::string show() const override { return "defer(" + deferred_->show() + ")"; }

 private:
  NodePtr deferred_;
};

/// PickSuccessor(e): TRUE where e is, and where there is no complete step. Elsewhere TLC asks a person.
class PickSuccessorNode final : public PredicateNode {
 public:
  explicit PickSuccessorNode(NodePtr unasked) : unasked_(unasked) {}
  bool test(Frame& f) const override;
  std::string show() const override { return "pick(" + unasked_->show() + ")"; }

 private:
  NodePtr unasked_;
};

}  // namespace synod::program
