#include "random_case.hpp"

#include <numeric>
#include <utility>

#include "unit/differential/random.hpp"

namespace synod::temporal::test {
namespace {

using differential::Random;

/// Brute force takes twice as long for each [] or <> more, so that only some cases have many.
constexpr std::size_t usually_most_modal_subformulas = 8;
constexpr std::size_t most_modal_subformulas = 11;

template <class Item>
void shuffle(std::vector<Item>& items, Random& random) {
  for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random.below(i)]);
}

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  Case make() {
    Case c;
    make_graph(c);
    make_atoms(c);
    for (std::size_t i = random_.below(4); i > 0; --i) c.fairness.push_back(fairness());
    c.property = property();
    const std::size_t most = random_.one_in(10) ? most_modal_subformulas : usually_most_modal_subformulas;
    while (modal_subformulas(violation(c)) > most) {
      if (c.fairness.empty()) {
        c.property = property();
      } else {
        c.fairness.pop_back();
      }
    }
    return without_unreachable(c);
  }

 private:
  void make_graph(Case& c) {
    const std::size_t states = 1 + random_.below(5);
    const double density = 20 + 15 * static_cast<double>(random_.below(4));
    c.successors.resize(states);
    for (StateId from = 0; from < states; ++from) {
      for (StateId to = 0; to < states; ++to)
        if (to != from && random_.chance(density)) c.successors[from].push_back(to);
      shuffle(c.successors[from], random_);
    }
    c.initial = {static_cast<StateId>(random_.below(states))};
    for (StateId s = 0; s < states; ++s)
      if (s != c.initial[0] && random_.one_in(4)) c.initial.push_back(s);
    shuffle(c.initial, random_);
  }

  void make_atoms(Case& c) {
    c.atoms.resize(1 + random_.below(4));
    atoms_ = c.atoms.size();
    for (Atom& atom : c.atoms) {
      atom.of_steps = random_.one_in(2);
      const double density = 25 * static_cast<double>(1 + random_.below(3));
      atom.holds.assign(c.states(), std::vector<bool>(c.states()));
      for (std::vector<bool>& row : atom.holds) {
        for (auto&& value : row) value = random_.chance(density);
      }
    }
  }

  LtlPtr leaf() {
    if (random_.one_in(20)) return constant(random_.one_in(2));
    return atom(static_cast<AtomId>(random_.below(atoms_)));
  }

  /// Without [] and <>.
  LtlPtr proposition() {
    switch (random_.below(6)) {
      case 0:
        return negation(leaf());
      case 1:
        return conjunction({leaf(), leaf()});
      case 2:
        return disjunction({negation(leaf()), leaf()});
      default:
        return leaf();
    }
  }

  LtlPtr formula(int depth) {
    if (depth == 0) return leaf();
    switch (random_.below(10)) {
      case 0:
        return leaf();
      case 1:
      case 2:
        return negation(formula(depth - 1));
      case 3:
        return conjunction(parts(depth - 1));
      case 4:
        return disjunction(parts(depth - 1));
      case 5:
        return disjunction({negation(formula(depth - 1)), formula(depth - 1)});
      case 6:
      case 7:
        return always(formula(depth - 1));
      default:
        return eventually(formula(depth - 1));
    }
  }

  std::vector<LtlPtr> parts(int depth) {
    std::vector<LtlPtr> result{formula(depth), formula(depth)};
    if (random_.one_in(3)) result.push_back(formula(depth));
    return result;
  }

  LtlPtr recurrence() {
    return random_.one_in(2) ? always(eventually(proposition())) : eventually(always(proposition()));
  }

  LtlPtr fairness() {
    switch (random_.below(10)) {
      case 0:
        return formula(3);
      case 1:
        return conjunction({weak_fairness(leaf(), leaf()), strong_fairness(leaf(), leaf())});
      case 2:
      case 3:
      case 4:
        return strong_fairness(proposition(), proposition());
      case 5:
      case 6:
        return strong_fairness(leaf(), leaf());
      default:
        return weak_fairness(proposition(), proposition());
    }
  }

  LtlPtr property() {
    switch (random_.below(8)) {
      case 0:
        return leads_to(proposition(), proposition());
      case 1:
        return leads_to(formula(2), formula(2));
      case 2:
        return conjunction({leads_to(proposition(), proposition()), recurrence()});
      case 3:
        return random_.one_in(2) ? conjunction({recurrence(), recurrence()})
                                 : disjunction({recurrence(), recurrence()});
      case 4:
        return disjunction({negation(strong_fairness(leaf(), leaf())), recurrence()});
      default:
        return formula(4);
    }
  }

  Random random_;
  std::size_t atoms_ = 0;
};

}  // namespace

Case random_case(std::uint64_t seed) { return Generator(seed).make(); }

std::vector<StateId> random_permutation(std::size_t count, std::uint64_t seed) {
  std::vector<StateId> result(count);
  std::iota(result.begin(), result.end(), StateId{0});
  Random random(seed);
  shuffle(result, random);
  return result;
}

}  // namespace synod::temporal::test
