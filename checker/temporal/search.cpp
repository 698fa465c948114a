#include "temporal/search.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "base/failure.hpp"
#include "temporal/accepting.hpp"

namespace synod::temporal {
namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};

/// A node that a breadth-first search has come to, and how.
struct Reached {
  Node node = 0;
  std::uint32_t from = none;
  Move by;
};

std::vector<Move> moves_to(const std::vector<Reached>& reached, std::uint32_t position) {
  std::vector<Move> moves;
  for (; reached[position].from != none; position = reached[position].from)
    moves.push_back(reached[position].by);
  std::reverse(moves.begin(), moves.end());
  return moves;
}

/// The way from an initial state into an accepting component with the fewest steps that do not stutter: the
/// automaton may have to read some of those before it can stay.
class Prefix {
 public:
  Prefix(const Space& space, const Product& product, const AcceptingComponents& components)
      : space_(space), product_(product), components_(components) {}

  struct Way {
    StateId first = 0;
    std::vector<Move> moves;
    Node entry = 0;
  };
  /// There is one when there are accepting components.
  Way shortest() {
    for (const StateId state : space_.initial) reach(product_.node(0, state), none, {});
    for (std::size_t begin = 0; begin < reached_.size();) {
      // One layer: what stuttering adds to it, then what a step leads to.
      for (std::size_t at = begin; at < reached_.size(); ++at) {
        if (components_.component(reached_[at].node) != 0) return way_to(static_cast<std::uint32_t>(at));
        expand(at, true);
      }
      const std::size_t end = reached_.size();
      for (std::size_t at = begin; at < end; ++at) expand(at, false);
      begin = end;
    }
    throw InternalError("no way leads to an accepting component");
  }

 private:
  void reach(Node node, std::uint32_t from, const Move& by) {
    if (seen_.insert(node).second) reached_.push_back({node, from, by});
  }

  void expand(std::size_t at, bool stuttering) {
    if (++steps_ % 4096 == 0 && space_.stop.requested()) throw Interrupted();
    product_.for_moves(reached_[at].node, [&](const Move& move) {
      if (move.edge.stutters == stuttering) reach(move.target, static_cast<std::uint32_t>(at), move);
      return true;
    });
  }

  [[nodiscard]] Way way_to(std::uint32_t position) const {
    Way way{0, moves_to(reached_, position), reached_[position].node};
    way.first = way.moves.empty() ? product_.state(way.entry) : way.moves.front().edge.from;
    return way;
  }

  const Space& space_;
  const Product& product_;
  const AcceptingComponents& components_;
  unsigned steps_ = 0;
  std::vector<Reached> reached_;
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
    struct Visit {
      Node node = 0;
      std::uint32_t goals = 0, from = 0;
      Move by;
    };
    constexpr std::size_t most_goals = 16, most_reached = 500'000;
    if (goals.size() > most_goals) return std::nullopt;
    const std::uint32_t all = (std::uint32_t{1} << goals.size()) - 1;
    std::vector<Visit> reached{{start, 0, 0, {}}};
    std::unordered_set<std::uint64_t> seen;
    std::optional<std::uint32_t> last;
    for (std::uint32_t position = 0; position < reached.size() && !last; ++position) {
      if (reached.size() > most_reached) return std::nullopt;
      if (position % 4096 == 0 && space_.stop.requested()) throw Interrupted();
      const Visit at = reached[position];
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

  /// The fewest moves inside the component that end with one that reaches the goal.
  template <class Reaches>
  std::vector<Move> walk(Node start, const Reaches& goal) {
    std::vector<Reached> reached{{start, none, {}}};
    std::unordered_set<Node> seen{start};
    std::optional<Move> last;
    std::uint32_t position = 0;
    for (; !last; ++position) {
      if (position % 4096 == 0 && space_.stop.requested()) throw Interrupted();
      product_.for_moves(reached.at(position).node, [&](const Move& move) {
        if (!components_.inside(component_, move)) return true;
        if (goal(move)) last = move;
        if (seen.insert(move.target).second) reached.push_back({move.target, position, move});
        return !last;
      });
    }
    std::vector<Move> moves = moves_to(reached, position - 1);
    moves.push_back(*last);
    return moves;
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
  const AcceptingComponents components(space, obligation, product, AcceptingComponents::Extent::all);
  if (components.empty()) return std::nullopt;
  const Prefix::Way prefix = Prefix(space, product, components).shortest();
  Lasso lasso{{prefix.first}, prefix.moves.size()};
  for (const Move& move : prefix.moves) lasso.states.push_back(move.edge.to);
  const std::vector<Move> cycle = Cycle(space, obligation, product, components).through(prefix.entry);
  for (std::size_t i = 0; i + 1 < cycle.size(); ++i) lasso.states.push_back(cycle[i].edge.to);
  return lasso;
}

bool has_lasso(const Space& space, const Obligation& obligation) {
  if (obligation.automaton.empty() || space.initial.empty()) return false;
  const Product product(space, obligation.automaton);
  return !AcceptingComponents(space, obligation, product, AcceptingComponents::Extent::first).empty();
}

}  // namespace synod::temporal
