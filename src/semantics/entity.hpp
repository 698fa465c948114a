// What names stand for while modules are resolved. None of this outlives resolve().
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include "semantics/core.hpp"
#include "syntax/tree.hpp"

namespace synod::semantics {

struct Instance;

/// What one name stands for. monostate: its declaration had errors, and its uses are not reported again.
struct Entity {
  std::variant<std::monostate, const Constant*, const Variable*, Operator*, const Symbol*, Instance*> target;
  /// The instances that imported the name, innermost first: the target must be copied through each (see
  /// copier.hpp).
  std::vector<Instance*> via;
  Span span;
  bool local = false;  ///< not seen by modules that extend or instantiate this one
};

/// The names of one module, in the order in which they were introduced.
class NameTable {
 public:
  [[nodiscard]] const Entity* find(const std::string& name) const {
    const auto found = index_.find(name);
    return found == index_.end() ? nullptr : &entries_[found->second].second;
  }
  /// Adds or replaces.
  void set(const std::string& name, Entity entity) {
    const auto [position, added] = index_.emplace(name, entries_.size());
    if (added) {
      entries_.emplace_back(name, std::move(entity));
    } else {
      entries_[position->second].second = std::move(entity);
    }
  }
  [[nodiscard]] const std::vector<std::pair<std::string, Entity>>& entries() const { return entries_; }

 private:
  std::vector<std::pair<std::string, Entity>> entries_;
  std::unordered_map<std::string, std::size_t> index_;
};

/// A module whose text was resolved once, with its own constants and variables as they are declared. Modules
/// that extend it use its operators as they are; modules that instantiate it use copies with substitutions.
struct ResolvedModule {
  std::string name;
  const syntax::Module* tree = nullptr;
  ResolvedModule* outer = nullptr;         ///< the module that this one is nested in, or null
  NameTable names;                         ///< its own, and what it EXTENDs
  std::vector<const Constant*> constants;  ///< declared here and in extended modules
  std::vector<const Variable*> variables;
  std::map<std::string, ResolvedModule*> inner;  ///< nested modules, also those of extended modules
  std::vector<Assumption> assumptions;
  std::vector<Operator*> definitions;  ///< operators at module level, local ones too, extended ones too
  bool incomplete = false;             ///< a module that it imports could not be read
};

/// For which moment an expression is copied through an instance. Under ENABLED, primed variables of the
/// instantiated module are bound, so that they may stay what they are.
enum class Moment : std::uint8_t { plain, under_enabled, primed_under_enabled };

/// One INSTANCE.
struct Instance {
  std::string name;  ///< empty for a plain INSTANCE M
  const ResolvedModule* module = nullptr;
  std::vector<const Symbol*> parameters;  ///< of I(x) == INSTANCE ...
  /// For each constant and variable of the module: an expression, a Lambda where the constant is an operator.
  std::unordered_map<const void*, const Expr*> substitution;
  /// Where copies go when the INSTANCE stands in a LET; null at module level.
  std::vector<const Operator*>* let_definitions = nullptr;
  Span span;
  bool in_let = false;
  std::map<std::pair<const Operator*, Moment>, Operator*> copies;  ///< made so far
  /// What the module's variables are when they are primed under ENABLED, as far as somebody asked; null: what
  /// is substituted for them.
  std::unordered_map<const Variable*, Variable*> hidden;
  std::unordered_set<const Operator*> independent;  ///< known not to use anything that is substituted
};

}  // namespace synod::semantics
