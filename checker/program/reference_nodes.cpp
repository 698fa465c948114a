#include "program/reference_nodes.hpp"

#include <algorithm>

#include "base/stack.hpp"
#include "program/call.hpp"
#include "program/code.hpp"

namespace synod::program {

void fail_too_deep(const Node& node) {
  node.fail(EvaluationFault::recursion_too_deep,
            "The recursion is too deep: an operator or function calls itself without end, or nearly so.");
}

void check_stack(const Node& node) {
  if (stack_nearly_full()) fail_too_deep(node);
}

Value ConstantNode::first(Frame& f, Value (Node::*evaluate)(Frame&) const) const {
  check_stack(*this);
  PushedFrame pushed(*f.context, unit_);
  const Value v = f.context->code.keep(*f.context, (inner_->*evaluate)(pushed.frame));
  std::uint64_t expected = 0;
  // Release: who reads the word also sees the object. Losing the race is harmless, the values are equal.
  value_.compare_exchange_strong(expected, v.bits(), std::memory_order_acq_rel);
  return Value::from_bits(value_.load(std::memory_order_acquire));
}

bool ConstantNode::listed(Frame& f) const {
  PushedFrame pushed(*f.context, unit_);
  return inner_->listed(pushed.frame);
}

Value ConstantNode::enumerable(Frame& f) const {
  const std::uint64_t bits = enumerable_.load(std::memory_order_acquire);  // pairs with the release below
  if (bits != 0) return Value::from_bits(bits);
  const Value v = eval(f);
  Value kept = v;
  try {
    kept = placed([&] { return f.context->code.keep_enumerable(*f.context, v); });
  } catch (const EvaluationError& error) {
    if (!may_be_deferred(error)) throw;  // else it fails where its elements are needed
  }
  enumerable_.store(kept.bits(), std::memory_order_release);
  return kept;
}

std::string ConstantNode::show() const {
  constexpr std::size_t longest = 60;
  if (active_context() != nullptr) {
    try {
      Frame f;
      f.context = active_context();
      std::string text = values::to_string(eval(f));
      if (text.size() <= longest) return text;
    } catch (const EvaluationError&) {
      // Shown as it is written: it fails where it is needed.
    }
  }
  return "const " + inner_->show();
}

void CurrentVariableNode::undefined() const {
  // Not unassigned_variable, which is what a whole state lacks: no state was generated here.
  fail(EvaluationFault::primed_variable_undefined,
       "The variable " + name_ + " has no value where it is read.");
}

void NextVariableNode::undefined() const {
  fail(EvaluationFault::primed_variable_undefined,
       "The variable " + name_ + "' has no value yet where it is read.");
}

void LazyNode::fill(Frame& g, Value v) const {
  g.slots[slot_] = v;
  if (is_temporary(v)) ++g.context->lazy_fills;
}

Assignment& AssignedInSight::last(const NextState& next) const {
  Assignment* last = &next.assignments[variables.front()];
  for (const std::uint32_t variable : variables) {
    Assignment& assignment = next.assignments[variable];
    if (assignment.number == 0) return assignment;
    if (assignment.number > last->number) last = &assignment;
  }
  return *last;
}

void AssignedInSight::filled(Context& c) const {
  ++c.lazy_fills;
  if (c.next_in_sight.assignments != nullptr) ++last(c.next_in_sight).fills;
}

template <class Sight>
template <class Run>
auto DefinitionNode<Sight>::run(Frame& f, Run&& body) const {
  PushedFrame pushed(*f.context, unit_);
  pushed.frame.current = f.current;
  pushed.frame.next = f.next;
  try {
    return body(pushed.frame);
  } catch (EvaluationError& e) {
    if (!e.span().known()) e.place(span);
    called_from(e, call);  // the shared code does not know who asked
    throw;
  }
}

template <class Sight>
Value DefinitionNode<Sight>::first(Frame& f, Value (Node::*evaluate)(Frame&) const) const {
  Context& c = *f.context;
  const Value v = run(f, [&](Frame& g) { return (definition_->*evaluate)(g); });
  const std::uint64_t state = sight_.number(f);
  if (state == 0) return v;
  kept_for_state(c, number_) = {state, v};
  if (is_temporary(v)) sight_.filled(c);
  return v;
}

template <class Sight>
Value DefinitionNode<Sight>::applied(Frame& f) const {
  const KeptForState& kept = kept_for_state(*f.context, number_);
  const std::uint64_t state = sight_.number(f);
  return state != 0 && kept.state == state ? kept.value : first(f, &Node::applied);
}

template <class Sight>
bool DefinitionNode<Sight>::listed(Frame& f) const {
  return run(f, [&](Frame& g) { return definition_->listed(g); });
}

template <class Sight>
bool DefinitionNode<Sight>::test(Frame& f) const {
  if (shape == Shape::boolean) return eval(f).as_boolean();
  return run(f, [&](Frame& g) { return definition_->test(g); });
}

template class DefinitionNode<CurrentInSight>;
template class DefinitionNode<AssignedInSight>;

bool ConjunctNode::test(Frame& f) const {
  Context& c = *f.context;
  if (c.held_in != nullptr && same_variables(f.current, c.held_in)) return true;
  if (const KeptForState& kept = kept_for_state(c, number_); kept.state == c.state_in_sight)
    return kept.value.as_boolean();
  const bool holds = inner_->test(f);
  kept_for_state(c, number_) = {c.state_in_sight, Value::boolean(holds)};
  return holds;
}

bool ConjunctNode::same_variables(const Value* a, const Value* b) const {
  return std::all_of(variables_.begin(), variables_.end(), [&](std::uint32_t i) { return a[i] == b[i]; });
}

bool KeepingNode::read_key(Frame& f, ValueTable::Key& key) const {
  for (std::size_t i = 0; i < variables_.size(); ++i) {
    const Value v = outer_frame(f, variables_[i].hops).slots[variables_[i].slot];
    if (v.is_none() || is_temporary(v)) return false;
    key[i] = v;
  }
  return true;
}

Value KeepingNode::applied(Frame& f) const {
  try {
    return eval(f);
  } catch (const EvaluationError&) {
    return inner_->applied(f);  // tables hold whole functions only
  }
}

Value TabulatedNode::eval(Frame& f) const {
  ValueTable& known = table(f.context->tables);
  if (!known.worth_asking()) return inner().eval(f);
  ValueTable::Key key{};
  if (!read_key(f, key)) {
    known.missed();
    return inner().eval(f);
  }
  const Value found = known.find(key);
  return found.is_none() ? compute(f, key) : found;
}

Value TabulatedNode::compute(Frame& f, const ValueTable::Key& key) const {
  constexpr std::size_t largest = 256;  // larger sets and functions are not worth the memory
  const Value v = inner().eval(f);
  ValueTable& known = table(f.context->tables);  // found again: evaluating may have moved it
  if (known.full() || !values::is_explicit(v) || (v.is_object() && v.as_object()->count > largest)) return v;
  const Value kept = f.context->interner.intern(v);
  known.add(key, kept);
  return kept;
}

Value StateTabulatedNode::eval(Frame& f) const {
  Context& c = *f.context;
  StateTable& known = table(c.state_tables);
  if (!known.worth_asking()) return inner().eval(f);
  ValueTable::Key key{};
  if (!read_key(f, key)) {
    known.missed();
    return inner().eval(f);
  }
  if (const Value found = known.find(c.state_in_sight, key); !found.is_none()) return found;
  const Value v = inner().eval(f);
  if (table(c.state_tables).add(c.state_in_sight, key, v) && is_temporary(v)) ++c.lazy_fills;
  return v;
}

bool ParameterNode::listed(Frame& f) const {
  Frame& g = outer_frame(f, hops_);
  const Node* argument = g.arguments[slot_];
  return argument == nullptr || argument->listed(*g.caller);
}

Value ParameterNode::argument(Frame& f, Value (Node::*evaluate)(Frame&) const) const {
  Frame& g = outer_frame(f, hops_);
  if (g.slots[slot_].is_none()) {
    const Node* argument = g.arguments[slot_];
    if (argument == nullptr)
      fail(EvaluationFault::unsupported, "An argument with primes cannot be primed again.");
    const Value v = (argument->*evaluate)(*g.caller);
    if (argument->depends.next_state) return v;  // the next state may still change while this call lasts
    g.slots[slot_] = v;
    if (is_temporary(v)) ++f.context->lazy_fills;
  }
  return g.slots[slot_];
}

template <class Run>
auto CallNode::run_call(Frame& f, Run&& run) const {
  evaluation_step();
  check_stack(*this);
  Frame* lexical = lexical_hops_ < 0 ? nullptr : &outer_frame(f, static_cast<unsigned>(lexical_hops_));
  try {
    return enter(f, *code_.unit, lexical, arguments_, run);
  } catch (EvaluationError& e) {
    called(e, code_.name);
    throw;
  }
}

Value CallNode::eval(Frame& f) const {
  return run_call(f, [&](Frame& g) { return code_.body->eval(g); });
}

Value CallNode::applied(Frame& f) const {
  return run_call(f, [&](Frame& g) { return code_.body->applied(g); });
}

bool CallNode::listed(Frame& f) const {
  return run_call(f, [&](Frame& g) { return code_.body->listed(g); });
}

bool CallNode::test(Frame& f) const {
  return run_call(f, [&](Frame& g) { return code_.body->test(g); });
}

std::string CallNode::show() const {
  std::string out = "call " + code_.name + "(";
  for (std::size_t i = 0; i < arguments_.nodes.size(); i += 2)
    out += (i > 0 ? ", " : "") + arguments_.nodes[i]->show();
  return out + ")";
}

Value OperatorParameterNode::eval(Frame& f) const {
  check_stack(*this);
  const OperatorArgument& target = outer_frame(f, hops_).operators[index_];
  return enter(f, *target.code->unit, target.lexical, arguments_,
               [&](Frame& g) { return target.code->body->eval(g); });
}

Frame* capture(Frame& f, values::Arena& arena) {
  auto* copy = new (arena.raw(sizeof(Frame))) Frame(f);
  copy->slots = static_cast<Value*>(arena.raw(f.slot_count * sizeof(Value) + 1));
  // Arguments that nobody needed yet keep their way to the caller, so the caller is captured as well when one
  // is left.
  bool pending = false;
  for (unsigned i = 0; i < f.slot_count; ++i) {
    copy->slots[i] = f.slots[i];
    pending = pending || (i < f.argument_slots && f.slots[i].is_none());
  }
  if (f.operator_count > 0) {
    auto* operators = static_cast<OperatorArgument*>(arena.raw(f.operator_count * sizeof(OperatorArgument)));
    for (unsigned i = 0; i < f.operator_count; ++i) {
      operators[i] = f.operators[i];
      operators[i].lexical = capture(*operators[i].lexical, arena);
    }
    copy->operators = operators;
  }
  if (f.lexical != nullptr) copy->lexical = capture(*f.lexical, arena);
  copy->caller = pending && f.caller != nullptr ? capture(*f.caller, arena) : nullptr;
  return copy;
}

}  // namespace synod::program
