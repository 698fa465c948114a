#include "program/node.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <new>

#include "base/failure.hpp"
#include "program/context.hpp"

namespace synod::program {

namespace {
constexpr std::size_t slot_stack_values = std::size_t{1}
                                          << 26;  // 512 MB of address space, touched only as used
}  // namespace

bool Node::test(Frame& f) const {
  const Value v = eval(f);
  if (!v.is_boolean()) {
    fail(EvaluationFault::not_boolean,
         "A boolean was expected, but the value is " + values::to_string(v) + ".");
  }
  return v.as_boolean();
}

void Node::fail(EvaluationFault fault, std::string message) const {
  EvaluationError e(fault, std::move(message));
  annotate(e);
  throw e;
}

void called_from(EvaluationError& e, const InlinedCall* call) {
  for (; call != nullptr; call = call->outer) e.called_from({call->name, call->span});
}

void Node::annotate(EvaluationError& e) const {
  if (e.span().known()) return;
  e.place(span);
  called_from(e, call);
}

std::string show_typed(const Node& node) {
  constexpr const char* names[] = {"", " : boolean", " : integer", " : string", " : set", " : function"};
  return node.show() + names[static_cast<int>(node.shape)];
}

void Node::called(EvaluationError& e, const std::string& name) const {
  e.called_from({name, span});
  called_from(e, call);
}

Dependence& Dependence::operator|=(const Dependence& o) {
  if (!o.free.empty()) {
    std::vector<std::uint64_t> merged;
    std::set_union(free.begin(), free.end(), o.free.begin(), o.free.end(), std::back_inserter(merged));
    free = std::move(merged);
  }
  variables |= o.variables;
  state |= o.state;
  next_state |= o.next_state;
  registers |= o.registers;
  unknown |= o.unknown;
  effects |= o.effects;
  return *this;
}

void Dependence::bind(std::uint64_t first, std::uint64_t count) {
  std::erase_if(free, [&](std::uint64_t slot) { return slot >= first && slot < first + count; });
}

SlotStack::SlotStack() {
  void* memory = mmap(nullptr, slot_stack_values * sizeof(Value), PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  base_ = top_ = static_cast<Value*>(memory);
}

SlotStack::~SlotStack() { munmap(base_, slot_stack_values * sizeof(Value)); }

Value* SlotStack::push(unsigned count) {
  if (static_cast<std::size_t>(top_ - base_) + count > slot_stack_values) {
    throw EvaluationError(EvaluationFault::recursion_too_deep, "The recursion is too deep.");
  }
  Value* slots = top_;
  top_ += count;
  std::memset(static_cast<void*>(slots), 0, count * sizeof(Value));
  return slots;
}

Context*& active_context() {
  thread_local Context* active = nullptr;
  return active;
}

bool Node::listed(Frame& f) const {
  const Kind kind = eval(f).kind();
  return kind == Kind::set || kind == Kind::interval;
}

void fail_whole(Context& c, Value function) {
  static_cast<void>(values::expand(c.arena, function));
  throw InternalError("a function that failed at a point has a value there now");
}

bool for_each_chosen(Context& c, Value set, bool dropping, const std::function<bool(Value)>& body) {
  const values::Object& o = *set.as_object();
  const auto chosen = [&](Value v) {
    const bool in = set.kind() == Kind::lazy_filter ? values::closure_of(o).contains(v)
                                                    : !values::contains(c.arena, o[1], v);
    return !in || body(v);
  };
  return dropping ? for_each<Temporaries::dropped>(c, o[0], chosen) : for_each(c, o[0], chosen);
}

Value part_from_symbolic(Context& c, Value v) {
  if (values::is_set(v.kind()) && !values::is_finite(v) && !values::lacks_a_factor(v)) {
    throw EvaluationError(
        EvaluationFault::infinite_part,
        "Synod cannot hold an infinite set inside another value yet: " + values::to_string(v) + ".");
  }
  return values::expand(c.arena, v);
}

void look_closer_at_set(const Node& node, Value set, const Node& binder) {
  const auto fail = [&](EvaluationFault fault, std::string message) {
    EvaluationError e(fault, std::move(message));
    e.place(node.span);
    called_from(
        e, node.call != nullptr ? node.call : binder.call);  // a constant's node is shared: it has no calls
    throw e;
  };
  if (!values::is_set(set.kind()))
    fail(EvaluationFault::not_a_set, "A set was expected, but the value is " + values::to_string(set) + ".");
  if (!node.placed([&] { return values::is_finite(set) || values::lacks_a_factor(set); })) {
    fail(EvaluationFault::infinite_set,
         "The infinite set " + values::to_string(set) + " cannot be enumerated.");
  }
}

}  // namespace synod::program
