// The breadth-first search: levels, pauses, and what the sequential search would have said.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/interruption.hpp"
#include "explore/coverage.hpp"
#include "explore/expander.hpp"
#include "explore/initial.hpp"
#include "explore/model_view.hpp"
#include "explore/parallel.hpp"
#include "explore/path.hpp"
#include "explore/search.hpp"
#include "explore/state_graph.hpp"
#include "store/state_space.hpp"

namespace synod::explore {

/// One run over one model. All but `progress` belong to one thread.
class BreadthFirst {
 public:
  BreadthFirst(const ModelView& model, values::Interner& interner, const Options& options, unsigned workers,
               StopFlag& stop);

  /// Goes on where another run stopped; to be called before `run`. Throws store::CheckpointError.
  void resume(const Resumption& resumption);
  /// Searches until the end. Fills in everything but assumptions, postcondition, time and warnings.
  [[nodiscard]] Result run();
  /// The worker that evaluates what is evaluated once.
  [[nodiscard]] ModelWorker& first_worker() { return expander(0).worker(); }
  /// The states that were found.
  [[nodiscard]] const store::StateSpace& space() const { return space_; }
  /// Thread-safe: where the search stands.
  [[nodiscard]] Progress progress() const;
  /// Thread-safe; to be called several times a second. Stops the search when it has too much memory, pauses
  /// it when a checkpoint is due.
  void watch();
  /// Time spent on this search, that of earlier runs which it goes on from included.
  [[nodiscard]] double seconds_since_start() const;

 private:
  using States = std::span<const store::StateId>;  // found in the level at hand, by rank
  enum class Section { finished, interrupted, exit_requested, out_of_room };

  // breadth_first.cpp: from level to level
  void run_levels();
  void judge_liveness();
  void tell_graph();
  [[nodiscard]] bool begin();
  [[nodiscard]] Section expand_level();
  [[nodiscard]] bool exit_requested();
  [[nodiscard]] bool left_model() const;
  [[nodiscard]] bool can_order_level();
  [[nodiscard]] Section make_room();
  void tighten_if_due();
  void apply_candidates();
  [[nodiscard]] bool counts(const CandidateLog::Entry& entry) const;
  void store_actual_states(const CandidateLog& log);
  [[nodiscard]] Section judge_found(States found, std::uint64_t last_rank);
  void next_level(store::PageArray<store::StateId> found);
  void note_states(States states);
  [[nodiscard]] bool worth_sharing(std::size_t parents) const;
  void run_workers(bool shared, const std::function<void(unsigned)>& body);
  [[nodiscard]] Expander& expander(unsigned worker);
  [[nodiscard]] store::RangeLoop range_loop();

  // checkpointing.cpp: stopping, and going on in another run
  void write_checkpoint(store::CheckpointWriter& to);
  void write_graph(store::CheckpointWriter& to) const;
  void read_graph(store::CheckpointReader& from);
  void require_consistent() const;
  CheckpointNote save_checkpoint();
  void note_stop();
  [[nodiscard]] bool fits_in_memory(std::size_t bytes) const;
  [[nodiscard]] bool afford(std::size_t bytes);

  // conclusion.cpp: what happened, and the figures
  [[nodiscard]] std::optional<Event> least_event(States found);
  void settle_continued(const Event* last);
  void continue_after(const Event& event, std::vector<TraceStep> trace);
  void end_at_initial(InitialFindings& found);
  void end_at(const Event& event, States found);
  void end_without_event(Outcome outcome, std::string text);
  void end_stopped();
  void end_out_of_room(std::string why);
  /// Those with states: at the end the level at hand has none.
  [[nodiscard]] std::uint64_t levels_reached() const {
    return level_.number - (level_.states.empty() ? 1 : 0);
  }
  [[nodiscard]] std::vector<TraceStep> trace_to(const Event& event);
  void count_until(const Event& event, States found);
  void count_variables(store::StateId before, States others);
  void name_limit();
  void finish_result();

  const ModelFacts& facts_;
  Options options_;
  StopFlag& stop_;
  std::atomic<bool> checkpoint_due_{false};
  std::atomic<double> seconds_before_{0};             // that earlier runs took
  std::atomic<double> last_checkpoint_{0};            // seconds since the start
  std::uint64_t saved_level_ = 0, saved_states_ = 0;  // that the last checkpoint describes
  std::string out_of_room_;                           // why the system gives no more; empty: it was not asked
  store::PageMemory reserve_;                         // to be given up when memory has run out
  Threads threads_;
  store::StateSpace space_;
  Search search_;
  std::vector<LiveCounter> generated_;  // per worker
  std::vector<LiveCounter> completed_;  // parents, per worker
  std::vector<std::unique_ptr<Expander>> expanders_;
  Coverage coverage_;
  temporal::Graph graph_;  // of all steps from states that were expanded, for liveness
  std::size_t initial_states_ = 0;
  ExploredStates explored_;  // with a reader of the graph
  bool left_model_ = false;  // by some step of an earlier run
  std::atomic<bool> judging_liveness_{false};

  Level level_;
  std::uint64_t generated_before_ = 0;  // by earlier levels, the initial states included
  std::size_t next_tightening_ = 0;     // at this number of states
  double seconds_per_parent_ = 20e-6;   // of one worker, in the last level
  Result result_;

  // for the progress line
  LiveCounter initial_generated_;
  std::atomic<std::uint64_t> depth_{0};
};

}  // namespace synod::explore
