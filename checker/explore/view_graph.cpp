#include "explore/view_graph.hpp"

#include <utility>

#include "explore/liveness_search.hpp"

namespace synod::explore {

store::StateId Views::number_of(Value view) {
  store::Misfit misfit;
  if (!space_.pack_key({&view, 1}, {}, packed_view_.data(), misfit)) return store::no_state;
  return space_.find_key(packed_view_.data(), nodes_);
}

bool Views::is_first(store::StateId view, State state) {
  store::Misfit misfit;
  if (view == store::no_state || !space_.pack(state, {}, packed_.data(), misfit)) return false;
  space_.read(view, first_);
  return packed_ == first_.words;
}

AtomValues::AtomValues(const program::TemporalModel& formulas) : formulas_(formulas) {
  for (temporal::AtomId atom = 0; atom < formulas.atoms.size(); ++atom)
    (formulas.atoms[atom].of_step ? of_steps_ : of_states_).push_back(atom);
}

std::vector<Truth> AtomValues::in_state(ModelWorker& worker, State state) {
  return of(of_states_, worker, state, {});
}

std::vector<Truth> AtomValues::on_step(ModelWorker& worker, State state, State next) {
  return of(of_steps_, worker, state, next);
}

std::vector<Truth> AtomValues::of(const std::vector<temporal::AtomId>& atoms, ModelWorker& worker,
                                  State state, State next) {
  values_.clear();
  worker.evaluate_atoms(formulas_, atoms, state, next, *this);
  return std::move(values_);
}

void AtomValues::value(temporal::AtomId, bool holds) { values_.push_back(holds ? Truth::yes : Truth::no); }

void AtomValues::failure(temporal::AtomId, const EvaluationError&) { values_.push_back(Truth::failed); }

namespace {

class ViewGraphWorker final : public ModelWorker {
 public:
  explicit ViewGraphWorker(const ViewGraph& graph)
      : graph_(graph), worker_(graph.model().new_worker()), views_(graph.space()), atoms_(graph.formulas()) {}

  void initial_states(const InitialSink& sink) override { worker_->initial_states(sink); }
  void successors(State state, SuccessorSink& sink) override {
    const store::StateId view = view_of(state);
    if (view == store::no_state) return;  // a model with side effects: it gave others before
    if (views_.is_first(view, state)) return worker_->successors(state, sink);
    const State expanded = views_.first(view);
    if (atoms_.in_state(*worker_, state) != atoms_.in_state(*worker_, expanded)) return;
    jumping_ = true;
    sink.successor(expanded, 0);
    jumping_ = false;
  }
  program::ActionLabel current_label() const override {
    return jumping_ ? program::ActionLabel() : worker_->current_label();
  }
  bool constraints_hold(State state) override { return jumping_ || worker_->constraints_hold(state); }
  bool action_constraints_hold(State state, State next) override {
    return jumping_ || worker_->action_constraints_hold(state, next);
  }
  std::optional<std::size_t> violated_invariant(State) override { return std::nullopt; }
  std::optional<std::size_t> violated_implied_init(State) override { return std::nullopt; }
  std::optional<std::size_t> violated_action_property(State, State) override { return std::nullopt; }
  Value view(State state) override { return worker_->view(state); }
  program::TemporalModel temporal_model() override { return graph_.formulas(); }
  void evaluate_atoms(const program::TemporalModel& formulas, std::span<const temporal::AtomId> atoms,
                      State state, State next, program::AtomSink& sink) override {
    const bool jumps = !next.empty() && !atoms.empty() && !views_.is_first(view_of(state), state);
    worker_->evaluate_atoms(formulas, atoms, state, jumps ? state : next, sink);
  }
  void repeat() override { worker_->repeat(); }
  void recall(bool on) override { worker_->recall(on); }
  bool exit_requested() const override { return worker_->exit_requested(); }
  void set_level(std::uint64_t level) override { worker_->set_level(level); }
  void set_totals(const program::Totals& totals) override { worker_->set_totals(totals); }
  void set_past(const program::Past* past) override { worker_->set_past(past); }
  void release() override { worker_->release(); }

 private:
  [[nodiscard]] store::StateId view_of(State state) { return views_.number_of(worker_->view(state)); }

  const ViewGraph& graph_;
  std::unique_ptr<ModelWorker> worker_;
  Views views_;
  AtomValues atoms_;
  bool jumping_ = false;  // the successor at hand has the view of its parent, and is no successor of it
};

}  // namespace

ViewGraph::ViewGraph(const ModelView& model, const store::StateSpace& space)
    : model_(model),
      space_(space),
      facts_(for_liveness(model.facts())),
      formulas_(model.new_worker()->temporal_model()) {}

std::unique_ptr<ModelWorker> ViewGraph::new_worker() const {
  return std::make_unique<ViewGraphWorker>(*this);
}

}  // namespace synod::explore
