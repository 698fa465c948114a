// What one worker found in a level, beside the states themselves.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "explore/event.hpp"
#include "store/state_space.hpp"

namespace synod::explore {

/// The ways to reach new states that were the first in sequential order when they were found. Of all entries
/// of a state in all logs, one has the state's final rank: the way that the sequential search would have
/// taken. Kept only where somebody must know more of it than the rank (the actual state where states
/// are merged, the action for coverage).
class CandidateLog {
 public:
  struct Entry {
    store::StateId id = store::no_state;
    std::uint32_t action = 0;
    std::uint64_t rank = 0;
  };

  /// `actual` is the packed actual state; empty where states are not merged.
  void add(const Entry& entry, std::span<const store::Word> actual) {
    entries_.push_back(entry);
    actual_.insert(actual_.end(), actual.begin(), actual.end());
  }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] const Entry& operator[](std::size_t i) const { return entries_[i]; }
  /// `words` as in every `add` since `clear`.
  [[nodiscard]] const store::Word* actual(std::size_t i, std::size_t words) const {
    return actual_.data() + i * words;
  }
  void clear() {
    entries_.clear();
    actual_.clear();
  }

 private:
  std::vector<Entry> entries_;
  std::vector<store::Word> actual_;
};

struct Findings {
  std::vector<Event> events;
  std::vector<Event>
      pair_violations;  ///< continuing: the first of each property by a successor that is not stored for it
  CandidateLog candidates;
  std::vector<store::Misfit> misfits;
  bool store_is_full = false;
  bool left_model = false;      ///< some step led out of the model, by a constraint
  bool exit_requested = false;  ///< by the model, while a parent was expanded that is now completed
  std::uint64_t parents_completed = 0;
  std::vector<std::uint64_t> generated_by_action;  ///< by completed parents, with coverage

  void begin_level() {
    events.clear();
    pair_violations.clear();
    parents_completed = 0;
    std::fill(generated_by_action.begin(), generated_by_action.end(), 0);
  }
};

}  // namespace synod::explore
