// Entering the body of an operator that is called and not inlined.
#pragma once

#include "base/stack.hpp"
#include "program/reference_nodes.hpp"

namespace synod::program {

/// A frame whose slots are on the slot stack as long as it lives.
class PushedFrame {
 public:
  PushedFrame(Context& context, const Unit& unit) : context_(context), slots_(unit.slots) {
    frame.slots = context.stack.push(slots_);
    frame.slot_count = slots_;
    frame.context = &context;
  }
  ~PushedFrame() { context_.stack.pop(slots_); }
  PushedFrame(const PushedFrame&) = delete;
  PushedFrame& operator=(const PushedFrame&) = delete;
  Frame frame;

 private:
  CallUnderWay call_;
  Context& context_;
  unsigned slots_;
};

inline constexpr unsigned most_operators = 8;

inline void resolve_operators(Frame& f, const CallArguments& arguments, OperatorArgument* out) {
  for (std::size_t i = 0; i < arguments.operators.size(); ++i) {
    const auto& source = arguments.operators[i];
    Frame& g = outer_frame(f, source.hops);
    out[i] = source.forwarded >= 0 ? g.operators[source.forwarded] : OperatorArgument{source.code, &g};
  }
}

/// Runs `run(body frame)` for a call from `f` of what is compiled for `unit`.
template <class Run>
auto enter(Frame& f, const Unit& unit, Frame* lexical, const CallArguments& arguments, Run&& run) {
  PushedFrame pushed(*f.context, unit);
  OperatorArgument operators[most_operators];
  resolve_operators(f, arguments, operators);
  Frame& g = pushed.frame;
  g.current = f.current;
  g.next = f.next;
  g.lexical = lexical;
  g.caller = &f;
  g.arguments = arguments.nodes.data();
  g.argument_slots = static_cast<unsigned>(arguments.nodes.size());
  g.operators = operators;
  g.operator_count = static_cast<unsigned>(arguments.operators.size());
  const auto result = run(g);
  // Nobody reads the parameters any more: what they hold keeps no temporaries alive.
  for (unsigned i = 0; i < g.argument_slots; ++i) f.context->lazy_fills -= is_temporary(g.slots[i]) ? 1 : 0;
  return result;
}

}  // namespace synod::program
