// Random sets, sequences, functions, bags, tuples and records.
#include "expression_generator.hpp"

namespace synod::differential {

using K = Type::Kind;

// Sets.

Term ExpressionGenerator::small_set(const Type& element) {
  const Type set = set_of(element);
  switch (random_.below(4)) {
    case 0:
      if (element.kind == K::integer) return term(set, random_.one_in(2) ? "(0..2)" : "(1..3)");
      if (element.kind == K::boolean) return term(set, "BOOLEAN");
      if (element.kind == K::model_value) return term(set, "S");
      [[fallthrough]];
    case 1:
      return term(set, "Few($)", {name_of(set)});
    default:
      return many(set, "{", "}", element, 1, 3);
  }
}

Term ExpressionGenerator::set_literal(const Type& type, int depth) {
  return many(type, "{", "}", type.arguments[0], depth, 3);
}

Term ExpressionGenerator::set_operation(const Type& type, int depth) {
  switch (random_.below(4)) {
    case 0:
      return build(type, "($ \\cup $)", {type, type}, depth);
    case 1:
      return build(type, "($ \\cap $)", {type, type}, depth);
    case 2:
      return build(type, "($ \\ $)", {type, type}, depth);
    default:
      return build(type, "($ \\union $)", {type, type}, depth);
  }
}

Term ExpressionGenerator::filter(const Type& type, int depth) {
  const Type& element = type.arguments[0];
  Term from = bound_set(element, depth);
  return scoped([&] {
    std::string pattern = fresh("v");
    if (element.kind == K::tuple && element.arguments.size() == 2 && random_.one_in(2)) {
      const std::string second = fresh("v");
      scope.names.emplace_back(pattern, element.arguments[0]);
      scope.names.emplace_back(second, element.arguments[1]);
      pattern = "<<" + pattern + ", " + second + ">>";
    } else {
      scope.names.emplace_back(pattern, element);
    }
    return term(type, "{" + pattern + " \\in $ : $}", {from, expression(boolean_type(), depth - 1)});
  });
}

Term ExpressionGenerator::map(const Type& type, int depth) {
  return scoped([&] {
    Bounds bound = bounds(depth, true);
    bound.sets.insert(bound.sets.begin(), expression(type.arguments[0], depth - 1));
    return term(type, "{$ : " + bound.pattern + "}", std::move(bound.sets));
  });
}

Term ExpressionGenerator::domain(const Type& type, int depth) {
  const Type& element = type.arguments[0];
  if (element.kind == K::integer && random_.one_in(2)) {
    return build(type, "DOMAIN $", {sequence_of(random_scalar())}, depth);
  }
  switch (random_.below(3)) {
    case 0:
      return build(type, "BagToSet($)", {bag_of(element)}, depth);
    case 1:
      return scoped([&] {
        const Type function = function_of(random_scalar(), element);
        const std::string name = fresh("v");
        const std::string point = fresh("v");
        Term made = expression(function, depth - 1);
        return term(type,
                    "(LET " + name + " == $ IN {" + name + "[" + point + "] : " + point + " \\in DOMAIN " +
                        name + "})",
                    {std::move(made)});
      });
    default:
      return build(type, "(DOMAIN $)", {function_of(element, random_scalar())}, depth);
  }
}

Term ExpressionGenerator::big_union(const Type& type, int depth) {
  return build(type, "(UNION $)", {set_of(type)}, depth);
}

/// A set of the form that belongs to its elements: SUBSET S, [S -> T], a..b, ...
Term ExpressionGenerator::special_set(const Type& type, int depth) {
  const Type& element = type.arguments[0];
  switch (element.kind) {
    case K::boolean:
      return term(type, "BOOLEAN");
    case K::model_value:
      return term(type, "S");
    case K::integer:
      return build(type, "(($ % 3)..($ % 5))", {element, element}, depth);
    case K::set:
      return term(type, "(SUBSET $)", {small_set(element.arguments[0])});
    case K::tuple: {
      std::vector<Term> factors;
      for (const Type& factor : element.arguments) factors.push_back(small_set(factor));
      return list(type, "(", " \\X ", ")", std::move(factors));
    }
    case K::function:
      if (element.arguments[0] == element.arguments[1] && random_.one_in(2)) {
        return term(type, "Permutations($)", {small_set(element.arguments[0])});
      }
      return term(type, "[$ -> $]", {small_set(element.arguments[0]), small_set(element.arguments[1])});
    case K::record: {
      std::string pattern;
      std::vector<Term> sets;
      for (std::size_t i = 0; i < element.fields.size(); ++i) {
        pattern += (i > 0 ? ", " : "[") + element.fields[i] + " : $";
        sets.push_back(small_set(element.arguments[i]));
      }
      return term(type, pattern + "]", std::move(sets));
    }
    case K::bag:
      return term(type, "SubBag($)", {literal(element)});
    default:
      return set_literal(type, depth);
  }
}

// Sequences.

Term ExpressionGenerator::sequence_literal(const Type& type, int depth) {
  return many(type, "<<", ">>", type.arguments[0], depth, 3);
}

Term ExpressionGenerator::sequence_operation(const Type& type, int depth) {
  if (random_.one_in(2)) return build(type, "Append($, $)", {type, type.arguments[0]}, depth);
  return build(type, "($ \\o $)", {type, type}, depth);
}

Term ExpressionGenerator::part_of_sequence(const Type& type, int depth) {
  if (random_.one_in(2)) return build(type, partial() ? "Tail($)" : "Rest($)", {type}, depth);
  const Type n = integer_type();
  if (partial()) return build(type, "SubSeq($, $, $)", {type, n, n}, depth);
  const std::string name = fresh("v");
  Term made =
      build(type, "SubSeq(" + name + ", 1 + ($ % 2), ($ % 3) + Len(" + name + ") - 2)", {n, n}, depth);
  return term(type, "(LET " + name + " == $ IN $)", {expression(type, depth - 1), std::move(made)});
}

Term ExpressionGenerator::select_or_sort(const Type& type, int depth) {
  const Type& element = type.arguments[0];
  if (random_.one_in(2)) {
    return term(type, "SelectSeq($, $)",
                {expression(type, depth - 1), lambda({element}, boolean_type(), depth - 2)});
  }
  if (element.kind == K::integer) {
    return build(type, random_.one_in(2) ? "SortSeq($, <)" : "SortSeq($, LAMBDA p, q : p % 3 > q % 3)",
                 {type}, depth);
  }
  return term(type, "SortSeq($, $)",
              {expression(type, depth - 1), lambda({element, element}, boolean_type(), depth - 2)});
}

Term ExpressionGenerator::sequence_constructor(const Type& type, int depth) {
  Term length = expression(integer_type(), depth - 2);
  return scoped([&] {
    const std::string name = fresh("v");
    scope.names.emplace_back(name, integer_type());
    return term(type, "[" + name + " \\in 1..($ % 4) |-> $]",
                {std::move(length), expression(type.arguments[0], depth - 1)});
  });
}

// Functions and bags.

Term ExpressionGenerator::function_constructor(const Type& type, int depth) {
  const Type& point = type.arguments[0];
  return scoped([&] {
    if (point.kind == K::tuple && random_.one_in(2)) {  // [v \in A, w \in B |-> e]
      std::string pattern;
      std::vector<Term> parts;
      std::vector<std::pair<std::string, Type>> names;
      for (const Type& component : point.arguments) {
        names.emplace_back(fresh("v"), component);
        pattern += (pattern.empty() ? "[" : ", ") + names.back().first + " \\in $";
        parts.push_back(small_set(component));
      }
      scope.names.insert(scope.names.end(), names.begin(), names.end());
      parts.push_back(expression(type.arguments[1], depth - 1));
      return term(type, pattern + " |-> $]", std::move(parts));
    }
    Term domain = bound_set(point, depth);
    const std::string name = fresh("v");
    scope.names.emplace_back(name, point);
    return term(type, "[" + name + " \\in $ |-> $]",
                {std::move(domain), expression(type.arguments[1], depth - 1)});
  });
}

Term ExpressionGenerator::function_operation(const Type& type, int depth) {
  if (random_.one_in(2)) return build(type, "($ :> $)", type.arguments, depth);
  return build(type, "($ @@ $)", {type, type}, depth);
}

/// The new value in an EXCEPT, where @ is the old one; an outer @ is hidden.
Term ExpressionGenerator::updated_value(const Type& old, int depth) {
  const auto outer = scope.names;
  std::erase_if(scope.names, [](const auto& name) { return name.first == "@"; });
  scope.names.emplace_back("@", old);
  Term value = expression(old, depth - 1);
  scope.names = outer;
  return value;
}

/// A point in the path of an EXCEPT: never @.
Term ExpressionGenerator::path_point(const Type& type) {
  Term point = leaf(type);
  return point.pattern == "@" ? literal(type) : point;
}

Term ExpressionGenerator::except(const Type& type, int depth) {
  std::string pattern = "[$ EXCEPT ";
  std::vector<Term> parts{expression(type, depth - 1)};
  for (std::size_t updates = random_.one_in(4) ? 2 : 1; updates > 0; --updates) {
    Type at = type;
    std::string path = "!";
    for (int steps = 0; steps < 2; ++steps) {
      if (at.kind == K::function) {
        path += at.arguments[0].kind == K::tuple && random_.one_in(2) ? "[$, $]" : "[$]";
        if (path.ends_with(", $]")) {
          parts.push_back(path_point(at.arguments[0].arguments[0]));
          parts.push_back(path_point(at.arguments[0].arguments[1]));
          if (at.arguments[0].arguments.size() > 2) path.insert(path.size() - 1, ", TRUE");
        } else {
          parts.push_back(path_point(at.arguments[0]));
        }
        at = Type(at.arguments[1]);
      } else if (at.kind == K::record) {
        const std::size_t i = random_.below(at.fields.size());
        path += "." + at.fields[i];
        at = Type(at.arguments[i]);
      } else if (at.kind == K::sequence) {
        path += "[$]";
        parts.push_back(path_point(integer_type()));
        at = Type(at.arguments[0]);
      } else if (at.kind == K::tuple) {
        const std::size_t i = random_.below(at.arguments.size());
        path += "[" + std::to_string(i + 1) + "]";
        at = Type(at.arguments[i]);
      } else {
        break;
      }
      if (random_.one_in(2)) break;
    }
    pattern += path + " = $" + (updates > 1 ? ", " : "]");
    parts.push_back(updated_value(at, depth));
  }
  return term(type, pattern, std::move(parts));
}

Term ExpressionGenerator::bag_operation(const Type& type, int depth) {
  const Type& element = type.arguments[0];
  switch (random_.below(6)) {
    case 0:
      return build(type, "SetToBag($)", {set_of(element)}, depth);
    case 1:
      return build(type, "($ (+) $)", {type, type}, depth);
    case 2:
      return build(type, "($ (-) $)", {type, type}, depth);
    case 3:
      return build(type, "BagUnion($)", {set_of(type)}, depth);
    case 4: {
      const Type from = random_scalar();
      return term(type, "BagOfAll($, $)",
                  {lambda({from}, element, depth - 2), expression(bag_of(from), depth - 1)});
    }
    default:
      return build(type, "($ :> 2)", {element}, depth);
  }
}

// Tuples and records.

Term ExpressionGenerator::tuple(const Type& type, int depth) {
  std::vector<Term> parts;
  std::string pattern;
  for (const Type& component : type.arguments) {
    pattern += pattern.empty() ? "<<$" : ", $";
    parts.push_back(expression(component, depth - 1));
  }
  return term(type, pattern + ">>", std::move(parts));
}

Term ExpressionGenerator::record(const Type& type, int depth) {
  std::vector<Term> parts;
  std::string pattern;
  for (std::size_t i = 0; i < type.fields.size(); ++i) {
    pattern += (i > 0 ? ", " : "[") + type.fields[i] + " |-> $";
    parts.push_back(expression(type.arguments[i], depth - 1));
  }
  return term(type, pattern + "]", std::move(parts));
}

}  // namespace synod::differential
