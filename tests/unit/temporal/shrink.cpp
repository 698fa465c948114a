#include "shrink.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace synod::temporal::test {
namespace {

template <class Item>
std::vector<Item> without(std::vector<Item> items, std::size_t i) {
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
  return items;
}

/// Formulas with something smaller in one place, larger changes first.
std::vector<LtlPtr> smaller(const LtlPtr& f) {
  std::vector<LtlPtr> result;
  if (f->kind == Ltl::Kind::truth || f->kind == Ltl::Kind::falsity) return result;
  result = {constant(true), constant(false)};
  result.insert(result.end(), f->parts.begin(), f->parts.end());
  const auto with_parts = [&](std::vector<LtlPtr> parts) {
    Ltl changed = *f;
    changed.parts = std::move(parts);
    result.push_back(std::make_shared<const Ltl>(std::move(changed)));
  };
  if (f->parts.size() > 2) {
    for (std::size_t i = 0; i < f->parts.size(); ++i) with_parts(without(f->parts, i));
  }
  for (std::size_t i = 0; i < f->parts.size(); ++i) {
    for (const LtlPtr& part : smaller(f->parts[i])) {
      std::vector<LtlPtr> parts = f->parts;
      parts[i] = part;
      with_parts(std::move(parts));
    }
  }
  return result;
}

class Shrinker {
 public:
  Shrinker(Case c, const std::function<bool(const Case&)>& fails) : case_(std::move(c)), fails_(fails) {}

  Case run() {
    while (leave_out_states() || leave_out_fairness() || leave_out_steps() || make_formulas_smaller() ||
           make_atoms_simpler()) {
    }
    return std::move(case_);
  }

 private:
  bool accept(const Case& candidate) {
    if (candidate.initial.empty() || !fails_(candidate)) return false;
    case_ = candidate;
    return true;
  }

  bool leave_out_states() {
    for (StateId s = 0; s < case_.states(); ++s) {
      std::vector<StateId> name(case_.states());
      std::iota(name.begin(), name.end(), StateId{0});
      for (StateId later = s + 1; later < name.size(); ++later) --name[later];
      name[s] = left_out;
      if (accept(without_unreachable(renamed(case_, name)))) return true;
    }
    return false;
  }

  bool leave_out_fairness() {
    for (std::size_t i = 0; i < case_.fairness.size(); ++i) {
      Case candidate = case_;
      candidate.fairness = without(case_.fairness, i);
      if (accept(candidate)) return true;
    }
    return false;
  }

  bool leave_out_steps() {
    for (std::size_t i = 0; i < case_.initial.size(); ++i) {
      Case candidate = case_;
      candidate.initial = without(case_.initial, i);
      if (accept(without_unreachable(candidate))) return true;
    }
    for (StateId s = 0; s < case_.states(); ++s) {
      for (std::size_t i = 0; i < case_.successors[s].size(); ++i) {
        Case candidate = case_;
        candidate.successors[s] = without(case_.successors[s], i);
        if (accept(without_unreachable(candidate))) return true;
      }
    }
    return false;
  }

  bool make_formulas_smaller() {
    for (std::size_t i = 0; i <= case_.fairness.size(); ++i) {
      const auto place = [i](Case& c) -> LtlPtr& { return i > 0 ? c.fairness[i - 1] : c.property; };
      for (const LtlPtr& formula : smaller(place(case_))) {
        Case candidate = case_;
        place(candidate) = formula;
        if (accept(candidate)) return true;
      }
    }
    return false;
  }

  bool make_atoms_simpler() {
    for (AtomId a = 0; a < case_.atoms.size(); ++a) {
      Case candidate = case_;
      candidate.atoms[a].of_steps = false;
      if (case_.atoms[a].of_steps && accept(candidate)) return true;
      for (StateId s = 0; s < case_.states(); ++s) {
        for (StateId t = 0; t < case_.states(); ++t) {
          candidate = case_;
          candidate.atoms[a].holds[s][t] = false;
          if (case_.atoms[a].holds[s][t] && accept(candidate)) return true;
        }
      }
    }
    return false;
  }

  Case case_;
  const std::function<bool(const Case&)>& fails_;
};

}  // namespace

Case shrunk(Case c, const std::function<bool(const Case&)>& fails) {
  return Shrinker(std::move(c), fails).run();
}

}  // namespace synod::temporal::test
