#include "explore/outcome.hpp"

namespace synod::explore {
namespace {

Stage stage_of(Phase phase, bool initial) {
  switch (phase) {
    case Phase::enumeration:
      return initial ? Stage::init : Stage::next;
    case Phase::constraint:
      return Stage::constraint;
    case Phase::action_constraint:
      return Stage::action_constraint;
    case Phase::view:
      return Stage::view;
    case Phase::invariant:
      return Stage::invariant;
    case Phase::implied:
      return initial ? Stage::implied_init : Stage::action_property;
    case Phase::limit:
    case Phase::deadlock:
      break;
  }
  return Stage::none;
}

void set_violation(Result& result, const Event& event, bool initial, const ModelFacts& facts) {
  result.violated_index = event.property;
  if (event.phase == Phase::invariant) {
    result.outcome = Outcome::invariant;
    result.violated = facts.invariants[event.property];
  } else if (initial) {
    result.outcome = Outcome::implied_init;
    result.violated = facts.implied_inits[event.property];
  } else {
    result.outcome = Outcome::action_property;
    result.violated = facts.action_properties[event.property];
  }
}

void set_error(Result& result, const Event& event, bool initial, const ModelFacts& facts) {
  const bool asserted = event.error->fault() == EvaluationFault::assertion && event.phase < Phase::invariant;
  result.outcome = asserted ? Outcome::assertion : Outcome::error;
  result.error = *event.error;
  result.error_stage =
      event.phase == Phase::view && facts.symmetry ? Stage::symmetry : stage_of(event.phase, initial);
  result.error_context = describe(result.error_stage, event.error->formula());
  result.partial_successor = event.partial;
  for (std::size_t i = 0; i < event.partial.size(); ++i) {
    if (event.partial[i].is_none()) result.unassigned.push_back(facts.variables[i]);
  }
}

}  // namespace

std::string describe(Stage stage) {
  switch (stage) {
    case Stage::none:
      return "";
    case Stage::assumption:
      return "an assumption";
    case Stage::init:
      return "Init";
    case Stage::next:
      return "Next";
    case Stage::constraint:
      return "a constraint";
    case Stage::action_constraint:
      return "an action constraint";
    case Stage::view:
      return "the VIEW";
    case Stage::symmetry:
      return "the least image under SYMMETRY";
    case Stage::invariant:
      return "an invariant";
    case Stage::implied_init:
      return "an initial condition of a property";
    case Stage::action_property:
      return "an action property";
    case Stage::liveness:
      return "a temporal property";
    case Stage::possibility:
      return "a possibility";
    case Stage::postcondition:
      return "the POSTCONDITION";
  }
  return "";
}

std::string describe(Stage stage, const std::string& name) {
  if (name.empty()) return describe(stage);
  switch (stage) {
    case Stage::assumption:
      return "assumption " + name;
    case Stage::constraint:
      return "constraint " + name;
    case Stage::action_constraint:
      return "action constraint " + name;
    case Stage::invariant:
      return "invariant " + name;
    case Stage::implied_init:
      return "the initial condition of property " + name;
    case Stage::action_property:
    case Stage::liveness:
      return "property " + name;
    case Stage::possibility:
      return "possibility " + name;
    case Stage::postcondition:
      return "POSTCONDITION " + name;
    default:
      return describe(stage);
  }
}

void set_outcome(Result& result, const Event& event, bool initial, const ModelFacts& facts) {
  result.at_initial_state = initial;
  switch (event.kind) {
    case EventKind::deadlock:
      result.outcome = Outcome::deadlock;
      return;
    case EventKind::limit:
      result.outcome = Outcome::limit;
      return;
    case EventKind::violation:
      set_violation(result, event, initial, facts);
      return;
    case EventKind::error:
      set_error(result, event, initial, facts);
      return;
  }
}

void set_out_of_memory(Result& result, std::size_t bytes) {
  result.outcome = Outcome::limit;
  result.out_of_memory = true;
  result.violated = std::to_string(bytes >> 20U) + " MB of memory";
}

}  // namespace synod::explore
