// Whose values are kept: definitions of the state for as long as it is looked at, expressions of bound
// variables in tables.
#include <algorithm>

#include "program/compiler.hpp"
#include "program/logic_nodes.hpp"
#include "program/native.hpp"
#include "program/operator_nodes.hpp"
#include "program/structure_nodes.hpp"
#include "semantics/walk.hpp"

namespace synod::program {

using semantics::Level;

Compiler::StateDefinition& Compiler::state_definition(const Operator& op, Reading reading) {
  const auto [place, added] = state_definitions_.try_emplace({&op, reading});
  StateDefinition& shared = place->second;
  if (added) {
    shared.number = code_.state_definitions++;
    shared.code = entry(*op.body, reading);
  }
  return shared;
}

bool Compiler::has_loop(const Expr& e) {
  bool found = !e.bounds.empty() || e.kind == ExprKind::lambda;
  semantics::for_each_part(e, [&](const Expr& part) { found = found || has_loop(part); });
  if (found || e.kind != ExprKind::apply || e.op->body == nullptr) return found;
  const auto [place, added] = loops_.try_emplace(e.op, true);  // true while being looked at: recursion loops
  bool& loops = place->second;                                 // stays where it is
  if (added) loops = has_loop(*e.op->body);
  return loops;
}

/// False, too, while it is being compiled: something in it leads back here.
bool Compiler::StateDefinition::can_be_kept() const {
  return code.node != nullptr && code.node->depends.free.empty() && code.node->depends.repeatable();
}

/// The use of a definition that is worth keeping for as long as a state is looked at; null when `op` is none.
NodePtr Compiler::use_state_definition(const Expr& e, const Operator& op, const Scope& s) {
  if (initial_ || !op.parameters.empty() || op.recursive || op.level != Level::state ||
      !worth_caching(*op.body))
    return nullptr;
  const StateDefinition& now = state_definition(op, Reading::current);
  if (!now.can_be_kept()) return nullptr;
  const auto use = [&](auto* node, const StateDefinition& shared) {
    node->shape = shared.code.node->shape;
    Scope inner = s;
    inner.call = inlined(op.name, e.span, s.call);
    return finish(node, *op.body, inner, shared.code.node->depends);
  };
  if (s.reading == Reading::current)
    return use(code_.make<StateDefinitionNode>(now.number, now.code.node, *now.code.unit, CurrentInSight()),
               now);
  AssignedInSight read{variables_of(now.code.node->depends)};
  if (read.variables.empty() || !has_loop(*op.body)) return nullptr;
  const StateDefinition& then = state_definition(op, Reading::next);
  if (then.code.node == nullptr) return nullptr;  // being compiled
  return use(code_.make<NextDefinitionNode>(then.number, then.code.node, *then.code.unit, std::move(read)),
             then);
}

namespace {

template <class... Kinds>
bool is_one_of(const Node& node) {
  return ((dynamic_cast<const Kinds*>(&node) != nullptr) || ...);
}

/// Whether evaluating the node takes longer than looking into a table, and gives an explicit value.
bool worth_tabulating(const Node& node) {
  return is_one_of<TupleNode, SetNode, RecordNode, SetOperationNode, ExceptNode, FilterNode, MapNode,
                   FunctionNode, ChooseNode, QuantifierNode, CallNode, NativeNode, SelectSeqNode, SortSeqNode,
                   FoldNode, SelectIndexNode, CountNode, RemoveFirstMatchNode>(node);
}

/// Whether it takes so long that asking for it is worth the while even where a state rarely needs it twice.
bool worth_keeping(const Node& node) {
  return is_one_of<FilterNode, MapNode, FunctionNode, ChooseNode, QuantifierNode, CallNode, FoldNode,
                   CountNode, CausalOrderNode>(node);
}

}  // namespace

NodePtr Compiler::tabulated(NodePtr node, const Expr& e, const Scope& s) {
  const Dependence& d = node->depends;
  if (!d.repeatable() || d.free.size() > ValueTable::most_variables || compiling_constants_ ||
      !(d.state ? worth_keeping(*node) : !d.free.empty() && worth_tabulating(*node)))
    return node;
  std::vector<KeepingNode::Variable> variables;
  for (const std::uint64_t key : d.free) {
    const Unit* unit = s.unit;
    while (unit != nullptr && unit->number != key >> 32) unit = unit->lexical;
    if (unit == nullptr) return node;
    variables.push_back({static_cast<unsigned>(key), hops(s, *unit)});
  }
  if (d.state)
    return finish(code_.make<StateTabulatedNode>(code_.state_tables++, node, std::move(variables)), e, s, d);
  return finish(code_.make<TabulatedNode>(code_.tables++, node, std::move(variables)), e, s, d);
}

/// An invariant or constraint, taken apart at its conjunctions. `e` stands in no scope but that of the
/// module.
NodePtr Compiler::conjuncts(const Expr& e, const Scope& s) {
  if (e.kind == ExprKind::conjunction) {
    std::vector<NodePtr> items;
    for (const Expr* operand : e.operands) items.push_back(conjuncts(*operand, s));
    auto d = joined(items);
    return finish(code_.make<ConjunctionNode>(std::move(items)), e, s, std::move(d));
  }
  if (e.kind == ExprKind::apply && e.op->level == Level::state && e.op->parameters.empty() && !e.op->native &&
      !e.op->recursive && e.op->body != nullptr) {
    Scope inner = s;
    inner.call = inlined(e.op->name, e.span, s.call);
    return conjuncts(*e.op->body, inner);
  }
  const NodePtr node = compile(e, s);
  if (!node->depends.state || !node->depends.repeatable()) return node;
  const auto [number, added] = conjuncts_.try_emplace(&e, code_.state_definitions);
  if (added) ++code_.state_definitions;
  auto* made = code_.make<ConjunctNode>(number->second, node, variables_of(node->depends));
  return finish(made, e, s, node->depends);
}

std::vector<std::uint32_t> Compiler::variables_of(const Dependence& d) const {
  std::vector<std::uint32_t> variables;
  for (std::uint32_t i = 0; i < code_.model().spec.variables.size(); ++i) {
    if ((d.variables >> std::min(i, most_told_apart) & 1U) != 0) variables.push_back(i);
  }
  return variables;
}

}  // namespace synod::program
