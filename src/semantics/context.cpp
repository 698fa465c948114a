#include "semantics/context.hpp"

#include <algorithm>

#include "semantics/resolver.hpp"

namespace synod::semantics {

namespace {
constexpr std::size_t most_nested_imports = 200;
}

Context::Context(const ModulePath& path, syntax::SourceMap& source_map, syntax::Diagnostics& sink)
    : diagnostics(sink), sources(source_map), loader(path, source_map, sink), copier(*this) {}

ResolvedModule* Context::resolve_module(const syntax::Identifier& name) {
  if (std::ranges::find(resolving_, name.text) != resolving_.end()) {
    std::string cycle;
    const auto start = std::ranges::find(resolving_, name.text);
    for (auto module = start; module != resolving_.end(); ++module) cycle += *module + " -> ";
    error(syntax::Code::module_cycle, name.span,
          "modules import each other in a cycle: " + cycle + name.text);
    return nullptr;
  }
  if (const auto known = by_name_.find(name.text); known != by_name_.end()) return known->second;
  if (resolving_.size() >= most_nested_imports) {
    error(syntax::Code::nesting_too_deep, name.span,
          "modules import each other more than " + std::to_string(most_nested_imports) + " deep");
    return nullptr;
  }
  const syntax::Module* tree = loader.load(name);
  if (tree == nullptr) return by_name_[name.text] = nullptr;
  resolving_.push_back(name.text);
  ResolvedModule* module = resolve_tree(*tree, nullptr);
  resolving_.pop_back();
  return by_name_[name.text] = module;
}

ResolvedModule* Context::resolve_tree(const syntax::Module& tree, ResolvedModule* outer) {
  ResolvedModule& module = modules_.emplace_back();
  module.name = tree.name.text;
  module.tree = &tree;
  module.outer = outer;
  if (outer == nullptr && resolving_.empty()) resolving_.push_back(module.name);
  Resolver(*this, module).run();
  if (outer == nullptr) spec.modules.push_back(module.name);
  return &module;
}

Operator* Context::new_operator(std::string name, const std::string& module, Span span) {
  Operator& op = spec.operator_storage.emplace_back();
  op.name = std::move(name);
  op.origin_name = op.name;
  op.origin_module = module;
  op.span = span;
  op.id = static_cast<std::uint32_t>(spec.operator_storage.size() - 1);
  return &op;
}

Expr* Context::new_boolean(bool value, Span span) {
  Expr* expr = spec.new_expr(Kind::boolean, span);
  expr->integer = value ? 1 : 0;
  return expr;
}

const Expr* Context::reference_to(const Symbol& symbol, Span span) {
  Expr* reference = spec.new_expr(Kind::symbol, span);
  reference->symbol = &symbol;
  if (symbol.arity == 0) return reference;
  Expr* lambda = spec.new_expr(Kind::lambda, span);
  for (unsigned i = 1; i <= symbol.arity; ++i) {
    const Symbol* parameter = spec.new_symbol("x" + std::to_string(i), 0, span);
    lambda->symbols.push_back(parameter);
    reference->operands.push_back(reference_to(*parameter, span));
  }
  lambda->operands.push_back(reference);
  return lambda;
}

void Context::error(syntax::Code code, Span span, std::string message, std::vector<syntax::Note> notes) {
  diagnostics.add({code, syntax::Severity::error, span, std::move(message), "", std::move(notes)});
}

}  // namespace synod::semantics
