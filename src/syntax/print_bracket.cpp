// Printing everything in brackets.
#include "syntax/printer.hpp"

namespace synod::syntax {

void Printer::aligned(const Expression& expression) {
  layout_.open_align();
  this->expression(expression);
  layout_.close_align();
}

/// Expressions separated by commas, as many on a line as fit.
void Printer::items(const std::vector<ExpressionPtr>& items) {
  layout_.open_group();
  layout_.open_align();
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) {
      layout_.text(",");
      layout_.fill();
    }
    aligned(*items[i]);
  }
  layout_.close_align();
  layout_.close_group();
}

void Printer::node(const Parenthesised& node) {
  layout_.text(begins_with_symbol(*node.inner) ? "( " : "(");  // `(*` would begin a comment
  aligned(*node.inner);
  layout_.text(")");
}

void Printer::node(const TupleLiteral& node) {
  layout_.text("<<");
  items(node.items);
  layout_.text(">>");
}

void Printer::node(const SetLiteral& node) {
  layout_.text("{");
  items(node.items);
  layout_.text("}");
}

void Printer::node(const SetFilter& node) {
  layout_.open_group();
  layout_.text("{");
  layout_.open_align(1);
  bound(node.bound);
  layout_.text(" :");
  layout_.space();
  aligned(*node.predicate);
  layout_.close_align();
  layout_.text("}");
  layout_.close_group();
}

void Printer::node(const SetMap& node) {
  layout_.open_group();
  layout_.text("{");
  layout_.open_align(1);
  aligned(*node.value);
  layout_.text(" :");
  layout_.space();
  bounds(node.bounds);
  layout_.close_align();
  layout_.text("}");
  layout_.close_group();
}

void Printer::node(const FunctionLiteral& node) {
  layout_.open_group();
  layout_.text("[");
  layout_.open_align(1);
  bounds(node.bounds);
  layout_.text(" |->");
  layout_.space();
  aligned(*node.value);
  layout_.close_align();
  layout_.text("]");
  layout_.close_group();
}

void Printer::node(const FunctionSet& node) {
  layout_.open_group();
  layout_.text("[");
  layout_.open_align(1);
  aligned(*node.domain);
  layout_.text(" ->");
  layout_.space();
  aligned(*node.range);
  layout_.close_align();
  layout_.text("]");
  layout_.close_group();
}

void Printer::fields(const std::vector<Field>& fields, std::string_view between) {
  layout_.open_group();
  layout_.text("[");
  layout_.open_align();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) {
      layout_.text(",");
      layout_.space();
    }
    layout_.text(fields[i].name.text);
    layout_.text(between);
    aligned(*fields[i].value);
  }
  layout_.close_align();
  layout_.text("]");
  layout_.close_group();
}

void Printer::node(const RecordLiteral& node) { fields(node.fields, " |-> "); }
void Printer::node(const RecordSet& node) { fields(node.fields, " : "); }

void Printer::except_update(const ExceptUpdate& update) {
  layout_.text("!");
  for (const ExceptStep& step : update.path) {
    if (step.is_field) {
      layout_.text(".");
      layout_.text(step.field.text);
    } else {
      layout_.text("[");
      items(step.indices);
      layout_.text("]");
    }
  }
  layout_.text(" = ");
  aligned(*update.value);
}

void Printer::node(const Except& node) {
  layout_.open_group();
  layout_.text("[");
  aligned(*node.function);
  layout_.text(" EXCEPT ");
  layout_.open_align();
  for (std::size_t i = 0; i < node.updates.size(); ++i) {
    if (i > 0) {
      layout_.text(",");
      layout_.space();
    }
    except_update(node.updates[i]);
  }
  layout_.close_align();
  layout_.text("]");
  layout_.close_group();
}

void Printer::node(const SquareAction& node) {
  layout_.text("[");
  aligned(*node.action);
  layout_.text("]_");
  expression(*node.subscript);
}

void Printer::node(const AngleAction& node) {
  layout_.text("<<");
  aligned(*node.action);
  layout_.text(">>_");
  expression(*node.subscript);
}

void Printer::node(const Fairness& node) {
  layout_.text(node.strong ? "SF_" : "WF_");
  expression(*node.subscript);
  layout_.text("(");
  aligned(*node.action);
  layout_.text(")");
}

}  // namespace synod::syntax
