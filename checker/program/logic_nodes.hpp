// Propositional nodes, conditionals, equality and membership.
#pragma once

#include "program/context.hpp"

namespace synod::program {

class SetNode;

class ConjunctionNode final : public PredicateNode {
 public:
  explicit ConjunctionNode(std::vector<NodePtr> items) : items_(std::move(items)) {}
  bool test(Frame& f) const override {
    for (const NodePtr item : items_) {
      if (!item->test(f)) return false;
    }
    return true;
  }
  std::string show() const override;

 private:
  std::vector<NodePtr> items_;
};

class DisjunctionNode final : public PredicateNode {
 public:
  explicit DisjunctionNode(std::vector<NodePtr> items) : items_(std::move(items)) {}
  bool test(Frame& f) const override {
    for (const NodePtr item : items_) {
      if (item->test(f)) return true;
    }
    return false;
  }
  std::string show() const override;

 private:
  std::vector<NodePtr> items_;
};

class NegationNode final : public PredicateNode {
 public:
  explicit NegationNode(NodePtr inner) : inner_(inner) {}
  bool test(Frame& f) const override { return !inner_->test(f); }
  std::string show() const override { return "not(" + inner_->show() + ")"; }

 private:
  NodePtr inner_;
};

class ImplicationNode final : public PredicateNode {
 public:
  ImplicationNode(NodePtr left, NodePtr right) : left_(left), right_(right) {}
  bool test(Frame& f) const override { return !left_->test(f) || right_->test(f); }
  std::string show() const override { return "implies(" + left_->show() + ", " + right_->show() + ")"; }

 private:
  NodePtr left_, right_;
};

class EquivalenceNode final : public PredicateNode {
 public:
  EquivalenceNode(NodePtr left, NodePtr right) : left_(left), right_(right) {}
  bool test(Frame& f) const override {
    const bool left = left_->test(f);
    return left == right_->test(f);
  }
  std::string show() const override { return "equivalent(" + left_->show() + ", " + right_->show() + ")"; }

 private:
  NodePtr left_, right_;
};

/// e1 = e2 or e1 # e2.
class EqualityNode final : public PredicateNode {
 public:
  EqualityNode(NodePtr left, NodePtr right, bool equal) : left_(left), right_(right), equal_(equal) {}
  bool test(Frame& f) const override {
    const Value a = left_->eval(f);
    const Value b = right_->eval(f);
    if (a == b) return equal_;
    if (a.is_small_integer() && b.is_small_integer()) return !equal_;
    if (a.is_string() && b.is_string()) return !equal_;
    return slow(f, a, b) == equal_;
  }
  std::string show() const override {
    return (equal_ ? "equal(" : "unequal(") + left_->show() + ", " + right_->show() + ")";
  }

 private:
  bool slow(Frame& f, Value a, Value b) const;
  NodePtr left_, right_;
  bool equal_;
};

/// e \in S or e \notin S.
class MembershipNode final : public PredicateNode {
 public:
  MembershipNode(NodePtr element, NodePtr set, bool in) : element_(element), set_(set), in_(in) {}
  bool test(Frame& f) const override;
  std::string show() const override {
    return (in_ ? "in(" : "notin(") + element_->show() + ", " + set_->show() + ")";
  }

 private:
  NodePtr element_, set_;
  bool in_;
};

/// e \in {a, b}
class ListedMembershipNode final : public PredicateNode {
 public:
  ListedMembershipNode(NodePtr element, const SetNode& set, bool in)
      : element_(element), set_(set), in_(in) {}
  bool test(Frame& f) const override;
  std::string show() const override;

 private:
  NodePtr element_;
  const SetNode& set_;
  bool in_;
};

/// e \in {x \in S : P}: never builds the set.
class FilterMembershipNode final : public PredicateNode {
 public:
  FilterMembershipNode(NodePtr element, NodePtr base, unsigned slot, NodePtr predicate, bool in)
      : element_(element), base_(base), slot_(slot), predicate_(predicate), in_(in) {}
  bool test(Frame& f) const override;
  std::string show() const override {
    return "in(" + element_->show() + ", filter(" + base_->show() + ", " + predicate_->show() + "))";
  }

 private:
  NodePtr element_, base_;
  unsigned slot_;
  NodePtr predicate_;
  bool in_;
};

class ConditionalNode final : public Node {
 public:
  ConditionalNode(NodePtr condition, NodePtr yes, NodePtr no) : condition_(condition), yes_(yes), no_(no) {
    if (yes->shape == no->shape) shape = yes->shape;
  }
  Value eval(Frame& f) const override { return chosen(f).eval(f); }
  Value applied(Frame& f) const override { return chosen(f).applied(f); }
  bool listed(Frame& f) const override { return chosen(f).listed(f); }
  bool test(Frame& f) const override { return chosen(f).test(f); }
  std::string show() const override {
    return "if(" + condition_->show() + ", " + yes_->show() + ", " + no_->show() + ")";
  }

 private:
  const Node& chosen(Frame& f) const { return condition_->test(f) ? *yes_ : *no_; }
  NodePtr condition_, yes_, no_;
};

class CaseNode final : public Node {
 public:
  struct Arm {
    NodePtr guard, value;
  };
  CaseNode(std::vector<Arm> arms, NodePtr other) : arms_(std::move(arms)), other_(other) {}
  Value eval(Frame& f) const override { return chosen(f).eval(f); }
  Value applied(Frame& f) const override { return chosen(f).applied(f); }
  bool listed(Frame& f) const override { return chosen(f).listed(f); }
  bool test(Frame& f) const override { return chosen(f).test(f); }
  std::string show() const override;

 private:
  const Node& chosen(Frame& f) const;
  std::vector<Arm> arms_;
  NodePtr other_;
};

/// Evaluates to an error; for constructs that have no value here.
class ErrorNode final : public Node {
 public:
  ErrorNode(EvaluationFault fault, std::string message) : fault_(fault), message_(std::move(message)) {}
  Value eval(Frame&) const override { fail(fault_, message_); }
  std::string show() const override { return "error(" + message_ + ")"; }

 private:
  EvaluationFault fault_;
  std::string message_;
};

/// `v' = v` for an expression v, or its negation: the test behind UNCHANGED, [A]_v and <<A>>_v.
class UnchangedNode final : public PredicateNode {
 public:
  UnchangedNode(NodePtr current, NodePtr next) : current_(current), next_(next) {}
  bool test(Frame& f) const override;
  std::string show() const override { return "unchanged(" + current_->show() + ")"; }

 private:
  NodePtr current_, next_;
};

[[nodiscard]] std::string show_list(const char* name, const std::vector<NodePtr>& items);

}  // namespace synod::program
