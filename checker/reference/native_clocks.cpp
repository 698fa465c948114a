// VectorClocks!CausalOrder: the entries of a log in the order that their vector clocks say.
#include <algorithm>

#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

struct Entry {
  Value item;
  Value node;
  std::int64_t number = 0;                              ///< which one of its node it is
  std::vector<std::pair<Value, std::int64_t>> depends;  ///< entries that must come before: node and number
  bool placed = false;
};

std::int64_t time_of(const Value& clock, const Value& node) {
  const Value time = apply(clock, node);
  if (!time.is(ValueKind::integer))
    fail(EvaluationFault::not_integer, "A vector clock has a time that is no integer:\n" + text(clock));
  return time.as_integer();
}

Entry read_entry(const NativeCall& call, const Value& item) {
  Entry entry;
  entry.item = item;
  entry.node = call.call(2, {item});
  const Value clock = call.call(1, {item});
  entry.number = time_of(clock, entry.node);
  const Value nodes = call.call(3, {clock});
  require_set(nodes, "the nodes of a vector clock");
  for (const Value& node : elements_of(nodes)) {
    if (!equal(node, entry.node) && time_of(clock, node) > 0)
      entry.depends.emplace_back(node, time_of(clock, node));
  }
  return entry;
}

/// The entries of each node in their order; nodes in the order of values.
using Logs = std::vector<std::vector<Entry>>;

Logs by_node(const std::vector<Entry>& entries) {
  const auto before = [](const Entry& a, const Entry& b) {
    const int order = compare(a.node, b.node);
    return order < 0 || (order == 0 && a.number < b.number);
  };
  std::vector<Entry> sorted;
  for (const Entry& entry : entries)
    sorted.insert(std::upper_bound(sorted.begin(), sorted.end(), entry, before), entry);
  Logs logs;
  for (Entry& entry : sorted) {
    if (logs.empty() || !equal(logs.back().front().node, entry.node)) logs.emplace_back();
    logs.back().push_back(std::move(entry));
  }
  return logs;
}

bool is_placed(const Logs& logs, const Value& node, std::int64_t number) {
  for (const std::vector<Entry>& log : logs) {
    if (!equal(log.front().node, node)) continue;
    if (number <= static_cast<std::int64_t>(log.size()))
      return log[static_cast<std::size_t>(number - 1)].placed;
  }
  fail(EvaluationFault::argument, "A vector clock knows of entry " + std::to_string(number) +
                                      " of a node, which is not in the log:\n" + text(node));
}

Value causal_order(const NativeCall& call) {
  Elements log;
  const Value given = call.argument(0);
  if (!as_tuple(given, log))
    fail_argument(EvaluationFault::not_a_sequence, 0, "CausalOrder", "sequence", given);
  std::vector<Entry> entries;
  for (const Value& item : log) entries.push_back(read_entry(call, item));
  Logs logs = by_node(entries);
  Elements ordered;
  for (bool progress = true; progress;) {
    progress = false;
    for (std::vector<Entry>& of_node : logs) {
      const auto next =
          std::find_if(of_node.begin(), of_node.end(), [](const Entry& e) { return !e.placed; });
      if (next == of_node.end()) continue;
      const bool ready = std::all_of(next->depends.begin(), next->depends.end(), [&](const auto& other) {
        return is_placed(logs, other.first, other.second);
      });
      if (!ready) continue;
      next->placed = true;
      ordered.push_back(next->item);
      progress = true;
    }
  }
  if (ordered.size() < log.size())
    fail(EvaluationFault::argument, "The vector clocks contradict each other.");
  return Value::tuple(std::move(ordered));
}

}  // namespace

Value clock_native(Native native, const NativeCall& call) {
  return native == Native::causal_order ? causal_order(call) : Value();
}

}  // namespace synod::reference
