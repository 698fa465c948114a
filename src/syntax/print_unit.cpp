// Printing definitions, declarations, assumptions and theorems.
#include <optional>
#include <type_traits>

#include "base/failure.hpp"
#include "syntax/operators.hpp"
#include "syntax/printer.hpp"

namespace synod::syntax {

namespace {

/// F, F(_, _), _ + _, -. _ or _ ^+
std::string declaration(const Parameter& parameter) {
  const std::string& name = parameter.name.text;
  if (const std::optional<OperatorId> op = find_operator(name)) {
    switch (get_operator(*op).fixity) {
      case Fixity::prefix:
        return name + " _";
      case Fixity::postfix:
        return "_ " + name;
      default:
        return "_ " + name + " _";
    }
  }
  if (parameter.arity == 0) return name;
  std::string text = name + "(_";
  for (unsigned i = 1; i < parameter.arity; ++i) text += ", _";
  return text + ")";
}

}  // namespace

void Printer::unit(const Unit& unit) {
  std::visit(
      [this](const auto& alternative) {
        using Node = std::decay_t<decltype(alternative)>;
        constexpr bool keeps_raw_text = std::is_same_v<Node, Theorem> || std::is_same_v<Node, UseHide> ||
                                        std::is_same_v<Node, Separator> ||
                                        std::is_same_v<Node, std::unique_ptr<Module>>;
        if constexpr (keeps_raw_text) {
          throw InternalError("this unit is printed with its module");
        } else {
          node(alternative);
        }
      },
      unit.node);
}

void Printer::parameters(const std::vector<Parameter>& parameters) {
  layout_.open_group();
  layout_.open_align();
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (i > 0) {
      layout_.text(",");
      layout_.fill();
    }
    layout_.text(declaration(parameters[i]));
  }
  layout_.close_align();
  layout_.close_group();
}

void Printer::node(const Variables& node) {
  std::vector<Parameter> parameters_without_arity;
  for (const Identifier& name : node.names) parameters_without_arity.push_back({name, 0});
  layout_.text(node.names.size() == 1 ? "VARIABLE " : "VARIABLES ");
  parameters(parameters_without_arity);
}

void Printer::node(const Constants& node) {
  layout_.text(node.parameters.size() == 1 ? "CONSTANT " : "CONSTANTS ");
  parameters(node.parameters);
}

void Printer::node(const Recursive& node) {
  layout_.text("RECURSIVE ");
  parameters(node.operators);
}

void Printer::left_side(const Identifier& name, Fixity fixity, const std::vector<Parameter>& parameters,
                        bool local) {
  if (local) layout_.text("LOCAL ");
  switch (fixity) {
    case Fixity::prefix:
      layout_.text(name.text + " " + parameters[0].name.text);
      break;
    case Fixity::postfix:
      layout_.text(parameters[0].name.text + " " + name.text);
      break;
    case Fixity::infix:
      layout_.text(parameters[0].name.text + " " + name.text + " " + parameters[1].name.text);
      break;
    case Fixity::plain:
      layout_.text(name.text);
      if (parameters.empty()) break;
      layout_.text("(");
      this->parameters(parameters);
      layout_.text(")");
  }
}

/// ` == body` after a left side that was opened with open_group and open_align.
void Printer::defined_as(const Expression& body) {
  layout_.text(" ==");
  layout_.space();
  aligned(body);
  layout_.close_align();
  layout_.close_group();
}

void Printer::node(const OperatorDefinition& node) {
  layout_.open_group();
  layout_.open_align(2);
  left_side(node.name, node.fixity, node.parameters, node.local);
  defined_as(*node.body);
}

void Printer::node(const FunctionDefinition& node) {
  layout_.open_group();
  layout_.open_align(2);
  if (node.local) layout_.text("LOCAL ");
  layout_.text(node.name.text + "[");
  bounds(node.bounds);
  layout_.text("]");
  defined_as(*node.body);
}

void Printer::instance(const Instance& instance) {
  layout_.text("INSTANCE " + instance.module.text);
  layout_.open_group();
  for (std::size_t i = 0; i < instance.substitutions.size(); ++i) {
    const Substitution& substitution = instance.substitutions[i];
    if (i == 0) {
      layout_.text(" WITH ");
      layout_.open_align();
    } else {
      layout_.text(",");
      layout_.space();
    }
    layout_.text(substitution.name.text + " <- ");
    aligned(*substitution.value);
  }
  if (!instance.substitutions.empty()) layout_.close_align();
  layout_.close_group();
}

void Printer::node(const InstanceDefinition& node) {
  if (node.name) {
    left_side(*node.name, node.fixity, node.parameters, node.local);
    layout_.text(" == ");
  } else if (node.local) {
    layout_.text("LOCAL ");
  }
  instance(node.instance);
}

void Printer::assumption_item(const AssumeProve::Item& item) {
  if (const auto* expression = std::get_if<ExpressionPtr>(&item)) return aligned(**expression);
  if (const auto* nested = std::get_if<std::unique_ptr<AssumeProve>>(&item)) return assume_prove(**nested);
  const auto& declared = std::get<AssumeProve::New>(item);
  layout_.text(declared.kind == "CONSTANT" ? "NEW " : "NEW " + declared.kind + " ");
  layout_.text(declaration(declared.parameter));
  if (!declared.set) return;
  layout_.text(" \\in ");
  aligned(*declared.set);
}

void Printer::assume_prove(const AssumeProve& assume_prove) {
  layout_.open_group();
  layout_.open_align();
  if (assume_prove.label) layout_.text(assume_prove.label->text + ":: ");
  layout_.text(assume_prove.boxed ? "[]ASSUME " : "ASSUME ");
  layout_.open_align();
  for (std::size_t i = 0; i < assume_prove.assumptions.size(); ++i) {
    if (i > 0) {
      layout_.text(",");
      layout_.space();
    }
    assumption_item(assume_prove.assumptions[i]);
  }
  layout_.close_align();
  layout_.space();
  layout_.text(assume_prove.boxed ? "[]PROVE  " : "PROVE  ");
  aligned(*assume_prove.goal);
  layout_.close_align();
  layout_.close_group();
}

void Printer::statement(const Statement& statement) {
  if (const auto* expression = std::get_if<ExpressionPtr>(&statement)) return aligned(**expression);
  assume_prove(*std::get<std::unique_ptr<AssumeProve>>(statement));
}

void Printer::node(const Assumption& node) {
  layout_.open_group();
  layout_.open_align(2);
  layout_.text(node.keyword);
  if (node.name) layout_.text(" " + node.name->text + " ==");
  layout_.space();
  statement(node.statement);
  layout_.close_align();
  layout_.close_group();
}

void Printer::theorem_statement(const Theorem& theorem) {
  layout_.open_group();
  layout_.open_align(2);
  layout_.text(theorem.keyword);
  if (theorem.name) layout_.text(" " + theorem.name->text + " ==");
  layout_.space();
  statement(theorem.statement);
  layout_.close_align();
  layout_.close_group();
}

}  // namespace synod::syntax
