#include "explore/coverage.hpp"

#include <xxhash.h>

#include <unordered_set>
#include <utility>
#include <vector>

#include "explore/path.hpp"

namespace synod::explore {
namespace {

/// Counts the successors of one state by action, up to a number.
class ActionCounter final : public ModelWorker::SuccessorSink {
 public:
  explicit ActionCounter(std::vector<ActionCoverage>& actions) : actions_(actions) {}

  void count(ModelWorker& worker, State state, std::uint64_t up_to) {
    left_ = up_to;
    if (left_ == 0) return;
    try {
      worker.successors(state, *this);
    } catch (const EvaluationError&) {
      // The error that ended the search.
    }
    worker.release();
  }

 private:
  bool successor(State, std::uint32_t action) override {
    ++actions_[action].generated;
    return --left_ > 0;
  }

  std::vector<ActionCoverage>& actions_;
  std::uint64_t left_ = 0;
};

struct WordsHash {
  std::size_t operator()(const std::vector<store::Word>& words) const {
    return XXH3_64bits(words.data(), words.size() * sizeof(store::Word));
  }
};

}  // namespace

void Coverage::set_first_action(std::size_t index_in_level, std::uint32_t action) {
  if (index_in_level >= first_actions_.size()) first_actions_.resize(index_in_level + 1);
  first_actions_[index_in_level] = action;
}

void Coverage::add_found(std::span<const store::StateId> found, store::StateId level_begin) {
  for (const store::StateId id : found) ++actions_[first_actions_[id - level_begin]].distinct;
}

void Coverage::add_level(std::span<const store::StateId> found, store::StateId level_begin,
                         std::span<const std::vector<std::uint64_t>> generated_by_worker) {
  add_found(found, level_begin);
  for (const auto& generated : generated_by_worker) {
    for (std::size_t action = 0; action < generated.size(); ++action)
      actions_[action].generated += generated[action];
  }
}

void Coverage::add_last_level(std::span<const store::StateId> found, const store::StateSpace& space,
                              ModelWorker& worker, const Level& level, std::size_t last,
                              std::uint64_t of_last) {
  add_found(found, space.store().level_begin());
  ActionCounter counter(actions_);
  store::Unpacker unpacker;
  StoredPast past(space);
  const KnowsPast knows(worker, past);
  worker.set_level(level.number);
  for (std::size_t position = 0; position <= last; ++position) {
    const State state = space.unpack(level.states[position], unpacker);
    past.ends_in(level.states[position]);
    counter.count(worker, state, position == last ? of_last : level.generated[position]);
  }
}

std::vector<std::uint64_t> distinct_values(const store::StateSpace& space, store::StateId before,
                                           std::span<const store::StateId> others, Threads& threads,
                                           const StopFlag& stop) {
  std::vector<std::uint64_t> counts(space.variables());
  threads.for_ranges(space.variables(), 1, [&](std::size_t begin, std::size_t end) {
    for (std::size_t variable = begin; variable < end; ++variable) {
      std::unordered_set<std::vector<store::Word>, WordsHash> values;
      store::Unfolded state;
      const auto add = [&](store::StateId id) {
        std::vector<store::Word> bits;
        space.read(id, state);
        space.layout().append_bits(state.words.data(), variable, bits);
        values.insert(std::move(bits));
      };
      for (store::StateId id = 0; id < before && stop.reason() != StopReason::memory; ++id) add(id);
      for (const store::StateId id : others) add(id);
      counts[variable] = values.size();
    }
  });
  if (stop.reason() == StopReason::memory) counts.clear();
  return counts;
}

}  // namespace synod::explore
