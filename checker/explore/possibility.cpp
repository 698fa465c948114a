#include "explore/possibility.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "explore/each_state.hpp"
#include "explore/outcome.hpp"
#include "explore/path.hpp"

namespace synod::explore {
namespace {

using store::StateId;

/// What is known of a state. A byte each, so that workers may write those of different states.
enum Mark : std::uint8_t {
  asked = 1,    ///< P must be reachable from it
  reaches = 2,  ///< P is
  failed = 4,   ///< an evaluation failed in it
  seen = 8,     ///< while the graph is walked from the initial states
};

/// Who leads to whom, the other way round.
class Predecessors {
 public:
  Predecessors(const temporal::Graph& graph, std::size_t states) : begins_(states + 1) {
    for (std::size_t from = 0; from < states; ++from) {
      for (const StateId to : graph.successors(static_cast<StateId>(from))) ++begins_[to + 1];
    }
    for (std::size_t i = 1; i <= states; ++i) begins_[i] += begins_[i - 1];
    states_.resize(begins_[states]);
    for (std::size_t from = states; from-- > 0;) {
      for (const StateId to : graph.successors(static_cast<StateId>(from)))
        states_[--begins_[to + 1]] = static_cast<StateId>(from);
    }
  }
  [[nodiscard]] std::span<const StateId> of(StateId state) const {
    const std::size_t begin = begins_[state + 1];
    const std::size_t end = state + 2 < begins_.size() ? begins_[state + 2] : states_.size();
    return {states_.data() + begin, end - begin};
  }

 private:
  std::vector<std::uint64_t> begins_;  // of the list of state i, at i + 1
  std::vector<StateId> states_;
};

class PossibilityCheck {
 public:
  PossibilityCheck(const LivenessInput& input, Result& result)
      : input_(input), facts_(input.model.facts()), result_(result), marks_(input.space.count()) {}

  void run() {
    const Interruptible interruptible(input_.stop);
    if (!find_where_asked()) return;
    const Predecessors predecessors(input_.graph, marks_.size());
    for (std::size_t i = 0; i < facts_.possibilities.size(); ++i) {
      if (!evaluate(facts_.possibilities[i], reaches,
                    [i](ModelWorker& worker, State state) { return worker.is_possible_now(i, state); }))
        return;
      go_backwards(predecessors);
      const auto bad = first_where([](std::uint8_t m) { return (m & (asked | reaches)) == asked; });
      if (bad) return violate(i, *bad);
      clear(reaches);
    }
  }

 private:
  /// False when that fails, or is nowhere.
  bool find_where_asked() {
    if (facts_.possible_from.empty()) {
      std::fill(marks_.begin(), marks_.end(), asked);
      result_.states_asked = marks_.size();
      return true;
    }
    if (!evaluate(facts_.possible_from, asked,
                  [](ModelWorker& worker, State state) { return worker.asks_possibility(state); }))
      return false;
    result_.states_asked = static_cast<std::uint64_t>(
        std::count_if(marks_.begin(), marks_.end(), [](std::uint8_t m) { return (m & asked) != 0; }));
    if (result_.states_asked > 0) return true;
    result_.warnings.push_back(facts_.possible_from +
                               " holds in no state: nothing was asked of what stays possible.");
    return false;
  }

  /// Marks the states in which `holds` says so. False when it fails in one: the first of these is the error.
  template <class Holds>
  bool evaluate(const std::string& formula, Mark mark, const Holds& holds) {
    const auto make_visitor = [&] {
      return [&, worker = input_.model.new_worker(),
              unpacker = std::make_unique<store::Unpacker>()](StateId id) {
        try {
          if (holds(*worker, input_.space.unpack(id, *unpacker))) marks_[id] |= mark;
        } catch (const EvaluationError&) {
          marks_[id] |= failed;
        }
        worker->release();
      };
    };
    for_each_state(input_.threads, marks_.size(), input_.stop, make_visitor);
    const auto bad = first_where([](std::uint8_t m) { return (m & failed) != 0; });
    if (bad) fail(formula, *bad, holds);
    return !bad;
  }

  /// From the states that reach P to those that lead to them.
  void go_backwards(const Predecessors& predecessors) {
    std::vector<StateId> open;
    for (std::size_t id = 0; id < marks_.size(); ++id) {
      if ((marks_[id] & reaches) != 0) open.push_back(static_cast<StateId>(id));
    }
    while (!open.empty()) {
      evaluation_step();
      const StateId id = open.back();
      open.pop_back();
      for (const StateId from : predecessors.of(id)) {
        if ((marks_[from] & reaches) != 0) continue;
        marks_[from] |= reaches;
        open.push_back(from);
      }
    }
  }

  /// The first state with such marks in breadth-first order, which is that of the sequential search.
  template <class Wanted>
  std::optional<StateId> first_where(const Wanted& wanted) {
    if (std::none_of(marks_.begin(), marks_.end(), wanted)) return std::nullopt;
    std::vector<StateId> initial;
    for (std::size_t id = 0; id < input_.initial_states; ++id) initial.push_back(static_cast<StateId>(id));
    std::optional<StateId> found;
    walk(std::move(initial), [&](StateId id) {
      if (wanted(marks_[id])) found = id;
      return !found;
    });
    return found;
  }

  /// Breadth first, until `visit` says no.
  template <class Visit>
  void walk(std::vector<StateId> queue, const Visit& visit) {
    for (const StateId id : queue) marks_[id] |= seen;
    for (std::size_t i = 0; i < queue.size(); ++i) {
      evaluation_step();
      const StateId id = queue[i];
      if (!visit(id)) break;
      for (const StateId to : input_.graph.successors(id)) {
        if ((marks_[to] & seen) != 0) continue;
        marks_[to] |= seen;
        queue.push_back(to);
      }
    }
    clear(seen);
  }

  void clear(Mark mark) {
    for (std::uint8_t& m : marks_) m = static_cast<std::uint8_t>(m & ~mark);
  }

  void violate(std::size_t possibility, StateId state) {
    result_.outcome = Outcome::possibility;
    result_.violated = facts_.possibilities[possibility];
    result_.violated_index = possibility;
    std::uint64_t ahead = 0;
    walk({state}, [&](StateId) {
      ++ahead;
      return true;
    });
    result_.states_ahead = ahead - 1;
    set_trace(state);
  }

  template <class Holds>
  void fail(const std::string& formula, StateId state, const Holds& holds) {
    const std::unique_ptr<ModelWorker> worker = input_.model.new_worker();
    store::Unpacker unpacker;
    try {
      static_cast<void>(holds(*worker, input_.space.unpack(state, unpacker)));
    } catch (const EvaluationError& error) {
      result_.error = error;
    }
    result_.outcome = Outcome::error;
    result_.error_stage = Stage::possibility;
    result_.error_context = describe(Stage::possibility, formula);
    set_trace(state);
  }

  void set_trace(StateId state) {
    const std::unique_ptr<ModelWorker> worker = input_.model.new_worker();
    result_.trace = PathBuilder(input_.space, *worker).path_to(state);
  }

  const LivenessInput& input_;
  const ModelFacts& facts_;
  Result& result_;
  std::vector<std::uint8_t> marks_;
};

}  // namespace

void check_possibilities(const LivenessInput& input, Result& result) {
  PossibilityCheck(input, result).run();
}

}  // namespace synod::explore
