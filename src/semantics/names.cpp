// Uses of names, with their arguments.
#include <algorithm>

#include "semantics/native.hpp"
#include "semantics/resolver.hpp"
#include "semantics/suggestion.hpp"

namespace synod::semantics {

namespace {

Span span_of(const syntax::Name& name) {
  Span span = name.parts.front().name.span;
  span.end = name.parts.back().name.span.end;
  return span;
}

std::string written_form(const syntax::Name& name, std::size_t parts) {
  std::string text;
  for (std::size_t i = 0; i < parts; ++i) text += (i == 0 ? "" : "!") + name.parts[i].name.text;
  return text;
}

std::vector<const syntax::Expression*> arguments_of(const syntax::NamePart& part) {
  std::vector<const syntax::Expression*> result;
  for (const syntax::ExpressionPtr& argument : part.arguments) result.push_back(argument.get());
  return result;
}

std::string count_of(std::size_t count, const char* what) {
  if (count == 0) return std::string("no ") + what + "s";
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

const Expr* Resolver::name(const syntax::Name& name, Span span) {
  const syntax::NamePart& first = name.parts.front();
  if (name.parts.size() == 1) {
    if (const LanguageOperator* op = find_language_operator(first.name.text)) {
      return apply_language(*op, arguments_of(first), first.name, span);
    }
  }
  const std::optional<Reference> reference = find_reference(name);
  if (!reference) return bad(span);
  if (reference->next < name.parts.size()) return selection(name, *reference, 0, span);
  const syntax::NamePart& last = name.parts.back();
  return apply_reference(*reference, written_form(name, name.parts.size()), arguments_of(last), span);
}

/// Follows instances: I!J!Op leads to Op in J's module, through J, then through I.
std::optional<Resolver::Reference> Resolver::find_reference(const syntax::Name& name) {
  const Entity* entity = find(name.parts.front().name.text);
  if (entity == nullptr) {
    report_undefined(name.parts.front().name);
    return std::nullopt;
  }
  Reference reference{*entity, {}, 1};
  for (Instance* import : entity->via) reference.stages.push_back({import, nullptr});
  while (auto* const* instance = std::get_if<Instance*>(&reference.entity.target)) {
    if (reference.next == name.parts.size()) {
      context_.error(syntax::Code::wrong_kind, span_of(name),
                     written_form(name, reference.next) + " is an instance of module " +
                         ((*instance)->module == nullptr ? "?" : (*instance)->module->name) + ": write " +
                         written_form(name, reference.next) + "!Name for a name of that module");
      return std::nullopt;
    }
    Instance& inside = **instance;
    if (inside.module == nullptr) return std::nullopt;
    const syntax::Identifier& member = name.parts[reference.next].name;
    const Entity* found = inside.module->names.find(member.text);
    const bool exported =
        found != nullptr && !found->local && found->target.index() != 1 && found->target.index() != 2;
    if (!exported && inside.module->incomplete) return std::nullopt;
    if (!exported) {
      std::vector<std::string> candidates;
      for (const auto& entry : inside.module->names.entries()) candidates.push_back(entry.first);
      std::vector<syntax::Note> notes;
      const std::string near = nearest_name(member.text, candidates);
      if (!near.empty() && near != member.text) notes.push_back({{}, "did you mean " + near + "?"});
      if (found != nullptr) notes.push_back({found->span, "it is declared or LOCAL there"});
      context_.error(syntax::Code::undefined_name, member.span,
                     "module " + inside.module->name + " has no operator " + member.text + " for others",
                     std::move(notes));
      return std::nullopt;
    }
    std::vector<Stage> stages;
    for (Instance* import : found->via) stages.push_back({import, nullptr});
    stages.push_back({&inside, &name.parts[reference.next - 1]});
    stages.insert(stages.end(), reference.stages.begin(), reference.stages.end());
    reference = {*found, std::move(stages), reference.next + 1};
  }
  return reference;
}

/// An operator written as a symbol: a + b, -a, a'.
const Expr* Resolver::apply(const syntax::Identifier& op, const Arguments& arguments, Span span) {
  if (const LanguageOperator* builtin = find_language_operator(op.text)) {
    return apply_language(*builtin, arguments, op, span);
  }
  const Entity* entity = find(op.text);
  if (entity == nullptr) {
    report_undefined(op);
    for (const syntax::Expression* argument : arguments) static_cast<void>(expression(*argument));
    return bad(span);
  }
  Reference reference{*entity, {}, 1};
  for (Instance* import : entity->via) reference.stages.push_back({import, nullptr});
  return apply_reference(reference, op.text, arguments, span);
}

const Expr* Resolver::apply_language(const LanguageOperator& op, const Arguments& arguments,
                                     const syntax::Identifier& name, Span span) {
  std::vector<const Expr*> operands;
  for (const syntax::Expression* argument : arguments) operands.push_back(expression(*argument));
  if (!check_count(name.text, op.arity, operands.size(), span)) return bad(span);
  return language_node(op, std::move(operands), span);
}

const Expr* Resolver::language_node(const LanguageOperator& op, std::vector<const Expr*> operands,
                                    Span span) {
  Expr* result = context_.spec.new_expr(op.kind, span);
  result->native = op.native;
  if (op.kind == Kind::boolean) result->integer = op.symbol == "TRUE" ? 1 : 0;
  result->operands = std::move(operands);
  return result;
}

bool Resolver::check_count(const std::string& written, std::size_t wanted, std::size_t given, Span span) {
  if (wanted == given) return true;
  const bool missing = given == 0;
  context_.error(missing ? syntax::Code::wrong_kind : syntax::Code::wrong_arity, span,
                 written + " takes " + count_of(wanted, "argument") +
                     (missing ? " and is not a value by itself" : ", not " + std::to_string(given)));
  return false;
}

const Expr* Resolver::apply_reference(const Reference& reference, const std::string& written,
                                      const Arguments& arguments, Span span) {
  const Entity& entity = reference.entity;
  if (const auto* constant = std::get_if<const Constant*>(&entity.target)) {
    return apply_first_order(entity, (*constant)->arity, written, arguments, span);
  }
  if (const auto* symbol = std::get_if<const Symbol*>(&entity.target)) {
    return apply_first_order(entity, (*symbol)->arity, written, arguments, span);
  }
  if (std::holds_alternative<const Variable*>(entity.target)) {
    return apply_first_order(entity, 0, written, arguments, span);
  }
  if (auto* const* op = std::get_if<Operator*>(&entity.target)) {
    if (!check_count(written, (*op)->parameters.size(), arguments.size(), span)) return bad(span);
    return apply_operator(**op, reference.stages, written, arguments_for((*op)->parameters, arguments), span);
  }
  // The declaration had errors: only the arguments are looked at, for theirs.
  for (const syntax::Expression* argument : arguments) static_cast<void>(expression(*argument));
  return bad(span);
}

/// A constant, a variable, a bound variable or a parameter: its arguments are expressions.
const Expr* Resolver::apply_first_order(const Entity& entity, unsigned arity, const std::string& written,
                                        const Arguments& arguments, Span span) {
  if (!check_count(written, arity, arguments.size(), span)) return bad(span);
  Expr* result = context_.spec.new_expr(Kind::symbol, span);
  if (const auto* constant = std::get_if<const Constant*>(&entity.target)) {
    result->kind = Kind::constant;
    result->constant = *constant;
  } else if (const auto* variable = std::get_if<const Variable*>(&entity.target)) {
    result->kind = Kind::variable;
    result->variable = *variable;
  } else {
    result->symbol = std::get<const Symbol*>(entity.target);
    used_symbols_.insert(result->symbol);
  }
  for (const syntax::Expression* argument : arguments) result->operands.push_back(expression(*argument));
  return result;
}

/// Applies the copy of `op` that belongs to the stages. Arguments of the stages come before those of the
/// operator; a stage on which the operator does not depend has no copy, and its arguments are resolved for
/// their errors only.
const Expr* Resolver::apply_operator(const Operator& op, const std::vector<Stage>& stages,
                                     const std::string& written, std::vector<const Expr*> own_arguments,
                                     Span span) {
  if (context_.sequents.contains(&op)) {
    context_.error(syntax::Code::wrong_kind, span,
                   written + " is an ASSUME/PROVE and cannot be used as an expression", {{op.span, "here"}});
    return bad(span);
  }
  const Operator* current = &op;
  std::vector<const Expr*> arguments = std::move(own_arguments);
  for (const Stage& stage : stages) {
    const Arguments given = stage.part == nullptr ? Arguments{} : arguments_of(*stage.part);
    if (!check_count(written, stage.instance->parameters.size(), given.size(), span)) return bad(span);
    std::vector<const Expr*> leading = arguments_for(stage.instance->parameters, given);
    const Operator* seen = &context_.copier.seen_through(*stage.instance, *current);
    if (seen == current) continue;
    current = seen;
    arguments.insert(arguments.begin(), leading.begin(), leading.end());
  }
  Expr* result = context_.spec.new_expr(Kind::apply, span);
  result->op = current;
  result->operands = std::move(arguments);
  return result;
}

std::vector<const Expr*> Resolver::arguments_for(const std::vector<const Symbol*>& parameters,
                                                 const Arguments& arguments) {
  std::vector<const Expr*> result;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const unsigned arity = parameters[i]->arity;
    result.push_back(arity == 0 ? expression(*arguments[i]) : operator_argument(*arguments[i], arity));
  }
  return result;
}

/// An argument where an operator of this arity is expected: always a Lambda.
const Expr* Resolver::operator_argument(const syntax::Expression& argument, unsigned arity) {
  if (const auto* lambda = std::get_if<syntax::Lambda>(&argument.node)) {
    const Expr* result = lambda_argument(*lambda, arity, argument.span);
    context_.selections.core[&argument].expr = result;
    return result;
  }
  if (const auto* name = std::get_if<syntax::Name>(&argument.node)) {
    return named_operator_argument(*name, arity, argument.span);
  }
  context_.error(syntax::Code::wrong_kind, argument.span,
                 "an operator with " + count_of(arity, "parameter") + " is expected here, not an expression");
  return bad(argument.span);
}

const Expr* Resolver::lambda_argument(const syntax::Lambda& lambda, unsigned arity, Span span) {
  if (lambda.parameters.size() != arity) {
    context_.error(syntax::Code::wrong_arity, span,
                   "an operator with " + count_of(arity, "parameter") +
                       " is expected here; this LAMBDA has " + std::to_string(lambda.parameters.size()));
  }
  const std::size_t mark = locals_.size();
  Expr* result = context_.spec.new_expr(Kind::lambda, span);
  for (const syntax::Identifier& parameter : lambda.parameters)
    result->symbols.push_back(bind(parameter, 0, true));
  result->operands.push_back(expression(lambda.body));
  locals_.resize(mark);
  return result;
}

const Expr* Resolver::named_operator_argument(const syntax::Name& name, unsigned arity, Span span) {
  const syntax::NamePart& first = name.parts.front();
  if (const LanguageOperator* op = find_language_operator(first.name.text);
      op != nullptr && name.parts.size() == 1) {
    if (op->arity != arity || !first.arguments.empty()) {
      context_.error(syntax::Code::wrong_arity, span,
                     "an operator with " + count_of(arity, "parameter") + " is expected here; " +
                         first.name.text + " has " + std::to_string(op->arity));
      return bad(span);
    }
    Expr* lambda = context_.spec.new_expr(Kind::lambda, span);
    std::vector<const Expr*> operands;
    for (unsigned i = 1; i <= arity; ++i) {
      lambda->symbols.push_back(context_.spec.new_symbol("x" + std::to_string(i), 0, span));
      operands.push_back(context_.reference_to(*lambda->symbols.back(), span));
    }
    lambda->operands.push_back(language_node(*op, std::move(operands), span));
    return lambda;
  }
  const std::optional<Reference> reference = find_reference(name);
  if (!reference) return bad(span);
  for (const syntax::NamePart& part : name.parts) {
    if (part.arguments.empty()) continue;
    context_.error(
        syntax::Code::wrong_kind, span,
        "an operator with " + count_of(arity, "parameter") + " is expected here, not an expression");
    return bad(span);
  }
  if (reference->next < name.parts.size()) return selection(name, *reference, arity, span);
  return eta_expand(*reference, written_form(name, name.parts.size()), arity, span);
}

/// LAMBDA x1, x2 : Op(x1, x2), with the parameters of parameterised instances first.
const Expr* Resolver::eta_expand(const Reference& reference, const std::string& written, unsigned arity,
                                 Span span) {
  std::vector<const Symbol*> wanted;
  std::size_t stage_parameters = 0;
  for (auto stage = reference.stages.rbegin(); stage != reference.stages.rend(); ++stage) {
    const auto& parameters = stage->instance->parameters;
    wanted.insert(wanted.end(), parameters.begin(), parameters.end());
    stage_parameters += parameters.size();
  }
  unsigned first_order = 0;  // of a constant or a parameter
  if (auto* const* op = std::get_if<Operator*>(&reference.entity.target)) {
    wanted.insert(wanted.end(), (*op)->parameters.begin(), (*op)->parameters.end());
  } else if (const auto* constant = std::get_if<const Constant*>(&reference.entity.target)) {
    first_order = (*constant)->arity;
  } else if (const auto* symbol = std::get_if<const Symbol*>(&reference.entity.target)) {
    first_order = (*symbol)->arity;
    used_symbols_.insert(*symbol);
  } else if (reference.entity.target.index() == 0) {
    return bad(span);
  }
  const bool higher_order =
      std::ranges::any_of(wanted, [](const Symbol* symbol) { return symbol->arity > 0; });
  if (higher_order || wanted.size() + first_order != arity) {
    context_.error(higher_order ? syntax::Code::wrong_kind : syntax::Code::wrong_arity, span,
                   "an operator with " + count_of(arity, "parameter") + " is expected here; " + written +
                       (higher_order ? " takes an operator itself"
                                     : " has " + std::to_string(wanted.size() + first_order)));
    return bad(span);
  }
  Expr* lambda = context_.spec.new_expr(Kind::lambda, span);
  std::vector<const Expr*> references;
  for (unsigned i = 0; i < arity; ++i) {
    const std::string name = i < wanted.size() ? wanted[i]->name : "x" + std::to_string(i + 1);
    lambda->symbols.push_back(
        context_.spec.new_symbol(name == "_" ? "x" + std::to_string(i + 1) : name, 0, span));
    references.push_back(context_.reference_to(*lambda->symbols.back(), span));
  }
  Expr* body = context_.spec.new_expr(Kind::symbol, span);
  if (auto* const* op = std::get_if<Operator*>(&reference.entity.target)) {
    const Operator* current = *op;
    body->kind = Kind::apply;
    body->operands.assign(references.begin() + static_cast<std::ptrdiff_t>(stage_parameters),
                          references.end());
    std::size_t end = stage_parameters;
    for (const Stage& stage : reference.stages) {
      const std::size_t begin = end - stage.instance->parameters.size();
      if (const Operator* seen = &context_.copier.seen_through(*stage.instance, *current); seen != current) {
        current = seen;
        body->operands.insert(body->operands.begin(), references.begin() + static_cast<std::ptrdiff_t>(begin),
                              references.begin() + static_cast<std::ptrdiff_t>(end));
      }
      end = begin;
    }
    body->op = current;
  } else {
    body->operands = references;
    if (const auto* constant = std::get_if<const Constant*>(&reference.entity.target)) {
      body->kind = Kind::constant;
      body->constant = *constant;
    } else {
      body->symbol = std::get<const Symbol*>(reference.entity.target);
    }
  }
  lambda->operands.push_back(body);
  return lambda;
}

}  // namespace synod::semantics
