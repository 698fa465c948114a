// Native operators that take an operator: folds, searches and counts. Its body runs with its parameters in
// slots of the frame around it.
#pragma once

#include <algorithm>
#include <span>

#include "program/context.hpp"

namespace synod::program {

/// An operator passed to a native one: its parameters are in slots from `first_slot` on.
struct InlineOperator {
  unsigned first_slot = 0;
  NodePtr body = nullptr;
};

/// Empties the slots of an operator when it is not in use any more: what they hold may be temporaries, which
/// a closure that is made later must not keep.
class OperatorInUse {
 public:
  OperatorInUse(const InlineOperator& op, unsigned parameters, Frame& f)
      : slots_(f.slots + op.first_slot, parameters) {}
  ~OperatorInUse() { std::ranges::fill(slots_, Value()); }
  OperatorInUse(const OperatorInUse&) = delete;
  OperatorInUse& operator=(const OperatorInUse&) = delete;

 private:
  std::span<Value> slots_;
};

/// What a fold goes through.
enum class Folded : std::uint8_t {
  set,                 ///< the elements of a set
  function,            ///< the values of a function
  points,              ///< the values of a function at the elements of a set
  sequence,            ///< the elements of a sequence
  sequence_from_end,   ///< the same, the last one first
  positions,           ///< 1, 2, ..., n for a sequence of length n
  positions_from_end,  ///< n, ..., 2, 1
  bag,                 ///< each element as often as it occurs
};

/// Applies an operator to one item after the other and to what it gave before, `base` at first.
class FoldNode final : public Node {
 public:
  struct Plan {
    Folded folded{};
    InlineOperator op;
    bool accumulator_first = false;  ///< whether the operator's first parameter is what came before
    NodePtr base = nullptr;
    NodePtr over = nullptr;    ///< the set, function, sequence or bag
    NodePtr points = nullptr;  ///< of Folded::points: the set
  };
  explicit FoldNode(Plan plan) : plan_(plan) {}
  Value eval(Frame& f) const override;
  std::string show() const override;

 private:
  class Run;
  void over_set(Run& run) const;
  void over_points(Run& run) const;
  void over_function(Run& run) const;
  void over_sequence(Run& run) const;
  void over_bag(Run& run) const;

  Plan plan_;
};

/// The index of the first or last element of a sequence, between two indices or anywhere, that satisfies a
/// test; 0 when there is none.
class SelectIndexNode final : public Node {
 public:
  struct Plan {
    NodePtr sequence = nullptr;
    NodePtr from = nullptr;  ///< null: everywhere
    NodePtr to = nullptr;
    InlineOperator test;
    bool last = false;
  };
  explicit SelectIndexNode(Plan plan) : plan_(plan) { shape = Shape::integer; }
  Value eval(Frame& f) const override;
  std::string show() const override;

 private:
  [[nodiscard]] std::int64_t index(Frame& f, const Node& node) const;
  Plan plan_;
};

/// The number of elements of a set that satisfy a test.
class CountNode final : public Node {
 public:
  CountNode(NodePtr set, InlineOperator test) : set_(set), test_(test) { shape = Shape::integer; }
  Value eval(Frame& f) const override;
  std::string show() const override { return "count(" + set_->show() + ", " + test_.body->show() + ")"; }

 private:
  NodePtr set_;
  InlineOperator test_;
};

/// A sequence without its first element that satisfies a test.
class RemoveFirstMatchNode final : public Node {
 public:
  RemoveFirstMatchNode(NodePtr sequence, InlineOperator test) : sequence_(sequence), test_(test) {
    shape = Shape::function;
  }
  Value eval(Frame& f) const override;
  std::string show() const override {
    return "remove_first_match(" + sequence_->show() + ", " + test_.body->show() + ")";
  }

 private:
  NodePtr sequence_;
  InlineOperator test_;
};

/// The entries of a log in the order of their vector clocks: one after the other from the logs of the nodes,
/// in the order of these, each as soon as all that it knows of is there.
class CausalOrderNode final : public Node {
 public:
  CausalOrderNode(NodePtr log, InlineOperator clock, InlineOperator node, InlineOperator domain)
      : log_(log), clock_(clock), node_(node), domain_(domain) {
    shape = Shape::function;
  }
  Value eval(Frame& f) const override;
  std::string show() const override { return "causal_order(" + log_->show() + ")"; }

 private:
  struct Entry;
  [[nodiscard]] Entry entry(Frame& f, Value item) const;

  NodePtr log_;
  InlineOperator clock_;
  InlineOperator node_;
  InlineOperator domain_;
};

}  // namespace synod::program
