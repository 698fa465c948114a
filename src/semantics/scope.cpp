// What a name stands for, and what to say when it stands for nothing.
#include <algorithm>

#include "semantics/native.hpp"
#include "semantics/resolver.hpp"
#include "semantics/suggestion.hpp"

namespace synod::semantics {

namespace {

std::string_view describe(const Entity& entity) {
  switch (entity.target.index()) {
    case 1:
      return "declared as a constant";
    case 2:
      return "declared as a variable";
    case 3:
      return "defined";
    case 4:
      return "bound";
    case 5:
      return "defined as an instance";
    default:
      return "defined";
  }
}

}  // namespace

const Entity* Resolver::find(const std::string& name) const {
  for (auto local = locals_.rbegin(); local != locals_.rend(); ++local) {
    if (local->name == name) return &local->entity;
  }
  for (const ResolvedModule* module = &module_; module != nullptr; module = module->outer) {
    if (const Entity* entity = module->names.find(name)) return entity;
  }
  return nullptr;
}

/// A name may be introduced only where it has no meaning yet: TLA+ knows no shadowing (SANY's error 4201).
bool Resolver::check_new(const syntax::Identifier& name) {
  if (find_language_operator(name.text) != nullptr) {
    context_.error(syntax::Code::duplicate_name, name.span,
                   name.text + " belongs to the language and cannot be defined");
    return false;
  }
  const Entity* existing = find(name.text);
  if (existing == nullptr) return true;
  if (existing->target.index() == 0) return false;
  std::string message = name.text;
  message += " is already ";
  message += describe(*existing);
  context_.error(syntax::Code::duplicate_name, name.span, std::move(message), {{existing->span, "here"}});
  return false;
}

void Resolver::add(const std::string& name, Entity entity, bool bound) {
  if (let_definitions_ != nullptr || bound) {
    locals_.push_back({name, std::move(entity), bound});
  } else {
    module_.names.set(name, std::move(entity));
  }
}

bool Resolver::declare(const syntax::Identifier& name, Entity entity, Span span) {
  if (!check_new(name)) return false;
  entity.span = span;
  add(name.text, std::move(entity), false);
  return true;
}

const Symbol* Resolver::bind(const syntax::Identifier& name, unsigned arity, bool bound) {
  const bool fresh = check_new(name);
  const Symbol* symbol = context_.spec.new_symbol(name.text, arity, name.span);
  Entity entity;
  entity.span = name.span;
  if (fresh) entity.target = symbol;
  // A wrongly repeated name still hides the earlier one, so that its uses are not reported too.
  locals_.push_back({name.text, std::move(entity), bound});
  return symbol;
}

std::vector<std::string> Resolver::visible_names() const {
  std::vector<std::string> names;
  for (auto local = locals_.rbegin(); local != locals_.rend(); ++local) names.push_back(local->name);
  for (const ResolvedModule* module = &module_; module != nullptr; module = module->outer) {
    for (const auto& entry : module->names.entries()) names.push_back(entry.first);
  }
  return names;
}

std::optional<Span> Resolver::defined_later(const std::string& name) const {
  for (const syntax::Unit& unit : module_.tree->units) {
    const auto* op = std::get_if<syntax::OperatorDefinition>(&unit.node);
    const auto* function = std::get_if<syntax::FunctionDefinition>(&unit.node);
    const auto* instance = std::get_if<syntax::InstanceDefinition>(&unit.node);
    if (op != nullptr && op->name.text == name) return unit.span;
    if (function != nullptr && function->name.text == name) return unit.span;
    if (instance != nullptr && instance->name && instance->name->text == name) return unit.span;
  }
  return std::nullopt;
}

/// Once for each name: its other uses say nothing new. Not when a module is missing that may define it.
void Resolver::report_undefined(const syntax::Identifier& name) {
  for (const ResolvedModule* module = &module_; module != nullptr; module = module->outer) {
    if (module->incomplete) return;
  }
  if (!reported_.insert(name.text).second) return;
  if (name.text == defining_) {
    context_.error(syntax::Code::recursive_without_declaration, name.span,
                   name.text + " is used in its own definition but not declared RECURSIVE");
    return;
  }
  std::vector<syntax::Note> notes;
  const std::string_view module = standard_module_of(name.text);
  if (const std::optional<Span> later = defined_later(name.text)) {
    notes.push_back(
        {*later, "it is defined only here: move this definition up, or declare it RECURSIVE before its use"});
  } else if (!module.empty()) {
    notes.push_back(
        {{},
         "it is an operator of the standard module " + std::string(module) + ": is it missing in EXTENDS?"});
  } else if (const std::string near = nearest_name(name.text, visible_names()); !near.empty()) {
    const Entity* entity = find(near);
    notes.push_back({entity == nullptr ? Span{} : entity->span, "did you mean " + near + "?"});
  }
  context_.error(syntax::Code::undefined_name, name.span, name.text + " is not defined", std::move(notes));
}

}  // namespace synod::semantics
