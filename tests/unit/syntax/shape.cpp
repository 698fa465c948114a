#include <concepts>
#include <type_traits>
#include <utility>

#include "parsing.hpp"

namespace synod::syntax::testing {

namespace {

std::string list(std::string_view head, std::initializer_list<std::string> parts) {
  std::string text = "(" + std::string(head);
  for (const std::string& part : parts) {
    if (!part.empty()) text += " " + part;
  }
  return text + ")";
}

template <typename T, typename Shape>
std::string joined(const std::vector<T>& items, const Shape& shape_of_item) {
  std::string text;
  for (const T& item : items) {
    if (!text.empty()) text += " ";
    text += shape_of_item(item);
  }
  return text;
}

std::string s(const ExpressionPtr& expression) { return expression ? shape(*expression) : ""; }
std::string s(const std::vector<ExpressionPtr>& items) {
  return joined(items, [](const ExpressionPtr& item) { return shape(*item); });
}
std::string s(const std::vector<Identifier>& names) {
  return joined(names, [](const Identifier& name) { return name.text; });
}
std::string s(const Bound& bound) {
  const std::string names = bound.tuple ? "<<" + s(bound.names) + ">>" : s(bound.names);
  return bound.set ? "{" + names + " : " + s(bound.set) + "}" : "{" + names + "}";
}
std::string s(const std::vector<Bound>& bounds) {
  return joined(bounds, [](const Bound& bound) { return s(bound); });
}
std::string s(const Parameter& parameter) {
  return parameter.arity == 0 ? parameter.name.text
                              : parameter.name.text + "/" + std::to_string(parameter.arity);
}
std::string s(const std::vector<Parameter>& parameters) {
  return "[" + joined(parameters, [](const Parameter& parameter) { return s(parameter); }) + "]";
}
std::string s(const std::vector<Field>& fields) {
  return joined(fields, [](const Field& field) { return field.name.text + "=" + s(field.value); });
}
std::string s(const NamePart& part) {
  return part.arguments.empty() ? part.name.text : part.name.text + "(" + s(part.arguments) + ")";
}
std::string s(const ExceptStep& step) {
  return step.is_field ? "." + step.field.text : "[" + s(step.indices) + "]";
}

struct Shape {
  std::string operator()(const Name& n) const {
    std::string text;
    for (const NamePart& part : n.parts) text += (&part == n.parts.data() ? "" : "!") + s(part);
    return text;
  }
  std::string operator()(const NumberLiteral& n) const { return n.text; }
  std::string operator()(const StringLiteral& n) const { return '"' + n.text + '"'; }
  std::string operator()(const At&) const { return "@"; }
  std::string operator()(const Prefix& n) const { return list(n.op.text, {s(n.operand)}); }
  std::string operator()(const Infix& n) const { return list(n.op.text, {s(n.left), s(n.right)}); }
  std::string operator()(const Postfix& n) const { return list(n.op.text, {s(n.operand)}); }
  std::string operator()(const Product& n) const { return list("product", {s(n.factors)}); }
  std::string operator()(const Junction& n) const { return list(n.conjunction ? "and" : "or", {s(n.items)}); }
  std::string operator()(const Parenthesised& n) const { return list("paren", {s(n.inner)}); }
  std::string operator()(const Apply& n) const { return list("apply", {s(n.function), s(n.arguments)}); }
  std::string operator()(const FieldAccess& n) const { return list("field", {s(n.record), n.field.text}); }
  std::string operator()(const TupleLiteral& n) const { return list("tuple", {s(n.items)}); }
  std::string operator()(const SetLiteral& n) const { return list("set", {s(n.items)}); }
  std::string operator()(const SetFilter& n) const { return list("filter", {s(n.bound), s(n.predicate)}); }
  std::string operator()(const SetMap& n) const { return list("map", {s(n.bounds), s(n.value)}); }
  std::string operator()(const FunctionLiteral& n) const {
    return list("function", {s(n.bounds), s(n.value)});
  }
  std::string operator()(const FunctionSet& n) const { return list("functions", {s(n.domain), s(n.range)}); }
  std::string operator()(const RecordLiteral& n) const { return list("record", {s(n.fields)}); }
  std::string operator()(const RecordSet& n) const { return list("records", {s(n.fields)}); }
  std::string operator()(const Except& n) const {
    const auto update = [](const ExceptUpdate& u) {
      std::string text;
      for (const ExceptStep& step : u.path) text += s(step);
      return text + "=" + s(u.value);
    };
    return list("except", {s(n.function), joined(n.updates, update)});
  }
  std::string operator()(const SquareAction& n) const {
    return list("square", {s(n.action), s(n.subscript)});
  }
  std::string operator()(const AngleAction& n) const { return list("angle", {s(n.action), s(n.subscript)}); }
  std::string operator()(const Fairness& n) const {
    return list(n.strong ? "SF" : "WF", {s(n.subscript), s(n.action)});
  }
  std::string operator()(const Quantifier& n) const {
    return list(n.universal ? "forall" : "exists", {s(n.bounds), s(n.body)});
  }
  std::string operator()(const TemporalQuantifier& n) const {
    return list(n.universal ? "FORALL" : "EXISTS", {"{" + s(n.names) + "}", s(n.body)});
  }
  std::string operator()(const Choose& n) const { return list("choose", {s(n.bound), s(n.predicate)}); }
  std::string operator()(const If& n) const {
    return list("if", {s(n.condition), s(n.then_branch), s(n.else_branch)});
  }
  std::string operator()(const Case& n) const {
    const auto arm = [](const CaseArm& a) { return list("->", {s(a.guard), s(a.value)}); };
    return list("case", {joined(n.arms, arm), n.other ? list("other", {s(n.other)}) : ""});
  }
  std::string operator()(const Let& n) const {
    const auto definition = [](const std::unique_ptr<Unit>& unit) { return shape(*unit); };
    return list("let", {joined(n.definitions, definition), s(n.body)});
  }
  std::string operator()(const Lambda& n) const {
    return list("lambda", {"{" + s(n.parameters) + "}", s(n.body)});
  }
  std::string operator()(const Label& n) const {
    return list("label", {n.name.text + "{" + s(n.parameters) + "}", s(n.body)});
  }
};

std::string s(const AssumeProve& n);
std::string s(const Statement& statement) {
  if (const auto* expression = std::get_if<ExpressionPtr>(&statement)) return s(*expression);
  return s(*std::get<std::unique_ptr<AssumeProve>>(statement));
}
std::string s(const AssumeProve::Item& item) {
  if (const auto* expression = std::get_if<ExpressionPtr>(&item)) return s(*expression);
  if (const auto* nested = std::get_if<std::unique_ptr<AssumeProve>>(&item)) return s(**nested);
  const auto& declared = std::get<AssumeProve::New>(item);
  return list("new", {declared.kind, s(declared.parameter), s(declared.set)});
}
std::string s(const AssumeProve& n) {
  const auto item = [](const AssumeProve::Item& i) { return s(i); };
  return list(n.boxed ? "[]assume" : "assume",
              {n.label ? n.label->text + "::" : "", joined(n.assumptions, item), list("prove", {s(n.goal)})});
}
std::string s(const Instance& n) {
  const auto substitution = [](const Substitution& i) { return i.name.text + "<-" + s(i.value); };
  return list("instance", {n.module.text, joined(n.substitutions, substitution)});
}
std::string fixity(Fixity f) {
  constexpr const char* names[] = {"", "prefix", "infix", "postfix"};
  return names[static_cast<int>(f)];
}
std::string named(const std::optional<Identifier>& name) { return name ? name->text + "==" : ""; }

struct UnitShape {
  std::string operator()(const Variables& n) const { return list("variables", {s(n.names)}); }
  std::string operator()(const Constants& n) const { return list("constants", {s(n.parameters)}); }
  std::string operator()(const Recursive& n) const { return list("recursive", {s(n.operators)}); }
  std::string operator()(const OperatorDefinition& n) const {
    return list(n.local ? "local-def" : "def", {fixity(n.fixity), n.name.text, s(n.parameters), s(n.body)});
  }
  std::string operator()(const FunctionDefinition& n) const {
    return list(n.local ? "local-fun" : "fun", {n.name.text, s(n.bounds), s(n.body)});
  }
  std::string operator()(const InstanceDefinition& n) const {
    return list(n.local ? "local-inst" : "inst", {named(n.name), s(n.parameters), s(n.instance)});
  }
  std::string operator()(const Assumption& n) const {
    return list(n.keyword, {named(n.name), s(n.statement)});
  }
  std::string operator()(const Theorem& n) const {
    return list(n.keyword, {named(n.name), s(n.statement), n.proof.empty() ? "" : "{" + n.proof + "}"});
  }
  std::string operator()(const UseHide& n) const { return list("use", {n.text}); }
  std::string operator()(const Separator&) const { return "----"; }
  std::string operator()(const std::unique_ptr<Module>& n) const {
    const auto unit = [](const Unit& u) { return shape(u); };
    return list("module", {n->name.text, joined(n->units, unit)});
  }
};

}  // namespace

std::string shape(const Expression& expression) { return std::visit(Shape{}, expression.node); }
std::string shape(const Unit& unit) { return std::visit(UnitShape{}, unit.node); }

std::string shape_of(std::string_view text) {
  SourceMap sources;
  Diagnostics diagnostics;
  const ExpressionPtr tree =
      parse_expression(sources.add("Test.tla", std::string(text)), sources, diagnostics);
  if (diagnostics.has_errors() || !tree) return "[" + codes(diagnostics) + "]";
  return shape(*tree);
}

std::string shapes_of(std::string_view units) {
  const ParsedModule parsed = parse_units(units);
  if (parsed.diagnostics.has_errors() || !parsed.module) return "[" + codes(parsed.diagnostics) + "]";
  std::string text;
  for (const Unit& unit : parsed.module->units) text += (text.empty() ? "" : "\n") + shape(unit);
  return text;
}

std::string place(const Span& span) {
  const auto position = [](Position p) { return std::to_string(p.line) + ":" + std::to_string(p.column); };
  return position(span.begin) + "-" + position(span.end);
}

}  // namespace synod::syntax::testing
