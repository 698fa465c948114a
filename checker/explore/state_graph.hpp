// The graph that a search explored, for those who want to see it: states by number, and the steps between
// them. It is told when the search has ended, in the order of the sequential search, so that nothing of it
// depends on the number of workers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/interruption.hpp"
#include "explore/model_view.hpp"
#include "store/segmented_array.hpp"
#include "store/state_space.hpp"

namespace synod::explore {

/// Of a state in the graph: its place in breadth-first order, from 1.
using StateNumber = std::uint64_t;

struct GraphState {
  StateNumber number = 0;
  std::uint64_t level = 1;  ///< 1: an initial state
  bool expanded = true;     ///< all its steps are told; false where the search ended before
  State values;             ///< gone when the callback returns
};

/// A step that the constraints allow, also one that changes nothing. Under VIEW and SYMMETRY `to`
/// stands for what the step leads to.
struct GraphStep {
  StateNumber from = 0, to = 0;
  const program::ActionLabel& label;  ///< gone when the callback returns
};

/// Reads a graph from one thread: first all states by number, then the steps of each state in the order of
/// their generation, those that are generated twice included.
class GraphReader {
 public:
  virtual ~GraphReader() = default;
  virtual void state(const GraphState& state) = 0;
  virtual void step(const GraphStep& step) = 0;
  /// Whether more is wanted.
  [[nodiscard]] virtual bool ready() const = 0;
  /// All is told that the search came to. `complete`: it came to all states and steps.
  virtual void end(bool complete) = 0;
  /// Instead of `end`: the rest is not told. `why` ends a sentence.
  virtual void cut_short(const std::string& why) = 0;
};

/// What a graph is read from.
struct GraphSource {
  const ModelView& model;
  const store::StateSpace& space;
  ModelWorker& worker;  ///< takes the steps once more: only their states are stored
  const StopFlag& stop;
};

/// The states of a search by their numbers, and which of them were expanded. Four bytes a state.
class ExploredStates {
 public:
  /// The states of the next level, in order. Those of the level before have been expanded.
  void add_level(std::span<const store::StateId> states);
  /// The search ended within the last level: at this position, after so many successors of that state, and
  /// having found these states for the next level.
  void end_at(std::size_t position, std::uint64_t successors, std::span<const store::StateId> found);

  /// The search ended before all initial states were found.
  void end_in_init() { in_init_ = true; }

  /// Tells the graph. The model must not have side effects (ModelFacts::needs_one_worker), else it is cut
  /// short. So it is when `source.stop` is requested meanwhile; a request from before does not count.
  void tell(const GraphSource& source, GraphReader& reader) const;
  /// Memory that `tell` takes.
  [[nodiscard]] std::size_t bytes_to_tell() const { return count_ * sizeof(std::uint32_t); }

 private:
  [[nodiscard]] std::size_t last_level_begin() const { return levels_.empty() ? 0 : levels_.back(); }

  store::SegmentedArray<store::StateId> order_;
  std::size_t count_ = 0;
  std::vector<std::size_t> levels_;  // positions in order_ where they begin
  std::size_t expanded_ = 0;         // the first so many
  bool in_init_ = false;
  std::uint64_t successors_of_next_ = 0;  // of the state after them, so many were generated
};

}  // namespace synod::explore
