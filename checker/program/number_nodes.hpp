// Integer arithmetic with overflow detected.
#pragma once

#include "program/context.hpp"

namespace synod::program {

/// Fails at `node`: `a operation b` does not fit into 64 bits.
[[noreturn]] void fail_overflow(const Node& node, std::int64_t a, const char* operation, std::int64_t b);

enum class Arithmetic : std::uint8_t { plus, minus, times, quotient, modulo, power };
enum class Comparison : std::uint8_t { less, greater, less_equal, greater_equal };

/// An integer operand, or an error that names what it was.
[[nodiscard]] std::int64_t integer_operand(const Node& operation, const Node& operand, Frame& f,
                                           EvaluationFault otherwise = EvaluationFault::not_integer);

class ArithmeticNode final : public Node {
 public:
  ArithmeticNode(Arithmetic operation, NodePtr left, NodePtr right)
      : operation_(operation), left_(left), right_(right) {
    shape = Shape::integer;
  }
  Value eval(Frame& f) const override;
  std::string show() const override;

 private:
  [[nodiscard]] std::int64_t compute(std::int64_t a, std::int64_t b) const;
  [[nodiscard]] std::int64_t power(std::int64_t a, std::int64_t b) const;
  [[noreturn]] void overflow(std::int64_t a, std::int64_t b) const;
  Arithmetic operation_;
  NodePtr left_, right_;
};

class NegateNode final : public Node {
 public:
  explicit NegateNode(NodePtr operand) : operand_(operand) { shape = Shape::integer; }
  Value eval(Frame& f) const override;
  std::string show() const override { return "negate(" + operand_->show() + ")"; }

 private:
  NodePtr operand_;
};

class ComparisonNode final : public PredicateNode {
 public:
  ComparisonNode(Comparison comparison, NodePtr left, NodePtr right)
      : comparison_(comparison), left_(left), right_(right) {}
  bool test(Frame& f) const override;
  std::string show() const override;

 private:
  Comparison comparison_;
  NodePtr left_, right_;
};

class IntervalNode final : public Node {
 public:
  IntervalNode(NodePtr low, NodePtr high) : low_(low), high_(high) { shape = Shape::set; }
  Value eval(Frame& f) const override;
  std::string show() const override { return low_->show() + ".." + high_->show(); }

 private:
  NodePtr low_, high_;
};

}  // namespace synod::program
