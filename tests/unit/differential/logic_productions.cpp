// Random booleans, integers and strings.
#include <array>
#include <string_view>

#include "expression_generator.hpp"

namespace synod::differential {

using K = Type::Kind;

namespace {

constexpr std::array comparisons{"($ < $)", "($ > $)", "($ =< $)", "($ >= $)", "($ \\leq $)"};
constexpr std::array connectives{"($ => $)", "($ <=> $)", "($ \\equiv $)"};
constexpr std::array arithmetic_operators{"($ + $)", "($ - $)", "($ ++ $)", "($ * ($ % 3))"};

}  // namespace

ExpressionGenerator::Bounds ExpressionGenerator::bounds(int depth, bool several) {
  Bounds result;
  const std::size_t count = several && random_.one_in(3) ? 2 : 1;
  std::vector<std::pair<std::string, Type>> names;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string comma = i > 0 ? ", " : "";
    const std::string name = fresh("v");
    if (random_.one_in(5)) {  // a tuple pattern
      const std::string second = fresh("v");
      const Type pair = tuple_of({random_scalar(), random_scalar()});
      result.pattern += comma + "<<" + name + ", " + second + ">> \\in $";
      result.sets.push_back(bound_set(pair, depth));
      names.emplace_back(name, pair.arguments[0]);
      names.emplace_back(second, pair.arguments[1]);
      continue;
    }
    const Type type = random_.one_in(3) ? random_type(1) : random_scalar();
    names.emplace_back(name, type);
    if (several && random_.one_in(5)) {  // two names over one set
      const std::string second = fresh("v");
      names.emplace_back(second, type);
      result.pattern += comma + name + ", " + second + " \\in $";
    } else {
      result.pattern += comma + name + " \\in $";
    }
    result.sets.push_back(bound_set(type, depth));
  }
  scope.names.insert(scope.names.end(), names.begin(), names.end());
  return result;
}

/// A set to go through: mostly a small one.
Term ExpressionGenerator::bound_set(const Type& element, int depth) {
  return random_.one_in(2) ? small_set(element) : expression(set_of(element), depth - 1);
}

// Booleans.

Term ExpressionGenerator::junction(const Type& type, int depth) {
  std::vector<Term> parts;
  for (std::size_t i = 2 + random_.below(2); i > 0; --i) parts.push_back(expression(type, depth - 1));
  const std::string op = random_.one_in(2) ? "/\\" : "\\/";
  if (style_.bullets && random_.one_in(2)) return bulleted(type, op, std::move(parts));
  return list(type, "(", " " + op + " ", ")", std::move(parts));
}

Term ExpressionGenerator::connective(const Type& type, int depth) {
  if (random_.one_in(3)) return build(type, "~($)", {type}, depth);
  return build(type, random_.among(connectives), {type, type}, depth);
}

Term ExpressionGenerator::equality(const Type& type, int depth) {
  const Type operand = random_type(2);
  return build(type, random_.one_in(2) ? "($ = $)" : "($ # $)", {operand, operand}, depth);
}

Term ExpressionGenerator::order(const Type& type, int depth) {
  return build(type, random_.among(comparisons), {integer_type(), integer_type()}, depth);
}

Term ExpressionGenerator::membership(const Type& type, int depth) {
  const Type element = random_type(1);
  return build(type, random_.one_in(3) ? "($ \\notin $)" : "($ \\in $)", {element, set_of(element)}, depth);
}

/// A set that is not meant to be enumerated.
Term ExpressionGenerator::symbolic_set(const Type& element, int depth) {
  const Type set = set_of(element);
  if (depth <= 0) return small_set(element);
  std::vector<Term> parts;
  switch (element.kind) {
    case K::integer:
      return term(set, random_.one_in(2) ? "Nat" : "Int");
    case K::string:
      return term(set, "STRING");
    case K::set:
      return term(set, "(SUBSET $)", {symbolic_set(element.arguments[0], depth - 1)});
    case K::sequence:
      return term(set, "Seq($)", {symbolic_set(element.arguments[0], depth - 1)});
    case K::function:
      return term(set, "[$ -> $]",
                  {small_set(element.arguments[0]), symbolic_set(element.arguments[1], depth - 1)});
    case K::tuple:
      for (const Type& part : element.arguments) parts.push_back(symbolic_set(part, depth - 1));
      return list(set, "(", " \\X ", ")", std::move(parts));
    case K::record: {
      std::string pattern;
      for (std::size_t i = 0; i < element.fields.size(); ++i) {
        pattern += (i > 0 ? ", " : "[") + element.fields[i] + " : $";
        parts.push_back(symbolic_set(element.arguments[i], depth - 1));
      }
      return term(set, pattern + "]", std::move(parts));
    }
    default:
      return small_set(element);
  }
}

Term ExpressionGenerator::symbolic_membership(const Type& type, int depth) {
  const Type element = random_type(2);
  Term set = symbolic_set(element, 3);
  switch (random_.below(8)) {
    case 0:
      set = term(set.type, "($ \\ $)", {set, small_set(element)});
      break;
    case 1:
      set = term(set.type, "($ \\cup $)", {set, small_set(element)});
      break;
    case 2:
      set = term(set.type, "($ \\cap $)", {set, symbolic_set(element, 2)});
      break;
    case 3:
      set = scoped([&] {
        const std::string name = fresh("v");
        scope.names.emplace_back(name, element);
        return term(set.type, "{" + name + " \\in $ : $}", {set, expression(boolean_type(), depth - 1)});
      });
      break;
    default:
      break;
  }
  return term(type, random_.one_in(4) ? "($ \\notin $)" : "($ \\in $)",
              {expression(element, depth - 1), std::move(set)});
}

Term ExpressionGenerator::subset(const Type& type, int depth) {
  const Type set = set_of(random_type(1));
  if (random_.one_in(4)) {
    return term(type, "($ \\subseteq $)", {expression(set, depth - 1), symbolic_set(set.arguments[0], 2)});
  }
  return build(type, "($ \\subseteq $)", {set, set}, depth);
}

Term ExpressionGenerator::quantifier(const Type& type, int depth) {
  return scoped([&] {
    Bounds bound = bounds(depth, true);
    bound.sets.push_back(expression(boolean_type(), depth - 1));
    return term(type, (random_.one_in(2) ? "(\\A " : "(\\E ") + bound.pattern + " : $)",
                std::move(bound.sets));
  });
}

Term ExpressionGenerator::bag_predicate(const Type& type, int depth) {
  const Type element = random_scalar();
  const Type bag = bag_of(element);
  switch (random_.below(5)) {
    case 0:
      return build(type, "($ \\sqsubseteq $)", {bag, bag}, depth);
    case 1:
      return build(type, "BagIn($, $)", {element, bag}, depth);
    case 2:
      return build(type, "IsABag($)", {random_.one_in(2) ? bag : function_of(element, integer_type())},
                   depth);
    case 3:
      return build(type, "IsFiniteSet($)", {set_of(element)}, depth);
    default:
      return build(type, "Even($ % 5)", {integer_type()}, depth);
  }
}

/// Arithmetic at the ends of the 64-bit range. Its result stays inside a comparison: it never bounds a set.
Term ExpressionGenerator::large_number(const Type& type, int depth) {
  if (!style_.large_numbers || !random_.one_in(4)) return order(type, depth);
  static constexpr std::array large{
      "9223372036854775807", "(-9223372036854775807)", "(-9223372036854775807 - 1)",
      "1152921504606846976", "(-1152921504606846977)", "4294967296",
      "3037000500"};
  static constexpr std::array operators{"($ + $)", "($ - $)", "($ * $)", "($ \\div $)", "($ % $)"};
  const auto operand = [&] {
    return random_.one_in(3) ? expression(integer_type(), depth - 2)
                             : term(integer_type(), random_.among(large));
  };
  const auto number = [&] {
    return random_.one_in(3) ? operand()
                             : term(integer_type(), random_.among(operators), {operand(), operand()});
  };
  return term(type, random_.one_in(2) ? "($ < $)" : "($ = $)", {number(), number()});
}

// Integers and strings.

Term ExpressionGenerator::arithmetic(const Type& type, int depth) {
  switch (random_.below(8)) {
    case 0:
      return build(type, partial() ? "($ \\div $)" : "($ \\div 2 + 0 * $)", {type, type}, depth);
    case 1:
      return build(type, partial() ? "($ % $)" : "(($ % 3) + 0 * $)", {type, type}, depth);
    case 2:
      return build(type, "(-($))", {type}, depth);
    case 3:
      return build(type, partial() ? "(($ % 4)^(($ % 4) - 1))" : "(($ % 4)^($ % 3))", {type, type}, depth);
    default:
      return build(type, random_.among(arithmetic_operators), {type, type}, depth);
  }
}

Term ExpressionGenerator::size(const Type& type, int depth) {
  const Type element = random_type(1);
  switch (random_.below(5)) {
    case 0:
      return build(type, "Len($)", {sequence_of(element)}, depth);
    case 1:
    case 2:
      return build(type, "Cardinality($)", {set_of(element)}, depth);
    case 3:
      return build(type, "BagCardinality($)", {bag_of(element)}, depth);
    default:
      return build(type, "CopiesIn($, $)", {element, bag_of(element)}, depth);
  }
}

Term ExpressionGenerator::recursion(const Type& type, int depth) {
  if (random_.one_in(2)) return build(type, "Sum($)", {sequence_of(type)}, depth);
  return build(type, partial() ? "fib[$]" : "fib[$ % 7]", {type}, depth);
}

Term ExpressionGenerator::text_of(const Type& type, int depth) {
  if (!style_.text_of_values) return leaf(type);
  return build(type, "ToString(TLCEval($))", {random_type(2)}, depth);
}

}  // namespace synod::differential
