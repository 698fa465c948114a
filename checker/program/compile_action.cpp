// Next and Init as programs: which conjuncts assign, which branch, which only test.
#include <algorithm>
#include <utility>

#include "program/compiler.hpp"
#include "program/logic_nodes.hpp"

namespace synod::program {

using semantics::Level;

std::optional<std::uint32_t> Compiler::assignable(const Expr& e, const Scope& s) const {
  switch (e.kind) {
    case ExprKind::variable:
      if (initial_ || s.reading == Reading::next) return e.variable->index;
      return std::nullopt;
    case ExprKind::prime: {
      if (initial_) return std::nullopt;
      Scope primed = s;
      primed.reading = Reading::next;
      return assignable(*e.operands[0], primed);
    }
    case ExprKind::symbol: {
      const Binding* b = e.operands.empty() ? find(s.environment, e.symbol) : nullptr;
      if (b == nullptr || b->kind != Binding::Kind::expression) return std::nullopt;
      Scope at = b->scope;
      at.reading = s.reading;
      return assignable(*b->expr, at);
    }
    case ExprKind::apply: {
      if (!e.operands.empty() || e.op->native || e.op->recursive || e.op->body == nullptr)
        return std::nullopt;
      const Binding* b = find(s.environment, e.op);
      Scope at = s;
      at.environment = nullptr;
      if (b != nullptr) {
        at = b->scope;
        at.reading = s.reading;
      }
      return assignable(*e.op->body, at);
    }
    default:
      return std::nullopt;
  }
}

bool Compiler::assigns_or_branches(const Expr& e, const Scope& s) {
  const auto any = [&](const std::vector<const Expr*>& all) {
    return std::any_of(all.begin(), all.end(), [&](const Expr* x) { return assigns_or_branches(*x, s); });
  };
  if (e.level >= Level::action || (initial_ && e.level >= Level::state)) return true;
  switch (e.kind) {
    case ExprKind::disjunction:
    case ExprKind::exists:
    case ExprKind::square_action:
      return true;
    case ExprKind::conjunction:
    case ExprKind::conditional:
    case ExprKind::case_of:
    case ExprKind::let:
    case ExprKind::forall:
      return any(e.operands);
    case ExprKind::apply:
      if (e.op->native || e.op->body == nullptr || e.op->is_constant_definition()) return false;
      if (any(e.operands)) return true;
      if (std::find(looked_into_.begin(), looked_into_.end(), e.op) != looked_into_.end()) return false;
      if (e.op->recursive) looked_into_.push_back(e.op);
      {
        const bool found = assigns_or_branches(*e.op->body, s);
        if (e.op->recursive) looked_into_.pop_back();
        return found;
      }
    case ExprKind::constant:
      return e.constant->binding != nullptr &&
             (assigns_or_branches(*e.constant->binding->body, s) || any(e.operands));
    case ExprKind::symbol: {
      const Binding* b = find(s.environment, e.symbol);
      if (b == nullptr) return false;
      if (b->kind == Binding::Kind::expression) return assigns_or_branches(*b->expr, b->scope);
      return b->kind == Binding::Kind::lambda &&
             (any(e.operands) || assigns_or_branches(*b->expr->operands[0], b->scope));
    }
    case ExprKind::application: {
      const auto constructor = constructor_of(*e.operands[0], s);
      if (!constructor || constructor->running != nullptr) return constructor.has_value();
      const Expr* function = constructor->function;
      if (std::find(looked_into_.begin(), looked_into_.end(), function) != looked_into_.end()) return false;
      looked_into_.push_back(function);
      const bool found = assigns_or_branches(*function->operands[0], constructor->scope);
      looked_into_.pop_back();
      return found;
    }
    case ExprKind::native:
      if (e.native == Native::implies) return assigns_or_branches(*e.operands[1], s);
      return !e.operands.empty() && assignable(*e.operands[0], s).has_value();
    default:
      return false;
  }
}

ActionPtr Compiler::guard(const Expr& e, const Scope& s) { return code_.make<GuardAction>(compile(e, s)); }

ActionPtr Compiler::leaf(const Expr& e, const Scope& s, ActionPtr body, bool naming) {
  if (!naming) return body;
  auto call = std::make_unique<ActionCall>();
  call->span = e.span;
  call->around = s.call;
  call->name = next_name_;
  if (name_.op != nullptr) {
    call->name = name_.op->name;
    for (const Symbol* p : name_.op->parameters) {
      if (p->arity > 0) continue;
      call->parameters.push_back(p->name);
      Binding* b = find(name_.scope.environment, p);
      call->arguments.push_back(read_expression(*b, s));
    }
  }
  code_.actions.push_back({call->name, call->span, call->parameters});
  code_.action_calls.push_back(std::move(call));
  const auto index = static_cast<std::int64_t>(code_.actions.size()) - 1;
  return code_.make<NamedAction>(*code_.action_calls.back(), index, body);
}

ActionPtr Compiler::action(const Expr& e, const Scope& s, bool naming) {
  switch (e.kind) {
    case ExprKind::disjunction: {
      std::vector<ActionPtr> items;
      for (const Expr* operand : e.operands) items.push_back(action(*operand, s, naming));
      return code_.make<DisjunctionAction>(std::move(items));
    }
    case ExprKind::exists:
    case ExprKind::forall:
      return action_quantifier(e, s, naming);
    case ExprKind::let:
      return action_let(e, s, naming);
    case ExprKind::apply:
      return action_apply(e, s, naming);
    case ExprKind::symbol:
      return action_symbol(e, s, naming);
    case ExprKind::constant:
      if (e.constant->binding != nullptr && e.constant->binding->body != nullptr) {
        const Operator& op = *e.constant->binding;
        return action_inline({nullptr, e.constant->name, &op.parameters, op.body, nullptr}, e, s, naming);
      }
      return leaf(e, s, guard(e, s), naming);
    default:
      return leaf(e, s, action_leaf(e, s), naming);
  }
}

ActionPtr Compiler::action_leaf(const Expr& e, const Scope& s) {
  switch (e.kind) {
    case ExprKind::conjunction:
      return action_conjunction(e.operands, s);
    case ExprKind::conditional:
      return code_.make<ConditionalAction>(compile(*e.operands[0], s), action(*e.operands[1], s, false),
                                           action(*e.operands[2], s, false));
    case ExprKind::case_of:
      return action_case(e, s);
    case ExprKind::native:
      return action_native(e, s);
    case ExprKind::application:
      return action_application(e, s);
    case ExprKind::unchanged:
      return action_unchanged(e, s);
    case ExprKind::square_action:
      return action_square(e, s);
    case ExprKind::angle_action:
      return action_angle(e, s);
    default:
      return guard(e, s);
  }
}

ActionPtr Compiler::with_plain(ActionPtr node, const Expr& e, const Scope& s) {
  if (node->plain == nullptr) node->plain = compile(e, s);
  return node;
}

ActionPtr Compiler::action_conjunction(const std::vector<const Expr*>& items, const Scope& s) {
  std::vector<ActionPtr> actions;
  for (const Expr* item : items) actions.push_back(with_plain(action(*item, s, false), *item, s));
  return code_.make<ConjunctionAction>(std::move(actions));
}

ActionPtr Compiler::action_quantifier(const Expr& e, const Scope& s, bool naming) {
  const bool unbounded = std::any_of(e.bounds.begin(), e.bounds.end(),
                                     [](const semantics::Bound& b) { return b.set == nullptr; });
  if (unbounded) return leaf(e, s, guard(e, s), naming);
  const bool forall = e.kind == ExprKind::forall;
  if (forall && !assigns_or_branches(*e.operands[0], s)) return leaf(e, s, guard(e, s), naming);
  const NodePtr place = error(e, s, EvaluationFault::argument, {});
  const unsigned first = s.unit->slots;
  Scope inner = s;
  auto bounds = bind_bounds(e.bounds, s, inner);
  if (!forall) {
    const ActionPtr body = action(*e.operands[0], inner, naming);
    LeadingGuards guards = independent_guards(*body, bounds, *s.unit);
    return code_.make<ExistsAction>(*place, std::move(bounds), body, std::move(guards));
  }
  const ActionPtr body = with_plain(action(*e.operands[0], inner, false), *e.operands[0], inner);
  const auto* made = code_.make<ForallAction>(*place, std::move(bounds), body, first, s.unit->slots - first);
  return leaf(e, s, made, naming);
}

/// The guards that `body` begins with, up to the first one that depends on what these bounds choose, or whose
/// value may be another one the next time.
LeadingGuards Compiler::independent_guards(const ActionNode& body, const std::vector<BoundPlan>& bounds,
                                           const Unit& unit) {
  LeadingGuards found;
  body.add_leading_guards(found);
  const auto chosen = [&](std::uint64_t slot) {
    return std::any_of(bounds.begin(), bounds.end(), [&](const BoundPlan& b) {
      const std::uint64_t first = std::uint64_t{unit.number} << 32U | b.first_slot;
      return slot >= first && slot < first + b.names;
    });
  };
  const auto depends = [&](NodePtr guard) {
    const Dependence& d = guard->depends;
    return !d.repeatable() || std::any_of(d.free.begin(), d.free.end(), chosen);
  };
  found.guards.erase(std::find_if(found.guards.begin(), found.guards.end(), depends), found.guards.end());
  return found;
}

ActionPtr Compiler::action_let(const Expr& e, const Scope& s, bool naming) {
  const unsigned first = s.unit->slots;
  Scope inner = s;
  inner.environment = bind_definitions(e.definitions, s);
  const unsigned count = s.unit->slots - first;
  const ActionPtr body = action(*e.operands[0], inner, naming);
  return count == 0 ? body : code_.make<ScopeAction>(first, count, body);
}

ActionPtr Compiler::action_inline(const ActionTarget& target, const Expr& e, const Scope& s, bool naming) {
  const unsigned first = s.unit->slots;
  Scope inner = s;
  inner.environment = bind_arguments(*target.parameters, e.operands, target.definition, s);
  inner.call = inlined(target.name, e.span, s.call);
  const unsigned count = s.unit->slots - first;
  const NameInScope outer_name = name_;
  if (naming && target.op != nullptr) name_ = {target.op, inner};
  const ActionPtr body = action(*target.body, inner, naming);
  name_ = outer_name;
  return count == 0 ? body : code_.make<ScopeAction>(first, count, body);
}

ActionPtr Compiler::action_apply(const Expr& e, const Scope& s, bool naming) {
  const Operator& op = *e.op;
  Binding* b = find(s.environment, &op);
  if (b != nullptr && b->kind == Binding::Kind::expression) return action_binding(*b, e, s, naming);
  if (b == nullptr && op.native && evaluated_natively(*op.native)) return leaf(e, s, guard(e, s), naming);
  if (op.body == nullptr || op.is_constant_definition()) return leaf(e, s, guard(e, s), naming);
  if (op.recursive) return action_call(e, b, s, naming);
  const Environment* definition = b == nullptr ? nullptr : b->scope.environment;
  return action_inline({&op, op.name, &op.parameters, op.body, definition}, e, s, naming);
}

/// A recursive operator: `defined` is its binding when LET defines it.
ActionPtr Compiler::action_call(const Expr& e, const Binding* defined, const Scope& s, bool naming) {
  const Operator& op = *e.op;
  const auto outer_name = std::exchange(name_, {});
  const auto outer_next_name = std::exchange(next_name_, op.name);
  ActionPtr body = nullptr;
  if (assigns_or_branches(e, s)) {
    std::vector<unsigned> arities;
    std::vector<const Expr*> passed;
    for (std::size_t i = 0; i < op.parameters.size(); ++i) {
      arities.push_back(op.parameters[i]->arity);
      passed.push_back(op.parameters[i]->arity > 0 ? nullptr : passed_variable(*e.operands[i], s));
    }
    const Environment* definition = defined == nullptr ? nullptr : defined->scope.environment;
    Unit* lexical = defined == nullptr ? nullptr : defined->scope.unit;
    const CalledAction& code = called_action(op, definition, lexical, s.reading, std::move(passed));
    Dependence d;
    CallArguments arguments = call_arguments(arities, e.operands, s, d);
    const int lexical_hops = lexical == nullptr ? -1 : static_cast<int>(hops(s, *lexical));
    body = code_.make<CallAction>(*error(e, s, EvaluationFault::argument, {}), code, lexical_hops,
                                  std::move(arguments));
  } else {
    body = guard(e, s);
  }
  const ActionPtr made = leaf(e, s, body, naming);
  name_ = outer_name;
  next_name_ = outer_next_name;
  return made;
}

/// The variable that an argument is, seen through parameters and definitions; null when it is something else.
const Expr* Compiler::passed_variable(const Expr& argument, const Scope& s) const {
  if (s.reading != Reading::current) return nullptr;
  if (argument.kind == ExprKind::variable) return &argument;
  if (argument.kind != ExprKind::symbol || !argument.operands.empty()) return nullptr;
  const Binding* b = find(s.environment, argument.symbol);
  return b == nullptr || b->kind != Binding::Kind::expression ? nullptr : passed_variable(*b->expr, b->scope);
}

const CalledAction& Compiler::called_action(const Operator& op, const Environment* definition, Unit* lexical,
                                            Reading reading, std::vector<const Expr*> passed) {
  const int mode = static_cast<int>(reading) * 2 + (initial_ ? 1 : 0);
  CalledAction*& known = called_actions_[{&op, definition, mode, passed}];
  if (known != nullptr) return *known;
  code_.called_actions.push_back(std::make_unique<CalledAction>());
  CalledAction& made = *code_.called_actions.back();
  known = &made;  // before the body is compiled, which calls it
  Unit* unit = new_unit(lexical);
  made.name = op.name;
  made.unit = unit;
  made.body = action(*op.body, called_scope(*unit, op.parameters, passed, definition, reading), false);
  return made;
}

ActionPtr Compiler::action_symbol(const Expr& e, const Scope& s, bool naming) {
  Binding* b = find(s.environment, e.symbol);
  if (b != nullptr && b->kind == Binding::Kind::expression) return action_binding(*b, e, s, naming);
  if (b != nullptr && b->kind == Binding::Kind::lambda) {
    return action_inline(
        {nullptr, e.symbol->name, &b->expr->symbols, b->expr->operands[0], b->scope.environment}, e, s,
        naming);
  }
  return leaf(e, s, guard(e, s), naming);
}

ActionPtr Compiler::action_binding(Binding& b, const Expr& e, const Scope& s, bool naming) {
  if (!assigns_or_branches(*b.expr, b.scope)) return leaf(e, s, guard(e, s), naming);
  Scope at = b.scope;
  at.reading = s.reading;
  const NameInScope outer_name = name_;
  if (naming && e.kind == ExprKind::apply) name_ = {e.op, at};
  const ActionPtr body = action(*b.expr, at, naming);
  name_ = outer_name;
  const unsigned up = hops(s, *b.unit);
  return up == 0 ? body : code_.make<OuterAction>(up, body);
}

ActionPtr Compiler::action_native(const Expr& e, const Scope& s) {
  if (e.native == Native::implies) {
    return code_.make<ImplicationAction>(compile(*e.operands[0], s), action(*e.operands[1], s, false));
  }
  if (e.native != Native::equal && e.native != Native::in && e.native != Native::subseteq) return guard(e, s);
  const auto variable = assignable(*e.operands[0], s);
  if (!variable) return guard(e, s);
  std::string name = code_.model().spec.variable(*variable).name + (initial_ ? "" : "'");
  const NodePtr right = compile(*e.operands[1], s);
  if (e.native == Native::equal) return code_.make<AssignAction>(*variable, std::move(name), right);
  return code_.make<AssignInAction>(*variable, std::move(name), right, e.native == Native::subseteq);
}

ActionPtr Compiler::action_case(const Expr& e, const Scope& s) {
  std::vector<CaseAction::Arm> arms;
  const std::size_t paired = e.has_other ? e.operands.size() - 1 : e.operands.size();
  for (std::size_t i = 0; i < paired; i += 2)
    arms.push_back({compile(*e.operands[i], s), action(*e.operands[i + 1], s, false)});
  const ActionPtr other = e.has_other ? action(*e.operands.back(), s, false) : nullptr;
  return code_.make<CaseAction>(*error(e, s, EvaluationFault::argument, {}), std::move(arms), other);
}

void Compiler::unfold_unchanged(const Expr& e, const Scope& s, std::vector<ActionPtr>& out) {
  if (e.kind == ExprKind::tuple) {
    for (const Expr* item : e.operands) unfold_unchanged(*item, s, out);
    return;
  }
  const auto unchanged = [&] {
    Scope primed = s;
    primed.reading = Reading::next;
    const NodePtr now = compile(e, s);
    const NodePtr then = compile(e, primed);
    return finish(code_.make<UnchangedNode>(now, then), e, s, joined({now, then}));
  };
  if (e.kind == ExprKind::variable && s.reading == Reading::current) {
    auto* keep = code_.make<KeepAction>(e.variable->index, e.variable->name);
    keep->plain = unchanged();
    out.push_back(keep);
    return;
  }
  if (e.kind == ExprKind::apply && e.operands.empty() && !e.op->native && !e.op->recursive &&
      e.op->body != nullptr) {
    const Binding* b = find(s.environment, e.op);
    Scope at = s;
    at.environment = nullptr;
    if (b != nullptr) at = b->scope;
    at.reading = s.reading;
    if (b == nullptr || b->unit == s.unit) {
      unfold_unchanged(*e.op->body, at, out);
      return;
    }
  }
  if (e.kind == ExprKind::symbol && e.operands.empty()) {
    const Binding* b = find(s.environment, e.symbol);
    if (b != nullptr && b->kind == Binding::Kind::expression && b->unit == s.unit) {
      Scope at = b->scope;
      at.reading = s.reading;
      unfold_unchanged(*b->expr, at, out);
      return;
    }
  }
  out.push_back(code_.make<GuardAction>(unchanged()));
}

ActionPtr Compiler::action_unchanged(const Expr& e, const Scope& s) { return keep_all(*e.operands[0], s); }

ActionPtr Compiler::keep_all(const Expr& subscript, const Scope& s) {
  std::vector<ActionPtr> items;
  unfold_unchanged(subscript, s, items);
  if (items.empty()) {
    auto* node = code_.make<LiteralNode>(Value::boolean(true));
    node->span = subscript.span;
    return code_.make<GuardAction>(node);
  }
  return items.size() == 1 ? items[0] : code_.make<ConjunctionAction>(std::move(items));
}

ActionPtr Compiler::action_square(const Expr& e, const Scope& s) {
  std::vector<ActionPtr> both{action(*e.operands[0], s, false), keep_all(*e.operands[1], s)};
  return code_.make<DisjunctionAction>(std::move(both));
}

ActionPtr Compiler::action_angle(const Expr& e, const Scope& s) {
  Scope primed = s;
  primed.reading = Reading::next;
  const NodePtr now = compile(*e.operands[1], s);
  const NodePtr then = compile(*e.operands[1], primed);
  const NodePtr same = finish(code_.make<UnchangedNode>(now, then), e, s, joined({now, then}));
  const NodePtr changed = finish(code_.make<NegationNode>(same), e, s, same->depends);
  std::vector<ActionPtr> both{action(*e.operands[0], s, false), code_.make<GuardAction>(changed)};
  return code_.make<ConjunctionAction>(std::move(both));
}

}  // namespace synod::program
