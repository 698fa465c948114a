// The syntax tree of TLA+2: what was written, before any name is resolved. Plain data; every node has its
// span. Operators are kept under one spelling each, the ASCII one that the printer writes: "/\\", "\\/", "~",
// "=>", "<=>", "=", "#", "<", ">", "=<", ">=", "\\in", "\\notin", "\\cup", "\\cap", "\\o", "\\X", "\\div",
// "'", "[]", "<>", ... (the table is in syntax/operators.cpp). Unary minus is "-." .
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/span.hpp"

namespace synod::syntax {

struct Expression;
struct Unit;
using ExpressionPtr = std::unique_ptr<Expression>;

// One node a line where it fits.
// clang-format off

/// A name with its place.
struct Identifier {
  std::string text;
  Span span;
};

/// One step of a general name: `F(a, b)`, `I(e)`, or a selector of a subexpression: a number, "<<", ">>", "@", ":".
/// The selector `!(a, b)` has the empty name. In proofs (which are not kept) a step such as `<1>2` is a name too.
struct NamePart {
  Identifier name;                        ///< identifier, operator symbol (`I!+(a, b)`, or `+` as an argument) or selector
  std::vector<ExpressionPtr> arguments;   ///< empty when there are none
};

/// `x \in S`, `x, y \in S`, `<<x, y>> \in S`; without a set where the construct allows it (unbounded).
struct Bound {
  std::vector<Identifier> names;
  bool tuple = false;     ///< names form one tuple pattern
  ExpressionPtr set;      ///< null when unbounded
};

/// A parameter or constant: `F`, `F(_, _)`, `_ + _`, `-. _`, `_ ^+`.
struct Parameter {
  Identifier name;
  unsigned arity = 0;
};

// -- expressions -----------------------------------------------------------------------------------------------------
struct Name { std::vector<NamePart> parts; };                      ///< x, F(a), I(e)!Op(b), Def!1!<<; operator symbols too
struct NumberLiteral { std::string text; };                        ///< 12, \b01, \o17, \hFF, 1.5 as written
struct StringLiteral { std::string text; };                        ///< escapes resolved
struct At {};                                                      ///< @ of EXCEPT
struct Prefix { Identifier op; ExpressionPtr operand; };           ///< ~ - [] <> ENABLED UNCHANGED SUBSET UNION DOMAIN, user's
struct Infix { Identifier op; ExpressionPtr left, right; };        ///< all but \X
struct Postfix { Identifier op; ExpressionPtr operand; };          ///< ' ^+ ^* ^#
struct Product { std::vector<ExpressionPtr> factors; };            ///< A \X B \X C
struct Junction { bool conjunction = true; std::vector<ExpressionPtr> items; };  ///< a bulleted list, one item or more
struct Parenthesised { ExpressionPtr inner; };
struct Apply { ExpressionPtr function; std::vector<ExpressionPtr> arguments; };  ///< f[a, b]
struct FieldAccess { ExpressionPtr record; Identifier field; };    ///< r.f
struct TupleLiteral { std::vector<ExpressionPtr> items; };
struct SetLiteral { std::vector<ExpressionPtr> items; };
struct SetFilter { Bound bound; ExpressionPtr predicate; };        ///< {x \in S : P}
struct SetMap { ExpressionPtr value; std::vector<Bound> bounds; }; ///< {e : x \in S, y \in T}
struct FunctionLiteral { std::vector<Bound> bounds; ExpressionPtr value; };
struct FunctionSet { ExpressionPtr domain, range; };               ///< [S -> T]
struct Field { Identifier name; ExpressionPtr value; };
struct RecordLiteral { std::vector<Field> fields; };               ///< [a |-> e]
struct RecordSet { std::vector<Field> fields; };                   ///< [a : S]
struct ExceptStep { bool is_field = false; Identifier field; std::vector<ExpressionPtr> indices; };  ///< .f or [i, j]
struct ExceptUpdate { std::vector<ExceptStep> path; ExpressionPtr value; Span span; };
struct Except { ExpressionPtr function; std::vector<ExceptUpdate> updates; };
struct SquareAction { ExpressionPtr action, subscript; };          ///< [A]_v
struct AngleAction { ExpressionPtr action, subscript; };           ///< <<A>>_v
struct Fairness { bool strong = false; ExpressionPtr subscript, action; };       ///< WF_v(A), SF_v(A)
struct Quantifier { bool universal = true; std::vector<Bound> bounds; ExpressionPtr body; };
struct TemporalQuantifier { bool universal = true; std::vector<Identifier> names; ExpressionPtr body; };
struct Choose { Bound bound; ExpressionPtr predicate; };
struct If { ExpressionPtr condition, then_branch, else_branch; };
struct CaseArm { ExpressionPtr guard, value; };
struct Case { std::vector<CaseArm> arms; ExpressionPtr other; };   ///< other may be null
struct Let { std::vector<std::unique_ptr<Unit>> definitions; ExpressionPtr body; };
struct Lambda { std::vector<Identifier> parameters; ExpressionPtr body; };
struct Label { Identifier name; std::vector<Identifier> parameters; ExpressionPtr body; };  ///< lab(x):: e

struct Expression {
  Span span;
  std::variant<Name, NumberLiteral, StringLiteral, At, Prefix, Infix, Postfix, Product, Junction, Parenthesised, Apply,
               FieldAccess, TupleLiteral, SetLiteral, SetFilter, SetMap, FunctionLiteral, FunctionSet, RecordLiteral,
               RecordSet, Except, SquareAction, AngleAction, Fairness, Quantifier, TemporalQuantifier, Choose, If, Case,
               Let, Lambda, Label>
      node;
};

// -- units -----------------------------------------------------------------------------------------------------------
struct Module;

/// How an operator is written where it is defined: F(a), a + b, -. a, a^+.
enum class Fixity { plain, prefix, infix, postfix };

struct Substitution { Identifier name; ExpressionPtr value; };     ///< WITH name <- value (name may be an operator symbol)
struct Instance { Identifier module; std::vector<Substitution> substitutions; };

struct Variables { std::vector<Identifier> names; };
struct Constants { std::vector<Parameter> parameters; };
struct Recursive { std::vector<Parameter> operators; };
struct OperatorDefinition {
  Identifier name;
  Fixity fixity = Fixity::plain;
  std::vector<Parameter> parameters;
  ExpressionPtr body;
  bool local = false;
};
struct FunctionDefinition { Identifier name; std::vector<Bound> bounds; ExpressionPtr body; bool local = false; };
struct InstanceDefinition {                                        ///< I(x) == INSTANCE M WITH ...; name empty: INSTANCE M
  std::optional<Identifier> name;
  Fixity fixity = Fixity::plain;
  std::vector<Parameter> parameters;
  Instance instance;
  bool local = false;
};
/// ASSUME A, NEW x \in S PROVE G, as a statement of a theorem or assumption; kept for names that refer to it.
struct AssumeProve {
  struct New { std::string kind; Parameter parameter; ExpressionPtr set; };  ///< kind: "CONSTANT", "VARIABLE", "STATE", ...
  using Item = std::variant<ExpressionPtr, New, std::unique_ptr<AssumeProve>>;
  bool boxed = false;
  std::optional<Identifier> label;
  std::vector<Item> assumptions;
  ExpressionPtr goal;
  Span span;
};
using Statement = std::variant<ExpressionPtr, std::unique_ptr<AssumeProve>>;
struct Assumption { std::string keyword; std::optional<Identifier> name; Statement statement; };  ///< ASSUME, ASSUMPTION, AXIOM
/// A proof is recognised and skipped; its text is kept so that the printer can write it back: verbatim, and with spaces
/// before it that put its first line into the column where it was (its junction lists depend on that).
struct Theorem { std::string keyword; std::optional<Identifier> name; Statement statement; std::string proof; };
struct UseHide { std::string text; };                              ///< USE or HIDE, skipped like a proof
struct Separator {};                                               ///< ----

struct Unit {
  Span span;
  std::variant<Variables, Constants, Recursive, OperatorDefinition, FunctionDefinition, InstanceDefinition, Assumption,
               Theorem, UseHide, Separator, std::unique_ptr<Module>>
      node;
};

struct Module {
  Identifier name;
  std::vector<Identifier> extends;
  std::vector<Unit> units;
  Span span;
};

// clang-format on

}  // namespace synod::syntax
