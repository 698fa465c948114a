#include "temporal/accepting.hpp"

#include <algorithm>
#include <limits>
#include <new>
#include <utility>

#include "base/interruption.hpp"

namespace synod::temporal {
namespace {

constexpr std::uint32_t not_accepting = std::numeric_limits<std::uint32_t>::max();

}  // namespace

AcceptingComponents::AcceptingComponents(const Space& space, const Obligation& obligation,
                                         const Product& product, Extent extent)
    : space_(space),
      obligation_(obligation),
      product_(product),
      automaton_(obligation.automaton),
      extent_(extent),
      index_of_(automaton_.states.size(), not_accepting) {
  std::uint32_t count = 0;
  for (std::uint32_t q = 0; q < automaton_.states.size(); ++q) {
    if (automaton_.may_accept(q)) index_of_[q] = count++;
  }
  const std::size_t nodes = std::size_t{count} * space.states;
  if (nodes >= std::numeric_limits<std::uint32_t>::max()) throw std::bad_alloc();
  for (std::size_t i = 0; i < obligation_.conditions.size(); ++i) {
    if (obligation_.conditions[i].then == space_.formulas.falsity()) always_avoided_.push_back(i);
  }
  find_reachable();
  part_of_.resize(nodes);
  order_.resize(nodes);
  for (std::uint32_t component = 0; component < automaton_.accepting.size(); ++component) {
    if (automaton_.accepting[component] && !done()) search(component);
  }
}

void AcceptingComponents::look_for_stop() {
  if (++steps_ % 4096 == 0 && space_.stop.requested()) throw Interrupted();
}

/// Every state of the graph is reachable in it, so only a wandering automaton needs a search.
void AcceptingComponents::find_reachable() {
  const bool waits = product_.waits(0);
  all_reachable_ = waits && automaton_.states.size() == 1;
  if (all_reachable_) return;
  reachable_.resize(product_.nodes() / 64 + 1);
  std::vector<Node> unexpanded;
  const auto reach = [&](Node node) {
    std::uint64_t& word = reachable_[node / 64];
    const std::uint64_t bit = std::uint64_t{1} << (node % 64);
    if ((word & bit) != 0) return;
    word |= bit;
    unexpanded.push_back(node);
  };
  const auto expand = [&] {
    while (!unexpanded.empty()) {
      look_for_stop();
      const Node node = unexpanded.back();
      unexpanded.pop_back();
      product_.for_moves(node, [&](const Move& move) {
        reach(move.target);
        return true;
      });
    }
  };
  if (waits) {
    for (std::size_t state = 0; state < space_.states; ++state) {
      reach(product_.node(0, static_cast<StateId>(state)));
      expand();
    }
  } else {
    for (const StateId state : space_.initial) {
      reach(product_.node(0, state));
      expand();
    }
  }
}

void AcceptingComponents::search(std::uint32_t automaton_component) {
  Part whole;
  whole.number = ++last_number_;
  whole.avoided = always_avoided_;
  for (std::uint32_t q = 0; q < automaton_.states.size(); ++q) {
    if (automaton_.components[q] != automaton_component) continue;
    for (std::size_t state = 0; state < space_.states; ++state) {
      const Node node = product_.node(q, static_cast<StateId>(state));
      if (reachable(node)) part_of_[local(node)] = whole.number;
    }
  }
  for (std::uint32_t q = 0; q < automaton_.states.size(); ++q) {
    if (automaton_.components[q] != automaton_component) continue;
    for (std::size_t state = 0; state < space_.states; ++state) {
      const Node node = product_.node(q, static_cast<StateId>(state));
      if (done()) return;
      if (part_of_[local(node)] == whole.number && order_[local(node)] == 0) visit(node, whole);
    }
  }
  visited_ = 0;
  while (!waiting_.empty() && !done()) {
    const Part part = std::move(waiting_.back());
    waiting_.pop_back();
    take_apart(part);
  }
}

void AcceptingComponents::take_apart(const Part& part) {
  for (const Node node : part.nodes) order_[local(node)] = 0;
  for (const Node node : part.nodes) {
    if (part_of_[local(node)] == part.number && order_[local(node)] == 0) visit(node, part);
  }
  visited_ = 0;
}

bool AcceptingComponents::avoids(const std::vector<std::size_t>& avoided, const Move& move) const {
  return std::none_of(avoided.begin(), avoided.end(), [&](std::size_t condition) {
    return product_.holds(obligation_.conditions[condition].when, move.edge);
  });
}

/// Tarjan's algorithm from one node, on the nodes of one part. A node whose component is known belongs to
/// another part by then.
void AcceptingComponents::visit(Node root, const Part& part) {
  const auto enter = [&](Node node) {
    order_[local(node)] = ++visited_;
    path_.push_back({node, visited_, {}});
    stack_.push_back(node);
  };
  enter(root);
  while (!path_.empty() && !done()) {
    look_for_stop();
    Visit& at = path_.back();
    Move move;
    bool deeper = false;
    while (!deeper && product_.next(at.node, at.cursor, move)) {
      if (index_of_[move.transition->target] == not_accepting) continue;
      const std::size_t target = local(move.target);
      if (part_of_[target] != part.number || !avoids(part.avoided, move)) continue;
      if (order_[target] == 0) {
        deeper = true;
      } else {
        at.low = std::min(at.low, order_[target]);
      }
    }
    if (deeper) {
      enter(move.target);
      continue;
    }
    const Visit done = at;
    path_.pop_back();
    if (!path_.empty()) path_.back().low = std::min(path_.back().low, done.low);
    if (done.low != order_[local(done.node)]) continue;
    const auto first = std::find(stack_.rbegin(), stack_.rend(), done.node).base() - 1;
    std::vector<Node> nodes(first, stack_.end());
    stack_.erase(first, stack_.end());
    found(part, std::move(nodes));
  }
}

/// Whether a node that is a component by itself has a move to itself.
bool AcceptingComponents::may_cycle(Node node, const Part& part) const {
  bool found = false;
  product_.for_moves(node, [&](const Move& move) {
    found = move.target == node && avoids(part.avoided, move);
    return !found;
  });
  return found;
}

template <class Body>
void AcceptingComponents::for_moves_inside(const std::vector<Node>& nodes,
                                           const std::vector<std::size_t>& avoided, const Body& body) {
  const ComponentId number = part_of_[local(nodes.front())];
  bool go_on = true;
  for (std::size_t i = 0; i < nodes.size() && go_on; ++i) {
    look_for_stop();
    product_.for_moves(nodes[i], [&](const Move& move) {
      if (index_of_[move.transition->target] == not_accepting) return true;
      if (part_of_[local(move.target)] != number || !avoids(avoided, move)) return true;
      go_on = body(move);
      return go_on;
    });
  }
}

/// A strongly connected component: accepted, rejected, or to be taken apart once more.
void AcceptingComponents::found(const Part& part, std::vector<Node> nodes) {
  if (nodes.size() == 1 && !may_cycle(nodes[0], part)) {
    part_of_[local(nodes[0])] = 0;
    return;
  }
  const ComponentId number = ++last_number_;
  for (const Node node : nodes) part_of_[local(node)] = number;
  const auto reject = [&] {
    for (const Node node : nodes) part_of_[local(node)] = 0;
  };
  const std::vector<Condition>& conditions = obligation_.conditions;
  std::uint64_t postponed = automaton_.promises == 0 ? 0 : ~std::uint64_t{0} >> (64 - automaton_.promises);
  std::vector<std::size_t> unmet;
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    if (std::find(part.avoided.begin(), part.avoided.end(), i) == part.avoided.end()) unmet.push_back(i);
  }
  for_moves_inside(nodes, part.avoided, [&](const Move& move) {
    postponed &= move.transition->postponed;
    std::erase_if(unmet, [&](std::size_t i) { return product_.holds(conditions[i].then, move.edge); });
    return postponed != 0 || !unmet.empty();
  });
  if (postponed != 0) return reject();
  // A condition is met as well where nothing asks for it.
  std::vector<std::size_t> asked;
  for_moves_inside(nodes, part.avoided, [&](const Move& move) {
    std::erase_if(unmet, [&](std::size_t i) {
      const bool asks = product_.holds(conditions[i].when, move.edge);
      if (asks) asked.push_back(i);
      return asks;
    });
    return !unmet.empty();
  });
  if (asked.empty()) {
    accept(number, part.avoided);
    return;
  }
  const bool hopeless = std::any_of(asked.begin(), asked.end(), [&](std::size_t i) {
    return conditions[i].when == space_.formulas.truth();
  });
  if (hopeless || nodes.size() == 1) return reject();
  Part smaller{number, std::move(nodes), part.avoided};
  smaller.avoided.insert(smaller.avoided.end(), asked.begin(), asked.end());
  waiting_.push_back(std::move(smaller));
}

void AcceptingComponents::accept(ComponentId component, const std::vector<std::size_t>& avoided) {
  if (accepted_.size() <= component) accepted_.resize(std::size_t{component} + 1);
  accepted_[component] = true;
  if (avoided != always_avoided_) avoided_[component] = avoided;
}

ComponentId AcceptingComponents::component(Node node) const {
  if (index_of_[product_.automaton_state(node)] == not_accepting) return 0;
  const ComponentId number = part_of_[local(node)];
  return number < accepted_.size() && accepted_[number] ? number : 0;
}

bool AcceptingComponents::inside(ComponentId component, const Move& move) const {
  if (this->component(move.target) != component) return false;
  const auto more = avoided_.find(component);
  return avoids(more == avoided_.end() ? always_avoided_ : more->second, move);
}

}  // namespace synod::temporal
