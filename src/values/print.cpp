// Values as TLA+ text, in TLC's spelling.
#include "values/value.hpp"

namespace synod::values {

namespace {

void write(std::string& out, Value v);

void write_list(std::string& out, std::span<const Value> items, const char* separator = ", ") {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += separator;
    write(out, items[i]);
  }
}

void write_string(std::string& out, const std::string& text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\f':
        out += "\\f";
        break;
      default:
        out += c;
    }
  }
  out += '"';
}

/// A function on strings that are identifiers prints as a record.
bool prints_as_record(const Object& f) {
  for (const Value point : elements(f[0])) {
    if (!point.is_string() || !is_identifier(point.text())) return false;
  }
  return true;
}

void write_function(std::string& out, const Object& f) {
  const auto domain = elements(f[0]);
  const bool record = prints_as_record(f);
  out += record ? '[' : '(';
  for (std::size_t i = 0; i < domain.size(); ++i) {
    if (i > 0) out += record ? ", " : " @@ ";
    if (record) {
      out += domain[i].text();
    } else {
      write(out, domain[i]);
    }
    out += record ? " |-> " : " :> ";
    write(out, f[i + 1]);
  }
  out += record ? ']' : ')';
}

void write_record_set(std::string& out, const Object& o) {
  const auto names = elements(o[0]);
  out += '[';
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += ", ";
    out += names[i].text() + ": ";
    write(out, o[i + 1]);
  }
  out += ']';
}

void write_object(std::string& out, const Object& o) {
  switch (o.kind) {
    case Kind::integer:
      out += std::to_string(Value::object(&o).as_integer());
      break;
    case Kind::set:
      out += '{';
      write_list(out, o.all());
      out += '}';
      break;
    case Kind::tuple:
      out += "<<";
      write_list(out, o.all());
      out += ">>";
      break;
    case Kind::function:
      write_function(out, o);
      break;
    case Kind::interval:
      write(out, o[0]);
      out += "..";
      write(out, o[1]);
      break;
    case Kind::powerset:
      out += "SUBSET ";
      write(out, o[0]);
      break;
    case Kind::function_set:
      out += '[';
      write_list(out, o.all(), " -> ");
      out += ']';
      break;
    case Kind::record_set:
      write_record_set(out, o);
      break;
    case Kind::product:
      write_list(out, o.all(), " \\X ");
      break;
    case Kind::sequences:
      out += "Seq(";
      write(out, o[0]);
      out += ')';
      break;
    case Kind::lazy_difference:
      write_list(out, o.all(), " \\ ");
      break;
    case Kind::lazy_filter:
      out += "{x \\in S : P(x)}";
      break;
    case Kind::lazy_function:
      out += "[x \\in S |-> e]";
      break;
    default:
      out += "(a union of sets)";
  }
}

void write(std::string& out, Value v) {
  switch (v.kind()) {
    case Kind::none:
      out += "null";
      break;
    case Kind::boolean:
      out += v.as_boolean() ? "TRUE" : "FALSE";
      break;
    case Kind::string:
      write_string(out, v.text());
      break;
    case Kind::model_value:
      out += v.text();
      break;
    case Kind::naturals:
      out += "Nat";
      break;
    case Kind::integers:
      out += "Int";
      break;
    case Kind::reals:
      out += "Real";
      break;
    case Kind::strings:
      out += "STRING";
      break;
    case Kind::any:
      out += "Any";
      break;
    default:
      if (v.is_small_integer()) {
        out += std::to_string(v.as_small_integer());
      } else {
        write_object(out, *v.as_object());
      }
  }
}

}  // namespace

std::string to_string(Value v) {
  std::string out;
  write(out, v);
  return out;
}

}  // namespace synod::values
