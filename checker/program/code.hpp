// What a Program is made of: all nodes, the entry points, and the memory of constants.
#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <optional>

#include "program/call_action.hpp"
#include "program/program.hpp"
#include "program/temporal_code.hpp"

namespace synod::program {

/// A predicate or expression with the frame layout it needs.
struct Entry {
  NodePtr node = nullptr;
  const Unit* unit = nullptr;
};

struct ActionEntry {
  ActionPtr action = nullptr;
  const Unit* unit = nullptr;
};

/// A property of steps: [A]_v holds when A does or v is unchanged.
struct StepEntry {
  NodePtr holds = nullptr;
  const Unit* unit = nullptr;
};

/// What TLCSet wrote, by number and by name.
using Registers = std::map<std::int64_t, Value>;
using NamedRegisters = std::map<std::string, Value>;

struct Program::Code {
  Code(const model::Model& model, values::Interner& interner, Settings settings)
      : model_(model), interner_(interner), settings_(std::move(settings)) {}

  [[nodiscard]] const model::Model& model() const { return model_; }
  [[nodiscard]] values::Interner& interner() const { return interner_; }
  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] std::int64_t workers() const { return settings_.workers; }
  [[nodiscard]] Outside& outside() const { return *settings_.outside; }
  void print(const std::string& line) const;

  /// A value that outlives every arena: interned when it can be, else copied to permanent memory.
  /// Thread-safe.
  [[nodiscard]] Value keep(Context& c, Value v) const;
  /// A kept form that is cheap to enumerate: explicit when it has few elements.
  [[nodiscard]] Value keep_enumerable(Context& c, Value v) const;

  /// Compiles an expression that no entry point stands for, once. Thread-safe.
  [[nodiscard]] Entry entry_for(const semantics::Expr& expression) const;

  /// Registers set before the search starts are seen by every worker.
  [[nodiscard]] std::optional<Value> shared_register(std::int64_t key) const;
  [[nodiscard]] std::optional<Value> shared_register(const std::string& key) const;
  [[nodiscard]] Registers shared_registers() const;
  [[nodiscard]] NamedRegisters shared_named_registers() const;
  void share_register(std::int64_t key, Value v) const;
  void share_register(const std::string& key, Value v) const;

  // Entry points
  ActionEntry init, next;
  std::vector<Entry> invariants, implied_inits, constraints, action_constraints, assumptions;
  std::vector<Entry> action_properties;
  std::vector<Entry> possibilities;
  std::optional<Entry> view, alias, postcondition, possible_from;
  std::vector<TemporalEntry> fairness, liveness;
  std::vector<TemporalPredicate> temporal_predicates;
  std::vector<ActionInfo> actions;
  bool writes_registers = false;  ///< anywhere: also in Init, or before the search
  bool needs_one_worker = false;
  std::uint32_t state_definitions = 0;  ///< numbers given to them
  bool keeps_of_next = false;           ///< whether some are kept for the next state
  std::uint32_t tables = 0;             ///< numbers given to expressions whose values are kept in one
  std::uint32_t state_tables = 0;

  // Storage
  template <class T, class... Arguments>
  T* make(Arguments&&... arguments) {
    auto owned = std::make_unique<T>(std::forward<Arguments>(arguments)...);
    T* raw = owned.get();
    if constexpr (std::is_base_of_v<Node, T>) {
      nodes_.push_back(std::move(owned));
    } else {
      action_nodes_.push_back(std::move(owned));
    }
    return raw;
  }
  std::vector<std::unique_ptr<Unit>> units;
  std::vector<std::unique_ptr<InlinedCall>> inlined_calls;
  std::vector<std::unique_ptr<CalledCode>> called;
  std::vector<std::unique_ptr<CalledAction>> called_actions;
  std::vector<std::unique_ptr<PointCode>> points;
  std::vector<std::unique_ptr<ActionCall>> action_calls;
  std::vector<std::unique_ptr<TemporalNode>> temporal_nodes;
  std::deque<semantics::Expr> made_expressions;  ///< that fairness stands for

 private:
  [[nodiscard]] Value keep_locked(Context& c, Value v) const;

  const model::Model& model_;
  values::Interner& interner_;
  Settings settings_;
  std::vector<std::unique_ptr<Node>> nodes_;
  std::vector<std::unique_ptr<ActionNode>> action_nodes_;
  mutable std::recursive_mutex mutex_;
  mutable values::Arena permanent_;
  mutable Registers shared_registers_;
  mutable NamedRegisters shared_named_registers_;
  mutable std::map<const semantics::Expr*, Entry> expressions_;
};

}  // namespace synod::program
