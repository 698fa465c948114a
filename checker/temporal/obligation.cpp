#include "temporal/obligation.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace synod::temporal {
namespace {

/// F of []<>F or <>[]F, propositional.
std::optional<FormulaId> recurring(const Formulas& formulas, FormulaId f, Operation outer, Operation inner) {
  if (formulas[f].operation != outer) return std::nullopt;
  const Formula& inside = formulas[formulas[f].parts[0]];
  if (inside.operation != inner || !formulas.propositional(inside.parts[0])) return std::nullopt;
  return inside.parts[0];
}

/// The condition that says the same: for []<>F, <>[]F, and disjunctions of these with at most one <>[].
std::optional<Condition> as_condition(Formulas& formulas, FormulaId f) {
  std::vector<FormulaId> parts{f};
  if (formulas[f].operation == Operation::disjunction) parts = formulas[f].parts;
  std::vector<FormulaId> then;
  std::optional<FormulaId> finally_always;
  for (const FormulaId part : parts) {
    if (const auto again = recurring(formulas, part, Operation::always, Operation::eventually)) {
      then.push_back(*again);
    } else if (const auto always = recurring(formulas, part, Operation::eventually, Operation::always)) {
      if (finally_always) return std::nullopt;
      finally_always = always;
    } else {
      return std::nullopt;
    }
  }
  return Condition{finally_always ? formulas.negation(*finally_always) : formulas.truth(),
                   formulas.disjunction(then)};
}

std::vector<FormulaId> parts_of(const Formulas& formulas, FormulaId f, Operation operation) {
  if (formulas[f].operation == operation) return formulas[f].parts;
  return {f};
}

/// Whether no cycle can meet the conditions, whatever the graph: what must hold for ever contradicts what
/// must happen again and again.
class Contradiction {
 public:
  Contradiction(Formulas& formulas, const Obligation& obligation)
      : formulas_(formulas), obligation_(obligation) {}

  [[nodiscard]] bool everywhere() {
    const Automaton& automaton = obligation_.automaton;
    for (std::uint32_t c = 0; c < automaton.accepting.size(); ++c) {
      if (automaton.accepting[c] && !in_component(c)) return false;
    }
    return true;
  }

 private:
  bool in_component(std::uint32_t component) {
    std::set<FormulaId> forever = always_in(component);
    for (const Condition& condition : obligation_.conditions) {
      if (condition.then == formulas_.falsity()) add_parts(formulas_.negation(condition.when), forever);
    }
    const auto holds = [&](FormulaId f) {
      const auto parts = parts_of(formulas_, f, Operation::conjunction);
      return f == formulas_.truth() ||
             std::all_of(parts.begin(), parts.end(), [&](FormulaId part) { return forever.contains(part); });
    };
    const auto fails = [&](FormulaId f) {
      const auto parts = parts_of(formulas_, f, Operation::conjunction);
      return std::any_of(parts.begin(), parts.end(),
                         [&](FormulaId part) { return forever.contains(formulas_.negation(part)); });
    };
    return std::any_of(obligation_.conditions.begin(), obligation_.conditions.end(), [&](const Condition& c) {
      const auto ways = parts_of(formulas_, c.then, Operation::disjunction);
      return c.then != formulas_.falsity() && holds(c.when) && std::all_of(ways.begin(), ways.end(), fails);
    });
  }

  /// What every move inside a component of the automaton asks for.
  std::set<FormulaId> always_in(std::uint32_t component) {
    std::optional<std::set<FormulaId>> common;
    for (std::uint32_t q = 0; q < obligation_.automaton.states.size(); ++q) {
      if (obligation_.automaton.components[q] != component) continue;
      for (const Transition& transition : obligation_.automaton.states[q]) {
        if (obligation_.automaton.components[transition.target] != component) continue;
        std::set<FormulaId> asked;
        for (const FormulaId f : transition.label) add_parts(f, asked);
        if (!common) common = asked;
        std::erase_if(*common, [&](FormulaId f) { return !asked.contains(f); });
      }
    }
    return common.value_or(std::set<FormulaId>());
  }

  void add_parts(FormulaId f, std::set<FormulaId>& to) const {
    for (const FormulaId part : parts_of(formulas_, f, Operation::conjunction)) to.insert(part);
  }

  Formulas& formulas_;
  const Obligation& obligation_;
};

}  // namespace

std::vector<Obligation> ways_to_violate(Formulas& formulas, const std::vector<FormulaId>& fairness,
                                        FormulaId property) {
  const FormulaId violation = formulas.negation(property);
  std::vector<FormulaId> ways{violation};
  if (!as_condition(formulas, violation)) ways = parts_of(formulas, violation, Operation::disjunction);
  std::vector<Obligation> obligations;
  for (const FormulaId way : ways) {
    std::vector<FormulaId> all = parts_of(formulas, way, Operation::conjunction);
    for (const FormulaId f : fairness) {
      for (const FormulaId part : parts_of(formulas, f, Operation::conjunction)) all.push_back(part);
    }
    Obligation obligation;
    std::vector<FormulaId> rest;
    for (const FormulaId f : parts_of(formulas, formulas.conjunction(all), Operation::conjunction)) {
      if (const auto condition = as_condition(formulas, f)) {
        obligation.conditions.push_back(*condition);
      } else {
        rest.push_back(f);
      }
    }
    obligation.automaton = automaton_of(formulas, formulas.conjunction(rest));
    if (obligation.automaton.empty() || Contradiction(formulas, obligation).everywhere()) continue;
    obligations.push_back(std::move(obligation));
  }
  return obligations;
}

}  // namespace synod::temporal
