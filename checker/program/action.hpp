// Actions and initial predicates as programs that assign variables: a search over conjuncts with a list of
// pending ones, in TLC's order and with TLC's multiplicity (docs/counting.md).
#pragma once

#include "program/binder_nodes.hpp"
#include "program/context.hpp"

namespace synod::program {

class ActionNode;

/// Conjuncts still to be run, each in the frame it belongs to.
struct Pending {
  const ActionNode* node;
  Frame* frame;
  const Pending* next;
};

/// The name of a step and the nodes of its arguments, evaluated only when somebody asks.
struct ActionCall {
  std::string name;
  std::vector<NodePtr> arguments;
  std::vector<std::string> parameters;
  Span span;
  const InlinedCall* around = nullptr;  ///< the operators in whose definitions it stands, from the inside out
};

/// One search for the states that satisfy an action.
struct Search {
  Value* target = nullptr;            ///< the state under construction, none where unassigned
  Assignment* assignments = nullptr;  ///< by variable; null: nothing is kept for the target
  unsigned unassigned = 0;
  Context* context = nullptr;
  unsigned calls = 0;        ///< that have not returned
  std::uint32_t action = 0;  ///< the leaf of Next's splitting that is being run
  const ActionCall* call = nullptr;
  Frame* call_frame = nullptr;
  const Worker::Choice* choice = nullptr;  ///< the order of alternatives; null: that of the text
  /// A complete state. False stops the search.
  bool (*emit)(Search& search) = nullptr;
  void* receiver = nullptr;
};

/// What a conjunct tests before it does anything else, in order.
struct LeadingGuards {
  struct Slots {
    unsigned first, count;
  };
  std::vector<NodePtr> guards;
  std::vector<Slots> scopes;  ///< whose lazies are forgotten first
  bool complete = false;      ///< what follows is more than a test
};

class ActionNode {
 public:
  ActionNode() = default;
  ActionNode(const ActionNode&) = delete;
  ActionNode& operator=(const ActionNode&) = delete;
  virtual ~ActionNode() = default;

  /// Satisfies this conjunct in every way, and for each the rest. False: the search was stopped.
  virtual bool run(Frame& f, const Pending* rest, Search& s) const = 0;
  virtual void add_leading_guards(LeadingGuards& to) const { to.complete = true; }
  [[nodiscard]] virtual std::string show(unsigned indent) const = 0;

  mutable NodePtr plain = nullptr;  ///< set once by the compiler; the same conjunct as a predicate, for when
                                    ///< every variable has its value
};

using ActionPtr = const ActionNode*;

/// Goes on with the pending conjuncts, or emits the state when none is left. When all variables are assigned
/// the remaining conjuncts are tested as predicates and at most one state comes out (TLC's fast path).
bool proceed(const Pending* rest, Search& s);

class GuardAction final : public ActionNode {
 public:
  explicit GuardAction(NodePtr predicate) { plain = predicate; }
  bool run(Frame& f, const Pending* rest, Search& s) const override {
    return !plain->test(f) || proceed(rest, s);
  }
  void add_leading_guards(LeadingGuards& to) const override { to.guards.push_back(plain); }
  std::string show(unsigned indent) const override;
};

class ConjunctionAction final : public ActionNode {
 public:
  explicit ConjunctionAction(std::vector<ActionPtr> items) : items_(std::move(items)) {}
  bool run(Frame& f, const Pending* rest, Search& s) const override;
  void add_leading_guards(LeadingGuards& to) const override {
    for (std::size_t i = 0; i < items_.size() && !to.complete; ++i) items_[i]->add_leading_guards(to);
  }
  std::string show(unsigned indent) const override;

 private:
  std::vector<ActionPtr> items_;
};

class DisjunctionAction final : public ActionNode {
 public:
  explicit DisjunctionAction(std::vector<ActionPtr> items) : items_(std::move(items)) {}
  bool run(Frame& f, const Pending* rest, Search& s) const override;
  std::string show(unsigned indent) const override;

 private:
  std::vector<ActionPtr> items_;
};

/// A choice. Guards at the beginning of its body that do not depend on what is chosen are tested in its first
/// round, where their turn is anyway: when one of them is FALSE, it is in all the other rounds.
class ExistsAction final : public ActionNode {
 public:
  ExistsAction(const Node& place, std::vector<BoundPlan> bounds, ActionPtr body, LeadingGuards independent)
      : place_(place), bounds_(std::move(bounds)), body_(body), independent_(std::move(independent)) {}
  bool run(Frame& f, const Pending* rest, Search& s) const override;
  std::string show(unsigned indent) const override;

 private:
  [[nodiscard]] bool guards_hold(Frame& f) const;
  bool run_in_random_order(Frame& f, const Pending* rest, Search& s) const;

  const Node& place_;
  std::vector<BoundPlan> bounds_;
  ActionPtr body_;
  LeadingGuards independent_;
};

/// \A x \in S : A — every instance is a conjunct. The instances share their slots, so each restores them when
/// the rest comes back for more.
class ForallAction final : public ActionNode {
 public:
  ForallAction(const Node& place, std::vector<BoundPlan> bounds, ActionPtr body, unsigned first_slot,
               unsigned slots)
      : place_(place), bounds_(std::move(bounds)), body_(body), first_slot_(first_slot), slots_(slots) {}
  bool run(Frame& f, const Pending* rest, Search& s) const override;
  std::string show(unsigned indent) const override;
  [[nodiscard]] const std::vector<BoundPlan>& bounds() const { return bounds_; }
  [[nodiscard]] const Node& place() const { return place_; }
  [[nodiscard]] ActionPtr body() const { return body_; }
  [[nodiscard]] unsigned first_slot() const { return first_slot_; }
  [[nodiscard]] unsigned slots() const { return slots_; }

 private:
  const Node& place_;
  std::vector<BoundPlan> bounds_;
  ActionPtr body_;
  unsigned first_slot_, slots_;
};

class ConditionalAction final : public ActionNode {
 public:
  ConditionalAction(NodePtr condition, ActionPtr yes, ActionPtr no)
      : condition_(condition), yes_(yes), no_(no) {}
  bool run(Frame& f, const Pending* rest, Search& s) const override {
    return condition_->test(f) ? yes_->run(f, rest, s) : no_->run(f, rest, s);
  }
  std::string show(unsigned indent) const override;

 private:
  NodePtr condition_;
  ActionPtr yes_, no_;
};

class CaseAction final : public ActionNode {
 public:
  struct Arm {
    NodePtr guard;
    ActionPtr value;
  };
  CaseAction(const Node& place, std::vector<Arm> arms, ActionPtr other)
      : place_(place), arms_(std::move(arms)), other_(other) {}
  bool run(Frame& f, const Pending* rest, Search& s) const override;
  std::string show(unsigned indent) const override;

 private:
  const Node& place_;
  std::vector<Arm> arms_;
  ActionPtr other_;
};

/// A => B: nothing to do when A is false.
class ImplicationAction final : public ActionNode {
 public:
  ImplicationAction(NodePtr condition, ActionPtr conclusion)
      : condition_(condition), conclusion_(conclusion) {}
  bool run(Frame& f, const Pending* rest, Search& s) const override {
    return condition_->test(f) ? conclusion_->run(f, rest, s) : proceed(rest, s);
  }
  std::string show(unsigned indent) const override;

 private:
  NodePtr condition_;
  ActionPtr conclusion_;
};

/// x' = e: assigns x, or tests it when it has a value.
class AssignAction final : public ActionNode {
 public:
  AssignAction(std::uint32_t variable, std::string name, NodePtr value)
      : variable_(variable), name_(std::move(name)), value_(value) {}
  bool run(Frame& f, const Pending* rest, Search& s) const override;
  std::string show(unsigned indent) const override;

 private:
  std::uint32_t variable_;
  std::string name_;
  NodePtr value_;
};

/// x' \in S or x' \subseteq S: one branch per element or subset, or a test.
class AssignInAction final : public ActionNode {
 public:
  AssignInAction(std::uint32_t variable, std::string name, NodePtr set, bool subsets)
      : variable_(variable), name_(std::move(name)), set_(set), subsets_(subsets) {}
  bool run(Frame& f, const Pending* rest, Search& s) const override;
  std::string show(unsigned indent) const override;

 private:
  std::uint32_t variable_;
  std::string name_;
  NodePtr set_;
  bool subsets_;
};

/// UNCHANGED x for one variable.
class KeepAction final : public ActionNode {
 public:
  KeepAction(std::uint32_t variable, std::string name) : variable_(variable), name_(std::move(name)) {}
  bool run(Frame& f, const Pending* rest, Search& s) const override;
  std::string show(unsigned indent) const override;

 private:
  std::uint32_t variable_;
  std::string name_;
};

/// Enters a scope: forgets what its lazies held.
class ScopeAction final : public ActionNode {
 public:
  ScopeAction(unsigned first, unsigned count, ActionPtr body) : first_(first), count_(count), body_(body) {}
  bool run(Frame& f, const Pending* rest, Search& s) const override {
    for (unsigned i = 0; i < count_; ++i) f.slots[first_ + i] = Value();
    return body_->run(f, rest, s);
  }
  void add_leading_guards(LeadingGuards& to) const override {
    to.scopes.push_back({first_, count_});
    body_->add_leading_guards(to);
  }
  std::string show(unsigned indent) const override { return body_->show(indent); }

 private:
  unsigned first_, count_;
  ActionPtr body_;
};

/// Runs an action in the frame it was written in (an argument that is itself an action).
class OuterAction final : public ActionNode {
 public:
  OuterAction(unsigned hops, ActionPtr body) : hops_(hops), body_(body) {}
  bool run(Frame& f, const Pending* rest, Search& s) const override;
  std::string show(unsigned indent) const override { return body_->show(indent); }

 private:
  unsigned hops_;
  ActionPtr body_;
};

/// Names the step: a leaf of Next's splitting, or an operator reached further inside (then `action` stays).
class NamedAction final : public ActionNode {
 public:
  NamedAction(const ActionCall& call, std::int64_t action, ActionPtr body)
      : call_(call), action_(action), body_(body) {}
  bool run(Frame& f, const Pending* rest, Search& s) const override;
  void add_leading_guards(LeadingGuards& to) const override { body_->add_leading_guards(to); }
  std::string show(unsigned indent) const override;

 private:
  const ActionCall& call_;
  std::int64_t action_;
  ActionPtr body_;
};

/// ENABLED A
class EnabledNode final : public PredicateNode {
 public:
  EnabledNode(ActionPtr action, std::size_t variables) : action_(action), variables_(variables) {}
  bool test(Frame& f) const override;
  std::string show() const override { return "enabled(" + action_->show(0) + ")"; }

 private:
  ActionPtr action_;
  std::size_t variables_;
};

}  // namespace synod::program
