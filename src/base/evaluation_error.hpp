// An expression that has no value: the user's error at evaluation time.
#pragma once

#include <exception>
#include <string>
#include <vector>

#include "base/span.hpp"

namespace synod {

enum class EvaluationFault {
  not_boolean,
  not_integer,
  not_a_set,
  not_a_function,
  not_a_sequence,
  not_a_record,
  outside_domain,
  no_field,
  no_witness,
  no_case,
  incomparable,
  overflow,
  division_by_zero,
  negative_exponent,
  unassigned_variable,        ///< a state was generated that leaves a variable without a value
  primed_variable_undefined,  ///< read before it has a value: a primed variable in a step, any in Init
  infinite_set,
  unbounded,
  too_large,
  assertion,
  unsupported,
  recursion_too_deep,
  argument,
  duplicate_domain,
};

/// One operator call that led to the error: its name and the place of the call.
struct CallSite {
  std::string name;
  Span span;
};

/// Thrown by evaluators only. `message` names the value; `span` is the expression that failed; `calls` runs
/// from the innermost call outwards.
class EvaluationError : public std::exception {
 public:
  EvaluationError(EvaluationFault fault, std::string message, Span span = {})
      : fault_(fault), message_(std::move(message)), span_(span) {}
  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }
  [[nodiscard]] EvaluationFault fault() const { return fault_; }
  [[nodiscard]] const std::string& message() const { return message_; }
  [[nodiscard]] const Span& span() const { return span_; }
  [[nodiscard]] const std::vector<CallSite>& calls() const { return calls_; }
  /// Sets the place if none is known yet: the innermost expression that knows its place wins.
  void place(const Span& span) {
    if (!span_.known()) span_ = span;
  }
  void called_from(CallSite site) { calls_.push_back(std::move(site)); }

 private:
  EvaluationFault fault_;
  std::string message_;
  Span span_;
  std::vector<CallSite> calls_;
};

}  // namespace synod
