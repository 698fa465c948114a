#include "spec_generator.hpp"

#include <algorithm>
#include <array>

#include "expression_generator.hpp"

namespace synod::differential {
namespace {

using K = Type::Kind;

struct StateVariable {
  std::string name;
  Type type;
  std::string bound = "$";  ///< keeps values few
};

/// A definition with a loop that reads some of the variables.
struct StateDefinition {
  std::string name;
  Type type;
  std::vector<std::size_t> variables;
};

Type action_type(std::vector<std::string> variables) { return {K::action, {}, std::move(variables)}; }

Type other_type() { return {K::other, {}, {}}; }

/// Actions and initial predicates: formulas that give each of some variables a value.
class ActionGenerator {
 public:
  ActionGenerator(Random& random, ExpressionGenerator& expressions,
                  const std::vector<StateVariable>& variables,
                  const std::vector<StateDefinition>& definitions)
      : random_(random), expressions_(expressions), variables_(variables), definitions_(definitions) {}

  using Variables = std::vector<std::size_t>;

  [[nodiscard]] Variables all() const {
    Variables result;
    for (std::size_t i = 0; i < variables_.size(); ++i) result.push_back(i);
    return result;
  }

  /// With `initial`, an initial predicate.
  Term formula(bool initial, int depth) {
    initial_ = initial;
    const std::size_t names = expressions_.scope.names.size();
    Term result = assigning(all(), depth);
    expressions_.scope.names.resize(names);
    return result;
  }

  /// An action that gives values to some variables only, for ENABLED.
  Term partial_action() {
    initial_ = false;
    const std::size_t names = expressions_.scope.names.size();
    Variables some{random_.below(variables_.size())};
    Term result = assigning(some, 1);
    expressions_.scope.names.resize(names);
    return result;
  }

  Term guard(int depth = 2) {
    const Type boolean = boolean_type();
    const std::size_t kind = random_.below(6);
    expressions_.set_budget(25);
    if (kind == 0) return expressions_.expression(boolean, depth);
    if (kind == 1) return term(boolean, "($ \\/ TRUE)", {expressions_.expression(boolean, depth)});
    if (kind >= 4 && !definitions_.empty()) {
      const StateDefinition& d = random_.among(definitions_);
      const std::string name = d.name + (initial_ ? "" : "'");
      if (in_scope(name))
        return term(boolean, d.type.kind == K::set ? "($ \\in " + name + ")" : name + "[$]",
                    {expressions_.literal(model_value_type())});
    }
    if (kind == 2)
      return list(boolean, "(", " \\/ ", ")", {different(), expressions_.expression(boolean, depth)});
    return different();
  }

 private:
  [[nodiscard]] std::string assigned_name(std::size_t variable) const {
    return variables_[variable].name + (initial_ ? "" : "'");
  }

  /// x # constant: mostly true.
  Term different() {
    const auto& scope = expressions_.scope.names;
    if (scope.empty()) return term(boolean_type(), "TRUE");
    const auto& [name, type] = scope[random_.below(scope.size())];
    return term(boolean_type(), "($ # $)", {term(type, name), expressions_.literal(type)});
  }

  Term bounded(std::size_t variable, int depth) {
    const StateVariable& v = variables_[variable];
    expressions_.set_budget(25);
    return term(v.type, v.bound, {expressions_.expression(v.type, depth)});
  }

  [[nodiscard]] Type type_of(const Variables& variables) const {
    if (initial_) return other_type();
    std::vector<std::string> names;
    for (const std::size_t v : variables) names.push_back(variables_[v].name);
    return action_type(std::move(names));
  }

  [[nodiscard]] bool in_scope(const std::string& name) const {
    return std::ranges::any_of(expressions_.scope.names,
                               [&](const auto& known) { return known.first == name; });
  }

  /// From now on these variables have values, and so have definitions, primed, that read no others.
  void assigned(const Variables& variables) {
    for (const std::size_t v : variables)
      expressions_.scope.names.emplace_back(assigned_name(v), variables_[v].type);
    if (initial_) return;
    for (const StateDefinition& d : definitions_) {
      const bool readable =
          std::ranges::all_of(d.variables, [&](std::size_t v) { return in_scope(assigned_name(v)); });
      if (readable && !in_scope(d.name + "'")) expressions_.scope.names.emplace_back(d.name + "'", d.type);
    }
  }

  /// A branch: what it assigns is not known outside.
  Term branch(const Variables& variables, int depth) {
    const std::size_t names = expressions_.scope.names.size();
    Term result = assigning(variables, depth);
    expressions_.scope.names.resize(names);
    return result;
  }

  Term assigning(const Variables& variables, int depth) {
    if (!initial_ && random_.one_in(300)) {  // forgets them; a Next that reads no variable would be refused
      return list(boolean_type(), "(", " /\\ ", ")", {term(boolean_type(), "vars = vars"), guard()});
    }
    const Term result = make(variables, depth);
    assigned(variables);
    return result;
  }

  Term make(const Variables& variables, int depth) {
    const Type type = type_of(variables);
    if (variables.size() == 1 && (depth <= 0 || random_.one_in(2))) return assignment(variables[0]);
    if (variables.size() > 1 && (depth <= 0 || random_.one_in(2))) return conjunction(variables, depth);
    switch (random_.below(12)) {
      case 0:
      case 1:
        return disjunction(variables, depth);
      case 2:
      case 3:
        return exists(variables, depth);
      case 4:
        return term(type, "(IF $ THEN $ ELSE $)",
                    {guard(), branch(variables, depth - 1), branch(variables, depth - 1)});
      case 5:
        return term(type, "(CASE $ -> $ [] OTHER -> $)",
                    {guard(), branch(variables, depth - 1), branch(variables, depth - 1)});
      case 6:
        return let(variables, depth);
      case 7:
        return let_operator(variables, depth);
      case 8:
        return for_all(variables, depth);
      case 9:
        return initial_ ? conjunction(variables, depth) : subscripted(variables, depth);
      case 10:
        if (random_.one_in(4)) return term(type, "($ => $)", {guard(), branch(variables, depth - 1)});
        return conjunction(variables, depth);
      default:
        return conjunction(variables, depth);
    }
  }

  /// Gives one variable a value.
  Term assignment(std::size_t variable) {
    const std::string name = assigned_name(variable);
    const Type type = type_of({variable});
    const StateVariable& v = variables_[variable];
    switch (random_.below(initial_ ? 7 : 10)) {
      case 0:
      case 1:
        return term(type, name + " \\in $", {range(variable)});
      case 2:
        return term(type, "Becomes(" + name + ", $)", {bounded(variable, 2)});
      case 3:
        return list(type, "(", " \\/ ", ")",
                    {term(type, name + " = $", {bounded(variable, 1)}),
                     term(type, name + " = $", {bounded(variable, 1)})});
      case 7:
        return term(type, "UNCHANGED " + v.name);
      case 8:
        return term(type, random_.one_in(2) ? name + " = " + v.name : "UNCHANGED <<" + v.name + ">>");
      default:
        return term(type, name + " = $", {bounded(variable, 3)});
    }
  }

  /// A set of values for a variable.
  Term range(std::size_t variable) {
    const StateVariable& v = variables_[variable];
    const Type set = set_of(v.type);
    Term two = list(set, "{", ", ", "}", {bounded(variable, 1), bounded(variable, 1)});
    switch (random_.below(6)) {
      case 0:
        if (v.type.kind == K::boolean) return term(set, "BOOLEAN");
        if (v.type.kind == K::model_value) return term(set, "S");
        return two;
      case 1:
        if (v.type.kind != K::set || v.type.arguments[0].kind != K::model_value) return two;
        return term(set, "SUBSET S");
      case 2:
        return term(set, "($ \\cup $)", {two, list(set, "{", ", ", "}", {bounded(variable, 1)})});
      case 3: {
        const std::string name = expressions_.fresh("v");
        return expressions_.scoped([&] {
          expressions_.scope.names.emplace_back(name, v.type);
          return term(set, "{" + name + " \\in $ : $}", {two, guard()});
        });
      }
      case 4:
        return term(set, "(IF $ THEN $ ELSE {})", {guard(), two});
      default:
        return two;
    }
  }

  Term conjunction(const Variables& variables, int depth) {
    std::vector<Term> items;
    const auto guards = [&](std::size_t likely) {
      while (random_.one_in(likely)) items.push_back(guard());
    };
    guards(3);
    if (!initial_ && variables.size() > 1 && random_.one_in(4)) {
      items.push_back(unchanged(variables));
    } else {
      for (const Variables& some : split(variables)) {
        items.push_back(assigning(some, depth - 1));
        guards(5);
      }
    }
    if (random_.one_in(12))
      items.push_back(assignment(variables[random_.below(variables.size())]));  // a test
    // What the items have assigned is assigned again by the caller: harmless, the names are the same.
    const Type type = type_of(variables);
    if (items.size() > 1 && random_.one_in(2)) return bulleted(type, "/\\", std::move(items));
    return list(type, "(", " /\\ ", ")", std::move(items));
  }

  Term unchanged(const Variables& variables) {
    std::string names;
    for (const std::size_t v : variables) names += (names.empty() ? "" : ", ") + variables_[v].name;
    return term(type_of(variables), "UNCHANGED <<" + names + ">>");
  }

  /// In a random order, in two parts or one by one.
  std::vector<Variables> split(Variables variables) {
    for (std::size_t i = variables.size(); i > 1; --i)
      std::swap(variables[i - 1], variables[random_.below(i)]);
    std::vector<Variables> parts;
    if (variables.size() > 2 && random_.one_in(2)) {
      const auto middle =
          variables.begin() + 1 + static_cast<std::ptrdiff_t>(random_.below(variables.size() - 1));
      parts = {Variables(variables.begin(), middle), Variables(middle, variables.end())};
    } else {
      for (const std::size_t v : variables) parts.push_back({v});
    }
    return parts;
  }

  Term disjunction(const Variables& variables, int depth) {
    std::vector<Term> items;
    for (std::size_t i = 2 + random_.below(2); i > 0; --i) items.push_back(branch(variables, depth - 1));
    const Type type = type_of(variables);
    if (random_.one_in(2)) return bulleted(type, "\\/", std::move(items));
    return list(type, "(", " \\/ ", ")", std::move(items));
  }

  Term exists(const Variables& variables, int depth) {
    return expressions_.scoped([&] {
      expressions_.set_budget(15);
      ExpressionGenerator::Bounds bounds = expressions_.bounds(1, true);
      bounds.sets.push_back(branch(variables, depth - 1));
      return term(type_of(variables), "(\\E " + bounds.pattern + " : $)", std::move(bounds.sets));
    });
  }

  /// The first value assigns, the others test; a set with one element is the usual case.
  Term for_all(const Variables& variables, int depth) {
    const std::string name = expressions_.fresh("v");
    const Type element = model_value_type();
    return expressions_.scoped([&] {
      static constexpr std::array sets{"{a1}", "{a2}", "S", "{}"};
      const std::string set = random_.one_in(3) ? random_.among(sets) : "{a1}";
      expressions_.scope.names.emplace_back(name, element);
      return term(type_of(variables), "(\\A " + name + " \\in " + set + " : $)",
                  {branch(variables, depth - 1)});
    });
  }

  Term let(const Variables& variables, int depth) {
    const std::string name = expressions_.fresh("v");
    const Type type = expressions_.random_type(1);
    expressions_.set_budget(15);
    Term value = expressions_.expression(type, 2);
    return expressions_.scoped([&] {
      expressions_.scope.names.emplace_back(name, type);
      return term(type_of(variables), "(LET " + name + " == $ IN $)", {value, branch(variables, depth - 1)});
    });
  }

  /// LET A(p) == action IN A(e)
  Term let_operator(const Variables& variables, int depth) {
    const std::string name = expressions_.fresh("Act");
    const std::string parameter = expressions_.fresh("p");
    const Type type = expressions_.random_type(1);
    const Term body = expressions_.scoped([&] {
      expressions_.scope.names.emplace_back(parameter, type);
      return branch(variables, depth - 1);
    });
    expressions_.set_budget(15);
    return term(type_of(variables), "(LET " + name + "(" + parameter + ") == $ IN " + name + "($))",
                {body, expressions_.expression(type, 2)});
  }

  /// [A]_v, <<A>>_v
  Term subscripted(const Variables& variables, int depth) {
    std::string names;
    for (const std::size_t v : variables) names += (names.empty() ? "" : ", ") + variables_[v].name;
    const bool square = random_.one_in(2);
    return term(type_of(variables), (square ? "[$]_<<" : "(<<$>>_<<") + names + (square ? ">>" : ">>)"),
                {branch(variables, depth - 1)});
  }

  Random& random_;
  ExpressionGenerator& expressions_;
  const std::vector<StateVariable>& variables_;
  const std::vector<StateDefinition>& definitions_;
  bool initial_ = false;
};

const std::vector<StateVariable>& kinds_of_variables() {
  static const std::vector<StateVariable> kinds{
      {"", integer_type(), "(($) % 3)"},
      {"", integer_type(), "(($) % 4)"},
      {"", integer_type(), "((($) % 3) * 1000003)"},
      {"", integer_type(), "((($) % 2) * 1152921504606846976)"},
      {"", boolean_type(), "$"},
      {"", string_type(), "OnlyText($)"},
      {"", model_value_type(), "$"},
      {"", set_of(model_value_type()), "$"},
      {"", set_of(integer_type()), "($ \\cap (0..2))"},
      {"", sequence_of(boolean_type()), "Short($)"},
      {"", sequence_of(model_value_type()), "Short($)"},
      {"", function_of(model_value_type(), boolean_type()), "$"},
      {"", function_of(model_value_type(), set_of(model_value_type())), "OnS($, {})"},
      {"", Type{K::record, {boolean_type(), model_value_type()}, {"a", "b"}}, "$"},
      {"", tuple_of({boolean_type(), model_value_type()}), "$"},
  };
  return kinds;
}

class SpecGenerator {
 public:
  explicit SpecGenerator(std::uint64_t seed)
      : random_(seed), expressions_(random_, style()), document_(prelude()) {}

  Document run() {
    declare();
    ActionGenerator actions(random_, expressions_, variables_, definitions_);
    actions_ = &actions;
    define("Init", actions.formula(true, 2));
    for (std::size_t i = random_.below(3); i > 0; --i) define_of_state();
    for (const StateVariable& v : variables_) expressions_.scope.names.emplace_back(v.name, v.type);
    for (const StateDefinition& d : definitions_) expressions_.scope.names.emplace_back(d.name, d.type);
    if (random_.one_in(3)) document_.definitions.push_back(operator_definition());
    define_next();
    define_properties();
    configure("INIT Init");
    configure("NEXT Next");
    if (!random_.one_in(3)) configure("CHECK_DEADLOCK FALSE");
    return std::move(document_);
  }

 private:
  static Style style() {
    Style style;
    style.ill_typed = 0.05;
    style.partial = 2;
    style.text_of_values = false;
    return style;
  }

  void define(const std::string& head, Term body) {
    document_.definitions.push_back({"", head, std::move(body)});
  }
  void configure(const std::string& line) { document_.configuration.push_back(line); }

  void declare() {
    define("Becomes(p, q)", term(other_type(), "p = q"));
    define("OnlyText(p)", term(other_type(), "IF p \\in {\"a\", \"b\", \"c\"} THEN p ELSE \"a\""));
    define("Short(q)", term(other_type(), "IF Len(q) > 2 THEN <<>> ELSE q"));
    define("OnS(f, d)", term(other_type(), "[e \\in S |-> IF e \\in DOMAIN f THEN f[e] ELSE d]"));
    static constexpr std::array names{"x", "y", "z", "u"};
    std::string declaration;
    for (std::size_t i = 0, count = 1 + random_.below(4); i < count; ++i) {
      StateVariable variable = random_.among(kinds_of_variables());
      variable.name = names[i];
      declaration += (i == 0 ? "VARIABLES " : ", ") + variable.name;
      variables_.push_back(std::move(variable));
    }
    document_.declarations.push_back(declaration);
    std::string tuple;
    for (const StateVariable& v : variables_) tuple += (tuple.empty() ? "<<" : ", ") + v.name;
    define("vars", term(other_type(), tuple + ">>"));
  }

  /// {v \in S : ...} or [v \in S |-> ...] of whether an odd number of comparisons holds: each variable
  /// counts.
  void define_of_state() {
    StateDefinition made;
    made.name = expressions_.fresh("Of");
    const bool is_set = random_.one_in(2);
    made.type = is_set ? set_of(model_value_type()) : function_of(model_value_type(), boolean_type());
    const std::string bound = expressions_.fresh("v");
    std::vector<Term> comparisons;
    const auto compare = [&](const std::string& name, const Type& type) {
      comparisons.push_back(term(boolean_type(), "(" + name + " = $)", {expressions_.literal(type)}));
    };
    compare(bound, model_value_type());
    for (std::size_t v = 0; v < variables_.size(); ++v) {
      if (!made.variables.empty() && random_.one_in(2)) continue;
      made.variables.push_back(v);
      compare(variables_[v].name, variables_[v].type);
    }
    Term odd = comparisons.front();
    for (std::size_t i = 1; i < comparisons.size(); ++i)
      odd = term(boolean_type(), "($ # $)", {odd, comparisons[i]});
    define(made.name, term(made.type, is_set ? "{" + bound + " \\in S : $}" : "[" + bound + " \\in S |-> $]",
                           {std::move(odd)}));
    definitions_.push_back(std::move(made));
  }

  Definition operator_definition() {
    expressions_.set_budget(20);
    return expressions_.definition(3);
  }

  void define_next() {
    std::vector<Term> disjuncts;
    const Type type = actions_->formula(false, 0).type;
    for (std::size_t i = 1 + random_.below(3); i > 0; --i) {
      const std::string name = expressions_.fresh("Action");
      switch (random_.below(4)) {
        case 0:
          disjuncts.push_back(actions_->formula(false, 3));
          break;
        case 1: {
          const std::string parameter = expressions_.fresh("p");
          define(name + "(" + parameter + ")", expressions_.scoped([&] {
            expressions_.scope.names.emplace_back(parameter, model_value_type());
            return actions_->formula(false, 3);
          }));
          static constexpr std::array sets{"S", "{a1}", "{w \\in S : w # a1}", "{a2, a3}"};
          const std::string bound = expressions_.fresh("v");
          disjuncts.push_back(term(
              type, "(\\E " + bound + " \\in " + random_.among(sets) + " : " + name + "(" + bound + "))"));
          break;
        }
        default:
          define(name, actions_->formula(false, 3));
          disjuncts.push_back(term(type, name));
      }
    }
    define("Next", bulleted(type, "\\/", std::move(disjuncts)));
  }

  Term state_predicate(bool mostly_true) {
    expressions_.set_budget(25);
    if (random_.one_in(12)) return term(boolean_type(), "(ENABLED ($))", {actions_->partial_action()});
    if (!mostly_true && random_.one_in(3)) return expressions_.expression(boolean_type(), 3);
    std::vector<Term> items;
    for (std::size_t i = 1 + random_.below(variables_.size()); i > 0; --i) {
      const StateVariable& v = random_.among(variables_);
      items.push_back(term(boolean_type(), "(" + v.name + " # $)", {expressions_.literal(v.type)}));
    }
    if (mostly_true) items.push_back(actions_->guard());
    return list(boolean_type(), "(", " \\/ ", ")", std::move(items));
  }

  /// A predicate of a step.
  Term step_predicate() {
    return expressions_.scoped([&] {
      for (const StateVariable& v : variables_) expressions_.scope.names.emplace_back(v.name + "'", v.type);
      for (const StateDefinition& d : definitions_)
        expressions_.scope.names.emplace_back(d.name + "'", d.type);
      return state_predicate(true);
    });
  }

  void define_properties() {
    if (random_.one_in(2)) add("INVARIANT Inv", "Inv", state_predicate(false));
    if (random_.one_in(5)) add("INVARIANT Also", "Also", state_predicate(true));
    if (random_.one_in(4)) add("CONSTRAINT Bound", "Bound", state_predicate(true));
    if (random_.one_in(5)) add("ACTION_CONSTRAINT Bounded", "Bounded", step_predicate());
    if (random_.one_in(5)) {
      expressions_.set_budget(20);
      const StateVariable& v = random_.among(variables_);
      const Type seen = expressions_.random_type(1);
      add("VIEW View", "View",
          term(tuple_of({v.type, seen}), "<<" + v.name + ", $>>", {expressions_.expression(seen, 2)}));
    }
    if (random_.one_in(5)) {
      const Term step = step_predicate();
      add("PROPERTY Always", "Always", term(other_type(), "[][$]_vars", {step}));
    }
    if (random_.one_in(10)) add("PROPERTY Begin", "Begin", state_predicate(true));
    if (random_.one_in(3)) {  // whether or not the specification is symmetric
      static constexpr std::array sets{"S", "{a1, a2, a3}", "{a2, a3}"};
      configure("SYMMETRY Symmetry");
      define("Symmetry", term(other_type(), "Permutations(" + std::string(random_.among(sets)) + ")"));
    }
  }

  /// Formulas that depend on no variable would be refused or dropped: this one does.
  void add(const std::string& line, const std::string& name, Term body) {
    configure(line);
    if (body.type.kind == K::boolean) {
      body = list(boolean_type(), "(", " /\\ ", ")", {term(boolean_type(), "vars = vars"), std::move(body)});
    }
    define(name, std::move(body));
  }

  Random random_;
  ExpressionGenerator expressions_;
  Document document_;
  std::vector<StateVariable> variables_;
  std::vector<StateDefinition> definitions_;
  ActionGenerator* actions_ = nullptr;
};

}  // namespace

Document random_expressions(std::uint64_t seed, int count) {
  Random random(seed);
  ExpressionGenerator expressions(random, {});
  Document document = prelude();
  // The values of the variables: one of each kind of type.
  std::vector<Term> initial;
  std::string declaration = "VARIABLES ";
  std::vector<std::pair<std::string, Type>> variables;
  for (int i = 1; i <= 8; ++i) {
    const std::string name = "x" + std::to_string(i);
    const Type type = expressions.random_type(2);
    declaration += (i > 1 ? ", " : "") + name;
    initial.push_back(term(other_type(), name + " = $", {expressions.literal(type, 2)}));
    variables.emplace_back(name, type);
  }
  document.declarations.push_back(declaration);
  document.definitions.push_back({"", "Init", bulleted(other_type(), "/\\", std::move(initial))});
  document.definitions.push_back(
      {"", "Next", term(other_type(), "UNCHANGED <<" + declaration.substr(10) + ">>")});
  document.configuration.emplace_back("INIT Init");
  document.configuration.emplace_back("NEXT Next");
  for (int i = 0; i < 6; ++i) {
    expressions.set_budget(25);
    document.definitions.push_back(expressions.definition(4));
  }
  for (int i = 1; i <= count; ++i) {
    // Some constant, most of the state.
    expressions.scope.names = random.one_in(4) ? std::vector<std::pair<std::string, Type>>{} : variables;
    expressions.set_budget(60);
    document.definitions.push_back(
        {"", "E" + std::to_string(i), expressions.expression(expressions.random_type(2), 5)});
  }
  return document;
}

Document random_spec(std::uint64_t seed) { return SpecGenerator(seed).run(); }

}  // namespace synod::differential
