// Random TLA+ expressions, most of which make sense.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "random.hpp"
#include "term.hpp"

namespace synod::differential {

/// A parameter of an operator: an expression of a type or, with arguments, an operator with that result.
struct Parameter {
  Type type;
  std::vector<Type> arguments;
  bool operator==(const Parameter&) const = default;
};

struct Signature {
  std::string name;
  std::vector<Parameter> parameters;
  Type result;
};

/// What an expression may refer to.
struct Scope {
  std::vector<std::pair<std::string, Type>> names;  ///< variables, bound variables, parameters, x'
  std::vector<Signature> operators;
};

struct Style {
  double ill_typed = 0.3;  ///< percent of expressions in whose place stands one of another type
  double partial = 10;     ///< percent of partial operators (Head, f[x], CHOOSE, ...) applied without care
  bool text_of_values = true;  ///< ToString
  bool large_numbers = true;   ///< arithmetic at the ends of the 64-bit range
  bool bullets = true;         ///< junction lists over several lines
};

/// Expressions over the definitions of prelude() and what `scope` holds.
class ExpressionGenerator {
 public:
  ExpressionGenerator(Random& random, Style style) : random_(random), style_(style) {}

  Scope scope;

  [[nodiscard]] Term expression(const Type& type, int depth);
  /// One with few parts: for what is enumerated again and again.
  [[nodiscard]] Term small_set(const Type& element);
  [[nodiscard]] Term literal(const Type& type, int depth = 1);
  [[nodiscard]] Type random_type(int depth);
  [[nodiscard]] Type random_scalar();
  /// A definition of a new operator, which is then in scope.
  [[nodiscard]] Definition definition(int depth);
  [[nodiscard]] std::string fresh(const std::string& prefix) { return prefix + std::to_string(++names_); }
  /// Begins a new expression: bounds its size.
  void set_budget(int nodes) { budget_ = nodes; }
  [[nodiscard]] const Style& style() const { return style_; }

  /// Bounds of a quantifier or constructor ("v1 \in $, v2 \in $") with their sets; brings the names into
  /// scope.
  struct Bounds {
    std::string pattern;
    std::vector<Term> sets;
  };
  [[nodiscard]] Bounds bounds(int depth, bool several);
  /// Runs `body`; names and operators that come into scope meanwhile leave it afterwards.
  Term scoped(const std::function<Term()>& body);

 private:
  using Production = Term (ExpressionGenerator::*)(const Type&, int);
  using Productions = std::vector<Production>;

  [[nodiscard]] static const Productions& productions(Type::Kind kind);
  bool partial() { return random_.chance(style_.partial); }
  Term name_of(const Type& type);
  Term leaf(const Type& type);
  Term bound_set(const Type& element, int depth);
  Term lambda(const std::vector<Type>& parameters, const Type& result, int depth);
  Term operator_argument(const Parameter& parameter, int depth);
  Term call(const Signature& signature, int depth);
  Term many(const Type& type, const std::string& open, const std::string& close, const Type& part, int depth,
            std::size_t most);
  /// An expression with these parts.
  Term build(const Type& type, const std::string& pattern, const std::vector<Type>& parts, int depth);

  // Of any type.
  Term conditional(const Type& type, int depth);
  Term case_of(const Type& type, int depth);
  Term let_value(const Type& type, int depth);
  Term let_operator(const Type& type, int depth);
  Term let_function(const Type& type, int depth);
  Term application(const Type& type, int depth);
  Term constructed_application(const Type& type, int depth);
  Term field(const Type& type, int depth);
  Term component(const Type& type, int depth);
  Term head(const Type& type, int depth);
  Term choose(const Type& type, int depth);
  Term call_prelude(const Type& type, int depth);
  Term call_operator(const Type& type, int depth);

  // Booleans.
  Term junction(const Type&, int depth);
  Term connective(const Type&, int depth);
  Term equality(const Type&, int depth);
  Term order(const Type&, int depth);
  Term membership(const Type&, int depth);
  Term symbolic_membership(const Type&, int depth);
  Term subset(const Type&, int depth);
  Term quantifier(const Type&, int depth);
  Term bag_predicate(const Type&, int depth);
  Term large_number(const Type&, int depth);
  Term symbolic_set(const Type& element, int depth);

  // Integers, strings.
  Term arithmetic(const Type&, int depth);
  Term size(const Type&, int depth);
  Term recursion(const Type&, int depth);
  Term text_of(const Type&, int depth);

  // Sets.
  Term set_literal(const Type&, int depth);
  Term set_operation(const Type&, int depth);
  Term filter(const Type&, int depth);
  Term map(const Type&, int depth);
  Term domain(const Type&, int depth);
  Term big_union(const Type&, int depth);
  Term special_set(const Type&, int depth);

  // Sequences.
  Term sequence_literal(const Type&, int depth);
  Term sequence_operation(const Type&, int depth);
  Term part_of_sequence(const Type&, int depth);
  Term select_or_sort(const Type&, int depth);
  Term sequence_constructor(const Type&, int depth);

  // Operators of the community's modules (module_productions.cpp).
  Term module_predicate(const Type&, int depth);
  Term module_number(const Type&, int depth);
  Term module_fold(const Type&, int depth);
  Term module_set(const Type&, int depth);
  Term module_sequence(const Type&, int depth);
  Term module_function(const Type&, int depth);
  Term module_bag(const Type&, int depth);

  // Functions, bags, tuples, records.
  Term function_constructor(const Type&, int depth);
  Term function_operation(const Type&, int depth);
  Term except(const Type&, int depth);
  Term updated_value(const Type& old, int depth);
  Term path_point(const Type& type);
  Term bag_operation(const Type&, int depth);
  Term tuple(const Type&, int depth);
  Term record(const Type&, int depth);

  Random& random_;
  Style style_;
  int names_ = 0;
  int budget_ = 100;
};

/// The declarations and definitions that generated expressions use, and the configuration of the constants.
[[nodiscard]] Document prelude();

}  // namespace synod::differential
