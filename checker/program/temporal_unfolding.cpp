#include "program/temporal_unfolding.hpp"

#include <utility>

namespace synod::program {

using temporal::FormulaId;

FormulaId TemporalUnfolding::unfold(const TemporalEntry& entry) {
  unit_ = entry.unit;
  return formula(*entry.formula, {});
}

FormulaId TemporalUnfolding::formula(const TemporalNode& node, const Bound& bound) {
  using Form = TemporalNode::Form;
  temporal::Formulas& formulas = model_.formulas;
  switch (node.form) {
    case Form::predicate:
      return predicate(node.predicates[0], bound);
    case Form::negation:
      return formulas.negation(formula(*node.parts[0], bound));
    case Form::conjunction:
      return formulas.conjunction(parts(node, bound));
    case Form::disjunction:
      return formulas.disjunction(parts(node, bound));
    case Form::equivalence: {
      const FormulaId a = formula(*node.parts[0], bound), b = formula(*node.parts[1], bound);
      const FormulaId neither = formulas.conjunction({formulas.negation(a), formulas.negation(b)});
      return formulas.disjunction({formulas.conjunction({a, b}), neither});
    }
    case Form::always:
      return formulas.always(formula(*node.parts[0], bound));
    case Form::eventually:
      return formulas.eventually(formula(*node.parts[0], bound));
    case Form::weak_fairness:
    case Form::strong_fairness:
      return fairness(node, bound);
    case Form::forall:
    case Form::exists:
      return quantifier(node, bound);
  }
  return formulas.truth();
}

std::vector<FormulaId> TemporalUnfolding::parts(const TemporalNode& node, const Bound& bound) {
  std::vector<FormulaId> made;
  for (const TemporalPtr part : node.parts) made.push_back(formula(*part, bound));
  return made;
}

/// WF_v(A) is []<>(~ENABLED <<A>>_v \/ <<A>>_v), SF_v(A) is <>[]~ENABLED <<A>>_v \/ []<><<A>>_v.
FormulaId TemporalUnfolding::fairness(const TemporalNode& node, const Bound& bound) {
  temporal::Formulas& formulas = model_.formulas;
  const FormulaId taken = predicate(node.predicates[1], bound);
  const FormulaId disabled = formulas.negation(predicate(node.predicates[0], bound));
  const temporal::Formula& step = formulas[taken];
  const temporal::Formula& state = formulas[disabled];
  if (step.operation == temporal::Operation::atom && state.operation == temporal::Operation::negated_atom)
    model_.atoms[step.atom].enabling = state.atom;
  if (node.form == TemporalNode::Form::weak_fairness)
    return formulas.always(formulas.eventually(formulas.disjunction({disabled, taken})));
  return formulas.disjunction(
      {formulas.eventually(formulas.always(disabled)), formulas.always(formulas.eventually(taken))});
}

Frame TemporalUnfolding::frame(const Bound& bound) {
  Frame f = new_frame_(*unit_);
  for (const auto& [slot, value] : bound) f.slots[slot] = value;
  return f;
}

FormulaId TemporalUnfolding::quantifier(const TemporalNode& node, const Bound& bound) {
  std::vector<Bound> instances;
  Frame f = frame(bound);
  enumerate(*node.place, node.bounds, f, [&] {
    Bound& instance = instances.emplace_back(bound);
    for (const BoundPlan& plan : node.bounds) {
      for (unsigned i = 0; i < plan.names; ++i) {
        const unsigned slot = plan.first_slot + i;
        instance.emplace_back(slot, code_.interner().intern(component(*f.context, f.slots[slot])));
      }
    }
    return true;
  });
  std::vector<FormulaId> made;
  for (const Bound& instance : instances) made.push_back(formula(*node.parts[0], instance));
  return node.form == TemporalNode::Form::forall ? model_.formulas.conjunction(made)
                                                 : model_.formulas.disjunction(made);
}

/// A predicate that depends on no state is decided here.
FormulaId TemporalUnfolding::predicate(std::uint32_t number, const Bound& bound) {
  const NodePtr node = code_.temporal_predicates[number].node;
  const Dependence& d = node->depends;
  if (d.state || d.next_state || d.effects) return model_.formulas.atom(atom(number, bound));
  Frame f = frame(bound);
  return node->test(f) ? model_.formulas.truth() : model_.formulas.falsity();
}

temporal::AtomId TemporalUnfolding::atom(std::uint32_t number, const Bound& bound) {
  const TemporalPredicate& predicate = code_.temporal_predicates[number];
  std::string meaning;
  for (const MeaningPart& part : predicate.meaning) {
    meaning += part.text;
    for (const auto& [slot, value] : bound) {
      if (part.all_slots) meaning += '#' + std::to_string(slot) + '=' + std::to_string(value.bits());
      if (part.slot && *part.slot == slot) meaning += '#' + std::to_string(value.bits());
    }
  }
  const auto [place, fresh] =
      known_.try_emplace(std::move(meaning), static_cast<temporal::AtomId>(model_.atoms.size()));
  if (fresh)
    model_.atoms.push_back({number, bound, predicate.node->depends.next_state, {}, predicate.stuttering});
  return place->second;
}

}  // namespace synod::program
