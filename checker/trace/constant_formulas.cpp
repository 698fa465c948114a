#include "trace/constant_formulas.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "reference/predicates.hpp"

namespace synod::trace {
namespace {

using syntax::Code;

/// The truth of a formula of constant level; nothing when its evaluation fails.
std::optional<bool> truth(reference::Evaluator& evaluator, const semantics::Expr& formula) {
  try {
    return reference::Predicates(evaluator).holds_without_state(formula);
  } catch (const EvaluationError&) {
    return std::nullopt;
  }
}

void settle(reference::Evaluator& evaluator, std::string_view keyword, std::vector<model::Named>& formulas,
            syntax::Diagnostics& diagnostics) {
  std::erase_if(formulas, [&](const model::Named& formula) {
    if (formula.body->level != semantics::Level::constant) return false;
    const std::optional<bool> value = truth(evaluator, *formula.body);
    if (!value) return false;
    const std::string message = fmt::format("{} {} depends on no variable: it is always {}", keyword,
                                            formula.name, *value ? "TRUE" : "FALSE");
    if (*value) {
      diagnostics.warning(Code::trivially_true, formula.body->span, message);
    } else {
      diagnostics.error(Code::config_conflict, formula.body->span, message);
    }
    return true;
  });
}

bool has_constant(const std::vector<model::Named>& formulas) {
  return std::any_of(formulas.begin(), formulas.end(),
                     [](const model::Named& f) { return f.body->level == semantics::Level::constant; });
}

}  // namespace

void settle_constant_formulas(model::Model& model, syntax::Diagnostics& diagnostics) {
  const bool any = has_constant(model.invariants) || has_constant(model.constraints) ||
                   has_constant(model.action_constraints) || has_constant(model.implied_inits);
  if (!any) return;
  reference::Evaluator evaluator(model);
  settle(evaluator, "INVARIANT", model.invariants, diagnostics);
  settle(evaluator, "CONSTRAINT", model.constraints, diagnostics);
  settle(evaluator, "ACTION_CONSTRAINT", model.action_constraints, diagnostics);
  settle(evaluator, "PROPERTY", model.implied_inits, diagnostics);
}

}  // namespace synod::trace
