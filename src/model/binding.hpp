// What the parts of bind() share. Internal to src/model.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/config.hpp"
#include "model/model.hpp"

namespace synod::model {

/// A Model under construction. The spec inside it is the one that everything refers to.
struct Binding {
  Model& model;
  const Config& config;
  syntax::Diagnostics& diagnostics;

  [[nodiscard]] semantics::Spec& spec() const { return model.spec; }
};

/// Gives every constant its value and replaces definitions (bind_constants.cpp).
void bind_constants(const Binding& binding);
/// SPECIFICATION, or INIT and NEXT (bind_behaviour.cpp).
void bind_behaviour(const Binding& binding);
/// PROPERTY (bind_properties.cpp). After bind_behaviour.
void bind_properties(const Binding& binding);
/// Everything else that names a definition: INVARIANT, CONSTRAINT, VIEW, ... (bind_formulas.cpp).
void bind_formulas(const Binding& binding);

/// The definition that `keyword name` refers to, called without arguments. Null, with a diagnostic, when
/// there is none or it has parameters.
[[nodiscard]] const semantics::Expr* find_formula(const Binding& binding, std::string_view keyword,
                                                  const ConfigName& name);

/// A call of `op` with these operands.
[[nodiscard]] semantics::Expr* make_call(semantics::Spec& spec, const semantics::Operator& op,
                                         std::vector<const semantics::Expr*> operands, Span span);
[[nodiscard]] const semantics::Expr* make_conjunction(semantics::Spec& spec,
                                                      const std::vector<const semantics::Expr*>& conjuncts);

/// " (did you mean X?)" with the candidate nearest to `name`, or nothing.
[[nodiscard]] std::string suggestion(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace synod::model
