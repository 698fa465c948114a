// Nodes that build and take apart sets, tuples, records and functions.
#pragma once

#include "program/context.hpp"

namespace synod::program {

class TupleNode final : public Node {
 public:
  explicit TupleNode(std::vector<NodePtr> items) : items_(std::move(items)) { shape = Shape::function; }
  Value eval(Frame& f) const override;
  std::string show() const override;

 private:
  std::vector<NodePtr> items_;
};

class SetNode final : public Node {
 public:
  explicit SetNode(std::vector<NodePtr> items) : items_(std::move(items)) { shape = Shape::set; }
  Value eval(Frame& f) const override;
  bool listed(Frame&) const override { return true; }
  /// element \in this set; the set is built only when words do not decide.
  [[nodiscard]] bool contains(Frame& f, Value element, const Node& place) const;
  std::string show() const override;

 private:
  [[nodiscard]] std::span<const Value> eval_items(Frame& f) const;
  std::vector<NodePtr> items_;
};

/// [a |-> e, b |-> f]; the domain is made when the node is compiled.
class RecordNode final : public Node {
 public:
  /// `domain`: interned set of the names; `items[i]` is the value of its i-th name; `order`: source order of
  /// evaluation.
  RecordNode(Value domain, std::vector<NodePtr> items, std::vector<std::size_t> order)
      : domain_(domain), items_(std::move(items)), order_(std::move(order)) {
    shape = Shape::function;
  }
  Value eval(Frame& f) const override;
  std::string show() const override;

 private:
  Value domain_;
  std::vector<NodePtr> items_;
  std::vector<std::size_t> order_;
};

/// SUBSET S, [S -> T], S \X T, Seq(S), [a : S]: stays symbolic. `form`: field names of a record set, else
/// none.
class SymbolicSetNode final : public Node {
 public:
  SymbolicSetNode(Kind kind, Value form, std::vector<NodePtr> items)
      : kind_(kind), form_(form), items_(std::move(items)) {
    shape = Shape::set;
  }
  Value eval(Frame& f) const override;
  std::string show() const override;

 private:
  Kind kind_;
  Value form_;
  std::vector<NodePtr> items_;
};

/// UNION {S, T, ...}: the listed sets may be infinite, so the set of them is never built.
class ListedUnionNode final : public Node {
 public:
  explicit ListedUnionNode(std::vector<NodePtr> parts) : parts_(std::move(parts)) { shape = Shape::set; }
  Value eval(Frame& f) const override;
  bool listed(Frame& f) const override;
  std::string show() const override;

 private:
  std::vector<NodePtr> parts_;
};

enum class SetOperation : std::uint8_t { set_union, intersection, difference };

class SetOperationNode final : public Node {
 public:
  SetOperationNode(SetOperation operation, NodePtr left, NodePtr right)
      : operation_(operation), left_(left), right_(right) {
    shape = Shape::set;
  }
  Value eval(Frame& f) const override;
  bool listed(Frame& f) const override;
  std::string show() const override;

 private:
  Value compute(Frame& f, Value a, Value b) const;
  SetOperation operation_;
  NodePtr left_, right_;
};

/// f[x] and r.f
class ApplicationNode final : public Node {
 public:
  ApplicationNode(NodePtr function, NodePtr argument) : function_(function), argument_(argument) {}
  Value eval(Frame& f) const override;
  std::string show() const override { return function_->show() + "[" + argument_->show() + "]"; }

 private:
  NodePtr function_, argument_;
};

/// [f EXCEPT ![i][j] = e, ...]
class ExceptNode final : public Node {
 public:
  struct Update {
    std::vector<NodePtr> path;
    unsigned at_slot = 0;
    NodePtr value = nullptr;
  };
  ExceptNode(NodePtr function, std::vector<Update> updates)
      : function_(function), updates_(std::move(updates)) {
    shape = Shape::function;
  }
  Value eval(Frame& f) const override;
  std::string show() const override;

 private:
  static void evaluate_rest(Frame& f, const Update& u, std::size_t depth);
  Value replacement(Frame& f, const Update& u, Value old, std::size_t depth) const;
  Value update(Frame& f, const Update& u, Value function, std::size_t depth) const;
  Value lazy_update(Frame& f, const Update& u, Value function, std::size_t depth) const;
  NodePtr function_;
  std::vector<Update> updates_;
};

}  // namespace synod::program
