#include <algorithm>

#include <fmt/format.h>

#include "model/binding.hpp"
#include "model/decompose.hpp"
#include "model/temporal_support.hpp"

namespace synod::model {
namespace {

using semantics::Expr;
using semantics::Kind;
using semantics::Level;
using syntax::Code;

/// The tuple of all variables. "Nothing changes" is UNCHANGED of it.
const Expr* all_variables(semantics::Spec& spec) {
  Expr* tuple = spec.new_expr(Kind::tuple, {});
  for (const semantics::Variable* variable : spec.variables) {
    Expr* reference = spec.new_expr(Kind::variable, {});
    reference->variable = variable;
    reference->level = Level::state;
    tuple->operands.push_back(reference);
  }
  tuple->level = Level::state;
  return tuple;
}

class Property {
 public:
  /// `whole`: the property, of which pieces are taken.
  Property(const Binding& binding, const ConfigName& name, const Expr& whole)
      : binding_(binding), name_(name), whole_(whole) {}

  void take(const Piece& piece) {
    const Expr& expr = piece.expr();
    if (const Expr* inner = operand_of_always(expr)) return take_always(piece, *inner);
    switch (expr.level) {
      case Level::constant:
      case Level::state:
        return take_initial(piece);
      case Level::action:
        return refuse_action(expr);
      case Level::temporal:
        return take_liveness(piece);
    }
  }

 private:
  void take_always(const Piece& piece, const Expr& inner) {
    semantics::Spec& spec = binding_.spec();
    if (inner.kind == Kind::square_action) return take_action(piece, inner);
    if (inner.level > Level::state) return take_liveness(piece);
    binding_.model.invariants.push_back({name_.text, piece.wrap(spec, &inner), piece.instance()});
  }

  /// `[][A]_v`. Under a quantifier every instance may have its own v, so the quantifier stays around the
  /// whole [A]_v; a step that changes nothing at all satisfies each of them.
  void take_action(const Piece& piece, const Expr& square) {
    semantics::Spec& spec = binding_.spec();
    const Expr* action =
        piece.quantified() ? piece.wrap(spec, &square) : piece.wrap(spec, square.operands.at(0));
    const Expr* subscript =
        piece.quantified() ? all_variables(spec) : piece.wrap(spec, square.operands.at(1));
    binding_.model.action_properties.push_back(
        {name_.text, action, subscript, piece.expr().span, piece.instance()});
  }

  void take_initial(const Piece& piece) {
    // An initial condition that belongs to a specification, as in a refinement, is meant as one.
    if (whole_.level == Level::state) {
      binding_.diagnostics.warning(Code::property_shape, piece.expr().span,
                                   fmt::format("PROPERTY {}: this state predicate is checked in the initial "
                                               "states only; []P is checked in all",
                                               name_.text));
    }
    binding_.model.implied_inits.push_back(
        {name_.text, piece.wrap(binding_.spec(), &piece.expr()), piece.instance()});
  }

  void refuse_action(const Expr& expr) {
    const bool square = expr.kind == Kind::square_action;
    binding_.diagnostics.error(
        Code::config_wrong_level, expr.span,
        fmt::format("PROPERTY {}: this is an action and not a property of behaviours", name_.text),
        square ? "[] before [A]_v" : "[][A]_vars");
  }

  void take_liveness(const Piece& piece) {
    const Expr& expr = piece.expr();
    refuse_unsupported(binding_, "PROPERTY " + name_.text, expr);
    binding_.model.liveness.push_back({name_.text, piece.wrap(binding_.spec(), &expr), piece.instance()});
  }

  const Binding& binding_;
  const ConfigName& name_;
  const Expr& whole_;
};

/// Whether the root module can say it in a name, or as a tuple of names.
bool is_written_as_names(const semantics::Spec& spec, const Expr& e) {
  if (e.kind == Kind::variable) return true;
  if (e.kind == Kind::tuple)
    return std::ranges::all_of(e.operands,
                               [&](const Expr* part) { return is_written_as_names(spec, *part); });
  if (e.kind != Kind::apply || !e.operands.empty()) return false;
  const auto found = spec.root_operators.find(e.op->name);
  return found != spec.root_operators.end() && found->second == e.op;
}

/// "a conjunct WF_vars(Next)", in the specification's own names, or words where it has none.
std::string fairness_of_next(const Model& model) {
  const Expr* const next = model.next;
  const Expr* const subscript = model.next_subscript;
  const bool has_names = next != nullptr && subscript != nullptr && next->kind == Kind::apply &&
                         is_written_as_names(model.spec, *next) &&
                         is_written_as_names(model.spec, *subscript);
  if (!has_names) return "weak fairness of its next-state relation";
  return fmt::format("a conjunct WF_{}({})", semantics::print(*subscript), semantics::print(*next));
}

/// A behaviour may stop at any time unless something says that it does not.
void warn_of_missing_fairness(const Binding& binding) {
  const Model& model = binding.model;
  if (!model.fairness.empty() || binding.diagnostics.has_errors()) return;
  for (const Named& property : model.liveness) {
    const bool has_premise =
        property.body->kind == Kind::native && property.body->native == semantics::Native::implies;
    if (has_premise) continue;
    binding.diagnostics.warning(
        Code::no_fairness, property.body->span,
        fmt::format(
            "PROPERTY {}: the specification has no fairness, so behaviors that stop anywhere for ever "
            "are checked too; {} would exclude most of them",
            property.name, fairness_of_next(model)));
    return;
  }
}

}  // namespace

void bind_properties(const Binding& binding) {
  for (const ConfigName& name : binding.config.properties) {
    const Expr* formula = find_formula(binding, "PROPERTY", name);
    if (formula == nullptr) continue;
    Property property(binding, name, *formula);
    decompose(binding.spec(), *formula, true, [&](const Piece& piece) { property.take(piece); });
  }
  warn_of_missing_fairness(binding);
}

}  // namespace synod::model
