#include <fmt/format.h>

#include "model/binding.hpp"

namespace synod::model {
namespace {

using semantics::Expr;
using semantics::Level;
using syntax::Code;

std::string_view describe(Level level) {
  switch (level) {
    case Level::constant:
      return "a constant";
    case Level::state:
      return "a state predicate";
    case Level::action:
      return "an action: it has primes";
    case Level::temporal:
      return "a temporal formula";
  }
  return "";
}

/// The formula that a keyword names, refused above `highest` with `advice`.
const Expr* bind_formula(const Binding& binding, std::string_view keyword, const ConfigName& name,
                         Level highest, std::string_view advice,
                         Code wrong_level = Code::config_wrong_level) {
  const Expr* formula = find_formula(binding, keyword, name);
  if (formula == nullptr || formula->level <= highest) return formula;
  binding.diagnostics.error(wrong_level, name.span,
                            fmt::format("{} {} is {}", keyword, name.text, describe(formula->level)),
                            std::string(advice));
  return nullptr;
}

void bind_list(const Binding& binding, std::string_view keyword, const std::vector<ConfigName>& names,
               Level highest, std::string_view advice, std::vector<Named>& result,
               Code wrong_level = Code::config_wrong_level) {
  for (const ConfigName& name : names) {
    const Expr* formula = bind_formula(binding, keyword, name, highest, advice, wrong_level);
    if (formula != nullptr) result.push_back({name.text, formula});
  }
}

const Expr* bind_optional(const Binding& binding, std::string_view keyword,
                          const std::optional<ConfigName>& name, Level highest, std::string_view advice,
                          Code wrong_level = Code::config_wrong_level) {
  return name ? bind_formula(binding, keyword, *name, highest, advice, wrong_level) : nullptr;
}

void warn_of_constant_view(const Binding& binding) {
  const Expr* view = binding.model.view;
  if (view == nullptr || view->level != Level::constant) return;
  binding.diagnostics.warning(
      Code::config_wrong_level, binding.config.view->span,
      fmt::format("VIEW {} is a constant: all states count as one", binding.config.view->text));
}

void bind_postconditions(const Binding& binding) {
  std::vector<Named> all;
  bind_list(binding, "POSTCONDITION", binding.config.postconditions, Level::state, "a formula without primes",
            all);
  if (all.empty()) return;
  Named whole = all.front();
  std::vector<const Expr*> conjuncts = {whole.body};
  for (std::size_t i = 1; i < all.size(); ++i) {
    whole.name += ", " + all[i].name;
    conjuncts.push_back(all[i].body);
  }
  whole.body = make_conjunction(binding.spec(), conjuncts);
  binding.model.postcondition = whole;
}

void refuse(const Binding& binding, std::string_view keyword, const ConfigName& name, std::string_view what) {
  binding.diagnostics.error(Code::unsupported, name.span, fmt::format("{} {}: {}", keyword, name.text, what));
}

void refuse_unsupported(const Binding& binding) {
  const Config& config = binding.config;
  if (config.periodic) refuse(binding, "_PERIODIC", *config.periodic, "periodic evaluation is not supported");
  if (config.reward) refuse(binding, "_RL_REWARD", *config.reward, "reinforcement learning is not supported");
  for (const ConfigName& name : config.possible)
    refuse(binding, "_POSSIBLE", name, "this check is not supported yet");
}

}  // namespace

void bind_formulas(const Binding& binding) {
  const Config& config = binding.config;
  Model& model = binding.model;
  bind_list(binding, "INVARIANT", config.invariants, Level::state,
            "a state predicate; PROPERTY takes [][A]_vars", model.invariants, Code::invariant_level);
  bind_list(binding, "CONSTRAINT", config.constraints, Level::state,
            "a state predicate; ACTION_CONSTRAINT takes primes", model.constraints,
            Code::config_level_too_high);
  bind_list(binding, "ACTION_CONSTRAINT", config.action_constraints, Level::action, "an action",
            model.action_constraints, Code::config_level_too_high);
  bind_list(binding, "--possible", config.possibilities, Level::state, "a state predicate",
            model.possibilities);
  if (config.possible_from) {
    const Expr* from =
        bind_formula(binding, "--possible-from", *config.possible_from, Level::state, "a state predicate");
    if (from != nullptr) model.possible_from = {config.possible_from->text, from};
  }
  model.view = bind_optional(binding, "VIEW", config.view, Level::state, "an expression without primes",
                             Code::config_level_too_high);
  warn_of_constant_view(binding);
  model.alias =
      bind_optional(binding, "ALIAS", config.alias, Level::action, "a record over states and steps");
  model.symmetry = bind_optional(binding, "SYMMETRY", config.symmetry, Level::constant,
                                 "a set of permutations of model values");
  bind_postconditions(binding);
  refuse_unsupported(binding);
  if (config.check_deadlock) model.check_deadlock = *config.check_deadlock;
}

}  // namespace synod::model
