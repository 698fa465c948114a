// f[e] as an action: TLC runs the body of a function constructor as if it were that of an operator, so that
// it can assign variables and be TRUE in several ways.
#include "program/call_action.hpp"
#include "program/compiler.hpp"

namespace synod::program {

using semantics::Level;

namespace {

/// The scope of a definition or argument that is read at `s`.
Scope at_definition(const Binding& b, const Scope& s) {
  Scope at = b.scope;
  at.reading = s.reading;
  return at;
}

}  // namespace

std::optional<Compiler::Constructor> Compiler::constructor_of(const Expr& e, const Scope& s) const {
  switch (e.kind) {
    case ExprKind::function:
      return Constructor{&e, s, initial_ && e.self == nullptr, nullptr};
    case ExprKind::symbol: {
      if (!e.operands.empty()) return std::nullopt;
      const auto running = running_.find(e.symbol);
      if (running != running_.end()) return Constructor{nullptr, s, false, running->second};
      const Binding* b = find(s.environment, e.symbol);
      if (b == nullptr || b->kind != Binding::Kind::expression) return std::nullopt;
      return constructor_of(*b->expr, at_definition(*b, s));
    }
    case ExprKind::apply: {
      const Operator& op = *e.op;
      if (!e.operands.empty() || op.native || op.recursive || op.body == nullptr) return std::nullopt;
      const Binding* b = find(s.environment, &op);
      if (b != nullptr && b->kind != Binding::Kind::expression) return std::nullopt;
      if (b != nullptr) return constructor_of(*b->expr, at_definition(*b, s));
      Scope at = s;
      at.environment = nullptr;
      auto found = constructor_of(*op.body, at);
      // A constant definition is evaluated before the search.
      if (found && found->function != nullptr && op.level == Level::constant)
        found->built_first = found->function->self == nullptr;
      return found;
    }
    default:
      return std::nullopt;
  }
}

const PointCode& Compiler::point_code(const Constructor& constructor) {
  const Expr& function = *constructor.function;
  const Scope& outer = constructor.scope;
  PointCode*& known = points_[{&function, outer.environment, outer.unit,
                               static_cast<int>(outer.reading) * 2 + (initial_ ? 1 : 0)}];
  if (known != nullptr) return *known;
  code_.points.push_back(std::make_unique<PointCode>());
  PointCode& made = *code_.points.back();
  known = &made;
  Unit* unit = new_unit(outer.unit);
  made.unit = unit;
  made.built_first = constructor.built_first;
  Scope inner = outer;
  inner.unit = unit;
  made.parameters = bind_bounds(function.bounds, outer, inner);
  if (function.self != nullptr) {
    made.self_slot = static_cast<int>(allocate(*unit, 1));
    made.name = function.self->name;
    Binding self;
    self.kind = Binding::Kind::slot;
    self.unit = unit;
    self.slot = static_cast<unsigned>(made.self_slot);
    inner.environment = extend(inner.environment, function.self, self);
    running_[function.self] = &made;
  }
  made.body = action(*function.operands[0], inner, false);
  if (function.self != nullptr) running_.erase(function.self);
  return made;
}

ActionPtr Compiler::action_application(const Expr& e, const Scope& s) {
  if (!assigns_or_branches(e, s)) return guard(e, s);
  const auto constructor = constructor_of(*e.operands[0], s);
  if (!constructor) return guard(e, s);
  const PointCode& code = constructor->running != nullptr ? *constructor->running : point_code(*constructor);
  return code_.make<ApplicationAction>(code, hops(s, *code.unit->lexical), compile(*e.operands[0], s),
                                       compile(*e.operands[1], s), compile(e, s));
}

}  // namespace synod::program
