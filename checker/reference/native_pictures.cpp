// SVG and GraphViz.
#include <cmath>
#include <map>

#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

Value field(const Value& record, const char* name) {
  return record.is(ValueKind::function) && is_record(record) ? find(record, Value::string(name)) : Value();
}

std::string replaced(const std::string& text, const std::string& what, const std::string& by) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t next = text.find(what); next != std::string::npos; next = text.find(what, at)) {
    result += text.substr(at, next - at) + by;
    at = next + what.size();
  }
  return result + text.substr(at);
}

[[noreturn]] void fail_element(const Value& element) {
  fail(EvaluationFault::argument,
       "An SVG element is a record of name, attrs, children and innerText, but this is:\n" + text(element));
}

std::string string_field(const Value& element, const char* name) {
  const Value value = field(element, name);
  if (!value.is(ValueKind::string)) fail_element(element);
  return value.as_string();
}

std::string svg_text(const Value& element) {
  const std::string name = string_field(element, "name");
  const std::string inner =
      replaced(replaced(string_field(element, "innerText"), "<<", "&lt;&lt;"), ">>", "&gt;&gt;");
  const Value attributes = field(element, "attrs");
  const Value children = field(element, "children");
  if (!attributes.is(ValueKind::function) || !children.is(ValueKind::function)) fail_element(element);
  std::string result = "<" + name;
  for (const auto& [key, value] : pairs_of(attributes)) {
    if (!key.is(ValueKind::string) || !value.is(ValueKind::string)) fail_element(element);
    result += " " + replaced(key.as_string(), "_", "-") + "='" + value.as_string() + "'";
  }
  result += ">" + inner;
  for (const auto& [position, child] : pairs_of(children)) result += svg_text(child);
  return result + "</" + name + ">";
}

double number(const Value& value, std::size_t position, const char* by) {
  if (!value.is(ValueKind::integer))
    fail_argument(EvaluationFault::not_integer, position, by, "integer", value);
  return static_cast<double>(value.as_integer());
}

Value point(double x, double y) {
  if (!(std::abs(x) < 1e15 && std::abs(y) < 1e15)) {
    fail(EvaluationFault::argument,
         "The point has no coordinates: they are too large, or nothing is divided.");
  }
  return Value::record({{"x", Value::integer(static_cast<std::int64_t>(x))},
                        {"y", Value::integer(static_cast<std::int64_t>(y))}});
}

Value node_of_ring_network(const NativeCall& call) {
  std::vector<double> n;
  for (std::size_t i = 0; i < 5; ++i) n.push_back(number(call.argument(i), i, "NodeOfRingNetwork"));
  if (n[4] == 0) fail(EvaluationFault::argument, "NodeOfRingNetwork divides the ring into 0 parts.");
  const double full = 2 * std::acos(-1.0);
  const double angle = full / n[4] * n[3];
  return point(n[0] + n[2] * std::cos(angle), n[1] + n[2] * std::sin(angle));
}

Value point_on_line(const NativeCall& call) {
  const Value from = call.argument(0);
  const Value to = call.argument(1);
  const double parts = number(call.argument(2), 2, "PointOnLine");
  const auto part = [&](const char* axis) {
    const Value start = field(from, axis);
    const Value end = field(to, axis);
    if (!start.defined())
      fail_argument(EvaluationFault::argument, 0, "PointOnLine", "record of x and y", from);
    if (!end.defined()) fail_argument(EvaluationFault::argument, 1, "PointOnLine", "record of x and y", to);
    const double first = number(start, 0, "PointOnLine");
    return first + (number(end, 1, "PointOnLine") - first) / parts;
  };
  const double x = part("x");
  return point(x, part("y"));
}

const Elements& set_field(const Value& graph, const char* name) {
  const Value set = field(graph, name);
  if (set.defined() && set.is(ValueKind::set)) return elements_of(set);
  fail_argument(EvaluationFault::argument, 0, "DotDiGraph", "record of the sets node and edge", graph);
}

/// Nodes are called n1, n2, ... in the order in which they are met.
Value dot_di_graph(const NativeCall& call) {
  const Value graph = normalised(call.argument(0));
  std::map<Value, std::string, TotalOrder> names;
  const auto name = [&](const Value& node) {
    return names.emplace(node, "n" + std::to_string(names.size() + 1)).first->second;
  };
  const auto label = [&](std::size_t of, const Value& value) {
    return "[label=" + text(normalised(call.call(of, {value}))) + "];";
  };
  std::string result = "digraph MyGraph {";
  for (const Value& node : set_field(graph, "node")) result += name(node) + label(1, node);
  for (const Value& edge : set_field(graph, "edge")) {
    Elements ends;
    if (!as_tuple(edge, ends) || ends.size() < 2) {
      fail_argument(EvaluationFault::argument, 0, "DotDiGraph", "graph whose edges are pairs", graph);
    }
    const std::string from = name(ends[0]);
    result += from + "->" + name(ends[1]) + label(2, edge);
  }
  return Value::string(result + "}");
}

}  // namespace

Value picture_native(Native native, const NativeCall& call) {
  switch (native) {
    case Native::svg_elem_to_string:
      return Value::string(svg_text(normalised(call.argument(0))));
    case Native::node_of_ring_network:
      return node_of_ring_network(call);
    case Native::point_on_line:
      return point_on_line(call);
    case Native::dot_di_graph:
      return dot_di_graph(call);
    default:
      return {};
  }
}

}  // namespace synod::reference
