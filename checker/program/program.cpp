#include "program/program.hpp"

#include <algorithm>

#include "program/code.hpp"
#include "program/compiler.hpp"
#include "program/type_text.hpp"

namespace synod::program {

using semantics::Expr;

Program::Program(const model::Model& model, values::Interner& interner, Settings settings)
    : code_(std::make_unique<Code>(model, interner, std::move(settings))) {
  for (const std::string& name : model.model_values) values::atoms().model_value(name);
  Compiler(*code_).compile_model();
}

Program::~Program() = default;

const model::Model& Program::model() const { return code_->model(); }
const Settings& Program::settings() const { return code_->settings(); }
std::size_t Program::variable_count() const { return code_->model().spec.variables.size(); }
const std::vector<ActionInfo>& Program::actions() const { return code_->actions; }
bool Program::writes_registers() const { return code_->writes_registers; }

bool Program::needs_one_worker() const { return code_->needs_one_worker; }

namespace {

/// The variables with the types that they have in the first initial state.
std::string show_variables(const Program& program) {
  std::vector<std::string> types(program.variable_count());
  Worker worker(program);
  try {
    worker.initial_states([&](Worker::State state) {
      for (std::size_t i = 0; i < state.size(); ++i) types[i] = " : " + type_text(state[i]);
      return false;
    });
  } catch (const EvaluationError&) {
    // Nothing is known of them.
  }
  std::string out = "variables\n";
  for (std::size_t i = 0; i < types.size(); ++i)
    out += "  " + program.model().spec.variables[i]->name + types[i] + "\n";
  return out;
}

}  // namespace

std::string Program::show_actions() const {
  std::string out = code_->init.action != nullptr ? show_variables(*this) : "";
  Context context(*code_, code_->interner());
  active_context() = &context;
  if (code_->init.action != nullptr) out += "initial states\n" + code_->init.action->show(1);
  if (code_->next.action != nullptr) out += "steps\n" + code_->next.action->show(1);
  for (std::size_t i = 0; i < code_->invariants.size(); ++i) {
    out += "invariant " + model().invariants[i].name + "\n  " + code_->invariants[i].node->show() + "\n";
  }
  active_context() = nullptr;
  return out;
}

Entry Compiler::entry(const Expr& e, Reading reading) {
  Scope s;
  s.reading = reading;
  Unit* unit = new_unit(nullptr);
  s.unit = unit;
  return {compile(e, s), unit};
}

Entry Compiler::conjuncts_entry(const Expr& e) {
  Scope s;
  Unit* unit = new_unit(nullptr);
  s.unit = unit;
  return {conjuncts(e, s), unit};
}

Entry Compiler::step_property(const model::ActionProperty& property) {
  Scope s;
  Unit* unit = new_unit(nullptr);
  s.unit = unit;
  return {square(*property.action, *property.subscript, s, false), unit};
}

ActionEntry Compiler::action_entry(const Expr& e, bool initial) {
  Scope s;
  Unit* unit = new_unit(nullptr);
  s.unit = unit;
  initial_ = initial;
  name_ = {};
  if (!initial && !code_.model().next_name.empty()) next_name_ = code_.model().next_name;
  const ActionPtr compiled = action(e, s, !initial);
  initial_ = false;
  return {compiled, unit};
}

void Compiler::compile_model() {
  const model::Model& m = code_.model();
  const auto all = [&](const std::vector<model::Named>& named, std::vector<Entry>& out) {
    for (const model::Named& n : named) out.push_back(entry(*n.body));
  };
  compiling_constants_ = true;
  for (const semantics::Assumption& a : m.spec.assumptions) code_.assumptions.push_back(entry(*a.body));
  if (m.postcondition) code_.postcondition = entry(*m.postcondition->body);
  if (m.init != nullptr) code_.init = action_entry(*m.init, true);
  compiling_constants_ = false;
  if (m.next != nullptr) code_.next = action_entry(*m.next, false);
  for (const model::Named& n : m.invariants) code_.invariants.push_back(conjuncts_entry(*n.body));
  all(m.implied_inits, code_.implied_inits);
  for (const model::Named& n : m.constraints) code_.constraints.push_back(conjuncts_entry(*n.body));
  all(m.action_constraints, code_.action_constraints);
  for (const model::ActionProperty& p : m.action_properties)
    code_.action_properties.push_back(step_property(p));
  for (const model::Named& n : m.liveness) code_.liveness.push_back(temporal_entry(*n.body));
  if (!m.liveness.empty()) {
    for (const model::Named& n : m.fairness) code_.fairness.push_back(temporal_entry(*n.body));
  }
  all(m.possibilities, code_.possibilities);
  if (m.possible_from) code_.possible_from = entry(*m.possible_from->body);
  if (m.view != nullptr) code_.view = entry(*m.view);
  compiling_constants_ = true;  // it is evaluated when the search is over
  if (m.alias != nullptr) code_.alias = entry(*m.alias);
  compiling_constants_ = false;
  code_.keeps_of_next = std::ranges::any_of(
      state_definitions_, [](const auto& definition) { return definition.first.second == Reading::next; });
}

}  // namespace synod::program
