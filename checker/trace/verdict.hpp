// What a check found: plain data, the argument of every report.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/interruption.hpp"
#include "explore/search.hpp"
#include "syntax/diagnostic.hpp"
#include "trace/exit_status.hpp"

namespace synod::trace {

/// Names as in `--format json`.
enum class Outcome {
  success,
  assumption,
  deadlock,
  safety,
  liveness,
  error,
  limit,
  interrupted,
  unsupported
};

[[nodiscard]] std::string_view name(Outcome outcome);

/// The fields that an ALIAS shows for one state, in their order.
using Alias = std::vector<std::pair<std::string, values::Value>>;

/// A state of the trace as an instance sees it: what it substitutes for the variables of its module.
struct AbstractState {
  std::size_t state = 0;  ///< of the trace, from 0
  Alias variables;
};

struct Verdict {
  Outcome outcome = Outcome::success;
  ExitStatus exit_status = ExitStatus::success;
  explore::Result
      result;  ///< figures, trace, error; values live in the run's Interner, which must outlive this
  std::vector<std::string> variables;
  std::vector<program::ActionInfo> actions;  ///< what result.action_coverage counts
  Span conjunct;                         ///< of a violated property that was taken apart: the violated part
  Span property;                         ///< of the definition of what is violated
  std::vector<std::string> explanation;  ///< of a liveness violation: why the property does not hold
  std::vector<std::string> fairness;     ///< and how each fairness condition is met
  /// Of a violated initial condition or step of an instance's specification: the instance, and the states
  /// before and after as it sees them.
  std::string instance;
  std::vector<AbstractState> abstract_states;
  /// Of each property that has parts of several kinds, what is known of them.
  std::vector<std::string> parts;
  std::vector<std::string> continued;      ///< per result.violations_continued: "Invariant Inv", ...
  std::vector<Alias> aliases;              ///< per trace step, when the model has an ALIAS that is a record
  Span assumption;                         ///< of the false ASSUME, when that is the outcome
  program::ActionLabel partial_label;      ///< of the step to result.partial_successor
  std::uint64_t seed = 0;                  ///< of random operators and simulation
  bool replayed = false;                   ///< the reference evaluator confirmed the trace
  std::vector<std::string> possibilities;  ///< what must stay reachable, by name
  std::string possible_from;               ///< from the states in which this holds; empty: from all
  std::vector<std::string> warnings;
  std::vector<syntax::Diagnostic> diagnostics;  ///< warnings about places in the text
};

/// Judges a finished search: replays its trace with the reference evaluator (a trace that does not hold is an
/// InternalError, never a verdict), and evaluates the ALIAS for every state of it. `outside` answers the
/// replay what files and programs answered the search; where it cannot, there is no replay but a warning.
/// When `stop` is set, the search for asymmetries ends; the rest is done, for it is short.
[[nodiscard]] Verdict judge(explore::Result result, const program::Program& program,
                            values::Interner& interner, std::uint64_t seed, Outside& outside,
                            const StopFlag& stop);

}  // namespace synod::trace
