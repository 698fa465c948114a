#include "explore/program_view.hpp"

#include <utility>

#include "explore/search.hpp"
#include "explore/simulate.hpp"
#include "explore/symmetry.hpp"

namespace synod::explore {
namespace {

class ProgramWorker final : public ModelWorker {
 public:
  explicit ProgramWorker(const program::Program& program) : worker_(program) {}

  void initial_states(const InitialSink& sink) override { worker_.initial_states(sink); }
  void successors(State state, SuccessorSink& sink) override { worker_.successors(state, sink); }
  program::ActionLabel current_label() const override { return worker_.current_label(); }
  bool constraints_hold(State state) override { return worker_.constraints_hold(state); }
  bool action_constraints_hold(State state, State next) override {
    return worker_.action_constraints_hold(state, next);
  }
  std::optional<std::size_t> violated_invariant(State state) override {
    return worker_.violated_invariant(state);
  }
  void expect_violating_parents() override { worker_.expect_violating_parents(); }
  std::optional<std::size_t> violated_implied_init(State state) override {
    return worker_.violated_implied_init(state);
  }
  std::optional<std::size_t> violated_action_property(State state, State next) override {
    return worker_.violated_action_property(state, next);
  }
  bool is_possible_now(std::size_t index, State state) override {
    return worker_.is_possible_now(index, state);
  }
  bool asks_possibility(State state) override { return worker_.asks_possibility(state); }
  Value view(State state) override { return worker_.view(state); }
  std::optional<std::size_t> violated_assumption() override { return worker_.violated_assumption(); }
  bool postcondition_holds() override { return worker_.postcondition_holds(); }
  program::TemporalModel temporal_model() override { return worker_.temporal_model(); }
  void evaluate_atoms(const program::TemporalModel& formulas, std::span<const temporal::AtomId> atoms,
                      State state, State next, program::AtomSink& sink) override {
    worker_.evaluate_atoms(formulas, atoms, state, next, sink);
  }
  void repeat() override { worker_.repeat(); }
  void recall(bool on) override { worker_.recall(on); }
  bool exit_requested() const override { return worker_.exit_requested(); }
  void set_level(std::uint64_t level) override { worker_.set_level(level); }
  void set_totals(const program::Totals& totals) override { worker_.set_totals(totals); }
  void set_past(const program::Past* past) override { worker_.set_past(past); }
  void set_counter_example(const program::CounterExample* found) override {
    worker_.set_counter_example(found);
  }
  void set_behaviour(std::optional<std::uint64_t> number) override { worker_.set_behaviour(number); }
  void choose_by(program::Worker::Choice choice) override { worker_.choose_by(std::move(choice)); }
  void release() override { worker_.release(); }

 private:
  program::Worker worker_;
};

template <class Properties>
std::vector<std::string> names_of(const Properties& properties) {
  std::vector<std::string> names;
  for (const auto& property : properties) names.push_back(property.name);
  return names;
}

ModelFacts facts_of(const program::Program& program) {
  const model::Model& model = program.model();
  ModelFacts facts;
  for (const semantics::Variable* variable : model.spec.variables) facts.variables.push_back(variable->name);
  facts.actions = program.actions().size();
  facts.invariants = names_of(model.invariants);
  facts.implied_inits = names_of(model.implied_inits);
  facts.action_properties = names_of(model.action_properties);
  facts.liveness = names_of(model.liveness);
  facts.possibilities = names_of(model.possibilities);
  if (model.possible_from) facts.possible_from = model.possible_from->name;
  facts.assumptions = names_of(model.spec.assumptions);
  if (model.postcondition) facts.postcondition = model.postcondition->name;
  facts.has_constraints = !model.constraints.empty();
  facts.has_action_constraints = !model.action_constraints.empty();
  facts.has_view = model.view != nullptr;
  facts.has_behaviour = model.init != nullptr;
  facts.check_deadlock = model.check_deadlock;
  facts.writes_registers = program.writes_registers();
  facts.needs_one_worker = program.needs_one_worker();
  return facts;
}

}  // namespace

ProgramView::ProgramView(const program::Program& program, bool symmetry)
    : program_(program), facts_(facts_of(program)) {
  if (symmetry) facts_.symmetry = symmetry_of(program.model());
}

std::unique_ptr<ModelWorker> ProgramView::new_worker() const {
  return std::make_unique<ProgramWorker>(program_);
}

Result search(const program::Program& program, values::Interner& interner, const Options& options,
              StopFlag& stop, const std::function<void(const Progress&)>& progress) {
  const ProgramView view(program);
  return search(view, interner, options, stop, progress);
}

Result simulate(const program::Program& program, values::Interner& interner, const SimulationOptions& options,
                const StopFlag& stop, const std::function<void(const Progress&)>& progress) {
  const ProgramView view(program, false);
  return simulate(view, interner, options, stop, progress);
}

}  // namespace synod::explore
