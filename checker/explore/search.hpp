// Breadth-first search over all cores whose result is that of the sequential search.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/evaluation_error.hpp"
#include "base/interruption.hpp"
#include "explore/checkpoint.hpp"
#include "explore/model_view.hpp"
#include "explore/state_graph.hpp"
#include "program/program.hpp"
#include "store/page_memory.hpp"
#include "values/interner.hpp"

namespace synod::explore {

/// What the tests make smaller or more frequent than a run needs. No effect on any result.
struct Tuning {
  std::size_t initial_capacity = std::size_t{1} << 16;  ///< states the store has room for at first
  bool share_every_level = false;                       ///< also those too small to be worth it
};

struct Options {
  unsigned workers = 0;        ///< 0: all cores
  bool check_deadlock = true;  ///< and the model's CHECK_DEADLOCK
  bool continue_after_violation = false;
  std::optional<std::uint64_t>
      max_states;  ///< stop once this many distinct states are known (exactly: see Outcome::limit)
  std::optional<std::uint64_t> max_depth;  ///< states at this depth are not expanded
  bool coverage = false;
  std::size_t memory_bytes =
      0;  ///< the search stops before the process has more than this in use; 0: no bound
  store::Scratch* scratch = nullptr;  ///< for what is read in order; none: it stays in memory
  CheckpointOptions checkpoints;
  GraphReader* graph =
      nullptr;  ///< is told the graph that was explored, if any; not with a checkpoint to go on from
  Tuning tuning;
};

/// What was being evaluated when an error occurred.
enum class Stage {
  none,
  assumption,
  init,
  next,
  constraint,
  action_constraint,
  view,
  symmetry,  ///< the least image of a state, or its view
  invariant,
  implied_init,
  action_property,
  liveness,
  possibility,
  postcondition
};

/// Stage for people: "Init", "an invariant", ...
[[nodiscard]] std::string describe(Stage stage);
/// The same with the name of what failed: "invariant Inv", "constraint C", ...; without one if `name` is
/// empty.
[[nodiscard]] std::string describe(Stage stage, const std::string& name);

/// `assertion` is a failed Assert in Init, Next or a constraint; in a property it is an error of that
/// property's evaluation. `assumption` also stands for a postcondition that is false after a
/// search without a violation.
enum class Outcome {
  success,
  assumption,
  deadlock,
  invariant,
  implied_init,
  action_property,
  liveness,
  possibility,
  assertion,
  error,
  limit,
  interrupted
};

/// Where the search stood; read by the progress line while it runs.
struct Progress {
  std::uint64_t generated = 0, distinct = 0, queue = 0, depth = 0;
  bool judging_liveness = false;  ///< all states were found
  bool on_all_states = false;     ///< a second search, for liveness, in which no states are merged
  bool one_per_view = false;      ///< the search before that, which expands one state for each view
  std::size_t memory_bytes = 0;   ///< in use by the process
  double seconds = 0;
};

/// Coverage of one action: distinct (first to reach a state) and generated successors.
struct ActionCoverage {
  std::uint64_t distinct = 0, generated = 0;
};

using program::TraceStep;  ///< one step of a counterexample

struct Result {
  Outcome outcome = Outcome::success;
  std::string violated;            ///< name of the property; text of the limit
  std::size_t violated_index = 0;  ///< of the property, among the model's of its kind
  std::uint64_t generated = 0, distinct = 0, queue = 0, depth = 0;
  std::uint64_t initial = 0;     ///< initial states generated
  bool statistics_known = true;  ///< false where TLC prints none (violation by an initial state)
  double seconds = 0;
  std::vector<TraceStep>
      trace;  ///< up to the violating state; for an error in a step: up to the state it starts from
  /// Of a liveness violation: the trace goes on from its last state to this one, and so for ever. If that is
  /// the last one itself, it stutters.
  std::optional<std::size_t> loop_start;
  program::ActionLabel loop_label;  ///< of the step back
  /// The last state of the trace is not followed by state `loop_start`: it is another one with the same VIEW,
  /// and ends the loop in its place.
  bool loop_repeats_view = false;
  /// Of a lasso: the state that follows the last one of the trace.
  [[nodiscard]] std::optional<std::size_t> after_last() const {
    return loop_repeats_view ? std::nullopt : loop_start;
  }
  std::optional<EvaluationError> error;
  std::string error_context;        ///< the same for people: "Init", "Next", "an invariant", ...
  Stage error_stage = Stage::none;  ///< what was evaluated when the error occurred
  bool at_initial_state = false;    ///< the violation or error concerns an initial state, or Init itself
  bool simulated = false;           ///< behaviours at random, and no search
  /// The postcondition is evaluated after violations too, and then changes no outcome. If it is false or
  /// fails: its name, and the error.
  std::string violated_postcondition;
  std::optional<EvaluationError> postcondition_error;
  std::vector<values::Value>
      partial_successor;  ///< for an unassigned variable: what was assigned, none elsewhere
  std::vector<std::string> unassigned;
  std::vector<std::string> violations_continued;  ///< with continue_after_violation: every property violated,
                                                  ///< once, in the order of their first violations
  std::vector<std::vector<TraceStep>> traces_continued;  ///< the first violation of each
  std::vector<ActionCoverage> action_coverage;           ///< by action index, with coverage
  std::vector<std::uint64_t> variable_coverage;          ///< distinct values per variable, with coverage
  std::size_t words_per_state = 0, bytes_per_state = 0, memory_bytes = 0;
  std::vector<std::string> encodings;        ///< "name: shape" of each variable in the store
  bool out_of_memory = false;                ///< the limit is that of memory
  std::optional<CheckpointNote> checkpoint;  ///< of a search that stopped early
  unsigned workers = 1;
  std::uint64_t steps = 0;         ///< between different states, that liveness was judged on; 0: it was not
  std::uint64_t states_asked = 0;  ///< from how many states the possibilities were asked for
  std::uint64_t states_ahead = 0;  ///< of a possibility that is lost: states that follow the last one
  double liveness_seconds = 0;
  bool liveness_judged = false;            ///< to the end, and so were possibilities
  std::uint64_t behaviours = 0;            ///< of a simulation: behaviours begun
  std::optional<std::uint64_t> behaviour;  ///< of a simulation: the number of the one that `trace` shows
  /// Under SYMMETRY: some of the states that were reached, interned, the same with any number of workers.
  std::vector<std::vector<values::Value>> noted_states;
  std::size_t noted_initial = 0;  ///< of these, the first ones are initial states
  std::vector<std::string> warnings;
};

/// Checks the assumptions, then runs the search, then evaluates the postcondition. `stop` may be set at any
/// time from elsewhere (a signal handler): the search ends within a fraction of a second with
/// Outcome::interrupted and the figures of the completed parents. The search sets it itself when it needs
/// more memory than it may have, and ends with Outcome::limit. Throws store::CheckpointError when the
/// checkpoint to go on from is damaged or another model's. `progress` is called about once a second from one
/// thread of its own; it may be empty. Evaluation on the calling thread is as deep as its stack allows: see
/// run_on_deep_stack (base/stack.hpp).
[[nodiscard]] Result search(const program::Program& program, values::Interner& interner,
                            const Options& options, StopFlag& stop,
                            const std::function<void(const Progress&)>& progress);
/// The same for any model.
[[nodiscard]] Result search(const ModelView& model, values::Interner& interner, const Options& options,
                            StopFlag& stop, const std::function<void(const Progress&)>& progress);

}  // namespace synod::explore
