// What an expression is evaluated in: bindings of names, and a moment (one state, or a pair of states).
#pragma once

#include <memory>
#include <optional>
#include <variant>

#include "reference/value.hpp"
#include "semantics/core.hpp"

namespace synod::reference {

struct MomentData;
using Moment = std::shared_ptr<const MomentData>;

/// The states of an evaluation. Moments are compared by identity: a remembered value is good for the very
/// moment in which it was computed.
struct MomentData {
  std::shared_ptr<const State> current;  ///< null: a constant expression
  std::shared_ptr<const State> next;     ///< null: no step is under way
  bool primed = false;                   ///< `current` is the next state of a step
  mutable Moment after;                  ///< the moment of primed expressions, made on first use
};

[[nodiscard]] inline Moment make_moment(std::shared_ptr<const State> current,
                                        std::shared_ptr<const State> next) {
  auto moment = std::make_shared<MomentData>();
  moment->current = std::move(current);
  moment->next = std::move(next);
  return moment;
}

/// The moment in which the operand of a prime is evaluated.
[[nodiscard]] inline const Moment& after(const Moment& moment) {
  if (!moment->after) {
    auto primed = std::make_shared<MomentData>();
    primed->current = moment->next;
    primed->primed = true;
    moment->after = std::move(primed);
  }
  return moment->after;
}

class Environment;
struct Binding;

/// Immutable list of bindings; the latest binding of a key counts. Keys are Symbols, and Operators for the
/// definitions without parameters of a LET. Symbols are unique in a specification, so a call may extend its
/// caller's environment.
class Environment {
 public:
  [[nodiscard]] Environment with_value(const void* key, Value value) const;
  /// An expression that is evaluated when it is needed (by name; remembered for a moment), or a Lambda.
  [[nodiscard]] Environment with_expression(const void* key, const semantics::Expr& expr,
                                            Environment of) const;
  /// The same binding under another key.
  [[nodiscard]] Environment with_binding(const void* key, const Binding& binding) const;
  [[nodiscard]] const Binding* find(const void* key) const;

 private:
  struct Node;
  std::shared_ptr<const Node> top_;
};

/// An expression with its environment, and its value in the moment in which it was last evaluated.
struct Thunk {
  const semantics::Expr* expr = nullptr;
  Environment environment;
  mutable std::weak_ptr<const MomentData> moment;  // weak: a state may hold rules that hold this thunk
  mutable Value value;

  [[nodiscard]] bool known_in(const Moment& m) const {
    return value.defined() && !moment.owner_before(m) && !m.owner_before(moment);
  }
};

struct Binding {
  Value value;                         ///< defined: the binding is this value
  std::shared_ptr<const Thunk> thunk;  ///< otherwise
};

struct Environment::Node {
  const void* key = nullptr;
  Binding binding;
  Environment rest;
};

inline Environment Environment::with_binding(const void* key, const Binding& binding) const {
  Environment result;
  result.top_ = std::make_shared<const Node>(Node{key, binding, *this});
  return result;
}

inline Environment Environment::with_value(const void* key, Value value) const {
  return with_binding(key, Binding{std::move(value), nullptr});
}

inline Environment Environment::with_expression(const void* key, const semantics::Expr& expr,
                                                Environment of) const {
  return with_binding(key,
                      Binding{Value(), std::make_shared<const Thunk>(Thunk{&expr, std::move(of), {}, {}})});
}

inline const Binding* Environment::find(const void* key) const {
  for (const Node* node = top_.get(); node != nullptr; node = node->rest.top_.get()) {
    if (node->key == key) return &node->binding;
  }
  return nullptr;
}

}  // namespace synod::reference
