#include "semantics/levels.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "semantics/call_graph.hpp"
#include "semantics/native.hpp"
#include "semantics/walk.hpp"

namespace synod::semantics {

namespace {

Level higher(Level left, Level right) { return std::max(left, right); }

void restrict_to(LevelSummary& summary, const Symbol* parameter, Level at_most) {
  const auto [entry, added] = summary.at_most.emplace(parameter, at_most);
  if (!added) entry->second = std::min(entry->second, at_most);
}

void require_at_least(LevelSummary& summary, ArgumentOf argument, Level level) {
  const auto [entry, added] = summary.at_least.emplace(argument, level);
  if (!added) entry->second = higher(entry->second, level);
}

/// The constraints of a part hold in the whole.
void add_constraints(LevelSummary& whole, const LevelSummary& part) {
  for (const auto& [parameter, level] : part.at_most) restrict_to(whole, parameter, level);
  for (const auto& [argument, level] : part.at_least) require_at_least(whole, argument, level);
  whole.flows.insert(part.flows.begin(), part.flows.end());
}

void add_level(LevelSummary& whole, const LevelSummary& part) {
  whole.level = higher(whole.level, part.level);
  whole.parameters.insert(part.parameters.begin(), part.parameters.end());
}

/// What a construct demands of one operand, and whether the operand's level raises the whole's.
struct OperandRule {
  Level at_most = Level::temporal;
  bool raises = true;
};

struct Rule {
  Level level = Level::constant;
  OperandRule first, others;
};

/// As in SANY's table of built-in operators. `first` is for operand 0, `others` for the rest.
Rule rule_of(const Expr& expr) {
  const OperandRule action{Level::action, true};
  const OperandRule any{Level::temporal, true};
  switch (expr.kind) {
    case Kind::prime:
    case Kind::unchanged:
      return {Level::action, {Level::state, false}, {}};
    case Kind::square_action:
    case Kind::angle_action:
      return {Level::action, {Level::action, false}, {Level::state, false}};
    case Kind::enabled:
      return {Level::state, {Level::action, false}, {}};
    case Kind::weak_fairness:
    case Kind::strong_fairness:
      return {Level::temporal, {Level::state, false}, {Level::action, false}};
    case Kind::temporal_forall:
    case Kind::temporal_exists:
      return {Level::temporal, {Level::temporal, false}, {}};
    case Kind::choose:
    case Kind::filter:
    case Kind::map:
    case Kind::application:
    case Kind::except:
    case Kind::tuple:
    case Kind::set:
    case Kind::product:
    case Kind::function_set:
    case Kind::record_set:
      return {Level::constant, action, action};
    case Kind::native:
      break;
    default:
      return {Level::constant, any, any};
  }
  switch (expr.native) {
    case Native::negation:
    case Native::implies:
    case Native::equivalent:
      return {Level::constant, any, any};
    case Native::always:
    case Native::eventually:
    case Native::leads_to:
    case Native::while_plus:
      return {Level::temporal, {Level::temporal, false}, {Level::temporal, false}};
    case Native::action_composition:
      return {Level::action, {Level::action, false}, {Level::action, false}};
    default:
      return {Level::constant, action, action};
  }
}

std::string_view name_of(const Expr& expr) {
  switch (expr.kind) {
    case Kind::prime:
      return "' (prime)";
    case Kind::unchanged:
      return "UNCHANGED";
    case Kind::square_action:
      return "[A]_v";
    case Kind::angle_action:
      return "<<A>>_v";
    case Kind::enabled:
      return "ENABLED";
    case Kind::weak_fairness:
      return "WF";
    case Kind::strong_fairness:
      return "SF";
    case Kind::conjunction:
      return "/\\";
    case Kind::disjunction:
      return "\\/";
    case Kind::choose:
      return "CHOOSE";
    case Kind::filter:
      return "a set of all elements with a property";
    case Kind::map:
      return "a set of all values";
    case Kind::application:
      return "a function application";
    case Kind::except:
      return "EXCEPT";
    case Kind::tuple:
      return "a tuple";
    case Kind::set:
      return "a set";
    case Kind::product:
      return "\\X";
    case Kind::function_set:
      return "a set of functions";
    case Kind::record_set:
      return "a set of records";
    case Kind::native:
      return symbol_of(expr.native);
    default:
      return "this expression";
  }
}

}  // namespace

std::string_view describe(Level level) {
  switch (level) {
    case Level::constant:
      return "constant";
    case Level::state:
      return "a state function";
    case Level::action:
      return "an action";
    case Level::temporal:
      return "a temporal formula";
  }
  return "";
}

bool LevelSummary::operator==(const LevelSummary& other) const {
  const auto same_at_least = [](const auto& left, const auto& right) {
    return left.first.op == right.first.op && left.first.position == right.first.position &&
           left.second == right.second;
  };
  const auto same_flow = [](const auto& left, const auto& right) {
    return left.first.op == right.first.op && left.first.position == right.first.position &&
           left.second == right.second;
  };
  return level == other.level && parameters == other.parameters && at_most == other.at_most &&
         std::ranges::equal(at_least, other.at_least, same_at_least) &&
         std::ranges::equal(flows, other.flows, same_flow);
}

void LevelChecker::check() {
  evaluation_ = false;
  visit_operators();
  reporting_ = true;
  for (const Expr* statement : context_.statements) visit(*statement);
  for (const LevelCheck& rule : context_.level_checks) {
    const LevelSummary summary = visit(*rule.expr);
    if (summary.level <= rule.at_most) continue;
    const ResolvedModule* module = rule.unless_constant;
    const bool constant_module = module != nullptr && module->variables.empty() &&
                                 std::ranges::all_of(module->definitions, [&](const Operator* op) {
                                   return summaries_[op].level == Level::constant;
                                 });
    if (constant_module) continue;
    report(rule.expr->span, rule.message + "; this is " + std::string(describe(summary.level)));
  }
  // Found in the order of dependence; shown in the order of the text.
  std::ranges::sort(errors_, {}, [](const syntax::Diagnostic& error) {
    return std::make_tuple(error.span.source, error.span.begin, std::string_view(error.message));
  });
  for (syntax::Diagnostic& error : errors_) context_.diagnostics.add(std::move(error));
  errors_.clear();
}

void LevelChecker::assign() {
  evaluation_ = true;
  reporting_ = false;
  summaries_.clear();
  visit_operators();
  for (Operator& op : context_.spec.operator_storage) op.level = summaries_[&op].level;
  for (const Expr* statement : context_.statements) visit(*statement);
  for (const LevelCheck& rule : context_.level_checks) visit(*rule.expr);
}

void LevelChecker::visit_operators() {
  for (const Operator& op : context_.spec.operator_storage) {
    for (const Symbol* parameter : op.parameters) parameters_[parameter->id] = parameter;
  }
  for (const Component& component : components(context_.spec.operator_storage)) {
    for (Operator* op : component.operators) op->recursive = component.recursive;
    visit_component(component.operators, component.recursive);
  }
}

/// Recursive operators start from the least summary and are looked at until nothing changes; a summary only
/// grows, and there are finitely many. Errors are reported in the last round.
void LevelChecker::visit_component(const std::vector<Operator*>& component, bool recursive) {
  for (const Operator* op : component) summaries_[op] = {};
  bool changed = recursive;
  reporting_ = false;
  while (changed) {
    changed = false;
    for (const Operator* op : component) {
      LevelSummary summary = summarise(*op);
      if (summary == summaries_[op]) continue;
      summaries_[op] = std::move(summary);
      changed = true;
    }
  }
  reporting_ = !evaluation_;
  for (const Operator* op : component) {
    summaries_[op] = summarise(*op);
    if (recursive && reporting_) check_recursive_parameters(*op);
  }
}

LevelSummary LevelChecker::summarise(const Operator& op) {
  if (evaluation_ && op.native) return native_summary(op);
  return op.body == nullptr ? LevelSummary{} : visit(*op.body);
}

LevelSummary LevelChecker::native_summary(const Operator& op) const {
  LevelSummary summary;
  summary.level = least_level(*op.native);
  summary.parameters.insert(op.parameters.begin(), op.parameters.end());
  return summary;
}

/// As in SANY: a recursive operator must not prime what it is given.
void LevelChecker::check_recursive_parameters(const Operator& op) {
  for (const Symbol* parameter : op.parameters) {
    const auto limit = summaries_[&op].at_most.find(parameter);
    if (limit == summaries_[&op].at_most.end() || limit->second >= Level::action) continue;
    report(op.span, "the recursive operator " + op.name + " must not prime its parameter " + parameter->name);
  }
}

void LevelChecker::report(Span span, std::string message) {
  if (!reporting_) return;
  if (!reported_.insert({{span.source, span.begin}, message}).second) return;
  errors_.push_back({syntax::Code::level_error, syntax::Severity::error, span, std::move(message), "", {}});
}

LevelSummary LevelChecker::visit(const Expr& expr) {
  LevelSummary result;
  switch (expr.kind) {
    case Kind::variable:
    case Kind::constant:
    case Kind::symbol:
      result = visit_reference(expr);
      break;
    case Kind::apply:
      result = visit_apply(expr);
      break;
    case Kind::let:
      result = visit_let(expr);
      break;
    default:
      result = visit_parts(expr);
      break;
  }
  // Nodes are owned by the Spec, mutable there, and const only in each other's eyes; levels are filled in
  // last.
  const_cast<Expr&>(expr).level = result.level;
  return result;
}

LevelSummary LevelChecker::visit_reference(const Expr& expr) {
  LevelSummary result;
  if (expr.kind == Kind::variable) result.level = Level::state;
  if (expr.kind == Kind::symbol) {
    const auto declared = context_.declared_levels.find(expr.symbol);
    if (declared != context_.declared_levels.end()) result.level = declared->second;
    // Only parameters matter to others; bound variables are constants.
    if (parameters_.contains(expr.symbol->id)) result.parameters.insert(expr.symbol);
  }
  for (unsigned i = 0; i < expr.operands.size(); ++i) {
    const LevelSummary operand = visit(*expr.operands[i]);
    add_level(result, operand);
    add_constraints(result, operand);
    if (expr.kind != Kind::symbol) continue;
    require_at_least(result, {expr.symbol, i}, operand.level);
    for (const Symbol* parameter : operand.parameters) result.flows.insert({{expr.symbol, i}, parameter->id});
  }
  return result;
}

LevelSummary LevelChecker::visit_parts(const Expr& expr) {
  LevelSummary result;
  result.level = rule_of(expr).level;
  std::vector<Level> operands;
  const Expr* last_set = nullptr;
  Level highest_set = Level::constant;
  for (const Bound& bound : expr.bounds) {
    if (bound.set == nullptr || bound.set == last_set) continue;
    last_set = bound.set;
    const LevelSummary set = visit(*bound.set);
    if (set.level > Level::action) report(bound.set->span, "the set of a bound cannot be a temporal formula");
    highest_set = higher(highest_set, set.level);
    add_level(result, set);
    add_constraints(result, set);
  }
  for (std::size_t i = 0; i < expr.operands.size(); ++i) {
    LevelSummary operand = visit(*expr.operands[i]);
    operands.push_back(operand.level);
    add_operand(expr, i, std::move(operand), result);
  }
  for (const Update& update : expr.updates) {
    for (const Expr* index : update.path) add_operand(expr, 0, visit(*index), result);
    add_operand(expr, 0, visit(*update.value), result);
  }
  const bool quantifier = expr.kind == Kind::forall || expr.kind == Kind::exists;
  if (quantifier && result.level == Level::temporal && highest_set == Level::action) {
    report(expr.span, "a quantifier over a temporal formula cannot range over a set that is an action");
  }
  check_combination(expr, operands, result.level);
  return result;
}

void LevelChecker::add_operand(const Expr& expr, std::size_t index, LevelSummary operand,
                               LevelSummary& result) {
  const Rule rule = rule_of(expr);
  const OperandRule& limit = index == 0 ? rule.first : rule.others;
  if (operand.level > limit.at_most) {
    std::string message(name_of(expr));
    message += " takes at most ";
    message += describe(limit.at_most);
    message += "; this is ";
    message += describe(operand.level);
    report(expr.operands[std::min(index, expr.operands.size() - 1)]->span, std::move(message));
  }
  if (limit.at_most < Level::temporal) {
    for (const Symbol* parameter : operand.parameters) restrict_to(result, parameter, limit.at_most);
  }
  add_constraints(result, operand);
  if (limit.raises) add_level(result, operand);
}

/// Rules about operands together, and about what [] and <> are applied to.
void LevelChecker::check_combination(const Expr& expr, const std::vector<Level>& operands, Level) {
  const auto has = [&](Level level) { return std::ranges::find(operands, level) != operands.end(); };
  const bool boolean_operator =
      expr.kind == Kind::conjunction || expr.kind == Kind::disjunction ||
      (expr.kind == Kind::native && (expr.native == Native::implies || expr.native == Native::equivalent));
  if (boolean_operator && has(Level::action) && has(Level::temporal)) {
    report(expr.span, std::string(name_of(expr)) + " combines an action with a temporal formula");
  }
  if (expr.kind != Kind::native || !has(Level::action)) return;
  const Expr& operand = *expr.operands[0];
  if (expr.native == Native::always && operand.kind != Kind::square_action) {
    report(expr.span, "[] of an action needs the form [][A]_v: otherwise it is sensitive to stuttering");
  } else if (expr.native == Native::eventually && operand.kind != Kind::angle_action) {
    report(expr.span, "<> of an action needs the form <><<A>>_v: otherwise it is sensitive to stuttering");
  } else if (expr.native == Native::leads_to || expr.native == Native::while_plus) {
    report(expr.span,
           std::string(name_of(expr)) + " takes temporal formulas and state predicates, not actions");
  }
}

/// Constraints of unused definitions count too.
LevelSummary LevelChecker::visit_let(const Expr& expr) {
  LevelSummary result = visit(*expr.operands[0]);
  for (const Operator* op : expr.definitions) {
    LevelSummary summary = summaries_[op];
    for (const Symbol* parameter : op->parameters) summary.at_most.erase(parameter);
    std::erase_if(summary.at_least, [&](const auto& entry) {
      return std::ranges::find(op->parameters, entry.first.op) != op->parameters.end();
    });
    std::erase_if(summary.flows, [&](const auto& flow) {
      return std::ranges::any_of(op->parameters, [&](const Symbol* parameter) {
        return parameter == flow.first.op || parameter->id == flow.second;
      });
    });
    add_constraints(result, summary);
  }
  return result;
}

LevelSummary LevelChecker::visit_apply(const Expr& expr) {
  const LevelSummary op = summaries_[expr.op];
  const std::vector<const Symbol*>& parameters = expr.op->parameters;
  const auto own = [&](const Symbol* symbol) {
    return std::ranges::find(parameters, symbol) != parameters.end();
  };
  LevelSummary result;
  result.level = op.level;
  // What the operator says about symbols other than its parameters (it is defined in a LET) holds here as
  // well.
  for (const Symbol* symbol : op.parameters) {
    if (!own(symbol)) result.parameters.insert(symbol);
  }
  for (const auto& [symbol, level] : op.at_most) {
    if (!own(symbol)) restrict_to(result, symbol, level);
  }
  for (const auto& [argument, level] : op.at_least) {
    if (!own(argument.op)) require_at_least(result, argument, level);
  }
  std::vector<LevelSummary> arguments;
  for (const Expr* operand : expr.operands) {
    for (const Symbol* symbol : operand->symbols) parameters_[symbol->id] = symbol;
    // A Lambda's summary is that of its body, in which its own symbols are parameters.
    arguments.push_back(operand->kind == Kind::lambda ? visit(*operand->operands[0]) : visit(*operand));
    if (operand->kind == Kind::lambda) const_cast<Expr*>(operand)->level = arguments.back().level;
  }
  for (std::size_t i = 0; i < arguments.size() && i < parameters.size(); ++i) {
    apply_argument(expr, i, arguments, op, result);
  }
  apply_flows(expr, arguments, op, result);
  return result;
}

void LevelChecker::apply_argument(const Expr& call, std::size_t index,
                                  const std::vector<LevelSummary>& arguments, const LevelSummary& op,
                                  LevelSummary& result) {
  const Symbol* parameter = call.op->parameters[index];
  const Expr& operand = *call.operands[index];
  LevelSummary argument = arguments[index];
  if (operand.kind == Kind::lambda) {
    for (unsigned position = 0; position < operand.symbols.size(); ++position) {
      const auto needed = op.at_least.find({parameter, position});
      if (needed != op.at_least.end())
        flow_into(call, index, arguments[index], position, needed->second, {}, result);
    }
    for (const Symbol* symbol : operand.symbols) {
      argument.parameters.erase(symbol);
      argument.at_most.erase(symbol);
      std::erase_if(argument.flows, [&](const auto& flow) { return flow.second == symbol->id; });
    }
  }
  const auto limit = op.at_most.find(parameter);
  if (limit != op.at_most.end()) {
    if (argument.level > limit->second) {
      report(operand.span, "argument " + std::to_string(index + 1) + " of " + call.op->name +
                               " must be at most " + std::string(describe(limit->second)) + "; this is " +
                               std::string(describe(argument.level)));
    }
    for (const Symbol* symbol : argument.parameters) restrict_to(result, symbol, limit->second);
  }
  add_constraints(result, argument);
  if (op.parameters.contains(parameter)) add_level(result, argument);
}

/// The operator gives one of its parameters, or another symbol, to an operator parameter: follow it into the
/// Lambda that is given for the latter here.
void LevelChecker::apply_flows(const Expr& call, const std::vector<LevelSummary>& arguments,
                               const LevelSummary& op, LevelSummary& result) {
  const std::vector<const Symbol*>& parameters = call.op->parameters;
  for (const auto& [target, source_id] : op.flows) {
    const auto source = std::ranges::find(parameters, source_id, &Symbol::id);
    Level level = Level::constant;
    std::set<const Symbol*, BySymbolId> symbols;
    if (source == parameters.end()) {
      symbols.insert(parameters_.at(source_id));
    } else {
      const auto index = static_cast<std::size_t>(source - parameters.begin());
      if (index >= arguments.size()) continue;
      level = arguments[index].level;
      symbols = arguments[index].parameters;
      for (const Symbol* own : call.operands[index]->symbols) symbols.erase(own);
    }
    const auto receiver = std::ranges::find(parameters, target.op);
    if (receiver != parameters.end()) {
      const auto index = static_cast<std::size_t>(receiver - parameters.begin());
      if (index < arguments.size()) {
        flow_into(call, index, arguments[index], target.position, level, symbols, result);
      }
      continue;
    }
    require_at_least(result, target, level);
    for (const Symbol* symbol : symbols) result.flows.insert({target, symbol->id});
  }
}

/// An expression of this level, with these parameters in it, becomes argument `position` of the Lambda that
/// is operand `target` of the call and has this body.
void LevelChecker::flow_into(const Expr& call, std::size_t target, const LevelSummary& body,
                             unsigned position, Level level,
                             const std::set<const Symbol*, BySymbolId>& parameters, LevelSummary& result) {
  const Expr& lambda = *call.operands[target];
  if (lambda.kind != Kind::lambda || position >= lambda.symbols.size()) return;
  const Symbol* receiver = lambda.symbols[position];
  if (const auto limit = body.at_most.find(receiver); limit != body.at_most.end()) {
    if (level > limit->second) {
      report(lambda.span, call.op->name + " gives " + std::string(describe(level)) +
                              " to this operator, which takes at most " +
                              std::string(describe(limit->second)));
    }
    for (const Symbol* symbol : parameters) restrict_to(result, symbol, limit->second);
  }
  for (const auto& [argument, source] : body.flows) {
    if (source != receiver->id) continue;
    require_at_least(result, argument, level);
    for (const Symbol* symbol : parameters) result.flows.insert({argument, symbol->id});
  }
}

}  // namespace synod::semantics
