// Expressions without binders or names.
#include <algorithm>
#include <utility>

#include "base/failure.hpp"
#include "program/compiler.hpp"
#include "program/logic_nodes.hpp"
#include "program/native.hpp"
#include "program/number_nodes.hpp"
#include "program/structure_nodes.hpp"
#include "program/tlc_nodes.hpp"
#include "semantics/native.hpp"

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

NodePtr Compiler::compile_equality(const Expr& e, const std::vector<const Expr*>& operands, bool equal,
                                   const Scope& s) {
  const auto n = compile_all(operands, s);
  return finish(code_.make<EqualityNode>(n[0], n[1], equal), e, s, joined(n));
}

NodePtr Compiler::compile_membership(const std::vector<const Expr*>& operands, bool in, const Scope& s) {
  const Expr& set = *operands[1];
  const NodePtr element = compile(*operands[0], s);
  if (set.kind == ExprKind::filter && !set.bounds[0].tuple && set.bounds[0].set != nullptr) {
    const NodePtr base = compile(*set.bounds[0].set, s);
    Scope inner = s;
    const auto bounds = bind_bounds(set.bounds, s, inner, false);
    const NodePtr predicate = compile(*set.operands[0], inner);
    Dependence d = predicate->depends;
    unbind(d, bounds, *s.unit);
    d |= joined({element, base});
    return finish(code_.make<FilterMembershipNode>(element, base, bounds[0].first_slot, predicate, in), set,
                  s, d);
  }
  const NodePtr node = set.kind == ExprKind::set ? folded(dispatch(set, s), set, s) : compile(set, s);
  if (const auto* listed = dynamic_cast<const SetNode*>(node)) {
    return finish(code_.make<ListedMembershipNode>(element, *listed, in), set, s, joined({element, node}));
  }
  return finish(code_.make<MembershipNode>(element, node, in), set, s, joined({element, node}));
}

namespace {

std::optional<Arithmetic> arithmetic(Native n) {
  switch (n) {
    case Native::plus:
      return Arithmetic::plus;
    case Native::minus:
      return Arithmetic::minus;
    case Native::times:
      return Arithmetic::times;
    case Native::quotient:
      return Arithmetic::quotient;
    case Native::modulo:
      return Arithmetic::modulo;
    case Native::power:
      return Arithmetic::power;
    default:
      return std::nullopt;
  }
}

std::optional<Comparison> comparison(Native n) {
  switch (n) {
    case Native::less:
      return Comparison::less;
    case Native::greater:
      return Comparison::greater;
    case Native::less_equal:
      return Comparison::less_equal;
    case Native::greater_equal:
      return Comparison::greater_equal;
    default:
      return std::nullopt;
  }
}

std::optional<SetOperation> set_operation(Native n) {
  switch (n) {
    case Native::set_union:
      return SetOperation::set_union;
    case Native::set_intersection:
      return SetOperation::intersection;
    case Native::set_difference:
      return SetOperation::difference;
    default:
      return std::nullopt;
  }
}

std::optional<Value> special_value(Native n) {
  switch (n) {
    case Native::nat:
      return Value::special(values::Kind::naturals);
    case Native::integers:
      return Value::special(values::Kind::integers);
    case Native::string_set:
      return Value::special(values::Kind::strings);
    case Native::any:
      return Value::special(values::Kind::any);
    default:
      return std::nullopt;
  }
}

bool has_effects(Native n) {
  return n == Native::print || n == Native::print_t || n == Native::assert_that ||
         n == Native::random_element || n == Native::random_subset || n == Native::random_set_of_subsets ||
         n == Native::random_subset_set || n == Native::java_time || n == Native::tlc_set ||
         semantics::reaches_outside(n);
}

bool reads_registers(Native n) {
  return n == Native::tlc_get || n == Native::tlc_get_or_default || n == Native::tlc_set ||
         n == Native::trace || n == Native::counter_example;
}

/// Whether it asks how far the search has come, which with several workers nobody can say.
bool reads_running_total(Native n, const std::vector<const Expr*>& operands) {
  if (n != Native::tlc_get || operands.empty() || operands[0]->kind != ExprKind::string) return false;
  const std::string& key = operands[0]->text;
  return key == "distinct" || key == "generated" || key == "queue" || key == "duration" ||
         key == "diameter" || key == "stats";
}

bool is_predicate(Native n) {
  return n == Native::subseteq || n == Native::is_finite_set || n == Native::is_a_bag ||
         n == Native::bag_in || n == Native::is_injective || n == Native::contains ||
         n == Native::is_prefix || n == Native::chi_square;
}

}  // namespace

NodePtr Compiler::compile_native(const Expr& e, Native native, const std::vector<const Expr*>& operands,
                                 const Scope& s) {
  if (auto v = special_value(native)) {
    auto* node = code_.make<LiteralNode>(*v);
    node->span = e.span;
    node->shape = Shape::set;
    return node;
  }
  if (auto a = arithmetic(native)) {
    const auto n = compile_all(operands, s);
    return finish(code_.make<ArithmeticNode>(*a, n[0], n[1]), e, s, joined(n));
  }
  if (auto c = comparison(native)) {
    const auto n = compile_all(operands, s);
    return finish(code_.make<ComparisonNode>(*c, n[0], n[1]), e, s, joined(n));
  }
  if (auto o = set_operation(native)) {
    const auto n = compile_all(operands, s);
    return finish(code_.make<SetOperationNode>(*o, n[0], n[1]), e, s, joined(n));
  }
  switch (native) {
    case Native::negation: {
      const NodePtr n = compile(*operands[0], s);
      return finish(code_.make<NegationNode>(n), e, s, n->depends);
    }
    case Native::implies: {
      const auto n = compile_all(operands, s);
      return finish(code_.make<ImplicationNode>(n[0], n[1]), e, s, joined(n));
    }
    case Native::equivalent: {
      const auto n = compile_all(operands, s);
      return finish(code_.make<EquivalenceNode>(n[0], n[1]), e, s, joined(n));
    }
    case Native::equal:
      return compile_equality(e, operands, true, s);
    case Native::not_equal:
      return compile_equality(e, operands, false, s);
    case Native::in:
      return compile_membership(operands, true, s);
    case Native::not_in:
      return compile_membership(operands, false, s);
    case Native::negate: {
      const NodePtr n = compile(*operands[0], s);
      return finish(code_.make<NegateNode>(n), e, s, n->depends);
    }
    case Native::interval: {
      const auto n = compile_all(operands, s);
      return finish(code_.make<IntervalNode>(n[0], n[1]), e, s, joined(n));
    }
    case Native::powerset:
    case Native::seq: {
      auto n = compile_all(operands, s);
      auto d = joined(n);
      const values::Kind kind = native == Native::powerset ? values::Kind::powerset : values::Kind::sequences;
      return finish(code_.make<SymbolicSetNode>(kind, Value(), std::move(n)), e, s, std::move(d));
    }
    case Native::boolean_set: {
      const Value both[] = {Value::boolean(false), Value::boolean(true)};
      values::Arena scratch;
      auto* node = code_.make<LiteralNode>(code_.interner().intern(values::make_sorted_set(scratch, both)));
      node->span = e.span;
      node->shape = Shape::set;
      return node;
    }
    case Native::big_union: {
      if (operands[0]->kind != ExprKind::set) break;
      auto parts = compile_all(operands[0]->operands, s);
      auto d = joined(parts);
      return finish(code_.make<ListedUnionNode>(std::move(parts)), e, s, std::move(d));
    }
    case Native::dot_di_graph:
      return compile_dot_di_graph(e, operands, s);
    case Native::always:
    case Native::eventually:
    case Native::leads_to:
    case Native::while_plus:
      return error(e, s, EvaluationFault::unsupported, "A temporal formula has no value in a state.");
    case Native::action_composition:
      return error(e, s, EvaluationFault::unsupported,
                   "The composition of actions (\\cdot) is not supported.");
    case Native::assert_error:
    case Native::tlc_defer:
    case Native::pick_successor:
    case Native::tlc_eval_definition:
      return compile_tlc(e, native, operands, s);
    case Native::trace:
      if (s.reading == Reading::next)
        return error(e, s, EvaluationFault::unsupported, "Trace' is not supported: only Trace is.");
      break;
    case Native::reals:
    case Native::divide_real:
    case Native::infinity:
      return error(e, s, EvaluationFault::unsupported,
                   "Real numbers cannot be evaluated: only integers can.");
    default:
      break;
  }
  if (const NodePtr node = compile_operator_native(e, native, operands, s)) return node;
  const NativeFunction function = native_function(native);
  if (function == nullptr) {
    require(e.op != nullptr, "an operator of the language has code");
    return error(e, s, EvaluationFault::unsupported,
                 "The operator " + e.op->origin_module + "!" + e.op->origin_name + " is not supported.");
  }
  auto arguments = compile_all(operands, s);
  Dependence d = joined(arguments);
  d.effects = d.effects || has_effects(native);
  d.state = d.state || reads_registers(native);
  d.registers = d.registers || reads_registers(native);
  if (native == Native::tlc_set) code_.writes_registers = true;
  const bool needs_order = native == Native::tlc_set || reads_running_total(native, operands) ||
                           semantics::reaches_outside(native);
  if (needs_order && !compiling_constants_) code_.needs_one_worker = true;
  auto* node = code_.make<NativeNode>(native, function, std::move(arguments));
  if (is_predicate(native)) node->shape = Shape::boolean;
  return finish(node, e, s, d);
}

/// Operators of TLCExt that do not evaluate all their arguments.
NodePtr Compiler::compile_tlc(const Expr& e, Native native, const std::vector<const Expr*>& operands,
                              const Scope& s) {
  const auto with_effects = [](Dependence d) {
    d.effects = true;
    return d;
  };
  switch (native) {
    case Native::assert_error: {
      const auto n = compile_all(operands, s);
      return finish(code_.make<AssertErrorNode>(n[0], n[1]), e, s, with_effects(joined(n)));
    }
    case Native::tlc_defer: {
      if (code_.settings().mode == Mode::search)
        return finish(code_.make<LiteralNode>(Value::boolean(true)), e, s, {});
      if (code_.settings().mode == Mode::simulation) {
        return error(
            e, s, EvaluationFault::unsupported,
            "TLCDefer is not supported in a simulation that looks at all successors; with --generate it is.");
      }
      const NodePtr n = compile(*operands[0], s);
      return finish(code_.make<DeferNode>(n), e, s, with_effects(n->depends));
    }
    case Native::pick_successor: {
      const NodePtr n = compile(*operands[0], s);
      Dependence d = n->depends;
      d.next_state = true;
      return finish(code_.make<PickSuccessorNode>(n), e, s, d);
    }
    default:
      return compile_named_definition(e, *operands[0], s);
  }
}

/// TLCEvalDefinition(name).
NodePtr Compiler::compile_named_definition(const Expr& e, const Expr& name, const Scope& s) {
  const auto refuse = [&](const std::string& why) {
    return error(e, s, EvaluationFault::unsupported, "TLCEvalDefinition is not supported here: " + why + ".");
  };
  if (name.kind != ExprKind::string) return refuse("its argument must be written as a string");
  const auto& operators = code_.model().spec.root_operators;
  const auto found = operators.find(name.text);
  if (found == operators.end()) {
    return error(e, s, EvaluationFault::argument,
                 "The argument of TLCEvalDefinition must be the name of a definition, but it is \"" +
                     name.text + "\".");
  }
  const Operator& op = *found->second;
  if (!op.parameters.empty()) return refuse(name.text + " has parameters");
  if (op.level > semantics::Level::state) return refuse(name.text + " is not a constant or a state function");
  if (std::ranges::find(named_, &op) != named_.end()) {
    return error(e, s, EvaluationFault::recursion_too_deep,
                 "TLCEvalDefinition of " + name.text + " leads back to itself without end.");
  }
  named_.push_back(&op);
  Expr call;
  call.kind = ExprKind::apply;
  call.op = &op;
  call.span = e.span;
  code_.made_expressions.push_back(std::move(call));
  const NodePtr value = compile(code_.made_expressions.back(), s);
  named_.pop_back();
  return value;
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
