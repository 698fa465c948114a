// The search behind initial states, successors and ENABLED: pending conjuncts and a partial state. See
// Tool.java of TLC (getInitStates, getNextStates, processUnchanged, enabled), whose structure it follows.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "reference/evaluator.hpp"

namespace synod::reference {

enum class SearchMode : std::uint8_t {
  initial,  ///< assigns unprimed variables; all later items are tests once every variable has a value
  next,     ///< assigns primed variables; likewise
  enabled,  ///< assigns primed variables; the first success ends it, and need not be complete
};

class ActionSearch {
 public:
  using PartialState = std::shared_ptr<const State>;
  /// Called with each solution; true ends the search.
  using Emit = std::function<bool(const State&)>;

  /// `current` is the state the step starts in; null for initial states.
  ActionSearch(Evaluator& evaluator, SearchMode mode, PartialState current, Emit emit)
      : evaluator_(evaluator), mode_(mode), current_(std::move(current)), emit_(std::move(emit)) {}

  /// Returns whether the search was ended by `emit`. Errors get the chain `calls`, innermost first, behind
  /// their own.
  bool search(const semantics::Expr& formula, const Environment& env,
              const std::vector<CallSite>& calls = {});

 private:
  enum class ItemKind : std::uint8_t { formula, unchanged, changed };
  struct Item;
  using Items = std::shared_ptr<const Item>;
  struct CallNode;
  using Calls = std::shared_ptr<const CallNode>;

  /// What surrounds an expression: its bindings and the calls that led to it.
  struct Scope {
    Environment env;
    Calls calls;
  };
  struct CallNode {
    CallSite site;
    Calls outer;
  };
  /// A conjunct that waits.
  struct Item {
    ItemKind kind = ItemKind::formula;
    const semantics::Expr* expr = nullptr;
    Scope scope;
    Items rest;
  };
  /// The partial state under construction, with its moment.
  struct Target {
    PartialState state;
    Moment moment;
    bool complete = false;
  };

  Target target(State state) const;
  Target assigned(const Target& t, std::size_t variable, const Value& value) const;
  static Items push(ItemKind kind, const semantics::Expr& expr, const Scope& scope, Items rest);

  /// A function constructor in the scope that it stands in; null when there is none.
  struct Constructor {
    const semantics::Expr* function = nullptr;
    Scope scope = {};
    bool built_first = false;  ///< TLC builds it before it applies it if its domain is explicit
  };
  [[nodiscard]] Constructor constructor_of(const semantics::Expr& e, const Scope& scope) const;

  // All return whether the search has ended.
  bool run(const semantics::Expr& e, const Scope& scope, const Items& items, const Target& t);
  bool proceed(const Items& items, const Target& t);
  bool proceed_complete(Items items, const Target& t);
  bool run_conjunction(const semantics::Expr& e, const Scope& scope, const Items& items, const Target& t);
  bool run_exists(const semantics::Expr& e, const Scope& scope, const Items& items, const Target& t);
  bool run_forall(const semantics::Expr& e, const Scope& scope, const Items& items, const Target& t);
  bool run_case(const semantics::Expr& e, const Scope& scope, const Items& items, const Target& t);
  bool run_call(const semantics::Operator& op, const semantics::Expr& e, const Scope& scope,
                const Items& items, const Target& t);
  bool run_symbol(const semantics::Expr& e, const Scope& scope, const Items& items, const Target& t);
  bool run_application(const semantics::Expr& e, const Scope& scope, const Items& items, const Target& t);
  bool run_native(const semantics::Expr& e, const Scope& scope, const Items& items, const Target& t);
  bool run_assignment(const semantics::Expr& e, std::size_t variable, const Scope& scope, const Items& items,
                      const Target& t);
  bool run_unchanged(const semantics::Expr& e, const Scope& scope, const Items& items, const Target& t);
  bool run_changed(const semantics::Expr& e, const Scope& scope, const Items& items, const Target& t);
  bool run_test(const semantics::Expr& e, const Scope& scope, const Items& items, const Target& t);

  [[nodiscard]] Value evaluate(const semantics::Expr& e, const Scope& scope, const Moment& moment);
  [[nodiscard]] bool holds(const semantics::Expr& e, const Scope& scope, const Target& t,
                           const std::string& where);
  /// Runs `body`; its errors get the place and the calls of the scope.
  void guarded(const semantics::Expr& e, const Scope& scope, const std::function<void()>& body) const;

  /// The variable that the left side of an assignment stands for: through definitions, parameters and LETs.
  [[nodiscard]] const semantics::Variable* assigned_variable(const semantics::Expr& e,
                                                             const Environment& env) const;
  [[nodiscard]] const semantics::Variable* resolve(const semantics::Expr& e, const Environment& env,
                                                   bool primed) const;

  Evaluator& evaluator_;
  SearchMode mode_;
  PartialState current_;
  Emit emit_;
};

}  // namespace synod::reference
