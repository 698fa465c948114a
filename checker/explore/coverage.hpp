// --coverage: how often each action was taken, and how many values each variable has.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "explore/expander.hpp"
#include "explore/parallel.hpp"
#include "explore/search.hpp"
#include "store/state_space.hpp"

namespace synod::explore {

/// Collects over the levels of a search. Figures are those of the sequential search. Not thread-safe.
class Coverage {
 public:
  Coverage(bool wanted, std::size_t actions) : wanted_(wanted), actions_(wanted ? actions : 0) {}

  [[nodiscard]] bool wanted() const { return wanted_; }
  /// The action by which a state of this level is reached first, so far.
  void set_first_action(std::size_t index_in_level, std::uint32_t action);
  /// Adds a level that was expanded completely, with the successors by action of each worker.
  void add_level(std::span<const store::StateId> found, store::StateId level_begin,
                 std::span<const std::vector<std::uint64_t>> generated_by_worker);
  /// Adds the level at which the search ended: the states that count, and the successors that were generated
  /// of states `0 .. last` of the level, the first `of_last` of the last one. Runs these parents again.
  void add_last_level(std::span<const store::StateId> found, const store::StateSpace& space,
                      ModelWorker& worker, const Level& level, std::size_t last, std::uint64_t of_last);

  /// Goes on from the figures of another run.
  void restore(std::vector<ActionCoverage> actions) { actions_ = std::move(actions); }
  [[nodiscard]] const std::vector<ActionCoverage>& actions() const { return actions_; }

 private:
  void add_found(std::span<const store::StateId> found, store::StateId level_begin);

  bool wanted_;
  std::vector<ActionCoverage> actions_;
  std::vector<std::uint32_t> first_actions_;  // of the states of the level at hand, by id - level_begin
};

/// Number of distinct values of each variable over the states below `before`, and over `others`. Takes memory
/// for all of these values; empty when `stop` says meanwhile that
/// there is no more.
[[nodiscard]] std::vector<std::uint64_t> distinct_values(const store::StateSpace& space,
                                                         store::StateId before,
                                                         std::span<const store::StateId> others,
                                                         Threads& threads, const StopFlag& stop);

}  // namespace synod::explore
