// Trees to text. Internal to the folder: parser.hpp declares what others use.
#pragma once

#include <string>
#include <vector>

#include "syntax/layout.hpp"
#include "syntax/tree.hpp"

namespace synod::syntax {

/// Whether an expression begins with an operator symbol that is used as a name, as in `*(a, b)`.
[[nodiscard]] bool begins_with_symbol(const Expression& expression);

/// Writes trees into a Layout, in a form that parses back to the same tree. Columns matter in one way: as
/// long as a junction list is open, everything of an item stands to the right of its bullet, because each
/// construct is aligned with its own first token; and what follows a list as an operator stands to the left
/// of its bullets.
class Printer {
 public:
  explicit Printer(Layout& layout) : layout_(layout) {}

  void expression(const Expression& expression);
  /// A definition, a declaration or an instance; what may stand in LET and more. Not those that
  /// keep raw text.
  void unit(const Unit& unit);
  void theorem_statement(const Theorem& theorem);

 private:
  // -- print_expression.cpp: names, literals and operators
  void node(const Name& node);
  void node(const NumberLiteral& node) { layout_.text(node.text); }
  void node(const StringLiteral& node);
  void node(const At&) { layout_.text("@"); }
  void node(const Prefix& node);
  void node(const Infix& node);
  void node(const Postfix& node);
  void node(const Product& node);
  void node(const Junction& node);
  void node(const Apply& node);
  void node(const FieldAccess& node);
  void node(const Label& node);
  void chain(const std::vector<const Expression*>& operands, std::string_view op);
  void before_suffix(const Expression& operand);
  void arguments(const std::vector<ExpressionPtr>& arguments);

  // -- print_bracket.cpp
  void node(const Parenthesised& node);
  void node(const TupleLiteral& node);
  void node(const SetLiteral& node);
  void node(const SetFilter& node);
  void node(const SetMap& node);
  void node(const FunctionLiteral& node);
  void node(const FunctionSet& node);
  void node(const RecordLiteral& node);
  void node(const RecordSet& node);
  void node(const Except& node);
  void node(const SquareAction& node);
  void node(const AngleAction& node);
  void node(const Fairness& node);
  void aligned(const Expression& expression);
  void items(const std::vector<ExpressionPtr>& items);
  void fields(const std::vector<Field>& fields, std::string_view between);
  void except_update(const ExceptUpdate& update);

  // -- print_open.cpp
  void node(const Quantifier& node);
  void node(const TemporalQuantifier& node);
  void node(const Choose& node);
  void node(const If& node);
  void node(const Case& node);
  void node(const Let& node);
  void node(const Lambda& node);
  void names(const std::vector<Identifier>& names);
  void bound(const Bound& bound);
  void bounds(const std::vector<Bound>& bounds);
  void open_form(const Expression& body);

  // -- print_unit.cpp
  void node(const Variables& node);
  void node(const Constants& node);
  void node(const Recursive& node);
  void node(const OperatorDefinition& node);
  void node(const FunctionDefinition& node);
  void node(const InstanceDefinition& node);
  void node(const Assumption& node);
  void left_side(const Identifier& name, Fixity fixity, const std::vector<Parameter>& parameters, bool local);
  void defined_as(const Expression& body);
  void instance(const Instance& instance);
  void parameters(const std::vector<Parameter>& parameters);
  void statement(const Statement& statement);
  void assume_prove(const AssumeProve& assume_prove);
  void assumption_item(const AssumeProve::Item& item);

  Layout& layout_;
};

}  // namespace synod::syntax
