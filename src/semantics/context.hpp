// What the parts of resolution share: the Spec being built, the diagnostics, and the owners of what lives
// meanwhile.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "semantics/copier.hpp"
#include "semantics/entity.hpp"
#include "semantics/module_loader.hpp"
#include "syntax/diagnostic.hpp"

namespace synod::semantics {

/// The core node that a piece of syntax became. When `A /\ B /\ C` is one node, its part `A /\ B` is that
/// node's first two operands: then `prefix` is 2, otherwise 0.
struct CoreOfTree {
  const Expr* expr = nullptr;
  std::size_t prefix = 0;
};

/// A rule about levels that is checked when all levels are known.
struct LevelCheck {
  const Expr* expr = nullptr;
  Level at_most{};
  std::string message;  ///< without the final "; this one is ..."
  const ResolvedModule* unless_constant =
      nullptr;  ///< the rule does not hold when this module is a constant module
};

/// Nodes made for syntax that a selector (Def!1!lab) may later ask for.
struct SelectionIndex {
  std::unordered_map<const syntax::Expression*, CoreOfTree> core;
  std::unordered_map<const syntax::Expression*, std::vector<const Symbol*>> label_parameters;
  std::unordered_map<const Operator*, const syntax::Expression*> bodies;
};

class Context {
 public:
  Context(const ModulePath& path, syntax::SourceMap& sources, syntax::Diagnostics& diagnostics);

  Spec spec;
  syntax::Diagnostics& diagnostics;
  syntax::SourceMap& sources;
  ModuleLoader loader;
  Copier copier;
  SelectionIndex selections;
  std::vector<LevelCheck> level_checks;
  std::vector<const Expr*> statements;           ///< theorems: their levels are checked, nothing else
  std::unordered_set<const Operator*> sequents;  ///< theorems of the form ASSUME ... PROVE: no expressions
  std::unordered_map<const Symbol*, Level> declared_levels;  ///< of symbols declared by NEW in ASSUME/PROVE

  /// The module of this name, resolved, or null after reporting why not (once).
  ResolvedModule* resolve_module(const syntax::Identifier& name);
  /// Resolves a tree that was loaded or is nested in `outer`.
  ResolvedModule* resolve_tree(const syntax::Module& tree, ResolvedModule* outer);

  Operator* new_operator(std::string name, const std::string& module, Span span);
  Instance* new_instance() { return &instances_.emplace_back(); }
  Expr* new_boolean(bool value, Span span);
  /// The symbol as an expression, or as a Lambda when it stands for an operator.
  const Expr* reference_to(const Symbol& symbol, Span span);

  /// Reports an error with remarks.
  void error(syntax::Code code, Span span, std::string message, std::vector<syntax::Note> notes = {});

 private:
  std::deque<ResolvedModule> modules_;
  std::deque<Instance> instances_;
  std::map<std::string, ResolvedModule*> by_name_;  ///< null while being resolved, or when it failed
  std::vector<std::string> resolving_;              ///< names of the modules being resolved, outermost first
};

}  // namespace synod::semantics
