// Recursive operators as actions: what cannot be inlined is called, with the conjuncts that follow as its
// continuation.
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

}  // namespace synod::program
