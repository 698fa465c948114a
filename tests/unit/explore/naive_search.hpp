// The oracle: a breadth-first search by one thread over whole states in a std::map, written after TLC's rules
// (docs: how we count) and after nothing in checker/explore.
#pragma once

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "explore/search.hpp"
#include "fake_model.hpp"

namespace synod::explore::test {

/// What a search says, in a form that can be compared and printed.
struct Summary {
  Outcome outcome = Outcome::success;
  std::string what;  ///< property, error message or limit
  std::uint64_t generated = 0, distinct = 0, queue = 0, depth = 0;
  std::vector<Numbers> trace;
  std::vector<std::string> labels;
  std::vector<std::string> continued;
  std::vector<std::vector<Numbers>> traces_continued;
  std::vector<std::uint64_t> action_generated, action_distinct, variable_values;
  std::string graph;  ///< states, then steps, a line each
  bool operator==(const Summary&) const = default;
};

inline std::string graph_line(std::size_t number, std::uint64_t level, bool expanded, const Numbers& state) {
  std::string line =
      std::to_string(number) + " at " + std::to_string(level) + (expanded ? ":" : " not expanded:");
  for (const int n : state) line += " " + std::to_string(n);
  return line + "\n";
}

class NaiveSearch {
 public:
  NaiveSearch(const FakeModel& model, const Options& options) : model_(model), options_(options) {}

  Summary run() {
    out_.action_generated.resize(model_.actions);
    out_.action_distinct.resize(model_.actions);
    initial_states();
    while (!ended_ && !queue_.empty()) {
      at_ = queue_.front();
      if (options_.max_depth && at_->level >= *options_.max_depth) {
        end(Outcome::limit, "depth " + std::to_string(*options_.max_depth));
        break;
      }
      queue_.pop_front();
      expand();
    }
    out_.distinct = seen_.size();
    out_.queue = queue_.size();
    if (out_.generated > 0) out_.depth = std::max<std::uint64_t>(1, out_.depth);
    count_values();
    write_graph();
    return out_;
  }

 private:
  struct Node {
    Numbers state;
    Node* parent = nullptr;
    std::string label;
    std::uint64_t level = 1;
    std::size_t number = 1;
    bool expanded = false;
    std::string steps = {};
  };

  void initial_states() {
    for (const Numbers& state : model_.initial) {
      ++out_.generated;
      try {
        const bool inside = !model_.constraint || model_.constraint(state);
        bool is_new = false;
        if (inside && add(state, nullptr, "Initial predicate")) {
          is_new = true;
          queue_.push_back(&nodes_.back());
        }
        if (!inside || is_new) {
          if (const auto i = first_false(model_.invariants, state)) {
            violation(Outcome::invariant, "Inv" + std::to_string(*i), {state}, {"Initial predicate"});
          }
          if (ended_) return;
          if (const auto i = first_false(model_.implied_inits, state)) {
            end(Outcome::implied_init, "Begin" + std::to_string(*i));
            out_.trace = {state};
            out_.labels = {"Initial predicate"};
            return;
          }
        }
        if (is_new && full()) return;
      } catch (const EvaluationError& error) {
        fail(error, {state}, {"Initial predicate"});
        return;
      }
    }
  }

  void expand() {
    auto [successors, error] = model_.next(at_->state);
    for (const Successor& successor : successors) {
      ++out_.generated;
      ++out_.action_generated[successor.action];
      try {
        step(successor);
      } catch (const EvaluationError& failed) {
        auto [trace, labels] = path(at_);
        trace.push_back(successor.state);
        labels.push_back("A" + std::to_string(successor.action));
        fail(failed, trace, labels);
      }
      if (ended_) return;
    }
    if (error) {
      if (error->fault() == EvaluationFault::unassigned_variable) ++out_.generated;
      const auto [trace, labels] = path(at_);
      return fail(*error, trace, labels);
    }
    at_->expanded = true;
    if (successors.empty() && options_.check_deadlock) {
      end(Outcome::deadlock, "");
      std::tie(out_.trace, out_.labels) = path(at_);
    }
  }

  void step(const Successor& successor) {
    const Numbers& state = successor.state;
    const std::string label = "A" + std::to_string(successor.action);
    const bool inside = (!model_.constraint || model_.constraint(state)) &&
                        (!model_.action_constraint || model_.action_constraint(at_->state, state));
    bool is_new = true;
    if (inside) {
      is_new = add(state, at_, label);
      at_->steps +=
          std::to_string(at_->number) + " -" + label + "-> " + std::to_string(numbers_[key_of(state)]) + "\n";
      if (is_new) ++out_.action_distinct[successor.action];
    }
    auto [trace, labels] = path(at_);
    trace.push_back(state);
    labels.push_back(label);
    if (is_new) {
      if (const auto i = first_false(model_.invariants, state)) {
        violation(Outcome::invariant, "Inv" + std::to_string(*i), trace, labels);
      }
      if (ended_) return;
    }
    if (const auto i = first_false(model_.action_properties, at_->state, state)) {
      violation(Outcome::action_property, "Step" + std::to_string(*i), trace, labels);
      if (ended_) return;
    }
    if (inside && is_new) {
      queue_.push_back(&nodes_.back());
      full();
    }
  }

  /// Whether the state (its view) is new.
  bool add(const Numbers& state, Node* parent, const std::string& label) {
    const Numbers key = key_of(state);
    if (!seen_.insert(key).second) return false;
    nodes_.push_back({state, parent, label, parent ? parent->level + 1 : 1, nodes_.size() + 1});
    numbers_[key] = nodes_.size();
    if (parent) out_.depth = std::max(out_.depth, parent->level + 1);
    return true;
  }

  Numbers key_of(const Numbers& state) const { return model_.view ? Numbers{model_.view(state)} : state; }

  void write_graph() {
    bool complete = !ended_ || out_.outcome == Outcome::deadlock;
    for (const Node& node : nodes_) {
      out_.graph += graph_line(node.number, node.level, node.expanded, node.state);
      complete = complete && node.expanded;
    }
    for (const Node& node : nodes_) out_.graph += node.steps;
    out_.graph += complete ? "complete\n" : "not complete\n";
  }

  bool full() {
    if (!options_.max_states || seen_.size() < *options_.max_states) return false;
    end(Outcome::limit, std::to_string(*options_.max_states) + " states");
    return true;
  }

  static std::pair<std::vector<Numbers>, std::vector<std::string>> path(const Node* node) {
    std::pair<std::vector<Numbers>, std::vector<std::string>> result;
    for (; node != nullptr; node = node->parent) {
      result.first.insert(result.first.begin(), node->state);
      result.second.insert(result.second.begin(), node->label);
    }
    return result;
  }

  void violation(Outcome outcome, const std::string& name, const std::vector<Numbers>& trace,
                 const std::vector<std::string>& labels) {
    if (options_.continue_after_violation) {
      if (std::count(out_.continued.begin(), out_.continued.end(), name) != 0) return;
      out_.continued.push_back(name);
      out_.traces_continued.push_back(trace);
      return;
    }
    end(outcome, name);
    out_.trace = trace;
    out_.labels = labels;
  }
  void fail(const EvaluationError& error, const std::vector<Numbers>& trace,
            const std::vector<std::string>& labels) {
    end(error.fault() == EvaluationFault::assertion ? Outcome::assertion : Outcome::error, error.message());
    out_.trace = trace;
    out_.labels = labels;
  }
  void end(Outcome outcome, const std::string& what) {
    ended_ = true;
    out_.outcome = outcome;
    out_.what = what;
  }

  void count_values() {
    for (std::size_t i = 0; i < model_.looks.size(); ++i) {
      std::set<int> values;
      for (const Node& node : nodes_) values.insert(node.state[i]);
      out_.variable_values.push_back(values.size());
    }
  }

  template <class Predicates, class... Arguments>
  static std::optional<std::size_t> first_false(const Predicates& predicates, const Arguments&... arguments) {
    for (std::size_t i = 0; i < predicates.size(); ++i) {
      if (!predicates[i](arguments...)) return i;
    }
    return std::nullopt;
  }

  const FakeModel& model_;
  const Options& options_;
  Summary out_;
  std::set<Numbers> seen_;
  std::map<Numbers, std::size_t> numbers_;  // by key
  std::deque<Node> nodes_;
  std::deque<Node*> queue_;
  Node* at_ = nullptr;
  bool ended_ = false;
};

}  // namespace synod::explore::test
