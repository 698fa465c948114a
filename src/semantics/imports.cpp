// EXTENDS and INSTANCE.
#include <algorithm>

#include "semantics/native.hpp"
#include "semantics/resolver.hpp"
#include "semantics/suggestion.hpp"

namespace synod::semantics {

namespace {

/// Where a definition was written, whichever copies and imports it went through.
bool same_origin(const Entity& one, const Entity& other) {
  auto* const* left = std::get_if<Operator*>(&one.target);
  auto* const* right = std::get_if<Operator*>(&other.target);
  if (left != nullptr && right != nullptr) return *left == *right;
  return one.target == other.target;
}

bool is_definition(const Entity& entity) { return entity.target.index() == 3 || entity.target.index() == 5; }

/// Operators of the same name and number of parameters merge with a warning, as in SANY (4801); others
/// conflict.
bool same_shape(const Entity& one, const Entity& other) {
  auto* const* left = std::get_if<Operator*>(&one.target);
  auto* const* right = std::get_if<Operator*>(&other.target);
  if (left == nullptr || right == nullptr) return one.target.index() == other.target.index();
  return (*left)->parameters.size() == (*right)->parameters.size();
}

/// Whether a declaration's name is among those given, and which one it is.
template <typename Declared>
const Declared* find_declared(const std::vector<const Declared*>& declared, const std::string& name) {
  const auto found =
      std::ranges::find_if(declared, [&](const Declared* entry) { return entry->name == name; });
  return found == declared.end() ? nullptr : *found;
}

}  // namespace

void Resolver::extend(const syntax::Identifier& name) {
  const ResolvedModule* module = find_module(name);
  if (module != nullptr) import_extended(*module, name);
}

/// A nested module that has been defined, or one from a file.
ResolvedModule* Resolver::find_module(const syntax::Identifier& name) {
  for (ResolvedModule* module = &module_; module != nullptr; module = module->outer) {
    const auto found = module->inner.find(name.text);
    if (found != module->inner.end()) return found->second;
  }
  ResolvedModule* module = context_.resolve_module(name);
  if (module == nullptr || module->incomplete) module_.incomplete = true;
  return module;
}

void Resolver::import_extended(const ResolvedModule& module, const syntax::Identifier& place) {
  Instance* merge = merge_declarations(module, place.span);
  for (const auto& [name, entity] : module.names.entries()) {
    if (!entity.local) import_extended_name(name, entity, merge, place.span);
  }
  for (const auto& [name, inner] : module.inner) module_.inner.emplace(name, inner);
  const auto add_new = [](auto& list, const auto* entry) {
    if (std::ranges::find(list, entry) == list.end()) list.push_back(entry);
  };
  for (const Constant* constant : module.constants) {
    if (merge == nullptr || !merge->substitution.contains(constant)) add_new(module_.constants, constant);
  }
  for (const Variable* variable : module.variables) {
    if (merge == nullptr || !merge->substitution.contains(variable)) add_new(module_.variables, variable);
  }
  for (Operator* op : module.definitions) {
    if (std::ranges::find(module_.definitions, op) == module_.definitions.end())
      module_.definitions.push_back(op);
  }
  for (const Assumption& assumption : module.assumptions) {
    const auto known = [&](const Assumption& other) { return other.body == assumption.body; };
    if (std::ranges::any_of(module_.assumptions, known)) continue;
    Replacements replacements;
    replacements.instance = merge;
    const Expr* body =
        merge == nullptr ? assumption.body : context_.copier.copy(*assumption.body, replacements);
    module_.assumptions.push_back({assumption.name, body, assumption.module});
  }
}

/// Two extended modules may declare the same variable or constant, and mean one (SANY's warning 4800). Then
/// the second module is used as an instance that substitutes the first one's declarations. Null when nothing
/// has to be merged.
Instance* Resolver::merge_declarations(const ResolvedModule& module, Span span) {
  Instance* merge = nullptr;
  const auto merged = [&](const void* declared, const Expr* value) {
    if (merge == nullptr) {
      merge = context_.new_instance();
      merge->module = &module;
      merge->span = span;
    }
    merge->substitution[declared] = value;
  };
  for (const Variable* variable : module.variables) {
    const Variable* first = find_declared(module_.variables, variable->name);
    if (first == nullptr || first == variable) continue;
    Expr* value = context_.spec.new_expr(Kind::variable, span);
    value->variable = first;
    merged(variable, value);
  }
  for (const Constant* constant : module.constants) {
    const Constant* first = find_declared(module_.constants, constant->name);
    if (first == nullptr || first == constant || first->arity != constant->arity) continue;
    Reference reference{{.target = first}, {}, 1};
    if (constant->arity > 0) {
      merged(constant, eta_expand(reference, constant->name, constant->arity, span));
    } else {
      merged(constant, apply_reference(reference, constant->name, {}, span));
    }
  }
  return merge;
}

void Resolver::import_extended_name(const std::string& name, const Entity& entity, Instance* merge,
                                    Span span) {
  Entity imported = entity;
  if (merge != nullptr && is_definition(imported)) imported.via.push_back(merge);
  const Entity* existing = module_.names.find(name);
  if (existing == nullptr) {
    module_.names.set(name, std::move(imported));
    return;
  }
  if (same_origin(*existing, entity)) return;
  // SANY: declarations, and definitions, of two modules merge with a warning; one of each is an error.
  if (is_definition(*existing) == is_definition(entity)) {
    syntax::Diagnostic warning{syntax::Code::ambiguous_definition,
                               syntax::Severity::warning,
                               span,
                               name + " comes from two modules; the first one is used",
                               "",
                               {}};
    warning.notes.push_back({existing->span, "the first"});
    warning.notes.push_back({entity.span, "the second"});
    context_.diagnostics.add(std::move(warning));
    return;
  }
  context_.error(syntax::Code::duplicate_name, span,
                 name + " is a declaration in one extended module and a definition in another",
                 {{existing->span, "here"}, {entity.span, "and here"}});
}

void Resolver::visit_unit(const syntax::InstanceDefinition& definition, Span span) {
  Instance& instance = *context_.new_instance();
  instance.span = span;
  instance.in_let = let_definitions_ != nullptr;
  instance.let_definitions = let_definitions_;
  const bool fresh = !definition.name || check_new(*definition.name);
  instance.module = find_module(definition.instance.module);
  const std::size_t mark = locals_.size();
  bind_parameters(definition.parameters, instance.parameters);
  if (instance.module != nullptr) fill_substitution(instance, definition.instance, span);
  locals_.resize(mark);
  if (definition.name) {
    instance.name = definition.name->text;
    if (!fresh) return;
    add(instance.name, {.target = &instance, .span = span, .local = definition.local}, false);
  } else if (instance.module != nullptr) {
    import_instance(instance, definition.local, span);
  }
}

/// INSTANCE M without a name: everything that M defines becomes visible under its own name.
void Resolver::import_instance(Instance& instance, bool local, Span span) {
  for (const auto& [name, entity] : instance.module->names.entries()) {
    if (entity.local || !is_definition(entity)) continue;
    Entity imported = entity;
    imported.via.push_back(&instance);
    imported.local = local;
    const Entity* existing = find(name);
    if (existing == nullptr) {
      add(name, std::move(imported), false);
      continue;
    }
    if (existing->target.index() == 0) continue;
    if (same_origin(*existing, entity)) {
      // Seen by others if any import of it is.
      const Entity* own = let_definitions_ == nullptr ? module_.names.find(name) : nullptr;
      if (own != nullptr && own->local && !local) module_.names.set(name, std::move(imported));
      continue;
    }
    const bool merges = is_definition(*existing) && same_shape(*existing, entity);
    syntax::Diagnostic diagnostic{merges ? syntax::Code::ambiguous_definition : syntax::Code::duplicate_name,
                                  merges ? syntax::Severity::warning : syntax::Severity::error,
                                  span,
                                  merges ? name + " is already defined; the earlier definition is used"
                                         : name + " is already in use and cannot be imported",
                                  "",
                                  {}};
    diagnostic.notes.push_back({existing->span, "the earlier one"});
    diagnostic.notes.push_back({entity.span, "the imported one"});
    context_.diagnostics.add(std::move(diagnostic));
  }
}

void Resolver::fill_substitution(Instance& instance, const syntax::Instance& text, Span span) {
  for (const syntax::Substitution& substitution : text.substitutions) substitute(instance, substitution);
  for (const Constant* constant : instance.module->constants) {
    if (!instance.substitution.contains(constant)) {
      substitute_by_name(instance, constant->name, constant->arity, constant, "constant", span);
    }
    check_substitution_level(instance, constant, constant->name);
  }
  for (const Variable* variable : instance.module->variables) {
    if (!instance.substitution.contains(variable)) {
      substitute_by_name(instance, variable->name, 0, variable, "variable", span);
    }
    check_substitution_level(instance, variable, variable->name);
  }
}

void Resolver::substitute(Instance& instance, const syntax::Substitution& substitution) {
  const std::string& name = substitution.name.text;
  const Constant* constant = find_declared(instance.module->constants, name);
  const Variable* variable = find_declared(instance.module->variables, name);
  if (constant == nullptr && variable == nullptr) {
    std::vector<std::string> candidates;
    for (const Constant* other : instance.module->constants) candidates.push_back(other->name);
    for (const Variable* other : instance.module->variables) candidates.push_back(other->name);
    std::vector<syntax::Note> notes;
    if (const std::string near = nearest_name(name, candidates); !near.empty()) {
      notes.push_back({{}, "did you mean " + near + "?"});
    }
    context_.error(syntax::Code::undefined_name, substitution.name.span,
                   "module " + instance.module->name + " declares no constant or variable " + name,
                   std::move(notes));
    return;
  }
  const void* declared = constant != nullptr ? static_cast<const void*>(constant) : variable;
  const unsigned arity = constant != nullptr ? constant->arity : 0;
  const Expr* value =
      arity == 0 ? expression(substitution.value) : operator_argument(*substitution.value, arity);
  if (!instance.substitution.emplace(declared, value).second) {
    context_.error(syntax::Code::duplicate_name, substitution.name.span, name + " is substituted twice");
  }
}

/// What WITH does not mention stands for the symbol of the same name where the INSTANCE stands.
void Resolver::substitute_by_name(Instance& instance, const std::string& name, unsigned arity,
                                  const void* declared, const char* keyword, Span span) {
  const Entity* entity = find(name);
  if (entity == nullptr) {
    instance.substitution[declared] = bad(span);
    context_.error(syntax::Code::missing_substitution, span,
                   std::string("the ") + keyword + " " + name + " of module " + instance.module->name +
                       " needs a value: there is nothing of this name here",
                   {{{}, "add WITH " + name + " <- ... to the INSTANCE"}});
    return;
  }
  Reference reference{*entity, {}, 1};
  for (Instance* import : entity->via) reference.stages.push_back({import, nullptr});
  if (std::holds_alternative<Instance*>(entity->target)) {
    context_.error(syntax::Code::missing_substitution, span,
                   std::string("the ") + keyword + " " + name + " of module " + instance.module->name +
                       " needs a value: " + name + " is an instance here");
    instance.substitution[declared] = bad(span);
    return;
  }
  instance.substitution[declared] =
      arity == 0 ? apply_reference(reference, name, {}, span) : eta_expand(reference, name, arity, span);
}

/// In a module that has variables, constants are constant; in a constant module they may become anything that
/// its definitions allow (which is checked on the copies).
void Resolver::check_substitution_level(const Instance& instance, const void* declared,
                                        const std::string& name) {
  const Expr* value = instance.substitution.at(declared);
  const bool variable =
      std::ranges::find(instance.module->variables, declared) != instance.module->variables.end();
  context_.level_checks.push_back(
      {value, variable ? Level::state : Level::constant,
       "what is substituted for the " + std::string(variable ? "variable " : "constant ") + name +
           " of module " + instance.module->name + " must be " + (variable ? "a state function" : "constant"),
       instance.module});
}

}  // namespace synod::semantics
