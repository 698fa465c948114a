// The values of TLA+, in the plainest form that can be written down: one representation for each. Tuples,
// sequences and records are functions; a function is a sorted list of pairs. Sets that need not be enumerated
// (SUBSET S, [S -> T], Nat, ...) stay symbolic. Immutable to the outside; copies are cheap (shared); not
// thread-safe (lazy parts remember what they have computed).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/evaluation_error.hpp"

namespace synod::reference {

class Value;
struct Set;
struct Function;
using Elements = std::vector<Value>;
using Pairs = std::vector<std::pair<Value, Value>>;

/// A model value of the configuration. `order` is its place in Model::model_values.
struct ModelValue {
  std::string name;
  std::uint32_t order = 0;
  /// TLC's type of a model value: 'p' for p_1, 0 for an untyped one.
  [[nodiscard]] char type() const { return name.size() > 2 && name[1] == '_' ? name[0] : '\0'; }
};

enum class ValueKind : std::uint8_t { undefined, model_value, boolean, integer, string, set, function };

class Value {
 public:
  Value() = default;  ///< undefined: a variable that has no value yet

  [[nodiscard]] static Value boolean(bool b) { return Value(Content(b)); }
  [[nodiscard]] static Value integer(std::int64_t n) { return Value(Content(n)); }
  [[nodiscard]] static Value string(std::string text) { return Value(Content(std::move(text))); }
  [[nodiscard]] static Value model_value(ModelValue m) { return Value(Content(std::move(m))); }
  /// {e1, ..., eN}: sorted, without duplicates. Where elements cannot be compared, the set stays as written:
  /// it can be asked for members (from left to right), and fails in every other use.
  [[nodiscard]] static Value set(Elements elements);
  [[nodiscard]] static Value set(std::shared_ptr<const Set> content) {
    return Value(Content(std::move(content)));
  }
  /// (k1 :> v1 @@ ...). Throws duplicate_domain when two keys are equal, incomparable when they cannot be
  /// sorted.
  [[nodiscard]] static Value function(Pairs pairs);
  [[nodiscard]] static Value function(std::shared_ptr<const Function> content) {
    return Value(Content(std::move(content)));
  }
  [[nodiscard]] static Value tuple(Elements elements);
  [[nodiscard]] static Value record(std::vector<std::pair<std::string, Value>> fields);

  [[nodiscard]] ValueKind kind() const { return static_cast<ValueKind>(content_.index()); }
  [[nodiscard]] bool defined() const { return kind() != ValueKind::undefined; }
  [[nodiscard]] bool is(ValueKind k) const { return kind() == k; }

  // The content; the kind must be the right one.
  [[nodiscard]] bool as_boolean() const { return std::get<bool>(content_); }
  [[nodiscard]] std::int64_t as_integer() const { return std::get<std::int64_t>(content_); }
  [[nodiscard]] const std::string& as_string() const { return std::get<std::string>(content_); }
  [[nodiscard]] const ModelValue& as_model_value() const { return std::get<ModelValue>(content_); }
  [[nodiscard]] const Set& as_set() const { return *std::get<std::shared_ptr<const Set>>(content_); }
  [[nodiscard]] const Function& as_function() const {
    return *std::get<std::shared_ptr<const Function>>(content_);
  }

 private:
  using Content = std::variant<std::monostate, ModelValue, bool, std::int64_t, std::string,
                               std::shared_ptr<const Set>, std::shared_ptr<const Function>>;
  explicit Value(Content content) : content_(std::move(content)) {}
  Content content_;
};

/// A state: one value for each variable, by Variable::index. Undefined values make it partial.
using State = std::vector<Value>;

/// A total order that never fails, for containers: as `compare` where that is defined, else by kind. Values
/// must have been normalised.
struct TotalOrder {
  [[nodiscard]] bool operator()(const Value& a, const Value& b) const;
  [[nodiscard]] bool operator()(const State& a, const State& b) const;
};

/// A function: its pairs sorted by key, or a rule on a domain that is applied point by point.
struct Function {
  Pairs pairs;
  Value domain;                                      ///< of a rule; undefined when the pairs are all there is
  std::function<Value(const Value&)> rule;           ///< called for members of the domain only
  mutable std::map<Value, Value, TotalOrder> known;  ///< points of the rule computed so far
  mutable std::shared_ptr<const Pairs> expanded;     ///< all pairs of a rule, once they were needed
};

// Order and equality (compare.cpp). Both throw EvaluationError(incomparable) across kinds, unless the outcome
// is decided earlier: by the number of elements of two sets, the size of two domains, or an element before.
[[nodiscard]] int compare(const Value& a, const Value& b);
[[nodiscard]] bool equal(const Value& a, const Value& b);

// Functions (function.cpp).
[[nodiscard]] Value domain_of(const Value& f);
/// All pairs, sorted by key. Fails on an infinite domain.
[[nodiscard]] const Pairs& pairs_of(const Value& f);
/// f[x], or undefined when x is not in the domain.
[[nodiscard]] Value find(const Value& f, const Value& x);
/// f[x]. Throws not_a_function, outside_domain or no_field.
[[nodiscard]] Value apply(const Value& f, const Value& x);
/// [f EXCEPT ![x] = v] for an x in the domain.
[[nodiscard]] Value updated(const Value& f, const Value& x, const Value& v);
/// Is f a function on 1..n? Fills `elements` then.
[[nodiscard]] bool as_tuple(const Value& f, Elements& elements);
/// Is f a function whose domain consists of strings (so also the empty one)?
[[nodiscard]] bool is_record(const Value& f);

/// The value with nothing symbolic left in it: what a state holds. Fails on infinite sets.
[[nodiscard]] Value normalised(const Value& v);

// Printing (print.cpp): TLA+ as TLC prints it, on one line.
[[nodiscard]] std::string text(const Value& v);
/// "an integer", "a record", ...: for messages.
[[nodiscard]] std::string kind_text(const Value& v);

[[noreturn]] inline void fail(EvaluationFault fault, std::string message) {
  throw EvaluationError(fault, std::move(message));
}

}  // namespace synod::reference
