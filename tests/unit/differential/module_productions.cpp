// Random applications of the operators of SequencesExt, FiniteSetsExt, Functions, BagsExt, Bitwise and
// Combinatorics.
#include "expression_generator.hpp"

namespace synod::differential {

using K = Type::Kind;

Term ExpressionGenerator::module_predicate(const Type& type, int depth) {
  const Type element = random_scalar();
  const Type sequence = sequence_of(element);
  switch (random_.below(5)) {
    case 0:
      return build(type, "Contains($, $)", {sequence, element}, depth);
    case 1:
      return build(type, "IsPrefix($, $)", {sequence, sequence}, depth);
    case 2:
      return build(type, "IsSuffix($, $)", {sequence, sequence}, depth);
    case 3:
      return build(type, "IsInjective($)", {function_of(element, random_scalar())}, depth);
    default:
      return build(type, "IsSorted($, LAMBDA p, q : p <= q)", {sequence_of(integer_type())}, depth);
  }
}

Term ExpressionGenerator::module_number(const Type& type, int depth) {
  const Type element = random_scalar();
  switch (random_.below(6)) {
    case 0:
      return build(type, random_.one_in(2) ? "SumSet($)" : "ProductSet($)", {set_of(type)}, depth);
    case 1:
      return build(type, partial() ? "Max($)" : "Min({0} \\cup $)", {set_of(type)}, depth);
    case 2:
      return build(type, random_.one_in(2) ? "(($ % 9) & ($ % 9))" : "(($ % 9) ^^ ($ % 9))", {type, type},
                   depth);
    case 3:
      return build(type, "choose($ % 7, $ % 7)", {type, type}, depth);
    case 4:
      return term(type, "Quantify($, $)", {small_set(element), lambda({element}, boolean_type(), depth - 2)});
    default: {
      static const char* const patterns[] = {"SelectInSeq($, $)", "SelectLastInSeq($, $)"};
      return term(
          type, patterns[random_.below(2)],
          {expression(sequence_of(element), depth - 1), lambda({element}, boolean_type(), depth - 2)});
    }
  }
}

/// A fold that gives something of any type.
Term ExpressionGenerator::module_fold(const Type& type, int depth) {
  const Type element = random_scalar();
  const auto made = [&](const std::string& pattern, const std::vector<Type>& parameters, const Type& over,
                        bool base_first) {
    Term base = expression(type, depth - 2);
    Term items = expression(over, depth - 2);
    Term op = lambda(parameters, type, depth - 2);
    return base_first ? term(type, pattern, {std::move(op), std::move(base), std::move(items)})
                      : term(type, pattern, {std::move(op), std::move(items), std::move(base)});
  };
  switch (random_.below(6)) {
    case 0:
      return made("FoldSet($, $, $)", {element, type}, set_of(element), true);
    case 1:
      return made("FoldFunction($, $, $)", {element, type}, function_of(random_scalar(), element), true);
    case 2:
      return made("FoldLeft($, $, $)", {type, element}, sequence_of(element), true);
    case 3:
      return made("FoldRight($, $, $)", {element, type}, sequence_of(element), false);
    case 4:
      return made("FoldLeftDomain($, $, $)", {type, integer_type()}, sequence_of(element), true);
    default:
      return made("FoldBag($, $, $)", {type, element}, bag_of(element), true);
  }
}

Term ExpressionGenerator::module_set(const Type& type, int depth) {
  const Type& element = type.arguments[0];
  if (element.kind == K::set && random_.one_in(2))
    return term(type, "kSubset($, $)", {leaf(integer_type()), small_set(element.arguments[0])});
  if (element.kind == K::sequence && random_.one_in(2)) {
    static const char* const patterns[] = {"Prefixes($)", "Suffixes($)", "SubSeqs($)"};
    return build(type, patterns[random_.below(3)], {element}, depth);
  }
  switch (random_.below(3)) {
    case 0:
      return build(type, "ToSet($)", {sequence_of(element)}, depth);
    case 1:
      return build(type, "Range($)", {function_of(random_scalar(), element)}, depth);
    default:
      return build(type, "SymDiff($, $)", {type, type}, depth);
  }
}

Term ExpressionGenerator::module_sequence(const Type& type, int depth) {
  const Type& element = type.arguments[0];
  switch (random_.below(8)) {
    case 0:
      return build(type, "SetToSeq($)", {set_of(element)}, depth);
    case 1:
      return build(type, random_.one_in(2) ? "Reverse($)" : "Front($)", {type}, depth);
    case 2:
      return build(type, random_.one_in(2) ? "RemoveFirst($, $)" : "Remove($, $)", {type, element}, depth);
    case 3:
      return term(type, "RemoveFirstMatch($, $)",
                  {expression(type, depth - 1), lambda({element}, boolean_type(), depth - 2)});
    case 4:
      return build(type, "ReplaceFirstSubSeq($, $, $)", {type, type, type}, depth);
    case 5:
      return build(type, "ReplaceAllSubSeqs($, $, $)", {type, type, type}, depth);
    case 6:
      return build(type, "FlattenSeq(<<$, $>>)", {type, type}, depth);
    default:
      return partial() ? build(type, "InsertAt($, 2, $)", {type, element}, depth)
                       : build(type, "Cons($, $)", {element, type}, depth);
  }
}

Term ExpressionGenerator::module_function(const Type& type, int depth) {
  switch (random_.below(3)) {
    case 0:
      return build(type, "AntiFunction($)", {function_of(type.arguments[1], type.arguments[0])}, depth);
    case 1:
      return term(type, "RestrictDomain($, $)",
                  {expression(type, depth - 1), lambda({type.arguments[0]}, boolean_type(), depth - 2)});
    default:
      return term(type, "RestrictValues($, $)",
                  {expression(type, depth - 1), lambda({type.arguments[1]}, boolean_type(), depth - 2)});
  }
}

Term ExpressionGenerator::module_bag(const Type& type, int depth) {
  static const char* const patterns[] = {"BagAdd($, $)", "BagRemove($, $)", "BagRemoveAll($, $)"};
  return build(type, patterns[random_.below(3)], {type, type.arguments[0]}, depth);
}

}  // namespace synod::differential
