// Printing modules.
#include <string>

#include "syntax/parser.hpp"
#include "syntax/printer.hpp"

namespace synod::syntax {

namespace {

constexpr std::size_t line_width = 100;

template <typename Write>
std::string laid_out(Write&& write) {
  Layout layout;
  Printer printer(layout);
  write(printer);
  return layout.render(line_width);
}

std::string print(const Unit& unit);

std::string print(const Theorem& theorem) {
  std::string text = laid_out([&](Printer& printer) { printer.theorem_statement(theorem); });
  if (!theorem.proof.empty()) text += "\n" + theorem.proof;
  return text;
}

/// Declarations of one kind stay together, everything else gets an empty line before it.
bool stay_together(const Unit& before, const Unit& after) {
  const bool declarations = std::holds_alternative<Constants>(after.node) ||
                            std::holds_alternative<Variables>(after.node) ||
                            std::holds_alternative<Assumption>(after.node);
  return declarations && before.node.index() == after.node.index();
}

std::string print(const Unit& unit) {
  if (const auto* theorem = std::get_if<Theorem>(&unit.node)) return print(*theorem);
  if (const auto* use = std::get_if<UseHide>(&unit.node)) return use->text;
  if (std::holds_alternative<Separator>(unit.node)) return std::string().append(line_width, '-');
  if (const auto* module = std::get_if<std::unique_ptr<Module>>(&unit.node)) {
    std::string text = synod::syntax::print(**module);
    text.pop_back();  // its last new line
    return text;
  }
  return laid_out([&](Printer& printer) { printer.unit(unit); });
}

std::string header(const Module& module) {
  std::string text = "---- MODULE " + module.name.text + " ----\n";
  for (std::size_t i = 0; i < module.extends.size(); ++i) {
    text += (i == 0 ? "EXTENDS " : ", ") + module.extends[i].text;
  }
  if (!module.extends.empty()) text += "\n";
  return text;
}

}  // namespace

std::string print(const Module& module) {
  std::string text = header(module);
  const Unit* before = nullptr;
  for (const Unit& unit : module.units) {
    if (before == nullptr || !stay_together(*before, unit)) text += "\n";
    text += print(unit) + "\n";
    before = &unit;
  }
  return text + "\n====\n";
}

std::string print(const Expression& expression) {
  return laid_out([&](Printer& printer) { printer.expression(expression); });
}

}  // namespace synod::syntax
