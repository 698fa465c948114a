#include "model/decompose.hpp"

#include <algorithm>

#include "model/substitution.hpp"

namespace synod::model {

using semantics::Expr;
using semantics::Kind;
using semantics::Level;
using semantics::Spec;

const Expr* Piece::wrap(Spec& spec, const Expr* part) const {
  for (auto around = enclosing_.rbegin(); around != enclosing_.rend(); ++around) {
    Expr* node = spec.new_expr((*around)->kind, (*around)->span);
    node->definitions = (*around)->definitions;
    node->bounds = (*around)->bounds;
    node->operands = {part};
    node->level = part->level;
    part = node;
  }
  return part;
}

bool Piece::quantified() const {
  return std::any_of(enclosing_.begin(), enclosing_.end(),
                     [](const Expr* e) { return e->kind == Kind::forall; });
}

namespace {

/// Definitions inside one another are opened at most this deep: a guard against recursive ones.
constexpr unsigned deepest_descent = 2000;

bool ranges_over_constants(const Expr& forall) {
  return std::all_of(forall.bounds.begin(), forall.bounds.end(), [](const semantics::Bound& bound) {
    return bound.set != nullptr && bound.set->level == Level::constant;
  });
}

class Descent {
 public:
  Descent(Spec& spec, bool through_forall, const std::function<void(const Piece&)>& sink)
      : spec_(spec), through_forall_(through_forall), sink_(sink) {}

  void descend(const Expr& expr, unsigned depth) {
    // Below the temporal level there is nothing to take apart: a state predicate stays as it was written.
    if (expr.level != Level::temporal || depth > deepest_descent) return found(expr);
    switch (expr.kind) {
      case Kind::conjunction:
        for (const Expr* operand : expr.operands) descend(*operand, depth + 1);
        return;
      case Kind::apply:
        if (expr.op->native || expr.op->recursive || expr.op->body == nullptr) return found(expr);
        return inside(expr, depth);
      case Kind::constant:
        return expr.constant->binding != nullptr ? descend(*expr.constant->binding->body, depth + 1)
                                                 : found(expr);
      case Kind::let:
        return enclosed(expr, depth);
      case Kind::forall:
        return through_forall_ && ranges_over_constants(expr) ? enclosed(expr, depth) : found(expr);
      default:
        return found(expr);
    }
  }

 private:
  void enclosed(const Expr& around, unsigned depth) {
    enclosing_.push_back(&around);
    descend(*around.operands.at(0), depth + 1);
    enclosing_.pop_back();
  }
  /// A definition, perhaps one of an instance.
  void inside(const Expr& call, unsigned depth) {
    const std::string& name = call.op->name;
    const std::size_t mark = name.find_last_of('!');
    const std::string outer = instance_;
    if (mark != std::string::npos) instance_ = name.substr(0, mark);
    descend(*instantiate(spec_, call), depth + 1);
    instance_ = outer;
  }
  void found(const Expr& expr) { sink_(Piece(&expr, enclosing_, instance_)); }

  Spec& spec_;
  bool through_forall_;
  const std::function<void(const Piece&)>& sink_;
  std::vector<const Expr*> enclosing_;
  std::string instance_;
};

}  // namespace

void decompose(Spec& spec, const Expr& formula, bool through_forall,
               const std::function<void(const Piece&)>& sink) {
  Descent(spec, through_forall, sink).descend(formula, 0);
}

const Expr* operand_of_always(const Expr& expr) {
  const bool always = expr.kind == Kind::native && expr.native == semantics::Native::always;
  return always ? expr.operands.at(0) : nullptr;
}

}  // namespace synod::model
