// The graph of views, which is what TLC judges liveness on under a VIEW, as a model of actual states.
//
// For each view one state is expanded: the one that the search under the VIEW found first. From any other
// state one step leads to the state that is expanded for its view, unless the temporal formulas can tell the
// two apart. That is no step of the specification, and the formulas see it as stuttering. So a behaviour of
// this graph is one of the specification only if it can be gone without such steps: see explore/follow.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "explore/model_view.hpp"
#include "store/state_space.hpp"

namespace synod::explore {

/// The views that a search found, by number. Not thread-safe.
class Views {
 public:
  /// `space`: of a search under a VIEW that is complete; must outlive it.
  explicit Views(const store::StateSpace& space)
      : space_(space), packed_(space.state_words()), packed_view_(space.key_words()) {}

  /// store::no_state for one that the search did not find.
  [[nodiscard]] store::StateId number_of(Value view);
  /// The state found first with a view; valid until the next call.
  [[nodiscard]] State first(store::StateId view) { return space_.unpack(view, unpacker_); }
  [[nodiscard]] bool is_first(store::StateId view, State state);

 private:
  const store::StateSpace& space_;
  store::Unpacker unpacker_;
  store::Unfolded first_;
  std::vector<store::Word> packed_, packed_view_;
  std::vector<store::StateId> nodes_;
};

/// What an atom of a temporal formula is in a state or on a step.
enum class Truth : std::uint8_t { no, yes, failed };

/// Evaluates the atoms of temporal formulas: all that the formulas can see.
class AtomValues final : private program::AtomSink {
 public:
  /// `formulas` must outlive it.
  explicit AtomValues(const program::TemporalModel& formulas);
  [[nodiscard]] std::vector<Truth> in_state(ModelWorker& worker, State state);
  [[nodiscard]] std::vector<Truth> on_step(ModelWorker& worker, State state, State next);

 private:
  [[nodiscard]] std::vector<Truth> of(const std::vector<temporal::AtomId>& atoms, ModelWorker& worker,
                                      State state, State next);
  void value(temporal::AtomId atom, bool holds) override;
  void failure(temporal::AtomId atom, const EvaluationError& error) override;

  const program::TemporalModel& formulas_;
  std::vector<temporal::AtomId> of_states_, of_steps_;
  std::vector<Truth> values_;
};

/// Thread-safe, but for `set_aside`.
class ViewGraph final : public ModelView {
 public:
  /// Both must outlive it; `space` as for Views. Throws what ModelWorker::temporal_model throws.
  ViewGraph(const ModelView& model, const store::StateSpace& space);

  [[nodiscard]] const ModelFacts& facts() const override { return facts_; }
  [[nodiscard]] std::unique_ptr<ModelWorker> new_worker() const override;

  [[nodiscard]] const ModelView& model() const { return model_; }
  [[nodiscard]] const store::StateSpace& space() const { return space_; }
  [[nodiscard]] const program::TemporalModel& formulas() const { return formulas_; }
  /// From now on the liveness property with this number holds of everything.
  void set_aside(std::size_t property) { formulas_.liveness[property] = formulas_.formulas.truth(); }

 private:
  const ModelView& model_;
  const store::StateSpace& space_;
  ModelFacts facts_;
  program::TemporalModel formulas_;
};

}  // namespace synod::explore
