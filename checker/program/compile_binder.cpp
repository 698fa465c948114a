// Binders: their variables become slots, their bodies may be compiled twice, once in place and once as a
// closure.
#include <algorithm>
#include <utility>

#include "base/failure.hpp"
#include "program/compiler.hpp"
#include "program/logic_nodes.hpp"
#include "program/number_nodes.hpp"
#include "program/structure_nodes.hpp"

namespace synod::program {

namespace {

/// Whether a set may come out symbolic at run time, so that a filter or function over it may have to be lazy.
bool may_be_symbolic(NodePtr kept) {
  const Node* set = &kept->unkept();
  if (dynamic_cast<const SetNode*>(set) != nullptr || dynamic_cast<const IntervalNode*>(set) != nullptr ||
      dynamic_cast<const MapNode*>(set) != nullptr ||
      dynamic_cast<const CurrentVariableNode*>(set) != nullptr ||
      dynamic_cast<const NextVariableNode*>(set) != nullptr ||
      dynamic_cast<const ApplicationNode*>(set) != nullptr) {
    return false;
  }
  const auto* literal = dynamic_cast<const LiteralNode*>(set);
  return literal == nullptr || !values::is_explicit(literal->value());
}

constexpr const char* unbounded = "A quantifier or CHOOSE without a set cannot be evaluated.";

}  // namespace

void Compiler::unbind(Dependence& d, const std::vector<BoundPlan>& bounds, const Unit& unit) {
  for (const BoundPlan& b : bounds) d.bind(slot_key(unit, b.first_slot), b.names);
}

std::vector<BoundPlan> Compiler::bind_bounds(const std::vector<semantics::Bound>& bounds, const Scope& outer,
                                             Scope& inner, bool with_sets) {
  std::vector<BoundPlan> plans;
  for (const semantics::Bound& bound : bounds) {
    BoundPlan plan;
    if (with_sets) plan.set = compile(*bound.set, outer);
    plan.names = static_cast<unsigned>(bound.symbols.size());
    plan.tuple = bound.tuple;
    for (const Symbol* symbol : bound.symbols) plan.variables.push_back(symbol->name);
    plan.first_slot = allocate(*inner.unit, plan.names);
    plans.push_back(plan);
  }
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    for (unsigned k = 0; k < plans[i].names; ++k) {
      Binding b;
      b.kind = Binding::Kind::slot;
      b.unit = inner.unit;
      b.slot = plans[i].first_slot + k;
      inner.environment = extend(inner.environment, bounds[i].symbols[k], b);
    }
  }
  require(plans.size() <= most_bounds, "too many bounds in one binder");
  return plans;
}

namespace {
bool has_unbounded(const Expr& e) {
  return std::any_of(e.bounds.begin(), e.bounds.end(),
                     [](const semantics::Bound& b) { return b.set == nullptr; });
}
Dependence of_sets(const std::vector<BoundPlan>& bounds) {
  Dependence d;
  for (const BoundPlan& b : bounds) d |= b.set->depends;
  return d;
}
}  // namespace

NodePtr Compiler::compile_quantifier(const Expr& e, const Scope& s) {
  if (has_unbounded(e)) return error(e, s, EvaluationFault::unbounded, unbounded);
  Scope inner = s;
  auto bounds = bind_bounds(e.bounds, s, inner);
  const NodePtr body = compile(*e.operands[0], inner);
  Dependence d = body->depends;
  unbind(d, bounds, *s.unit);
  d |= of_sets(bounds);
  return finish(code_.make<QuantifierNode>(e.kind == ExprKind::forall, std::move(bounds), body), e, s,
                std::move(d));
}

NodePtr Compiler::compile_choose(const Expr& e, const Scope& s) {
  if (has_unbounded(e)) return error(e, s, EvaluationFault::unbounded, unbounded);
  Scope inner = s;
  const auto bounds = bind_bounds(e.bounds, s, inner);
  const NodePtr predicate = compile(*e.operands[0], inner);
  Dependence d = predicate->depends;
  unbind(d, bounds, *s.unit);
  d |= of_sets(bounds);
  return finish(code_.make<ChooseNode>(bounds[0], predicate), e, s, std::move(d));
}

NodePtr Compiler::compile_map(const Expr& e, const Scope& s) {
  Scope inner = s;
  auto bounds = bind_bounds(e.bounds, s, inner);
  const NodePtr value = compile(*e.operands[0], inner);
  Dependence d = value->depends;
  unbind(d, bounds, *s.unit);
  d |= of_sets(bounds);
  return finish(code_.make<MapNode>(std::move(bounds), value), e, s, std::move(d));
}

ClosureCode Compiler::closure_code(const Expr& e, const Scope& s, Dependence& d) {
  ClosureCode closure;
  Unit* unit = new_unit(s.unit);
  closure.unit = unit;
  Scope inner = s;
  inner.unit = unit;
  closure.parameters = bind_bounds(e.bounds, s, inner, false);
  if (e.self != nullptr) {
    closure.self_slot = static_cast<int>(allocate(*unit, 1));
    closure.name = e.self->name;
    Binding self;
    self.kind = Binding::Kind::slot;
    self.unit = unit;
    self.slot = static_cast<unsigned>(closure.self_slot);
    inner.environment = extend(inner.environment, e.self, self);
  }
  closure.body = compile(*e.operands[0], inner);
  d |= without_unit(closure.body->depends, *unit);
  return closure;
}

NodePtr Compiler::compile_filter(const Expr& e, const Scope& s) {
  Scope inner = s;
  const auto bounds = bind_bounds(e.bounds, s, inner);
  const NodePtr predicate = compile(*e.operands[0], inner);
  Dependence d = predicate->depends;
  unbind(d, bounds, *s.unit);
  d |= of_sets(bounds);
  ClosureCode lazy;
  if (may_be_symbolic(bounds[0].set)) lazy = closure_code(e, s, d);
  return finish(code_.make<FilterNode>(bounds[0], predicate, std::move(lazy)), e, s, std::move(d));
}

NodePtr Compiler::compile_function(const Expr& e, const Scope& s) {
  Scope inner = s;
  auto bounds = bind_bounds(e.bounds, s, inner);
  Dependence d = of_sets(bounds);
  NodePtr value = nullptr;
  if (e.self == nullptr) {
    value = compile(*e.operands[0], inner);
    Dependence of_value = value->depends;
    unbind(of_value, bounds, *s.unit);
    d |= of_value;
  }
  ClosureCode lazy;
  const bool symbolic =
      std::any_of(bounds.begin(), bounds.end(), [](const BoundPlan& b) { return may_be_symbolic(b.set); });
  if (e.self != nullptr || symbolic) lazy = closure_code(e, s, d);
  return finish(code_.make<FunctionNode>(std::move(bounds), value, std::move(lazy)), e, s, std::move(d));
}

}  // namespace synod::program
