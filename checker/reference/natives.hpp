// Operators with a meaning of their own: those of the language and of the standard modules (section 7 of
// TLC's behaviour). One file per module family.
#pragma once

#include <string>

#include "reference/evaluator.hpp"

namespace synod::reference {

/// An application of a native operator: gives its arguments, evaluated when asked for.
struct NativeCall {
  Evaluator& evaluator;
  const semantics::Expr& expr;
  const Environment& env;
  const Moment& moment;

  [[nodiscard]] Value argument(std::size_t i) const {
    return evaluator.evaluate(*expr.operands[i], env, moment);
  }
  /// Calls the operator passed as argument i.
  [[nodiscard]] Value call(std::size_t i, const Elements& arguments) const {
    return evaluator.call_lambda(*expr.operands[i], arguments, env, moment);
  }
};

[[nodiscard]] Value evaluate_native(semantics::Native native, const NativeCall& call);

// The families; each returns an undefined value for operators of another family.
[[nodiscard]] Value logic_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value number_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value sequence_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value bag_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value tlc_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value register_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value extended_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value random_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value collection_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value fold_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value mathematics_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value clock_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value graph_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value picture_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value json_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value file_native(semantics::Native native, const NativeCall& call);
[[nodiscard]] Value program_native(semantics::Native native, const NativeCall& call);

/// A step as a value: [name, location], and with parameters [name, location, context, parameters].
[[nodiscard]] Value step_record(const model::Model& model, const ActionLabel& label);

/// The model value of that name; one that the configuration does not mention comes after those it does.
[[nodiscard]] Value model_value_named(const model::Model& model, const std::string& name);

/// "The first argument of + should be an integer, but instead it is: ..."
[[noreturn]] void fail_argument(EvaluationFault fault, std::size_t index, const std::string& op,
                                const std::string& wanted, const Value& got);

}  // namespace synod::reference
