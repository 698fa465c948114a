// The compiled form of expressions: a tree of specialised nodes with every name resolved to a place in a
// Frame.
//
// A Unit is the layout of one kind of frame: an action or predicate with everything inlined into it, the body
// of an operator that is called and not inlined, or the body of a lazy function. Nodes are immutable and
// shared by workers; what changes is in the Frame and its Context.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/evaluation_error.hpp"
#include "values/sets.hpp"
#include "values/value.hpp"

namespace synod::program {

using values::Kind;
using values::Value;

struct Context;
class Node;

/// One operator application that was inlined around a node, from the inside out. For call chains in errors.
struct InlinedCall {
  std::string name;
  Span span;
  const InlinedCall* outer = nullptr;
};

/// Adds these calls to an error.
void called_from(EvaluationError& e, const InlinedCall* call);

/// An operator passed to a called operator: its code and the frame it was written in.
struct OperatorArgument {
  const struct CalledCode* code = nullptr;
  struct Frame* lexical = nullptr;
};

/// Where a node's names live while it runs.
struct Frame {
  Value* slots = nullptr;  ///< bound variables, cached lazies; none: not evaluated yet
  Context* context = nullptr;
  const Value* current = nullptr;  ///< the state s
  const Value* next = nullptr;     ///< the state t, none where not assigned; null outside of steps
  Frame* lexical = nullptr;        ///< the frame of the unit around this one
  Frame* caller = nullptr;         ///< evaluates the arguments of a called operator
  const Node* const* arguments = nullptr;
  const OperatorArgument* operators = nullptr;
  unsigned slot_count = 0;
  unsigned argument_slots = 0;  ///< length of `arguments`
  unsigned operator_count = 0;  ///< length of `operators`
};

/// What the static kind of an expression's values is known to be; `unknown` when nothing is.
enum class Shape : std::uint8_t { unknown, boolean, integer, string, set, function };

/// Variables of the state from this one on share a bit of Dependence::variables.
inline constexpr std::uint32_t most_told_apart = 63;

/// What evaluating a node may depend on. A node that depends on nothing is evaluated at most once.
struct Dependence {
  std::vector<std::uint64_t>
      free;  ///< bound variables and parameters around it: unit number << 32 | slot; sorted
  std::uint64_t variables = 0;  ///< of the current state: bit i is variable i, the last one all others
  bool state = false;           ///< current state, registers, totals
  bool next_state = false;
  bool registers = false;  ///< registers, totals: what may change while the state stays
  bool unknown = false;    ///< on more than this: it calls an operator that was still being compiled
  bool effects = false;    ///< Print, random draws: fixed when a nullary definition is evaluated once
  [[nodiscard]] bool nothing() const { return free.empty() && !state && !next_state && !effects; }
  /// Whether the value is always the same in one state and with the same values of `free`.
  [[nodiscard]] bool repeatable() const { return !next_state && !registers && !effects && !unknown; }
  Dependence& operator|=(const Dependence& o);
  /// Takes out slots that a binder binds.
  void bind(std::uint64_t first, std::uint64_t count);
};

class Node {
 public:
  Node() = default;
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
  virtual ~Node() = default;

  /// The value; may be symbolic or lazy. Throws EvaluationError with its place.
  virtual Value eval(Frame& f) const = 0;
  /// The value of a predicate; anything but a boolean is an error.
  virtual bool test(Frame& f) const;
  /// A form of the value that is cheap to enumerate; explicit where it was worth keeping.
  virtual Value enumerable(Frame& f) const { return eval(f); }
  /// The value of what is about to be applied: of a function only the points that are asked for need values.
  virtual Value applied(Frame& f) const { return eval(f); }
  /// Whether TLC lists this set as soon as it evaluates it, and so meets at once what fails for one of its
  /// elements. Sets made by SUBSET, [S -> T], \X and the like are not listed, nor what is made of them.
  /// Evaluates parts of the expression again: asked only after a failure.
  virtual bool listed(Frame& f) const;
  /// The node itself, or the one whose values it only keeps.
  [[nodiscard]] virtual const Node& unkept() const { return *this; }
  /// The node as text for `synod show --actions`: "kind(child, child)".
  [[nodiscard]] virtual std::string show() const = 0;

  Span span;
  const InlinedCall* call = nullptr;
  Shape shape = Shape::unknown;
  Dependence depends;

  /// Throws an error at this node.
  [[noreturn]] void fail(EvaluationFault fault, std::string message) const;
  /// Gives an error that knows no place this node's.
  void annotate(EvaluationError& e) const;
  /// Adds a call of `name` at this node, and those inlined around it, to the calls of an error that passes
  /// through.
  void called(EvaluationError& e, const std::string& name) const;
  /// Runs `body`, giving errors that know no place this node's.
  template <class Body>
  auto placed(Body&& body) const {
    try {
      return body();
    } catch (EvaluationError& e) {
      annotate(e);
      throw;
    }
  }
};

using NodePtr = const Node*;  ///< owned by the Code they belong to

/// The node as text, with what is known of its values: "plus(x, 1) : integer".
[[nodiscard]] std::string show_typed(const Node& node);

/// Base of nodes whose value is a boolean.
class PredicateNode : public Node {
 public:
  PredicateNode() { shape = Shape::boolean; }
  Value eval(Frame& f) const final { return Value::boolean(test(f)); }
  bool test(Frame& f) const override = 0;
};

/// The body of an operator that is called: parameters first, two slots each (unprimed and primed reading).
struct Unit {
  std::uint32_t number = 0;
  unsigned slots = 0;  ///< final once everything is compiled
  unsigned depth = 0;  ///< number of units around it
  const Unit* lexical = nullptr;
};
struct CalledCode {
  NodePtr body = nullptr;
  const Unit* unit = nullptr;
  Dependence depends = {};  ///< of the body; unknown until it is compiled
  unsigned parameters = 0;
  std::string name;
};

}  // namespace synod::program
