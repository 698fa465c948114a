// The fields of each node that make up its tree, spans left out: what comparison (and any generic walk)
// needs to know.
#pragma once

#include <tuple>

#include "syntax/tree.hpp"

namespace synod::syntax {

inline auto fields(const Identifier& n) { return std::tie(n.text); }
inline auto fields(const NamePart& n) { return std::tie(n.name, n.arguments); }
inline auto fields(const Bound& n) { return std::tie(n.names, n.tuple, n.set); }
inline auto fields(const Parameter& n) { return std::tie(n.name, n.arity); }

inline auto fields(const Name& n) { return std::tie(n.parts); }
inline auto fields(const NumberLiteral& n) { return std::tie(n.text); }
inline auto fields(const StringLiteral& n) { return std::tie(n.text); }
inline auto fields(const At&) { return std::tie(); }
inline auto fields(const Prefix& n) { return std::tie(n.op, n.operand); }
inline auto fields(const Infix& n) { return std::tie(n.op, n.left, n.right); }
inline auto fields(const Postfix& n) { return std::tie(n.op, n.operand); }
inline auto fields(const Product& n) { return std::tie(n.factors); }
inline auto fields(const Junction& n) { return std::tie(n.conjunction, n.items); }
inline auto fields(const Parenthesised& n) { return std::tie(n.inner); }
inline auto fields(const Apply& n) { return std::tie(n.function, n.arguments); }
inline auto fields(const FieldAccess& n) { return std::tie(n.record, n.field); }
inline auto fields(const TupleLiteral& n) { return std::tie(n.items); }
inline auto fields(const SetLiteral& n) { return std::tie(n.items); }
inline auto fields(const SetFilter& n) { return std::tie(n.bound, n.predicate); }
inline auto fields(const SetMap& n) { return std::tie(n.value, n.bounds); }
inline auto fields(const FunctionLiteral& n) { return std::tie(n.bounds, n.value); }
inline auto fields(const FunctionSet& n) { return std::tie(n.domain, n.range); }
inline auto fields(const Field& n) { return std::tie(n.name, n.value); }
inline auto fields(const RecordLiteral& n) { return std::tie(n.fields); }
inline auto fields(const RecordSet& n) { return std::tie(n.fields); }
inline auto fields(const ExceptStep& n) { return std::tie(n.is_field, n.field, n.indices); }
inline auto fields(const ExceptUpdate& n) { return std::tie(n.path, n.value); }
inline auto fields(const Except& n) { return std::tie(n.function, n.updates); }
inline auto fields(const SquareAction& n) { return std::tie(n.action, n.subscript); }
inline auto fields(const AngleAction& n) { return std::tie(n.action, n.subscript); }
inline auto fields(const Fairness& n) { return std::tie(n.strong, n.subscript, n.action); }
inline auto fields(const Quantifier& n) { return std::tie(n.universal, n.bounds, n.body); }
inline auto fields(const TemporalQuantifier& n) { return std::tie(n.universal, n.names, n.body); }
inline auto fields(const Choose& n) { return std::tie(n.bound, n.predicate); }
inline auto fields(const If& n) { return std::tie(n.condition, n.then_branch, n.else_branch); }
inline auto fields(const CaseArm& n) { return std::tie(n.guard, n.value); }
inline auto fields(const Case& n) { return std::tie(n.arms, n.other); }
inline auto fields(const Let& n) { return std::tie(n.definitions, n.body); }
inline auto fields(const Lambda& n) { return std::tie(n.parameters, n.body); }
inline auto fields(const Label& n) { return std::tie(n.name, n.parameters, n.body); }
inline auto fields(const Expression& n) { return std::tie(n.node); }

inline auto fields(const Substitution& n) { return std::tie(n.name, n.value); }
inline auto fields(const Instance& n) { return std::tie(n.module, n.substitutions); }
inline auto fields(const Variables& n) { return std::tie(n.names); }
inline auto fields(const Constants& n) { return std::tie(n.parameters); }
inline auto fields(const Recursive& n) { return std::tie(n.operators); }
inline auto fields(const OperatorDefinition& n) {
  return std::tie(n.name, n.fixity, n.parameters, n.body, n.local);
}
inline auto fields(const FunctionDefinition& n) { return std::tie(n.name, n.bounds, n.body, n.local); }
inline auto fields(const InstanceDefinition& n) {
  return std::tie(n.name, n.fixity, n.parameters, n.instance, n.local);
}
inline auto fields(const AssumeProve::New& n) { return std::tie(n.kind, n.parameter, n.set); }
inline auto fields(const AssumeProve& n) { return std::tie(n.boxed, n.label, n.assumptions, n.goal); }
inline auto fields(const Assumption& n) { return std::tie(n.keyword, n.name, n.statement); }
inline auto fields(const Theorem& n) { return std::tie(n.keyword, n.name, n.statement, n.proof); }
inline auto fields(const UseHide& n) { return std::tie(n.text); }
inline auto fields(const Separator&) { return std::tie(); }
inline auto fields(const Unit& n) { return std::tie(n.node); }
inline auto fields(const Module& n) { return std::tie(n.name, n.extends, n.units); }

}  // namespace synod::syntax
