#include "explore/liveness.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "explore/each_state.hpp"
#include "explore/outcome.hpp"
#include "explore/path.hpp"
#include "temporal/search.hpp"

namespace synod::explore {
namespace {

using temporal::AtomId;
using temporal::Edge;
using temporal::FormulaId;
using temporal::StateId;

/// One way to violate one property.
struct Task {
  std::size_t property = 0;
  temporal::Obligation obligation;
  std::optional<temporal::Lasso> lasso;
  std::exception_ptr failure;
};

/// Evaluates the atoms of one share of the states.
class Evaluation final : private program::AtomSink {
 public:
  Evaluation(const LivenessInput& input, const program::TemporalModel& formulas,
             const std::vector<bool>& wanted, temporal::Valuation& valuation)
      : input_(input),
        formulas_(formulas),
        valuation_(valuation),
        worker_(input.model.new_worker()),
        holds_(formulas.atoms.size()) {
    for (AtomId atom = 0; atom < formulas.atoms.size(); ++atom) {
      if (!wanted[atom]) continue;
      if (!formulas.atoms[atom].of_step)
        of_states_.push_back(atom);
      else
        of_steps_.push_back(atom);
    }
  }

  void evaluate(StateId from) {
    const State state = input_.space.unpack(from, here_);
    edge_ = {from, from, 0, true};
    worker_->evaluate_atoms(formulas_, of_states_, state, {}, *this);
    if (!of_steps_.empty()) evaluate_steps(from, state);
    worker_->release();
  }

 private:
  void evaluate_steps(StateId from, State state) {
    possible_.clear();
    for (const AtomId atom : of_steps_) {
      const program::TemporalAtom& a = formulas_.atoms[atom];
      if (!a.enabling || holds_[*a.enabling]) possible_.push_back(atom);
    }
    stuttering_.clear();
    for (const AtomId atom : possible_) {
      const program::TemporalAtom& a = formulas_.atoms[atom];
      if (!a.stuttering) {
        stuttering_.push_back(atom);
      } else if (*a.stuttering) {
        valuation_.set(atom, from);
      }
    }
    if (!stuttering_.empty()) worker_->evaluate_atoms(formulas_, stuttering_, state, state, *this);
    if (possible_.empty()) return;
    const auto successors = input_.graph.successors(from);
    const std::uint64_t first = input_.graph.first_edge(from);
    for (std::size_t i = 0; i < successors.size(); ++i) {
      edge_ = {from, successors[i], first + i, false};
      const State next = input_.space.unpack(successors[i], there_);
      worker_->evaluate_atoms(formulas_, possible_, state, next, *this);
    }
  }

  void value(AtomId atom, bool holds) override {
    if (edge_.stutters) holds_[atom] = holds;
    if (!holds) return;
    if (edge_.stutters) {
      valuation_.set(atom, edge_.from);
    } else {
      valuation_.set_edge(atom, edge_.index);
    }
  }
  void failure(AtomId atom, const EvaluationError& error) override {
    holds_[atom] = true;  // whatever depends on it is looked at
    valuation_.fail(atom, edge_, error);
  }

  const LivenessInput& input_;
  const program::TemporalModel& formulas_;
  temporal::Valuation& valuation_;
  std::unique_ptr<ModelWorker> worker_;
  store::Unpacker here_, there_;
  Edge edge_;
  std::vector<AtomId> of_states_, of_steps_, possible_, stuttering_;
  std::vector<char> holds_;  // in the state at hand
};

class LivenessCheck {
 public:
  LivenessCheck(const LivenessInput& input, Result& result)
      : input_(input), facts_(input.model.facts()), result_(result) {
    for (std::size_t state = 0; state < input.initial_states; ++state)
      initial_.push_back(static_cast<StateId>(state));
  }

  void run() {
    const Interruptible interruptible(input_.stop);
    if (!make_tasks() || (tasks_.empty() && formulas_.fairness.empty())) return;
    std::vector<bool> of_steps;
    for (const program::TemporalAtom& atom : formulas_.atoms) of_steps.push_back(atom.of_step);
    temporal::Valuation valuation(std::move(of_steps), input_.space.count(), input_.graph.edge_bound());
    evaluate(valuation);
    const temporal::Space space{input_.graph,         valuation, formulas_.formulas,
                                input_.space.count(), initial_,  input_.stop};
    search(space);
    const Task* shortest = nullptr;
    for (const Task& task : tasks_) {
      if (shortest != nullptr && !of_one_property(*shortest, task)) break;
      if (task.failure && shortest == nullptr) return fail(task);
      if (task.lasso && (shortest == nullptr || length(task) < length(*shortest))) shortest = &task;
    }
    if (shortest == nullptr) return warn_of_unfairness(space);
    violate(*shortest);
    if (input_.every_property) warn_of_others(*shortest);
  }

 private:
  /// A property may have several parts.
  [[nodiscard]] bool of_one_property(const Task& a, const Task& b) const {
    return facts_.liveness[a.property] == facts_.liveness[b.property];
  }

  bool make_tasks() {
    const std::unique_ptr<ModelWorker> worker = input_.model.new_worker();
    std::string property;
    try {
      formulas_ = worker->temporal_model();
      for (std::size_t i = 0; i < formulas_.liveness.size(); ++i) {
        property = facts_.liveness[i];
        auto ways = temporal::ways_to_violate(formulas_.formulas, formulas_.fairness, formulas_.liveness[i]);
        if (ways.empty()) warn_of_triviality(i);
        for (temporal::Obligation& way : ways) tasks_.push_back({i, std::move(way), {}, {}});
      }
      fair_ = temporal::ways_to_violate(formulas_.formulas, formulas_.fairness, formulas_.formulas.falsity());
      return true;
    } catch (const temporal::FormulaTooLarge& error) {
      result_.error = EvaluationError(EvaluationFault::unsupported,
                                      "The negation of the property, together with the fairness of the "
                                      "specification, is too large a temporal formula: " +
                                          std::string(error.what()) + ".");
      result_.error->in_formula(property);
    } catch (const EvaluationError& error) {
      result_.error = error;
    }
    set_error();
    return false;
  }

  [[nodiscard]] bool is_conjunction(const std::string& property) const {
    std::ptrdiff_t parts = 0;
    for (const auto* names :
         {&facts_.invariants, &facts_.implied_inits, &facts_.action_properties, &facts_.liveness})
      parts += std::count(names->begin(), names->end(), property);
    return parts > 1;
  }

  /// A property that says nothing about this specification.
  void warn_of_triviality(std::size_t property) {
    const std::string& name = facts_.liveness[property];
    const auto& fairness = formulas_.fairness;
    const FormulaId formula = formulas_.liveness[property];
    std::string why = "the fairness of the specification implies it, whatever its states and steps are";
    if (std::find(fairness.begin(), fairness.end(), formula) != fairness.end()) {
      why = "it is a conjunct of the specification's fairness";
    } else if (temporal::ways_to_violate(formulas_.formulas, {}, formula).empty()) {
      why = "it is a tautology";
    }
    result_.warnings.push_back(fmt::format("{} {} is trivially true: {}.",
                                           is_conjunction(name) ? "A conjunct of property" : "Property", name,
                                           why));
  }

  void set_error() {
    result_.outcome = Outcome::error;
    result_.error_stage = Stage::liveness;
    result_.error_context = describe(Stage::liveness, result_.error->formula());
  }

  void want(FormulaId f, std::vector<bool>& wanted) const {
    const temporal::Formula& formula = formulas_.formulas[f];
    using temporal::Operation;
    if (formula.operation == Operation::atom || formula.operation == Operation::negated_atom) {
      wanted[formula.atom] = true;
      if (formulas_.atoms[formula.atom].enabling) wanted[*formulas_.atoms[formula.atom].enabling] = true;
    }
    for (const FormulaId part : formula.parts) want(part, wanted);
  }

  void want(const temporal::Obligation& obligation, std::vector<bool>& wanted) const {
    for (const temporal::Condition& condition : obligation.conditions) {
      want(condition.when, wanted);
      want(condition.then, wanted);
    }
    for (const auto& transitions : obligation.automaton.states) {
      for (const temporal::Transition& transition : transitions) {
        for (const FormulaId f : transition.label) want(f, wanted);
      }
    }
  }

  /// The atoms that fairness or some way to violate a property speaks of.
  [[nodiscard]] std::vector<bool> wanted_atoms() const {
    std::vector<bool> wanted(formulas_.atoms.size());
    for (const Task& task : tasks_) want(task.obligation, wanted);
    for (const temporal::Obligation& obligation : fair_) want(obligation, wanted);
    return wanted;
  }

  void evaluate(temporal::Valuation& valuation) {
    const std::vector<bool> wanted = wanted_atoms();
    for_each_state(input_.threads, input_.space.count(), input_.stop, [&] {
      return [evaluation = std::make_unique<Evaluation>(input_, formulas_, wanted, valuation)](StateId id) {
        evaluation->evaluate(id);
      };
    });
  }

  void run(bool shared, const std::function<void(unsigned)>& body) {
    if (shared) {
      input_.threads.run(body);
    } else {
      body(0);
    }
  }

  /// The tasks are dealt out in order; once one has found something, those of the properties behind it are
  /// left, unless all are asked for.
  void search(const temporal::Space& space) {
    std::atomic<std::size_t> next{0}, last{tasks_.size()};
    const auto body = [&](unsigned) {
      for (;;) {
        const std::size_t i = next++;
        if (i >= last) return;
        Task& task = tasks_[i];
        try {
          task.lasso = temporal::find_lasso(space, task.obligation);
        } catch (const Interrupted&) {
          return;
        } catch (...) {
          task.failure = std::current_exception();
        }
        if ((!task.lasso && !task.failure) || input_.every_property) continue;
        std::size_t end = i + 1;
        while (end < tasks_.size() && of_one_property(tasks_[end], task)) ++end;
        for (std::size_t before = last; end < before && !last.compare_exchange_weak(before, end);) {
        }
      }
    };
    run(tasks_.size() > 1 && input_.space.count() > states_worth_sharing, body);
    if (input_.stop.requested()) throw Interrupted();
  }

  static std::size_t length(const Task& task) { return without_stuttering(*task.lasso).states.size(); }

  /// What holds of no behaviour holds of all that are fair when there are none.
  void warn_of_unfairness(const temporal::Space& space) {
    if (formulas_.fairness.empty()) return;
    try {
      for (const temporal::Obligation& obligation : fair_)
        if (temporal::has_lasso(space, obligation)) return;
    } catch (const temporal::FailedAtom&) {
      return;  // no property needs it
    } catch (const Interrupted&) {
      return;  // the verdict is known
    } catch (const std::bad_alloc&) {
      return;
    }
    result_.warnings.emplace_back(
        "No behavior satisfies the fairness of the specification: every liveness property holds, and means "
        "nothing.");
  }

  /// Besides the property whose lasso is shown.
  void warn_of_others(const Task& shown) {
    std::vector<std::string> others;
    for (const Task& task : tasks_) {
      const std::string& name = facts_.liveness[task.property];
      if (task.lasso && !of_one_property(task, shown) && (others.empty() || others.back() != name))
        others.push_back(name);
    }
    if (others.empty()) return;
    result_.warnings.push_back(fmt::format("Violated as well: {}. Check {} alone to see how.",
                                           fmt::join(others, ", "), others.size() == 1 ? "it" : "each"));
  }

  void fail(const Task& task) {
    try {
      std::rethrow_exception(task.failure);
    } catch (const temporal::FailedAtom& failed) {
      result_.error = failed.error;
      result_.error->in_formula(facts_.liveness[task.property]);
      const std::unique_ptr<ModelWorker> worker = input_.model.new_worker();
      PathBuilder paths(input_.space, *worker);
      result_.trace = paths.path_to(failed.edge.from);
      if (!failed.edge.stutters) result_.trace.push_back(paths.step_to(failed.edge.from, failed.edge.to));
      set_error();
    }
  }

  void violate(const Task& task) {
    result_.outcome = Outcome::liveness;
    result_.violated = facts_.liveness[task.property];
    result_.violated_index = task.property;
    const temporal::Lasso lasso = without_stuttering(*task.lasso);
    const std::unique_ptr<ModelWorker> worker = input_.model.new_worker();
    PathBuilder paths(input_.space, *worker);
    result_.trace = paths.path_along(lasso.states);
    result_.loop_start = lasso.loop_start;
    const StateId last = lasso.states.back(), first = lasso.states[lasso.loop_start];
    if (last != first) result_.loop_label = paths.step_to(last, first).label;
  }

  /// The formulas of TLA+ cannot tell behaviours apart that differ only in stuttering: a shorter lasso that
  /// shows the same.
  static temporal::Lasso without_stuttering(const temporal::Lasso& lasso) {
    const auto loop_begin = lasso.states.begin() + static_cast<std::ptrdiff_t>(lasso.loop_start);
    std::vector<StateId> prefix(lasso.states.begin(), loop_begin), loop(loop_begin, lasso.states.end());
    const auto collapse = [](std::vector<StateId>& states) {
      states.erase(std::unique(states.begin(), states.end()), states.end());
    };
    collapse(prefix);
    collapse(loop);
    if (loop.size() > 1 && loop.back() == loop.front()) loop.pop_back();
    if (!prefix.empty() && prefix.back() == loop.front()) prefix.pop_back();
    while (!prefix.empty() && prefix.back() == loop.back()) {
      std::rotate(loop.begin(), loop.end() - 1, loop.end());
      prefix.pop_back();
    }
    temporal::Lasso shorter{std::move(prefix), 0};
    shorter.loop_start = shorter.states.size();
    shorter.states.insert(shorter.states.end(), loop.begin(), loop.end());
    return shorter;
  }

  const LivenessInput& input_;
  const ModelFacts& facts_;
  Result& result_;
  std::vector<StateId> initial_;
  program::TemporalModel formulas_;
  std::vector<Task> tasks_;
  std::vector<temporal::Obligation> fair_;  ///< what a behaviour is that satisfies the fairness
};

}  // namespace

void check_liveness(const LivenessInput& input, Result& result) { LivenessCheck(input, result).run(); }

}  // namespace synod::explore
