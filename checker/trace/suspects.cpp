#include "trace/suspects.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "reference/evaluator.hpp"
#include "reference/set.hpp"
#include "reference/symmetry.hpp"
#include "semantics/walk.hpp"

namespace synod::trace {
namespace {

using semantics::Expr;
using semantics::Kind;
using semantics::Native;
using semantics::Operator;
using semantics::Symbol;

/// What is known of an expression, or of an operator's body.
struct Finding {
  std::vector<Suspect> suspects;
  std::set<const Symbol*> free;  ///< bound variables and parameters from outside

  void add(const Finding& part) {
    for (const Suspect& suspect : part.suspects) {
      const bool known = std::any_of(suspects.begin(), suspects.end(),
                                     [&](const Suspect& s) { return s.span == suspect.span; });
      if (!known) suspects.push_back(suspect);
    }
    free.insert(part.free.begin(), part.free.end());
  }
};

/// Values with more parts than this are not looked into.
constexpr std::int64_t most_parts = 20'000;

/// Whether a value has few enough parts to be permuted; `left` counts down.
bool is_small(const reference::Value& v, std::int64_t& left) {
  if (--left < 0) return false;
  if (v.is(reference::ValueKind::set)) {
    if (!reference::is_finite(v) || reference::size_of(v).value_or(most_parts) > left) return false;
    const auto& elements = reference::elements_of(v);
    return std::all_of(elements.begin(), elements.end(), [&](const auto& e) { return is_small(e, left); });
  }
  if (!v.is(reference::ValueKind::function)) return true;
  const reference::Value domain = reference::domain_of(v);
  if (!is_small(domain, left)) return false;
  const auto& pairs = reference::pairs_of(v);
  return std::all_of(pairs.begin(), pairs.end(),
                     [&](const auto& pair) { return is_small(pair.second, left); });
}

}  // namespace

class Suspects::Search {
 public:
  explicit Search(const model::Model& model) : model_(model), evaluator_(model), symmetry_(model) {}

  const Finding& look(const Expr& e) {
    const auto [entry, is_new] = known_.try_emplace(&e);
    if (!is_new) return entry->second;
    Finding found = look_into(e);
    if (!found.suspects.empty() && found.free.empty() && e.level == semantics::Level::constant && is_fixed(e))
      found.suspects.clear();
    return known_[&e] = std::move(found);
  }

 private:
  Finding look_into(const Expr& e) {
    Finding found;
    semantics::for_each_part(e, [&](const Expr& part) { found.add(look(part)); });
    if (e.kind == Kind::symbol) found.free.insert(e.symbol);
    if (e.kind == Kind::constant) add_constant(e, found);
    if (e.kind == Kind::apply && !e.op->native) found.add(look(*e.op));
    for (const Symbol* bound : bound_by(e)) found.free.erase(bound);
    if (e.kind == Kind::apply && e.op->native && !is_standard(*e.op) && !look(*e.op).suspects.empty())
      found.add(
          {{{e.span, fmt::format("the definition of {} depends on the order of values", e.op->name)}}, {}});
    if (auto why = own_reason(e)) found.add({{{e.span, std::move(*why)}}, {}});
    return found;
  }

  /// An operator's body. While it is being looked at, calls of itself add nothing.
  const Finding& look(const Operator& op) {
    const auto [entry, is_new] = operators_.try_emplace(&op);
    if (!is_new || op.body == nullptr) return entry->second;
    Finding found = look(*op.body);
    for (const Symbol* parameter : op.parameters) found.free.erase(parameter);
    return operators_[&op] = std::move(found);
  }

  /// Operators of the standard modules treat all values alike, though some of them are defined by a CHOOSE;
  /// `reason` has those that do not. Of other operators that are evaluated natively the definition tells.
  static bool is_standard(const Operator& op) {
    static constexpr std::array modules{"Naturals",   "Integers", "Reals", "Sequences",
                                        "FiniteSets", "Bags",     "TLC"};
    return std::find(modules.begin(), modules.end(), op.origin_module) != modules.end();
  }

  /// A value from the configuration stands where its constant is named.
  void add_constant(const Expr& e, Finding& found) {
    const Operator* binding = e.constant->binding;
    if (binding == nullptr) return;
    const Finding& value = look(*binding);
    if (value.suspects.empty()) return;
    found.add({{{e.span, fmt::format("the permutations do not fix {}", e.constant->name)}}, {}});
  }

  static std::vector<const Symbol*> bound_by(const Expr& e) {
    std::vector<const Symbol*> bound = e.symbols;
    for (const semantics::Bound& b : e.bounds) bound.insert(bound.end(), b.symbols.begin(), b.symbols.end());
    for (const semantics::Update& update : e.updates) bound.push_back(update.at);
    bound.push_back(e.self);
    return bound;
  }

  /// Why the expression itself, and no part of it, may be asymmetric.
  [[nodiscard]] std::optional<std::string> own_reason(const Expr& e) const {
    switch (e.kind) {
      case Kind::model_value:
        return is_moved(e.text) ? std::optional(fmt::format("the permutations do not fix {}", e.text))
                                : std::nullopt;
      case Kind::choose:
        return "CHOOSE takes the first element that fits, in the order of values";
      case Kind::native:
        return reason(e.native, e);
      case Kind::apply:
        return e.op->native ? reason(*e.op->native, e) : std::nullopt;
      default:
        return std::nullopt;
    }
  }

  static std::optional<std::string> reason(Native native, const Expr& e) {
    switch (native) {
      case Native::to_string:
        return "ToString writes a model value by its name";
      case Native::random_element:
      case Native::random_subset:
        return "a random draw";
      case Native::tlc_set:
      case Native::tlc_get:
      case Native::tlc_get_or_default: {
        const bool figure = !e.operands.empty() && e.operands.front()->kind == Kind::string;
        return figure ? std::nullopt : std::optional<std::string>("a register remembers other states");
      }
      case Native::tlc_model_value:
      case Native::unsupported_native:
      case Native::java_time:
        return "its value is none of the model's";
      default:
        return std::nullopt;
    }
  }

  [[nodiscard]] bool is_moved(const std::string& model_value) const {
    const auto place = static_cast<std::size_t>(
        std::find(model_.model_values.begin(), model_.model_values.end(), model_value) -
        model_.model_values.begin());
    return std::any_of(model_.permutations.begin(), model_.permutations.end(), [&](const auto& permutation) {
      return place < permutation.size() && permutation[place] != place;
    });
  }

  /// Whether the value of an expression that depends on nothing is its own image.
  bool is_fixed(const Expr& e) {
    try {
      const reference::EvaluationScope scope(evaluator_);
      const reference::Value v = evaluator_.evaluate(e, reference::Environment(), evaluator_.no_state());
      std::int64_t left = most_parts;
      if (!is_small(v, left)) return false;
      const reference::Value plain = reference::normalised(v);
      const reference::TotalOrder less;
      return std::all_of(model_.permutations.begin(), model_.permutations.end(),
                         [&](const auto& permutation) {
                           const reference::Value image = symmetry_.image(plain, permutation);
                           return !less(image, plain) && !less(plain, image);
                         });
    } catch (const EvaluationError&) {
      return false;
    }
  }

  const model::Model& model_;
  reference::Evaluator evaluator_;
  reference::Symmetry symmetry_;
  std::map<const Expr*, Finding> known_;
  std::map<const Operator*, Finding> operators_;
};

Suspects::Suspects(const model::Model& model) : search_(std::make_unique<Search>(model)) {}
Suspects::~Suspects() = default;

std::vector<Suspect> Suspects::of(const semantics::Expr& formula) { return search_->look(formula).suspects; }

}  // namespace synod::trace
