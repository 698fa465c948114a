#include "trace/asymmetry.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/outside.hpp"
#include "explore/symmetry.hpp"
#include "reduce/image.hpp"
#include "trace/suspects.hpp"

namespace synod::trace {
namespace {

using syntax::Code;
using values::Value;
using State = std::vector<Value>;  // interned, so that equal states have equal words

/// States and steps have an order of their own here, which shows nowhere.
struct ByWords {
  bool operator()(const State& a, const State& b) const {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [](Value x, Value y) { return x.bits() < y.bits(); });
  }
};
using States = std::set<State, ByWords>;

class Collector final : public program::Worker::SuccessorSink {
 public:
  explicit Collector(values::Interner& interner) : interner_(interner) {}
  bool successor(program::Worker::State next, std::uint32_t) override {
    State& state = *made_.emplace(made_.end());
    for (const Value v : next) state.push_back(interner_.intern(v));
    return made_.size() < most;
  }
  [[nodiscard]] std::vector<State> made() && { return std::move(made_); }
  /// A state with more successors is not compared.
  static constexpr std::size_t most = 5000;

 private:
  values::Interner& interner_;
  std::vector<State> made_;
};

/// A formula that may be asymmetric.
struct Formula {
  std::string name;
  const semantics::Expr* body = nullptr;
  std::vector<Suspect> suspects;
  std::optional<std::uint32_t> refuted_by = {};  ///< an element of the group
};

class AsymmetrySearch {
 public:
  AsymmetrySearch(const program::Program& program, values::Interner& interner, const explore::Result& result)
      : model_(program.model()),
        interner_(interner),
        result_(result),
        group_(explore::symmetry_of(model_)),
        worker_(program) {}

  std::vector<syntax::Diagnostic> run(const StopFlag& stop) {
    if (group_ == nullptr || result_.noted_states.empty()) return {};
    choose_formulas();
    worker_.expect_violating_parents();
    worker_.recall(true);
    try {
      const Interruptible interruptible(stop);
      compare_all();
    } catch (const Interrupted&) {
      // What has been found is true nevertheless.
    }
    return diagnostics();
  }

 private:
  void compare_all() {
    const std::vector<std::uint32_t> elements = some_elements();
    for (std::size_t i = 0; i < result_.noted_states.size(); ++i) {
      for (const std::uint32_t element : elements) {
        look_for_stop();
        compare(result_.noted_states[i], element, i < result_.noted_initial);
      }
    }
  }

  void choose_formulas() {
    Suspects suspects(model_);
    const auto choose = [&](std::vector<Formula>& to, const std::string& name, const semantics::Expr& body) {
      if (auto found = suspects.of(body); !found.empty()) to.push_back({name, &body, std::move(found)});
    };
    choose(init_, "Init", *model_.init);
    choose(next_, "Next", *model_.next);
    for (const model::Named& f : model_.invariants) choose(of_states_, "invariant " + f.name, *f.body);
    for (const model::Named& f : model_.implied_inits)
      choose(of_initial_states_, "property " + f.name, *f.body);
    for (const model::Named& f : model_.constraints) choose(of_states_, "CONSTRAINT " + f.name, *f.body);
    for (const model::Named& f : model_.action_constraints)
      choose(action_constraints_, "ACTION_CONSTRAINT " + f.name, *f.body);
    for (const model::ActionProperty& f : model_.action_properties)
      choose(action_properties_, "property " + f.name, *f.action);
  }

  [[nodiscard]] bool open(const std::vector<Formula>& formulas) const {
    return std::any_of(formulas.begin(), formulas.end(), [](const Formula& f) { return !f.refuted_by; });
  }

  /// Generators alone would not do: of each orbit there is one state here, and not its images.
  [[nodiscard]] std::vector<std::uint32_t> some_elements() const {
    constexpr std::size_t most = 24;
    const std::size_t step = group_->order() / most + 1;
    std::vector<std::uint32_t> some;
    for (std::size_t e = 1; e < group_->order(); e += step) some.push_back(static_cast<std::uint32_t>(e));
    return some;
  }

  /// One state with its image. What cannot be evaluated in both is not compared.
  void compare(const State& state, std::uint32_t element, bool initial) {
    try {
      const State image = image_of(state, element);
      compare_predicates(of_states_, state, image, element);
      if (initial) compare_initial(state, image, element);
      compare_successors(state, image, element);
    } catch (const EvaluationError&) {
      // There is no image: its sets cannot be ordered.
    } catch (const NotRepeatable&) {
      worker_.release();  // it asks something outside that has not been asked before
    }
  }

  void compare_predicates(std::vector<Formula>& formulas, const State& state, const State& image,
                          std::uint32_t element) {
    for (Formula& f : formulas) {
      if (!f.refuted_by && differs(f, state, image)) f.refuted_by = element;
    }
  }

  /// What is asked of initial states says nothing of an image that is none.
  void compare_initial(const State& state, const State& image, std::uint32_t element) {
    compare_predicates(init_, state, image, element);
    if (open(of_initial_states_) && (init_.empty() || !differs(init_.front(), state, image)))
      compare_predicates(of_initial_states_, state, image, element);
  }

  void compare_successors(const State& state, const State& image, std::uint32_t element) {
    if (!open(next_) && !open(action_constraints_) && !open(action_properties_)) return;
    const auto successors = successors_of(state);
    if (!successors) return;
    std::vector<State> images;
    for (const State& next : *successors) images.push_back(image_of(next, element));
    if (open(next_)) compare_next(images, image, element);
    for (std::size_t i = 0; i < images.size(); ++i)
      compare_steps({state, (*successors)[i]}, {image, images[i]}, element);
  }

  bool differs(const Formula& f, const State& state, const State& image) {
    try {
      const Value here = worker_.evaluate(*f.body, state);
      const Value there = worker_.evaluate(*f.body, image);
      worker_.release();
      return here != there;  // booleans
    } catch (const EvaluationError&) {
      worker_.release();
      return false;
    }
  }

  void compare_next(const std::vector<State>& images, const State& image, std::uint32_t element) {
    const auto expected = successors_of(image);
    if (!expected) return;
    if (States(images.begin(), images.end()) != States(expected->begin(), expected->end()))
      next_.front().refuted_by = element;
  }

  struct Step {
    const State& from;
    const State& to;
  };
  void compare_steps(const Step& step, const Step& image, std::uint32_t element) {
    try {
      if (open(action_constraints_) && worker_.action_constraints_hold(step.from, step.to) !=
                                           worker_.action_constraints_hold(image.from, image.to)) {
        for (Formula& f : action_constraints_) f.refuted_by = element;
      }
      if (open(action_properties_) && worker_.violated_action_property(step.from, step.to) !=
                                          worker_.violated_action_property(image.from, image.to)) {
        for (Formula& f : action_properties_) f.refuted_by = element;
      }
    } catch (const EvaluationError&) {
      // Not compared.
    }
    worker_.release();
  }

  State image_of(const State& state, std::uint32_t element) {
    values::Arena arena;
    State image;
    for (const Value v : state) image.push_back(interner_.intern(reduce::image(arena, *group_, element, v)));
    return image;
  }

  std::optional<std::vector<State>> successors_of(const State& state) {
    Collector collector(interner_);
    try {
      worker_.successors(state, collector);
    } catch (const EvaluationError&) {
      worker_.release();
      return std::nullopt;
    }
    worker_.release();
    std::vector<State> made = std::move(collector).made();
    if (made.size() >= Collector::most) return std::nullopt;
    return made;
  }

  /// (a1 :> a2 @@ a2 :> a1)
  [[nodiscard]] std::string text(std::uint32_t element) const {
    std::string all;
    for (reduce::Point p = 0; p < group_->degree(); ++p) {
      const reduce::Point to = group_->image(element, p);
      if (to == p) continue;
      all += fmt::format("{}{} :> {}", all.empty() ? "" : " @@ ", Value::model_value(group_->atom(p)).text(),
                         Value::model_value(group_->atom(to)).text());
    }
    return "(" + all + ")";
  }

  std::vector<syntax::Diagnostic> diagnostics() const {
    std::vector<syntax::Diagnostic> all;
    const auto add = [&](const std::vector<Formula>& formulas, std::string_view consequence) {
      for (const Formula& f : formulas) {
        if (f.refuted_by) all.push_back(diagnostic(f, consequence));
      }
    };
    add(init_, "That alone hides no violation");
    for (const auto* formulas :
         {&next_, &of_states_, &of_initial_states_, &action_constraints_, &action_properties_})
      add(*formulas, "States may have been missed; --no-symmetry finds them all");
    return all;
  }

  [[nodiscard]] syntax::Diagnostic diagnostic(const Formula& f, std::string_view consequence) const {
    syntax::Diagnostic d;
    d.code = Code::symmetry;
    d.severity = syntax::Severity::warning;
    d.span = f.suspects.front().span;
    d.message = fmt::format("SYMMETRY{} does not fix {}: {}. {}",
                            model_.symmetry->op == nullptr ? "" : " " + model_.symmetry->op->name, f.name,
                            f.suspects.front().why, consequence);
    for (std::size_t i = 1; i < f.suspects.size(); ++i)
      d.notes.push_back({f.suspects[i].span, f.suspects[i].why});
    d.notes.push_back(
        {{}, fmt::format("it shows when {} is applied to a state that was reached", text(*f.refuted_by))});
    return d;
  }

  const model::Model& model_;
  values::Interner& interner_;
  const explore::Result& result_;
  std::shared_ptr<const reduce::Group> group_;
  program::Worker worker_;
  std::vector<Formula> init_, next_, of_states_, of_initial_states_, action_constraints_, action_properties_;
};

}  // namespace

std::vector<syntax::Diagnostic> find_asymmetries(const program::Program& program, values::Interner& interner,
                                                 const explore::Result& result, const StopFlag& stop) {
  return AsymmetrySearch(program, interner, result).run(stop);
}

}  // namespace synod::trace
