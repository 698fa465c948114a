#include "trace/replay.hpp"

#include <algorithm>
#include <utility>

#include "reference/predicates.hpp"
#include "reference/temporal.hpp"

namespace synod::trace {
namespace {

using reference::State;
using reference::Step;

bool same(const reference::Value& a, const reference::Value& b) {
  const reference::TotalOrder less;
  return !less(a, b) && !less(b, a);
}

/// Finds a state among those that are possible, or the possible one that differs from it in the fewest
/// variables.
class Match {
 public:
  explicit Match(const State& wanted) : wanted_(wanted) {}

  void offer(const Step& step) {
    if (best_ && best_differences_ == 0) return;
    std::size_t differences = 0;
    for (std::size_t i = 0; i < wanted_.size(); ++i) differences += same(step.state[i], wanted_[i]) ? 0 : 1;
    if (best_ && differences >= best_differences_) return;
    best_ = step;
    best_differences_ = differences;
  }
  [[nodiscard]] bool exact() const { return best_ && best_differences_ == 0; }
  [[nodiscard]] const std::optional<Step>& best() const { return best_; }

 private:
  const State& wanted_;
  std::optional<Step> best_;
  std::size_t best_differences_ = 0;
};

class Replayer {
 public:
  Replayer(const model::Model& model, const std::vector<State>& states, std::optional<std::size_t> loop_start,
           reference::EvaluatorOptions options)
      : model_(model),
        states_(states),
        loop_start_(loop_start),
        evaluator_(model, std::move(options)),
        predicates_(evaluator_),
        behaviours_(evaluator_) {
    auto& past = evaluator_.run().behaviour.emplace();
    for (const State& state : states) past.push_back({state, {}});
  }

  Replay run() {
    for (std::size_t i = 0; i < states_.size(); ++i) {
      result_.steps.push_back(replay_state(i));
      const ReplayedStep& step = result_.steps.back();
      if (!step.possible || step.error) return std::move(result_);
    }
    result_.complete = true;
    if (loop_start_) {
      close_loop(*loop_start_);
    } else {
      look_after_the_end();
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] static std::int64_t level(std::size_t i) { return static_cast<std::int64_t>(i) + 1; }

  /// After the last state of a lasso comes the first of its loop.
  [[nodiscard]] const State& state_at(std::size_t i) const {
    return i < states_.size() ? states_[i] : states_.at(*loop_start_);
  }

  ReplayedStep replay_state(std::size_t i) {
    ReplayedStep step;
    const State& wanted = state_at(i);
    Match match(wanted);
    try {
      find(i, match);
    } catch (const EvaluationError& error) {
      // TLC's order: a failing evaluation comes after the states found before it.
      if (!match.exact()) {
        step.error = error;
        step.error_context = i == 0 ? "Init" : "Next";
        return step;
      }
    }
    step.possible = match.exact();
    if (match.best()) describe(*match.best(), i, step);
    if (step.possible) judge_state(i, step);
    return step;
  }

  void find(std::size_t i, Match& match) {
    evaluator_.run().level = static_cast<std::int64_t>(i);
    const auto offer = [&](const Step& step) { match.offer(step); };
    if (i == 0) {
      behaviours_.visit_initial(offer);
    } else {
      behaviours_.visit_successors(states_[i - 1], offer);
    }
  }

  void describe(const Step& nearest, std::size_t i, ReplayedStep& step) const {
    step.action = nearest.label.text();
    step.action_span = nearest.label.span;
    const State& wanted = state_at(i);
    for (std::size_t v = 0; v < wanted.size(); ++v) {
      if (same(nearest.state[v], wanted[v])) continue;
      step.differences.push_back(
          {model_.spec.variables[v]->name, reference::text(wanted[v]),
           nearest.state[v].defined() ? reference::text(nearest.state[v]) : "no value"});
    }
  }

  template <class Formula>
  void note(const char* kind, const std::string& name, ReplayedStep& step, const Formula& formula) {
    if (step.error) return;
    const std::string what = name.empty() ? kind : std::string(kind) + " " + name;
    try {
      if (!formula()) step.violated.push_back(what);
    } catch (const EvaluationError& error) {
      step.error = error;
      step.error_context = what;
    }
  }

  void judge_state(std::size_t i, ReplayedStep& step) {
    const State& state = state_at(i);
    for (const auto& c : model_.constraints) {
      note("constraint", c.name, step, [&] { return predicates_.holds(*c.body, state, level(i)); });
    }
    for (const auto& invariant : model_.invariants) {
      note("invariant", invariant.name, step,
           [&] { return predicates_.holds(*invariant.body, state, level(i)); });
    }
    if (i == 0) {
      for (const auto& property : model_.implied_inits) {
        note("property", property.name, step, [&] { return predicates_.holds(*property.body, state, 1); });
      }
      return;
    }
    const State& before = states_[i - 1];
    for (const auto& c : model_.action_constraints) {
      note("action constraint", c.name, step,
           [&] { return predicates_.holds(*c.body, before, state, level(i - 1)); });
    }
    for (const auto& property : model_.action_properties) {
      note("action property", property.name, step,
           [&] { return predicates_.holds(property, before, state, level(i - 1)); });
    }
  }

  void close_loop(std::size_t start) {
    ReplayedLoop& loop = result_.loop.emplace();
    loop.start = start;
    const State &last = states_.back(), &first = states_[start];
    loop.stutters = std::equal(last.begin(), last.end(), first.begin(), same);
    if (!loop.stutters) {
      loop.back = replay_state(states_.size());
      result_.complete = loop.back.possible && !loop.back.error;
    }
    if (result_.complete) judge_lasso(loop);
  }

  void judge_lasso(ReplayedLoop& loop) {
    reference::LassoJudge lasso(evaluator_, states_, loop.start);
    for (const model::Named& fairness : model_.fairness) {
      try {
        if (lasso.holds(*fairness.body)) continue;
        for (std::string& line : lasso.why_false(*fairness.body)) loop.unfair.push_back(std::move(line));
      } catch (const EvaluationError& error) {
        loop.unjudged_fairness.push_back({"the fairness of " + fairness.name, error});
      }
    }
    const auto& parts = model_.liveness;  // those of one property one after the other
    for (auto part = parts.begin(); part != parts.end();) {
      const std::string& name = part->name;
      const auto end = std::find_if(part, parts.end(), [&](const auto& p) { return p.name != name; });
      try {
        const bool holds = std::all_of(part, end, [&](const auto& p) { return lasso.holds(*p.body); });
        (holds ? loop.satisfied : loop.violated).push_back(name);
      } catch (const EvaluationError& error) {
        loop.unjudged_properties.push_back({"property " + name, error});
      }
      part = end;
    }
  }

  void look_ahead(std::size_t index) {
    ReplayedStep& last = result_.steps.back();
    const std::string& name = model_.possibilities[index].name;
    note("possibility", name, last, [&] {
      const auto prospect =
          reference::look_ahead(evaluator_, states_.back(), index, level(states_.size() - 1), looked_ahead);
      if (prospect == reference::Prospect::lost) last.lost.push_back(name);
      if (prospect == reference::Prospect::unknown) last.not_reached.push_back(name);
      return true;
    });
  }

  void look_after_the_end() {
    for (std::size_t i = 0; i < model_.possibilities.size(); ++i) look_ahead(i);
    try {
      evaluator_.run().level = level(states_.size() - 1);
      result_.deadlock = behaviours_.successors(states_.back()).empty();
    } catch (const EvaluationError& error) {
      result_.error_after = error;
    }
  }

  const model::Model& model_;
  const std::vector<State>& states_;
  std::optional<std::size_t> loop_start_;
  reference::Evaluator evaluator_;
  reference::Predicates predicates_;
  reference::Behaviours behaviours_;
  Replay result_;
};

}  // namespace

Replay replay(const model::Model& model, const std::vector<State>& states,
              std::optional<std::size_t> loop_start, std::uint64_t seed, Outside& outside) {
  reference::EvaluatorOptions options;
  options.seed = seed;
  options.outside = &outside;
  return Replayer(model, states, loop_start, std::move(options)).run();
}

}  // namespace synod::trace
