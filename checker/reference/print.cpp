// Values as TLA+ text.
#include <algorithm>
#include <cctype>

#include "reference/set.hpp"
#include "reference/value.hpp"

namespace synod::reference {
namespace {

/// Finite sets up to this size are printed by their elements.
constexpr std::int64_t longest_listing = 2000;

std::string quoted(const std::string& s) {
  std::string result = "\"";
  for (const char c : s) {
    switch (c) {
      case '"':
        result += "\\\"";
        break;
      case '\\':
        result += "\\\\";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\t':
        result += "\\t";
        break;
      case '\r':
        result += "\\r";
        break;
      case '\f':
        result += "\\f";
        break;
      default:
        result += c;
    }
  }
  return result + "\"";
}

bool is_identifier(const std::string& name) {
  const auto letter = [](unsigned char c) { return std::isalpha(c) != 0; };
  const auto inner = [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; };
  return std::all_of(name.begin(), name.end(), inner) && std::any_of(name.begin(), name.end(), letter);
}

std::string joined(const Elements& elements, const char* separator) {
  std::string result;
  for (const Value& e : elements) {
    if (!result.empty()) result += separator;
    result += text(e);
  }
  return result;
}

/// Can the elements be listed, and are they few enough?
bool listable(const Value& s) {
  try {
    if (!is_finite(s)) return false;
    const auto size = size_of(s);
    return size && *size < longest_listing;
  } catch (const EvaluationError&) {
    return false;
  }
}

std::string symbolic_text(const Set& set) {
  const auto part = [&](std::size_t i) { return text(set.parts[i]); };
  switch (set.form) {
    case SetForm::unsorted:
      return "{" + joined(set.parts, ", ") + "}";
    case SetForm::interval:
      return std::to_string(set.low) + ".." + std::to_string(set.high);
    case SetForm::naturals:
      return "Nat";
    case SetForm::integers:
      return "Int";
    case SetForm::strings:
      return "STRING";
    case SetForm::any:
      return "ANY";
    case SetForm::sequences:
      return "Seq(" + part(0) + ")";
    case SetForm::powerset:
      return "SUBSET " + part(0);
    case SetForm::functions:
      return "[" + part(0) + " -> " + part(1) + "]";
    case SetForm::product:
      return "(" + joined(set.parts, " \\X ") + ")";
    case SetForm::records: {
      std::string result;
      for (std::size_t i = 0; i < set.fields.size(); ++i) {
        result += (i == 0 ? "" : ", ") + set.fields[i] + " : " + part(i);
      }
      return "[" + result + "]";
    }
    case SetForm::set_union:
      return "(" + part(0) + " \\cup " + part(1) + ")";
    case SetForm::intersection:
      return "(" + part(0) + " \\cap " + part(1) + ")";
    case SetForm::difference:
      return "(" + part(0) + " \\ " + part(1) + ")";
    case SetForm::big_union:
      return "UNION " + part(0);
    case SetForm::filter:
      return "{x \\in " + part(0) + " : <expression>}";
    default:
      return "{" + joined(set.parts, ", ") + "}";
  }
}

std::string set_text(const Value& s) {
  const Set& set = s.as_set();
  if (set.form == SetForm::elements) return "{" + joined(set.parts, ", ") + "}";
  if (set.form != SetForm::unsorted && listable(s)) {
    try {
      return "{" + joined(elements_of(s), ", ") + "}";
    } catch (const EvaluationError&) {  // an element fails: show the construction
    }
  }
  return symbolic_text(set);
}

std::string function_text(const Value& f) {
  if (f.as_function().domain.defined()) {
    try {
      static_cast<void>(pairs_of(f));
    } catch (const EvaluationError&) {
      return "[x \\in " + text(f.as_function().domain) + " |-> <expression>]";
    }
  }
  Elements elements;
  if (as_tuple(f, elements)) return "<<" + joined(elements, ", ") + ">>";
  const Pairs& pairs = pairs_of(f);
  const bool record = std::all_of(pairs.begin(), pairs.end(), [](const auto& pair) {
    return pair.first.is(ValueKind::string) && is_identifier(pair.first.as_string());
  });
  std::string result;
  for (const auto& [key, value] : pairs) {
    if (!result.empty()) result += record ? ", " : " @@ ";
    result += record ? key.as_string() + " |-> " + text(value) : text(key) + " :> " + text(value);
  }
  return record ? "[" + result + "]" : "(" + result + ")";
}

}  // namespace

std::string text(const Value& v) {
  switch (v.kind()) {
    case ValueKind::undefined:
      return "null";
    case ValueKind::model_value:
      return v.as_model_value().name;
    case ValueKind::boolean:
      return v.as_boolean() ? "TRUE" : "FALSE";
    case ValueKind::integer:
      return std::to_string(v.as_integer());
    case ValueKind::string:
      return quoted(v.as_string());
    case ValueKind::set:
      return set_text(v);
    case ValueKind::function:
      return function_text(v);
  }
  return {};
}

std::string kind_text(const Value& v) {
  switch (v.kind()) {
    case ValueKind::undefined:
      return "an undefined value";
    case ValueKind::model_value:
      return "a model value";
    case ValueKind::boolean:
      return "a Boolean value";
    case ValueKind::integer:
      return "an integer";
    case ValueKind::string:
      return "a string";
    case ValueKind::set:
      return "a set";
    case ValueKind::function: {
      if (v.as_function().domain.defined()) return "a function";
      Elements elements;
      return as_tuple(v, elements) ? "a tuple" : is_record(v) ? "a record" : "a function";
    }
  }
  return {};
}

}  // namespace synod::reference
