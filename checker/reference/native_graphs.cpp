// Graphs and UndirectedGraphs.
#include <map>
#include <set>

#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

using Nodes = std::set<Value, TotalOrder>;

/// For each node those that an edge leads to. Edges that end in no node, and what is no edge, do not count.
using Graph = std::map<Value, Nodes, TotalOrder>;

const Elements& set_field(const Value& graph, const char* name, const char* by, std::size_t position) {
  if (graph.is(ValueKind::function) && is_record(graph)) {
    const Value set = find(graph, Value::string(name));
    if (set.defined() && set.is(ValueKind::set)) return elements_of(set);
  }
  fail_argument(EvaluationFault::argument, position, by, "record of the sets node and edge", graph);
}

/// The two nodes of an edge, or none.
Elements ends_of(const Value& edge, bool undirected) {
  Elements ends;
  if (undirected) {
    if (edge.is(ValueKind::set)) ends = elements_of(edge);
    if (ends.size() == 1) ends.push_back(ends[0]);
  } else {
    static_cast<void>(as_tuple(edge, ends));
  }
  return ends.size() == 2 ? ends : Elements();
}

Graph graph_of(const Value& value, bool undirected, const char* by, std::size_t position) {
  const Value record = normalised(value);
  Graph graph;
  const Value nodes = Value::set(set_field(record, "node", by, position));
  for (const Value& node : elements_of(nodes)) graph[node];
  for (const Value& edge : set_field(record, "edge", by, position)) {
    const Elements ends = ends_of(edge, undirected);
    if (ends.empty() || !member(ends[0], nodes) || !member(ends[1], nodes)) continue;
    graph[ends[0]].insert(ends[1]);
    if (undirected) graph[ends[1]].insert(ends[0]);
  }
  return graph;
}

/// Adds what paths from `node` lead to, itself included.
void add_reached(const Graph& graph, const Value& node, Nodes& found) {
  Elements open{node};
  while (!open.empty()) {
    const Value at = open.back();
    open.pop_back();
    if (!found.insert(at).second) continue;
    for (const Value& to : graph.at(at)) open.push_back(to);
  }
}

Nodes reached(const Graph& graph, const Value& node) {
  Nodes found;
  add_reached(graph, node, found);
  return found;
}

bool on(const Elements& path, const Value& node) {
  const TotalOrder before;
  for (const Value& other : path) {
    if (!before(other, node) && !before(node, other)) return true;
  }
  return false;
}

void add_simple_paths(const Graph& graph, Elements& path, Elements& paths) {
  paths.push_back(Value::tuple(path));
  check_room(paths);
  const Value last = path.back();
  for (const Value& to : graph.at(last)) {
    if (on(path, to)) continue;
    path.push_back(to);
    add_simple_paths(graph, path, paths);
    path.pop_back();
  }
}

Value simple_path(const NativeCall& call, bool undirected) {
  const Graph graph = graph_of(call.argument(0), undirected, "SimplePath", 0);
  Elements paths;
  for (const auto& [node, next] : graph) {
    Elements path{node};
    add_simple_paths(graph, path, paths);
  }
  return Value::set(std::move(paths));
}

Value are_connected_in(const NativeCall& call, bool undirected) {
  const Value from = normalised(call.argument(0));
  const Value to = normalised(call.argument(1));
  const Graph graph = graph_of(call.argument(2), undirected, "AreConnectedIn", 2);
  Elements keys;
  for (const auto& [node, next] : graph) keys.push_back(node);
  const Value nodes = Value::set(std::move(keys));
  if (!member(from, nodes) || !member(to, nodes)) return Value::boolean(false);
  return Value::boolean(reached(graph, from).contains(to));
}

Value is_strongly_connected(const NativeCall& call) {
  const Graph graph = graph_of(call.argument(0), false, "IsStronglyConnected", 0);
  for (const auto& [node, next] : graph) {
    if (reached(graph, node).size() != graph.size()) return Value::boolean(false);
  }
  return Value::boolean(true);
}

Value connected_components(const NativeCall& call) {
  const Graph graph = graph_of(call.argument(0), true, "ConnectedComponents", 0);
  Elements components;
  Nodes placed;
  for (const auto& [node, next] : graph) {
    if (placed.contains(node)) continue;
    const Nodes component = reached(graph, node);
    placed.insert(component.begin(), component.end());
    components.push_back(Value::set(Elements(component.begin(), component.end())));
  }
  return Value::set(std::move(components));
}

}  // namespace

Value graph_native(Native native, const NativeCall& call) {
  switch (native) {
    case Native::simple_path:
      return simple_path(call, false);
    case Native::are_connected_in:
      return are_connected_in(call, false);
    case Native::is_strongly_connected:
      return is_strongly_connected(call);
    case Native::undirected_simple_path:
      return simple_path(call, true);
    case Native::undirected_are_connected_in:
      return are_connected_in(call, true);
    case Native::connected_components:
      return connected_components(call);
    default:
      return {};
  }
}

}  // namespace synod::reference
