// From core expressions to nodes: names become slots, operators are inlined or called, constants are folded
// into nodes that are evaluated once, actions become programs.
#pragma once

#include <deque>
#include <map>
#include <unordered_map>

#include "program/binder_nodes.hpp"
#include "program/code.hpp"
#include "program/operator_nodes.hpp"
#include "program/reference_nodes.hpp"
#include "semantics/core.hpp"

namespace synod::program {

using semantics::Expr;
using ExprKind = semantics::Kind;
using semantics::Native;
using semantics::Operator;
using semantics::Symbol;

/// Which state an unprimed variable means at a place: priming an expression compiles it for the next state.
enum class Reading : std::uint8_t { current, next };

struct Binding;

/// Names in scope, newest first. Nodes are never freed before the compiler is.
struct Environment {
  const void* name = nullptr;  ///< a Symbol, or an Operator defined by LET
  Binding* binding = nullptr;
  const Environment* outer = nullptr;
};

/// Where an expression stands.
struct Scope {
  const Environment* environment = nullptr;
  Unit* unit = nullptr;
  Reading reading = Reading::current;
  const InlinedCall* call = nullptr;
};

/// What a name stands for.
struct Binding {
  enum class Kind : std::uint8_t {
    slot,        ///< a bound variable: `slot` of `unit`
    expression,  ///< an argument or parameterless LET definition: `expr` in `scope`, cached in `slot`, `slot
                 ///< + 1` (primed)
    lambda,      ///< an operator argument: the Lambda `expr` in `scope`
    let_operator,        ///< an operator with parameters defined by LET: `scope` is that of its definition
    parameter,           ///< of a called operator: slots `slot`, `slot + 1` of `unit`
    operator_parameter,  ///< of a called operator: the `slot`-th operator argument of `unit`'s frames
  };
  Kind kind{};
  Unit* unit = nullptr;
  unsigned slot = 0;
  bool cached = false;
  const Expr* expr = nullptr;
  Scope scope;
  NodePtr compiled[2] = {nullptr, nullptr};  ///< of an expression, per Reading
};

class Compiler {
 public:
  explicit Compiler(Program::Code& code);

  /// Compiles everything a check evaluates.
  void compile_model();
  /// An expression on its own, with no names bound around it.
  Entry entry(const Expr& e, Reading reading = Reading::current);

 private:
  // Entry points
  Entry step_property(const model::ActionProperty& property);
  Entry conjuncts_entry(const Expr& e);
  ActionEntry action_entry(const Expr& e, bool initial);
  TemporalEntry temporal_entry(const Expr& e);

  // Expressions
  NodePtr compile(const Expr& e, const Scope& s);
  NodePtr dispatch(const Expr& e, const Scope& s);
  NodePtr compile_literal(const Expr& e);
  NodePtr compile_variable(const Expr& e, const Scope& s);
  NodePtr compile_native(const Expr& e, Native native, const std::vector<const Expr*>& operands,
                         const Scope& s);
  NodePtr compile_operator_native(const Expr& e, Native native, const std::vector<const Expr*>& operands,
                                  const Scope& s);
  NodePtr compile_fold(const Expr& e, Native native, const std::vector<const Expr*>& operands,
                       const Scope& s);
  InlineOperator inline_operator(const Expr& lambda, const Scope& s, Dependence& d);
  NodePtr compile_tlc(const Expr& e, Native native, const std::vector<const Expr*>& operands, const Scope& s);
  NodePtr compile_named_definition(const Expr& e, const Expr& name, const Scope& s);
  NodePtr compile_equality(const Expr& e, const std::vector<const Expr*>& operands, bool equal,
                           const Scope& s);
  NodePtr compile_membership(const std::vector<const Expr*>& operands, bool in, const Scope& s);
  NodePtr compile_dot_di_graph(const Expr& e, const std::vector<const Expr*>& operands, const Scope& s);
  NodePtr compile_case(const Expr& e, const Scope& s);
  NodePtr compile_record(const Expr& e, const Scope& s);
  NodePtr compile_record_set(const Expr& e, const Scope& s);
  NodePtr compile_except(const Expr& e, const Scope& s);
  NodePtr compile_unchanged(const Expr& e, const Scope& s);
  NodePtr compile_square(const Expr& e, const Scope& s, bool angle);
  NodePtr square(const Expr& taken, const Expr& subscript, const Scope& s, bool angle);
  NodePtr compile_enabled(const Expr& e, const Scope& s);
  NodePtr compile_let(const Expr& e, const Scope& s);
  NodePtr compile_filter(const Expr& e, const Scope& s);
  NodePtr compile_function(const Expr& e, const Scope& s);
  ClosureCode closure_code(const Expr& e, const Scope& s, Dependence& d);
  NodePtr compile_quantifier(const Expr& e, const Scope& s);
  NodePtr compile_choose(const Expr& e, const Scope& s);
  NodePtr compile_map(const Expr& e, const Scope& s);
  std::vector<NodePtr> compile_all(const std::vector<const Expr*>& operands, const Scope& s);

  // Temporal formulas
  TemporalPtr temporal(const Expr& e, const Scope& s);
  TemporalPtr temporal_native(const Expr& e, Native native, const std::vector<const Expr*>& operands,
                              const Scope& s);
  TemporalPtr temporal_fairness(const Expr& e, const Scope& s);
  TemporalPtr temporal_name(const Expr& e, const Scope& s);
  TemporalPtr temporal_junction(TemporalNode::Form form, const std::vector<const Expr*>& parts,
                                const Scope& s);
  TemporalPtr make_temporal(TemporalNode node);
  TemporalPtr refuse_temporal(const Expr& e, const Scope& s, const std::string& message);
  std::uint32_t temporal_predicate(const Expr& e, const Scope& s);
  TemporalPtr temporal_atom(const Expr& e, const Scope& s);
  [[nodiscard]] bool is_bare_action(const Expr& e, const Scope& s) const;
  bool is_temporal(const Expr& e, const Scope& s) const;

  // Names and operators
  NodePtr compile_apply(const Expr& e, const Scope& s);
  NodePtr compile_symbol(const Expr& e, const Scope& s);
  NodePtr compile_constant(const Expr& e, const Scope& s);
  NodePtr compile_definition(const Expr& e, const Operator& op, const Scope& s);
  NodePtr use_binding(const Expr& e, Binding& b, const Scope& s);
  NodePtr read_expression(Binding& b, const Scope& s);
  NodePtr inline_body(const Expr& body, const std::vector<const Symbol*>& parameters,
                      const std::vector<const Expr*>& arguments, const Environment* definition,
                      const Scope& s, const InlinedCall* call);
  NodePtr compile_call(const Expr& e, const Operator& op, const Environment* definition, Unit* lexical,
                       const Scope& s);
  CallArguments call_arguments(const std::vector<unsigned>& arities,
                               const std::vector<const Expr*>& arguments, const Scope& s, Dependence& d);
  CallArguments::OperatorSource operator_source(const Expr& lambda, const Scope& s, Dependence& d);
  const CalledCode& called_operator(const Operator& op, const Environment* definition, Unit* lexical,
                                    Reading reading);
  void compile_called(CalledCode& code, Unit& unit, const std::vector<const Symbol*>& parameters,
                      const Expr& body, const Environment* definition, Reading reading);
  /// The scope of a called body. A parameter with a `passed` variable (null: none) stands for that variable
  /// itself, so that priming it can assign.
  Scope called_scope(Unit& unit, const std::vector<const Symbol*>& parameters,
                     const std::vector<const Expr*>& passed, const Environment* definition, Reading reading);
  NodePtr constant_definition(const Operator& op);
  /// What all uses of a parameterless definition of the state share that read the same state.
  struct StateDefinition {
    std::uint32_t number = 0;
    Entry code;
    [[nodiscard]] bool can_be_kept() const;
  };
  StateDefinition& state_definition(const Operator& op, Reading reading);
  /// Whether evaluating the expression may go through the elements of something, so that it takes its time.
  bool has_loop(const Expr& e);
  NodePtr use_state_definition(const Expr& e, const Operator& op, const Scope& s);
  NodePtr scoped(unsigned first, unsigned count, NodePtr body, const Expr& e, const Scope& s);
  static bool evaluated_natively(Native native);
  bool should_inline(const Operator& op);
  std::size_t weight_of(const Operator& op);
  std::size_t weight(const Expr& e, std::size_t limit);

  // Scopes
  const Environment* extend(const Environment* outer, const void* name, const Binding& binding);
  Binding* find(const Environment* e, const void* name) const;
  const Environment* bind_arguments(const std::vector<const Symbol*>& parameters,
                                    const std::vector<const Expr*>& arguments, const Environment* definition,
                                    const Scope& caller);
  const Environment* bind_definitions(const std::vector<const Operator*>& definitions, const Scope& s);
  bool worth_caching(const Expr& e) const;
  std::vector<BoundPlan> bind_bounds(const std::vector<semantics::Bound>& bounds, const Scope& outer,
                                     Scope& inner, bool with_sets = true);
  Unit* new_unit(Unit* lexical);
  unsigned allocate(Unit& unit, unsigned count);
  [[nodiscard]] static std::uint64_t slot_key(const Unit& unit, unsigned slot) {
    return std::uint64_t{unit.number} << 32 | slot;
  }
  static unsigned hops(const Scope& s, const Unit& unit) { return s.unit->depth - unit.depth; }
  const InlinedCall* inlined(const std::string& name, Span span, const InlinedCall* outer);

  /// Finishes a node: its place, its call chain, and a ConstantNode around it when it depends on nothing.
  template <class T>
  NodePtr finish(T* node, const Expr& e, const Scope& s, Dependence depends) {
    node->span = e.span;
    node->call = s.call;
    node->depends = std::move(depends);
    return node;
  }
  NodePtr folded(NodePtr node, const Expr& e, const Scope& s);
  NodePtr conjuncts(const Expr& e, const Scope& s);
  [[nodiscard]] std::vector<std::uint32_t> variables_of(const Dependence& d) const;
  NodePtr tabulated(NodePtr node, const Expr& e, const Scope& s);
  NodePtr error(const Expr& e, const Scope& s, EvaluationFault fault, std::string message);
  static Dependence without_unit(Dependence d, const Unit& unit);
  static Dependence joined(const std::vector<NodePtr>& nodes);
  static Dependence joined(std::initializer_list<NodePtr> nodes);
  static void unbind(Dependence& d, const std::vector<BoundPlan>& bounds, const Unit& unit);

  // Actions
  /// An operator or LAMBDA that is inlined as an action.
  struct ActionTarget {
    const Operator* op = nullptr;
    std::string name;
    const std::vector<const Symbol*>* parameters = nullptr;
    const Expr* body = nullptr;
    const Environment* definition = nullptr;
  };
  /// A function constructor that an expression names: itself, or what definitions and parameters lead to.
  struct Constructor {
    const Expr* function = nullptr;
    Scope scope;                         ///< that it stands in
    bool built_first = false;            ///< as in PointCode
    const PointCode* running = nullptr;  ///< the function's own body refers to it
  };
  /// The named operator around the leaf of Next that is being compiled.
  struct NameInScope {
    const Operator* op = nullptr;
    Scope scope;
  };
  /// `naming`: still at the top of Next, where every leaf becomes a named action.
  ActionPtr action(const Expr& e, const Scope& s, bool naming);
  ActionPtr action_leaf(const Expr& e, const Scope& s);
  ActionPtr action_apply(const Expr& e, const Scope& s, bool naming);
  ActionPtr action_call(const Expr& e, const Binding* defined, const Scope& s, bool naming);
  const CalledAction& called_action(const Operator& op, const Environment* definition, Unit* lexical,
                                    Reading reading, std::vector<const Expr*> passed);
  const Expr* passed_variable(const Expr& argument, const Scope& s) const;
  ActionPtr action_symbol(const Expr& e, const Scope& s, bool naming);
  ActionPtr action_binding(Binding& b, const Expr& e, const Scope& s, bool naming);
  ActionPtr action_inline(const ActionTarget& target, const Expr& e, const Scope& s, bool naming);
  ActionPtr action_application(const Expr& e, const Scope& s);
  std::optional<Constructor> constructor_of(const Expr& e, const Scope& s) const;
  const PointCode& point_code(const Constructor& constructor);
  ActionPtr action_native(const Expr& e, const Scope& s);
  ActionPtr action_conjunction(const std::vector<const Expr*>& items, const Scope& s);
  ActionPtr action_quantifier(const Expr& e, const Scope& s, bool naming);
  static LeadingGuards independent_guards(const ActionNode& body, const std::vector<BoundPlan>& bounds,
                                          const Unit& unit);
  ActionPtr action_case(const Expr& e, const Scope& s);
  ActionPtr action_let(const Expr& e, const Scope& s, bool naming);
  ActionPtr action_unchanged(const Expr& e, const Scope& s);
  ActionPtr keep_all(const Expr& subscript, const Scope& s);
  ActionPtr action_square(const Expr& e, const Scope& s);
  ActionPtr action_angle(const Expr& e, const Scope& s);
  ActionPtr guard(const Expr& e, const Scope& s);
  ActionPtr with_plain(ActionPtr node, const Expr& e, const Scope& s);
  ActionPtr leaf(const Expr& e, const Scope& s, ActionPtr body, bool naming);
  /// The variable that `e = ...` assigns: a primed one in an action, an unprimed one in Init; seen through
  /// definitions, parameters and LET.
  std::optional<std::uint32_t> assignable(const Expr& e, const Scope& s) const;
  /// Whether a conjunct can do more than be TRUE or FALSE once: assign a variable, or be TRUE in several
  /// ways.
  bool assigns_or_branches(const Expr& e, const Scope& s);
  void unfold_unchanged(const Expr& e, const Scope& s, std::vector<ActionPtr>& out);

  Program::Code& code_;
  std::deque<Environment> environments_;
  std::deque<Binding> bindings_;
  std::unordered_map<const Operator*, NodePtr> constants_;  ///< nullary definitions that depend on nothing
  std::map<std::pair<const Operator*, Reading>, StateDefinition> state_definitions_;
  std::unordered_map<const Expr*, std::uint32_t> conjuncts_;  ///< of invariants and constraints: numbers
  std::map<std::tuple<const void*, const Environment*, int>, CalledCode*> called_;
  std::map<std::tuple<const void*, const Environment*, int, std::vector<const Expr*>>, CalledAction*>
      called_actions_;
  std::map<std::tuple<const Expr*, const Environment*, const Unit*, int>, PointCode*> points_;
  std::unordered_map<const Symbol*, const PointCode*>
      running_;  ///< functions applied as actions, by their self
  std::vector<const void*>
      looked_into_;  ///< recursive operators and functions that assigns_or_branches is inside of
  std::vector<const Operator*> named_;  ///< definitions being compiled for TLCEvalDefinition
  std::unordered_map<const Operator*, std::size_t> weights_;
  std::unordered_map<const Operator*, bool> loops_;
  unsigned calls_being_compiled_ = 0;
  NameInScope name_;
  std::string next_name_;             ///< for leaves that stand in Next itself
  bool initial_ = false;              ///< compiling Init: unprimed variables are assigned
  bool compiling_constants_ = false;  ///< assumptions and the like run before the search
};

}  // namespace synod::program
