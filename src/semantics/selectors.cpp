// Subexpressions by name: Def!1, Def!lab(x), Def!<<, Def!@ (Lamport, "TLA+2: A Preliminary Guide", section
// 4).
//
// The part is found in the definition's tree; its core node is already there. What is bound around the part
// becomes leading parameters of a new operator that has the part as its body, and the name becomes an
// application of it.
#include <algorithm>
#include <charconv>

#include "semantics/resolver.hpp"

namespace synod::semantics {

namespace {

using Parts = std::vector<const syntax::Expression*>;

const syntax::Expression& without_parentheses(const syntax::Expression& tree) {
  const syntax::Expression* result = &tree;
  while (const auto* inner = std::get_if<syntax::Parenthesised>(&result->node)) result = inner->inner.get();
  return *result;
}

const syntax::Expression& without_labels(const syntax::Expression& tree) {
  const syntax::Expression* result = &without_parentheses(tree);
  while (const auto* label = std::get_if<syntax::Label>(&result->node))
    result = &without_parentheses(*label->body);
  return *result;
}

Parts pointers(const std::vector<syntax::ExpressionPtr>& items) {
  Parts parts;
  for (const syntax::ExpressionPtr& item : items) parts.push_back(item.get());
  return parts;
}

Parts sets_of(const std::vector<syntax::Bound>& bounds) {
  Parts parts;
  for (const syntax::Bound& bound : bounds) {
    if (bound.set) parts.push_back(bound.set.get());
  }
  return parts;
}

Parts values_of(const std::vector<syntax::Field>& fields) {
  Parts parts;
  for (const syntax::Field& field : fields) parts.push_back(field.value.get());
  return parts;
}

/// What !1, !2, ... choose. For binders: the sets of their bounds.
struct PartsOf {
  Parts operator()(const syntax::Name& node) const { return pointers(node.parts.back().arguments); }
  Parts operator()(const syntax::Prefix& node) const { return {node.operand.get()}; }
  Parts operator()(const syntax::Infix& node) const { return {node.left.get(), node.right.get()}; }
  Parts operator()(const syntax::Postfix& node) const { return {node.operand.get()}; }
  Parts operator()(const syntax::Product& node) const { return pointers(node.factors); }
  Parts operator()(const syntax::Junction& node) const { return pointers(node.items); }
  Parts operator()(const syntax::Apply& node) const {
    Parts parts = pointers(node.arguments);
    parts.insert(parts.begin(), node.function.get());
    return parts;
  }
  Parts operator()(const syntax::FieldAccess& node) const { return {node.record.get()}; }
  Parts operator()(const syntax::TupleLiteral& node) const { return pointers(node.items); }
  Parts operator()(const syntax::SetLiteral& node) const { return pointers(node.items); }
  Parts operator()(const syntax::SetFilter& node) const { return {node.bound.set.get()}; }
  Parts operator()(const syntax::SetMap& node) const { return sets_of(node.bounds); }
  Parts operator()(const syntax::FunctionLiteral& node) const { return sets_of(node.bounds); }
  Parts operator()(const syntax::FunctionSet& node) const { return {node.domain.get(), node.range.get()}; }
  Parts operator()(const syntax::RecordLiteral& node) const { return values_of(node.fields); }
  Parts operator()(const syntax::RecordSet& node) const { return values_of(node.fields); }
  Parts operator()(const syntax::Except& node) const { return {node.function.get()}; }
  Parts operator()(const syntax::SquareAction& node) const {
    return {node.action.get(), node.subscript.get()};
  }
  Parts operator()(const syntax::AngleAction& node) const {
    return {node.action.get(), node.subscript.get()};
  }
  Parts operator()(const syntax::Fairness& node) const { return {node.subscript.get(), node.action.get()}; }
  Parts operator()(const syntax::Quantifier& node) const { return sets_of(node.bounds); }
  Parts operator()(const syntax::Choose& node) const {
    return node.bound.set ? Parts{node.bound.set.get()} : Parts{};
  }
  Parts operator()(const syntax::If& node) const {
    return {node.condition.get(), node.then_branch.get(), node.else_branch.get()};
  }
  Parts operator()(const syntax::Let& node) const { return {node.body.get()}; }
  Parts operator()(const auto&) const { return {}; }
};

/// The expression in the scope of what a binder binds; null for other expressions.
const syntax::Expression* body_of(const syntax::Expression& tree) {
  if (const auto* node = std::get_if<syntax::SetFilter>(&tree.node)) return node->predicate.get();
  if (const auto* node = std::get_if<syntax::SetMap>(&tree.node)) return node->value.get();
  if (const auto* node = std::get_if<syntax::FunctionLiteral>(&tree.node)) return node->value.get();
  if (const auto* node = std::get_if<syntax::Quantifier>(&tree.node)) return node->body.get();
  if (const auto* node = std::get_if<syntax::TemporalQuantifier>(&tree.node)) return node->body.get();
  if (const auto* node = std::get_if<syntax::Choose>(&tree.node)) return node->predicate.get();
  if (const auto* node = std::get_if<syntax::Lambda>(&tree.node)) return node->body.get();
  return nullptr;
}

/// The index that a selector means among `count` parts: 1, 2, ..., << for the first, >> for the second of
/// two.
std::optional<std::size_t> index_of(const std::string& selector, std::size_t count) {
  std::size_t number = 0;
  if (selector == "<<") {
    number = 1;
  } else if (selector == ">>") {
    number = count == 2 ? 2 : 0;
  } else {
    const auto [end, fault] = std::from_chars(selector.data(), selector.data() + selector.size(), number);
    if (fault != std::errc{} || end != selector.data() + selector.size()) return std::nullopt;
  }
  if (number == 0 || number > count) return std::nullopt;
  return number - 1;
}

bool is_number(const std::string& selector) {
  return !selector.empty() && std::ranges::all_of(selector, [](char c) { return c >= '0' && c <= '9'; });
}

bool selects_part(const std::string& selector) {
  return is_number(selector) || selector == "<<" || selector == ">>" || selector == "@" || selector.empty();
}

/// The label of this name that is not inside another label; null when there is none.
const syntax::Expression* find_label(const syntax::Expression& tree, const std::string& name) {
  const syntax::Expression& plain = without_parentheses(tree);
  if (const auto* label = std::get_if<syntax::Label>(&plain.node))
    return label->name.text == name ? &plain : nullptr;
  Parts parts = std::visit(PartsOf{}, plain.node);
  if (const syntax::Expression* body = body_of(plain)) parts.push_back(body);
  if (const auto* node = std::get_if<syntax::Case>(&plain.node)) {
    for (const syntax::CaseArm& arm : node->arms) {
      parts.push_back(arm.guard.get());
      parts.push_back(arm.value.get());
    }
    if (node->other) parts.push_back(node->other.get());
  }
  for (const syntax::Expression* part : parts) {
    if (const syntax::Expression* found = find_label(*part, name)) return found;
  }
  return nullptr;
}

}  // namespace

/// The core node of a tree that was resolved before.
const Expr* Resolver::core_of(const syntax::Expression& tree) {
  const auto found = context_.selections.core.find(&without_parentheses(tree));
  if (found == context_.selections.core.end()) return nullptr;
  const auto [expr, prefix] = found->second;
  if (expr == nullptr || prefix == 0 || prefix == expr->operands.size()) return expr;
  Expr* part = context_.spec.new_expr(expr->kind, tree.span);
  part->operands.assign(expr->operands.begin(), expr->operands.begin() + static_cast<std::ptrdiff_t>(prefix));
  return part;
}

const Expr* Resolver::selection(const syntax::Name& name, const Reference& reference, unsigned arity,
                                Span span) {
  const syntax::NamePart& first = name.parts[reference.next];
  auto* const* op = std::get_if<Operator*>(&reference.entity.target);
  const auto body = op == nullptr ? context_.selections.bodies.end() : context_.selections.bodies.find(*op);
  if (body == context_.selections.bodies.end()) {
    context_.error(syntax::Code::bad_selector, first.name.span,
                   name.parts[reference.next - 1].name.text + " has no parts that can be selected");
    return bad(span);
  }
  const Operator& definition = **op;
  const Selection chosen = select(name, reference.next, *body->second);
  if (chosen.failed) return bad(span);
  // A new operator: parameters of the definition, then what is bound around the part.
  std::string written = definition.name;
  for (std::size_t i = reference.next; i < name.parts.size(); ++i) {
    written += "!" + (name.parts[i].name.text.empty() ? "(...)" : name.parts[i].name.text);
  }
  Operator* part = context_.new_operator(written, definition.origin_module, chosen.expr->span);
  part->in_let = definition.in_let;
  part->local = true;
  Replacements renaming;
  for (const Symbol* symbol : definition.parameters)
    part->parameters.push_back(context_.copier.rename(*symbol, renaming));
  for (const Symbol* symbol : chosen.crossed)
    part->parameters.push_back(context_.copier.rename(*symbol, renaming));
  const Expr* content = chosen.expr;
  if (!chosen.let_definitions.empty()) {
    Expr* let = context_.spec.new_expr(Kind::let, chosen.expr->span);
    let->definitions = chosen.let_definitions;
    let->operands.push_back(content);
    content = let;
  }
  part->body = context_.copier.copy(*content, renaming);
  if (part->in_let && let_definitions_ != nullptr) let_definitions_->push_back(part);
  const Reference whole{{.target = part}, reference.stages, name.parts.size()};
  if (arity > 0) return eta_expand(whole, written, arity, span);
  Arguments own;
  for (const syntax::ExpressionPtr& argument : name.parts[reference.next - 1].arguments)
    own.push_back(argument.get());
  if (!check_count(definition.name, definition.parameters.size(), own.size(), span)) return bad(span);
  std::vector<const Expr*> arguments = arguments_for(definition.parameters, own);
  arguments.insert(arguments.end(), chosen.arguments.begin(), chosen.arguments.end());
  if (!check_count(written, part->parameters.size(), arguments.size(), span)) return bad(span);
  return apply_operator(*part, reference.stages, written, std::move(arguments), span);
}

Resolver::Selection Resolver::select(const syntax::Name& name, std::size_t next,
                                     const syntax::Expression& body) {
  Selection result;
  const syntax::Expression* current = &body;
  for (std::size_t i = next; i < name.parts.size() && current != nullptr; ++i) {
    const syntax::NamePart& part = name.parts[i];
    const std::string& selector = part.name.text;
    if (selector == ":") continue;
    const bool second = selector == "2" || selector == ">>";
    if (second && i + 1 == name.parts.size() &&
        std::holds_alternative<syntax::FieldAccess>(without_labels(*current).node)) {
      // The second part of r.f is the string "f", which has no tree of its own.
      const Expr* access = core_of(without_labels(*current));
      result.expr = access == nullptr ? nullptr : access->operands[1];
      result.failed = result.expr == nullptr;
      return result;
    }
    const auto* let = std::get_if<syntax::Let>(&without_labels(*current).node);
    const bool after_definition = i == next;
    if (const auto* node = std::get_if<syntax::Case>(&without_labels(*current).node);
        node != nullptr && selects_part(selector)) {
      current = select_arm(part, i + 1 < name.parts.size() ? &name.parts[i + 1] : nullptr, *node, result);
      ++i;
    } else if (selects_part(selector)) {
      current = select_part(part, without_labels(*current), result);
    } else if (find_label(*current, selector) != nullptr || let == nullptr || after_definition) {
      current = select_label(part, *current, result);
    } else {
      current = select_definition(part, *let, result);
    }
  }
  if (current != nullptr) result.expr = core_of(*current);
  result.failed = result.failed || result.expr == nullptr;
  return result;
}

const syntax::Expression* Resolver::select_part(const syntax::NamePart& part, const syntax::Expression& from,
                                                Selection& selection) {
  const std::string& selector = part.name.text;
  const auto refuse = [&](const std::string& why) {
    context_.error(syntax::Code::bad_selector, part.name.span, why);
    selection.failed = true;
    return nullptr;
  };
  if (selector == "@" || selector.empty()) {
    const syntax::Expression* body = body_of(from);
    if (body == nullptr)
      return refuse("!@ and !(...) select the body of a quantifier or the like; this is none");
    return select_body(part, from, *body, selection);
  }
  const Parts parts = std::visit(PartsOf{}, from.node);
  const std::optional<std::size_t> index = index_of(selector, parts.size());
  if (!index) return refuse("the selected expression has no part " + selector);
  if (const auto* let = std::get_if<syntax::Let>(&from.node)) {
    const Expr* core = core_of(from);
    if (core != nullptr && core->kind == Kind::let && !let->definitions.empty()) {
      selection.let_definitions.insert(selection.let_definitions.end(), core->definitions.begin(),
                                       core->definitions.end());
    }
  }
  return parts[*index];
}

/// !i!1 is the guard of the i-th arm of a CASE, !i!2 its value; of OTHER there is only the value.
const syntax::Expression* Resolver::select_arm(const syntax::NamePart& arm, const syntax::NamePart* side,
                                               const syntax::Case& from, Selection& selection) {
  const auto index = index_of(arm.name.text, from.arms.size() + (from.other ? 1 : 0));
  const auto half = side == nullptr ? std::nullopt : index_of(side->name.text, 2);
  if (!index || !half || (*index == from.arms.size() && *half == 0)) {
    context_.error(syntax::Code::bad_selector, arm.name.span,
                   "a part of a CASE is selected with !i!1 (the guard of arm i) or !i!2 (its value)");
    selection.failed = true;
    return nullptr;
  }
  if (*index == from.arms.size()) return from.other.get();
  return *half == 0 ? from.arms[*index].guard.get() : from.arms[*index].value.get();
}

const syntax::Expression* Resolver::select_body(const syntax::NamePart& part,
                                                const syntax::Expression& binder,
                                                const syntax::Expression& body, Selection& selection) {
  const Expr* core = core_of(binder);
  if (core == nullptr) {
    selection.failed = true;
    return nullptr;
  }
  std::size_t count = core->symbols.size();
  selection.crossed.insert(selection.crossed.end(), core->symbols.begin(), core->symbols.end());
  for (const Bound& bound : core->bounds) {
    selection.crossed.insert(selection.crossed.end(), bound.symbols.begin(), bound.symbols.end());
    count += bound.symbols.size();
  }
  if (part.name.text.empty()) {
    if (!check_count("the selected expression", count, part.arguments.size(), part.name.span)) {
      selection.failed = true;
      return nullptr;
    }
    for (const syntax::ExpressionPtr& argument : part.arguments)
      selection.arguments.push_back(expression(argument));
  }
  return &body;
}

const syntax::Expression* Resolver::select_label(const syntax::NamePart& part, const syntax::Expression& from,
                                                 Selection& selection) {
  const syntax::Expression* label = find_label(from, part.name.text);
  if (label == nullptr) {
    context_.error(syntax::Code::bad_selector, part.name.span,
                   "there is no label " + part.name.text + " in this definition");
    selection.failed = true;
    return nullptr;
  }
  const std::vector<const Symbol*>& symbols = context_.selections.label_parameters[label];
  selection.crossed.insert(selection.crossed.end(), symbols.begin(), symbols.end());
  for (const syntax::ExpressionPtr& argument : part.arguments)
    selection.arguments.push_back(expression(argument));
  return std::get<syntax::Label>(label->node).body.get();
}

const syntax::Expression* Resolver::select_definition(const syntax::NamePart& part, const syntax::Let& let,
                                                      Selection& selection) {
  for (const std::unique_ptr<syntax::Unit>& unit : let.definitions) {
    const auto* definition = std::get_if<syntax::OperatorDefinition>(&unit->node);
    if (definition == nullptr || definition->name.text != part.name.text) continue;
    for (const auto& [op, body] : context_.selections.bodies) {
      if (body != definition->body.get()) continue;
      selection.crossed.insert(selection.crossed.end(), op->parameters.begin(), op->parameters.end());
      for (const syntax::ExpressionPtr& argument : part.arguments)
        selection.arguments.push_back(expression(argument));
      return body;
    }
  }
  context_.error(syntax::Code::bad_selector, part.name.span, "the LET defines no operator " + part.name.text);
  selection.failed = true;
  return nullptr;
}

}  // namespace synod::semantics
