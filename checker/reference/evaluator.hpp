// The meaning of core expressions: a direct evaluator. Slow and meant to be read; follows sections 2, 3 and 7
// of TLC's behaviour. Errors are EvaluationErrors with the span of the innermost expression that failed and
// the chain of operator calls around it. Not thread-safe. Recursion ends where the stack of the thread that
// made the evaluator does.
//
// Laziness. Arguments of operators and LET definitions are evaluated when needed. A function constructor over
// explicit sets and intervals has all its points computed at once, unless it is itself what is applied; any
// other is a rule: its points are computed when it is applied, all of them when the whole is needed
// (equality, EXCEPT, printing, a state). {x \in S : P} is computed at once for an explicit set or interval S,
// else element by element when needed.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include "base/outside.hpp"
#include "model/model.hpp"
#include "reference/environment.hpp"
#include "reference/value.hpp"

namespace synod::reference {

/// What a step is called: the operator whose body was reached and the values of its parameters.
struct ActionLabel {
  std::string name;  ///< empty: Next is written inline
  Elements arguments;
  Span span;
  std::vector<std::string> parameters = {};  ///< names of the arguments, where they are known
  /// Phase1b(a2)
  [[nodiscard]] std::string text() const;
};

struct Step {
  State state;  ///< normalised; undefined where the action assigns no value
  ActionLabel label;
};

/// How behaviours come about: all of them; random ones, of all successors; random ones, of the first found.
enum class Mode : std::uint8_t { search, simulation, generation };

/// What TLCGet reads and TLCSet writes. The caller keeps the figures up to date.
struct RunContext {
  std::int64_t level = 0;  ///< 0 outside of states, 1 in an initial state, that of t in predicates of t
  std::int64_t diameter = 0;
  std::int64_t distinct = 0;
  std::int64_t generated = 0;
  std::int64_t queue = 0;
  std::map<std::int64_t, Value> registers;
  std::map<std::string, Value> named_registers;
  bool exit_requested = false;  ///< TLCSet("exit", TRUE) was evaluated
  std::int64_t initial = 0;     ///< initial states
  /// The behaviour that leads to the state at hand, which is its state number `level`. Nothing: not known.
  std::optional<std::vector<Step>> behaviour;
  std::optional<std::uint64_t> behaviour_number;  ///< of a simulation: which one it is
  std::vector<Step> counter_example;              ///< for the postcondition
  std::optional<std::size_t> loop_start;          ///< its last state is followed by this one again
  ActionLabel loop_label;
};

struct EvaluatorOptions {
  std::uint64_t seed = 0;                                      ///< of RandomElement and its like
  std::function<void(const std::string& line)> print;          ///< Print, PrintT; null: nowhere
  std::function<void(const std::string& message, Span)> warn;  ///< EXCEPT at a point outside the domain
  Outside* outside = &closed_door();                           ///< must outlive the evaluator
  // What TLCGet("config") tells.
  Mode mode = Mode::search;
  std::int64_t workers = 1;
  bool check_deadlock = true;  ///< and the model's CHECK_DEADLOCK
  std::int64_t traces = 0, depth = 0;
};

class Evaluator {
 public:
  /// The model must outlive the evaluator.
  explicit Evaluator(const model::Model& model, EvaluatorOptions options = {});

  [[nodiscard]] RunContext& run() { return run_; }
  [[nodiscard]] const model::Model& model() const { return model_; }
  [[nodiscard]] const EvaluatorOptions& options() const { return options_; }
  [[nodiscard]] const Moment& no_state() const { return no_state_; }

  [[nodiscard]] Value evaluate(const semantics::Expr& e, const Environment& env, const Moment& moment);
  /// A formula; throws not_boolean, saying where the value was wanted.
  [[nodiscard]] bool holds(const semantics::Expr& e, const Environment& env, const Moment& moment,
                           const std::string& where);
  /// element \in filter, where `filter` is a {x \in S : P}: P is asked of this element alone.
  [[nodiscard]] bool in_filter(const Value& element, const semantics::Expr& filter, const Environment& env,
                               const Moment& moment);
  /// ENABLED action (actions.cpp).
  [[nodiscard]] bool enabled(const semantics::Expr& action, const Environment& env, const Moment& moment);

  /// Has the state function e another value after the step than before?
  [[nodiscard]] bool changed(const semantics::Expr& e, const Environment& env, const Moment& moment);

  // For the search of actions.
  using VisitEnvironment = std::function<bool(const Environment&)>;
  /// Extends `env` by each combination of the bounds, the first bound varying fastest, until `visit` returns
  /// true.
  bool visit_bindings(const std::vector<semantics::Bound>& bounds, const Environment& env,
                      const Moment& moment, const std::string& construct, const VisitEnvironment& visit);
  /// The environment of a call's body.
  [[nodiscard]] Environment call_environment(const std::vector<const semantics::Symbol*>& parameters,
                                             const std::vector<const semantics::Expr*>& arguments,
                                             const Environment& env) const;
  [[nodiscard]] Environment let_environment(const semantics::Expr& let, const Environment& env) const;
  /// Binds the variables of one bound to an element of its set.
  [[nodiscard]] Environment bind(const semantics::Bound& bound, const Value& element,
                                 const Environment& env) const;

  // For natives.
  [[nodiscard]] Value call_lambda(const semantics::Expr& lambda, const Elements& arguments,
                                  const Environment& env, const Moment& moment);
  [[nodiscard]] std::uint64_t next_draw(const Span& place, const Moment& moment);

 private:
  friend class EvaluationScope;

  using Draws = std::map<std::tuple<SourceId, Position, Position>, std::uint64_t>;

  [[nodiscard]] Value dispatch(const semantics::Expr& e, const Environment& env, const Moment& moment);

  std::uint64_t digest_of(const std::shared_ptr<const State>& state);

  // References.
  Value variable(const semantics::Expr& e, const Moment& moment) const;
  Value symbol(const semantics::Expr& e, const Environment& env, const Moment& moment);
  Value constant(const semantics::Expr& e, const Environment& env, const Moment& moment);
  Value call(const semantics::Operator& op, const semantics::Expr& e, const Environment& env,
             const Moment& moment);
  Value constant_definition(const semantics::Operator& op);
  Value force(const Thunk& thunk, const Moment& moment);
  Value applied(const semantics::Expr& e, const Environment& env, const Moment& moment);
  Value applied(const Thunk& thunk, const Moment& moment);

  // Control and binders.
  Value conjunction(const semantics::Expr& e, const Environment& env, const Moment& moment);
  Value disjunction(const semantics::Expr& e, const Environment& env, const Moment& moment);
  /// The value of a CASE whose condition is the first to hold.
  const semantics::Expr& case_arm(const semantics::Expr& e, const Environment& env, const Moment& moment);
  Value quantifier(const semantics::Expr& e, const Environment& env, const Moment& moment);
  Value choose(const semantics::Expr& e, const Environment& env, const Moment& moment);
  Value filter(const semantics::Expr& e, const Environment& env, const Moment& moment);
  Value map(const semantics::Expr& e, const Environment& env, const Moment& moment);
  Value function(const semantics::Expr& e, const Environment& env, const Moment& moment);

  // Structures.
  Elements operands(const semantics::Expr& e, const Environment& env, const Moment& moment);
  std::vector<std::pair<std::string, Value>> fields(const semantics::Expr& e, const Environment& env,
                                                    const Moment& moment);
  Value except(const semantics::Expr& e, const Environment& env, const Moment& moment);

  const model::Model& model_;
  EvaluatorOptions options_;
  RunContext run_;
  Moment no_state_;
  std::map<const semantics::Operator*, std::variant<Value, EvaluationError>> constants_;
  Draws draws_;
  std::shared_ptr<const State> digested_;  ///< the state that was drawn in last
  std::uint64_t digest_ = 0;               ///< and its digest
};

/// One evaluation in the sense of base/random.hpp: draws are numbered afresh while it lives.
class EvaluationScope {
 public:
  explicit EvaluationScope(Evaluator& evaluator) : evaluator_(evaluator) { evaluator_.draws_.swap(outer_); }
  ~EvaluationScope() { evaluator_.draws_.swap(outer_); }
  EvaluationScope(const EvaluationScope&) = delete;
  EvaluationScope& operator=(const EvaluationScope&) = delete;

 private:
  Evaluator& evaluator_;
  Evaluator::Draws outer_;
};

}  // namespace synod::reference
