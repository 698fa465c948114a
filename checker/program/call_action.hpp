// Recursive operators and function constructors as actions: what cannot be inlined is called, with the
// conjuncts that follow as its continuation.
#pragma once

#include <string>

#include "program/action.hpp"
#include "program/reference_nodes.hpp"

namespace synod::program {

/// The body of an operator that is called as an action: parameters first, as in a CalledCode.
struct CalledAction {
  ActionPtr body = nullptr;
  const Unit* unit = nullptr;
  std::string name;
};

/// Op(e1, ..., en) as a conjunct.
class CallAction final : public ActionNode {
 public:
  /// `lexical_hops`: as for CallNode.
  CallAction(const Node& place, const CalledAction& code, int lexical_hops, CallArguments arguments)
      : place_(place), code_(code), lexical_hops_(lexical_hops), arguments_(std::move(arguments)) {}
  bool run(Frame& f, const Pending* rest, Search& s) const override;
  std::string show(unsigned indent) const override;

 private:
  const Node& place_;
  const CalledAction& code_;
  int lexical_hops_;
  CallArguments arguments_;
};

/// The body of a function constructor that is run as an action at one point.
struct PointCode {
  ActionPtr body = nullptr;
  const Unit* unit = nullptr;         ///< its own unit; lexical: the one the constructor stands in
  std::vector<BoundPlan> parameters;  ///< slots of `unit`; the sets are those of the lexical frame
  int self_slot = -1;                 ///< slot of the function itself when it is recursive
  std::string name;                   ///< its name then
  bool built_first = false;           ///< TLC builds it before it applies it if its domain is explicit
};

/// f[e] as a conjunct, where f is a function constructor.
class ApplicationAction final : public ActionNode {
 public:
  /// `lexical_hops`: from the frame of the application to that of the constructor. `test`: the application as
  /// a predicate.
  ApplicationAction(const PointCode& code, unsigned lexical_hops, NodePtr function, NodePtr argument,
                    NodePtr test)
      : code_(code), lexical_hops_(lexical_hops), function_(function), argument_(argument), test_(test) {}
  bool run(Frame& f, const Pending* rest, Search& s) const override;
  std::string show(unsigned indent) const override;

 private:
  [[nodiscard]] bool is_action_at(Frame& lexical, Value point) const;

  const PointCode& code_;
  unsigned lexical_hops_;
  NodePtr function_, argument_, test_;
};

}  // namespace synod::program
