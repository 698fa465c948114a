// VectorClocks!CausalOrder: the logs of the nodes merged into one.
#include <algorithm>
#include <map>

#include "program/native.hpp"
#include "program/operator_nodes.hpp"

namespace synod::program {

namespace {

struct Before {
  bool operator()(Value a, Value b) const { return values::compare(a, b) < 0; }
};

}  // namespace

/// An entry of the log with what its clock says.
struct CausalOrderNode::Entry {
  Value item;
  Value node;
  std::int64_t time = 0;                              ///< at its own node
  std::vector<std::pair<Value, std::int64_t>> known;  ///< how many entries of each node it knows
};

CausalOrderNode::Entry CausalOrderNode::entry(Frame& f, Value item) const {
  Context& c = *f.context;
  const auto applied = [&](const InlineOperator& op, Value argument) {
    const OperatorInUse in_use(op, 1, f);
    f.slots[op.first_slot] = argument;
    return component(c, op.body->eval(f));
  };
  const auto time_at = [&](Value clock, Value node) {
    const Value time = placed([&] { return values::apply(c.arena, clock, node); });
    if (!time.is_integer())
      fail(EvaluationFault::not_integer,
           "A vector clock has an integer for each node, but one is " + values::to_string(time) + ".");
    return time.as_integer();
  };
  Entry made;
  made.item = item;
  made.node = applied(node_, item);
  const Value clock = applied(clock_, item);
  made.time = time_at(clock, made.node);
  const Value nodes = applied(domain_, clock);
  if (nodes.kind() != Kind::set)
    fail(EvaluationFault::not_a_set,
         "The nodes of a vector clock are a set, but the value is " + values::to_string(nodes) + ".");
  for (const Value node : values::elements(nodes)) made.known.emplace_back(node, time_at(clock, node));
  return made;
}

Value CausalOrderNode::eval(Frame& f) const {
  const Value log = sequence_operand(*this, f, log_->eval(f), EvaluationFault::unforeseen);
  std::map<Value, std::vector<Entry>, Before> logs;
  for (const Value item : values::range_of(log)) {
    evaluation_step();
    Entry made = entry(f, item);
    std::vector<Entry>& entries = logs[made.node];
    // A log is nearly in order already, so most entries go to the end.
    const auto place = std::ranges::upper_bound(entries, made.time, {}, &Entry::time);
    entries.insert(place, std::move(made));
  }

  std::map<Value, std::size_t, Before> done;  // entries of each node that are in their place
  const auto ready = [&](const Entry& e) {
    return std::ranges::all_of(e.known, [&](const auto& known) {
      const auto& [node, count] = known;
      if (count <= 0 || values::equal(node, e.node)) return true;
      const auto of_node = logs.find(node);
      if (of_node == logs.end() || static_cast<std::uint64_t>(count) > of_node->second.size())
        fail(EvaluationFault::unforeseen, "The log lacks entry " + std::to_string(count) + " of node " +
                                              values::to_string(node) + ", which a vector clock knows of.");
      return static_cast<std::size_t>(count) <= done[node];
    });
  };
  std::vector<Value> ordered;
  for (bool progress = true; progress;) {
    progress = false;
    for (const auto& [node, entries] : logs) {
      std::size_t& next = done[node];
      if (next == entries.size() || !ready(entries[next])) continue;
      ordered.push_back(entries[next++].item);
      progress = true;
    }
  }
  if (ordered.size() != values::size(log))
    fail(EvaluationFault::unforeseen, "The vector clocks of the log are in no causal order.");
  return values::make_tuple(f.context->arena, ordered);
}

}  // namespace synod::program
