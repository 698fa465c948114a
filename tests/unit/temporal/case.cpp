#include "case.hpp"

#include <algorithm>

namespace synod::temporal::test {

bool Case::is_step(StateId from, StateId to) const {
  const std::vector<StateId>& list = successors[from];
  return from == to || std::ranges::find(list, to) != list.end();
}

LtlPtr violation(const Case& c) {
  std::vector<LtlPtr> all = c.fairness;
  all.push_back(negation(c.property));
  return conjunction(all);
}

Case renamed(const Case& c, const std::vector<StateId>& name) {
  const auto kept = [&](StateId state) { return name[state] != left_out; };
  const auto renamed_list = [&](const std::vector<StateId>& list) {
    std::vector<StateId> result;
    for (const StateId state : list)
      if (kept(state)) result.push_back(name[state]);
    return result;
  };
  Case result{{}, renamed_list(c.initial), {}, c.fairness, c.property};
  const auto count = static_cast<std::size_t>(
      std::count_if(name.begin(), name.end(), [](StateId state) { return state != left_out; }));
  result.successors.resize(count);
  for (StateId s = 0; s < c.states(); ++s)
    if (kept(s)) result.successors[name[s]] = renamed_list(c.successors[s]);
  for (const Atom& atom : c.atoms) {
    Atom& made = result.atoms.emplace_back();
    made.of_steps = atom.of_steps;
    made.holds.assign(count, std::vector<bool>(count));
    for (StateId s = 0; s < c.states(); ++s) {
      for (StateId t = 0; t < c.states(); ++t)
        if (kept(s) && kept(t)) made.holds[name[s]][name[t]] = atom.holds[s][t];
    }
  }
  return result;
}

Case without_unreachable(const Case& c) {
  std::vector<StateId> reached = c.initial;
  for (std::size_t i = 0; i < reached.size(); ++i) {
    for (const StateId to : c.successors[reached[i]])
      if (std::ranges::find(reached, to) == reached.end()) reached.push_back(to);
  }
  std::vector<StateId> name(c.states(), left_out);
  StateId next = 0;
  for (StateId s = 0; s < c.states(); ++s)
    if (std::ranges::find(reached, s) != reached.end()) name[s] = next++;
  return renamed(c, name);
}

std::string text(const Case& c) {
  std::string out = "initial states:";
  for (const StateId s : c.initial) out += " " + std::to_string(s);
  for (StateId s = 0; s < c.states(); ++s) {
    out += "\n" + std::to_string(s) + " ->";
    for (const StateId to : c.successors[s]) out += " " + std::to_string(to);
  }
  for (AtomId a = 0; a < c.atoms.size(); ++a) {
    out += "\np" + std::to_string(a) + (c.atoms[a].of_steps ? " on steps" : " in states");
    for (StateId s = 0; s < c.states(); ++s) {
      for (StateId t = 0; t < c.states(); ++t) {
        if (!c.is_step(s, t) || !c.atoms[a].holds[s][t]) continue;
        if (c.atoms[a].of_steps) out += " " + std::to_string(s) + "->" + std::to_string(t);
        if (!c.atoms[a].of_steps && s == t) out += " " + std::to_string(s);
      }
    }
  }
  for (const LtlPtr& f : c.fairness) out += "\nfairness: " + text(f);
  return out + "\nproperty: " + text(c.property) + "\n";
}

std::string text(const Lasso& lasso) {
  std::string out;
  for (std::size_t i = 0; i < lasso.states.size(); ++i) {
    out +=
        (i > 0 ? " " : "") + std::string(i == lasso.loop_start ? "(" : "") + std::to_string(lasso.states[i]);
  }
  return out + ")";
}

}  // namespace synod::temporal::test
