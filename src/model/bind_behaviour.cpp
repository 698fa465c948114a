#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/binding.hpp"
#include "model/decompose.hpp"
#include "model/substitution.hpp"
#include "model/temporal_support.hpp"

namespace synod::model {
namespace {

using semantics::Expr;
using semantics::Kind;
using semantics::Level;
using syntax::Code;

/// The variables that a subscript names: itself, or the components of a tuple, through definitions.
void collect_variables(semantics::Spec& spec, const Expr& subscript, unsigned depth,
                       std::set<std::uint32_t>& found) {
  if (depth > 1000) return;
  switch (subscript.kind) {
    case Kind::variable:
      found.insert(subscript.variable->index);
      break;
    case Kind::tuple:
      for (const Expr* item : subscript.operands) collect_variables(spec, *item, depth + 1, found);
      break;
    case Kind::apply:
      if (!subscript.op->native && !subscript.op->recursive && subscript.op->body != nullptr) {
        collect_variables(spec, *instantiate(spec, subscript), depth + 1, found);
      }
      break;
    case Kind::let:
      collect_variables(spec, *subscript.operands.at(0), depth + 1, found);
      break;
    default:
      break;
  }
}

void warn_of_missing_variables(const Binding& binding, const Expr& subscript) {
  std::set<std::uint32_t> found;
  collect_variables(binding.spec(), subscript, 0, found);
  for (const semantics::Variable* variable : binding.spec().variables) {
    if (found.contains(variable->index)) continue;
    binding.diagnostics.warning(
        Code::subscript_misses_variable, subscript.span,
        fmt::format(
            "the subscript of the next-state relation does not seem to contain the variable {}; a step that "
            "changes only it is taken as a step of the specification",
            variable->name));
  }
}

class Behaviour {
 public:
  explicit Behaviour(const Binding& binding) : binding_(binding) {}

  void take(const Piece& piece) {
    const Expr& expr = piece.expr();
    if (expr.kind == Kind::temporal_forall || expr.kind == Kind::temporal_exists) return refuse_hiding(expr);
    if (const Expr* inner = operand_of_always(expr)) return take_always(piece, *inner);
    switch (expr.level) {
      case Level::constant:
      case Level::state:
        initial_.push_back(piece.wrap(binding_.spec(), &expr));
        return;
      case Level::action:
        return refuse_action(expr);
      case Level::temporal:
        return take_fairness(piece);
    }
  }

  void finish() {
    Model& model = binding_.model;
    if (!initial_.empty()) model.init = make_conjunction(binding_.spec(), initial_);
    const std::string& name = binding_.config.specification->text;
    const Span at = binding_.config.specification->span;
    if (binding_.diagnostics.has_errors()) return;
    if (model.init == nullptr) {
      binding_.diagnostics.error(Code::no_behaviour, at, fmt::format("{} has no initial condition", name),
                                 "Init /\\ [][Next]_vars");
    }
    if (model.next == nullptr) {
      binding_.diagnostics.error(Code::config_missing_next, at,
                                 fmt::format("{} has no next-state relation", name),
                                 "Init /\\ [][Next]_vars");
    }
  }

 private:
  void take_always(const Piece& piece, const Expr& inner) {
    if (inner.level <= Level::state) return refuse_always_state(piece.expr());
    if (inner.kind != Kind::square_action) return take_fairness(piece);
    Model& model = binding_.model;
    if (model.next != nullptr) {
      binding_.diagnostics.error(Code::config_conflict, inner.span,
                                 "the specification has a second next-state relation");
      return;
    }
    const Expr* action = inner.operands.at(0);
    model.next = piece.wrap(binding_.spec(), action);
    if (action->kind == Kind::apply) model.next_name = action->op->name;
    model.next_subscript = piece.wrap(binding_.spec(), inner.operands.at(1));
    warn_of_missing_variables(binding_, *inner.operands.at(1));
  }

  void take_fairness(const Piece& piece) {
    refuse_unsupported(binding_, "SPECIFICATION " + binding_.config.specification->text, piece.expr());
    binding_.model.fairness.push_back(
        {binding_.config.specification->text, piece.wrap(binding_.spec(), &piece.expr())});
  }

  void refuse_hiding(const Expr& expr) {
    binding_.diagnostics.error(
        Code::unsupported, expr.span,
        "a specification with \\EE or \\AA cannot be checked: no engine can hide variables");
  }
  void refuse_always_state(const Expr& expr) {
    binding_.diagnostics.error(Code::unsupported, expr.span,
                               "a specification with []P, where P is a state predicate, cannot be checked",
                               "[][P /\\ P']_vars, or P as a CONSTRAINT");
  }
  void refuse_action(const Expr& expr) {
    binding_.diagnostics.error(Code::config_wrong_level, expr.span,
                               "this conjunct of the specification is an action",
                               "an initial condition, [][Next]_vars or fairness");
  }

  const Binding& binding_;
  std::vector<const Expr*> initial_;
};

void bind_specification(const Binding& binding, const ConfigName& name) {
  for (const auto* other : {&binding.config.init, &binding.config.next}) {
    if (!other->has_value()) continue;
    binding.diagnostics.error(Code::config_conflict, (*other)->span,
                              "a configuration has either SPECIFICATION, or INIT and NEXT");
    return;
  }
  const Expr* formula = find_formula(binding, "SPECIFICATION", name);
  if (formula == nullptr) return;
  if (formula->level == Level::constant) {
    binding.diagnostics.error(Code::config_wrong_level, name.span,
                              fmt::format("the specification {} is a constant", name.text));
    return;
  }
  Behaviour behaviour(binding);
  decompose(binding.spec(), *formula, false, [&](const Piece& piece) { behaviour.take(piece); });
  behaviour.finish();
}

/// INIT or NEXT: an expression between the levels that make sense.
const Expr* bind_relation(const Binding& binding, std::string_view keyword, const ConfigName& name,
                          Level highest) {
  const Expr* formula = find_formula(binding, keyword, name);
  if (formula == nullptr) return nullptr;
  if (formula->level == Level::constant) {
    binding.diagnostics.error(
        Code::config_wrong_level, name.span,
        fmt::format("{} {} is a constant: it says nothing about any variable", keyword, name.text));
    return nullptr;
  }
  if (formula->level > highest) {
    binding.diagnostics.error(
        Code::config_level_too_high, name.span,
        fmt::format("{} {} is {}", keyword, name.text,
                    formula->level == Level::action ? "an action: it has primes" : "a temporal formula"),
        highest == Level::state ? "a state predicate" : "an action");
    return nullptr;
  }
  return formula;
}

}  // namespace

void bind_behaviour(const Binding& binding) {
  const Config& config = binding.config;
  if (config.specification) return bind_specification(binding, *config.specification);
  if (config.init) binding.model.init = bind_relation(binding, "INIT", *config.init, Level::state);
  if (config.next) {
    binding.model.next = bind_relation(binding, "NEXT", *config.next, Level::action);
    binding.model.next_name = config.next->text;
  }
}

}  // namespace synod::model
