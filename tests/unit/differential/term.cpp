#include "term.hpp"

namespace synod::differential {

Type boolean_type() { return {Type::Kind::boolean, {}, {}}; }
Type integer_type() { return {Type::Kind::integer, {}, {}}; }
Type string_type() { return {Type::Kind::string, {}, {}}; }
Type model_value_type() { return {Type::Kind::model_value, {}, {}}; }
Type set_of(Type element) { return {Type::Kind::set, {std::move(element)}, {}}; }
Type sequence_of(Type element) { return {Type::Kind::sequence, {std::move(element)}, {}}; }
Type function_of(Type point, Type value) {
  return {Type::Kind::function, {std::move(point), std::move(value)}, {}};
}
Type bag_of(Type element) { return {Type::Kind::bag, {std::move(element)}, {}}; }
Type tuple_of(std::vector<Type> components) { return {Type::Kind::tuple, std::move(components), {}}; }

namespace {

std::string joined(const std::vector<std::string>& items, const std::string& separator) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : separator) + item;
  return text;
}

std::string smallest_tuple(const Type& type) {
  std::vector<std::string> components;
  for (const Type& component : type.arguments) components.push_back(smallest(component).front());
  return "<<" + joined(components, ", ") + ">>";
}

std::string smallest_record(const Type& type) {
  std::vector<std::string> fields;
  for (std::size_t i = 0; i < type.fields.size(); ++i) {
    fields.push_back(type.fields[i] + " |-> " + smallest(type.arguments[i]).front());
  }
  return "[" + joined(fields, ", ") + "]";
}

std::string smallest_action(const Type& type) {
  return type.fields.empty() ? "TRUE" : "UNCHANGED <<" + joined(type.fields, ", ") + ">>";
}

void print_list(const Term& term, std::string& text) {
  text += term.pattern;
  for (std::size_t i = 0; i < term.parts.size(); ++i) {
    if (i > 0) text += term.separator;
    print(term.parts[i], text);
  }
  text += term.close;
}

void print_bullets(const Term& term, std::string& text) {
  text += "(";
  const std::size_t line_end = text.rfind('\n');
  const std::size_t column = text.size() - (line_end == std::string::npos ? 0 : line_end + 1);
  for (std::size_t i = 0; i < term.parts.size(); ++i) {
    if (i > 0) text += "\n" + std::string(column, ' ');
    text += term.separator + " ";
    print(term.parts[i], text);
  }
  text += ")";
}

}  // namespace

std::vector<std::string> smallest(const Type& type) {
  switch (type.kind) {
    case Type::Kind::boolean:
      return {"TRUE", "FALSE"};
    case Type::Kind::integer:
      return {"0", "1"};
    case Type::Kind::string:
      return {"\"a\""};
    case Type::Kind::model_value:
      return {"a1"};
    case Type::Kind::set:
      return {"{}", "{" + smallest(type.arguments[0]).front() + "}"};
    case Type::Kind::sequence:
      return {"<<>>", "<<" + smallest(type.arguments[0]).front() + ">>"};
    case Type::Kind::function:
      return {"<<>>",
              "(" + smallest(type.arguments[0]).front() + " :> " + smallest(type.arguments[1]).front() + ")"};
    case Type::Kind::bag:
      return {"EmptyBag", "(" + smallest(type.arguments[0]).front() + " :> 1)"};
    case Type::Kind::tuple:
      return {smallest_tuple(type)};
    case Type::Kind::record:
      return {smallest_record(type)};
    case Type::Kind::action:
      return {smallest_action(type)};
    case Type::Kind::other:
      return {};
  }
  return {};
}

Term term(Type type, std::string pattern, std::vector<Term> parts) {
  Term result;
  result.type = std::move(type);
  result.pattern = std::move(pattern);
  result.parts = std::move(parts);
  return result;
}

Term list(Type type, std::string open, std::string separator, std::string close, std::vector<Term> parts) {
  Term result = term(std::move(type), std::move(open), std::move(parts));
  result.list = true;
  result.separator = std::move(separator);
  result.close = std::move(close);
  return result;
}

Term bulleted(Type type, std::string bullet, std::vector<Term> parts) {
  Term result = list(std::move(type), "", std::move(bullet), "", std::move(parts));
  result.bullets = true;
  return result;
}

void print(const Term& term, std::string& text) {
  if (term.bullets) return print_bullets(term, text);
  if (term.list) return print_list(term, text);
  std::size_t part = 0;
  for (const char c : term.pattern) {
    if (c == '$') {
      print(term.parts.at(part++), text);
    } else {
      text += c;
    }
  }
}

std::string module_text(const Document& document) {
  std::string text = "---- MODULE M ----\n";
  for (const std::string& line : document.declarations) text += line + "\n";
  for (const Definition& definition : document.definitions) {
    if (!definition.before.empty()) text += definition.before + "\n";
    text += definition.head + " == ";
    print(definition.body, text);
    text += "\n";
  }
  return text + "====\n";
}

std::string configuration_text(const Document& document) {
  return joined(document.configuration, "\n") + "\n";
}

std::string text(const Document& document) {
  return module_text(document) + "---- M.cfg ----\n" + configuration_text(document);
}

}  // namespace synod::differential
