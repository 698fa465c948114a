#include "explore/state_graph.hpp"

#include <limits>

#include "explore/identity.hpp"
#include "store/page_array.hpp"

namespace synod::explore {
namespace {

constexpr std::uint64_t all = std::numeric_limits<std::uint64_t>::max();

/// Tells one graph.
class Teller final : private ModelWorker::SuccessorSink {
 public:
  Teller(const GraphSource& source, GraphReader& reader)
      : space_(source.space),
        worker_(source.worker),
        stop_(source.stop),
        stopped_before_(source.stop.requested()),
        facts_(source.model.facts()),
        reader_(reader),
        numbers_(source.space.count(), nullptr),
        identity_(facts_, worker_),
        packed_(space_.state_words()),
        key_(space_.key_words()) {}

  /// False when no more is wanted.
  bool state(store::StateId id, std::uint64_t level, bool expanded) {
    numbers_[id] = ++told_;
    reader_.state({told_, level, expanded, space_.unpack(id, unpacker_)});
    return goes_on();
  }

  bool steps(store::StateId id, std::uint64_t level, std::uint64_t up_to) {
    from_ = numbers_[id];
    level_ = level;
    left_ = up_to;
    if (left_ == 0) return true;
    worker_.set_level(level);
    try {
      parent_ = space_.unpack(id, unpacker_);
      identity_.near(parent_);
      worker_.successors(parent_, *this);
    } catch (const EvaluationError&) {
      // The one that ended the search.
    }
    worker_.release();
    return goes_on();
  }

 private:
  bool successor(State next, std::uint32_t) override {
    if (in_model(next)) {
      if (const std::uint32_t to = number_of(next); to != 0)
        reader_.step({from_, to, worker_.current_label()});
    }
    return --left_ > 0 && reader_.ready();
  }

  bool in_model(State next) {
    if (facts_.has_constraints) {
      worker_.set_level(level_ + 1);
      const bool holds = worker_.constraints_hold(next);
      worker_.set_level(level_);
      if (!holds) return false;
    }
    return !facts_.has_action_constraints || worker_.action_constraints_hold(parent_, next);
  }

  /// Zero for one that the search did not come to.
  std::uint32_t number_of(State next) {
    store::Misfit misfit;
    const bool merged = facts_.merges_states();
    worker_.set_level(level_ + 1);
    const bool fits = merged ? identity_.pack(space_, next, key_.data(), misfit)
                             : space_.pack(next, unpacker_.near(), packed_.data(), misfit);
    worker_.set_level(level_);
    if (!fits) return 0;
    const store::StateId id = space_.find_key(merged ? key_.data() : packed_.data(), nodes_);
    return id == store::no_state ? 0 : numbers_[id];
  }

  bool goes_on() {
    if (!stopped_before_ && stop_.requested()) {
      reader_.cut_short("the run was interrupted");
      return false;
    }
    return reader_.ready();
  }

  const store::StateSpace& space_;
  ModelWorker& worker_;
  const StopFlag& stop_;
  bool stopped_before_;
  const ModelFacts& facts_;
  GraphReader& reader_;
  store::PageArray<std::uint32_t> numbers_;  // by id; 0: not in the graph
  std::uint32_t told_ = 0;

  store::Unpacker unpacker_;
  State parent_;
  StateNumber from_ = 0;
  std::uint64_t level_ = 0, left_ = 0;
  Identity identity_;
  std::vector<store::Word> packed_, key_;
  std::vector<store::RecordSet::Id> nodes_;
};

}  // namespace

void ExploredStates::add_level(std::span<const store::StateId> states) {
  order_.reserve(count_ + states.size());
  levels_.push_back(count_);
  expanded_ = count_;
  for (const store::StateId id : states) *order_[count_++] = id;
}

void ExploredStates::end_at(std::size_t position, std::uint64_t successors,
                            std::span<const store::StateId> found) {
  const std::size_t expanded = last_level_begin() + position;
  add_level(found);
  expanded_ = expanded;
  successors_of_next_ = successors;
}

void ExploredStates::tell(const GraphSource& source, GraphReader& reader) const {
  if (source.model.facts().needs_one_worker) {
    return reader.cut_short(
        "Next or a constraint writes registers or reads running totals, so its steps cannot be taken once "
        "more");
  }
  Teller teller(source, reader);
  const auto each_state = [this](const auto& body) {
    std::size_t level = 0;
    for (std::size_t i = 0; i < count_; ++i) {
      while (level < levels_.size() && levels_[level] <= i) ++level;
      if (!body(i, level)) return false;
    }
    return true;
  };
  const bool goes_on = each_state(
      [&](std::size_t i, std::uint64_t level) { return teller.state(*order_[i], level, i < expanded_); });
  if (!goes_on) return;
  each_state([&](std::size_t i, std::uint64_t level) {
    return i <= expanded_ && teller.steps(*order_[i], level, i < expanded_ ? all : successors_of_next_);
  });
  if (reader.ready()) reader.end(expanded_ == count_ && !in_init_);
}

}  // namespace synod::explore
