#include "temporal/search.hpp"

#include <algorithm>
#include <deque>
#include <unordered_set>
#include <utility>

#include "temporal/accepting.hpp"

namespace synod::temporal {
namespace {

/// Breadth-first search that remembers how it came to a node.
class Paths {
 public:
  Paths(const Product& product, const StopFlag& stop) : product_(product), stop_(stop) {}

  void start(Node node) { static_cast<void>(reach(node, none, {}, false)); }

  /// The moves from a start to the first move for which `goal(move)`, it included, over moves for which
  /// `admit(move)`. With `free_stuttering` stuttering steps do not count.
  template <class Admit, class Goal>
  std::optional<std::vector<Move>> find(const Admit& admit, const Goal& goal, bool free_stuttering) {
    while (!queue_.empty()) {
      if (++steps_ % 4096 == 0 && stop_.requested()) throw Interrupted();
      const std::uint32_t position = queue_.front();
      queue_.pop_front();
      std::optional<std::vector<Move>> found;
      product_.for_moves(nodes_[position].node, [&](const Move& move) {
        if (!admit(move)) return true;
        if (goal(move)) {
          found = path_to(position);
          found->push_back(move);
          return false;
        }
        static_cast<void>(reach(move.target, position, move, free_stuttering && move.edge.stutters));
        return true;
      });
      if (found) return found;
    }
    return std::nullopt;
  }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  struct Reached {
    Node node = 0;
    std::uint32_t from = none;
    Move by;
  };

  bool reach(Node node, std::uint32_t from, const Move& by, bool first) {
    if (!seen_.insert(node).second) return false;
    nodes_.push_back({node, from, by});
    const auto position = static_cast<std::uint32_t>(nodes_.size() - 1);
    if (first) {
      queue_.push_front(position);
    } else {
      queue_.push_back(position);
    }
    return true;
  }

  [[nodiscard]] std::vector<Move> path_to(std::uint32_t position) const {
    std::vector<Move> moves;
    for (; nodes_[position].from != none; position = nodes_[position].from)
      moves.push_back(nodes_[position].by);
    std::reverse(moves.begin(), moves.end());
    return moves;
  }

  const Product& product_;
  const StopFlag& stop_;
  unsigned steps_ = 0;
  std::vector<Reached> nodes_;
  std::deque<std::uint32_t> queue_;
  std::unordered_set<Node> seen_;
};

/// Builds a cycle in one accepting component. A goal is asked for only when the cycle misses it otherwise:
/// that keeps it short.
class Cycle {
 public:
  Cycle(const Space& space, const Obligation& obligation, const Product& product,
        const AcceptingComponents& components)
      : space_(space), obligation_(obligation), product_(product), components_(components) {}

  std::vector<Move> through(Node start) {
    component_ = components_.component(start);
    std::vector<Goal> goals;
    for (;;) {
      std::optional<std::vector<Move>> shortest = shortest_visiting(start, goals);
      std::vector<Move> cycle = shortest ? std::move(*shortest) : visiting(start, goals);
      const std::size_t before = goals.size();
      add_missed(cycle, goals);
      if (goals.size() == before) return cycle;
    }
  }

 private:
  /// To keep a promise, or to take a step that satisfies a condition's `then`.
  struct Goal {
    bool promise = false;
    std::size_t number = 0;
  };

  [[nodiscard]] bool reaches(const Goal& goal, const Move& move) const {
    if (goal.promise) return ((move.transition->postponed >> goal.number) & 1U) == 0;
    return product_.holds(obligation_.conditions[goal.number].then, move.edge);
  }

  /// The shortest cycle that reaches all goals: breadth-first over nodes with the goals reached so far.
  /// Nothing when that is too much to look at.
  std::optional<std::vector<Move>> shortest_visiting(Node start, const std::vector<Goal>& goals) {
    struct Reached {
      Node node = 0;
      std::uint32_t goals = 0, from = 0;
      Move by;
    };
    constexpr std::size_t most_goals = 16, most_reached = 500'000;
    if (goals.size() > most_goals) return std::nullopt;
    const std::uint32_t all = (std::uint32_t{1} << goals.size()) - 1;
    std::vector<Reached> reached{{start, 0, 0, {}}};
    std::unordered_set<std::uint64_t> seen;
    std::optional<std::uint32_t> last;
    for (std::uint32_t position = 0; position < reached.size() && !last; ++position) {
      if (reached.size() > most_reached) return std::nullopt;
      const Reached at = reached[position];
      product_.for_moves(at.node, [&](const Move& move) {
        if (!components_.inside(component_, move)) return true;
        std::uint32_t met = at.goals;
        for (std::size_t i = 0; i < goals.size(); ++i)
          met |= reaches(goals[i], move) ? std::uint32_t{1} << i : 0U;
        if (!seen.insert((move.target << most_goals) | met).second) return true;
        reached.push_back({move.target, met, position, move});
        if (move.target == start && met == all) last = static_cast<std::uint32_t>(reached.size() - 1);
        return !last;
      });
    }
    std::vector<Move> cycle;
    for (std::uint32_t position = last.value(); position != 0; position = reached[position].from)
      cycle.push_back(reached[position].by);
    std::reverse(cycle.begin(), cycle.end());
    return cycle;
  }

  /// A cycle that always goes on to the goal that is nearest.
  std::vector<Move> visiting(Node start, std::vector<Goal> goals) {
    std::vector<Move> cycle;
    Node at = start;
    const auto go = [&](const auto& goal) {
      const std::vector<Move> way = walk(at, goal);
      for (const Move& move : way) std::erase_if(goals, [&](const Goal& g) { return reaches(g, move); });
      cycle.insert(cycle.end(), way.begin(), way.end());
      at = cycle.back().target;
    };
    while (!goals.empty()) {
      go([&](const Move& move) {
        return std::any_of(goals.begin(), goals.end(), [&](const Goal& goal) { return reaches(goal, move); });
      });
    }
    if (at != start || cycle.empty()) go([&](const Move& move) { return move.target == start; });
    return cycle;
  }

  template <class Reaches>
  std::vector<Move> walk(Node from, const Reaches& goal) {
    Paths paths(product_, space_.stop);
    paths.start(from);
    return paths.find([&](const Move& move) { return components_.inside(component_, move); }, goal, false)
        .value();
  }

  void add_missed(const std::vector<Move>& cycle, std::vector<Goal>& goals) const {
    const auto misses = [&](const Goal& goal) {
      return std::none_of(cycle.begin(), cycle.end(), [&](const Move& move) { return reaches(goal, move); });
    };
    for (std::size_t i = 0; i < obligation_.automaton.promises; ++i) {
      if (misses({true, i})) goals.push_back({true, i});
    }
    for (std::size_t i = 0; i < obligation_.conditions.size(); ++i) {
      const bool asked = std::any_of(cycle.begin(), cycle.end(), [&](const Move& move) {
        return product_.holds(obligation_.conditions[i].when, move.edge);
      });
      if (asked && misses({false, i})) goals.push_back({false, i});
    }
  }

  const Space& space_;
  const Obligation& obligation_;
  const Product& product_;
  const AcceptingComponents& components_;
  ComponentId component_ = 0;
};

}  // namespace

std::optional<Lasso> find_lasso(const Space& space, const Obligation& obligation) {
  if (obligation.automaton.empty() || space.initial.empty()) return std::nullopt;
  const Product product(space, obligation.automaton);
  const AcceptingComponents components(space, obligation, product);
  if (components.empty()) return std::nullopt;
  std::optional<std::vector<Move>> prefix;
  Node entry = 0;
  StateId first = space.initial.front();
  for (const StateId state : space.initial) {
    const Node node = product.node(0, state);
    if (components.component(node) == 0) continue;
    prefix.emplace();
    entry = node;
    first = state;
    break;
  }
  if (!prefix) {
    Paths paths(product, space.stop);
    for (const StateId state : space.initial) paths.start(product.node(0, state));
    prefix = paths.find([](const Move&) { return true; },
                        [&](const Move& move) { return components.component(move.target) != 0; }, true);
    first = prefix.value().front().edge.from;
    entry = prefix->back().target;
  }
  Lasso lasso{{first}, prefix->size()};
  for (const Move& move : *prefix) lasso.states.push_back(move.edge.to);
  const std::vector<Move> cycle = Cycle(space, obligation, product, components).through(entry);
  for (std::size_t i = 0; i + 1 < cycle.size(); ++i) lasso.states.push_back(cycle[i].edge.to);
  return lasso;
}

}  // namespace synod::temporal
