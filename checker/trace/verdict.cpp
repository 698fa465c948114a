#include "trace/verdict.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/failure.hpp"
#include "reference/judge.hpp"
#include "reference/predicates.hpp"
#include "reference/temporal.hpp"
#include "trace/asymmetry.hpp"
#include "trace/convert.hpp"
#include "trace/refinement.hpp"

namespace synod::trace {
namespace {

using explore::Result;
using reference::Claim;

Outcome outcome_of(explore::Outcome outcome) {
  switch (outcome) {
    case explore::Outcome::success:
      return Outcome::success;
    case explore::Outcome::assumption:
      return Outcome::assumption;
    case explore::Outcome::deadlock:
      return Outcome::deadlock;
    case explore::Outcome::invariant:
    case explore::Outcome::implied_init:
    case explore::Outcome::action_property:
      return Outcome::safety;
    case explore::Outcome::liveness:
    case explore::Outcome::possibility:
      return Outcome::liveness;
    case explore::Outcome::assertion:
    case explore::Outcome::error:
      return Outcome::error;
    case explore::Outcome::limit:
      return Outcome::limit;
    case explore::Outcome::interrupted:
      return Outcome::interrupted;
  }
  return Outcome::error;
}

/// Whether the search ended at what Synod can do, not at what the model means. The reference evaluator has
/// other limits.
bool ends_at_limit(const Result& result) {
  if (!result.error) return false;
  switch (result.error->fault()) {
    case EvaluationFault::too_large:
    case EvaluationFault::recursion_too_deep:
    case EvaluationFault::unsupported:
      return true;
    default:
      return false;
  }
}

Claim claim_of(const Result& result) {
  switch (result.outcome) {
    case explore::Outcome::invariant:
      return {Claim::Kind::invariant, result.violated};
    case explore::Outcome::implied_init:
      return {Claim::Kind::implied_init, result.violated};
    case explore::Outcome::action_property:
      return {Claim::Kind::action_property, result.violated};
    case explore::Outcome::liveness:
      return {Claim::Kind::liveness, result.violated, result.violated_index, *result.loop_start,
              result.loop_repeats_view};
    case explore::Outcome::possibility:
      return {Claim::Kind::possibility, result.violated, result.violated_index};
    case explore::Outcome::deadlock:
      return {result.simulated ? Claim::Kind::end_of_behaviour : Claim::Kind::deadlock, ""};
    case explore::Outcome::assertion:
    case explore::Outcome::error:
      // The order in which images are compared is the engine's own.
      if (result.error_stage == explore::Stage::symmetry || ends_at_limit(result))
        return {Claim::Kind::behaviour, ""};
      return {Claim::Kind::error, ""};
    default:
      return {Claim::Kind::behaviour, ""};
  }
}

/// Whether the result says something about a behaviour, so that there is something to replay.
bool claims_behaviour(const Result& result) {
  switch (result.outcome) {
    case explore::Outcome::invariant:
    case explore::Outcome::implied_init:
    case explore::Outcome::action_property:
    case explore::Outcome::liveness:
    case explore::Outcome::possibility:
    case explore::Outcome::deadlock:
      return true;
    case explore::Outcome::assertion:
    case explore::Outcome::error:
      if (is_unsupported(result) || (ends_at_limit(result) && result.trace.empty())) return false;
      if (result.error->fault() == EvaluationFault::no_initial_state) return false;
      return result.error_stage != explore::Stage::assumption &&
             result.error_stage != explore::Stage::postcondition &&
             result.error_stage != explore::Stage::liveness;
    default:
      return false;
  }
}

bool has_named(const std::vector<model::Named>& list, const std::string& name) {
  return std::any_of(list.begin(), list.end(), [&](const model::Named& item) { return item.name == name; });
}

/// What the reference evaluator has to know of the run.
reference::EvaluatorOptions options_of(const program::Program& program) {
  const program::Settings& run = program.settings();
  reference::EvaluatorOptions options;
  options.seed = run.seed;
  switch (run.mode) {
    case program::Mode::search:
      break;
    case program::Mode::simulation:
      options.mode = reference::Mode::simulation;
      break;
    case program::Mode::generation:
      options.mode = reference::Mode::generation;
      break;
  }
  options.workers = program.needs_one_worker() ? 1 : run.workers;
  options.check_deadlock = run.check_deadlock;
  options.traces = static_cast<std::int64_t>(run.traces);
  options.depth = static_cast<std::int64_t>(run.depth);
  return options;
}

/// What the reference evaluator is told, and whether that is all a model may ask.
struct Judging {
  reference::EvaluatorOptions options;
  bool depends_on_run = false;  ///< the model reads registers or running totals
  std::optional<std::uint64_t> behaviour;
};

class Replay {
 public:
  Replay(const model::Model& model, const Judging& judging)
      : depends_on_run_(judging.depends_on_run), evaluator_(model, judging.options) {
    evaluator_.run().behaviour_number = judging.behaviour;
  }

  /// `what`: the claim in words, for the report of a mismatch. Why it was not confirmed; empty when it was.
  [[nodiscard]] std::string run(const std::vector<explore::TraceStep>& trace, const Claim& claim,
                                const std::string& what) {
    std::vector<reference::State> states;
    for (const explore::TraceStep& step : trace) states.push_back(to_reference(step.state));
    evaluator_.run().behaviour = to_reference(trace);
    const reference::Judgement judgement = reference::judge(evaluator_, states, claim);
    if (judgement.accepted) return "";
    if (judgement.undecided) return judgement.reason;
    if (depends_on_run_) return "it depends on registers or running totals.";
    throw InternalError(
        fmt::format("the reference evaluator rejects a counterexample ({}) at state {} of {}: {}", what,
                    judgement.position, states.size(), judgement.reason));
  }

 private:
  bool depends_on_run_;
  reference::Evaluator evaluator_;
};

/// False, with a warning, where a counterexample is not confirmed.
bool note_confirmation(Verdict& verdict, const std::string& why_not) {
  if (why_not.empty()) return true;
  verdict.warnings.push_back("The counterexample was not confirmed by a replay: " + why_not);
  return false;
}

void replay(Verdict& verdict, const Result& result, const model::Model& model, const Judging& judging) {
  const std::string what = result.error              ? result.error->message()
                           : result.violated.empty() ? std::string(name(verdict.outcome))
                                                     : result.violated + " violated";
  verdict.replayed =
      note_confirmation(verdict, Replay(model, judging).run(result.trace, claim_of(result), what));
}

/// Those found under --continue. Each is a violation of one of the model's properties.
void replay_continued(Verdict& verdict, const Result& result, const model::Model& model,
                      const Judging& judging) {
  for (std::size_t i = 0; i < result.traces_continued.size() && i < result.violations_continued.size(); ++i) {
    const std::string& name = result.violations_continued[i];
    const bool invariant = has_named(model.invariants, name);
    const bool initial = !invariant && result.traces_continued[i].size() == 1;
    const Claim::Kind kind = invariant ? Claim::Kind::invariant
                                       : (initial ? Claim::Kind::implied_init : Claim::Kind::action_property);
    note_confirmation(
        verdict, Replay(model, judging).run(result.traces_continued[i], {kind, name}, name + " violated"));
    verdict.continued.push_back((invariant ? "Invariant "
                                 : initial ? "Property "
                                           : "Action property ") +
                                name);
  }
}

/// Where the violated part of a property stands that consists of several. Not known for one that does not.
Span find_conjunct(const Result& result, const model::Model& model) {
  std::size_t parts = 0;
  const auto count = [&](const auto& list) {
    for (const auto& item : list) parts += item.name == result.violated ? 1 : 0;
  };
  count(model.invariants);
  count(model.implied_inits);
  count(model.action_properties);
  count(model.liveness);
  if (parts < 2) return {};
  switch (result.outcome) {
    case explore::Outcome::invariant:
      return model.invariants.at(result.violated_index).body->span;
    case explore::Outcome::implied_init:
      return model.implied_inits.at(result.violated_index).body->span;
    case explore::Outcome::action_property:
      return model.action_properties.at(result.violated_index).span;
    case explore::Outcome::liveness:
      return model.liveness.at(result.violated_index).body->span;
    default:
      return {};
  }
}

/// Where the definition stands of what is violated; of a property that has none, such as one inside of
/// another, the violated part.
Span find_property(const Result& result, const model::Model& model) {
  const auto found = model.spec.root_operators.find(result.violated);
  if (found != model.spec.root_operators.end()) return found->second->span;
  return find_conjunct(result, model);
}

/// The fields that an ALIAS which fails shows, as in TLC: the variables, and why.
Alias failed_alias(const model::Model& model, const explore::TraceStep& step, const EvaluationError& error) {
  Alias alias;
  for (std::size_t i = 0; i < step.state.size(); ++i) {
    alias.emplace_back(model.spec.variables[i]->name, step.state[i]);
  }
  alias.emplace_back("_ALIASEvalError", values::Value::string(values::atoms().string(error.message())));
  return alias;
}

/// What the lasso shows: the property's part that fails, and how the behaviour is fair nevertheless.
void explain_lasso(Verdict& verdict, const Result& result, const model::Model& model,
                   const Judging& judging) {
  reference::Evaluator evaluator(model, judging.options);
  std::vector<reference::State> states;
  for (const explore::TraceStep& step : result.trace) states.push_back(to_reference(step.state));
  reference::LassoJudge lasso(
      evaluator, states, *result.loop_start,
      result.loop_repeats_view ? reference::LassoEnd::same_view : reference::LassoEnd::step_back);
  verdict.explanation = lasso.why_false(*model.liveness.at(result.violated_index).body);
  for (const model::Named& fairness : model.fairness) {
    for (std::string& line : lasso.how_fair(*fairness.body)) verdict.fairness.push_back(std::move(line));
  }
}

std::vector<Alias> evaluate_aliases(const Result& result, const program::Program& program,
                                    values::Interner& interner) {
  std::vector<Alias> aliases;
  if (program.model().alias == nullptr || result.trace.empty()) return aliases;
  program::Worker worker(program);
  const program::KnownPast past(result.trace);
  worker.set_past(&past);
  worker.set_behaviour(result.behaviour);
  const std::size_t after_last = result.after_last().value_or(result.trace.size() - 1);
  for (std::size_t i = 0; i < result.trace.size(); ++i) {
    const auto& state = result.trace[i].state;
    const auto& next = result.trace[i + 1 < result.trace.size() ? i + 1 : after_last].state;
    worker.set_level(i + 1);
    try {
      if (program.model().alias->level == semantics::Level::constant)
        throw EvaluationError(EvaluationFault::unsupported, "The ALIAS is a constant: it shows nothing.");
      Alias alias = worker.alias(state, next);
      if (alias.empty()) return {};                                       // not a record: ignored, as in TLC
      for (auto& [field, value] : alias) value = interner.intern(value);  // the worker and its arena end here
      aliases.push_back(std::move(alias));
    } catch (const EvaluationError& error) {
      aliases.push_back(failed_alias(program.model(), result.trace[i], error));
    }
  }
  return aliases;
}

/// Where the first false ASSUME stands. The reference evaluator must agree that there is one.
Span find_false_assumption(const model::Model& model, const Judging& judging) {
  reference::Evaluator evaluator(model, judging.options);
  for (const semantics::Assumption& assumption : model.spec.assumptions) {
    if (!reference::Predicates(evaluator).holds_without_state(*assumption.body)) return assumption.body->span;
  }
  throw InternalError("the reference evaluator finds every assumption true");
}

/// The state that leaves a variable without a value, found by the reference evaluator: its values and its
/// label.
void find_partial_state(Verdict& verdict, const model::Model& model, values::Interner& interner,
                        const Judging& judging) {
  Result& result = verdict.result;
  reference::Evaluator evaluator(model, judging.options);
  evaluator.run().behaviour_number = judging.behaviour;
  evaluator.run().level = static_cast<std::int64_t>(result.trace.size());
  reference::Behaviours behaviours(evaluator);
  std::optional<reference::Step> partial;
  const auto look = [&](const reference::Step& step) {
    if (!partial && !reference::missing_variables(model, step.state).empty()) partial = step;
  };
  try {
    if (result.trace.empty()) {
      behaviours.visit_initial(look);
    } else {
      behaviours.visit_successors(to_reference(result.trace.back().state), look);
    }
  } catch (const EvaluationError&) {
    // Some later successor fails: no matter.
  } catch (const NotRepeatable&) {
    // Nor does it matter what is not known.
  }
  if (!partial) return;
  values::Arena arena;
  const auto keep = [&](const reference::Value& v) {
    const values::Value converted = from_reference(arena, v);
    return converted.is_none() ? converted : interner.intern(converted);
  };
  result.partial_successor.clear();
  result.unassigned.clear();
  for (std::size_t i = 0; i < partial->state.size(); ++i) {
    result.partial_successor.push_back(keep(partial->state[i]));
    if (!partial->state[i].defined()) result.unassigned.push_back(model.spec.variables[i]->name);
  }
  verdict.partial_label = {partial->label.name, {}, partial->label.span};
  for (const reference::Value& argument : partial->label.arguments) {
    verdict.partial_label.arguments.push_back(keep(argument));
  }
}

/// Replays all that the search found. Throws NotRepeatable where files or programs do not answer as they did.
void replay_all(Verdict& verdict, const Result& result, const model::Model& model, const Judging& judging) {
  if (claims_behaviour(result)) replay(verdict, result, model, judging);
  if (result.outcome == explore::Outcome::assumption && result.violated_postcondition.empty()) {
    verdict.assumption = find_false_assumption(model, judging);
    verdict.replayed = true;
  }
  if (result.outcome == explore::Outcome::liveness) explain_lasso(verdict, result, model, judging);
  replay_continued(verdict, result, model, judging);
}

/// After --continue the search itself is a success; the verdict is not.
void judge_continued(Verdict& verdict, const model::Model& model) {
  const Result& result = verdict.result;
  const bool complete = verdict.outcome == Outcome::success || verdict.outcome == Outcome::liveness;
  if (result.violations_continued.empty() || !complete) return;
  verdict.outcome = Outcome::safety;
  const bool invariant =
      std::any_of(result.violations_continued.begin(), result.violations_continued.end(),
                  [&](const std::string& name) { return has_named(model.invariants, name); });
  verdict.exit_status = invariant ? ExitStatus::invariant : ExitStatus::property;
}

}  // namespace

std::string_view name(Outcome outcome) {
  switch (outcome) {
    case Outcome::success:
      return "success";
    case Outcome::assumption:
      return "assumption";
    case Outcome::deadlock:
      return "deadlock";
    case Outcome::safety:
      return "safety";
    case Outcome::liveness:
      return "liveness";
    case Outcome::error:
      return "error";
    case Outcome::limit:
      return "limit";
    case Outcome::interrupted:
      return "interrupted";
    case Outcome::unsupported:
      return "unsupported";
  }
  return "";
}

Verdict judge(Result result, const program::Program& program, values::Interner& interner, std::uint64_t seed,
              Outside& outside, const StopFlag& stop) {
  const model::Model& model = program.model();
  Judging judging{options_of(program), program.needs_one_worker(), result.behaviour};
  judging.options.seed = seed;
  judging.options.outside = &outside;
  Verdict verdict;
  verdict.seed = seed;
  verdict.outcome = outcome_of(result.outcome);
  verdict.exit_status = exit_status(result);
  if (is_unsupported(result)) verdict.outcome = Outcome::unsupported;
  try {
    replay_all(verdict, result, model, judging);
  } catch (const NotRepeatable&) {
    verdict.replayed = false;
    result.warnings.emplace_back(
        "A file or program that the specification asked gave several answers during the search, so what was "
        "found was "
        "not replayed by the second evaluator.");
  }
  verdict.conjunct = find_conjunct(result, model);
  if (result.outcome != explore::Outcome::limit) verdict.property = find_property(result, model);
  if (verdict.assumption.known()) verdict.property = verdict.assumption;
  for (const model::Named& possibility : model.possibilities)
    verdict.possibilities.push_back(possibility.name);
  if (model.possible_from) verdict.possible_from = model.possible_from->name;
  for (const semantics::Variable* variable : model.spec.variables)
    verdict.variables.push_back(variable->name);
  verdict.actions = program.actions();
  verdict.aliases = evaluate_aliases(result, program, interner);
  verdict.warnings.insert(verdict.warnings.begin(), result.warnings.begin(), result.warnings.end());
  verdict.diagnostics = find_asymmetries(program, interner, result, stop);
  verdict.result = std::move(result);
  judge_continued(verdict, model);
  describe_refinement(verdict, program, interner);
  const bool incomplete =
      verdict.result.error && verdict.result.error->fault() == EvaluationFault::unassigned_variable;
  if (incomplete) find_partial_state(verdict, model, interner, judging);
  const bool searched = verdict.outcome == Outcome::success && model.init != nullptr;
  if (searched && verdict.result.generated == 0) {
    verdict.warnings.emplace_back("There is no initial state: Init is never TRUE. Nothing was checked.");
  }
  return verdict;
}

}  // namespace synod::trace
