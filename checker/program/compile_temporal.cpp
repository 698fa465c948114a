// Temporal formulas: names are resolved down to the maximal parts without a temporal operator, which become
// predicates.
#include <algorithm>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "base/failure.hpp"
#include "program/compiler.hpp"

namespace synod::program {

using semantics::Level;

namespace {

/// Writes down what an expression means, so that the same formula at two places is one atom. What cannot be
/// told is taken to mean something of its own.
class Signature {
 public:
  using Find = std::function<Binding*(const Environment*, const void*)>;
  explicit Signature(Find find) : find_(std::move(find)) {}

  Meaning of(const Expr& e, const Scope& s) {
    write(e, s);
    meaning_.push_back({std::move(text_), std::nullopt, false});
    return std::move(meaning_);
  }

 private:
  void write(const Expr& e, const Scope& s) {
    if (e.kind == ExprKind::symbol) return symbol(e, s);
    if (e.kind == ExprKind::apply && find_(s.environment, e.op) != nullptr) return local_definition(e, s);
    if (!e.definitions.empty()) return alone(&e, s);
    text_ += fmt::format("({} {} {} {}", static_cast<int>(e.kind), static_cast<int>(e.native), e.integer,
                         e.has_other);
    for (const std::string* text : texts(e)) text_ += fmt::format(" {}:{}", text->size(), *text);
    if (e.variable != nullptr) text_ += fmt::format(" v{}", e.variable->index);
    if (e.constant != nullptr) text_ += fmt::format(" c{}", e.constant->index);
    if (e.op != nullptr) text_ += fmt::format(" o{}", static_cast<const void*>(e.op));
    if (e.self != nullptr) text_ += fmt::format(" s{}", e.self->id);
    for (const Symbol* parameter : e.symbols) text_ += fmt::format(" s{}", parameter->id);
    for (const semantics::Bound& bound : e.bounds) {
      text_ += bound.tuple ? " t" : " b";
      for (const Symbol* variable : bound.symbols) text_ += fmt::format(" s{}", variable->id);
      if (bound.set != nullptr) write(*bound.set, s);
    }
    for (const semantics::Update& update : e.updates) {
      text_ += update.at == nullptr ? " u" : fmt::format(" u{}", update.at->id);
      for (const Expr* index : update.path) write(*index, s);
      write(*update.value, s);
    }
    for (const Expr* operand : e.operands) write(*operand, s);
    text_ += ')';
  }

  static std::vector<const std::string*> texts(const Expr& e) {
    std::vector<const std::string*> all;
    if (!e.text.empty()) all.push_back(&e.text);
    for (const std::string& field : e.fields) all.push_back(&field);
    return all;
  }

  void symbol(const Expr& e, const Scope& s) {
    const Binding* b = find_(s.environment, e.symbol);
    if (b == nullptr) {  // bound inside the expression
      text_ += fmt::format("(s{}", e.symbol->id);
      for (const Expr* operand : e.operands) write(*operand, s);
      text_ += ')';
    } else if (b->kind == Binding::Kind::expression && e.operands.empty()) {
      write(*b->expr, b->scope);
    } else if (b->kind == Binding::Kind::slot) {
      meaning_.push_back({std::exchange(text_, {}), b->slot, false});
    } else {
      alone(&e, s);
    }
  }

  void local_definition(const Expr& e, const Scope& s) {
    const Binding* b = find_(s.environment, e.op);
    if (b->kind != Binding::Kind::expression) return alone(&e, s);
    write(*b->expr, b->scope);
  }

  void alone(const Expr* e, const Scope& s) {
    text_ += fmt::format("(! {} {})", static_cast<const void*>(e), static_cast<const void*>(s.environment));
    meaning_.push_back({std::exchange(text_, {}), std::nullopt, true});  // it may read any of them
  }

  Find find_;
  Meaning meaning_;
  std::string text_;
};

const std::string around_temporal = " cannot stand around a temporal formula.";

}  // namespace

TemporalEntry Compiler::temporal_entry(const Expr& e) {
  Scope s;
  Unit* unit = new_unit(nullptr);
  s.unit = unit;
  return {temporal(e, s), unit};
}

/// Whether e is temporal once its parameters stand for their arguments.
bool Compiler::is_temporal(const Expr& e, const Scope& s) const {
  if (e.level == Level::temporal) return true;
  if (e.kind == ExprKind::symbol) {
    const Binding* b = find(s.environment, e.symbol);
    if (b == nullptr) return false;
    if (b->kind == Binding::Kind::expression) return is_temporal(*b->expr, b->scope);
    return b->kind == Binding::Kind::lambda && is_temporal(*b->expr->operands[0], b->scope);
  }
  return std::any_of(e.operands.begin(), e.operands.end(),
                     [&](const Expr* operand) { return is_temporal(*operand, s); });
}

/// Whether a parameter brings an action where the module itself must not have one: a formula would then tell
/// behaviours apart that differ in stuttering only.
bool Compiler::is_bare_action(const Expr& e, const Scope& s) const {
  if (e.kind != ExprKind::symbol)
    return e.level == Level::action && e.kind != ExprKind::square_action && e.kind != ExprKind::angle_action;
  const Binding* b = find(s.environment, e.symbol);
  if (b == nullptr) return false;
  if (b->kind == Binding::Kind::expression) return is_bare_action(*b->expr, b->scope);
  return b->kind == Binding::Kind::lambda && is_bare_action(*b->expr->operands[0], b->scope);
}

TemporalPtr Compiler::make_temporal(TemporalNode node) {
  code_.temporal_nodes.push_back(std::make_unique<TemporalNode>(std::move(node)));
  return code_.temporal_nodes.back().get();
}

/// A formula whose evaluation fails.
TemporalPtr Compiler::refuse_temporal(const Expr& e, const Scope& s, const std::string& message) {
  const NodePtr failing = error(e, s, EvaluationFault::unsupported, message);
  code_.temporal_predicates.push_back({failing, s.unit, {}});
  const auto number = static_cast<std::uint32_t>(code_.temporal_predicates.size() - 1);
  return make_temporal({TemporalNode::Form::predicate, {}, {number}});
}

TemporalPtr Compiler::temporal_junction(TemporalNode::Form form, const std::vector<const Expr*>& parts,
                                        const Scope& s) {
  TemporalNode node{form};
  for (const Expr* part : parts) node.parts.push_back(temporal(*part, s));
  return make_temporal(std::move(node));
}

std::uint32_t Compiler::temporal_predicate(const Expr& e, const Scope& s) {
  Meaning meaning =
      Signature([this](const Environment* at, const void* name) { return find(at, name); }).of(e, s);
  std::optional<bool> stuttering;
  if (e.kind == ExprKind::square_action || e.kind == ExprKind::angle_action)
    stuttering = e.kind == ExprKind::square_action;
  code_.temporal_predicates.push_back({compile(e, s), s.unit, std::move(meaning), stuttering});
  return static_cast<std::uint32_t>(code_.temporal_predicates.size() - 1);
}

/// A predicate, or the negation of the one that it denies: they share an atom.
TemporalPtr Compiler::temporal_atom(const Expr& e, const Scope& s) {
  const auto predicate = [&](const Expr& of) {
    return make_temporal({TemporalNode::Form::predicate, {}, {temporal_predicate(of, s)}});
  };
  const bool denies =
      e.kind == ExprKind::native && (e.native == Native::not_equal || e.native == Native::not_in);
  if (!denies) return predicate(e);
  Expr& denied = code_.made_expressions.emplace_back(e);
  denied.native = e.native == Native::not_equal ? Native::equal : Native::in;
  return make_temporal({TemporalNode::Form::negation, {predicate(denied)}});
}

TemporalPtr Compiler::temporal(const Expr& e, const Scope& s) {
  using Form = TemporalNode::Form;
  if (e.kind == ExprKind::native && e.native == Native::negation)
    return temporal_junction(Form::negation, e.operands, s);
  if (!is_temporal(e, s)) return temporal_atom(e, s);
  switch (e.kind) {
    case ExprKind::conjunction:
      return temporal_junction(Form::conjunction, e.operands, s);
    case ExprKind::disjunction:
      return temporal_junction(Form::disjunction, e.operands, s);
    case ExprKind::native:
      return temporal_native(e, e.native, e.operands, s);
    case ExprKind::weak_fairness:
    case ExprKind::strong_fairness:
      return temporal_fairness(e, s);
    case ExprKind::forall:
    case ExprKind::exists: {
      TemporalNode node{e.kind == ExprKind::forall ? Form::forall : Form::exists};
      Scope inner = s;
      node.place = error(e, s, EvaluationFault::argument, {});
      node.bounds = bind_bounds(e.bounds, s, inner);
      node.parts = {temporal(*e.operands[0], inner)};
      return make_temporal(std::move(node));
    }
    case ExprKind::conditional: {
      // IF c THEN F ELSE G is (c /\ F) \/ (~c /\ G)
      const TemporalPtr condition = temporal(*e.operands[0], s);
      const TemporalPtr otherwise = make_temporal({Form::negation, {condition}});
      const TemporalPtr yes = make_temporal({Form::conjunction, {condition, temporal(*e.operands[1], s)}});
      const TemporalPtr no = make_temporal({Form::conjunction, {otherwise, temporal(*e.operands[2], s)}});
      return make_temporal({Form::disjunction, {yes, no}});
    }
    default:
      return temporal_name(e, s);
  }
}

TemporalPtr Compiler::temporal_native(const Expr& e, Native native, const std::vector<const Expr*>& operands,
                                      const Scope& s) {
  using Form = TemporalNode::Form;
  switch (native) {
    case Native::negation:
      return temporal_junction(Form::negation, operands, s);
    case Native::equivalent:
    case Native::equal:  // of formulas
      return temporal_junction(Form::equivalence, operands, s);
    case Native::always:
    case Native::eventually:
      if (is_bare_action(*operands[0], s))
        return refuse_temporal(e, s, "An action under [] must be a [A]_v, and under <> a <<A>>_v.");
      return temporal_junction(native == Native::always ? Form::always : Form::eventually, operands, s);
    case Native::implies: {
      const TemporalPtr no = temporal_junction(Form::negation, {operands[0]}, s);
      return make_temporal({Form::disjunction, {no, temporal(*operands[1], s)}});
    }
    case Native::leads_to: {
      // F ~> G is [](F => <>G)
      const TemporalPtr no = temporal_junction(Form::negation, {operands[0]}, s);
      const TemporalPtr later = temporal_junction(Form::eventually, {operands[1]}, s);
      return make_temporal({Form::always, {make_temporal({Form::disjunction, {no, later}})}});
    }
    default:
      return refuse_temporal(e, s, "This operator" + around_temporal);
  }
}

TemporalPtr Compiler::temporal_fairness(const Expr& e, const Scope& s) {
  Expr& angle = code_.made_expressions.emplace_back();
  angle.kind = ExprKind::angle_action;
  angle.level = Level::action;
  angle.span = e.span;
  angle.operands = {e.operands[1], e.operands[0]};
  const Expr* enabled = e.operands.size() > 2 ? e.operands[2] : nullptr;
  if (enabled == nullptr) {
    Expr& made = code_.made_expressions.emplace_back();
    made.kind = ExprKind::enabled;
    made.level = Level::state;
    made.span = e.span;
    made.operands = {&angle};
    enabled = &made;
  }
  const auto form = e.kind == ExprKind::weak_fairness ? TemporalNode::Form::weak_fairness
                                                      : TemporalNode::Form::strong_fairness;
  const std::uint32_t may = temporal_predicate(*enabled, s);
  return make_temporal({form, {}, {may, temporal_predicate(angle, s)}});
}

/// A definition, parameter or LET whose meaning is temporal.
TemporalPtr Compiler::temporal_name(const Expr& e, const Scope& s) {
  const auto body_of = [&](const std::vector<const Symbol*>& parameters, const Expr& body,
                           const Environment* definition, const std::string& name) {
    Scope inner = s;
    inner.environment = bind_arguments(parameters, e.operands, definition, s);
    inner.call = inlined(name, e.span, s.call);
    return temporal(body, inner);
  };
  switch (e.kind) {
    case ExprKind::let: {
      Scope inner = s;
      inner.environment = bind_definitions(e.definitions, s);
      return temporal(*e.operands[0], inner);
    }
    case ExprKind::constant:
      if (e.constant->binding == nullptr) break;
      return body_of(e.constant->binding->parameters, *e.constant->binding->body, nullptr, e.constant->name);
    case ExprKind::symbol: {
      const Binding* b = find(s.environment, e.symbol);
      if (b->kind == Binding::Kind::expression) return temporal(*b->expr, b->scope);
      return body_of(b->expr->symbols, *b->expr->operands[0], b->scope.environment, e.symbol->name);
    }
    case ExprKind::apply: {
      const Binding* b = find(s.environment, e.op);
      if (b != nullptr && b->kind == Binding::Kind::expression) return temporal(*b->expr, b->scope);
      require(!e.op->recursive, "recursive temporal formulas are refused when a model is bound");
      if (e.op->native && evaluated_natively(*e.op->native))
        return temporal_native(e, *e.op->native, e.operands, s);
      if (e.op->body == nullptr) break;
      return body_of(e.op->parameters, *e.op->body, b == nullptr ? nullptr : b->scope.environment,
                     e.op->name);
    }
    default:
      break;
  }
  return refuse_temporal(e, s, "This operator" + around_temporal);
}

}  // namespace synod::program
