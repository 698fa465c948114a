#include "trace/exit_status.hpp"

namespace synod::trace {
namespace {

/// Whether TLC meets this error in a check of one of its own operators, or has no stack left: it then gives
/// up with a status of its own.
bool is_of_native_operator(EvaluationFault fault) {
  switch (fault) {
    case EvaluationFault::argument:
    case EvaluationFault::not_a_sequence:
    case EvaluationFault::overflow:
    case EvaluationFault::division_by_zero:
    case EvaluationFault::negative_exponent:
    case EvaluationFault::recursion_too_deep:
      return true;
    default:
      return false;
  }
}

/// In a simulation TLC tells apart only invariants and states that are not complete.
ExitStatus evaluation_status_of_simulation(const explore::Result& result, EvaluationFault fault) {
  if (result.at_initial_state) return ExitStatus::other;
  if (result.error_stage == explore::Stage::invariant) return ExitStatus::invariant_evaluation;
  return fault == EvaluationFault::unassigned_variable ? ExitStatus::evaluation : ExitStatus::other;
}

/// The status of an evaluation error after the initial states, in anything but an invariant.
ExitStatus evaluation_status_of_step(const explore::Result& result, EvaluationFault fault) {
  if (fault == EvaluationFault::assertion) return ExitStatus::assertion;
  const bool other = is_of_native_operator(fault) || result.error_stage == explore::Stage::liveness;
  return other ? ExitStatus::other : ExitStatus::evaluation;
}

/// The status of an evaluation error, by what was being evaluated.
ExitStatus evaluation_status(const explore::Result& result) {
  using explore::Stage;
  if (is_unsupported(result)) return ExitStatus::unsupported;
  const EvaluationFault fault = result.error ? result.error->fault() : EvaluationFault::unsupported;
  const bool endless = fault == EvaluationFault::recursion_too_deep;
  switch (result.error_stage) {
    case Stage::assumption:
      return endless ? ExitStatus::other : ExitStatus::assumption;
    case Stage::postcondition:
      return ExitStatus::assumption;
    default:
      break;
  }
  if (result.simulated) return evaluation_status_of_simulation(result, fault);
  if (result.at_initial_state)
    return fault == EvaluationFault::unassigned_variable ? ExitStatus::other : ExitStatus::evaluation;
  if (result.error_stage == Stage::invariant)
    return endless ? ExitStatus::other : ExitStatus::invariant_evaluation;
  return evaluation_status_of_step(result, fault);
}

ExitStatus exit_status(syntax::Code code) {
  using syntax::Code;
  switch (code) {
    case Code::file_not_found:
    case Code::file_unreadable:
    case Code::file_too_large:
    case Code::config_syntax:
    case Code::config_unknown_keyword:
    case Code::config_duplicate:
    case Code::trace_syntax:
    case Code::trace_mismatch:
    case Code::symmetry:
      return ExitStatus::other;
    case Code::config_unknown_name:
    case Code::config_missing_constant:
    case Code::config_conflict:
    case Code::config_wrong_level:
    case Code::config_wrong_arity:
    case Code::no_behaviour:
    case Code::trivially_true:
    case Code::property_shape:
      return ExitStatus::configuration;
    case Code::config_level_too_high:
    case Code::config_missing_next:
      return ExitStatus::evaluation;
    case Code::invariant_level:
      return ExitStatus::invariant_evaluation;
    case Code::unsupported:
      return ExitStatus::unsupported;
    default:
      return ExitStatus::specification;
  }
}

}  // namespace

bool is_unsupported(const explore::Result& result) {
  return result.error && (result.error->fault() == EvaluationFault::infinite_part ||
                          result.error->fault() == EvaluationFault::refused ||
                          (result.error_stage == explore::Stage::liveness &&
                           result.error->fault() == EvaluationFault::unsupported));
}

ExitStatus exit_status(const explore::Result& result) {
  using explore::Outcome;
  switch (result.outcome) {
    case Outcome::success:
      return ExitStatus::success;
    case Outcome::assumption:
      return ExitStatus::assumption;
    case Outcome::deadlock:
      return ExitStatus::deadlock;
    case Outcome::invariant:
      return ExitStatus::invariant;
    case Outcome::implied_init:
    case Outcome::action_property:
    case Outcome::liveness:
    case Outcome::possibility:
      return ExitStatus::property;
    case Outcome::assertion:
    case Outcome::error:
      return evaluation_status(result);
    case Outcome::limit:
      return result.out_of_memory && result.checkpoint && result.checkpoint->exists() ? ExitStatus::memory
                                                                                      : ExitStatus::limit;
    case Outcome::interrupted:
      return ExitStatus::interrupted;
  }
  return ExitStatus::internal_error;
}

ExitStatus exit_status(const syntax::Diagnostics& diagnostics) {
  for (const syntax::Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.severity == syntax::Severity::error) return exit_status(diagnostic.code);
  }
  return ExitStatus::success;
}

}  // namespace synod::trace
