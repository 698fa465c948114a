#include "explore/follow.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "explore/path.hpp"

namespace synod::explore {
namespace {

constexpr std::size_t most_rounds = 32;
constexpr std::size_t most_at_once = 16;
/// Beyond so many, one at once, and no more than two rounds.
constexpr std::size_t most_states = 100'000;

using Values = std::vector<Value>;  // interned

/// What the formulas see of a step, and the view of the state that it leads to.
struct Move {
  store::StateId view = store::no_state;
  std::vector<Truth> in_state, on_step;
};

/// A state reached, and the one before: its position among those reached a step earlier.
struct Reached {
  Values state;
  std::size_t before = 0;
};

/// Keeps the successors in the model, of the view wanted, that are not the state itself.
class OfView final : public ModelWorker::SuccessorSink {
 public:
  OfView(const ViewGraph& graph, ModelWorker& worker, Views& views, values::Interner& interner)
      : facts_(graph.model().facts()), worker_(worker), views_(views), interner_(interner) {}

  /// `level`: of the state `from`.
  [[nodiscard]] std::vector<Values> find(const Values& from, std::size_t level, store::StateId view) {
    from_ = from;
    level_ = level;
    view_ = view;
    found_.clear();
    worker_.set_level(level);
    try {
      worker_.successors(from_, *this);
    } catch (const EvaluationError&) {
      // Those before it are there all the same.
    }
    return std::move(found_);
  }

 private:
  bool successor(State next, std::uint32_t) override {
    if (!in_model(next) || view_of(next) != view_) return true;
    Values state;
    for (const Value v : next) state.push_back(interner_.intern(v));
    if (state != from_ && std::find(found_.begin(), found_.end(), state) == found_.end())
      found_.push_back(std::move(state));
    return true;
  }

  [[nodiscard]] store::StateId view_of(State next) {
    worker_.set_level(level_ + 1);
    const store::StateId view = views_.number_of(worker_.view(next));
    worker_.set_level(level_);
    return view;
  }

  [[nodiscard]] bool in_model(State next) {
    if (facts_.has_constraints) {
      worker_.set_level(level_ + 1);
      const bool holds = worker_.constraints_hold(next);
      worker_.set_level(level_);
      if (!holds) return false;
    }
    return !facts_.has_action_constraints || worker_.action_constraints_hold(from_, next);
  }

  const ModelFacts& facts_;
  ModelWorker& worker_;
  Views& views_;
  values::Interner& interner_;
  Values from_;
  std::size_t level_ = 0;
  store::StateId view_ = store::no_state;
  std::vector<Values> found_;
};

class Follower {
 public:
  Follower(const ViewGraph& graph, values::Interner& interner, const StopFlag& stop)
      : interner_(interner),
        stop_(stop),
        worker_(graph.model().new_worker()),
        views_(graph.space()),
        atoms_(graph.formulas()),
        of_view_(graph, *worker_, views_, interner) {}

  std::optional<Followed> run(const std::vector<TraceStep>& lasso, std::size_t loop_start) {
    read(lasso, loop_start);
    layers_.push_back({{lasso.front().state, 0}});
    for (;;) {
      if (stop_.requested()) throw Interrupted();
      if (at_loop_start()) {
        if (loop_moves() == 0) return stuttering();
        if (auto found = repetition()) return found;
        if (rounds() >= (states_ < most_states ? most_rounds : 2)) return repeated_view();
      }
      if (!advance(moves_[move_at_hand()])) return std::nullopt;
    }
  }

 private:
  /// The steps of the lasso, without those that only go from a state to the one expanded for its view.
  void read(const std::vector<TraceStep>& lasso, std::size_t loop_start) {
    for (std::size_t i = 0; i < lasso.size(); ++i) {
      if (i == loop_start) prefix_moves_ = moves_.size();
      const std::size_t next = i + 1 < lasso.size() ? i + 1 : loop_start;
      const State from = lasso[i].state, to = lasso[next].state;
      if (next == i || !views_.is_first(view_of(from, i + 1), from)) continue;
      const store::StateId view = view_of(to, i + 2);
      moves_.push_back({view, atoms_.in_state(*worker_, to), atoms_.on_step(*worker_, from, to)});
      worker_->release();
    }
  }

  [[nodiscard]] store::StateId view_of(State state, std::size_t level) {
    worker_->set_level(level);
    return views_.number_of(worker_->view(state));
  }

  // Layer n holds what is reached with n moves.
  [[nodiscard]] std::size_t moves_made() const { return layers_.size() - 1; }
  [[nodiscard]] std::size_t loop_moves() const { return moves_.size() - prefix_moves_; }
  [[nodiscard]] std::size_t rounds() const { return (moves_made() - prefix_moves_) / loop_moves(); }
  [[nodiscard]] bool at_loop_start() const {
    if (moves_made() <= prefix_moves_) return moves_made() == prefix_moves_;
    return (moves_made() - prefix_moves_) % loop_moves() == 0;
  }
  [[nodiscard]] std::size_t move_at_hand() const {
    const std::size_t made = moves_made();
    return made < prefix_moves_ ? made : prefix_moves_ + (made - prefix_moves_) % loop_moves();
  }

  /// False when no state of the last layer has such a step.
  bool advance(const Move& move) {
    const std::vector<Reached>& from = layers_.back();
    const std::size_t wanted = states_ < most_states ? most_at_once : 1;
    std::vector<Reached> reached;
    for (std::size_t i = 0; i < from.size() && reached.size() < wanted; ++i) {
      for (Values& state : of_view_.find(from[i].state, layers_.size(), move.view)) {
        const auto same = [&](const Reached& other) { return other.state == state; };
        if (reached.size() == wanted || std::any_of(reached.begin(), reached.end(), same)) continue;
        if (looks_like(move, from[i].state, state)) reached.push_back({std::move(state), i});
      }
      worker_->release();
    }
    states_ += reached.size();
    if (reached.empty()) return false;
    layers_.push_back(std::move(reached));
    return true;
  }

  [[nodiscard]] bool looks_like(const Move& move, const Values& from, const Values& to) {
    return atoms_.in_state(*worker_, to) == move.in_state &&
           atoms_.on_step(*worker_, from, to) == move.on_step;
  }

  /// The states up to one of the last layer.
  [[nodiscard]] std::vector<Values> states_to(std::size_t position) const {
    std::vector<Values> states(layers_.size());
    for (std::size_t layer = layers_.size(); layer-- > 0;) {
      const Reached& reached = layers_[layer][position];
      states[layer] = reached.state;
      position = reached.before;
    }
    return states;
  }

  /// A state of the last layer that is one where an earlier round began, on the way to it.
  [[nodiscard]] std::optional<Followed> repetition() {
    for (std::size_t position = 0; rounds() > 0 && position < layers_.back().size(); ++position) {
      std::vector<Values> states = states_to(position);
      for (std::size_t round = rounds(); round-- > 0;) {
        const std::size_t start = prefix_moves_ + round * loop_moves();
        if (states[start] != states.back()) continue;
        Followed lasso{.trace = trace_along(states), .loop_start = start, .rounds = rounds() - round};
        lasso.loop_label = std::move(lasso.trace.back().label);
        lasso.trace.pop_back();
        return lasso;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] Followed stuttering() {
    std::vector<TraceStep> trace = trace_along(states_to(0));
    const std::size_t last = trace.size() - 1;
    return {.trace = std::move(trace), .loop_start = last};
  }

  /// Nothing where the VIEW depends on the level, and the first round shows it.
  [[nodiscard]] std::optional<Followed> repeated_view() {
    std::vector<Values> states = states_to(0);
    states.resize(prefix_moves_ + loop_moves() + 1);  // one round is enough to see
    if (view_of(states.back(), states.size()) != view_of(states[prefix_moves_], prefix_moves_ + 1))
      return std::nullopt;
    Followed behaviour{.trace = trace_along(states), .loop_start = prefix_moves_, .repeats_view = true};
    behaviour.loop_label = behaviour.trace.back().label;
    behaviour.rounds = rounds();
    return behaviour;
  }

  [[nodiscard]] std::vector<TraceStep> trace_along(const std::vector<Values>& states) {
    std::vector<TraceStep> trace{interned_step(interner_, states.front(), initial_label())};
    for (std::size_t i = 1; i < states.size(); ++i) {
      worker_->set_level(i);
      trace.push_back(find_step(*worker_, interner_, states[i - 1], states[i]));
    }
    return trace;
  }

  values::Interner& interner_;
  const StopFlag& stop_;
  std::unique_ptr<ModelWorker> worker_;
  Views views_;
  AtomValues atoms_;
  OfView of_view_;
  std::vector<Move> moves_;
  std::size_t prefix_moves_ = 0;  // before the loop
  std::vector<std::vector<Reached>> layers_;
  std::size_t states_ = 0;
};

}  // namespace

std::optional<Followed> follow(const ViewGraph& graph, values::Interner& interner, const StopFlag& stop,
                               const std::vector<TraceStep>& lasso, std::size_t loop_start) {
  const Interruptible interruptible(stop);
  return Follower(graph, interner, stop).run(lasso, loop_start);
}

}  // namespace synod::explore
