// Printing the forms without a closing bracket.
#include "syntax/printer.hpp"

namespace synod::syntax {

namespace {

/// The part of an expression that reaches to its end without a closing bracket; null when there is none.
struct OpenEnd {
  const Expression* operator()(const Infix& node) const { return node.right.get(); }
  const Expression* operator()(const Product& node) const { return node.factors.back().get(); }
  const Expression* operator()(const Prefix& node) const { return node.operand.get(); }
  const Expression* operator()(const Quantifier& node) const { return node.body.get(); }
  const Expression* operator()(const TemporalQuantifier& node) const { return node.body.get(); }
  const Expression* operator()(const Choose& node) const { return node.predicate.get(); }
  const Expression* operator()(const If& node) const { return node.else_branch.get(); }
  const Expression* operator()(const Case& node) const {
    return node.other ? node.other.get() : node.arms.back().value.get();
  }
  const Expression* operator()(const Let& node) const { return node.body.get(); }
  const Expression* operator()(const Label& node) const { return node.body.get(); }
  const Expression* operator()(const auto&) const { return nullptr; }
};

/// Whether a junction list is still open at the end of an expression. What closes it must stand to its left
/// if the list's last item could take it, as a CASE takes `[]`.
bool leaves_list_open(const Expression& expression) {
  for (const Expression* at = &expression; at != nullptr; at = std::visit(OpenEnd{}, at->node)) {
    if (std::holds_alternative<Junction>(at->node)) return true;
  }
  return false;
}

}  // namespace

void Printer::names(const std::vector<Identifier>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) layout_.text(", ");
    layout_.text(names[i].text);
  }
}

void Printer::bound(const Bound& bound) {
  if (bound.tuple) layout_.text("<<");
  names(bound.names);
  if (bound.tuple) layout_.text(">>");
  if (!bound.set) return;
  layout_.text(" \\in ");
  aligned(*bound.set);
}

void Printer::bounds(const std::vector<Bound>& bounds) {
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    if (i > 0) layout_.text(", ");
    bound(bounds[i]);
  }
}

/// What follows the `:` of a form that was opened with open_group and open_align.
void Printer::open_form(const Expression& body) {
  layout_.text(" :");
  layout_.space();
  aligned(body);
  layout_.close_align();
  layout_.close_group();
}

void Printer::node(const Quantifier& node) {
  layout_.open_group();
  layout_.open_align(2);
  layout_.text(node.universal ? "\\A " : "\\E ");
  bounds(node.bounds);
  open_form(*node.body);
}

void Printer::node(const TemporalQuantifier& node) {
  layout_.open_group();
  layout_.open_align(2);
  layout_.text(node.universal ? "\\AA " : "\\EE ");
  names(node.names);
  open_form(*node.body);
}

void Printer::node(const Choose& node) {
  layout_.open_group();
  layout_.open_align(2);
  layout_.text("CHOOSE ");
  bound(node.bound);
  open_form(*node.predicate);
}

void Printer::node(const Lambda& node) {
  layout_.open_group();
  layout_.open_align(2);
  layout_.text("LAMBDA ");
  names(node.parameters);
  open_form(*node.body);
}

void Printer::node(const If& node) {
  layout_.open_group();
  layout_.open_align(2);
  layout_.text("IF ");
  aligned(*node.condition);
  layout_.space();
  layout_.text("THEN ");
  aligned(*node.then_branch);
  layout_.space();
  layout_.text("ELSE ");
  aligned(*node.else_branch);
  layout_.close_align();
  layout_.close_group();
}

void Printer::node(const Case& node) {
  layout_.open_group();
  layout_.open_align(2);
  layout_.text("CASE ");
  const auto next_arm = [&](const Expression& before) {
    if (leaves_list_open(before)) {
      layout_.new_line();
    } else {
      layout_.space();
    }
    layout_.text("[] ");
  };
  for (std::size_t i = 0; i < node.arms.size(); ++i) {
    if (i > 0) next_arm(*node.arms[i - 1].value);
    aligned(*node.arms[i].guard);
    layout_.text(" -> ");
    aligned(*node.arms[i].value);
  }
  if (node.other) {
    next_arm(*node.arms.back().value);
    layout_.text("OTHER -> ");
    aligned(*node.other);
  }
  layout_.close_align();
  layout_.close_group();
}

void Printer::node(const Let& node) {
  layout_.open_group();
  layout_.open_align();
  layout_.text("LET ");
  layout_.open_align();
  for (std::size_t i = 0; i < node.definitions.size(); ++i) {
    if (i > 0) layout_.new_line();
    unit(*node.definitions[i]);
  }
  layout_.close_align();
  layout_.space();
  layout_.text("IN ");
  aligned(*node.body);
  layout_.close_align();
  layout_.close_group();
}

}  // namespace synod::syntax
