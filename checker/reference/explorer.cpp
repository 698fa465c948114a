#include "reference/explorer.hpp"

#include <algorithm>
#include <map>

#include "reference/predicates.hpp"

namespace synod::reference {
namespace {

/// Thrown to leave the search at the state that decides the run.
struct Stop {};

/// Whether somebody asks for the way to the state at hand.
bool mentions_trace(const model::Model& model) {
  const auto& operators = model.spec.operators;
  return std::any_of(operators.begin(), operators.end(),
                     [](const semantics::Operator* op) { return op->native == semantics::Native::trace; });
}

class Explorer {
 public:
  Explorer(Evaluator& evaluator, const ExploreLimits& limits, bool check_deadlock)
      : evaluator_(evaluator),
        model_(evaluator.model()),
        predicates_(evaluator),
        limits_(limits),
        check_deadlock_(check_deadlock && model_.check_deadlock),
        follows_ways_(mentions_trace(model_)) {}

  Exploration run() {
    try {
      check_assumptions();
      if (model_.init != nullptr) {
        behaviours_.emplace(evaluator_);
        initial_states();
        expand_all();
      }
    } catch (const Stop&) {  // result_ says why
    } catch (const EvaluationError& error) {
      result_.outcome = Outcome::error;
      result_.error = error;
      result_.trace = trace_to(expanding_);
      if (candidate_) result_.trace.push_back(*candidate_);
    }
    result_.left_on_queue = queued();
    result_.distinct = seen_.size();
    result_.depth = result_.generated == 0 ? 0 : std::max<std::int64_t>(1, result_.depth);
    check_postcondition();
    return std::move(result_);
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// A state that is to be expanded.
  struct Node {
    Step step;
    std::size_t parent = none;
    std::int64_t level = 1;
  };

  [[nodiscard]] std::size_t queued() const { return nodes_.size() - dequeued_; }

  [[nodiscard]] std::vector<Step> trace_to(std::size_t node) const {
    std::vector<Step> steps;
    for (; node != none; node = nodes_[node].parent) steps.push_back(nodes_[node].step);
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

  [[noreturn]] void violated(Outcome outcome, const std::string& name) {
    result_.outcome = outcome;
    result_.violated = name;
    result_.trace = trace_to(expanding_);
    if (candidate_) result_.trace.push_back(*candidate_);
    throw Stop();
  }

  void update_figures() {
    RunContext& run = evaluator_.run();
    run.generated = static_cast<std::int64_t>(result_.generated);
    run.distinct = static_cast<std::int64_t>(seen_.size());
    run.queue = static_cast<std::int64_t>(queued());
    run.diameter = result_.depth;
    run.initial = initial_;
  }

  void check_assumptions() {
    for (const semantics::Assumption& assumption : model_.spec.assumptions) {
      result_.violated = assumption.name;
      try {
        if (predicates_.holds_without_state(*assumption.body)) continue;
      } catch (const EvaluationError& error) {
        result_.error = error;
      }
      result_.outcome = Outcome::assumption;
      throw Stop();
    }
    result_.violated.clear();
  }

  void check_postcondition() {
    if (!model_.postcondition || result_.outcome == Outcome::assumption) return;
    update_figures();
    evaluator_.run().counter_example = result_.trace;
    bool satisfied = false;
    try {
      satisfied = predicates_.holds_without_state(*model_.postcondition->body);
    } catch (const EvaluationError& error) {
      if (result_.outcome != Outcome::success) return;
      result_.outcome = Outcome::error;
      result_.error = error;
      result_.violated = model_.postcondition->name;
    }
    if (satisfied || result_.outcome != Outcome::success) return;
    result_.outcome = Outcome::postcondition;
    result_.violated = model_.postcondition->name;
  }

  void check_complete(const Step& step, bool initial) const {
    const std::string missing = missing_variables(model_, step.state);
    if (missing.empty()) return;
    const std::string are = missing.find(',') == std::string::npos ? " is" : "s are";
    throw EvaluationError(
        EvaluationFault::unassigned_variable,
        initial ? "State is not completely specified by the initial predicate. The following variable" + are +
                      " not defined: " + missing + "."
                : "Successor state is not completely specified by action " + step.label.name +
                      " of the next-state relation. The following variable" + are +
                      " not defined: " + missing + ".",
        step.label.span);
  }

  void check_invariants(const State& state, std::int64_t level) {
    for (const model::Named& invariant : model_.invariants) {
      if (!predicates_.holds(*invariant.body, state, level)) violated(Outcome::invariant, invariant.name);
    }
  }

  void add_initial(const Step& step) {
    candidate_ = step;
    ++result_.generated;
    check_complete(step, true);
    const bool in = predicates_.in_model(step.state, 1);
    bool fresh = true;
    if (in) {
      fresh = seen_.emplace(predicates_.identity(step.state, 1), true).second;
      if (fresh) nodes_.push_back({step, none, 1});
      result_.depth = 1;
    }
    update_figures();
    if (!in || fresh) {
      check_invariants(step.state, 1);
      for (const model::Named& property : model_.implied_inits) {
        if (!predicates_.holds(*property.body, step.state, 1)) violated(Outcome::implied_init, property.name);
      }
    }
    candidate_.reset();
  }

  void initial_states() {
    evaluator_.run().level = 0;
    if (follows_ways_) evaluator_.run().behaviour.emplace();
    behaviours_->visit_initial([&](const Step& step) { add_initial(step); });
    if (result_.generated > 0) result_.depth = 1;
    initial_ = static_cast<std::int64_t>(result_.generated);
  }

  void add_successor(const Step& step) {
    candidate_ = step;
    const State& from = nodes_[expanding_].step.state;
    const std::int64_t level = nodes_[expanding_].level;
    ++result_.generated;
    check_complete(step, false);
    const bool in =
        predicates_.in_model(step.state, level + 1) && predicates_.in_actions(from, step.state, level);
    const bool fresh = !in || seen_.emplace(predicates_.identity(step.state, level + 1), true).second;
    if (in && fresh) result_.depth = std::max(result_.depth, level + 1);
    update_figures();
    if (fresh) check_invariants(step.state, level + 1);
    for (const model::ActionProperty& property : model_.action_properties) {
      if (!predicates_.holds(property, from, step.state, level))
        violated(Outcome::action_property, property.name);
    }
    if (in && fresh) nodes_.push_back({step, expanding_, level + 1});
    candidate_.reset();
  }

  void expand(std::size_t node) {
    expanding_ = node;
    evaluator_.run().level = nodes_[node].level;
    if (follows_ways_) evaluator_.run().behaviour = trace_to(node);
    const std::uint64_t before = result_.generated;
    const State state = nodes_[node].step.state;  // nodes_ grows meanwhile
    behaviours_->visit_successors(state, [&](const Step& step) { add_successor(step); });
    if (result_.generated == before && check_deadlock_) violated(Outcome::deadlock, "");
    expanding_ = none;
  }

  void expand_all() {
    bool skipped = false;
    for (; dequeued_ < nodes_.size() && !evaluator_.run().exit_requested;) {
      if (limits_.max_depth > 0 && nodes_[dequeued_].level >= limits_.max_depth) {
        skipped = true;  // and so are all behind it
        break;
      }
      ++dequeued_;
      expand(dequeued_ - 1);
      if (limits_.max_states > 0 && seen_.size() >= limits_.max_states && queued() > 0) {
        skipped = true;
        break;
      }
    }
    if (skipped) result_.outcome = Outcome::limit;
  }

  Evaluator& evaluator_;
  const model::Model& model_;
  Predicates predicates_;
  ExploreLimits limits_;
  bool check_deadlock_;
  bool follows_ways_;
  std::int64_t initial_ = 0;  ///< initial states
  std::optional<Behaviours> behaviours_;
  Exploration result_;
  std::map<State, bool, TotalOrder> seen_;  ///< identities of the states within the constraints
  std::vector<Node> nodes_;  ///< in breadth-first order; those before dequeued_ have been expanded
  std::size_t dequeued_ = 0;
  std::size_t expanding_ = none;
  std::optional<Step> candidate_;  ///< the state being judged
};

}  // namespace

Exploration explore(Evaluator& evaluator, const ExploreLimits& limits, bool check_deadlock) {
  return Explorer(evaluator, limits, check_deadlock).run();
}

}  // namespace synod::reference
