// Expressions without binders or names.
#include <algorithm>
#include <utility>

#include "base/failure.hpp"
#include "program/compiler.hpp"
#include "program/logic_nodes.hpp"
#include "program/structure_nodes.hpp"

namespace synod::program {

Compiler::Compiler(Program::Code& code) : code_(code) {}

Dependence Compiler::joined(const std::vector<NodePtr>& nodes) {
  Dependence d;
  for (const NodePtr n : nodes) d |= n->depends;
  return d;
}

Dependence Compiler::joined(std::initializer_list<NodePtr> nodes) {
  return joined(std::vector<NodePtr>(nodes));
}

NodePtr Compiler::error(const Expr& e, const Scope& s, EvaluationFault fault, std::string message) {
  Dependence never;
  never.effects = true;  // not a constant: it is never evaluated ahead
  return finish(code_.make<ErrorNode>(fault, std::move(message)), e, s, never);
}

NodePtr Compiler::folded(NodePtr node, const Expr& e, const Scope& s) {
  if (!node->depends.nothing()) return node;
  if (dynamic_cast<const LiteralNode*>(node) != nullptr || dynamic_cast<const ConstantNode*>(node) != nullptr)
    return node;
  auto* constant = code_.make<ConstantNode>(node, *s.unit);
  constant->shape = node->shape;
  return finish(constant, e, s, {});
}

NodePtr Compiler::compile(const Expr& e, const Scope& s) {
  return tabulated(folded(dispatch(e, s), e, s), e, s);
}

std::vector<NodePtr> Compiler::compile_all(const std::vector<const Expr*>& operands, const Scope& s) {
  std::vector<NodePtr> nodes;
  for (const Expr* operand : operands) nodes.push_back(compile(*operand, s));
  return nodes;
}

NodePtr Compiler::dispatch(const Expr& e, const Scope& s) {
  switch (e.kind) {
    case ExprKind::integer:
    case ExprKind::string:
    case ExprKind::boolean:
    case ExprKind::model_value:
      return compile_literal(e);
    case ExprKind::decimal:
      return error(e, s, EvaluationFault::unsupported,
                   "The decimal number " + e.text + " cannot be evaluated: only integers can.");
    case ExprKind::variable:
      return compile_variable(e, s);
    case ExprKind::constant:
      return compile_constant(e, s);
    case ExprKind::symbol:
      return compile_symbol(e, s);
    case ExprKind::apply:
      return compile_apply(e, s);
    case ExprKind::lambda:
      throw InternalError("a LAMBDA stands where a value is expected");
    case ExprKind::native:
      return compile_native(e, e.native, e.operands, s);
    case ExprKind::conjunction: {
      auto items = compile_all(e.operands, s);
      auto d = joined(items);
      return finish(code_.make<ConjunctionNode>(std::move(items)), e, s, std::move(d));
    }
    case ExprKind::disjunction: {
      auto items = compile_all(e.operands, s);
      auto d = joined(items);
      return finish(code_.make<DisjunctionNode>(std::move(items)), e, s, std::move(d));
    }
    case ExprKind::conditional: {
      const auto n = compile_all(e.operands, s);
      return finish(code_.make<ConditionalNode>(n[0], n[1], n[2]), e, s, joined(n));
    }
    case ExprKind::case_of:
      return compile_case(e, s);
    case ExprKind::let:
      return compile_let(e, s);
    case ExprKind::forall:
    case ExprKind::exists:
      return compile_quantifier(e, s);
    case ExprKind::choose:
      return compile_choose(e, s);
    case ExprKind::filter:
      return compile_filter(e, s);
    case ExprKind::map:
      return compile_map(e, s);
    case ExprKind::function:
      return compile_function(e, s);
    case ExprKind::application: {
      const auto n = compile_all(e.operands, s);
      return finish(code_.make<ApplicationNode>(n[0], n[1]), e, s, joined(n));
    }
    case ExprKind::except:
      return compile_except(e, s);
    case ExprKind::tuple: {
      auto items = compile_all(e.operands, s);
      auto d = joined(items);
      return finish(code_.make<TupleNode>(std::move(items)), e, s, std::move(d));
    }
    case ExprKind::set: {
      auto items = compile_all(e.operands, s);
      auto d = joined(items);
      return finish(code_.make<SetNode>(std::move(items)), e, s, std::move(d));
    }
    case ExprKind::product: {
      auto items = compile_all(e.operands, s);
      auto d = joined(items);
      return finish(code_.make<SymbolicSetNode>(values::Kind::product, Value(), std::move(items)), e, s,
                    std::move(d));
    }
    case ExprKind::function_set: {
      auto items = compile_all(e.operands, s);
      auto d = joined(items);
      return finish(code_.make<SymbolicSetNode>(values::Kind::function_set, Value(), std::move(items)), e, s,
                    std::move(d));
    }
    case ExprKind::record:
      return compile_record(e, s);
    case ExprKind::record_set:
      return compile_record_set(e, s);
    case ExprKind::prime: {
      Scope primed = s;
      primed.reading = Reading::next;
      return compile(*e.operands[0], primed);
    }
    case ExprKind::unchanged:
      return compile_unchanged(e, s);
    case ExprKind::square_action:
      return compile_square(e, s, false);
    case ExprKind::angle_action:
      return compile_square(e, s, true);
    case ExprKind::enabled:
      return compile_enabled(e, s);
    case ExprKind::weak_fairness:
    case ExprKind::strong_fairness:
    case ExprKind::temporal_forall:
    case ExprKind::temporal_exists:
      break;
  }
  return error(e, s, EvaluationFault::unsupported, "A temporal formula has no value in a state.");
}

NodePtr Compiler::compile_literal(const Expr& e) {
  Value v;
  switch (e.kind) {
    case ExprKind::integer: {
      values::Arena scratch;
      v = code_.interner().intern(values::make_integer(scratch, e.integer));
      break;
    }
    case ExprKind::string:
      v = Value::string(values::atoms().string(e.text));
      break;
    case ExprKind::boolean:
      v = Value::boolean(e.integer != 0);
      break;
    default:
      v = Value::model_value(values::atoms().model_value(e.text));
  }
  auto* node = code_.make<LiteralNode>(v);
  node->span = e.span;
  node->shape = e.kind == ExprKind::integer   ? Shape::integer
                : e.kind == ExprKind::string  ? Shape::string
                : e.kind == ExprKind::boolean ? Shape::boolean
                                              : Shape::unknown;
  return node;
}

NodePtr Compiler::compile_variable(const Expr& e, const Scope& s) {
  Dependence d;
  if (s.reading == Reading::next) {
    d.next_state = true;
    return finish(code_.make<NextVariableNode>(e.variable->index, e.variable->name), e, s, d);
  }
  d.variables = std::uint64_t{1} << std::min(e.variable->index, most_told_apart);
  d.state = true;
  d.next_state = initial_;  // while Init runs the current state is the one under construction
  return finish(code_.make<CurrentVariableNode>(e.variable->index, e.variable->name), e, s, d);
}

NodePtr Compiler::compile_case(const Expr& e, const Scope& s) {
  std::vector<CaseNode::Arm> arms;
  const auto n = compile_all(e.operands, s);
  const std::size_t paired = e.has_other ? n.size() - 1 : n.size();
  for (std::size_t i = 0; i < paired; i += 2) arms.push_back({n[i], n[i + 1]});
  return finish(code_.make<CaseNode>(std::move(arms), e.has_other ? n.back() : nullptr), e, s, joined(n));
}

NodePtr Compiler::compile_record(const Expr& e, const Scope& s) {
  auto written = compile_all(e.operands, s);
  auto d = joined(written);
  // Items in the order of the sorted names; evaluated in the order written.
  std::vector<std::size_t> sorted(e.fields.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) sorted[i] = i;
  std::sort(sorted.begin(), sorted.end(),
            [&](std::size_t a, std::size_t b) { return e.fields[a] < e.fields[b]; });
  std::vector<Value> names;
  std::vector<NodePtr> items;
  std::vector<std::size_t> order(sorted.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    names.push_back(Value::string(values::atoms().string(e.fields[sorted[i]])));
    items.push_back(written[sorted[i]]);
    order[sorted[i]] = i;
  }
  values::Arena scratch;
  const Value domain = code_.interner().intern(values::make_sorted_set(scratch, names));
  return finish(code_.make<RecordNode>(domain, std::move(items), std::move(order)), e, s, std::move(d));
}

NodePtr Compiler::compile_record_set(const Expr& e, const Scope& s) {
  std::vector<std::size_t> sorted(e.fields.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) sorted[i] = i;
  std::sort(sorted.begin(), sorted.end(),
            [&](std::size_t a, std::size_t b) { return e.fields[a] < e.fields[b]; });
  std::vector<Value> names;
  std::vector<NodePtr> sets;
  for (const std::size_t i : sorted) {
    names.push_back(Value::string(values::atoms().string(e.fields[i])));
    sets.push_back(compile(*e.operands[i], s));
  }
  values::Arena scratch;
  const Value form = code_.interner().intern(values::make_sorted_set(scratch, names));
  auto d = joined(sets);
  return finish(code_.make<SymbolicSetNode>(values::Kind::record_set, form, std::move(sets)), e, s,
                std::move(d));
}

NodePtr Compiler::compile_except(const Expr& e, const Scope& s) {
  const NodePtr function = compile(*e.operands[0], s);
  Dependence d = function->depends;
  std::vector<ExceptNode::Update> updates;
  for (const semantics::Update& u : e.updates) {
    ExceptNode::Update update;
    for (const Expr* index : u.path) {
      update.path.push_back(compile(*index, s));
      d |= update.path.back()->depends;
    }
    update.at_slot = allocate(*s.unit, 1);
    Binding at;
    at.kind = Binding::Kind::slot;
    at.unit = s.unit;
    at.slot = update.at_slot;
    Scope inner = s;
    inner.environment = extend(s.environment, u.at, at);
    update.value = compile(*u.value, inner);
    Dependence value = update.value->depends;
    value.bind(slot_key(*s.unit, update.at_slot), 1);
    d |= value;
    updates.push_back(std::move(update));
  }
  return finish(code_.make<ExceptNode>(function, std::move(updates)), e, s, std::move(d));
}

NodePtr Compiler::compile_unchanged(const Expr& e, const Scope& s) {
  Scope primed = s;
  primed.reading = Reading::next;
  const NodePtr now = compile(*e.operands[0], s);
  const NodePtr then = compile(*e.operands[0], primed);
  return finish(code_.make<UnchangedNode>(now, then), e, s, joined({now, then}));
}

NodePtr Compiler::compile_square(const Expr& e, const Scope& s, bool angle) {
  return square(*e.operands[0], *e.operands[1], s, angle);
}

NodePtr Compiler::square(const Expr& action, const Expr& subscript, const Scope& s, bool angle) {
  const NodePtr taken = compile(action, s);
  Scope primed = s;
  primed.reading = Reading::next;
  const NodePtr now = compile(subscript, s);
  const NodePtr then = compile(subscript, primed);
  const NodePtr same = finish(code_.make<UnchangedNode>(now, then), subscript, s, joined({now, then}));
  Dependence d = joined({taken, same});
  if (!angle) return finish(code_.make<DisjunctionNode>(std::vector<NodePtr>{taken, same}), action, s, d);
  const NodePtr changed = finish(code_.make<NegationNode>(same), subscript, s, same->depends);
  return finish(code_.make<ConjunctionNode>(std::vector<NodePtr>{taken, changed}), action, s, d);
}

NodePtr Compiler::compile_enabled(const Expr& e, const Scope& s) {
  const bool initial = std::exchange(initial_, false);
  const ActionPtr enabled = action(*e.operands[0], s, false);
  initial_ = initial;
  Dependence d;
  d.state = true;
  d.next_state = initial_;
  d.effects = true;  // whatever is bound around it may be read inside: never folded
  return finish(code_.make<EnabledNode>(enabled, code_.model().spec.enabled_size()), e, s, d);
}

}  // namespace synod::program
