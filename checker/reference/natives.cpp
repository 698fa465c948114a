// Dispatch to the families, and what they share.
#include "reference/natives.hpp"

#include <algorithm>

#include "base/failure.hpp"

namespace synod::reference {

using semantics::Native;

Value evaluate_native(Native native, const NativeCall& call) {
  for (const auto family :
       {logic_native, number_native, sequence_native, bag_native, tlc_native, register_native,
        extended_native, random_native, collection_native, fold_native, mathematics_native, clock_native,
        graph_native, picture_native, json_native, file_native, program_native}) {
    if (Value result = family(native, call); result.defined()) return result;
  }
  throw InternalError("a native operator has no meaning");
}

Value model_value_named(const model::Model& model, const std::string& name) {
  const auto& names = model.model_values;
  const auto place = std::find(names.begin(), names.end(), name);
  return Value::model_value({name, static_cast<std::uint32_t>(place - names.begin())});
}

void fail_argument(EvaluationFault fault, std::size_t index, const std::string& op, const std::string& wanted,
                   const Value& got) {
  static const char* const ordinals[] = {"first", "second", "third", "fourth", "fifth"};
  const bool vowel = std::string("aeiou").find(wanted[0]) != std::string::npos;
  fail(fault, std::string("The ") + ordinals[index] + " argument of " + op + " should be " +
                  (vowel ? "an " : "a ") + wanted + ", but instead it is:\n" + text(got));
}

}  // namespace synod::reference
