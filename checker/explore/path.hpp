// Counterexamples from the store: parents back to an initial state, and each step's label found again.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "explore/model_view.hpp"
#include "explore/search.hpp"
#include "store/state_space.hpp"

namespace synod::explore {

/// The way to a state of a completed level, for Trace. Not thread-safe, but the levels may be read by others.
class StoredPast final : public program::Past {
 public:
  explicit StoredPast(const store::StateSpace& space) : space_(space) {}
  void ends_in(store::StateId id) { last_ = id; }
  /// Without labels.
  [[nodiscard]] std::vector<TraceStep> first(std::size_t count) const override;

 private:
  const store::StateSpace& space_;
  store::StateId last_ = store::no_state;
};

/// While it lives, a worker knows of a past.
class KnowsPast {
 public:
  KnowsPast(ModelWorker& worker, const program::Past& past) : worker_(worker) { worker.set_past(&past); }
  ~KnowsPast() { worker_.set_past(nullptr); }
  KnowsPast(const KnowsPast&) = delete;
  KnowsPast& operator=(const KnowsPast&) = delete;

 private:
  ModelWorker& worker_;
};

/// Rebuilds paths. Not thread-safe; the store must not change meanwhile. A step's label is that of the first
/// successor of its parent that equals the child: the one that the sequential search took.
class PathBuilder {
 public:
  PathBuilder(const store::StateSpace& space, ModelWorker& worker) : space_(space), worker_(worker) {}

  /// From an initial state to `id`, both included. Parents must be set.
  [[nodiscard]] std::vector<TraceStep> path_to(store::StateId id);
  /// The successor of `id` with this number, in the model or not. Nothing when the worker gives it no more (a
  /// model with side effects).
  [[nodiscard]] std::optional<TraceStep> successor(store::StateId id, std::uint32_t ordinal);
  /// The initial state with this number.
  [[nodiscard]] std::optional<TraceStep> initial_state(std::uint32_t ordinal);

  /// Along these states, an initial one first; each is a successor of the one before.
  [[nodiscard]] std::vector<TraceStep> path_along(const std::vector<store::StateId>& ids);
  /// The step from one state to another.
  [[nodiscard]] TraceStep step_to(store::StateId parent, store::StateId child);

 private:
  const store::StateSpace& space_;
  ModelWorker& worker_;
};

/// The successor of a state with this number; see PathBuilder::successor.
[[nodiscard]] std::optional<TraceStep> find_successor(ModelWorker& worker, values::Interner& interner,
                                                      State state, std::uint32_t ordinal);
/// The first step between two states, both interned; without a label when the worker gives it no more.
[[nodiscard]] TraceStep find_step(ModelWorker& worker, values::Interner& interner, State from, State to);
/// A state and a label, interned.
[[nodiscard]] TraceStep interned_step(values::Interner& interner, State state, program::ActionLabel label);
/// The label of initial states.
[[nodiscard]] program::ActionLabel initial_label();

}  // namespace synod::explore
