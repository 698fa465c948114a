// Expressions that bind names: quantifiers, CHOOSE, sets and functions by rule, LET, LAMBDA; and labels,
// which must name what is bound around them.
#include <algorithm>

#include "semantics/let_order.hpp"
#include "semantics/resolver.hpp"

namespace synod::semantics {

namespace {

std::vector<const syntax::Bound*> pointers(const std::vector<syntax::Bound>& bounds) {
  std::vector<const syntax::Bound*> result;
  for (const syntax::Bound& bound : bounds) result.push_back(&bound);
  return result;
}

}  // namespace

/// The sets first: no name bound by the construct is visible in them. `x, y \in S` becomes two bounds with
/// one set.
std::vector<Bound> Resolver::resolve_sets(const std::vector<const syntax::Bound*>& bounds) {
  std::vector<Bound> result;
  for (const syntax::Bound* bound : bounds) {
    const Expr* set = bound->set ? expression(bound->set) : nullptr;
    const std::size_t count = bound->tuple ? 1 : bound->names.size();
    for (std::size_t i = 0; i < count; ++i) result.push_back({{}, bound->tuple, set});
  }
  return result;
}

void Resolver::bind_bounds(const std::vector<const syntax::Bound*>& texts, std::vector<Bound>& bounds) {
  std::size_t next = 0;
  for (const syntax::Bound* text : texts) {
    for (const syntax::Identifier& name : text->names) {
      bounds[next].symbols.push_back(bind(name, 0, true));
      if (!text->tuple) ++next;
    }
    if (text->tuple) ++next;
  }
}

Expr* Resolver::binder(Kind kind, const std::vector<const syntax::Bound*>& bounds,
                       const syntax::Expression& body, Span span) {
  const std::size_t mark = locals_.size();
  Expr* result = context_.spec.new_expr(kind, span);
  result->bounds = resolve_sets(bounds);
  bind_bounds(bounds, result->bounds);
  result->operands.push_back(expression(body));
  locals_.resize(mark);
  return result;
}

const Expr* Resolver::visit(const syntax::SetFilter& node, const syntax::Expression& tree) {
  return binder(Kind::filter, {&node.bound}, *node.predicate, tree.span);
}

const Expr* Resolver::visit(const syntax::SetMap& node, const syntax::Expression& tree) {
  return binder(Kind::map, pointers(node.bounds), *node.value, tree.span);
}

const Expr* Resolver::visit(const syntax::FunctionLiteral& node, const syntax::Expression& tree) {
  return binder(Kind::function, pointers(node.bounds), *node.value, tree.span);
}

const Expr* Resolver::visit(const syntax::Quantifier& node, const syntax::Expression& tree) {
  return binder(node.universal ? Kind::forall : Kind::exists, pointers(node.bounds), *node.body, tree.span);
}

const Expr* Resolver::visit(const syntax::Choose& node, const syntax::Expression& tree) {
  return binder(Kind::choose, {&node.bound}, *node.predicate, tree.span);
}

const Expr* Resolver::visit(const syntax::TemporalQuantifier& node, const syntax::Expression& tree) {
  const std::size_t mark = locals_.size();
  Expr* result =
      context_.spec.new_expr(node.universal ? Kind::temporal_forall : Kind::temporal_exists, tree.span);
  for (const syntax::Identifier& name : node.names) {
    const Symbol* symbol = bind(name, 0, true);
    context_.declared_levels[symbol] = Level::state;
    result->bounds.push_back({{symbol}, false, nullptr});
  }
  result->operands.push_back(expression(node.body));
  locals_.resize(mark);
  return result;
}

const Expr* Resolver::visit(const syntax::Let& node, const syntax::Expression& tree) {
  const std::size_t mark = locals_.size();
  const std::size_t first_recursive = recursive_.size();
  std::vector<const Operator*> definitions;
  std::vector<const Operator*>* const outer = std::exchange(let_definitions_, &definitions);
  for (const std::unique_ptr<syntax::Unit>& definition : node.definitions) unit(*definition);
  check_recursive_defined(first_recursive);
  Expr* result = context_.spec.new_expr(Kind::let, tree.span);
  result->operands.push_back(expression(node.body));
  context_.copier.drain();
  let_definitions_ = outer;
  locals_.resize(mark);
  result->definitions = in_order_of_use(definitions);
  // LETs that hold nothing but an INSTANCE whose operators are shared, or nothing at all, define nothing.
  return definitions.empty() ? result->operands[0] : result;
}

const Expr* Resolver::visit(const syntax::Lambda&, const syntax::Expression& tree) {
  context_.error(syntax::Code::wrong_kind, tree.span,
                 "a LAMBDA may stand only as an argument of an operator that takes an operator there");
  return bad(tree.span);
}

const Expr* Resolver::visit(const syntax::Label& node, const syntax::Expression& tree) {
  std::vector<const Symbol*> symbols;
  std::vector<std::string> wanted;
  for (std::size_t i = label_scope_; i < locals_.size(); ++i) {
    if (locals_[i].bound) wanted.push_back(locals_[i].name);
  }
  std::vector<std::string> given;
  for (const syntax::Identifier& parameter : node.parameters) {
    given.push_back(parameter.text);
    const Entity* entity = find(parameter.text);
    if (entity != nullptr && entity->target.index() == 4)
      symbols.push_back(std::get<const Symbol*>(entity->target));
  }
  std::string list;
  for (const std::string& name : wanted) list += (list.empty() ? "" : ", ") + name;
  std::ranges::sort(wanted);
  std::ranges::sort(given);
  if (wanted != given) {
    context_.error(syntax::Code::bad_selector, node.name.span,
                   "the label " + node.name.text +
                       " must have exactly the bound variables around it as parameters: " + node.name.text +
                       (list.empty() ? "" : "(" + list + ")"));
  }
  context_.selections.label_parameters[&tree] = std::move(symbols);
  const std::size_t outer = std::exchange(label_scope_, locals_.size());
  const Expr* result = expression(node.body);
  label_scope_ = outer;
  return result;
}

}  // namespace synod::semantics
