#include "temporal/formula.hpp"

#include <algorithm>
#include <utility>

namespace synod::temporal {

Formulas::Formulas() {
  truth_ = made(Operation::truth, 0, {});
  falsity_ = made(Operation::falsity, 0, {});
}

FormulaId Formulas::made(Operation operation, AtomId atom, std::vector<FormulaId> parts) {
  const auto [place, fresh] =
      known_.try_emplace(Key(operation, atom, parts), static_cast<FormulaId>(formulas_.size()));
  if (fresh) {
    Formula f{operation, atom, std::move(parts)};
    f.propositional = operation != Operation::always && operation != Operation::eventually &&
                      std::all_of(f.parts.begin(), f.parts.end(),
                                  [this](FormulaId part) { return formulas_[part].propositional; });
    formulas_.push_back(std::move(f));
  }
  return place->second;
}

FormulaId Formulas::atom(AtomId atom, bool negated) {
  return made(negated ? Operation::negated_atom : Operation::atom, atom, {});
}

FormulaId Formulas::junction(bool all, const std::vector<FormulaId>& parts) {
  const Operation operation = all ? Operation::conjunction : Operation::disjunction;
  const FormulaId neutral = all ? truth_ : falsity_;
  const FormulaId absorbing = all ? falsity_ : truth_;
  std::vector<FormulaId> flat;
  const auto add = [&](FormulaId part) {
    if (part != neutral && std::find(flat.begin(), flat.end(), part) == flat.end()) flat.push_back(part);
  };
  for (const FormulaId part : parts) {
    if (formulas_[part].operation != operation) {
      add(part);
    } else {
      for (const FormulaId inner : formulas_[part].parts) add(inner);
    }
  }
  for (const FormulaId part : flat) {
    if (part == absorbing) return absorbing;
    const auto opposite = negations_.find(part);
    if (opposite != negations_.end() && std::find(flat.begin(), flat.end(), opposite->second) != flat.end())
      return absorbing;
  }
  if (flat.empty()) return neutral;
  if (flat.size() == 1) return flat.front();
  return made(operation, 0, std::move(flat));
}

FormulaId Formulas::always(FormulaId f) { return modal(Operation::always, f); }
FormulaId Formulas::eventually(FormulaId f) { return modal(Operation::eventually, f); }

FormulaId Formulas::modal(Operation operation, FormulaId f) {
  const bool always = operation == Operation::always;
  const Operation mirrored = always ? Operation::eventually : Operation::always;
  const Operation distributes = always ? Operation::conjunction : Operation::disjunction;
  const Formula formula = formulas_[f];
  if (f == truth_ || f == falsity_ || formula.operation == operation) return f;
  if (formula.operation == mirrored && formulas_[formula.parts[0]].operation == operation)
    return f;  // []<>[]F
  if (formula.operation == distributes && !formula.propositional) {
    std::vector<FormulaId> parts, together;
    for (const FormulaId part : formula.parts) {
      if (propositional(part)) {
        together.push_back(part);
      } else {
        parts.push_back(modal(operation, part));
      }
    }
    if (!together.empty()) parts.insert(parts.begin(), modal(operation, junction(always, together)));
    return junction(always, parts);
  }
  return made(operation, 0, {f});
}

FormulaId Formulas::negation(FormulaId f) {
  const auto known = negations_.find(f);
  if (known != negations_.end()) return known->second;
  const Formula formula = formulas_[f];
  std::vector<FormulaId> parts;
  for (const FormulaId part : formula.parts) parts.push_back(negation(part));
  FormulaId result = truth_;
  switch (formula.operation) {
    case Operation::truth:
      result = falsity_;
      break;
    case Operation::falsity:
      result = truth_;
      break;
    case Operation::atom:
      result = atom(formula.atom, true);
      break;
    case Operation::negated_atom:
      result = atom(formula.atom, false);
      break;
    case Operation::conjunction:
      result = disjunction(parts);
      break;
    case Operation::disjunction:
      result = conjunction(parts);
      break;
    case Operation::always:
      result = eventually(parts[0]);
      break;
    case Operation::eventually:
      result = always(parts[0]);
      break;
  }
  negations_[f] = result;
  negations_.try_emplace(result, f);
  return result;
}

std::string Formulas::text(FormulaId id) const {
  const Formula& f = formulas_[id];
  const auto joined = [&](const char* between) {
    std::string out = "(";
    for (std::size_t i = 0; i < f.parts.size(); ++i) out += (i > 0 ? between : "") + text(f.parts[i]);
    return out + ")";
  };
  switch (f.operation) {
    case Operation::truth:
      return "TRUE";
    case Operation::falsity:
      return "FALSE";
    case Operation::atom:
      return "p" + std::to_string(f.atom);
    case Operation::negated_atom:
      return "~p" + std::to_string(f.atom);
    case Operation::conjunction:
      return joined(" /\\ ");
    case Operation::disjunction:
      return joined(" \\/ ");
    case Operation::always:
      return "[]" + text(f.parts[0]);
    case Operation::eventually:
      return "<>" + text(f.parts[0]);
  }
  return "";
}

}  // namespace synod::temporal
