// Built-in operators whose arguments are values; those with operators for arguments are in
// compile_operator_native.cpp.
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

}  // namespace synod::program
