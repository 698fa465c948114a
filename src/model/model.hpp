// A specification with its configuration applied: what the engines check.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/config.hpp"
#include "semantics/core.hpp"
#include "syntax/diagnostic.hpp"
#include "syntax/source.hpp"

namespace synod::model {

/// An expression the configuration names, with the name users know it by.
struct Named {
  std::string name;
  const semantics::Expr* body = nullptr;
  std::string instance =
      {};  ///< "I" when it is part of a definition I!Def of an instance; of properties only
};

/// `[][A]_v` asked for by PROPERTY: every step satisfies `A` or leaves `subscript` unchanged.
struct ActionProperty {
  std::string name;
  const semantics::Expr* action = nullptr;
  const semantics::Expr* subscript = nullptr;
  Span span;                  ///< of `[][A]_v` where it stands
  std::string instance = {};  ///< as in Named
};

struct Model {
  semantics::Spec spec;  ///< constants bound, overridden definitions replaced
  const semantics::Expr* init =
      nullptr;  ///< conjunction of the initial conditions; null: only assumptions are checked
  const semantics::Expr* next =
      nullptr;            ///< null: no steps (then init is null too, or INIT without NEXT was refused)
  std::string next_name;  ///< "Next", for labels; empty when written inline in the specification
  const semantics::Expr* next_subscript = nullptr;  ///< v of the [][Next]_v in SPECIFICATION; else null
  std::vector<Named> invariants;
  std::vector<ActionProperty> action_properties;
  std::vector<Named> implied_inits;
  std::vector<Named> constraints;
  std::vector<Named> action_constraints;
  std::vector<Named> fairness;         ///< conjuncts of SPECIFICATION at temporal level, as written
  std::vector<Named> liveness;         ///< conjuncts of PROPERTY that are none of the above
  std::vector<Named> possibilities;    ///< state predicates that must stay reachable
  std::optional<Named> possible_from;  ///< from the states in which this holds; else from all
  const semantics::Expr* view = nullptr;
  const semantics::Expr* alias = nullptr;
  const semantics::Expr* symmetry = nullptr;
  /// Permutations that generate its group, where SYMMETRY is in force (trace/symmetry.hpp): where each of
  /// `model_values` goes, by position.
  std::vector<std::vector<std::uint32_t>> permutations;
  std::optional<Named> postcondition;
  bool check_deadlock = true;             ///< CHECK_DEADLOCK
  std::vector<std::string> model_values;  ///< in the order of the .cfg: their order as values
};

/// Reads a configuration and applies it to `spec` as section 1 of TLC's rules has it. Null when there were
/// errors, all in `diagnostics`. What Synod does not check yet is refused by name with Code::unsupported.
[[nodiscard]] std::optional<Model> bind(semantics::Spec spec, const std::filesystem::path& config,
                                        syntax::SourceMap& sources, syntax::Diagnostics& diagnostics);

/// The same for a configuration that was read (open_config, parse_config) without errors.
[[nodiscard]] std::optional<Model> bind(semantics::Spec spec, const Config& config,
                                        syntax::Diagnostics& diagnostics);

}  // namespace synod::model
