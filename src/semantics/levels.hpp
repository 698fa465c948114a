// Levels: constant, state, action, temporal (Lamport, "Specifying Systems", section 17.2; SANY's
// LevelSpec.tla).
//
// The level of an operator application depends on its arguments, and operators restrict the levels of their
// arguments; with operators as arguments both can depend on what those do. A LevelSummary says all of that
// about one expression or operator in terms of its parameters, so that each definition is looked at once, or,
// when operators are recursive, until nothing changes.
#pragma once

#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "semantics/context.hpp"
#include "semantics/core.hpp"

namespace synod::semantics {

/// Orders symbols by their ids, so that nothing depends on addresses.
struct BySymbolId {
  bool operator()(const Symbol* left, const Symbol* right) const { return left->id < right->id; }
};

/// The argument at `position` of the operator parameter `op`.
struct ArgumentOf {
  const Symbol* op = nullptr;
  unsigned position = 0;
  bool operator<(const ArgumentOf& other) const {
    return op->id != other.op->id ? op->id < other.op->id : position < other.position;
  }
};

/// What is known about the level of an expression in terms of the parameters in it.
struct LevelSummary {
  Level level = Level::constant;                         ///< when every parameter is constant
  std::set<const Symbol*, BySymbolId> parameters;        ///< those whose level raises the expression's
  std::map<const Symbol*, Level, BySymbolId> at_most;    ///< what may be put for a parameter
  std::map<ArgumentOf, Level> at_least;                  ///< levels that an operator parameter must accept
  std::set<std::pair<ArgumentOf, std::uint32_t>> flows;  ///< parameters (by id) that occur in such arguments
  bool operator==(const LevelSummary& other) const;
};

class LevelChecker {
 public:
  explicit LevelChecker(Context& context) : context_(context) {}

  /// Checks the level rules of everything in the spec and reports what breaks them.
  void check();

  /// Sets Expr::level and Operator::level of everything in the spec, for evaluation: unlike in the rules,
  /// every argument of a native operator counts, and operators like TLCGet depend on the state whatever their
  /// definition says.
  void assign();

 private:
  void visit_operators();
  void visit_component(const std::vector<Operator*>& component, bool recursive);
  LevelSummary summarise(const Operator& op);
  LevelSummary native_summary(const Operator& op) const;
  LevelSummary visit(const Expr& expr);
  LevelSummary visit_parts(const Expr& expr);
  LevelSummary visit_reference(const Expr& expr);
  LevelSummary visit_apply(const Expr& expr);
  LevelSummary visit_let(const Expr& expr);
  void add_operand(const Expr& expr, std::size_t index, LevelSummary operand, LevelSummary& result);
  void check_combination(const Expr& expr, const std::vector<Level>& operands, Level level);
  void apply_argument(const Expr& call, std::size_t index, const std::vector<LevelSummary>& arguments,
                      const LevelSummary& op, LevelSummary& result);
  void apply_flows(const Expr& call, const std::vector<LevelSummary>& arguments, const LevelSummary& op,
                   LevelSummary& result);
  void flow_into(const Expr& call, std::size_t target, const LevelSummary& body, unsigned position,
                 Level level, const std::set<const Symbol*, BySymbolId>& parameters, LevelSummary& result);
  void report(Span span, std::string message);
  void check_recursive_parameters(const Operator& op);

  Context& context_;
  bool evaluation_ = false;  ///< assign(), not check()
  bool reporting_ = false;
  std::unordered_map<const Operator*, LevelSummary> summaries_;
  std::unordered_map<std::uint32_t, const Symbol*> parameters_;  ///< of operators and Lambdas, by id
  std::set<std::pair<std::pair<std::uint32_t, Position>, std::string>> reported_;
  std::vector<syntax::Diagnostic> errors_;
};

/// "a constant", "a state function", "an action", "a temporal formula".
[[nodiscard]] std::string_view describe(Level level);

}  // namespace synod::semantics
