// Declarations and definitions, of a module or of a LET.
#include <algorithm>

#include "semantics/native.hpp"
#include "semantics/resolver.hpp"

namespace synod::semantics {

void Resolver::run() {
  for (const syntax::Identifier& extended : module_.tree->extends) extend(extended);
  for (const syntax::Unit& next : module_.tree->units) unit(next);
  check_recursive_defined(0);
  context_.copier.drain();
}

void Resolver::unit(const syntax::Unit& unit) {
  if (const auto* inner = std::get_if<std::unique_ptr<syntax::Module>>(&unit.node)) {
    const syntax::Module& tree = **inner;
    if (module_.inner.contains(tree.name.text)) {
      context_.error(syntax::Code::duplicate_name, tree.name.span,
                     "module " + tree.name.text + " is already defined");
      return;
    }
    module_.inner[tree.name.text] = context_.resolve_tree(tree, &module_);
    return;
  }
  std::visit(
      [&](const auto& node) {
        if constexpr (requires { visit_unit(node, unit.span); }) visit_unit(node, unit.span);
      },
      unit.node);
}

void Resolver::visit_unit(const syntax::Variables& variables, Span) {
  for (const syntax::Identifier& name : variables.names) {
    if (!check_new(name)) continue;
    Variable& variable = context_.spec.variable_storage.emplace_back(Variable{name.text, 0, name.span});
    module_.variables.push_back(&variable);
    declare(name, {.target = static_cast<const Variable*>(&variable)}, name.span);
  }
}

void Resolver::visit_unit(const syntax::Constants& constants, Span) {
  for (const syntax::Parameter& parameter : constants.parameters) {
    if (!check_new(parameter.name)) continue;
    Constant& constant = context_.spec.constant_storage.emplace_back(
        Constant{parameter.name.text, parameter.arity, 0, parameter.name.span, nullptr});
    module_.constants.push_back(&constant);
    declare(parameter.name, {.target = static_cast<const Constant*>(&constant)}, parameter.name.span);
  }
}

void Resolver::visit_unit(const syntax::Recursive& recursive, Span) {
  for (const syntax::Parameter& parameter : recursive.operators) {
    if (!check_new(parameter.name)) continue;
    Operator* op = context_.new_operator(parameter.name.text, module_.name, parameter.name.span);
    op->in_let = let_definitions_ != nullptr;
    for (unsigned i = 0; i < parameter.arity; ++i) {
      op->parameters.push_back(context_.spec.new_symbol("_", 0, parameter.name.span));
    }
    recursive_.push_back(op);
    declare(parameter.name, {.target = op}, parameter.name.span);
  }
}

void Resolver::check_recursive_defined(std::size_t first) {
  for (std::size_t i = first; i < recursive_.size(); ++i) {
    context_.error(syntax::Code::undefined_name, recursive_[i]->span,
                   recursive_[i]->name + " is declared RECURSIVE but never defined");
  }
  recursive_.resize(std::min(first, recursive_.size()));
}

/// The operator to be defined: a new one, or the one declared RECURSIVE. Null when the name is taken.
Operator* Resolver::start_definition(const syntax::Identifier& name, std::size_t arity, bool local,
                                     Span span) {
  const auto declared = std::ranges::find_if(recursive_, [&](const Operator* op) {
    return op->name == name.text && op->in_let == (let_definitions_ != nullptr);
  });
  if (declared == recursive_.end()) {
    if (!check_new(name)) return nullptr;
    Operator* op = context_.new_operator(name.text, module_.name, span);
    op->in_let = let_definitions_ != nullptr;
    op->local = local;
    return op;
  }
  Operator* op = *declared;
  recursive_.erase(declared);
  if (op->parameters.size() != arity) {
    context_.error(syntax::Code::wrong_arity, name.span,
                   name.text + " is declared RECURSIVE with another number of parameters (" +
                       std::to_string(op->parameters.size()) + ") than it is defined with (" +
                       std::to_string(arity) + ")",
                   {{op->span, "declared here"}});
  }
  op->span = span;
  op->local = local;
  op->recursive = true;
  return op;
}

void Resolver::finish_definition(Operator& op, const Expr* body) {
  op.body = body;
  if (let_definitions_ != nullptr) {
    let_definitions_->push_back(&op);
    return;
  }
  module_.definitions.push_back(&op);
  const bool built_in = is_built_in(context_.sources.get(op.span.source));
  const NativeOperator* native = find_native(module_.name, op.name, op.parameters, built_in);
  if (native != nullptr) op.native = native->native;
}

void Resolver::bind_parameters(const std::vector<syntax::Parameter>& parameters,
                               std::vector<const Symbol*>& symbols) {
  for (const syntax::Parameter& parameter : parameters) {
    symbols.push_back(bind(parameter.name, parameter.arity, false));
  }
}

void Resolver::visit_unit(const syntax::OperatorDefinition& definition, Span span) {
  Operator* op = start_definition(definition.name, definition.parameters.size(), definition.local, span);
  const bool taken = op == nullptr;
  if (taken) op = context_.new_operator(definition.name.text, module_.name, span);
  const bool recursive = op->recursive;
  const std::size_t mark = locals_.size();
  std::vector<const Symbol*> parameters;
  bind_parameters(definition.parameters, parameters);
  const bool higher_order =
      std::ranges::any_of(parameters, [](const Symbol* symbol) { return symbol->arity > 0; });
  if (recursive && higher_order) {
    context_.error(syntax::Code::wrong_kind, definition.name.span,
                   "the RECURSIVE operator " + op->name + " cannot have an operator as parameter");
  }
  op->parameters = parameters;
  const std::string outer_name = std::exchange(defining_, recursive ? "" : definition.name.text);
  const std::size_t outer_scope = std::exchange(label_scope_, locals_.size());
  const Expr* body = expression(definition.body);
  label_scope_ = outer_scope;
  defining_ = outer_name;
  locals_.resize(mark);
  if (taken) return;
  finish_definition(*op, body);
  context_.selections.bodies[op] = definition.body.get();
  if (!recursive) add(definition.name.text, {.target = op, .span = span, .local = definition.local}, false);
}

/// f[x \in S] == e: inside e, f is a symbol that stands for the function itself.
void Resolver::visit_unit(const syntax::FunctionDefinition& definition, Span span) {
  Operator* op = start_definition(definition.name, 0, definition.local, span);
  const bool taken = op == nullptr;
  if (taken) op = context_.new_operator(definition.name.text, module_.name, span);
  const bool declared = op->recursive;
  op->is_function = true;
  const std::size_t mark = locals_.size();
  std::vector<const syntax::Bound*> texts;
  for (const syntax::Bound& bound : definition.bounds) texts.push_back(&bound);
  Expr* function = context_.spec.new_expr(Kind::function, span);
  const std::size_t outer_scope = std::exchange(label_scope_, locals_.size());
  function->bounds = resolve_sets(texts);
  const Symbol* self = context_.spec.new_symbol(definition.name.text, 0, definition.name.span);
  locals_.push_back({definition.name.text, {.target = self, .span = definition.name.span}, false});
  bind_bounds(texts, function->bounds);
  function->operands.push_back(expression(definition.body));
  label_scope_ = outer_scope;
  locals_.resize(mark);
  if (used_symbols_.contains(self)) function->self = self;
  if (taken) return;
  finish_definition(*op, function);
  if (!declared) add(definition.name.text, {.target = op, .span = span, .local = definition.local}, false);
}

void Resolver::visit_unit(const syntax::Assumption& assumption, Span span) {
  const std::string name = assumption.name ? assumption.name->text : "";
  const Expr* body = statement(assumption.statement);
  context_.level_checks.push_back({body, Level::constant, "an assumption must be constant", nullptr});
  if (assumption.keyword != "AXIOM") module_.assumptions.push_back({name, body, module_.name});
  if (assumption.name) define_named_statement(*assumption.name, assumption.statement, body, span);
}

void Resolver::visit_unit(const syntax::Theorem& theorem, Span span) {
  const Expr* body = statement(theorem.statement);
  context_.statements.push_back(body);
  if (theorem.name) define_named_statement(*theorem.name, theorem.statement, body, span);
}

void Resolver::define_named_statement(const syntax::Identifier& name, const syntax::Statement& statement,
                                      const Expr* body, Span span) {
  Operator* op = start_definition(name, 0, false, span);
  if (op == nullptr) return;
  op->is_theorem = true;
  finish_definition(*op, body);
  if (const auto* tree = std::get_if<syntax::ExpressionPtr>(&statement)) {
    context_.selections.bodies[op] = tree->get();
  } else {
    context_.sequents.insert(op);
  }
  add(name.text, {.target = op, .span = span}, false);
}

const Expr* Resolver::statement(const syntax::Statement& statement) {
  const std::size_t mark = locals_.size();
  const Expr* result = nullptr;
  if (const auto* tree = std::get_if<syntax::ExpressionPtr>(&statement)) {
    label_scope_ = locals_.size();
    result = expression(*tree);
  } else {
    result = assume_prove(*std::get<std::unique_ptr<syntax::AssumeProve>>(statement));
  }
  locals_.resize(mark);
  return result;
}

/// The goal, with the NEW symbols free: a sequent is no expression (Context::sequents), and no engine
/// evaluates it.
const Expr* Resolver::assume_prove(const syntax::AssumeProve& sequent) {
  const std::size_t mark = locals_.size();
  label_scope_ = mark;
  std::vector<const Expr*> assumptions;
  for (const syntax::AssumeProve::Item& item : sequent.assumptions) assume_item(item, assumptions);
  const Expr* goal = expression(sequent.goal);
  locals_.resize(mark);
  // Each is a statement of its own for the level rules.
  context_.statements.insert(context_.statements.end(), assumptions.begin(), assumptions.end());
  return goal;
}

void Resolver::assume_item(const syntax::AssumeProve::Item& item, std::vector<const Expr*>& assumptions) {
  if (const auto* tree = std::get_if<syntax::ExpressionPtr>(&item)) {
    assumptions.push_back(expression(*tree));
    return;
  }
  if (const auto* nested = std::get_if<std::unique_ptr<syntax::AssumeProve>>(&item)) {
    assumptions.push_back(assume_prove(**nested));
    return;
  }
  const auto& declaration = std::get<syntax::AssumeProve::New>(item);
  if (declaration.set) assumptions.push_back(expression(declaration.set));
  const Symbol* symbol = bind(declaration.parameter.name, declaration.parameter.arity, false);
  const std::string& kind = declaration.kind;
  context_.declared_levels[symbol] = kind == "VARIABLE" || kind == "STATE" ? Level::state
                                     : kind == "ACTION"                    ? Level::action
                                     : kind == "TEMPORAL"                  ? Level::temporal
                                                                           : Level::constant;
}

}  // namespace synod::semantics
