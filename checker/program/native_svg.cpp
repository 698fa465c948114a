// SVG and GraphViz: pictures as text.
#include <cmath>
#include <numbers>

#include "program/compiler.hpp"
#include "program/native.hpp"

namespace synod::program {

using semantics::Native;

namespace {

Value string_value(const std::string& text) { return Value::string(values::atoms().string(text)); }

/// A field of a record, or none.
Value field_of(Value record, std::string_view name) {
  if (!values::is_record(record)) return {};
  const std::ptrdiff_t i = values::find_point(record, Value::string(values::atoms().string(name)));
  return i < 0 ? Value() : values::range_of(record)[static_cast<std::size_t>(i)];
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

/// <name attribute='value'>text children</name>
class SvgText {
 public:
  explicit SvgText(const Node& node) : node_(node) {}

  [[nodiscard]] std::string of(Value element) const {
    const std::string name = text(element, "name");
    std::string out = "<" + name;
    for (const auto& [attribute, value] : attributes(element)) out += " " + attribute + "='" + value + "'";
    std::string inner = text(element, "innerText");
    replace_all(inner, "<<", "&lt;&lt;");
    replace_all(inner, ">>", "&gt;&gt;");
    out += ">" + inner;
    const Value children = field_of(element, "children");
    if (!values::is_function(children.kind())) fail(element);
    for (const Value child : values::range_of(children)) out += of(child);
    return out + "</" + name + ">";
  }

 private:
  [[noreturn]] void fail(Value element) const {
    node_.fail(EvaluationFault::unforeseen,
               "An SVG element is a record of name and innerText (strings), attrs (a record of strings) and "
               "children (a sequence of elements), but the value is " +
                   values::to_string(element) + ".");
  }

  [[nodiscard]] std::string text(Value element, std::string_view field) const {
    const Value v = field_of(element, field);
    if (!v.is_string()) fail(element);
    return v.text();
  }

  [[nodiscard]] std::vector<std::pair<std::string, std::string>> attributes(Value element) const {
    const Value attrs = field_of(element, "attrs");
    if (attrs.is_none() || !values::is_function(attrs.kind())) fail(element);
    std::vector<std::pair<std::string, std::string>> found;
    for (std::size_t i = 0; i < values::size(attrs); ++i) {
      const Value name = values::domain_point(attrs, i);
      const Value value = values::range_of(attrs)[i];
      if (!name.is_string() || !value.is_string()) fail(element);
      std::string written = name.text();
      replace_all(written, "_", "-");
      found.emplace_back(written, value.text());
    }
    return found;
  }

  const Node& node_;
};

Value svg_elem_to_string(const Node& node, Frame& f, std::span<const Value> a) {
  return string_value(SvgText(node).of(component(*f.context, a[0])));
}

std::int64_t integer(const Node& node, Value v) {
  if (!v.is_integer())
    node.fail(EvaluationFault::not_integer,
              "An integer was expected, but the value is " + values::to_string(v) + ".");
  return v.as_integer();
}

Value point(Frame& f, double x, double y) {
  auto& atoms = values::atoms();
  const values::AtomId names[] = {atoms.string("x"), atoms.string("y")};
  const Value items[] = {values::make_integer(f.context->arena, static_cast<std::int64_t>(x)),
                         values::make_integer(f.context->arena, static_cast<std::int64_t>(y))};
  return values::make_record(f.context->arena, names, items);
}

void check_coordinate(const Node& node, double value) {
  if (std::abs(value) < 1e15) return;
  node.fail(EvaluationFault::unforeseen,
            "The point has no coordinates: they are too large, or nothing is divided.");
}

Value checked_point(const Node& node, Frame& f, double x, double y) {
  check_coordinate(node, x);
  check_coordinate(node, y);
  return point(f, x, y);
}

Value node_of_ring_network(const Node& node, Frame& f, std::span<const Value> a) {
  double n[5];
  for (std::size_t i = 0; i < 5; ++i) n[i] = static_cast<double>(integer(node, a[i]));
  const double angle = 2 * std::numbers::pi / n[4] * n[3];
  if (n[4] == 0) node.fail(EvaluationFault::unforeseen, "NodeOfRingNetwork divides the ring into 0 parts.");
  return checked_point(node, f, n[0] + n[2] * std::cos(angle), n[1] + n[2] * std::sin(angle));
}

Value point_on_line(const Node& node, Frame& f, std::span<const Value> a) {
  const Value from = component(*f.context, a[0]);
  const Value to = component(*f.context, a[1]);
  const auto parts = static_cast<double>(integer(node, a[2]));
  const auto part = [&](std::string_view axis) {
    const Value start = field_of(from, axis);
    const Value end = field_of(to, axis);
    if (start.is_none() || end.is_none())
      node.fail(EvaluationFault::unforeseen,
                "The first two arguments of PointOnLine must be records of x and y.");
    const auto first = static_cast<double>(integer(node, start));
    return first + (static_cast<double>(integer(node, end)) - first) / parts;
  };
  const double x = part("x");
  return checked_point(node, f, x, part("y"));
}

/// DotDiGraph(G, VL, EL): the bodies of both operators run with their parameter in a slot of this frame.
class DotDiGraphNode final : public Node {
 public:
  struct Label {
    unsigned slot = 0;
    NodePtr body = nullptr;
  };
  DotDiGraphNode(NodePtr graph, Label of_node, Label of_edge)
      : graph_(graph), of_node_(of_node), of_edge_(of_edge) {}

  Value eval(Frame& f) const override {
    const Value graph = component(*f.context, graph_->eval(f));
    const auto nodes = set_field(graph, "node");
    const auto edges = set_field(graph, "edge");
    std::string out = "digraph MyGraph {";
    std::vector<Value> named;
    for (const Value v : nodes) out += name(named, v) + "[label=" + label(f, of_node_, v) + "];";
    for (const Value e : edges) {
      if (e.kind() != Kind::tuple || values::size(e) < 2) fail_graph(graph);
      out += name(named, values::range_of(e)[0]) + "->";
      out += name(named, values::range_of(e)[1]) + "[label=" + label(f, of_edge_, e) + "];";
    }
    return string_value(out + "}");
  }
  std::string show() const override {
    return "dot(" + graph_->show() + ", " + of_node_.body->show() + ", " + of_edge_.body->show() + ")";
  }

 private:
  [[noreturn]] void fail_graph(Value graph) const {
    fail(EvaluationFault::unforeseen,
         "DotDiGraph takes a graph, a record of a set node and a set edge of pairs, but the value is " +
             values::to_string(graph) + ".");
  }

  [[nodiscard]] std::span<const Value> set_field(Value graph, std::string_view field) const {
    const Value set = field_of(graph, field);
    if (set.kind() != Kind::set) fail_graph(graph);
    return values::elements(set);
  }

  /// "n1", "n2", ... in the order in which they are met.
  static std::string name(std::vector<Value>& named, Value v) {
    std::size_t i = 0;
    while (i < named.size() && !(values::hash(named[i]) == values::hash(v) && values::equal(named[i], v)))
      ++i;
    if (i == named.size()) named.push_back(v);
    return "n" + std::to_string(i + 1);
  }

  static std::string label(Frame& f, const Label& label, Value v) {
    // A closure that is made later must not keep what may be a temporary.
    struct InUse {
      Value& slot;
      ~InUse() { slot = Value(); }
    };
    const InUse in_use{f.slots[label.slot]};
    in_use.slot = v;
    return values::to_string(component(*f.context, label.body->eval(f)));
  }

  NodePtr graph_;
  Label of_node_, of_edge_;
};

}  // namespace

NativeFunction svg_function(Native native) {
  switch (native) {
    case Native::svg_elem_to_string:
      return svg_elem_to_string;
    case Native::node_of_ring_network:
      return node_of_ring_network;
    case Native::point_on_line:
      return point_on_line;
    default:
      return nullptr;
  }
}

NodePtr Compiler::compile_dot_di_graph(const Expr& e, const std::vector<const Expr*>& operands,
                                       const Scope& s) {
  const NodePtr graph = compile(*operands[0], s);
  Dependence d = graph->depends;
  const auto label = [&](const Expr& lambda) {
    const unsigned slot = allocate(*s.unit, 1);
    Binding b;
    b.kind = Binding::Kind::slot;
    b.unit = s.unit;
    b.slot = slot;
    Scope inner = s;
    inner.environment = extend(inner.environment, lambda.symbols[0], b);
    const NodePtr body = compile(*lambda.operands[0], inner);
    Dependence of_body = body->depends;
    of_body.bind(slot_key(*s.unit, slot), 1);
    d |= of_body;
    return DotDiGraphNode::Label{slot, body};
  };
  const DotDiGraphNode::Label of_node = label(*operands[1]);
  const DotDiGraphNode::Label of_edge = label(*operands[2]);
  return finish(code_.make<DotDiGraphNode>(graph, of_node, of_edge), e, s, d);
}

}  // namespace synod::program
