#include "program/tlc_nodes.hpp"

#include <algorithm>

#include "program/code.hpp"

namespace synod::program {
namespace {

/// Not what the expression means, but what Synod can do.
bool is_limit(EvaluationFault fault) {
  return fault == EvaluationFault::recursion_too_deep || fault == EvaluationFault::unsupported ||
         fault == EvaluationFault::too_large || fault == EvaluationFault::infinite_part;
}

}  // namespace

bool AssertErrorNode::test(Frame& f) const {
  try {
    const Value v = expression_->eval(f);
    // All of it, since a part that fails may not have been needed yet.
    if (!values::is_set(v.kind()) || values::is_finite(v)) static_cast<void>(component(*f.context, v));
    return false;
  } catch (const EvaluationError& error) {
    if (is_limit(error.fault())) throw;
    return is_expected(f, error);
  }
}

bool AssertErrorNode::is_expected(Frame& f, const EvaluationError& error) const {
  const Value message = message_->eval(f);
  if (!message.is_string()) {
    message_->fail(
        EvaluationFault::argument,
        "The first argument of AssertError must be a string, but it is " + values::to_string(message) + ".");
  }
  if (error.fault() != EvaluationFault::assertion) return true;
  const std::string& text = message.text();
  const std::string tlc = "The first argument of Assert evaluated to FALSE; the second argument was:\n";
  return text == tlc + error.message() || text == tlc + "\"" + error.message() + "\"";
}

bool PickSuccessorNode::test(Frame& f) const {
  if (unasked_->test(f)) return true;
  const std::size_t variables = f.context->code.model().spec.variables.size();
  if (f.next == nullptr || std::any_of(f.next, f.next + variables, [](Value v) { return v.is_none(); }))
    return true;
  fail(EvaluationFault::unsupported,
       "PickSuccessor is not supported: TLC asks a person here whether to take the step.");
}

}  // namespace synod::program
