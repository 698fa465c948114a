// Printing names, literals, operators and junction lists.
#include <algorithm>

#include "syntax/operators.hpp"
#include "syntax/printer.hpp"

namespace synod::syntax {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The leftmost expression that is part of this one without brackets around it.
const Expression& leftmost(const Expression& expression) {
  const Expression* at = &expression;
  for (;;) {
    const Expression* next = nullptr;
    if (const auto* infix = std::get_if<Infix>(&at->node)) next = infix->left.get();
    if (const auto* product = std::get_if<Product>(&at->node)) next = product->factors.front().get();
    if (const auto* postfix = std::get_if<Postfix>(&at->node)) next = postfix->operand.get();
    if (const auto* apply = std::get_if<Apply>(&at->node)) next = apply->function.get();
    if (const auto* access = std::get_if<FieldAccess>(&at->node)) next = access->record.get();
    if (next == nullptr) return *at;
    at = next;
  }
}

bool names_symbol(const Expression& expression) {
  const auto* name = std::get_if<Name>(&expression.node);
  return name != nullptr && find_operator(name->parts.front().name.text);
}

bool begins_with_junction(const Expression& expression) {
  return std::holds_alternative<Junction>(leftmost(expression).node);
}

/// Whether a junction list ends where the expression ends, so that an operator after it must stand left
/// of the list.
bool ends_with_junction(const Expression& expression) {
  const Expression* at = &expression;
  for (;;) {
    if (std::holds_alternative<Junction>(at->node)) return true;
    const Expression* next = nullptr;
    if (const auto* infix = std::get_if<Infix>(&at->node)) next = infix->right.get();
    if (const auto* product = std::get_if<Product>(&at->node)) next = product->factors.back().get();
    if (const auto* prefix = std::get_if<Prefix>(&at->node)) next = prefix->operand.get();
    if (next == nullptr) return false;
    at = next;
  }
}

/// Whether a prefix symbol and its operand would be read as something else without a space between.
bool needs_space(const Expression& operand) {
  const Expression& first = leftmost(operand);
  if (names_symbol(first)) return true;
  const auto* prefix = std::get_if<Prefix>(&first.node);
  return prefix != nullptr && prefix->op.text == "-.";
}

/// Operators around which a long expression is broken; others keep their operands beside them.
bool may_break_at(std::string_view op) {
  static constexpr std::string_view breakable[] = {"/\\", "\\/", "=>", "<=>", "~>",  "@@", "\\cup", "\\cap",
                                                   "+",   "-",   "*",  "\\o", "\\X", "\\", "++",    "(+)"};
  return std::ranges::find(breakable, op) != std::end(breakable);
}

/// x or 12: what may stand beside `..` without spaces.
bool is_simple(const Expression& expression) {
  if (std::holds_alternative<NumberLiteral>(expression.node)) return true;
  const auto* name = std::get_if<Name>(&expression.node);
  return name != nullptr && name->parts.size() == 1 && name->parts[0].arguments.empty() &&
         !find_operator(name->parts[0].name.text);
}

}  // namespace

bool begins_with_symbol(const Expression& expression) { return names_symbol(leftmost(expression)); }

void Printer::expression(const Expression& expression) {
  std::visit([this](const auto& alternative) { node(alternative); }, expression.node);
}

void Printer::arguments(const std::vector<ExpressionPtr>& arguments) {
  // An operator symbol gets spaces around it, lest `(` and `+` or `*` become something else.
  layout_.text(begins_with_symbol(*arguments.front()) ? "( " : "(");
  items(arguments);
  layout_.text(begins_with_symbol(*arguments.back()) ? " )" : ")");
}

void Printer::node(const Name& node) {
  for (std::size_t i = 0; i < node.parts.size(); ++i) {
    const NamePart& part = node.parts[i];
    if (i > 0) layout_.text(part.name.text.starts_with("!") ? "! " : "!");
    layout_.text(part.name.text);
    if (!part.arguments.empty()) arguments(part.arguments);
  }
}

void Printer::node(const StringLiteral& node) {
  std::string text = "\"";
  for (const char c : node.text) {
    switch (c) {
      case '"':
        text += "\\\"";
        break;
      case '\\':
        text += "\\\\";
        break;
      case '\n':
        text += "\\n";
        break;
      case '\t':
        text += "\\t";
        break;
      case '\r':
        text += "\\r";
        break;
      case '\f':
        text += "\\f";
        break;
      default:
        text += c;
    }
  }
  layout_.text(text + "\"");
}

void Printer::node(const Prefix& node) {
  const bool is_word = is_letter(node.op.text.front());
  layout_.text(node.op.text == "-." ? "-" : node.op.text);
  if (is_word || needs_space(*node.operand)) layout_.text(" ");
  expression(*node.operand);
}

void Printer::node(const Infix& node) {
  if (node.op.text == ".." && is_simple(*node.left) && is_simple(*node.right)) {
    expression(*node.left);
    layout_.text("..");
    expression(*node.right);
    return;
  }
  std::vector<const Expression*> operands{node.right.get(), node.left.get()};
  while (const auto* left = std::get_if<Infix>(&operands.back()->node)) {
    if (left->op.text != node.op.text) break;
    operands.back() = left->right.get();
    operands.push_back(left->left.get());
  }
  std::ranges::reverse(operands);
  chain(operands, node.op.text);
}

void Printer::node(const Product& node) {
  std::vector<const Expression*> operands;
  for (const ExpressionPtr& factor : node.factors) operands.push_back(factor.get());
  chain(operands, "\\X");
}

/// Operands joined by the same operator.
void Printer::chain(const std::vector<const Expression*>& operands, std::string_view op) {
  layout_.open_group();
  layout_.open_align();
  before_suffix(*operands.front());
  for (std::size_t i = 1; i < operands.size(); ++i) {
    if (ends_with_junction(*operands[i - 1])) {
      layout_.new_line();
    } else if (may_break_at(op)) {
      layout_.space();
    } else {
      layout_.text(" ");
    }
    layout_.text(op);
    layout_.text(" ");
    aligned(*operands[i]);
  }
  layout_.close_align();
  layout_.close_group();
}

/// An operand that an operator follows: if it is a junction list, the list is moved to the right of where the
/// operator will stand.
void Printer::before_suffix(const Expression& operand) {
  if (begins_with_junction(operand) && ends_with_junction(operand)) layout_.text("   ");
  aligned(operand);
}

void Printer::node(const Postfix& node) {
  layout_.open_align();
  before_suffix(*node.operand);
  if (ends_with_junction(*node.operand)) layout_.new_line();
  layout_.text(node.op.text);
  layout_.close_align();
}

void Printer::node(const Apply& node) {
  layout_.open_align();
  before_suffix(*node.function);
  if (ends_with_junction(*node.function)) layout_.new_line();
  layout_.text("[");
  items(node.arguments);
  layout_.text("]");
  layout_.close_align();
}

void Printer::node(const FieldAccess& node) {
  layout_.open_align();
  before_suffix(*node.record);
  if (ends_with_junction(*node.record)) layout_.new_line();
  layout_.text(".");
  layout_.text(node.field.text);
  layout_.close_align();
}

void Printer::node(const Junction& node) {
  layout_.open_align();
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (i > 0) layout_.new_line();
    layout_.text(node.conjunction ? "/\\ " : "\\/ ");
    aligned(*node.items[i]);
  }
  layout_.close_align();
}

void Printer::node(const Label& node) {
  layout_.text(node.name.text);
  if (!node.parameters.empty()) {
    layout_.text("(");
    names(node.parameters);
    layout_.text(")");
  }
  layout_.text(":: ");
  aligned(*node.body);
}

}  // namespace synod::syntax
