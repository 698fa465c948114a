// The productions of the grammar, one function each, as far as several files need them. All take the cursor,
// return what they read, and throw SyntaxError after having reported what is wrong.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "syntax/cursor.hpp"
#include "syntax/operator_stack.hpp"
#include "syntax/tree.hpp"

namespace synod::syntax {

template <typename Node>
[[nodiscard]] ExpressionPtr make(Span span, Node&& node) {
  return std::make_unique<Expression>(Expression{span, std::forward<Node>(node)});
}

// grammar_expression.cpp
[[nodiscard]] ExpressionPtr expression(Cursor& cursor);
/// expression {"," expression}
[[nodiscard]] std::vector<ExpressionPtr> expressions(Cursor& cursor);
[[nodiscard]] ExpressionPtr junction(Cursor& cursor);

// grammar_operand.cpp
/// What stands between operators: a name, a literal, something in brackets, or an open form such as `\A
/// x : e`.
[[nodiscard]] ExpressionPtr operand(Cursor& cursor);
/// An expression, an operator symbol alone, or a LAMBDA: what may be given to an operator
/// that takes operators.
[[nodiscard]] ExpressionPtr argument(Cursor& cursor);
/// x, F(a), I(e)!Op(b), +(a, b), Def!1!<<
[[nodiscard]] ExpressionPtr general_name(Cursor& cursor);
/// "(" argument {"," argument} ")"
[[nodiscard]] std::vector<ExpressionPtr> arguments(Cursor& cursor);
/// Whether the next token is an operator symbol (of any fixity, if `prefix_too`) that can stand as a name
/// of its own.
[[nodiscard]] bool at_operator_name(const Cursor& cursor, bool prefix_too);
[[nodiscard]] ExpressionPtr operator_as_name(Cursor& cursor);

// grammar_bracket.cpp
[[nodiscard]] ExpressionPtr parenthesised(Cursor& cursor);
[[nodiscard]] ExpressionPtr braces(Cursor& cursor);
[[nodiscard]] ExpressionPtr square_brackets(Cursor& cursor);
[[nodiscard]] ExpressionPtr angle_brackets(Cursor& cursor);
[[nodiscard]] ExpressionPtr fairness(Cursor& cursor);

// grammar_bound.cpp
/// x, y \in S  or  <<x, y>> \in S
[[nodiscard]] Bound bound(Cursor& cursor);
/// bound {"," bound}
[[nodiscard]] std::vector<Bound> bounds(Cursor& cursor);
/// Bounds, or names alone: then one bound without a set.
[[nodiscard]] std::vector<Bound> bounds_or_names(Cursor& cursor);
/// identifier {"," identifier}
[[nodiscard]] std::vector<Identifier> identifiers(Cursor& cursor);
/// One identifier or a tuple of them.
[[nodiscard]] Bound pattern(Cursor& cursor);
/// Whether `x \in` or `<<x, y>> \in` comes next; with `many`, also `x, y \in`.
[[nodiscard]] bool at_bound(const Cursor& cursor, bool many);

// grammar_open.cpp
[[nodiscard]] ExpressionPtr quantifier(Cursor& cursor);
[[nodiscard]] ExpressionPtr temporal_quantifier(Cursor& cursor);
[[nodiscard]] ExpressionPtr choose(Cursor& cursor);
[[nodiscard]] ExpressionPtr if_then_else(Cursor& cursor);
[[nodiscard]] ExpressionPtr case_expression(Cursor& cursor);
[[nodiscard]] ExpressionPtr let_in(Cursor& cursor);
[[nodiscard]] ExpressionPtr lambda(Cursor& cursor);

// grammar_definition.cpp
/// Whether LOCAL or the left side of a `==` comes next.
[[nodiscard]] bool at_definition(const Cursor& cursor);
/// An operator, a function or a named instance, with LOCAL or without.
[[nodiscard]] Unit definition(Cursor& cursor);
[[nodiscard]] Instance instance(Cursor& cursor);
[[nodiscard]] Recursive recursive(Cursor& cursor);
/// F, F(_, _), _ + _, -. _, _ ^+
[[nodiscard]] Parameter parameter(Cursor& cursor);
[[nodiscard]] std::vector<Parameter> parameter_declarations(Cursor& cursor);

// grammar_statement.cpp
[[nodiscard]] bool at_assume_prove(const Cursor& cursor);
[[nodiscard]] std::unique_ptr<AssumeProve> assume_prove(Cursor& cursor);
/// An expression or an ASSUME/PROVE.
[[nodiscard]] Statement statement(Cursor& cursor);

// grammar_proof.cpp
/// Whether a proof begins here, given the proofs around it.
[[nodiscard]] bool at_proof(const Cursor& cursor);
/// Reads a proof of any kind and keeps nothing of it.
void skip_proof(Cursor& cursor);
/// Reads what follows BY, USE or HIDE: facts, and DEF with definitions.
void skip_facts(Cursor& cursor);

// grammar_unit.cpp
/// A module, from its `---- MODULE`. Reports and skips units that are wrong.
[[nodiscard]] std::unique_ptr<Module> module(Cursor& cursor);

}  // namespace synod::syntax
