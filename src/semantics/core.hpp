// The core: what a specification means once every name is bound to its declaration, every INSTANCE
// substituted and all surface syntax removed. Plain data, immutable after `resolve` and `bind`; every node
// keeps the span it came from.
//
// Conventions
// - Bound variables and parameters are Symbols, unique in the whole Spec: no capture is possible, nodes may
//   be shared.
// - Operators passed as arguments are always Lambda nodes (a bare `F` or `+` is eta-expanded).
// - r.f is function application to a string; f[a, b] is application to a tuple; `@` is a Symbol bound by its
//   update.
// - `f[x \in S] == e` is an Operator without parameters whose body is a Function node with `self`: inside e
//   the name f is that Symbol.
// - `A /\ B /\ C`, bulleted or infix, is one And node with its items in source order; likewise Or.
// - Fixity, parentheses and labels are gone; subexpression selectors are resolved.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.hpp"

namespace synod::semantics {

/// What an expression may depend on: nothing, the current state, a pair of states, a behaviour.
enum class Level : std::uint8_t { constant, state, action, temporal };

struct Expr;
struct Operator;

/// A bound variable (arity 0) or a parameter of an operator (any arity).
struct Symbol {
  std::string name;
  unsigned arity = 0;
  std::uint32_t id = 0;  ///< dense in the Spec, from 0
  Span span;
};

/// A declared VARIABLE of the root module (EXTENDed modules merge into it), or inside ENABLED one of an
/// instantiated module: see Kind::enabled.
struct Variable {
  std::string name;
  std::uint32_t index = 0;  ///< declaration order, from 0
  Span span;
};

/// A declared CONSTANT of the root module. `binding` is set by model::bind: an Operator with `arity`
/// parameters.
struct Constant {
  std::string name;
  unsigned arity = 0;
  std::uint32_t index = 0;
  Span span;
  const Operator* binding = nullptr;
};

enum class Kind : std::uint8_t {
  // literals
  integer,      ///< integer
  decimal,      ///< text; evaluating it is an error
  string,       ///< text
  boolean,      ///< integer 0 or 1
  model_value,  ///< text; only built by model::bind
  // references
  variable,  ///< variable
  constant,  ///< constant; operands when it is an operator
  symbol,    ///< symbol; operands when it is an operator parameter
  apply,     ///< op; operands: arguments, a Lambda where the parameter has arity > 0. Standard modules'
  ///< operators too (Len, +, Nat): look at op->native first; a .cfg may have replaced op by another
  ///< definition
  lambda,  ///< symbols: parameters; operands[0]: body. Only as an argument.
  native,  ///< native; operands: an operator of the language itself (the first group of enum Native)
  // control
  conjunction,  ///< operands
  disjunction,  ///< operands
  conditional,  ///< operands: condition, then, else
  case_of,      ///< operands: guard, value, guard, value, ...; has_other: the last one is OTHER's value
  let,          ///< definitions; operands[0]: body
  // binders
  forall,  ///< bounds (set null: unbounded); operands[0]: body
  exists,
  choose,    ///< one bound (set may be null); operands[0]: predicate
  filter,    ///< one bound; operands[0]: predicate         {x \in S : P}
  map,       ///< bounds; operands[0]: value                 {e : x \in S}
  function,  ///< bounds; operands[0]: value; self or null   [x \in S |-> e]
  // structures
  application,   ///< operands: function, argument               f[x], r.f
  except,        ///< operands[0]: function; updates
  tuple,         ///< operands
  set,           ///< operands
  product,       ///< operands (two or more)                     A \X B
  record,        ///< fields, operands: values, in the order written
  record_set,    ///< fields, operands: sets
  function_set,  ///< operands: domain, range
  // actions and time
  prime,          ///< operands[0]
  unchanged,      ///< operands[0]
  square_action,  ///< operands: action, subscript                [A]_v
  angle_action,   ///< operands: action, subscript                <<A>>_v
  enabled,        ///< operands[0]. ENABLED binds the primed variables of the module it was written in, and
                  ///< nothing is substituted for what is bound: where an INSTANCE substitutes more than a
                  ///< variable for one of them, its next value is that of a variable of Spec::hidden
  weak_fairness,  ///< operands: subscript, action; a third one: ENABLED <<action>>_subscript, where that is
                  ///< not what these two say                     WF_v(A)
  strong_fairness,
  temporal_forall,  ///< bounds without sets; operands[0]; refused by every engine
  temporal_exists,
};

/// Operators that Synod gives a meaning itself: of the language (Kind::native), or of a standard module
/// (Operator::native; the table of their modules, names and arities is in native.hpp).
enum class Native : std::uint16_t {
  // the language
  negation,
  implies,
  equivalent,
  equal,
  not_equal,
  in,
  not_in,
  subseteq,
  set_union,
  set_intersection,
  set_difference,
  powerset,
  big_union,
  domain,
  boolean_set,
  string_set,
  always,
  eventually,
  leads_to,
  while_plus,
  action_composition,
  // Naturals, Integers, Reals
  nat,
  integers,
  reals,
  plus,
  minus,
  negate,
  times,
  divide_real,
  infinity,
  quotient,
  modulo,
  power,
  interval,
  less,
  greater,
  less_equal,
  greater_equal,
  // Sequences
  seq,
  len,
  head,
  tail,
  append,
  concat,
  subseq,
  select_seq,
  // FiniteSets
  is_finite_set,
  cardinality,
  // Bags
  empty_bag,
  is_a_bag,
  bag_cardinality,
  bag_in,
  copies_in,
  bag_cup,
  bag_diff,
  bag_union,
  sqsubseteq,
  bag_of_all,
  bag_to_set,
  set_to_bag,
  sub_bag,
  // TLC
  print,
  print_t,
  assert_that,
  java_time,
  tlc_get,
  tlc_set,
  colon_greater,
  at_at,
  permutations,
  sort_seq,
  random_element,
  any,
  to_string,
  tlc_eval,
  // TLCExt, Randomization and others that the public corpus needs
  random_subset,
  tlc_get_or_default,
  tlc_model_value,
  assert_error,
  trace,
  counter_example,
  to_trace,
  tlc_defer,
  tlc_eval_definition,
  pick_successor,
  random_set_of_subsets,
  random_subset_set,
  // FiniteSetsExt
  fold_set,
  quantify,
  k_subset,
  greatest,
  least,
  // Functions
  is_injective,
  anti_function,
  fold_function,
  fold_function_on_set,
  range_of,
  // SequencesExt
  set_to_seq,
  set_to_seqs,
  contains,
  longest_common_prefix,
  fold_left,
  fold_right,
  fold_left_domain,
  fold_right_domain,
  replace_first_subseq,
  replace_all_subseqs,
  is_prefix,
  select_in_seq,
  select_in_subseq,
  select_last_in_seq,
  select_last_in_subseq,
  remove_first,
  remove_first_match,
  suffixes,
  all_subseqs,
  // BagsExt, Bitwise, Combinatorics, DyadicRationals, Statistics, TransitiveClosure, VectorClocks
  fold_bag,
  bit_and,
  bit_or,
  bit_xor,
  bit_not,
  shift_right,
  binomial,
  reduce_fraction,
  chi_square,
  warshall,
  causal_order,
  // Graphs, UndirectedGraphs
  simple_path,
  are_connected_in,
  is_strongly_connected,
  undirected_simple_path,
  undirected_are_connected_in,
  connected_components,
  // SVG, GraphViz
  svg_elem_to_string,
  node_of_ring_network,
  point_on_line,
  dot_di_graph,
  // Json
  to_json,
  to_json_array,
  to_json_object,
  json_serialize,
  json_deserialize,
  nd_json_serialize,
  nd_json_deserialize,
  // IOUtils
  io_serialize,
  io_deserialize,
  serialize_text,
  deserialize_text,
  io_exec,
  io_env_exec,
  io_exec_template,
  io_env_exec_template,
  io_env,
  atoi,
  // CSV
  csv_write,
  csv_write_record,
  csv_read,
  csv_records,
  unsupported_native,  ///< known by name only (TLCFP, ...): evaluating it is an error that
                       ///< names it
};

/// One bound of a binder: one variable, or a tuple pattern of several, over one set. `x, y \in S` becomes two
/// bounds that share the set node. Order is the source's; enumeration order is "first bound varies fastest".
struct Bound {
  std::vector<const Symbol*> symbols;
  bool tuple = false;
  const Expr* set = nullptr;  ///< null: unbounded
};

/// `![i].f = e`: path of index expressions, `at` stands for the old value in `value`.
struct Update {
  std::vector<const Expr*> path;
  const Symbol* at = nullptr;
  const Expr* value = nullptr;
  Span span;
};

/// One core node. A plain struct rather than a variant: consumers switch over `kind` and read the members its
/// comment names; the others are empty.
struct Expr {
  Kind kind{};
  Level level = Level::constant;  ///< with parameters taken as constants; see Operator::level
  Native native{};
  bool has_other = false;
  std::uint32_t id = 0;  ///< dense in the Spec
  std::int64_t integer = 0;
  Span span;
  const Variable* variable = nullptr;
  const Constant* constant = nullptr;
  const Symbol* symbol = nullptr;
  const Symbol* self = nullptr;
  const Operator* op = nullptr;
  std::string text;
  std::vector<const Expr*> operands;
  std::vector<std::string> fields;
  std::vector<const Symbol*> symbols;
  std::vector<Bound> bounds;
  std::vector<Update> updates;
  std::vector<const Operator*> definitions;
};

/// A definition: at module level, in a LET, or reached through an INSTANCE (then name is "I!Op" and there is
/// one copy per instance, with the substitution already made; parameters of the instance come first).
struct Operator {
  std::string name;           ///< as a user would refer to it from the root: "Next", "I!Next"
  std::string origin_module;  ///< module whose text defines it
  std::string origin_name;    ///< its name there
  std::vector<const Symbol*> parameters;
  const Expr* body = nullptr;    ///< null only for a RECURSIVE declaration without definition (an error)
  std::optional<Native> native;  ///< evaluated natively; the body is documentation then
  bool recursive = false;        ///< may reach itself through its body
  bool local = false;
  bool in_let = false;
  /// Whether it stands for one value, which TLC computes before it looks at a state.
  [[nodiscard]] bool is_constant_definition() const {
    return parameters.empty() && level == Level::constant && !recursive && !in_let;
  }
  bool is_function = false;       ///< f[x \in S] == e
  bool is_theorem = false;        ///< a named THEOREM or ASSUME used as an expression
  Level level = Level::constant;  ///< of the body, parameters taken as constants
  std::uint32_t id = 0;           ///< dense in the Spec
  Span span;                      ///< of the definition
};

/// An ASSUME of the root or of a module it EXTENDs (not of instantiated ones); AXIOMs are left out, as in
/// TLC.
struct Assumption {
  std::string name;  ///< may be empty
  const Expr* body = nullptr;
  std::string module;
};

/// A resolved specification. Owns all nodes; addresses are stable. Movable, not copyable.
struct Spec {
  std::string root;                  ///< name of the root module
  std::vector<std::string> modules;  ///< every module read, dependencies first
  std::vector<Variable*> variables;  ///< by index
  std::vector<Variable*> hidden;     ///< only primed and under ENABLED; indices follow those of `variables`
  std::vector<Constant*> constants;  ///< by index
  std::map<std::string, Operator*, std::less<>>
      root_operators;  ///< what a .cfg may name: "Inv", "I!Inv"; not LOCAL ones of others
  /// What the named instances of the root module substitute for the variables of their modules: for each
  /// instance, pairs of a variable's name there and an expression here.
  std::map<std::string, std::vector<std::pair<std::string, const Expr*>>, std::less<>> mappings;
  std::vector<Operator*> operators;  ///< all, by id, LET and instance copies included
  std::vector<Assumption> assumptions;
  std::vector<Operator*>
      constant_definitions;  ///< nullary, constant level, of modules not instantiated with parameters

  std::deque<Expr> expr_storage;
  std::deque<Operator> operator_storage;
  std::deque<Symbol> symbol_storage;
  std::deque<Variable> variable_storage;
  std::deque<Constant> constant_storage;

  Spec() = default;
  Spec(Spec&&) = default;
  Spec& operator=(Spec&&) = default;
  Spec(const Spec&) = delete;
  Spec& operator=(const Spec&) = delete;

  /// Values that a state under ENABLED has.
  [[nodiscard]] std::size_t enabled_size() const { return variables.size() + hidden.size(); }
  [[nodiscard]] const Variable& variable(std::size_t index) const {
    return index < variables.size() ? *variables[index] : *hidden[index - variables.size()];
  }

  Expr* new_expr(Kind kind, Span span) {
    Expr& e = expr_storage.emplace_back();
    e.kind = kind;
    e.span = span;
    e.id = static_cast<std::uint32_t>(expr_storage.size() - 1);
    return &e;
  }
  Symbol* new_symbol(std::string name, unsigned arity, Span span) {
    return &symbol_storage.emplace_back(
        Symbol{std::move(name), arity, static_cast<std::uint32_t>(symbol_storage.size()), span});
  }
};

/// The core as readable TLA+-like text, for `synod show` and tests.
[[nodiscard]] std::string print(const Expr& expr);

}  // namespace synod::semantics
