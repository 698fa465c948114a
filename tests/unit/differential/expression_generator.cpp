// Names, types, operators, and what every type has.
#include "expression_generator.hpp"

#include <array>
#include <iterator>

namespace synod::differential {

using K = Type::Kind;

Term ExpressionGenerator::scoped(const std::function<Term()>& body) {
  const std::size_t names = scope.names.size();
  const std::size_t operators = scope.operators.size();
  Term result = body();
  scope.names.resize(names);
  scope.operators.resize(operators);
  return result;
}

Type ExpressionGenerator::random_scalar() {
  switch (random_.below(5)) {
    case 0:
      return boolean_type();
    case 1:
      return string_type();
    case 2:
      return model_value_type();
    default:
      return integer_type();
  }
}

Type ExpressionGenerator::random_type(int depth) {
  if (depth <= 0 || random_.one_in(3)) return random_scalar();
  switch (random_.below(8)) {
    case 0:
    case 1:
      return set_of(random_type(depth - 1));
    case 2:
    case 3:
      return sequence_of(random_type(depth - 1));
    case 4:
      return function_of(random_.one_in(5) ? tuple_of({random_scalar(), random_scalar()}) : random_scalar(),
                         random_type(depth - 1));
    case 5:
      return bag_of(random_scalar());
    case 6: {
      std::vector<Type> components{random_type(depth - 1), random_type(depth - 1)};
      if (random_.one_in(3)) components.push_back(random_scalar());
      return tuple_of(std::move(components));
    }
    default: {
      Type type{K::record, {}, {}};
      for (const char* name : {"a", "b", "c"}) {
        if (type.fields.empty() || random_.one_in(2)) {
          type.fields.emplace_back(name);
          type.arguments.push_back(random_type(depth - 1));
        }
      }
      return type;
    }
  }
}

Term ExpressionGenerator::literal(const Type& type, int depth) {
  switch (type.kind) {
    case K::boolean:
      return term(type, random_.one_in(2) ? "TRUE" : "FALSE");
    case K::integer:
      return term(type, random_.one_in(12) ? "(-1)" : std::to_string(random_.below(4)));
    case K::string: {
      static constexpr std::array texts{"\"a\"", "\"b\"", "\"c\"", "\"ab\"", "\"\""};
      return term(type, random_.among(texts));
    }
    case K::model_value:
      return term(type, "a" + std::to_string(1 + random_.below(3)));
    case K::function:
    case K::bag: {
      if (depth <= 0) return term(type, "<<>>");
      const Type value = type.kind == K::bag ? integer_type() : type.arguments[1];
      Term v =
          type.kind == K::bag ? term(value, std::to_string(1 + random_.below(2))) : literal(value, depth - 1);
      return term(type, "($ :> $)", {literal(type.arguments[0], depth - 1), std::move(v)});
    }
    case K::set:
    case K::sequence: {
      std::vector<Term> parts;
      for (std::size_t i = depth <= 0 ? 0 : random_.below(3); i > 0; --i) {
        parts.push_back(literal(type.arguments[0], depth - 1));
      }
      const bool set = type.kind == K::set;
      return list(type, set ? "{" : "<<", ", ", set ? "}" : ">>", std::move(parts));
    }
    case K::tuple:
    case K::record: {
      std::vector<Term> parts;
      std::string pattern = type.kind == K::tuple ? "<<" : "[";
      for (std::size_t i = 0; i < type.arguments.size(); ++i) {
        pattern +=
            (i > 0 ? ", " : "") + (type.kind == K::record ? type.fields[i] + " |-> $" : std::string("$"));
        parts.push_back(literal(type.arguments[i], depth - 1));
      }
      return term(type, pattern + (type.kind == K::tuple ? ">>" : "]"), std::move(parts));
    }
    case K::action:
    case K::other:
      break;
  }
  return term(type, "TRUE");
}

Term ExpressionGenerator::name_of(const Type& type) {
  std::vector<const std::string*> names;
  for (const auto& [name, of] : scope.names) {
    if (of == type) names.push_back(&name);
  }
  return names.empty() ? literal(type) : term(type, *random_.among(names));
}

Term ExpressionGenerator::leaf(const Type& type) { return random_.one_in(3) ? literal(type) : name_of(type); }

Term ExpressionGenerator::build(const Type& type, const std::string& pattern, const std::vector<Type>& parts,
                                int depth) {
  std::vector<Term> terms;
  for (const Type& part : parts) terms.push_back(expression(part, depth - 1));
  return term(type, pattern, std::move(terms));
}

Term ExpressionGenerator::many(const Type& type, const std::string& open, const std::string& close,
                               const Type& part, int depth, std::size_t most) {
  std::vector<Term> parts;
  for (std::size_t i = random_.below(most + 1); i > 0; --i) parts.push_back(expression(part, depth - 1));
  return list(type, open, ", ", close, std::move(parts));
}

Term ExpressionGenerator::expression(const Type& wanted, int depth) {
  if (random_.chance(style_.ill_typed)) {
    Term other = leaf(random_type(1));
    other.type = wanted;
    return other;
  }
  if (depth <= 0 || --budget_ <= 0) return leaf(wanted);
  if (random_.one_in(7)) return name_of(wanted);
  const int below = depth - (random_.one_in(4) ? 1 : 0);
  static const Productions general{
      &ExpressionGenerator::conditional,   &ExpressionGenerator::case_of,
      &ExpressionGenerator::let_value,     &ExpressionGenerator::let_operator,
      &ExpressionGenerator::let_function,  &ExpressionGenerator::application,
      &ExpressionGenerator::application,   &ExpressionGenerator::constructed_application,
      &ExpressionGenerator::field,         &ExpressionGenerator::component,
      &ExpressionGenerator::head,          &ExpressionGenerator::choose,
      &ExpressionGenerator::call_prelude,  &ExpressionGenerator::call_prelude,
      &ExpressionGenerator::call_operator, &ExpressionGenerator::call_operator,
      &ExpressionGenerator::module_fold,
  };
  const Productions& own = productions(wanted.kind);
  const bool any = own.empty() || random_.chance(30);
  const Production production = random_.among(any ? general : own);
  return (this->*production)(wanted, below);
}

const ExpressionGenerator::Productions& ExpressionGenerator::productions(Type::Kind kind) {
  using G = ExpressionGenerator;
  static const Productions none;
  static const Productions booleans{
      &G::junction,     &G::connective,      &G::equality,   &G::equality,
      &G::order,        &G::membership,      &G::membership, &G::symbolic_membership,
      &G::subset,       &G::quantifier,      &G::quantifier, &G::bag_predicate,
      &G::large_number, &G::module_predicate};
  static const Productions integers{&G::arithmetic, &G::arithmetic, &G::size,
                                    &G::size,       &G::recursion,  &G::module_number};
  static const Productions strings{&G::text_of};
  static const Productions sets{&G::set_literal, &G::set_operation, &G::filter,    &G::map,
                                &G::map,         &G::domain,        &G::big_union, &G::special_set,
                                &G::special_set, &G::special_set,   &G::module_set};
  static const Productions sequences{&G::sequence_literal, &G::sequence_operation,   &G::part_of_sequence,
                                     &G::select_or_sort,   &G::sequence_constructor, &G::except,
                                     &G::module_sequence};
  static const Productions functions{
      &G::function_constructor, &G::function_constructor, &G::function_operation, &G::except, &G::except,
      &G::module_function};
  static const Productions bags{&G::bag_operation, &G::bag_operation, &G::module_bag};
  static const Productions tuples{&G::tuple, &G::tuple, &G::except};
  static const Productions records{&G::record, &G::record, &G::except};
  switch (kind) {
    case K::boolean:
      return booleans;
    case K::integer:
      return integers;
    case K::string:
      return strings;
    case K::set:
      return sets;
    case K::sequence:
      return sequences;
    case K::function:
      return functions;
    case K::bag:
      return bags;
    case K::tuple:
      return tuples;
    case K::record:
      return records;
    default:
      return none;
  }
}

// Of any type.

Term ExpressionGenerator::conditional(const Type& type, int depth) {
  return build(type, "(IF $ THEN $ ELSE $)", {boolean_type(), type, type}, depth);
}

Term ExpressionGenerator::case_of(const Type& type, int depth) {
  if (partial())
    return build(type, "(CASE $ -> $ [] $ -> $)", {boolean_type(), type, boolean_type(), type}, depth);
  return build(type, "(CASE $ -> $ [] $ -> $ [] OTHER -> $)",
               {boolean_type(), type, boolean_type(), type, type}, depth);
}

Term ExpressionGenerator::let_value(const Type& type, int depth) {
  const Type bound = random_type(2);
  const std::string name = fresh("v");
  Term value = expression(bound, depth - 1);
  return scoped([&] {
    scope.names.emplace_back(name, bound);
    return term(type, "(LET " + name + " == $ IN $)", {value, expression(type, depth - 1)});
  });
}

Term ExpressionGenerator::let_operator(const Type& type, int depth) {
  const std::string name = fresh("Op");
  const Type result = random_.one_in(2) ? type : random_type(1);
  Signature signature{name, {}, result};
  std::string head = name + "(";
  const Term body = scoped([&] {
    for (std::size_t i = 1 + random_.below(2); i > 0; --i) {
      const Type parameter = random_type(1);
      const std::string parameter_name = fresh("p");
      head += parameter_name + (i > 1 ? ", " : ")");
      signature.parameters.push_back({parameter, {}});
      scope.names.emplace_back(parameter_name, parameter);
    }
    return expression(result, depth - 1);
  });
  return scoped([&] {
    scope.operators.push_back(signature);
    Term use = random_.one_in(2) && result == type ? call(signature, depth - 1) : expression(type, depth - 1);
    return term(type, "(LET " + head + " == $ IN $)", {body, std::move(use)});
  });
}

/// LET f[v \in S] == e IN ..., sometimes recursive.
Term ExpressionGenerator::let_function(const Type& type, int depth) {
  const std::string name = fresh("f");
  const std::string point = fresh("v");
  if (random_.one_in(2)) {  // over 0..n, by recursion
    const Type value = random_scalar();
    Term base = expression(value, depth - 2);
    const Term step = scoped([&] {
      scope.names.emplace_back(name + "[" + point + " - 1]", value);
      scope.names.emplace_back(point, integer_type());
      return expression(value, depth - 1);
    });
    return scoped([&] {
      scope.names.emplace_back(name, function_of(integer_type(), value));
      const std::string pattern =
          "(LET " + name + "[" + point + " \\in 0..4] == IF " + point + " = 0 THEN $ ELSE $ IN $)";
      return term(type, pattern, {base, step, expression(type, depth - 1)});
    });
  }
  const Type from = random_scalar();
  const Type value = random_.one_in(2) ? type : random_type(1);
  Term domain = small_set(from);
  const Term body = scoped([&] {
    scope.names.emplace_back(point, from);
    return expression(value, depth - 1);
  });
  return scoped([&] {
    scope.names.emplace_back(name, function_of(from, value));
    return term(type, "(LET " + name + "[" + point + " \\in $] == $ IN $)",
                {domain, body, expression(type, depth - 1)});
  });
}

Term ExpressionGenerator::application(const Type& type, int depth) {
  const Type point = random_.one_in(6) ? tuple_of({random_scalar(), random_scalar()}) : random_scalar();
  const Type function = function_of(point, type);
  if (partial()) {
    if (point.kind == K::tuple && random_.one_in(2)) {
      return build(type, "$[$, $]", {function, point.arguments[0], point.arguments[1]}, depth);
    }
    return build(type, "$[$]", {function, point}, depth);
  }
  return build(type, "At($, $, $)", {function, point, type}, depth);
}

Term ExpressionGenerator::constructed_application(const Type& type, int depth) {
  // Applied directly, only what is infinite: of [x \\in {1, 2} |-> e][1] the reference evaluates one point,
  // as TLC does, and the engine all.
  const bool infinite = random_.one_in(2);
  const Type from = infinite ? integer_type() : random_scalar();
  const std::string name = fresh("v");
  Term domain = infinite ? term(set_of(from), random_.one_in(2) ? "Nat" : "Int") : small_set(from);
  const Term body = scoped([&] {
    scope.names.emplace_back(name, from);
    return expression(type, depth - 1);
  });
  const Type function = function_of(from, type);
  Term constructed = term(function, "[" + name + " \\in $ |-> $]", {std::move(domain), body});
  if (infinite && partial()) return term(type, "$[$]", {std::move(constructed), expression(from, depth - 2)});
  return term(type, "At($, $, $)", {std::move(constructed), expression(from, depth - 2), literal(type)});
}

Term ExpressionGenerator::field(const Type& type, int depth) {
  Type record{K::record, {type}, {"a"}};
  if (random_.one_in(2)) {
    record.fields.emplace_back("b");
    record.arguments.push_back(random_type(1));
  }
  return build(type, random_.one_in(3) ? "$[\"a\"]" : "($).a", {record}, depth);
}

Term ExpressionGenerator::component(const Type& type, int depth) {
  const bool first = random_.one_in(2);
  const Type other = random_type(1);
  return build(type, first ? "$[1]" : "$[2]", {first ? tuple_of({type, other}) : tuple_of({other, type})},
               depth);
}

Term ExpressionGenerator::head(const Type& type, int depth) {
  const Type sequence = sequence_of(type);
  if (partial()) {
    if (random_.one_in(2)) return build(type, "Head($)", {sequence}, depth);
    return build(type, "$[$]", {sequence, integer_type()}, depth);
  }
  if (random_.one_in(2)) return build(type, "At($, $, $)", {sequence, integer_type(), type}, depth);
  return build(type, "First($, $)", {sequence, type}, depth);
}

Term ExpressionGenerator::choose(const Type& type, int depth) {
  const bool careless = partial();
  Term from = bound_set(type, depth - 1);
  Term otherwise = literal(type);
  return scoped([&] {
    if (!careless) {
      return term(type, "Pick($, $, $)", {from, lambda({type}, boolean_type(), depth - 1), otherwise});
    }
    const bool pair = type.kind == K::tuple && type.arguments.size() == 2;
    const std::string first = fresh("v");
    const std::string second = fresh("v");
    if (pair) {
      scope.names.emplace_back(first, type.arguments[0]);
      scope.names.emplace_back(second, type.arguments[1]);
    } else {
      scope.names.emplace_back(first, type);
    }
    const std::string pattern = pair ? "<<" + first + ", " + second + ">>" : first;
    return term(type, "(CHOOSE " + pattern + " \\in $ : $)", {from, expression(boolean_type(), depth - 1)});
  });
}

Term ExpressionGenerator::lambda(const std::vector<Type>& parameters, const Type& result, int depth) {
  Term made = scoped([&] {
    std::string names;
    for (const Type& parameter : parameters) {
      const std::string name = fresh("p");
      names += (names.empty() ? "" : ", ") + name;
      scope.names.emplace_back(name, parameter);
    }
    return term(result, "LAMBDA " + names + " : $", {expression(result, depth)});
  });
  made.type = Type{K::other, {}, {}};  // of no type: it stays an operator when it is shrunk
  return made;
}

Term ExpressionGenerator::operator_argument(const Parameter& parameter, int depth) {
  if (parameter.arguments.empty()) return expression(parameter.type, depth);
  for (const Signature& signature : scope.operators) {
    std::vector<Parameter> wanted;
    for (const Type& argument : parameter.arguments) wanted.push_back({argument, {}});
    if (signature.result == parameter.type && signature.parameters == wanted && random_.one_in(2)) {
      return term(Type{K::other, {}, {}}, signature.name);
    }
  }
  return lambda(parameter.arguments, parameter.type, depth);
}

Term ExpressionGenerator::call(const Signature& signature, int depth) {
  std::string pattern = signature.name;
  std::vector<Term> arguments;
  for (const Parameter& parameter : signature.parameters) {
    pattern += arguments.empty() ? "($" : ", $";
    arguments.push_back(operator_argument(parameter, depth - 1));
  }
  if (!arguments.empty()) pattern += ")";
  return term(signature.result, std::move(pattern), std::move(arguments));
}

Term ExpressionGenerator::call_operator(const Type& type, int depth) {
  std::vector<Signature> fitting;
  for (const Signature& signature : scope.operators) {
    if (signature.result == type) fitting.push_back(signature);
  }
  return fitting.empty() ? call_prelude(type, depth) : call(random_.among(fitting), depth);
}

Term ExpressionGenerator::call_prelude(const Type& type, int depth) {
  const Type other = random_type(1);
  switch (random_.below(7)) {
    case 0:
      return build(type, "Lazy($, $, $)", {boolean_type(), type, type}, depth);
    case 1:
      return term(type, "Apply($, $)", {lambda({other}, type, depth - 1), expression(other, depth - 1)});
    case 2:
      return term(type, "Twice($, $)", {lambda({type}, type, depth - 2), expression(type, depth - 1)});
    case 3:
      return term(
          type, "Both($, $, $)",
          {lambda({type, type}, type, depth - 2), expression(type, depth - 2), expression(type, depth - 2)});
    case 4:
      return term(type, "Fold($, $, $)",
                  {lambda({other, type}, type, depth - 2), expression(type, depth - 2), small_set(other)});
    case 5:
      return build(type, "TLCEval($)", {type}, depth);
    default:
      return build(type, "Second($, $)", {other, type}, depth);
  }
}

Definition ExpressionGenerator::definition(int depth) {
  Signature signature{fresh("G"), {}, random_type(2)};
  std::string head = signature.name;
  Term body = scoped([&] {
    for (std::size_t i = random_.below(4); i > 0; --i) {
      Parameter parameter{random_type(2), {}};
      const std::string name = fresh("p");
      head += signature.parameters.empty() ? "(" + name : ", " + name;
      if (random_.one_in(4)) {
        parameter.arguments.push_back(random_type(1));
        head += "(_)";
        scope.operators.push_back({name, {{parameter.arguments[0], {}}}, parameter.type});
      } else {
        scope.names.emplace_back(name, parameter.type);
      }
      signature.parameters.push_back(std::move(parameter));
    }
    if (!signature.parameters.empty()) head += ")";
    return expression(signature.result, depth);
  });
  scope.operators.push_back(std::move(signature));
  return {"", head, std::move(body)};
}

// The definitions that all of them use.

Document prelude() {
  Document document;
  document.declarations = {
      "EXTENDS Integers, SequencesExt, FiniteSets, Bags, BagsExt, Bitwise, Combinatorics, TLC",
      "CONSTANTS a1, a2, a3, S"};
  const auto define = [&](const std::string& head, const std::string& body, const std::string& before = "") {
    document.definitions.push_back({before, head, term(Type{K::other, {}, {}}, body)});
  };
  define("Lazy(c, p, q)", "IF c THEN p ELSE q");
  define("Second(p, q)", "q");
  define("Apply(F(_), p)", "F(p)");
  define("Twice(F(_), p)", "F(F(p))");
  define("Both(F(_, _), p, q)", "F(p, F(q, p))");
  define("Few(T)", "IF Cardinality(T) > 4 THEN {} ELSE T");
  define("At(f, p, d)", "IF p \\in DOMAIN f THEN f[p] ELSE d");
  define("First(q, d)", "IF q = <<>> THEN d ELSE Head(q)");
  define("Rest(q)", "IF q = <<>> THEN q ELSE Tail(q)");
  define("Pick(T, P(_), d)", "IF \\E e \\in T : P(e) THEN CHOOSE e \\in T : P(e) ELSE d");
  define("Fold(F(_, _), d, T)",
         "LET fold[R \\in SUBSET T] == IF R = {} THEN d ELSE LET e == CHOOSE w \\in R : TRUE IN F(e, fold[R "
         "\\ {e}])\n"
         "  IN fold[T]");
  define("Sum(q)", "IF q = <<>> THEN 0 ELSE Head(q) + Sum(Tail(q))", "RECURSIVE Sum(_)");
  define("Even(n)", "IF n = 0 THEN TRUE ELSE Odd(n - 1)", "RECURSIVE Even(_), Odd(_)");
  define("Odd(n)", "IF n = 0 THEN FALSE ELSE Even(n - 1)");
  define("fib[n \\in 0..9]", "IF n < 2 THEN n ELSE fib[n - 1] + fib[n - 2]");
  define("p ++ q", "p + 2 * q");
  document.configuration = {"CONSTANT a1 = a1", "CONSTANT a2 = a2", "CONSTANT a3 = a3",
                            "CONSTANT S = {a1, a2}"};
  return document;
}

}  // namespace synod::differential
