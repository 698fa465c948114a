// An expression that has no value: the user's error at evaluation time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <iterator>
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
  infinite_part,  ///< an infinite set inside another value: TLA+ has it, the compiled evaluator cannot hold
                  ///< it
  unbounded,
  too_large,
  assertion,
  unsupported,
  refused,  ///< files, programs: not permitted, or not done in this way
  recursion_too_deep,
  argument,    ///< refused by a check of the built-in operator
  unforeseen,  ///< the same where TLC's operator has no such check, and fails in Java
  duplicate_domain,
  no_initial_state,  ///< of a simulation: it has nothing to begin with
};

/// Calls that led to an error: the operator's name and the place of the call. A recursive operator that calls
/// itself is one entry with its number. An entry without a name stands for calls that were left out.
struct CallSite {
  std::string name;
  Span span;
  std::uint64_t times = 1;
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
  /// The name of the invariant, constraint, ... that was evaluated; empty when it was none or has no name.
  [[nodiscard]] const std::string& formula() const { return formula_; }
  void in_formula(std::string name) { formula_ = std::move(name); }
  /// Sets the place if none is known yet: the innermost expression that knows its place wins.
  void place(const Span& span) {
    if (!span_.known()) span_ = span;
  }
  /// Adds a call around those known. Only the innermost and the outermost calls are kept, so that unwinding a
  /// deep recursion is cheap.
  void called_from(CallSite site) {
    if (!calls_.empty() && calls_.back().span == site.span && calls_.back().name == site.name) {
      calls_.back().times += site.times;
      return;
    }
    calls_.push_back(std::move(site));
    if (std::ssize(calls_) <= inner_calls + 1 + outer_calls) return;
    const auto left_out = calls_.begin() + inner_calls;
    if (!left_out->name.empty()) *left_out = {{}, {}, left_out->times};
    left_out->times += (left_out + 1)->times;
    calls_.erase(left_out + 1);
  }

 private:
  static constexpr std::ptrdiff_t inner_calls = 24;
  static constexpr std::ptrdiff_t outer_calls = 16;
  EvaluationFault fault_;
  std::string message_;
  Span span_;
  std::vector<CallSite> calls_;
  std::string formula_;
};

}  // namespace synod
