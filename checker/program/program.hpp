// A model compiled for execution, and the workers that execute it. The one interface through which engines
// see a model.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/evaluation_error.hpp"
#include "base/outside.hpp"
#include "model/model.hpp"
#include "program/temporal_model.hpp"
#include "values/interner.hpp"
#include "values/value.hpp"

namespace synod::program {

using values::Value;

/// Names a step for people: the action reached and the values of its parameters.
struct ActionLabel {
  std::string name;  ///< "Phase1b"; "Next" when the step belongs to no named operator
  std::vector<Value>
      arguments;  ///< explicit values; valid as long as the arena of the worker that made them, or interned
  Span span;      ///< of the body reached, as TLC shows it
  std::vector<std::string> parameters = {};  ///< names of the arguments, where they are known
};

/// A state of a behaviour and the step that led to it. Values are interned.
struct TraceStep {
  std::vector<Value> state;
  ActionLabel label;  ///< "Initial predicate" for the first
};

/// The behaviour that leads to the state at hand, for Trace and TLCGet("action").
class Past {
 public:
  /// Its first `count` states, or all of them when there are fewer.
  [[nodiscard]] virtual std::vector<TraceStep> first(std::size_t count) const = 0;

 protected:
  ~Past() = default;
};

/// A behaviour that is known state by state.
class KnownPast final : public Past {
 public:
  explicit KnownPast(const std::vector<TraceStep>& steps) : steps_(steps) {}
  [[nodiscard]] std::vector<TraceStep> first(std::size_t count) const override {
    return {steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(std::min(count, steps_.size()))};
  }

 private:
  const std::vector<TraceStep>& steps_;
};

/// What CounterExample shows after a violation.
struct CounterExample {
  std::span<const TraceStep> steps;
  std::optional<std::size_t> loop_start;  ///< the last state is followed by this one again
  ActionLabel loop_label;                 ///< of the step back
};

/// One leaf of Next's splitting into actions (disjunctions and bounded quantifiers).
struct ActionInfo {
  std::string name;
  Span span;
  std::vector<std::string> parameters;
};

/// How behaviours come about.
enum class Mode : std::uint8_t {
  search,      ///< all of them, breadth first
  simulation,  ///< random ones: all successors of a state, then one of them
  generation   ///< random ones: the first successor that is found by trying choices in random order
};

/// What a run is asked for, as TLCGet("config") tells it.
struct Settings {
  std::uint64_t seed = 0;
  Mode mode = Mode::search;
  bool check_deadlock = true;                     ///< and the model's CHECK_DEADLOCK
  std::uint64_t traces = 0, depth = 0;            ///< of a simulation: behaviours, and steps of each
  std::function<void(const std::string&)> print;  ///< Print, PrintT; called under a lock
  unsigned workers = 1;                           ///< as TLCGet("config").worker tells it
  Outside* outside = &closed_door();              ///< must outlive the program
};

/// Running totals that TLCGet may read.
struct Totals {
  std::uint64_t generated = 0, distinct = 0, queue = 0, level = 0;
  double seconds = 0;
  std::uint64_t initial = 0;     ///< initial states
  std::uint64_t behaviours = 0;  ///< of a simulation: those begun
};

class Worker;

/// Immutable once built; shared by all workers.
class Program {
 public:
  /// Compiles a model. Evaluates nothing. `model` and `interner` must outlive the program.
  Program(const model::Model& model, values::Interner& interner, Settings settings);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  [[nodiscard]] const model::Model& model() const;
  [[nodiscard]] const Settings& settings() const;
  [[nodiscard]] std::size_t variable_count() const;
  [[nodiscard]] const std::vector<ActionInfo>& actions() const;
  /// Whether Next or a predicate writes registers, reads running totals, or reaches files and programs: then
  /// the search uses one worker and says so.
  [[nodiscard]] bool needs_one_worker() const;
  /// Whether anything in the model writes registers.
  [[nodiscard]] bool writes_registers() const;
  /// The compiled, typed form of every action, as text.
  [[nodiscard]] std::string show_actions() const;

  struct Code;
  [[nodiscard]] const Code& code() const { return *code_; }

 private:
  std::unique_ptr<Code> code_;
};

/// Executes a program. One per thread; not thread-safe. All methods may throw EvaluationError. Values given
/// to callbacks are temporaries of the worker's arena: they are gone when the callback returns. What
/// predicates and `view` give back lives until `release()`. States passed in may hold temporaries or interned
/// values.
class Worker {
 public:
  explicit Worker(const Program& program);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  using State = std::span<const Value>;  ///< one value per variable, by Variable::index

  /// Choices of an action in random order (Mode::generation): a number below its argument.
  using Choice = std::function<std::uint64_t(std::uint64_t)>;
  /// From now on alternatives are tried in an order that `choice` gives; empty: in that of the text.
  void choose_by(Choice choice);

  /// Receives one initial state. False stops.
  using InitialSink = std::function<bool(State)>;
  void initial_states(const InitialSink& sink);

  /// Receives one successor with the index of its action in Program::actions(). False stops. Duplicates are
  /// kept: this is TLC's order and multiplicity. A variable left without a value throws
  /// EvaluationError(unassigned_variable).
  class SuccessorSink {
   public:
    virtual bool successor(State next, std::uint32_t action) = 0;

   protected:
    ~SuccessorSink() = default;
  };
  /// The values of `state` must live until `release()`: see `violated_invariant`. The constraints hold in it.
  void successors(State state, SuccessorSink& sink);
  /// Inside a SuccessorSink call: the label of the successor at hand.
  [[nodiscard]] ActionLabel current_label() const;

  [[nodiscard]] bool constraints_hold(State state);
  [[nodiscard]] bool action_constraints_hold(State state, State next);
  /// Index in Model::invariants of the first one that is false. Between `successors(parent)` and `release()`,
  /// for states with one of these successors' values: the invariants must hold in `parent`.
  /// What reads only variables whose words are still the parent's is not evaluated again.
  [[nodiscard]] std::optional<std::size_t> violated_invariant(State state);
  /// From now on parents may violate invariants, so everything is evaluated.
  void expect_violating_parents();
  [[nodiscard]] std::optional<std::size_t> violated_implied_init(State state);
  [[nodiscard]] std::optional<std::size_t> violated_action_property(State state, State next);
  /// The value of model::Model::possibilities[index], and of possible_from, which the model must have.
  [[nodiscard]] bool is_possible_now(std::size_t index, State state);
  [[nodiscard]] bool asks_possibility(State state);
  [[nodiscard]] Value view(State state);  ///< explicit; the model must have a VIEW
  /// Index in Spec::assumptions of the first false one; an error inside throws.
  [[nodiscard]] std::optional<std::size_t> violated_assumption();
  [[nodiscard]] bool postcondition_holds();
  /// Fields of the ALIAS record for (state, next); empty when it is not a record.
  [[nodiscard]] std::vector<std::pair<std::string, Value>> alias(State state, State next);
  /// Evaluates any constant- or state-level expression of the model, as an explicit value.
  [[nodiscard]] Value evaluate(const semantics::Expr& expression, State state);

  /// The fairness and the liveness properties as formulas over atoms.
  [[nodiscard]] TemporalModel temporal_model();
  /// Evaluates predicates of states (`next` empty), or of steps, one after the other. What fails is given to
  /// the sink too.
  void evaluate_atoms(const TemporalModel& formulas, std::span<const temporal::AtomId> atoms, State state,
                      State next, AtomSink& sink);

  /// Level of the state at hand, for TLCGet("level"): 1 for initial states.
  void set_level(std::uint64_t level);
  void set_totals(const Totals& totals);
  /// The next call of `successors` is for the state of the last one, which was left early: what was written
  /// and run for it is not written and run again.
  void repeat();
  /// Whether from now on nothing is written and run, and files and programs answer as they did; everything
  /// that evaluates may throw NotRepeatable then.
  void recall(bool on);
  /// The behaviour that leads to the states at hand: what comes before number `level` of `set_level` is read
  /// from it. Null: not known. It must live as long as it is set.
  void set_past(const Past* past);
  /// What led to a violation, for the postcondition; null: nothing did. It must live as long as it is set.
  void set_counter_example(const CounterExample* found);
  /// Random draws in states depend on the number of the behaviour and the level as well; nothing: they do not
  /// (base/random.hpp).
  void set_behaviour(std::optional<std::uint64_t> number);
  /// Whether TLCSet("exit", TRUE) was evaluated.
  [[nodiscard]] bool exit_requested() const;
  /// Frees all temporaries.
  void release();
  struct Impl;

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace synod::program
