// One worker of the search: expands parents of a level, judges what it reaches, puts new states into the
// store.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "explore/findings.hpp"
#include "explore/identity.hpp"
#include "explore/model_view.hpp"
#include "explore/path.hpp"
#include "explore/run.hpp"
#include "explore/schedule.hpp"
#include "explore/search.hpp"
#include "store/page_array.hpp"
#include "store/state_space.hpp"
#include "temporal/graph.hpp"

namespace synod::explore {

/// The states at one depth, in the order in which the sequential search expands them.
struct Level {
  std::uint64_t number = 1;  ///< 1: the initial states
  store::StateId known = 0;  ///< states of all levels up to this one
  store::PageArray<store::StateId> states;
  store::PageArray<std::uint32_t>
      generated;  ///< successors of each state; of one that was left, those up to there
};

/// A counter that one thread writes and others may read.
struct alignas(64) LiveCounter {
  std::atomic<std::uint64_t> value{0};
  // Relaxed: a figure for the progress line.
  void add(std::uint64_t n) {
    value.store(value.load(std::memory_order_relaxed) + n, std::memory_order_relaxed);
  }
  void set(std::uint64_t n) { value.store(n, std::memory_order_relaxed); }
  [[nodiscard]] std::uint64_t get() const { return value.load(std::memory_order_relaxed); }
};

[[nodiscard]] inline std::uint64_t sum_of(const std::vector<LiveCounter>& counters) {
  std::uint64_t sum = 0;
  for (const LiveCounter& counter : counters) sum += counter.get();
  return sum;
}

/// What all workers of a search share.
struct Search {
  const ModelView& model;
  const Options& options;
  store::StateSpace& space;
  const StopFlag& stop;
  const std::atomic<bool>* pause = nullptr;  ///< between two parents, if any
  bool check_deadlock = true;
  bool keep_candidates = false;      ///< where states are merged, and with coverage
  temporal::Graph* graph = nullptr;  ///< to record the steps in, if any
  std::vector<bool> known_violations =
      {};  ///< continuing: invariants, then action properties, violated in earlier levels
  std::uint64_t initial_generated = 0;
  Stopwatch watch;
};

/// Not thread-safe; each worker has its own.
///
/// Violations are recorded as events, and the schedule's horizon lowered to their parents. A parent that
/// meets an event is left there. One that meets a value the layout cannot hold, or a full store, is left too,
/// and given back: all that it did so far can be done again without harm, because states keep their ids and
/// least ranks.
class Expander final : private ModelWorker::SuccessorSink {
 public:
  /// How many states a worker folds, or inserts, between two looks at the room for them. Every insertion by
  /// any worker writes the number that is looked at, so that looking each time would be slow with many
  /// workers.
  static constexpr unsigned states_per_look = 32;

  Expander(const Search& search, LiveCounter& generated, LiveCounter& completed);

  /// Expands parents until the schedule has no more, or pauses. On interruption pauses the schedule.
  void expand(Schedule& schedule, Level& level);
  /// Judges the invariants of states by their positions in `found`: where states are merged, when it is known
  /// whose actual state counts. `level` is the level of their parents.
  void judge(Schedule& schedule, std::span<const store::StateId> found, const Level& level);

  [[nodiscard]] Findings& findings() { return findings_; }
  [[nodiscard]] const Findings& findings() const { return findings_; }
  [[nodiscard]] ModelWorker& worker() { return *worker_; }

 private:
  /// Why a parent was left before its last successor.
  enum class Leaving : std::uint8_t { no, event, pause, interruption };
  /// A successor in the model on its way into the store. Its words are in `pending_words_`.
  struct Pending {
    Key key;
    std::uint32_t action = 0;
    std::uint64_t hash = 0;
  };

  bool successor(State next, std::uint32_t action) override;
  void expand_parent(std::size_t position);
  void take(State next, std::uint32_t action);
  [[nodiscard]] bool in_model(State next);
  void put(State next, std::uint32_t action);
  [[nodiscard]] bool is_parent(const store::Word* packed) const;
  [[nodiscard]] bool is_pending(std::size_t slot) const;
  void insert_pending();
  [[nodiscard]] bool may_fold();
  [[nodiscard]] bool may_insert();
  void pause_for_room();
  void insert(std::size_t slot);
  void judge_packed(const store::Word* packed, store::StateId id, Key key);
  void judge_invariants(State state, Key key, store::StateId id);
  void judge_step(State next);
  void record_violation(std::size_t property, Phase phase, Key key, store::StateId id);
  void record_error(const EvaluationError& error, Phase phase, Key key, store::StateId id);
  void record(Event event);
  void record_continued(Event event);
  void give_totals(bool newest_waits = true);
  void expand_at_hand();
  void note_generated();
  void finish_parent();

  [[nodiscard]] store::Word* pending_actual(std::size_t slot) {
    return pending_words_.data() + slot * pending_stride_;
  }
  /// The packed state, or its key's words, which follow the actual state.
  [[nodiscard]] const store::Word* pending_key(std::size_t slot) const {
    return pending_words_.data() + slot * pending_stride_ +
           (facts_.merges_states() ? search_.space.state_words() : 0);
  }
  /// What goes into the store for it.
  [[nodiscard]] store::Word* pending_record(std::size_t slot) {
    return pending_words_.data() + slot * pending_stride_ + packed_words_;
  }
  [[nodiscard]] const store::Word* pending_record(std::size_t slot) const {
    return pending_words_.data() + slot * pending_stride_ + packed_words_;
  }

  static constexpr auto none_left = static_cast<std::size_t>(-1);

  const Search& search_;
  const ModelFacts& facts_;
  std::unique_ptr<ModelWorker> worker_;
  Identity identity_;
  Findings findings_;
  LiveCounter& generated_;
  LiveCounter& completed_;

  // the section at hand
  Schedule* schedule_ = nullptr;
  Level* level_ = nullptr;
  std::uint64_t level_number_ = 0;

  // the parent at hand
  store::Unpacker unpacker_;  // holds its values and words
  State parent_;
  StoredPast past_;  // ends in it
  std::uint32_t position_ = 0;
  std::uint32_t ordinal_ = 0;
  std::uint64_t generated_before_ = 0;  // by this worker, when it began with this parent
  Phase phase_ = Phase::enumeration;
  Leaving leaving_ = Leaving::no;
  std::size_t left_at_ = none_left;     // the parent whose expansion pauses
  std::vector<std::uint32_t> actions_;  // of its successors, with coverage
  std::optional<temporal::Graph::Recorder> recorder_;

  // successors whose slots in the store are being fetched
  std::vector<Pending> pending_;
  std::vector<store::Word> pending_words_;
  std::size_t packed_words_ = 0, record_words_ = 0, pending_stride_ = 0;  // the last is their sum
  std::vector<store::RecordSet::Id> nodes_;
  std::size_t batch_;
  unsigned folds_left_ = 0, insertions_left_ = 0;  // until the next look

  // a state whose invariants are judged
  std::vector<Value> judged_;
  values::Arena judged_arena_;
};

}  // namespace synod::explore
