// The one narrow interface through which the engines see a model: what it asks for, and workers that execute
// it. The compiled program stands behind it in a run (program_view.hpp), a few lines of C++ in the tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "program/program.hpp"
#include "reduce/group.hpp"
#include "values/value.hpp"

namespace synod::explore {

using values::Value;
using State = std::span<const Value>;  ///< one value per variable

/// What a model asks for. Names are those users know.
struct ModelFacts {
  std::vector<std::string> variables;
  std::size_t actions = 0;
  std::vector<std::string> invariants;
  std::vector<std::string> implied_inits;
  std::vector<std::string> action_properties;
  std::vector<std::string> liveness;       ///< temporal properties that are neither of these
  std::vector<std::string> possibilities;  ///< state predicates that must stay reachable
  std::string possible_from;               ///< from where; empty: from every state
  std::vector<std::string> assumptions;
  std::optional<std::string> postcondition;
  bool has_constraints = false;
  bool has_action_constraints = false;
  bool has_view = false;
  std::shared_ptr<const reduce::Group> symmetry = nullptr;  ///< states that it takes to each other are one
  bool has_behaviour = true;  ///< false: there is no Init; only assumptions are checked
  bool check_deadlock = true;
  bool writes_registers = false;  ///< anywhere, so that initial states are judged in order
  bool needs_one_worker = false;  ///< Next or a constraint has side effects or reads totals

  /// How many values identify a state, where the state itself does not: its VIEW, or its least image; else 0.
  [[nodiscard]] std::size_t key_fields() const {
    if (has_view) return 1;
    return symmetry ? variables.size() : 0;
  }
  /// Whether something is judged on the graph of states and steps when the search is complete.
  [[nodiscard]] bool needs_graph() const { return !liveness.empty() || !possibilities.empty(); }
  /// Whether different states may count as one.
  [[nodiscard]] bool merges_states() const { return key_fields() > 0; }
};

/// Executes a model; see program::Worker, whose methods these are. Not thread-safe. Virtual calls cost little
/// beside the evaluation behind them; the sink is the program's own, so that a successor passes through no
/// more than one.
class ModelWorker {
 public:
  using SuccessorSink = program::Worker::SuccessorSink;
  using InitialSink = std::function<bool(State)>;

  virtual ~ModelWorker() = default;

  virtual void initial_states(const InitialSink& sink) = 0;
  virtual void successors(State state, SuccessorSink& sink) = 0;
  /// Inside a SuccessorSink call: the label of the successor at hand.
  [[nodiscard]] virtual program::ActionLabel current_label() const = 0;

  [[nodiscard]] virtual bool constraints_hold(State state) = 0;
  [[nodiscard]] virtual bool action_constraints_hold(State state, State next) = 0;
  /// Indices into ModelFacts.
  [[nodiscard]] virtual std::optional<std::size_t> violated_invariant(State state) = 0;
  /// From now on states may be expanded that violate invariants: see program::Worker.
  virtual void expect_violating_parents() {}
  [[nodiscard]] virtual std::optional<std::size_t> violated_implied_init(State state) = 0;
  [[nodiscard]] virtual std::optional<std::size_t> violated_action_property(State state, State next) = 0;
  [[nodiscard]] virtual Value view(State state) = 0;
  [[nodiscard]] virtual std::optional<std::size_t> violated_assumption() { return std::nullopt; }
  [[nodiscard]] virtual bool postcondition_holds() { return true; }

  /// Whether the possibility with this index in ModelFacts is there in this state, and, of a model that does
  /// not ask everywhere, whether it asks for possibilities in it.
  [[nodiscard]] virtual bool is_possible_now(std::size_t, State) { return true; }
  [[nodiscard]] virtual bool asks_possibility(State) { return true; }

  // See program::Worker.
  [[nodiscard]] virtual program::TemporalModel temporal_model() { return {}; }
  virtual void evaluate_atoms(const program::TemporalModel&, std::span<const temporal::AtomId>, State, State,
                              program::AtomSink&) {}

  /// After an EvaluationError(unassigned_variable): what was assigned, none elsewhere. Empty when not known.
  [[nodiscard]] virtual std::vector<Value> partial_successor() const { return {}; }

  // See program::Worker: what has effects outside of the specification is not done twice.
  virtual void repeat() {}
  virtual void recall(bool) {}

  /// Whether the model asked to end the search (TLCSet("exit", TRUE)).
  [[nodiscard]] virtual bool exit_requested() const { return false; }

  virtual void set_level(std::uint64_t) {}
  virtual void set_totals(const program::Totals&) {}
  virtual void set_past(const program::Past*) {}
  virtual void set_counter_example(const program::CounterExample*) {}
  virtual void set_behaviour(std::optional<std::uint64_t>) {}
  virtual void choose_by(program::Worker::Choice) {}
  /// Frees all temporaries, those given to callbacks included.
  virtual void release() {}
};

/// A model, shared by all workers. Must outlive them.
class ModelView {
 public:
  virtual ~ModelView() = default;
  [[nodiscard]] virtual const ModelFacts& facts() const = 0;
  /// Thread-safe.
  [[nodiscard]] virtual std::unique_ptr<ModelWorker> new_worker() const = 0;
};

}  // namespace synod::explore
