#include "brute_force.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace synod::temporal::test {
namespace {

using Kind = Ltl::Kind;

/// Truth at each position of a lasso. What holds of some later position holds of some position from
/// min(i, loop_start) on: from a position in the loop all of the loop is still to come.
std::vector<bool> truth_at_positions(const Case& c, const LtlPtr& f, const Lasso& lasso) {
  std::vector<std::vector<bool>> parts;
  for (const LtlPtr& part : f->parts) parts.push_back(truth_at_positions(c, part, lasso));
  const std::size_t size = lasso.states.size();
  const auto somewhere_from = [&](std::size_t i, bool value) {
    const auto first = static_cast<std::ptrdiff_t>(std::min(i, lasso.loop_start));
    return std::find(parts[0].begin() + first, parts[0].end(), value) != parts[0].end();
  };
  std::vector<bool> truth(size);
  for (std::size_t i = 0; i < size; ++i) {
    const auto holds_here = [i](const std::vector<bool>& part) { return part[i]; };
    switch (f->kind) {
      case Kind::truth:
        truth[i] = true;
        break;
      case Kind::falsity:
        truth[i] = false;
        break;
      case Kind::atom:
        truth[i] = c.holds(f->atom, lasso.states[i], lasso.states[i + 1 < size ? i + 1 : lasso.loop_start]);
        break;
      case Kind::negation:
        truth[i] = !parts[0][i];
        break;
      case Kind::conjunction:
        truth[i] = std::ranges::all_of(parts, holds_here);
        break;
      case Kind::disjunction:
        truth[i] = std::ranges::any_of(parts, holds_here);
        break;
      case Kind::always:
        truth[i] = !somewhere_from(i, false);
        break;
      case Kind::eventually:
        truth[i] = somewhere_from(i, true);
        break;
    }
  }
  return truth;
}

/// Which of the remembered subformulas hold: those with [] and <> outside, and the formula itself.
using Truths = std::uint32_t;

bool has(Truths truths, unsigned bit) { return ((truths >> bit) & 1U) != 0; }

struct Step {
  StateId from = 0, to = 0;
};

/// The different subformulas of a formula, each after its parts.
class Closure {
 public:
  Closure(const Case& c, const LtlPtr& formula) : case_(c) {
    Entry& whole = entries_[add(formula)];
    if (!whole.formula->is_modal()) whole.bit = remembered_++;
    whole_ = whole.bit;
    truth_.resize(entries_.size());
  }

  [[nodiscard]] std::size_t sets() const { return std::size_t{1} << remembered_; }
  [[nodiscard]] bool whole_holds(Truths truths) const { return has(truths, whole_); }

  struct Before {
    Truths truths = 0;
    Truths open = 0;  ///< <>F that hold although F does not yet, []F that do not although F still does
  };
  /// What holds of a behaviour that begins with `step` and goes on with one of which `after` holds.
  Before before(const Step& step, Truths after) {
    Before result;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const Entry& entry = entries_[i];
      truth_[i] = holds(entry, step, after);
      if (!entry.formula->is_modal() && i + 1 < entries_.size()) continue;
      const Truths bit = Truths{1} << entry.bit;
      if (truth_[i]) result.truths |= bit;
      if (entry.formula->is_modal() && truth_[i] != truth_[entry.parts[0]]) result.open |= bit;
    }
    return result;
  }

 private:
  struct Entry {
    LtlPtr formula;
    std::vector<std::size_t> parts;
    unsigned bit = 0;  ///< when it is remembered
  };

  std::size_t add(const LtlPtr& formula) {
    const std::string name = text(formula);
    if (const auto known = number_.find(name); known != number_.end()) return known->second;
    Entry entry{formula, {}};
    for (const LtlPtr& part : formula->parts) entry.parts.push_back(add(part));
    if (formula->is_modal()) entry.bit = remembered_++;
    entries_.push_back(std::move(entry));
    return number_[name] = entries_.size() - 1;
  }

  [[nodiscard]] bool holds(const Entry& entry, const Step& step, Truths after) const {
    const auto part_holds = [this](std::size_t part) { return static_cast<bool>(truth_[part]); };
    switch (entry.formula->kind) {
      case Kind::truth:
        return true;
      case Kind::falsity:
        return false;
      case Kind::atom:
        return case_.holds(entry.formula->atom, step.from, step.to);
      case Kind::negation:
        return !part_holds(entry.parts[0]);
      case Kind::conjunction:
        return std::ranges::all_of(entry.parts, part_holds);
      case Kind::disjunction:
        return std::ranges::any_of(entry.parts, part_holds);
      case Kind::always:
        return part_holds(entry.parts[0]) && has(after, entry.bit);
      case Kind::eventually:
        return part_holds(entry.parts[0]) || has(after, entry.bit);
    }
    return false;
  }

  const Case& case_;
  std::vector<Entry> entries_;
  std::map<std::string, std::size_t> number_;
  unsigned remembered_ = 0, whole_ = 0;
  std::vector<bool> truth_;  // of the entries
};

/// Nodes are a state and what shall hold of a behaviour from there; edges are steps that make it so as long
/// as what is open does not stay open for ever.
class Tableau {
 public:
  Tableau(const Case& c, const LtlPtr& formula) : case_(c), closure_(c, formula) {
    for (StateId from = 0; from < c.states(); ++from) {
      add_edges({from, from});
      for (const StateId to : c.successors[from]) add_edges({from, to});
    }
    outgoing_ = grouped(&Edge::from);
    incoming_ = grouped(&Edge::to);
  }

  std::optional<std::size_t> shortest_prefix() {
    std::vector<bool> seen(nodes());
    std::vector<Node> layer;
    const auto enter = [&](Node node) {
      if (!seen[node]) layer.push_back(node);
      seen[node] = true;
    };
    for (const StateId state : case_.initial) {
      for (Truths truths = 0; truths < closure_.sets(); ++truths)
        if (closure_.whole_holds(truths)) enter(node(state, truths));
    }
    for (std::size_t steps = 0; !layer.empty(); ++steps) {
      for (std::size_t i = 0; i < layer.size(); ++i) {  // NOLINT(modernize-loop-convert): it grows
        for (const Edge* edge : outgoing_.of(layer[i]))
          if (edge->stutters) enter(edge->to);
      }
      if (std::ranges::any_of(layer, [&](Node node) { return may_stay_around(node); })) return steps;
      for (const Node node : std::exchange(layer, {})) {
        for (const Edge* edge : outgoing_.of(node)) enter(edge->to);
      }
    }
    return std::nullopt;
  }

 private:
  using Node = std::size_t;
  struct Edge {
    Node from = 0, to = 0;
    Truths open = 0;
    bool stutters = false;
  };
  /// The edges from (or to) each node.
  struct Groups {
    std::vector<const Edge*> edges;
    std::vector<std::size_t> ends;  ///< of the group before a node; one more than there are nodes
    [[nodiscard]] std::span<const Edge* const> of(Node node) const {
      return {edges.data() + ends[node], ends[node + 1] - ends[node]};
    }
  };

  [[nodiscard]] std::size_t nodes() const { return case_.states() * closure_.sets(); }
  [[nodiscard]] Node node(StateId state, Truths truths) const { return state * closure_.sets() + truths; }

  void add_edges(const Step& step) {
    for (Truths after = 0; after < closure_.sets(); ++after) {
      const auto [truths, open] = closure_.before(step, after);
      edges_.push_back({node(step.from, truths), node(step.to, after), open, step.from == step.to});
    }
  }

  [[nodiscard]] Groups grouped(Node Edge::* by) const {
    Groups groups{std::vector<const Edge*>(edges_.size()), std::vector<std::size_t>(nodes() + 2)};
    for (const Edge& edge : edges_) ++groups.ends[edge.*by + 2];
    for (std::size_t i = 1; i < groups.ends.size(); ++i) groups.ends[i] += groups.ends[i - 1];
    for (const Edge& edge : edges_) groups.edges[groups.ends[edge.*by + 1]++] = &edge;
    return groups;
  }

  /// The nodes that can be reached from a node over at least one edge, forwards or backwards.
  [[nodiscard]] std::vector<bool> reached(Node start, const Groups& groups, Node Edge::* end) const {
    std::vector<bool> seen(nodes());
    std::vector<Node> waiting{start};
    while (!waiting.empty()) {
      const Node node = waiting.back();
      waiting.pop_back();
      for (const Edge* edge : groups.of(node)) {
        if (seen[edge->*end]) continue;
        seen[edge->*end] = true;
        waiting.push_back(edge->*end);
      }
    }
    return seen;
  }

  /// Whether a walk can come back to the node again and again without leaving anything open for ever: whether
  /// for each subformula some edge of the node's strongly connected component does not leave it open.
  bool may_stay_around(Node node) {
    if (rejected_.empty()) rejected_.resize(nodes());
    if (rejected_[node]) return false;
    const std::vector<bool> forwards = reached(node, outgoing_, &Edge::to);
    if (!forwards[node]) return false;
    const std::vector<bool> backwards = reached(node, incoming_, &Edge::from);
    const auto in_component = [&](Node n) { return forwards[n] && backwards[n]; };
    Truths always_open = ~Truths{0};
    for (const Edge& edge : edges_)
      if (in_component(edge.from) && in_component(edge.to)) always_open &= edge.open;
    if (always_open == 0) return true;
    for (Node n = 0; n < nodes(); ++n)
      if (in_component(n)) rejected_[n] = true;
    return false;
  }

  const Case& case_;
  Closure closure_;
  std::vector<Edge> edges_;
  Groups outgoing_, incoming_;
  std::vector<bool> rejected_;
};

}  // namespace

bool holds(const Case& c, const LtlPtr& formula, const Lasso& lasso) {
  return truth_at_positions(c, formula, lasso)[0];
}

std::optional<std::size_t> shortest_prefix(const Case& c, const LtlPtr& formula) {
  return Tableau(c, formula).shortest_prefix();
}

}  // namespace synod::temporal::test
