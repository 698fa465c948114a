#include <algorithm>

#include <fmt/format.h>

#include "model/binding.hpp"
#include "model/config_keywords.hpp"
#include "semantics/suggestion.hpp"
#include "syntax/source_reader.hpp"

namespace synod::model {

using semantics::Expr;
using semantics::Kind;
using semantics::Operator;
using semantics::Spec;
using syntax::Code;

// -- helpers of binding.hpp

Expr* make_call(Spec& spec, const Operator& op, std::vector<const Expr*> operands, Span span) {
  Expr* call = spec.new_expr(Kind::apply, span);
  call->op = &op;
  call->operands = std::move(operands);
  call->level = op.level;
  return call;
}

const Expr* make_conjunction(Spec& spec, const std::vector<const Expr*>& conjuncts) {
  if (conjuncts.size() == 1) return conjuncts.front();
  Expr* all = spec.new_expr(Kind::conjunction, {});
  all->operands = conjuncts;
  for (const Expr* conjunct : conjuncts) all->level = std::max(all->level, conjunct->level);
  if (!conjuncts.empty()) {
    all->span = conjuncts.front()->span;
    if (conjuncts.back()->span.source == all->span.source) all->span.end = conjuncts.back()->span.end;
  }
  return all;
}

std::string suggestion(std::string_view name, const std::vector<std::string>& candidates) {
  const std::string found = semantics::nearest_name(name, candidates);
  return found.empty() ? "" : " (did you mean " + found + "?)";
}

namespace {

/// What a configuration can name without arguments.
std::vector<std::string> definition_names(const Spec& spec) {
  std::vector<std::string> names;
  for (const auto& [name, op] : spec.root_operators) {
    if (op->parameters.empty() && !op->is_theorem) names.push_back(name);
  }
  return names;
}

bool same_but_for_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

/// What to say of a name that is no definition: it may be a keyword that was misspelt, a variable or a
/// constant.
std::string explain_unknown(const Spec& spec, const std::string& name) {
  // Not so for `NEXT Next`: who writes this means a definition.
  if (const auto keyword = similar_keyword(name); keyword && !same_but_for_case(*keyword, name))
    return fmt::format(" (did you mean the keyword {}?)", *keyword);
  for (const semantics::Variable* variable : spec.variables) {
    if (variable->name == name) return " (it is a variable)";
  }
  return suggestion(name, definition_names(spec));
}

/// The declared constant of this name, as an expression.
const Expr* find_constant(Spec& spec, const ConfigName& name) {
  for (const semantics::Constant* constant : spec.constants) {
    if (constant->name != name.text || constant->arity != 0) continue;
    Expr* node = spec.new_expr(Kind::constant, constant->span);
    node->constant = constant;
    return node;
  }
  return nullptr;
}

}  // namespace

const Expr* find_formula(const Binding& binding, std::string_view keyword, const ConfigName& name) {
  Spec& spec = binding.spec();
  const auto found = spec.root_operators.find(name.text);
  const bool is_theorem = found != spec.root_operators.end() && found->second->is_theorem;
  if (found == spec.root_operators.end() || is_theorem) {
    if (const Expr* constant = find_constant(spec, name)) return constant;
    binding.diagnostics.error(
        Code::config_unknown_name, name.span,
        fmt::format(
            "{} {}: module {} has no such definition{}", keyword, name.text, spec.root,
            is_theorem ? " (it names a theorem or an assumption)" : explain_unknown(spec, name.text)));
    return nullptr;
  }
  const Operator& op = *found->second;
  if (!op.parameters.empty()) {
    binding.diagnostics.error(
        Code::config_wrong_arity, name.span,
        fmt::format("{} {} has parameters; a configuration can only name a definition without", keyword,
                    name.text));
    return nullptr;
  }
  Expr* call = make_call(spec, op, {}, name.span);
  if (op.body != nullptr) call->level = std::max(call->level, op.body->level);
  return call;
}

// -- bind

namespace {

/// Refuses a configuration that leaves open what to check.
void require_behaviour(const Binding& binding) {
  const Model& model = binding.model;
  const Spec& spec = binding.spec();
  const Span whole{binding.config.source, {1, 1}, {1, 1}};
  const bool has_properties = !model.invariants.empty() || !model.action_properties.empty() ||
                              !model.implied_inits.empty() || !model.liveness.empty();
  if (model.init == nullptr && (has_properties || !spec.variables.empty() || model.next != nullptr)) {
    binding.diagnostics.error(Code::no_behaviour, whole,
                              fmt::format("the configuration does not say how module {} behaves", spec.root),
                              "SPECIFICATION Spec, or INIT Init and NEXT Next");
  } else if (model.init != nullptr && model.next == nullptr) {
    binding.diagnostics.error(Code::config_missing_next, whole, "the configuration has INIT and no NEXT",
                              "NEXT Next");
  }
}

}  // namespace

std::optional<Model> bind(Spec spec, const Config& config, syntax::Diagnostics& diagnostics) {
  Model model;
  model.spec = std::move(spec);
  model.model_values = config.model_values;
  const Binding binding{model, config, diagnostics};
  const std::size_t before = diagnostics.error_count();
  bind_constants(binding);
  if (diagnostics.error_count() > before) return std::nullopt;
  bind_behaviour(binding);
  bind_formulas(binding);
  bind_properties(binding);
  if (diagnostics.error_count() == before) require_behaviour(binding);
  if (diagnostics.error_count() > before) return std::nullopt;
  return model;
}

std::optional<Model> bind(Spec spec, const std::filesystem::path& config, syntax::SourceMap& sources,
                          syntax::Diagnostics& diagnostics) {
  const std::optional<SourceId> source = syntax::read_source(config.string(), sources, diagnostics);
  if (!source) return std::nullopt;
  const std::size_t before = diagnostics.error_count();
  const Config read = parse_config(*source, sources, diagnostics);
  if (diagnostics.error_count() > before) return std::nullopt;
  return bind(std::move(spec), read, diagnostics);
}

}  // namespace synod::model
