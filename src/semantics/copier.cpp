#include "semantics/copier.hpp"

#include <algorithm>
#include <functional>

#include "semantics/context.hpp"
#include "semantics/walk.hpp"

namespace synod::semantics {

namespace {

/// Substitution makes expressions deeper than anything that is written, and only chains of instances do so.
constexpr unsigned deepest_copy = 3000;

/// Modules that instantiate each other twice at every level need a number of copies that is exponential in
/// the depth.
constexpr std::size_t most_copies = 100'000;

void collect_operators(const Expr& expr, std::vector<const Operator*>& found,
                       std::unordered_set<const Operator*>& seen) {
  for (const Operator* op : expr.definitions) {
    if (seen.insert(op).second) found.push_back(op);
  }
  if (expr.kind == Kind::apply && seen.insert(expr.op).second) found.push_back(expr.op);
  for_each_part(expr, [&](const Expr& part) { collect_operators(part, found, seen); });
}

bool mentions(const Expr& expr, const Instance& instance) {
  if (expr.kind == Kind::variable && instance.substitution.contains(expr.variable)) return true;
  if (expr.kind == Kind::constant && instance.substitution.contains(expr.constant)) return true;
  bool found = false;
  for_each_part(expr, [&](const Expr& part) { found = found || mentions(part, instance); });
  return found;
}

}  // namespace

std::vector<const Operator*> operators_in(const Expr& expr) {
  std::vector<const Operator*> found;
  std::unordered_set<const Operator*> seen;
  collect_operators(expr, found, seen);
  return found;
}

bool Copier::depends(Instance& instance, const Operator& op) {
  const auto copied = [&](const Operator& other) {
    return instance.copies.contains({&other, Moment::plain}) ||
           instance.copies.contains({&other, Moment::under_enabled}) ||
           instance.copies.contains({&other, Moment::primed_under_enabled});
  };
  if (copied(op)) return true;
  if (instance.independent.contains(&op)) return false;
  std::vector<const Operator*> reached{&op};
  std::unordered_set<const Operator*> seen{&op};
  for (std::size_t next = 0; next < reached.size(); ++next) {
    const Operator& current = *reached[next];
    if (copied(current)) return true;
    if (current.body == nullptr || instance.independent.contains(&current)) continue;
    if (mentions(*current.body, instance)) return true;
    for (const Operator* used : operators_in(*current.body)) {
      if (seen.insert(used).second) reached.push_back(used);
    }
  }
  instance.independent.insert(seen.begin(), seen.end());
  return false;
}

Operator* Copier::copy_of(Instance& instance, const Operator& op, Moment moment) {
  if (const auto known = instance.copies.find({&op, moment}); known != instance.copies.end())
    return known->second;
  const std::string name = instance.name.empty() ? op.name : instance.name + "!" + op.name;
  Operator* copy = context_.new_operator(name, op.origin_module, op.span);
  copy->origin_name = op.origin_name;
  copy->native = op.native;
  copy->local = op.local;
  copy->in_let = instance.in_let || op.in_let;
  copy->is_function = op.is_function;
  copy->is_theorem = op.is_theorem;
  for (const auto& group : {std::cref(instance.parameters), std::cref(op.parameters)}) {
    for (const Symbol* symbol : group.get()) {
      copy->parameters.push_back(context_.spec.new_symbol(symbol->name, symbol->arity, symbol->span));
    }
  }
  instance.copies.emplace(std::pair(&op, moment), copy);
  if (instance.let_definitions != nullptr) instance.let_definitions->push_back(copy);
  pending_.push_back({&instance, &op, copy, moment});
  return copy;
}

const Operator& Copier::seen_through(Instance& instance, const Operator& op) {
  if (op.body == nullptr) drain();
  return depends(instance, op) ? *copy_of(instance, op) : op;
}

void Copier::drain() {
  while (!pending_.empty()) {
    const Pending next = pending_.back();
    pending_.pop_back();
    copy_body(next);
  }
}

void Copier::copy_body(const Pending& pending) {
  if (pending.original->body == nullptr) return;
  if (++copied_ > most_copies) {
    if (copied_ == most_copies + 1) {
      context_.error(syntax::Code::nesting_too_deep, pending.instance->span,
                     "the instances in this specification need more than " + std::to_string(most_copies) +
                         " copies of definitions");
    }
    pending.copy->body = context_.new_boolean(false, pending.original->span);
    return;
  }
  Replacements replacements;
  replacements.instance = pending.instance;
  replacements.moment = pending.moment;
  const std::vector<const Symbol*>& all = pending.copy->parameters;
  const auto own = all.begin() + static_cast<std::ptrdiff_t>(pending.instance->parameters.size());
  replacements.instance_parameters.assign(all.begin(), own);
  for (std::size_t i = 0; i < pending.original->parameters.size(); ++i) {
    replacements.symbols[pending.original->parameters[i]] = *(own + static_cast<std::ptrdiff_t>(i));
  }
  pending.copy->body = copy(*pending.original->body, replacements);
}

const Expr* Copier::copy(const Expr& expr, Replacements& replacements) {
  if (replacements.depth >= deepest_copy) {
    context_.error(syntax::Code::nesting_too_deep, expr.span,
                   "the substitutions of INSTANCE make this expression too deep");
    return context_.new_boolean(false, expr.span);
  }
  ++replacements.depth;
  const Expr* result = copy_node(expr, replacements);
  --replacements.depth;
  return result;
}

const Expr* Copier::copy_node(const Expr& expr, Replacements& replacements) {
  switch (expr.kind) {
    case Kind::integer:
    case Kind::decimal:
    case Kind::string:
    case Kind::boolean:
    case Kind::model_value:
      return &expr;
    case Kind::variable:
      return copy_declared(expr, expr.variable, replacements);
    case Kind::constant:
      return copy_declared(expr, expr.constant, replacements);
    case Kind::symbol:
      return copy_symbol(expr, replacements);
    case Kind::apply:
      return copy_apply(expr, replacements);
    default:
      break;
  }
  if (replacements.instance != nullptr) {
    if (const Expr* special = copy_under_enabled(expr, replacements)) return special;
  }
  Expr* result = context_.spec.new_expr(expr.kind, expr.span);
  result->native = expr.native;
  result->has_other = expr.has_other;
  result->text = expr.text;
  result->fields = expr.fields;
  if (expr.kind == Kind::let) {
    copy_let(expr, *result, replacements);
  } else {
    copy_parts(expr, *result, replacements);
  }
  return result;
}

void Copier::copy_parts(const Expr& expr, Expr& result, Replacements& replacements) {
  copy_bounds(expr, result, replacements);
  for (const Symbol* symbol : expr.symbols) result.symbols.push_back(rename(*symbol, replacements));
  if (expr.self != nullptr) result.self = rename(*expr.self, replacements);
  for (const Expr* operand : expr.operands) result.operands.push_back(copy(*operand, replacements));
  for (const Update& update : expr.updates) {
    Update copied{{}, nullptr, nullptr, update.span};
    for (const Expr* index : update.path) copied.path.push_back(copy(*index, replacements));
    if (update.at != nullptr) copied.at = rename(*update.at, replacements);
    copied.value = copy(*update.value, replacements);
    result.updates.push_back(std::move(copied));
  }
}

/// Sets first: they are outside the scope of the symbols they bind.
void Copier::copy_bounds(const Expr& expr, Expr& result, Replacements& replacements) {
  const Expr* last_original = nullptr;
  const Expr* last_copy = nullptr;
  for (const Bound& bound : expr.bounds) {
    if (bound.set != last_original) {
      last_copy = bound.set == nullptr ? nullptr : copy(*bound.set, replacements);
      last_original = bound.set;
    }
    result.bounds.push_back({{}, bound.tuple, last_copy});
  }
  for (std::size_t i = 0; i < expr.bounds.size(); ++i) {
    for (const Symbol* symbol : expr.bounds[i].symbols) {
      result.bounds[i].symbols.push_back(rename(*symbol, replacements));
    }
  }
}

const Symbol* Copier::rename(const Symbol& symbol, Replacements& replacements) {
  const Symbol* renamed = context_.spec.new_symbol(symbol.name, symbol.arity, symbol.span);
  replacements.symbols[&symbol] = renamed;
  return renamed;
}

const Expr* Copier::copy_declared(const Expr& expr, const void* declared, Replacements& replacements) {
  Instance* instance = replacements.instance;
  if (instance != nullptr && replacements.moment == Moment::primed_under_enabled &&
      expr.kind == Kind::variable) {
    if (const Variable* bound = hidden(*instance, *expr.variable)) {
      Expr* result = context_.spec.new_expr(Kind::variable, expr.span);
      result->variable = bound;
      return result;
    }
  }
  const auto found =
      instance == nullptr ? decltype(instance->substitution.end()){} : instance->substitution.find(declared);
  if (instance == nullptr || found == instance->substitution.end()) {
    if (expr.operands.empty()) return &expr;
    Expr* result = context_.spec.new_expr(expr.kind, expr.span);
    result->constant = expr.constant;
    for (const Expr* operand : expr.operands) result->operands.push_back(copy(*operand, replacements));
    return result;
  }
  const Expr& value = *found->second;
  // The substituted expression belongs to the instantiating module: nothing of this module is replaced in it.
  Replacements outer;
  outer.depth = replacements.depth;
  for (std::size_t i = 0; i < instance->parameters.size(); ++i) {
    outer.symbols[instance->parameters[i]] = replacements.instance_parameters[i];
  }
  if (value.kind != Kind::lambda) return outer.symbols.empty() ? &value : copy(value, outer);
  for (std::size_t i = 0; i < value.symbols.size() && i < expr.operands.size(); ++i) {
    outer.arguments[value.symbols[i]] = copy(*expr.operands[i], replacements);
  }
  return copy(*value.operands[0], outer);
}

const Expr* Copier::copy_symbol(const Expr& expr, Replacements& replacements) {
  if (const auto argument = replacements.arguments.find(expr.symbol);
      argument != replacements.arguments.end()) {
    return argument->second;
  }
  const auto renamed = replacements.symbols.find(expr.symbol);
  if (renamed == replacements.symbols.end() && expr.operands.empty()) return &expr;
  Expr* result = context_.spec.new_expr(Kind::symbol, expr.span);
  result->symbol = renamed == replacements.symbols.end() ? expr.symbol : renamed->second;
  for (const Expr* operand : expr.operands) result->operands.push_back(copy(*operand, replacements));
  return result;
}

const Expr* Copier::copy_apply(const Expr& expr, Replacements& replacements) {
  const auto in_let = replacements.let_operators.find(expr.op);
  const bool instantiated = in_let == replacements.let_operators.end() && replacements.instance != nullptr &&
                            depends(*replacements.instance, *expr.op);
  if (!instantiated && in_let == replacements.let_operators.end() && expr.operands.empty()) return &expr;
  Expr* result = context_.spec.new_expr(Kind::apply, expr.span);
  result->op = in_let != replacements.let_operators.end() ? in_let->second : expr.op;
  if (instantiated) {
    result->op = copy_of(*replacements.instance, *expr.op, replacements.moment);
    for (const Symbol* parameter : replacements.instance_parameters) {
      result->operands.push_back(context_.reference_to(*parameter, expr.span));
    }
  }
  for (const Expr* operand : expr.operands) result->operands.push_back(copy(*operand, replacements));
  return result;
}

void Copier::copy_let(const Expr& expr, Expr& result, Replacements& replacements) {
  std::vector<Operator*> copies;
  for (const Operator* op : expr.definitions) {
    Operator* copied = context_.new_operator(op->name, op->origin_module, op->span);
    copied->in_let = true;
    copied->is_function = op->is_function;
    for (const Symbol* parameter : op->parameters)
      copied->parameters.push_back(rename(*parameter, replacements));
    replacements.let_operators[op] = copied;
    copies.push_back(copied);
    result.definitions.push_back(copied);
  }
  for (std::size_t i = 0; i < copies.size(); ++i) {
    if (expr.definitions[i]->body != nullptr)
      copies[i]->body = copy(*expr.definitions[i]->body, replacements);
  }
  result.operands.push_back(copy(*expr.operands[0], replacements));
}

}  // namespace synod::semantics
