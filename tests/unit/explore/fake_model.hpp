// Models of a few lines of C++: a state is a vector of small numbers, and each variable says how its numbers
// look as values, so that every kind of field and its widening is met.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "explore/model_view.hpp"
#include "explore/search.hpp"

namespace synod::explore::test {

using Numbers = std::vector<int>;

/// How the numbers of a variable look as values.
enum class Look {
  number,
  boolean,  ///< 0 and 1 only
  text,     ///< "s0", "s1", ...
  tuple,    ///< <<n, n + 1>>
  mixed,    ///< even: n; odd: a text
  sparse,   ///< n * 1000003: integer ranges that must widen
};

inline Value look_of(Look look, int n, values::Arena& arena) {
  switch (look) {
    case Look::number:
      return Value::small_integer(n);
    case Look::boolean:
      return Value::boolean(n != 0);
    case Look::text:
      return Value::string(values::atoms().string("s" + std::to_string(n)));
    case Look::tuple: {
      const Value items[] = {Value::small_integer(n), Value::small_integer(n + 1)};
      return values::make_tuple(arena, items);
    }
    case Look::mixed:
      return look_of(n % 2 == 0 ? Look::number : Look::text, n, arena);
    case Look::sparse:
      return Value::small_integer(std::int64_t{n} * 1000003);
  }
  return {};
}

inline int number_of(Look look, Value v) {
  switch (look) {
    case Look::number:
      return static_cast<int>(v.as_small_integer());
    case Look::boolean:
      return v.as_boolean() ? 1 : 0;
    case Look::text:
      return std::stoi(v.text().substr(1));
    case Look::tuple:
      return static_cast<int>(values::range_of(v)[0].as_small_integer());
    case Look::mixed:
      return number_of(v.is_string() ? Look::text : Look::number, v);
    case Look::sparse:
      return static_cast<int>(v.as_small_integer() / 1000003);
  }
  return 0;
}

struct Successor {
  Numbers state;
  std::uint32_t action = 0;
};

/// Thrown by a fake model where the evaluation of a specification would fail.
inline EvaluationError failure(const std::string& what, EvaluationFault fault = EvaluationFault::no_case) {
  return {fault, what};
}

/// The functions must be pure; they may throw EvaluationError. Empty ones ask for nothing.
struct FakeModel {
  std::vector<Look> looks;
  std::size_t actions = 1;
  std::vector<Numbers> initial;
  /// All successors; then, if there is one, the error that comes instead of a further one.
  std::function<std::pair<std::vector<Successor>, std::optional<EvaluationError>>(const Numbers&)> next;
  std::vector<std::function<bool(const Numbers&)>> invariants;
  std::vector<std::function<bool(const Numbers&)>> implied_inits;
  std::vector<std::function<bool(const Numbers&, const Numbers&)>> action_properties;
  std::function<bool(const Numbers&)> constraint;
  std::function<bool(const Numbers&, const Numbers&)> action_constraint;
  std::function<int(const Numbers&)> view;  ///< seen as Look::mixed
  std::vector<std::function<bool(const Numbers&)>> possibilities = {};
  std::function<bool(const Numbers&)> possible_from = {};
  bool needs_one_worker = false;
  /// Formulas over the atoms below, by number.
  program::TemporalModel temporal = {};
  std::vector<std::function<bool(const Numbers&, const Numbers&)>> atoms = {};
};

class FakeWorker final : public ModelWorker {
 public:
  explicit FakeWorker(const FakeModel& model) : model_(model) {}

  void initial_states(const InitialSink& sink) override {
    for (const Numbers& numbers : model_.initial) {
      if (!sink(values_of(numbers))) return;
    }
  }
  void successors(State state, SuccessorSink& sink) override {
    auto [successors, error] = model_.next(numbers_of(state));
    for (const Successor& successor : successors) {
      action_ = successor.action;
      if (!sink.successor(values_of(successor.state), successor.action)) return;
    }
    if (error) throw *error;
  }
  program::ActionLabel current_label() const override { return {"A" + std::to_string(action_), {}, {}}; }
  bool constraints_hold(State state) override { return model_.constraint(numbers_of(state)); }
  bool action_constraints_hold(State state, State next) override {
    return model_.action_constraint(numbers_of(state), numbers_of(next));
  }
  std::optional<std::size_t> violated_invariant(State state) override {
    return first_false(model_.invariants, numbers_of(state));
  }
  std::optional<std::size_t> violated_implied_init(State state) override {
    return first_false(model_.implied_inits, numbers_of(state));
  }
  std::optional<std::size_t> violated_action_property(State state, State next) override {
    return first_false(model_.action_properties, numbers_of(state), numbers_of(next));
  }
  bool is_possible_now(std::size_t index, State state) override {
    return model_.possibilities[index](numbers_of(state));
  }
  bool asks_possibility(State state) override { return model_.possible_from(numbers_of(state)); }
  Value view(State state) override { return look_of(Look::mixed, model_.view(numbers_of(state)), arena_); }
  program::TemporalModel temporal_model() override { return model_.temporal; }
  void evaluate_atoms(const program::TemporalModel&, std::span<const temporal::AtomId> atoms, State state,
                      State next, program::AtomSink& sink) override {
    for (const temporal::AtomId atom : atoms) {
      try {
        sink.value(atom, model_.atoms[atom](numbers_of(state), numbers_of(next.empty() ? state : next)));
      } catch (const EvaluationError& error) {
        sink.failure(atom, error);
      }
    }
  }
  void release() override { arena_.reset(); }

 private:
  std::vector<Value> values_of(const Numbers& numbers) {
    std::vector<Value> state;
    for (std::size_t i = 0; i < numbers.size(); ++i)
      state.push_back(look_of(model_.looks[i], numbers[i], arena_));
    return state;
  }
  Numbers numbers_of(State state) const {
    Numbers numbers;
    for (std::size_t i = 0; i < state.size(); ++i) numbers.push_back(number_of(model_.looks[i], state[i]));
    return numbers;
  }
  template <class Predicates, class... Arguments>
  static std::optional<std::size_t> first_false(const Predicates& predicates, const Arguments&... arguments) {
    for (std::size_t i = 0; i < predicates.size(); ++i) {
      if (!predicates[i](arguments...)) return i;
    }
    return std::nullopt;
  }

  const FakeModel& model_;
  values::Arena arena_;
  std::uint32_t action_ = 0;
};

class FakeView final : public ModelView {
 public:
  explicit FakeView(const FakeModel& model) : model_(model) {
    const auto names = [](const char* prefix, std::size_t count) {
      std::vector<std::string> result;
      for (std::size_t i = 0; i < count; ++i) result.push_back(prefix + std::to_string(i));
      return result;
    };
    facts_.variables = names("v", model.looks.size());
    facts_.actions = model.actions;
    facts_.invariants = names("Inv", model.invariants.size());
    facts_.implied_inits = names("Begin", model.implied_inits.size());
    facts_.action_properties = names("Step", model.action_properties.size());
    facts_.liveness = names("Live", model.temporal.liveness.size());
    facts_.possibilities = names("Possible", model.possibilities.size());
    if (model.possible_from) facts_.possible_from = "From";
    facts_.has_constraints = static_cast<bool>(model.constraint);
    facts_.has_action_constraints = static_cast<bool>(model.action_constraint);
    facts_.has_view = static_cast<bool>(model.view);
    facts_.needs_one_worker = model.needs_one_worker;
  }
  const ModelFacts& facts() const override { return facts_; }
  std::unique_ptr<ModelWorker> new_worker() const override { return std::make_unique<FakeWorker>(model_); }

 private:
  const FakeModel& model_;
  ModelFacts facts_;
};

/// A trace as the numbers behind its values.
inline std::vector<Numbers> numbers_of(const FakeModel& model, const std::vector<TraceStep>& trace) {
  std::vector<Numbers> result;
  for (const TraceStep& step : trace) {
    Numbers& numbers = result.emplace_back();
    for (std::size_t i = 0; i < step.state.size(); ++i)
      numbers.push_back(number_of(model.looks[i], step.state[i]));
  }
  return result;
}

}  // namespace synod::explore::test
