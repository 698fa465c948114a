// Naturals, Integers and Reals. Integers have 64 bits; an overflow is an error.
#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using semantics::Native;

namespace {

std::int64_t integer(const NativeCall& call, std::size_t i, const std::string& op) {
  const Value value = call.argument(i);
  if (!value.is(ValueKind::integer)) fail_argument(EvaluationFault::not_integer, i, op, "integer", value);
  return value.as_integer();
}

[[noreturn]] void fail_overflow(std::int64_t a, const char* op, std::int64_t b) {
  fail(EvaluationFault::overflow, "Overflow when computing " + std::to_string(a) + op + std::to_string(b));
}

std::int64_t divide(std::int64_t a, std::int64_t b) {
  if (b == 0) fail(EvaluationFault::division_by_zero, "The second argument of \\div is 0.");
  if (b == -1) {
    std::int64_t result = 0;
    if (__builtin_sub_overflow(std::int64_t{0}, a, &result)) fail_overflow(a, " \\div ", b);
    return result;
  }
  const std::int64_t quotient = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;  // towards minus infinity
}

std::int64_t modulo(std::int64_t a, std::int64_t b) {
  if (b <= 0) {
    fail_argument(b == 0 ? EvaluationFault::division_by_zero : EvaluationFault::argument, 1, "%",
                  "positive number", Value::integer(b));
  }
  const std::int64_t rest = a % b;
  return rest < 0 ? rest + b : rest;
}

std::int64_t power(std::int64_t base, std::int64_t exponent) {
  if (exponent < 0) {
    fail_argument(EvaluationFault::negative_exponent, 1, "^", "natural number", Value::integer(exponent));
  }
  if (exponent == 0) {
    if (base == 0) fail(EvaluationFault::argument, "0^0 is undefined.");
    return 1;
  }
  if (base == 0 || base == 1) return base;
  if (base == -1) return exponent % 2 == 0 ? 1 : -1;
  std::int64_t result = 1;
  for (std::int64_t i = 0; i < exponent; ++i) {
    if (__builtin_mul_overflow(result, base, &result)) fail_overflow(base, "^", exponent);
  }
  return result;
}

std::int64_t arithmetic(Native native, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  switch (native) {
    case Native::plus:
      if (__builtin_add_overflow(a, b, &result)) fail_overflow(a, "+", b);
      return result;
    case Native::minus:
      if (__builtin_sub_overflow(a, b, &result)) fail_overflow(a, "-", b);
      return result;
    case Native::times:
      if (__builtin_mul_overflow(a, b, &result)) fail_overflow(a, "*", b);
      return result;
    case Native::quotient:
      return divide(a, b);
    case Native::modulo:
      return modulo(a, b);
    default:
      return power(a, b);
  }
}

bool relation(Native native, std::int64_t a, std::int64_t b) {
  switch (native) {
    case Native::less:
      return a < b;
    case Native::greater:
      return a > b;
    case Native::less_equal:
      return a <= b;
    default:
      return a >= b;
  }
}

std::string symbol(Native native) {
  switch (native) {
    case Native::plus:
      return "+";
    case Native::minus:
      return "-";
    case Native::times:
      return "*";
    case Native::quotient:
      return "\\div";
    case Native::modulo:
      return "%";
    case Native::power:
      return "^";
    case Native::less:
      return "<";
    case Native::greater:
      return ">";
    case Native::less_equal:
      return "<=";
    case Native::greater_equal:
      return ">=";
    default:
      return "..";
  }
}

}  // namespace

Value number_native(Native native, const NativeCall& call) {
  switch (native) {
    case Native::nat:
      return special_set(SetForm::naturals);
    case Native::integers:
      return special_set(SetForm::integers);
    case Native::reals:
      fail(EvaluationFault::unsupported, "Real numbers cannot be evaluated: Real");
    case Native::divide_real:
      fail(EvaluationFault::unsupported, "Real numbers cannot be evaluated: /");
    case Native::infinity:
      fail(EvaluationFault::unsupported, "Real numbers cannot be evaluated: Infinity");
    case Native::negate: {
      const std::int64_t n = integer(call, 0, "-.");
      std::int64_t result = 0;
      if (__builtin_sub_overflow(std::int64_t{0}, n, &result)) {
        fail(EvaluationFault::overflow, "Overflow when computing -(" + std::to_string(n) + ")");
      }
      return Value::integer(result);
    }
    case Native::plus:
    case Native::minus:
    case Native::times:
    case Native::quotient:
    case Native::modulo:
    case Native::power: {
      const std::int64_t left = integer(call, 0, symbol(native));
      return Value::integer(arithmetic(native, left, integer(call, 1, symbol(native))));
    }
    case Native::interval: {
      const std::int64_t low = integer(call, 0, "..");
      return interval(low, integer(call, 1, ".."));
    }
    case Native::less:
    case Native::greater:
    case Native::less_equal:
    case Native::greater_equal: {
      const std::int64_t left = integer(call, 0, symbol(native));
      return Value::boolean(relation(native, left, integer(call, 1, symbol(native))));
    }
    default:
      return {};
  }
}

}  // namespace synod::reference
