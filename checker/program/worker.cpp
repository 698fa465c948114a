#include <utility>
#include <vector>

#include "program/code.hpp"
#include "program/compiler.hpp"
#include "program/program.hpp"
#include "program/temporal_unfolding.hpp"

namespace synod::program {

struct Worker::Impl {
  explicit Impl(const Program& p) : program(p), code(p.code()), context(p.code(), p.code().interner()) {
    target.resize(p.variable_count());
    no_state.resize(p.variable_count());
  }

  /// A frame for an entry point; its slots are kept between calls. Without a current state (null) no variable
  /// has a value.
  Frame frame(const Unit& unit, const Value* current, const Value* next) {
    if (unit.number >= slots.size()) slots.resize(unit.number + 1);
    auto& mine = slots[unit.number];
    if (mine.size() < unit.slots) mine.resize(unit.slots);
    Frame f;
    f.slots = mine.data();
    f.slot_count = unit.slots;
    f.context = &context;
    f.current = current != nullptr ? current : no_state.data();
    f.next = next;
    return f;
  }

  /// A frame outside of states, without what earlier calls kept in it.
  Frame empty_frame(const Unit& unit) {
    const Frame f = frame(unit, nullptr, nullptr);
    std::fill_n(f.slots, f.slot_count, Value());
    return f;
  }

  /// An evaluation on this thread in one state, or of a step to `next`, with draws of its own; predicates are
  /// evaluated inside the search for successors.
  class Evaluation {
   public:
    Evaluation(Impl& impl, bool initial, const Value* next = nullptr)
        : context_(impl.context),
          outer_(active_context()),
          in_sight_(context_),
          next_in_sight_(context_, next),
          initial_(context_.initial) {
      active_context() = &context_;
      context_.initial = initial;
      draws_.swap(context_.draws);
    }
    ~Evaluation() {
      // Another worker's, if this one evaluates in the middle of that one's enumeration.
      if (outer_ != nullptr) active_context() = outer_;
      context_.initial = initial_;
      draws_.swap(context_.draws);
    }
    Evaluation(const Evaluation&) = delete;
    Evaluation& operator=(const Evaluation&) = delete;

    /// Another formula, in the same state: it draws as if it were alone.
    void next_formula() { context_.draws.clear(); }

   private:
    Context& context_;
    Context* outer_;
    StateInSight in_sight_;
    NextInSight next_in_sight_;
    bool initial_;
    decltype(Context::draws) draws_;
  };

  bool test(const Entry& entry, State state, const Value* next) {
    Frame f = frame(*entry.unit, state.data(), next);
    return entry.node->test(f);
  }

  /// `formulas`: what the entries were made from, with their names.
  template <class Formulas>
  std::optional<std::size_t> first_false(const std::vector<Entry>& entries, const Formulas& formulas,
                                         State state, const Value* next = nullptr) {
    Evaluation evaluation(*this, state.empty(), next);
    std::size_t i = 0;
    try {
      for (; i < entries.size(); ++i) {
        evaluation.next_formula();
        if (!test(entries[i], state, next)) return i;
      }
    } catch (EvaluationError& error) {
      error.in_formula(formulas[i].name);
      throw;
    }
    return std::nullopt;
  }

  Value explicit_value(Value v) { return component(context, v); }

  /// Fails unless every variable has a value.
  void check_assigned(const Search& s, const char* what) const {
    if (s.unassigned == 0) return;
    std::string names;
    for (std::size_t i = 0; i < target.size(); ++i) {
      if (target[i].is_none()) names += (names.empty() ? "" : ", ") + code.model().spec.variables[i]->name;
    }
    EvaluationError error(EvaluationFault::unassigned_variable,
                          std::string(what) + " leaves these variables without a value: " + names + ".");
    error.place(s.call != nullptr ? s.call->span : code.model().init->span);
    if (s.call != nullptr) called_from(error, s.call->around);
    throw error;
  }

  Search search() {
    std::fill(target.begin(), target.end(), Value());
    Search s;
    s.target = target.data();
    s.unassigned = static_cast<unsigned>(target.size());
    s.context = &context;
    return s;
  }

  const Program& program;
  const Program::Code& code;
  Context context;
  std::vector<std::vector<Value>> slots;  ///< by unit number
  std::vector<Value> target;
  std::vector<Assignment> assignments;  ///< of the target while it is a next state
  std::vector<Value> no_state;          ///< of assumptions and the postcondition
  const Search* running = nullptr;
  const Value* parent = nullptr;  ///< the state whose successors were asked for last
  bool parents_hold = true;       ///< the invariants, in whatever `parent` is
  bool repeating = false;
};

namespace {

struct InitialReceiver {
  Worker::Impl* impl;
  const Worker::InitialSink* sink;
};

/// While it lives, what is evaluated is known to hold in `state`; null: in none.
class HeldIn {
 public:
  HeldIn(Context& c, const Value* state) : context_(c) { c.held_in = state; }
  ~HeldIn() { context_.held_in = nullptr; }
  HeldIn(const HeldIn&) = delete;
  HeldIn& operator=(const HeldIn&) = delete;

 private:
  Context& context_;
};

struct StepReceiver {
  Worker::Impl* impl;
  Worker::SuccessorSink* sink;
};

}  // namespace

Worker::Worker(const Program& program) : impl_(std::make_unique<Impl>(program)) {}
Worker::~Worker() = default;

void Worker::initial_states(const InitialSink& sink) {
  impl_->parent = nullptr;
  const Impl::Evaluation evaluation(*impl_, true);
  Search s = impl_->search();
  InitialReceiver receiver{impl_.get(), &sink};
  s.receiver = &receiver;
  s.emit = [](Search& search) {
    auto& r = *static_cast<InitialReceiver*>(search.receiver);
    r.impl->check_assigned(search, "An initial state");
    return (*r.sink)(r.impl->target);
  };
  Frame f = impl_->frame(*impl_->code.init.unit, impl_->target.data(), nullptr);
  impl_->code.init.action->run(f, nullptr, s);
}

void Worker::successors(State state, SuccessorSink& sink) {
  const Impl::Evaluation evaluation(*impl_, false);
  impl_->context.sharing_registers = false;
  impl_->context.outside.begin(std::exchange(impl_->repeating, false));
  impl_->parent = state.data();
  Search s = impl_->search();
  if (impl_->code.keeps_of_next) {
    impl_->assignments.assign(impl_->target.size(), Assignment());
    s.assignments = impl_->assignments.data();
  }
  const NextInSight next_in_sight(impl_->context, s.target, s.assignments);
  if (impl_->context.choice) s.choice = &impl_->context.choice;
  StepReceiver receiver{impl_.get(), &sink};
  s.receiver = &receiver;
  s.emit = [](Search& search) {
    auto& r = *static_cast<StepReceiver*>(search.receiver);
    r.impl->running = &search;
    r.impl->check_assigned(search, "A step");
    return r.sink->successor(r.impl->target, search.action);
  };
  Frame f = impl_->frame(*impl_->code.next.unit, state.data(), impl_->target.data());
  impl_->code.next.action->run(f, nullptr, s);
  impl_->running = nullptr;
  impl_->context.outside.end();
}

ActionLabel Worker::current_label() const {
  ActionLabel label;
  const Search* s = impl_->running;
  if (s == nullptr || s->call == nullptr) return label;
  label.name = s->call->name;
  label.parameters = s->call->parameters;
  label.span = s->call->span;
  for (const NodePtr argument : s->call->arguments) {
    Frame f = *s->call_frame;
    try {
      label.arguments.push_back(component(impl_->context, argument->eval(f)));
    } catch (const EvaluationError&) {  // the step was found without it: lazily, or by another state
      label.arguments.clear();
      break;
    }
  }
  return label;
}

bool Worker::constraints_hold(State state) {
  const HeldIn held(impl_->context, impl_->parent);  // a state that is expanded is in the model
  return !impl_->first_false(impl_->code.constraints, impl_->code.model().constraints, state);
}

bool Worker::action_constraints_hold(State state, State next) {
  return !impl_->first_false(impl_->code.action_constraints, impl_->code.model().action_constraints, state,
                             next.data());
}

std::optional<std::size_t> Worker::violated_invariant(State state) {
  const HeldIn held(impl_->context, impl_->parents_hold ? impl_->parent : nullptr);
  return impl_->first_false(impl_->code.invariants, impl_->code.model().invariants, state);
}

void Worker::expect_violating_parents() { impl_->parents_hold = false; }

std::optional<std::size_t> Worker::violated_implied_init(State state) {
  return impl_->first_false(impl_->code.implied_inits, impl_->code.model().implied_inits, state);
}

std::optional<std::size_t> Worker::violated_action_property(State state, State next) {
  return impl_->first_false(impl_->code.action_properties, impl_->code.model().action_properties, state,
                            next.data());
}

bool Worker::is_possible_now(std::size_t index, State state) {
  const Impl::Evaluation evaluation(*impl_, false);
  return impl_->test(impl_->code.possibilities[index], state, nullptr);
}

bool Worker::asks_possibility(State state) {
  const Impl::Evaluation evaluation(*impl_, false);
  return impl_->test(*impl_->code.possible_from, state, nullptr);
}

Value Worker::view(State state) {
  const Impl::Evaluation evaluation(*impl_, false);
  Frame f = impl_->frame(*impl_->code.view->unit, state.data(), nullptr);
  return impl_->explicit_value(impl_->code.view->node->eval(f));
}

std::optional<std::size_t> Worker::violated_assumption() {
  return impl_->first_false(impl_->code.assumptions, impl_->code.model().spec.assumptions, {});
}

bool Worker::postcondition_holds() {
  const Impl::Evaluation evaluation(*impl_, true);
  return impl_->test(*impl_->code.postcondition, {}, nullptr);
}

std::vector<std::pair<std::string, Value>> Worker::alias(State state, State next) {
  std::vector<std::pair<std::string, Value>> fields;
  const Impl::Evaluation evaluation(*impl_, false, next.data());
  Frame f = impl_->frame(*impl_->code.alias->unit, state.data(), next.data());
  const Value v = impl_->explicit_value(impl_->code.alias->node->eval(f));
  if (!values::is_record(v)) return fields;
  for (std::size_t i = 0; i < values::size(v); ++i)
    fields.emplace_back(values::domain_point(v, i).text(), values::range_of(v)[i]);
  return fields;
}

Value Worker::evaluate(const semantics::Expr& expression, State state) {
  const Entry entry = impl_->code.entry_for(expression);
  const Impl::Evaluation evaluation(*impl_, state.empty());
  Frame f = impl_->frame(*entry.unit, state.data(), nullptr);
  return impl_->explicit_value(entry.node->eval(f));
}

TemporalModel Worker::temporal_model() {
  TemporalModel made;
  const Impl::Evaluation evaluation(*impl_, true);
  TemporalUnfolding unfolding(impl_->code, made,
                              [this](const Unit& unit) { return impl_->empty_frame(unit); });
  const auto unfold = [&](const std::vector<TemporalEntry>& entries,
                          const std::vector<model::Named>& formulas, std::vector<temporal::FormulaId>& out) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      try {
        out.push_back(unfolding.unfold(entries[i]));
      } catch (EvaluationError& error) {
        error.in_formula(formulas[i].name);
        throw;
      }
    }
  };
  unfold(impl_->code.fairness, impl_->code.model().fairness, made.fairness);
  unfold(impl_->code.liveness, impl_->code.model().liveness, made.liveness);
  return made;
}

void Worker::evaluate_atoms(const TemporalModel& formulas, std::span<const temporal::AtomId> atoms,
                            State state, State next, AtomSink& sink) {
  Impl::Evaluation evaluation(*impl_, false, next.data());
  for (const temporal::AtomId id : atoms) {
    const TemporalAtom& atom = formulas.atoms[id];
    const TemporalPredicate& predicate = impl_->code.temporal_predicates[atom.predicate];
    evaluation.next_formula();
    Frame f = impl_->empty_frame(*predicate.unit);
    f.current = state.data();
    f.next = next.empty() ? nullptr : next.data();
    for (const auto& [slot, value] : atom.bound) f.slots[slot] = value;
    try {
      sink.value(id, predicate.node->test(f));
    } catch (const EvaluationError& error) {
      sink.failure(id, error);
    }
  }
}

void Worker::set_level(std::uint64_t level) { impl_->context.level = level; }
void Worker::set_totals(const Totals& totals) { impl_->context.totals = totals; }
void Worker::repeat() { impl_->repeating = true; }
void Worker::recall(bool on) { impl_->context.outside.recall(on); }
void Worker::set_past(const Past* past) { impl_->context.past = past; }
void Worker::set_counter_example(const CounterExample* found) { impl_->context.counter_example = found; }
void Worker::set_behaviour(std::optional<std::uint64_t> number) { impl_->context.behaviour = number; }
void Worker::choose_by(Choice choice) { impl_->context.choice = std::move(choice); }
bool Worker::exit_requested() const { return impl_->context.exit_requested; }
void Worker::release() {
  impl_->parent = nullptr;
  impl_->context.arena.reset();
}

}  // namespace synod::program
