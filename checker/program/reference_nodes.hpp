// Nodes that stand for names: constants, state variables, bound variables, cached lazies, calls.
#pragma once

#include <atomic>

#include "program/context.hpp"

namespace synod::program {

/// A literal, or any constant known when the model is compiled.
class LiteralNode final : public Node {
 public:
  explicit LiteralNode(Value v) : value_(v) {}
  Value eval(Frame&) const override { return value_; }
  bool test(Frame& f) const override { return value_.is_boolean() ? value_.as_boolean() : Node::test(f); }
  std::string show() const override { return values::to_string(value_); }
  [[nodiscard]] Value value() const { return value_; }

 private:
  Value value_;
};

/// An expression that depends on nothing: evaluated on first use, by whichever worker gets there; failures
/// are not kept but happen again at each use. The value is interned, or copied to permanent memory when it is
/// symbolic.
class ConstantNode final : public Node {
 public:
  ConstantNode(NodePtr inner, const Unit& unit) : inner_(inner), unit_(unit) {}
  Value eval(Frame& f) const override {
    const std::uint64_t bits = value_.load(std::memory_order_acquire);  // pairs with the release in `first`
    return bits != 0 ? whole(*f.context, Value::from_bits(bits)) : first(f, &Node::eval);
  }
  Value applied(Frame& f) const override {
    const std::uint64_t bits = value_.load(std::memory_order_acquire);  // pairs with the release in `first`
    return bits != 0 ? Value::from_bits(bits) : first(f, &Node::applied);
  }
  Value enumerable(Frame& f) const override;
  bool listed(Frame& f) const override;
  /// Its value, where that is short and a context is active that can evaluate it.
  std::string show() const override;

 private:
  Value first(Frame& f, Value (Node::*evaluate)(Frame&) const) const;
  NodePtr inner_;
  const Unit& unit_;
  mutable std::atomic<std::uint64_t> value_{0};
  mutable std::atomic<std::uint64_t> enumerable_{0};
};

class CurrentVariableNode final : public Node {
 public:
  CurrentVariableNode(std::uint32_t index, std::string name) : index_(index), name_(std::move(name)) {}
  Value eval(Frame& f) const override {
    const Value v = f.current[index_];
    if (v.is_none()) undefined();
    return v;
  }
  std::string show() const override { return name_; }

 private:
  [[noreturn]] void undefined() const;
  std::uint32_t index_;
  std::string name_;
};

class NextVariableNode final : public Node {
 public:
  NextVariableNode(std::uint32_t index, std::string name) : index_(index), name_(std::move(name)) {}
  Value eval(Frame& f) const override {
    if (f.next == nullptr) undefined();
    const Value v = f.next[index_];
    if (v.is_none()) undefined();
    return v;
  }
  std::string show() const override { return name_ + "'"; }

 private:
  [[noreturn]] void undefined() const;
  std::uint32_t index_;
  std::string name_;
};

inline Frame& outer_frame(Frame& f, unsigned hops) {
  Frame* g = &f;
  for (; hops > 0; --hops) g = g->lexical;
  return *g;
}

/// A bound variable.
class SlotNode final : public Node {
 public:
  SlotNode(unsigned slot, unsigned hops, std::string name)
      : slot_(slot), hops_(hops), name_(std::move(name)) {}
  Value eval(Frame& f) const override {
    return hops_ == 0 ? f.slots[slot_] : outer_frame(f, hops_).slots[slot_];
  }
  std::string show() const override { return name_; }

 private:
  unsigned slot_, hops_;
  std::string name_;
};

/// An argument or LET definition, evaluated at its first use since its scope was entered.
class LazyNode final : public Node {
 public:
  LazyNode(unsigned slot, unsigned hops, NodePtr definition)
      : slot_(slot), hops_(hops), definition_(definition) {}
  Value eval(Frame& f) const override {
    Frame& g = hops_ == 0 ? f : outer_frame(f, hops_);
    if (g.slots[slot_].is_none()) fill(g, definition_->eval(g));
    return whole(*g.context, g.slots[slot_]);
  }
  Value applied(Frame& f) const override {
    Frame& g = outer_frame(f, hops_);
    if (g.slots[slot_].is_none()) fill(g, definition_->applied(g));
    return g.slots[slot_];
  }
  bool listed(Frame& f) const override { return definition_->listed(outer_frame(f, hops_)); }
  std::string show() const override { return "lazy " + definition_->show(); }

 private:
  void fill(Frame& g, Value v) const;
  unsigned slot_, hops_;
  NodePtr definition_;
};

/// The current state, as what a definition reads.
struct CurrentInSight {
  /// Different for every state that is looked at.
  [[nodiscard]] std::uint64_t number(const Frame& f) const { return f.context->state_in_sight; }
  void filled(Context& c) const { ++c.lazy_fills; }
};

/// The same of the next state, of which a definition reads some variables. They were assigned one inside the
/// other, so where the last assignment is the same, all are.
struct AssignedInSight {
  std::vector<std::uint32_t> variables;
  /// 0: a variable has no value yet, or nothing is kept for this state.
  [[nodiscard]] std::uint64_t number(const Frame& f) const {
    const NextState& next = f.context->next_in_sight;
    if (f.next == nullptr || next.state != f.next) return 0;
    return next.assignments == nullptr ? next.number : last(next).number;
  }
  void filled(Context& c) const;

 private:
  /// The latest assignment; the one without a number if there is such.
  [[nodiscard]] Assignment& last(const NextState& next) const;
};

/// A parameterless definition that reads one of the two states and nothing else: evaluated at most once in
/// each. All its uses have the same number.
template <class Sight>
class DefinitionNode final : public Node {
 public:
  DefinitionNode(std::uint32_t number, NodePtr definition, const Unit& unit, Sight sight)
      : number_(number), definition_(definition), unit_(unit), sight_(std::move(sight)) {}
  Value eval(Frame& f) const override {
    const Context& c = *f.context;
    const std::uint64_t state = sight_.number(f);
    if (state != 0 && number_ < c.of_state.size() && c.of_state[number_].state == state)
      return whole(*f.context, c.of_state[number_].value);
    return first(f, &Node::eval);
  }
  Value applied(Frame& f) const override;
  bool listed(Frame& f) const override;
  bool test(Frame& f) const override;
  [[nodiscard]] const Node& unkept() const override { return definition_->unkept(); }
  std::string show() const override { return definition_->show(); }

 private:
  template <class Run>
  auto run(Frame& f, Run&& body) const;
  Value first(Frame& f, Value (Node::*evaluate)(Frame&) const) const;
  std::uint32_t number_;
  NodePtr definition_;
  const Unit& unit_;
  Sight sight_;
};

using StateDefinitionNode = DefinitionNode<CurrentInSight>;
using NextDefinitionNode = DefinitionNode<AssignedInSight>;

/// A conjunct of an invariant or constraint. It holds where the variables that it reads are what they were in
/// a state in which it held. Conjuncts with the same number are the same expression: one of them is evaluated
/// in each state.
class ConjunctNode final : public PredicateNode {
 public:
  ConjunctNode(std::uint32_t number, NodePtr inner, std::vector<std::uint32_t> variables)
      : number_(number), inner_(inner), variables_(std::move(variables)) {}
  bool test(Frame& f) const override;
  std::string show() const override { return inner_->show(); }

 private:
  [[nodiscard]] bool same_variables(const Value* a, const Value* b) const;
  std::uint32_t number_;
  NodePtr inner_;
  std::vector<std::uint32_t> variables_;
};

/// Base of nodes that keep the values of another one in a table of the worker, by those of its variables.
class KeepingNode : public Node {
 public:
  /// Where to find a variable.
  struct Variable {
    unsigned slot = 0;
    unsigned hops = 0;
  };
  KeepingNode(std::uint32_t number, NodePtr inner, std::vector<Variable> variables)
      : number_(number), inner_(inner), variables_(std::move(variables)) {
    shape = inner->shape;
  }
  bool test(Frame& f) const final { return shape == Shape::boolean ? eval(f).as_boolean() : inner_->test(f); }
  Value applied(Frame& f) const final;
  bool listed(Frame& f) const final { return inner_->listed(f); }
  [[nodiscard]] const Node& unkept() const final { return inner_->unkept(); }
  std::string show() const final { return inner_->show(); }

 protected:
  /// Its table among those of the worker.
  template <class Table>
  Table& table(std::vector<Table>& all) const {
    if (number_ >= all.size()) all.resize(number_ + 1);
    return all[number_];
  }
  /// False when the table cannot tell: a variable without a value yet, or with a temporary one.
  bool read_key(Frame& f, ValueTable::Key& key) const;
  [[nodiscard]] const Node& inner() const { return *inner_; }

 private:
  std::uint32_t number_;
  NodePtr inner_;
  std::vector<Variable> variables_;
};

/// An expression of bound variables and constants.
class TabulatedNode final : public KeepingNode {
 public:
  using KeepingNode::KeepingNode;
  Value eval(Frame& f) const override;

 private:
  Value compute(Frame& f, const ValueTable::Key& key) const;
};

/// An expression of the current state, bound variables and constants.
class StateTabulatedNode final : public KeepingNode {
 public:
  using KeepingNode::KeepingNode;
  Value eval(Frame& f) const override;
};

/// Evaluates a definition in the frame it was written in, every time.
class OuterNode final : public Node {
 public:
  OuterNode(unsigned hops, NodePtr definition) : hops_(hops), definition_(definition) {}
  Value eval(Frame& f) const override { return definition_->eval(outer_frame(f, hops_)); }
  Value applied(Frame& f) const override { return definition_->applied(outer_frame(f, hops_)); }
  bool listed(Frame& f) const override { return definition_->listed(outer_frame(f, hops_)); }
  bool test(Frame& f) const override { return definition_->test(outer_frame(f, hops_)); }
  std::string show() const override { return definition_->show(); }

 private:
  unsigned hops_;
  NodePtr definition_;
};

/// Enters a scope: forgets what its lazies held.
class ScopeNode final : public Node {
 public:
  ScopeNode(unsigned first, unsigned count, NodePtr body) : first_(first), count_(count), body_(body) {
    shape = body->shape;
  }
  Value eval(Frame& f) const override {
    clear(f);
    const Value v = body_->eval(f);
    forget(f);
    return v;
  }
  Value applied(Frame& f) const override {
    clear(f);
    const Value v = body_->applied(f);
    forget(f);
    return v;
  }
  bool listed(Frame& f) const override {
    clear(f);
    const bool known = body_->listed(f);
    forget(f);
    return known;
  }
  bool test(Frame& f) const override {
    clear(f);
    const bool holds = body_->test(f);
    forget(f);
    return holds;
  }
  std::string show() const override { return body_->show(); }

 private:
  void clear(Frame& f) const {
    for (unsigned i = 0; i < count_; ++i) f.slots[first_ + i] = Value();
  }
  /// Nobody reads them any more: what they hold keeps no temporaries alive.
  void forget(Frame& f) const {
    for (unsigned i = 0; i < count_; ++i) f.context->lazy_fills -= is_temporary(f.slots[first_ + i]) ? 1 : 0;
  }
  unsigned first_, count_;
  NodePtr body_;
};

/// A parameter of a called operator: its argument, evaluated in the caller's frame at first use.
class ParameterNode final : public Node {
 public:
  ParameterNode(unsigned slot, unsigned hops, std::string name)
      : slot_(slot), hops_(hops), name_(std::move(name)) {}
  Value eval(Frame& f) const override { return whole(*f.context, argument(f, &Node::eval)); }
  Value applied(Frame& f) const override { return argument(f, &Node::applied); }
  bool listed(Frame& f) const override;
  std::string show() const override { return name_; }

 private:
  Value argument(Frame& f, Value (Node::*evaluate)(Frame&) const) const;
  unsigned slot_, hops_;
  std::string name_;
};

/// What a call hands over: per parameter the argument's node for unprimed and primed reading (null when there
/// is none), and operators for operator parameters.
struct CallArguments {
  std::vector<NodePtr> nodes;
  struct OperatorSource {
    const CalledCode* code = nullptr;  ///< a LAMBDA written here, in the frame `hops` up
    unsigned hops = 0;
    int forwarded = -1;  ///< or the caller's own operator parameter of this index, `hops` up
  };
  std::vector<OperatorSource> operators;
};

/// Calls an operator that is not inlined.
class CallNode final : public Node {
 public:
  /// `lexical_hops`: the frame in which the operator was defined; -1 for module-level operators.
  CallNode(const CalledCode& code, int lexical_hops, CallArguments arguments)
      : code_(code), lexical_hops_(lexical_hops), arguments_(std::move(arguments)) {}
  Value eval(Frame& f) const override;
  Value applied(Frame& f) const override;
  bool listed(Frame& f) const override;
  bool test(Frame& f) const override;
  std::string show() const override;

 private:
  template <class Run>
  auto run_call(Frame& f, Run&& run) const;
  const CalledCode& code_;
  int lexical_hops_;
  CallArguments arguments_;
};

/// Applies an operator parameter of a called operator.
class OperatorParameterNode final : public Node {
 public:
  OperatorParameterNode(unsigned index, unsigned hops, CallArguments arguments)
      : index_(index), hops_(hops), arguments_(std::move(arguments)) {}
  Value eval(Frame& f) const override;
  std::string show() const override { return "operator parameter"; }

 private:
  unsigned index_, hops_;
  CallArguments arguments_;
};

/// A copy of a frame and of all it can reach, for closures that outlive it.
Frame* capture(Frame& f, values::Arena& arena);

/// Fails when the machine stack is nearly used up.
void check_stack(const Node& node);
[[noreturn]] void fail_too_deep(const Node& node);

}  // namespace synod::program
