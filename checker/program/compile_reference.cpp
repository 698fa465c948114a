// Names: bound variables, arguments, definitions; what is inlined, what is called, what is cached.
#include <algorithm>
#include <utility>

#include "base/failure.hpp"
#include "program/compiler.hpp"
#include "program/logic_nodes.hpp"
#include "program/native.hpp"

namespace synod::program {

using semantics::Level;

namespace {
/// Definitions of more nodes than this are called, not inlined.
constexpr std::size_t largest_inlined = 400;
}  // namespace

Unit* Compiler::new_unit(Unit* lexical) {
  auto unit = std::make_unique<Unit>();
  unit->number = static_cast<std::uint32_t>(code_.units.size());
  unit->lexical = lexical;
  unit->depth = lexical == nullptr ? 0 : lexical->depth + 1;
  code_.units.push_back(std::move(unit));
  return code_.units.back().get();
}

unsigned Compiler::allocate(Unit& unit, unsigned count) {
  const unsigned first = unit.slots;
  unit.slots += count;
  return first;
}

Dependence Compiler::without_unit(Dependence d, const Unit& unit) {
  std::erase_if(d.free, [&](std::uint64_t key) { return key >> 32 == unit.number; });
  return d;
}

const Environment* Compiler::extend(const Environment* outer, const void* name, const Binding& binding) {
  bindings_.push_back(binding);
  environments_.push_back({name, &bindings_.back(), outer});
  return &environments_.back();
}

Binding* Compiler::find(const Environment* e, const void* name) const {
  for (; e != nullptr; e = e->outer) {
    if (e->name == name) return e->binding;
  }
  return nullptr;
}

const InlinedCall* Compiler::inlined(const std::string& name, Span span, const InlinedCall* outer) {
  code_.inlined_calls.push_back(std::make_unique<InlinedCall>(InlinedCall{name, span, outer}));
  return code_.inlined_calls.back().get();
}

bool Compiler::worth_caching(const Expr& e) const {
  switch (e.kind) {
    case ExprKind::integer:
    case ExprKind::string:
    case ExprKind::boolean:
    case ExprKind::model_value:
    case ExprKind::variable:
    case ExprKind::constant:
    case ExprKind::symbol:
      return e.kind == ExprKind::symbol && !e.operands.empty();
    default:
      return true;
  }
}

const Environment* Compiler::bind_arguments(const std::vector<const Symbol*>& parameters,
                                            const std::vector<const Expr*>& arguments,
                                            const Environment* definition, const Scope& caller) {
  const Environment* environment = definition;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    Binding b;
    b.expr = arguments[i];
    b.scope = caller;
    b.unit = caller.unit;
    if (parameters[i]->arity > 0) {
      b.kind = Binding::Kind::lambda;
    } else {
      b.kind = Binding::Kind::expression;
      b.cached = worth_caching(*arguments[i]);
      if (b.cached) b.slot = allocate(*caller.unit, 2);
    }
    environment = extend(environment, parameters[i], b);
  }
  return environment;
}

const Environment* Compiler::bind_definitions(const std::vector<const Operator*>& definitions,
                                              const Scope& s) {
  const Environment* environment = s.environment;
  std::vector<Binding*> made;
  for (const Operator* op : definitions) {
    Binding b;
    b.scope = s;
    b.unit = s.unit;
    b.expr = op->body;
    const bool plain = op->parameters.empty() && !op->recursive;
    b.kind = plain ? Binding::Kind::expression : Binding::Kind::let_operator;
    if (plain) {
      b.cached = worth_caching(*op->body);
      if (b.cached) b.slot = allocate(*s.unit, 2);
    }
    environment = extend(environment, op, b);
    made.push_back(environment->binding);
  }
  // All of them see each other: resolution has already decided which name means which.
  for (Binding* b : made) b->scope.environment = environment;
  return environment;
}

NodePtr Compiler::compile_let(const Expr& e, const Scope& s) {
  const unsigned first = s.unit->slots;
  Scope inner = s;
  inner.environment = bind_definitions(e.definitions, s);
  const unsigned count = s.unit->slots - first;
  const NodePtr body = compile(*e.operands[0], inner);
  return scoped(first, count, body, e, s);
}

NodePtr Compiler::scoped(unsigned first, unsigned count, NodePtr body, const Expr& e, const Scope& s) {
  if (count == 0 || body->depends.nothing()) return body;
  return finish(code_.make<ScopeNode>(first, count, body), e, s, body->depends);
}

NodePtr Compiler::inline_body(const Expr& body, const std::vector<const Symbol*>& parameters,
                              const std::vector<const Expr*>& arguments, const Environment* definition,
                              const Scope& s, const InlinedCall* call) {
  const unsigned first = s.unit->slots;
  Scope inner = s;
  inner.environment = bind_arguments(parameters, arguments, definition, s);
  inner.call = call;
  const unsigned count = s.unit->slots - first;
  return scoped(first, count, compile(body, inner), body, inner);
}

NodePtr Compiler::read_expression(Binding& b, const Scope& s) {
  const auto reading = static_cast<std::size_t>(s.reading);
  if (b.compiled[reading] == nullptr) {
    Scope at_definition = b.scope;
    at_definition.reading = s.reading;
    b.compiled[reading] = compile(*b.expr, at_definition);
  }
  const NodePtr node = b.compiled[reading];
  if (node->depends.nothing()) return node;
  const unsigned up = hops(s, *b.unit);
  const bool cached = b.cached && !node->depends.next_state &&
                      dynamic_cast<const SlotNode*>(node) == nullptr &&
                      dynamic_cast<const LazyNode*>(node) == nullptr;
  if (!cached && up == 0) return node;
  const auto wrap = [&](auto* made) {
    made->span = node->span;
    made->call = node->call;
    made->shape = node->shape;
    made->depends = node->depends;
    return made;
  };
  if (cached) return wrap(code_.make<LazyNode>(b.slot + static_cast<unsigned>(reading), up, node));
  return wrap(code_.make<OuterNode>(up, node));
}

NodePtr Compiler::use_binding(const Expr& e, Binding& b, const Scope& s) {
  const std::string name = e.symbol != nullptr ? e.symbol->name
                           : e.op != nullptr   ? e.op->name
                                               : std::string();
  switch (b.kind) {
    case Binding::Kind::slot: {
      Dependence d;
      d.free = {slot_key(*b.unit, b.slot)};
      return finish(code_.make<SlotNode>(b.slot, hops(s, *b.unit), name), e, s, std::move(d));
    }
    case Binding::Kind::expression:
      return read_expression(b, s);
    case Binding::Kind::lambda: {
      const Expr& lambda = *b.expr;
      return inline_body(*lambda.operands[0], lambda.symbols, e.operands, b.scope.environment, s,
                         inlined(name, e.span, s.call));
    }
    case Binding::Kind::let_operator:
      if (should_inline(*e.op))
        return inline_body(*e.op->body, e.op->parameters, e.operands, b.scope.environment, s,
                           inlined(name, e.span, s.call));
      return compile_call(e, *e.op, b.scope.environment, b.scope.unit, s);
    case Binding::Kind::parameter: {
      Dependence d;
      const unsigned slot = b.slot + (s.reading == Reading::next ? 1U : 0U);
      d.free = {slot_key(*b.unit, slot)};
      return finish(code_.make<ParameterNode>(slot, hops(s, *b.unit), name), e, s, std::move(d));
    }
    case Binding::Kind::operator_parameter:
      break;
  }
  Dependence d;
  std::vector<unsigned> arities(e.operands.size(), 0);
  for (std::size_t i = 0; i < e.operands.size(); ++i)
    arities[i] = e.operands[i]->kind == ExprKind::lambda ? 1 : 0;
  CallArguments arguments = call_arguments(arities, e.operands, s, d);
  d |= [&] {
    Dependence own;
    own.free = {slot_key(*b.unit, 0x80000000U + b.slot)};
    return own;
  }();
  d.state = true;
  return finish(code_.make<OperatorParameterNode>(b.slot, hops(s, *b.unit), std::move(arguments)), e, s,
                std::move(d));
}

NodePtr Compiler::compile_symbol(const Expr& e, const Scope& s) {
  Binding* b = find(s.environment, e.symbol);
  if (b == nullptr) throw InternalError("no binding for the name " + e.symbol->name);
  return use_binding(e, *b, s);
}

NodePtr Compiler::compile_constant(const Expr& e, const Scope& s) {
  require(e.constant->binding != nullptr, "a constant of a model has a value");
  return compile_definition(e, *e.constant->binding, s);
}

NodePtr Compiler::compile_apply(const Expr& e, const Scope& s) {
  if (Binding* b = find(s.environment, e.op)) return use_binding(e, *b, s);
  return compile_definition(e, *e.op, s);
}

/// Whether the compiler or native.hpp knows this operator; the others run from their definitions.
bool Compiler::evaluated_natively(Native native) {
  switch (native) {
    case Native::bag_of_all:
    case Native::sub_bag:
      return false;
    default:
      return true;
  }
}

NodePtr Compiler::compile_definition(const Expr& e, const Operator& op, const Scope& s) {
  if (op.native && evaluated_natively(*op.native)) return compile_native(e, *op.native, e.operands, s);
  require(op.body != nullptr, "an operator of a model has a definition");
  if (op.is_constant_definition()) {
    if (const NodePtr constant = constant_definition(op)) return constant;
  }
  if (const NodePtr kept = use_state_definition(e, op, s)) return kept;
  if (should_inline(op))
    return inline_body(*op.body, op.parameters, e.operands, nullptr, s, inlined(op.name, e.span, s.call));
  return compile_call(e, op, nullptr, nullptr, s);
}

NodePtr Compiler::constant_definition(const Operator& op) {
  const auto [place, added] = constants_.try_emplace(&op, nullptr);
  if (!added) return place->second;
  Scope root;
  root.unit = new_unit(nullptr);
  const bool before = std::exchange(compiling_constants_, true);
  NodePtr node = compile(*op.body, root);
  compiling_constants_ = before;
  if (node->depends.state || node->depends.next_state) return nullptr;
  if (node->depends.effects && dynamic_cast<const ErrorNode*>(node) == nullptr) {
    // Printing or drawing happens once, as for any nullary constant definition.
    auto* once = code_.make<ConstantNode>(node, *root.unit);
    once->shape = node->shape;
    node = finish(once, *op.body, root, {});
  }
  constants_[&op] = node;
  return node;
}

std::size_t Compiler::weight(const Expr& e, std::size_t limit) {
  std::size_t total = 1;
  const auto add = [&](const Expr* child) {
    if (child != nullptr && total < limit) total += weight(*child, limit - total);
  };
  for (const Expr* operand : e.operands) add(operand);
  for (const semantics::Bound& b : e.bounds) add(b.set);
  for (const semantics::Update& u : e.updates) {
    for (const Expr* index : u.path) add(index);
    add(u.value);
  }
  for (const Operator* op : e.definitions) add(op->body);
  if (e.kind == ExprKind::apply && !e.op->native && !e.op->in_let && total < limit) total += weight_of(*e.op);
  return std::min(total, limit);
}

std::size_t Compiler::weight_of(const Operator& op) {
  const auto [place, added] = weights_.try_emplace(&op, 1);  // 1 while being computed: recursion ends
  if (!added) return place->second;
  const std::size_t w = op.body == nullptr ? 1 : weight(*op.body, 4 * largest_inlined);
  weights_[&op] = w;
  return w;
}

bool Compiler::should_inline(const Operator& op) { return !op.recursive && weight_of(op) <= largest_inlined; }

// -- calls
// ---------------------------------------------------------------------------------------------------------------

CallArguments::OperatorSource Compiler::operator_source(const Expr& lambda, const Scope& s, Dependence& d) {
  CallArguments::OperatorSource source;
  // A parameter passed on as it is, eta-expanded by the resolver: LAMBDA x : Op(x).
  const Expr& body = *lambda.operands[0];
  if (body.kind == ExprKind::symbol && body.operands.size() == lambda.symbols.size() &&
      !lambda.symbols.empty()) {
    bool same = true;
    for (std::size_t i = 0; i < lambda.symbols.size(); ++i)
      same =
          same && body.operands[i]->kind == ExprKind::symbol && body.operands[i]->symbol == lambda.symbols[i];
    Binding* b = same ? find(s.environment, body.symbol) : nullptr;
    if (b != nullptr && b->kind == Binding::Kind::operator_parameter) {
      source.forwarded = static_cast<int>(b->slot);
      source.hops = hops(s, *b->unit);
      d.state = true;
      return source;
    }
    if (b != nullptr && b->kind == Binding::Kind::lambda) {
      // Written further out: its own scope is around this one.
      Scope at = b->scope;
      at.reading = s.reading;
      source = operator_source(*b->expr, at, d);
      source.hops += hops(s, *b->scope.unit);
      return source;
    }
  }
  auto code = std::make_unique<CalledCode>();
  code->name = "LAMBDA";
  source.code = code.get();
  code_.called.push_back(std::move(code));
  CalledCode& made = *code_.called.back();
  Unit* unit = new_unit(s.unit);
  compile_called(made, *unit, lambda.symbols, body, s.environment, s.reading);
  d |= made.depends;
  return source;
}

CallArguments Compiler::call_arguments(const std::vector<unsigned>& arities,
                                       const std::vector<const Expr*>& arguments, const Scope& s,
                                       Dependence& d) {
  CallArguments made;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arities[i] > 0) {
      made.nodes.push_back(nullptr);
      made.nodes.push_back(nullptr);
      made.operators.push_back(operator_source(*arguments[i], s, d));
      continue;
    }
    Scope primed = s;
    primed.reading = Reading::next;
    const NodePtr now = compile(*arguments[i], s);
    const bool primable = s.reading == Reading::current && arguments[i]->level <= Level::state;
    const NodePtr then =
        s.reading == Reading::next ? now
        : primable ? (now->depends.state || !now->depends.free.empty() ? compile(*arguments[i], primed) : now)
                   : nullptr;
    made.nodes.push_back(now);
    made.nodes.push_back(then);
    d |= now->depends;
  }
  return made;
}

NodePtr Compiler::compile_call(const Expr& e, const Operator& op, const Environment* definition,
                               Unit* lexical, const Scope& s) {
  const CalledCode& code = called_operator(op, definition, lexical, s.reading);
  Dependence d;
  std::vector<unsigned> arities;
  for (const Symbol* p : op.parameters) arities.push_back(p->arity);
  CallArguments arguments = call_arguments(arities, e.operands, s, d);
  d |= code.depends;
  d.state = d.state || op.level >= Level::state;
  d.next_state = d.next_state || op.level >= Level::action || (initial_ && op.level >= Level::state) ||
                 (s.reading == Reading::next && op.level >= Level::state);
  const int lexical_hops = lexical == nullptr ? -1 : static_cast<int>(hops(s, *lexical));
  return finish(code_.make<CallNode>(code, lexical_hops, std::move(arguments)), e, s, std::move(d));
}

const CalledCode& Compiler::called_operator(const Operator& op, const Environment* definition, Unit* lexical,
                                            Reading reading) {
  CalledCode*& known = called_[{&op, definition, static_cast<int>(reading) * 2 + (initial_ ? 1 : 0)}];
  if (known != nullptr) return *known;
  auto made = std::make_unique<CalledCode>();
  CalledCode& code = *made;
  known = made.get();
  code_.called.push_back(std::move(made));
  code.name = op.name;
  Unit* unit = new_unit(lexical);
  compile_called(code, *unit, op.parameters, *op.body, definition, reading);
  return code;
}

void Compiler::compile_called(CalledCode& code, Unit& unit, const std::vector<const Symbol*>& parameters,
                              const Expr& body, const Environment* definition, Reading reading) {
  code.unit = &unit;
  code.depends.unknown = true;
  code.parameters = static_cast<unsigned>(parameters.size());
  const std::vector<const Expr*> nothing(parameters.size(), nullptr);
  ++calls_being_compiled_;
  code.body = compile(body, called_scope(unit, parameters, nothing, definition, reading));
  --calls_being_compiled_;
  code.depends = without_unit(code.body->depends, unit);
  // What it calls of itself and of those compiled meanwhile is part of it. An inner one may lack what is
  // around it.
  if (calls_being_compiled_ == 0) code.depends.unknown = false;
}

Scope Compiler::called_scope(Unit& unit, const std::vector<const Symbol*>& parameters,
                             const std::vector<const Expr*>& passed, const Environment* definition,
                             Reading reading) {
  const auto count = static_cast<unsigned>(parameters.size());
  allocate(unit, 2 * count);
  Scope inner;
  inner.environment = definition;
  inner.unit = &unit;
  inner.reading = reading;
  unsigned operators = 0;
  for (unsigned i = 0; i < count; ++i) {
    Binding b;
    b.unit = &unit;
    if (passed[i] != nullptr) {
      b.kind = Binding::Kind::expression;
      b.expr = passed[i];
      b.scope.unit = &unit;
    } else {
      b.kind = parameters[i]->arity > 0 ? Binding::Kind::operator_parameter : Binding::Kind::parameter;
      b.slot = parameters[i]->arity > 0 ? operators++ : 2 * i;
    }
    inner.environment = extend(inner.environment, parameters[i], b);
  }
  require(operators <= 8, "more than eight operator parameters");
  return inner;
}

}  // namespace synod::program
