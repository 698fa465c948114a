// Linear-time temporal formulas as trees, the way a person writes them: nothing is simplified, and negation
// may stand anywhere. What the tests say of a formula is said of these; checker/temporal gets them
// translated.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "temporal/formula.hpp"

namespace synod::temporal::test {

struct Ltl;
using LtlPtr = std::shared_ptr<const Ltl>;

struct Ltl {
  enum class Kind : std::uint8_t {
    truth,
    falsity,
    atom,
    negation,
    conjunction,
    disjunction,
    always,
    eventually,
  };
  Kind kind{};
  AtomId atom = 0;
  std::vector<LtlPtr> parts;

  [[nodiscard]] bool is_modal() const { return kind == Kind::always || kind == Kind::eventually; }
};

[[nodiscard]] LtlPtr constant(bool value);
[[nodiscard]] LtlPtr atom(AtomId atom);
[[nodiscard]] LtlPtr negation(LtlPtr f);
[[nodiscard]] LtlPtr conjunction(std::vector<LtlPtr> parts);
[[nodiscard]] LtlPtr disjunction(std::vector<LtlPtr> parts);
[[nodiscard]] LtlPtr always(LtlPtr f);
[[nodiscard]] LtlPtr eventually(LtlPtr f);
/// F ~> G, which is [](F => <>G).
[[nodiscard]] LtlPtr leads_to(LtlPtr f, LtlPtr g);
/// []<>(~enabled \/ taken).
[[nodiscard]] LtlPtr weak_fairness(LtlPtr enabled, LtlPtr taken);
/// <>[]~enabled \/ []<>taken.
[[nodiscard]] LtlPtr strong_fairness(LtlPtr enabled, LtlPtr taken);

/// With atoms as p0, p1, ... Equal texts mean equal trees.
[[nodiscard]] std::string text(const LtlPtr& f);

/// How many different [] and <> there are in it.
[[nodiscard]] std::size_t modal_subformulas(const LtlPtr& f);

[[nodiscard]] FormulaId translated(Formulas& formulas, const LtlPtr& f);

}  // namespace synod::temporal::test
