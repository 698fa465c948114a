#include "ltl.hpp"

#include <set>
#include <utility>

namespace synod::temporal::test {
namespace {

using Kind = Ltl::Kind;

LtlPtr made(Kind kind, std::vector<LtlPtr> parts) {
  return std::make_shared<const Ltl>(Ltl{kind, 0, std::move(parts)});
}

void collect_modal(const LtlPtr& f, std::set<std::string>& found) {
  if (f->is_modal()) found.insert(text(f));
  for (const LtlPtr& part : f->parts) collect_modal(part, found);
}

}  // namespace

LtlPtr constant(bool value) { return made(value ? Kind::truth : Kind::falsity, {}); }
LtlPtr atom(AtomId atom) { return std::make_shared<const Ltl>(Ltl{Kind::atom, atom, {}}); }
LtlPtr negation(LtlPtr f) { return made(Kind::negation, {std::move(f)}); }
LtlPtr conjunction(std::vector<LtlPtr> parts) { return made(Kind::conjunction, std::move(parts)); }
LtlPtr disjunction(std::vector<LtlPtr> parts) { return made(Kind::disjunction, std::move(parts)); }
LtlPtr always(LtlPtr f) { return made(Kind::always, {std::move(f)}); }
LtlPtr eventually(LtlPtr f) { return made(Kind::eventually, {std::move(f)}); }

LtlPtr leads_to(LtlPtr f, LtlPtr g) {
  return always(disjunction({negation(std::move(f)), eventually(std::move(g))}));
}

LtlPtr weak_fairness(LtlPtr enabled, LtlPtr taken) {
  return always(eventually(disjunction({negation(std::move(enabled)), std::move(taken)})));
}

LtlPtr strong_fairness(LtlPtr enabled, LtlPtr taken) {
  return disjunction(
      {eventually(always(negation(std::move(enabled)))), always(eventually(std::move(taken)))});
}

std::string text(const LtlPtr& f) {
  const auto joined = [&](const char* between) {
    std::string out = "(";
    for (std::size_t i = 0; i < f->parts.size(); ++i) out += (i > 0 ? between : "") + text(f->parts[i]);
    return out + ")";
  };
  switch (f->kind) {
    case Kind::truth:
      return "TRUE";
    case Kind::falsity:
      return "FALSE";
    case Kind::atom:
      return "p" + std::to_string(f->atom);
    case Kind::negation:
      return "~" + text(f->parts[0]);
    case Kind::conjunction:
      return joined(" /\\ ");
    case Kind::disjunction:
      return joined(" \\/ ");
    case Kind::always:
      return "[]" + text(f->parts[0]);
    case Kind::eventually:
      return "<>" + text(f->parts[0]);
  }
  return "";
}

std::size_t modal_subformulas(const LtlPtr& f) {
  std::set<std::string> found;
  collect_modal(f, found);
  return found.size();
}

FormulaId translated(Formulas& formulas, const LtlPtr& f) {
  std::vector<FormulaId> parts;
  for (const LtlPtr& part : f->parts) parts.push_back(translated(formulas, part));
  switch (f->kind) {
    case Kind::truth:
      return formulas.truth();
    case Kind::falsity:
      return formulas.falsity();
    case Kind::atom:
      return formulas.atom(f->atom);
    case Kind::negation:
      return formulas.negation(parts[0]);
    case Kind::conjunction:
      return formulas.conjunction(parts);
    case Kind::disjunction:
      return formulas.disjunction(parts);
    case Kind::always:
      return formulas.always(parts[0]);
    case Kind::eventually:
      return formulas.eventually(parts[0]);
  }
  return formulas.truth();
}

}  // namespace synod::temporal::test
