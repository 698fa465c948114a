#include "temporal/automaton.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace synod::temporal {
namespace {

constexpr std::size_t most_states = 20'000;
constexpr std::size_t most_branches = 100'000;  // of one state
constexpr unsigned most_promises = 64;

using Obligations = std::vector<FormulaId>;  // sorted, without duplicates

void insert(Obligations& set, FormulaId f) {
  const auto place = std::lower_bound(set.begin(), set.end(), f);
  if (place == set.end() || *place != f) set.insert(place, f);
}

bool subset(const std::vector<FormulaId>& inner, const std::vector<FormulaId>& outer) {
  return std::all_of(inner.begin(), inner.end(),
                     [&](FormulaId f) { return std::find(outer.begin(), outer.end(), f) != outer.end(); });
}

class Construction {
 public:
  Construction(Formulas& formulas, FormulaId formula) : formulas_(formulas) {
    static_cast<void>(state_of({formula}));
    for (std::size_t i = 0; i < sets_.size(); ++i) {
      if (sets_.size() > most_states)
        throw FormulaTooLarge("its automaton has more than " + std::to_string(most_states) + " states");
      expand(static_cast<std::uint32_t>(i));
    }
    automaton_.promises = static_cast<unsigned>(promises_.size());
  }
  Automaton result() && { return std::move(automaton_); }

 private:
  /// One way to satisfy what is to be satisfied now.
  struct Branch {
    std::vector<FormulaId> now;  ///< still to be taken apart, the next one last
    std::vector<FormulaId> label;
    Obligations next;
    std::uint64_t postponed = 0;
  };

  std::uint32_t state_of(Obligations set) {
    drop_implied(set);
    const auto [place, fresh] = numbers_.try_emplace(set, static_cast<std::uint32_t>(sets_.size()));
    if (fresh) {
      sets_.push_back(std::move(set));
      automaton_.states.emplace_back();
    }
    return place->second;
  }

  /// []F says F too: then F need not be remembered beside it.
  void drop_implied(Obligations& set) const {
    const Obligations all = set;
    std::erase_if(set, [&](FormulaId f) {
      return f == formulas_.truth() || std::any_of(all.begin(), all.end(), [&](FormulaId other) {
               return formulas_[other].operation == Operation::always && formulas_[other].parts[0] == f;
             });
    });
  }

  void expand(std::uint32_t state) {
    const Obligations& set = sets_[state];
    std::vector<Branch> branches{{{set.rbegin(), set.rend()}, {}, {}, 0}};
    std::vector<Transition> found;
    for (std::size_t steps = 0; !branches.empty(); ++steps) {
      if (steps > most_branches) throw FormulaTooLarge("its automaton has too many transitions");
      Branch branch = std::move(branches.back());
      branches.pop_back();
      if (branch.now.empty()) {
        add(found, {state_of(branch.next), std::move(branch.label), branch.postponed});
        continue;
      }
      const FormulaId f = branch.now.back();
      branch.now.pop_back();
      take_apart(f, std::move(branch), branches);
    }
    automaton_.states[state] = std::move(found);
  }

  /// Pushes the ways to go on; the one to be followed first is pushed last.
  void take_apart(FormulaId f, Branch branch, std::vector<Branch>& branches) {
    const Formula formula = formulas_[f];
    if (formula.propositional) return take_proposition(f, std::move(branch), branches);
    switch (formula.operation) {
      case Operation::conjunction:
        branch.now.insert(branch.now.end(), formula.parts.rbegin(), formula.parts.rend());
        return branches.push_back(std::move(branch));
      case Operation::disjunction:
        for (auto part = formula.parts.rbegin(); part != formula.parts.rend(); ++part) {
          Branch other = branch;
          other.now.push_back(*part);
          branches.push_back(std::move(other));
        }
        return;
      case Operation::always:
        insert(branch.next, f);
        branch.now.push_back(formula.parts[0]);
        return branches.push_back(std::move(branch));
      case Operation::eventually: {
        Branch later = branch;
        insert(later.next, f);
        later.postponed |= std::uint64_t{1} << promise(f);
        branches.push_back(std::move(later));
        branch.now.push_back(formula.parts[0]);
        return branches.push_back(std::move(branch));
      }
      default:
        return;
    }
  }

  void take_proposition(FormulaId f, Branch branch, std::vector<Branch>& branches) {
    if (f == formulas_.falsity()) return;
    if (f != formulas_.truth() &&
        std::find(branch.label.begin(), branch.label.end(), f) == branch.label.end()) {
      const FormulaId opposite = formulas_.negation(f);
      if (std::find(branch.label.begin(), branch.label.end(), opposite) != branch.label.end()) return;
      branch.label.push_back(f);
    }
    branches.push_back(std::move(branch));
  }

  unsigned promise(FormulaId f) {
    const auto [place, fresh] = promises_.try_emplace(f, static_cast<unsigned>(promises_.size()));
    if (fresh && promises_.size() > most_promises)
      throw FormulaTooLarge("it has more than " + std::to_string(most_promises) + " different <>");
    return place->second;
  }

  /// A move that another one to the same place can always replace is left out.
  static void add(std::vector<Transition>& found, Transition made) {
    const auto replaces = [](const Transition& better, const Transition& other) {
      return better.target == other.target && (better.postponed & ~other.postponed) == 0 &&
             subset(better.label, other.label);
    };
    for (const Transition& other : found) {
      if (replaces(other, made)) return;
    }
    std::erase_if(found, [&](const Transition& other) { return replaces(made, other); });
    found.push_back(std::move(made));
  }

  Formulas& formulas_;
  Automaton automaton_;
  std::vector<Obligations> sets_;
  std::map<Obligations, std::uint32_t> numbers_;
  std::map<FormulaId, unsigned> promises_;
};

/// Strongly connected components (Tarjan, "Depth-First Search and Linear Graph Algorithms", 1972), numbered
/// so that moves lead to equal or smaller numbers.
class Components {
 public:
  explicit Components(Automaton& automaton)
      : automaton_(automaton), order_(automaton.states.size()), low_(automaton.states.size()) {
    automaton.components.assign(automaton.states.size(), none);
    for (std::uint32_t state = 0; state < automaton.states.size(); ++state) {
      if (order_[state] == 0) visit(state);
    }
    automaton.accepting.assign(count_, false);
    std::vector<std::uint64_t> kept(count_, 0);  // promises that some move inside does not postpone
    std::vector<bool> cyclic(count_, false);
    for (std::uint32_t state = 0; state < automaton.states.size(); ++state) {
      const std::uint32_t component = automaton.components[state];
      for (const Transition& t : automaton.states[state]) {
        if (automaton.components[t.target] != component) continue;
        cyclic[component] = true;
        kept[component] |= ~t.postponed;
      }
    }
    const std::uint64_t all =
        automaton.promises == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << automaton.promises) - 1;
    for (std::uint32_t c = 0; c < count_; ++c) automaton.accepting[c] = cyclic[c] && (kept[c] & all) == all;
  }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  // Recursion is as deep as the automaton has states, of which there are few.
  void visit(std::uint32_t state) {
    order_[state] = low_[state] = ++visited_;
    stack_.push_back(state);
    for (const Transition& t : automaton_.states[state]) {
      if (order_[t.target] == 0) visit(t.target);
      if (automaton_.components[t.target] == none) low_[state] = std::min(low_[state], low_[t.target]);
    }
    if (low_[state] != order_[state]) return;
    for (;;) {
      const std::uint32_t member = stack_.back();
      stack_.pop_back();
      automaton_.components[member] = count_;
      if (member == state) break;
    }
    ++count_;
  }

  Automaton& automaton_;
  std::vector<std::uint32_t> order_, low_, stack_;
  std::uint32_t visited_ = 0, count_ = 0;
};

/// Leaves out states from which no accepting component can be reached.
Automaton pruned(Automaton automaton) {
  const auto count = static_cast<std::uint32_t>(automaton.states.size());
  std::vector<bool> useful(automaton.accepting.begin(), automaton.accepting.end());  // per component
  std::vector<std::vector<std::uint32_t>> members(useful.size());
  for (std::uint32_t state = 0; state < count; ++state) members[automaton.components[state]].push_back(state);
  for (std::size_t c = 0; c < useful.size(); ++c) {  // what a component leads to has a smaller number
    for (const std::uint32_t state : members[c]) {
      for (const Transition& t : automaton.states[state])
        if (useful[automaton.components[t.target]]) useful[c] = true;
    }
  }
  std::vector<std::uint32_t> renumbered(count);
  Automaton result;
  result.promises = automaton.promises;
  if (!useful[automaton.components[0]]) return result;
  std::uint32_t kept = 0;
  for (std::uint32_t state = 0; state < count; ++state)
    renumbered[state] = useful[automaton.components[state]] ? kept++ : count;
  for (std::uint32_t state = 0; state < count; ++state) {
    if (renumbered[state] == count) continue;
    std::vector<Transition>& moves = automaton.states[state];
    std::erase_if(moves, [&](const Transition& t) { return renumbered[t.target] == count; });
    for (Transition& t : moves) t.target = renumbered[t.target];
    result.states.push_back(std::move(moves));
  }
  return result;
}

}  // namespace

Automaton automaton_of(Formulas& formulas, FormulaId formula) {
  Automaton automaton = Construction(formulas, formula).result();
  Components{automaton};
  automaton = pruned(std::move(automaton));
  if (!automaton.empty()) Components{automaton};
  return automaton;
}

}  // namespace synod::temporal
