// Core trees by hand: B builds a small specification and its model without a parser.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/model.hpp"
#include "reference/evaluator.hpp"

namespace synod::reference::test {

using semantics::Bound;
using semantics::Expr;
using semantics::Kind;
using semantics::Level;
using semantics::Native;
using semantics::Operator;
using semantics::Symbol;

class Builder {
 public:
  model::Model model;

  // Every node gets a place of its own, so that errors can be told apart.
  Expr* node(Kind kind, std::vector<const Expr*> operands = {}) {
    ++line_;
    Expr* e = model.spec.new_expr(kind, Span{1, {line_, 1}, {line_, 9}});
    for (const Expr* operand : operands) e->level = std::max(e->level, operand->level);
    e->operands = std::move(operands);
    return e;
  }
  const Expr* n(std::int64_t value) {
    Expr* e = node(Kind::integer);
    e->integer = value;
    return e;
  }
  const Expr* b(bool value) {
    Expr* e = node(Kind::boolean);
    e->integer = value ? 1 : 0;
    return e;
  }
  const Expr* s(const std::string& text) {
    Expr* e = node(Kind::string);
    e->text = text;
    return e;
  }
  const Expr* mv(const std::string& text) {
    Expr* e = node(Kind::model_value);
    e->text = text;
    return e;
  }
  const Expr* op(Native native, std::vector<const Expr*> operands = {}) {
    Expr* e = node(Kind::native, std::move(operands));
    e->native = native;
    return e;
  }
  const Expr* eq(const Expr* a, const Expr* c) { return op(Native::equal, {a, c}); }
  const Expr* in(const Expr* a, const Expr* c) { return op(Native::in, {a, c}); }
  const Expr* plus(const Expr* a, const Expr* c) { return op(Native::plus, {a, c}); }
  const Expr* range(std::int64_t low, std::int64_t high) { return op(Native::interval, {n(low), n(high)}); }
  const Expr* conj(std::vector<const Expr*> items) { return node(Kind::conjunction, std::move(items)); }
  const Expr* disj(std::vector<const Expr*> items) { return node(Kind::disjunction, std::move(items)); }
  const Expr* tuple(std::vector<const Expr*> items) { return node(Kind::tuple, std::move(items)); }
  const Expr* set(std::vector<const Expr*> items) { return node(Kind::set, std::move(items)); }
  const Expr* at(const Expr* f, const Expr* x) { return node(Kind::application, {f, x}); }
  const Expr* record(std::vector<std::string> fields, std::vector<const Expr*> values) {
    Expr* e = node(Kind::record, std::move(values));
    e->fields = std::move(fields);
    return e;
  }

  const Symbol* symbol(const std::string& name, unsigned arity = 0) {
    return model.spec.new_symbol(name, arity, Span{});
  }
  const Expr* ref(const Symbol* symbol, std::vector<const Expr*> arguments = {}) {
    Expr* e = node(Kind::symbol, std::move(arguments));
    e->symbol = symbol;
    return e;
  }
  static Bound bound(const Symbol* symbol, const Expr* set) { return Bound{{symbol}, false, set}; }
  Expr* binder(Kind kind, std::vector<Bound> bounds, const Expr* body) {
    Expr* e = node(kind, {body});
    for (const Bound& bound : bounds) {
      if (bound.set != nullptr) e->level = std::max(e->level, bound.set->level);
    }
    e->bounds = std::move(bounds);
    return e;
  }

  /// Declares a variable; x(i) and xp(i) refer to it.
  void variable(const std::string& name) {
    auto& storage = model.spec.variable_storage;
    storage.push_back({name, static_cast<std::uint32_t>(storage.size()), Span{}});
    model.spec.variables.push_back(&storage.back());
  }
  const Expr* x(std::size_t i = 0) {
    Expr* e = node(Kind::variable);
    e->variable = model.spec.variables[i];
    e->level = Level::state;
    return e;
  }
  const Expr* xp(std::size_t i = 0) {
    Expr* e = node(Kind::prime, {x(i)});
    e->level = Level::action;
    return e;
  }
  const Expr* unchanged(const Expr* e) {
    Expr* result = node(Kind::unchanged, {e});
    result->level = Level::action;
    return result;
  }

  Operator* define(const std::string& name, std::vector<const Symbol*> parameters, const Expr* body) {
    Operator& definition = model.spec.operator_storage.emplace_back();
    definition.name = name;
    definition.parameters = std::move(parameters);
    definition.body = body;
    if (body != nullptr) definition.level = body->level;
    return &definition;
  }
  const Expr* call(const Operator* definition, std::vector<const Expr*> arguments = {}) {
    Expr* e = node(Kind::apply, std::move(arguments));
    e->op = definition;
    e->level = std::max(e->level, definition->level);
    return e;
  }
  const Expr* lambda(std::vector<const Symbol*> parameters, const Expr* body) {
    Expr* e = node(Kind::lambda, {body});
    e->symbols = std::move(parameters);
    return e;
  }

  /// The text of a constant expression's value.
  std::string value(const Expr* e) {
    Evaluator evaluator(model);
    return text(evaluator.evaluate(*e, Environment(), evaluator.no_state()));
  }
  /// The error of a constant expression, or one without a message when it has a value.
  EvaluationError error(const Expr* e) {
    try {
      const std::string ignored = value(e);
      return EvaluationError(EvaluationFault::unsupported, "no error but the value " + ignored);
    } catch (const EvaluationError& caught) {
      return caught;
    }
  }

 private:
  std::uint32_t line_ = 0;
};

}  // namespace synod::reference::test
