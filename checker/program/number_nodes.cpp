#include "program/number_nodes.hpp"

namespace synod::program {

namespace {

constexpr const char* arithmetic_names[] = {"plus", "minus", "times", "quotient", "modulo", "power"};
constexpr const char* arithmetic_symbols[] = {"+", "-", "*", "\\div", "%", "^"};
constexpr const char* comparison_names[] = {"less", "greater", "less_equal", "greater_equal"};

std::int64_t floor_quotient(std::int64_t a, std::int64_t b) {
  const std::int64_t q = a / b;
  return (a % b != 0 && ((a < 0) != (b < 0))) ? q - 1 : q;
}

}  // namespace

std::int64_t integer_operand(const Node& operation, const Node& operand, Frame& f,
                             EvaluationFault otherwise) {
  const Value v = operand.eval(f);
  if (v.is_small_integer()) return v.as_small_integer();
  if (!v.is_integer()) {
    operation.fail(otherwise, "An integer was expected, but the value is " + values::to_string(v) + ".");
  }
  return v.as_integer();
}

void fail_overflow(const Node& node, std::int64_t a, const char* operation, std::int64_t b) {
  node.fail(EvaluationFault::overflow, "Overflow when computing " + std::to_string(a) + operation +
                                           std::to_string(b) + ": the result does not fit into 64 bits.");
}

void ArithmeticNode::overflow(std::int64_t a, std::int64_t b) const {
  fail_overflow(*this, a, arithmetic_symbols[static_cast<int>(operation_)], b);
}

std::int64_t ArithmeticNode::power(std::int64_t a, std::int64_t b) const {
  if (b < 0) fail(EvaluationFault::negative_exponent, "The exponent " + std::to_string(b) + " is negative.");
  if (a == 0 && b == 0) fail(EvaluationFault::argument, "0^0 is undefined.");
  std::int64_t result = 1;
  std::int64_t base = a;
  for (std::int64_t n = b; n > 0; n >>= 1) {
    if ((n & 1) != 0 && __builtin_mul_overflow(result, base, &result)) overflow(a, b);
    if (n > 1 && __builtin_mul_overflow(base, base, &base)) overflow(a, b);
  }
  return result;
}

std::int64_t ArithmeticNode::compute(std::int64_t a, std::int64_t b) const {
  std::int64_t r = 0;
  switch (operation_) {
    case Arithmetic::plus:
      if (__builtin_add_overflow(a, b, &r)) overflow(a, b);
      return r;
    case Arithmetic::minus:
      if (__builtin_sub_overflow(a, b, &r)) overflow(a, b);
      return r;
    case Arithmetic::times:
      if (__builtin_mul_overflow(a, b, &r)) overflow(a, b);
      return r;
    case Arithmetic::quotient:
      if (b == 0) fail(EvaluationFault::division_by_zero, "The second argument of \\div is 0.");
      if (b == -1) {
        if (__builtin_sub_overflow(std::int64_t{0}, a, &r)) overflow(a, b);
        return r;
      }
      return floor_quotient(a, b);
    case Arithmetic::modulo:
      if (b <= 0)
        fail(
            b == 0 ? EvaluationFault::division_by_zero : EvaluationFault::argument,
            "The second argument of % should be a positive number, but instead it is:\n" + std::to_string(b));
      return a % b < 0 ? a % b + b : a % b;
    default:
      return power(a, b);
  }
}

Value ArithmeticNode::eval(Frame& f) const {
  const std::int64_t a = integer_operand(*this, *left_, f);
  const std::int64_t b = integer_operand(*this, *right_, f);
  const std::int64_t r = compute(a, b);
  return Value::fits_small(r) ? Value::small_integer(r) : values::make_integer(f.context->arena, r);
}

std::string ArithmeticNode::show() const {
  return std::string(arithmetic_names[static_cast<int>(operation_)]) + "(" + left_->show() + ", " +
         right_->show() + ")";
}

Value NegateNode::eval(Frame& f) const {
  const std::int64_t a = integer_operand(*this, *operand_, f);
  std::int64_t r = 0;
  if (__builtin_sub_overflow(std::int64_t{0}, a, &r))
    fail(EvaluationFault::overflow, "Overflow when computing -(" + std::to_string(a) + ")");
  return values::make_integer(f.context->arena, r);
}

bool ComparisonNode::test(Frame& f) const {
  const std::int64_t a = integer_operand(*this, *left_, f, EvaluationFault::argument);
  const std::int64_t b = integer_operand(*this, *right_, f, EvaluationFault::argument);
  switch (comparison_) {
    case Comparison::less:
      return a < b;
    case Comparison::greater:
      return a > b;
    case Comparison::less_equal:
      return a <= b;
    default:
      return a >= b;
  }
}

std::string ComparisonNode::show() const {
  return std::string(comparison_names[static_cast<int>(comparison_)]) + "(" + left_->show() + ", " +
         right_->show() + ")";
}

Value IntervalNode::eval(Frame& f) const {
  const std::int64_t low = integer_operand(*this, *low_, f);
  const std::int64_t high = integer_operand(*this, *high_, f);
  values::Arena& arena = f.context->arena;
  return values::make_interval(arena, values::make_integer(arena, low), values::make_integer(arena, high));
}

}  // namespace synod::program
