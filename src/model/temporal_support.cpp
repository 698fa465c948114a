#include "model/temporal_support.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace synod::model {
namespace {

using semantics::Expr;
using semantics::Kind;
using semantics::Level;
using semantics::Native;
using semantics::Operator;
using syntax::Code;

class Refusal {
 public:
  Refusal(const Binding& binding, const std::string& what) : binding_(binding), what_(what) {}

  void look_into(const Expr& e) {
    if (e.level != Level::temporal) return;
    switch (e.kind) {
      case Kind::temporal_forall:
      case Kind::temporal_exists:
        return refuse(e, fmt::format("temporal quantification ({}) hides variables, which no engine can",
                                     e.kind == Kind::temporal_exists ? "\\EE" : "\\AA"));
      case Kind::native:
        if (e.native == Native::while_plus) return refuse(e, "-+-> is not supported");
        break;
      case Kind::case_of:
        return refuse(e, "CASE around temporal formulas is not supported", "IF THEN ELSE");
      case Kind::forall:
      case Kind::exists:
        if (!over_constants(e))
          return refuse(
              e, "a quantifier around a temporal formula must be over sets that are the same in all states");
        break;
      case Kind::apply:
        look_into_definition(e);
        break;
      case Kind::constant:
        if (e.constant->binding != nullptr) look_into(*e.constant->binding->body);
        break;
      default:
        break;
    }
    for (const Expr* operand : e.operands) look_into(*operand);
  }

 private:
  static bool over_constants(const Expr& e) {
    return std::all_of(e.bounds.begin(), e.bounds.end(), [](const semantics::Bound& bound) {
      return bound.set != nullptr && bound.set->level == Level::constant;
    });
  }

  void look_into_definition(const Expr& e) {
    const Operator& op = *e.op;
    if (op.level != Level::temporal || op.body == nullptr || !seen_.insert(&op).second) return;
    if (op.recursive) return refuse(e, "a recursive definition of a temporal formula is not supported");
    look_into(*op.body);
  }

  void refuse(const Expr& e, const std::string& why, std::string advice = "") {
    binding_.diagnostics.error(Code::unsupported, e.span, fmt::format("{}: {}", what_, why),
                               std::move(advice));
  }

  const Binding& binding_;
  const std::string& what_;
  std::set<const Operator*> seen_;
};

}  // namespace

void refuse_unsupported(const Binding& binding, const std::string& what, const Expr& formula) {
  Refusal(binding, what).look_into(formula);
}

}  // namespace synod::model
