// Graphs and UndirectedGraphs: paths, connections and components, by search along the edges.
#include <algorithm>
#include <optional>
#include <utility>

#include "program/native.hpp"

namespace synod::program {

using semantics::Native;

namespace {

/// The nodes, numbered in their order, and for each those that an edge leads to.
struct Graph {
  std::span<const Value> nodes;
  std::vector<std::vector<std::size_t>> next;

  [[nodiscard]] std::optional<std::size_t> number(Value node) const {
    const auto place = std::lower_bound(nodes.begin(), nodes.end(), node,
                                        [](Value a, Value b) { return values::compare(a, b) < 0; });
    if (place == nodes.end() || !values::equal(*place, node)) return std::nullopt;
    return static_cast<std::size_t>(place - nodes.begin());
  }
};

/// What an edge connects; nothing when the value is no edge, such as a triple.
using Ends = std::optional<std::pair<Value, Value>> (*)(Value edge);

std::optional<std::pair<Value, Value>> ends_of_pair(Value edge) {
  if (edge.kind() != Kind::tuple || values::size(edge) != 2) return std::nullopt;
  return std::pair(values::range_of(edge)[0], values::range_of(edge)[1]);
}

std::optional<std::pair<Value, Value>> ends_of_set(Value edge) {
  if (edge.kind() != Kind::set) return std::nullopt;
  const auto ends = values::elements(edge);
  if (ends.empty() || ends.size() > 2) return std::nullopt;
  return std::pair(ends.front(), ends.back());
}

struct GraphOperand {
  const Node& node;
  Frame& frame;
  const char* by;  ///< the operator
  bool undirected;

  [[noreturn]] void fail(Value graph, const char* wanted) const {
    node.fail(EvaluationFault::argument, std::string(by) + " takes a graph, a record " + wanted +
                                             ", but the value is " + values::to_string(graph) + ".");
  }

  [[nodiscard]] Value field(Value graph, const char* name) const {
    if (values::is_record(graph)) {
      const std::ptrdiff_t i = values::find_point(graph, Value::string(values::atoms().string(name)));
      if (i >= 0) {
        const Value set = values::range_of(graph)[static_cast<std::size_t>(i)];
        if (set.kind() == Kind::set) return set;
      }
    }
    fail(graph, "with the sets node and edge");
  }

  [[nodiscard]] Graph read(Value operand) const {
    const Value graph = component(*frame.context, operand);
    Graph made;
    made.nodes = values::elements(field(graph, "node"));
    made.next.resize(made.nodes.size());
    const Ends ends_of = undirected ? ends_of_set : ends_of_pair;
    for (const Value edge : values::elements(field(graph, "edge"))) {
      const auto ends = ends_of(edge);
      if (!ends) continue;
      const auto from = made.number(ends->first);
      const auto to = made.number(ends->second);
      if (!from || !to) continue;
      made.next[*from].push_back(*to);
      if (undirected && *from != *to) made.next[*to].push_back(*from);
    }
    return made;
  }
};

/// Which nodes a path from `start` leads to; `start` is one of them.
std::vector<bool> reached(const Graph& graph, std::size_t start) {
  std::vector<bool> seen(graph.nodes.size());
  std::vector<std::size_t> open{start};
  seen[start] = true;
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    for (const std::size_t to : graph.next[at]) {
      if (seen[to]) continue;
      seen[to] = true;
      open.push_back(to);
    }
  }
  return seen;
}

/// All paths without a node twice, by depth-first search.
class SimplePaths {
 public:
  SimplePaths(const Node& node, Frame& f, const Graph& graph)
      : node_(node), arena_(f.context->arena), graph_(graph), on_path_(graph.nodes.size()) {}

  Value all() {
    for (std::size_t start = 0; start < graph_.nodes.size(); ++start) extend(start);
    return values::make_set(arena_, paths_);
  }

 private:
  void extend(std::size_t at) {
    evaluation_step();
    if (paths_.size() >= values::max_elements) {
      node_.fail(EvaluationFault::too_large,
                 "SimplePath has more than " + std::to_string(values::max_elements) + " elements.");
    }
    on_path_[at] = true;
    path_.push_back(graph_.nodes[at]);
    paths_.push_back(values::make_tuple(arena_, path_));
    for (const std::size_t to : graph_.next[at]) {
      if (!on_path_[to]) extend(to);
    }
    path_.pop_back();
    on_path_[at] = false;
  }

  const Node& node_;
  values::Arena& arena_;
  const Graph& graph_;
  std::vector<bool> on_path_;
  std::vector<Value> path_, paths_;
};

template <bool undirected>
Value simple_path(const Node& node, Frame& f, std::span<const Value> a) {
  const Graph graph = GraphOperand{node, f, "SimplePath", undirected}.read(a[0]);
  return SimplePaths(node, f, graph).all();
}

template <bool undirected>
Value are_connected_in(const Node& node, Frame& f, std::span<const Value> a) {
  const Graph graph = GraphOperand{node, f, "AreConnectedIn", undirected}.read(a[2]);
  const auto from = graph.number(component(*f.context, a[0]));
  const auto to = from ? graph.number(component(*f.context, a[1])) : std::nullopt;
  return Value::boolean(to && reached(graph, *from)[*to]);
}

Graph transposed(const Graph& graph) {
  Graph made{graph.nodes, std::vector<std::vector<std::size_t>>(graph.nodes.size())};
  for (std::size_t from = 0; from < graph.next.size(); ++from) {
    for (const std::size_t to : graph.next[from]) made.next[to].push_back(from);
  }
  return made;
}

/// Every node is reached from the first one, and the first one from every node.
Value is_strongly_connected(const Node& node, Frame& f, std::span<const Value> a) {
  const Graph graph = GraphOperand{node, f, "IsStronglyConnected", false}.read(a[0]);
  if (graph.nodes.empty()) return Value::boolean(true);
  const auto reaches_all = [](const Graph& g) {
    const std::vector<bool> seen = reached(g, 0);
    return std::ranges::find(seen, false) == seen.end();
  };
  return Value::boolean(reaches_all(graph) && reaches_all(transposed(graph)));
}

Value connected_components(const Node& node, Frame& f, std::span<const Value> a) {
  const Graph graph = GraphOperand{node, f, "ConnectedComponents", true}.read(a[0]);
  std::vector<bool> placed(graph.nodes.size());
  std::vector<Value> components;
  for (std::size_t start = 0; start < graph.nodes.size(); ++start) {
    if (placed[start]) continue;
    const std::vector<bool> seen = reached(graph, start);
    std::vector<Value> nodes;
    for (std::size_t i = 0; i < seen.size(); ++i) {
      if (!seen[i]) continue;
      placed[i] = true;
      nodes.push_back(graph.nodes[i]);
    }
    components.push_back(values::make_sorted_set(f.context->arena, nodes));
  }
  return values::make_set(f.context->arena, components);
}

}  // namespace

NativeFunction graph_function(Native native) {
  switch (native) {
    case Native::simple_path:
      return simple_path<false>;
    case Native::are_connected_in:
      return are_connected_in<false>;
    case Native::is_strongly_connected:
      return is_strongly_connected;
    case Native::undirected_simple_path:
      return simple_path<true>;
    case Native::undirected_are_connected_in:
      return are_connected_in<true>;
    case Native::connected_components:
      return connected_components;
    default:
      return nullptr;
  }
}

}  // namespace synod::program
