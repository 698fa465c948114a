// Linear-time temporal formulas over numbered atoms, in negation normal form.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace synod::temporal {

/// A predicate of a state, or of a pair of states; what it means is its owner's business.
using AtomId = std::uint32_t;
/// A formula of one Formulas; equal formulas have equal ids.
using FormulaId = std::uint32_t;

enum class Operation : std::uint8_t {
  truth,
  falsity,
  atom,
  negated_atom,
  conjunction,
  disjunction,
  always,      ///< [] F
  eventually,  ///< <> F
};

struct Formula {
  Operation operation{};
  AtomId atom = 0;
  std::vector<FormulaId> parts;  ///< in the order in which they were written
  bool propositional = true;     ///< without [] and <>
};

/// Owns formulas. The constructors simplify with the laws of the logic ([][]F is []F, [](F /\ G) is
/// []F /\ []G, ...), and never change the order in which atoms are looked at. Not thread-safe while formulas
/// are made; reading is.
class Formulas {
 public:
  Formulas();

  [[nodiscard]] FormulaId truth() const { return truth_; }
  [[nodiscard]] FormulaId falsity() const { return falsity_; }
  [[nodiscard]] FormulaId atom(AtomId atom, bool negated = false);
  [[nodiscard]] FormulaId conjunction(const std::vector<FormulaId>& parts) { return junction(true, parts); }
  [[nodiscard]] FormulaId disjunction(const std::vector<FormulaId>& parts) { return junction(false, parts); }
  [[nodiscard]] FormulaId always(FormulaId f);
  [[nodiscard]] FormulaId eventually(FormulaId f);
  [[nodiscard]] FormulaId negation(FormulaId f);

  [[nodiscard]] const Formula& operator[](FormulaId id) const { return formulas_[id]; }
  [[nodiscard]] bool propositional(FormulaId id) const { return formulas_[id].propositional; }
  /// "[](p0 => ...)" with atoms as p0, p1, ...
  [[nodiscard]] std::string text(FormulaId id) const;

 private:
  using Key = std::tuple<Operation, AtomId, std::vector<FormulaId>>;
  [[nodiscard]] FormulaId made(Operation operation, AtomId atom, std::vector<FormulaId> parts);
  [[nodiscard]] FormulaId junction(bool all, const std::vector<FormulaId>& parts);
  /// [] and <> are each other's mirror images.
  [[nodiscard]] FormulaId modal(Operation operation, FormulaId f);

  std::vector<Formula> formulas_;
  std::map<Key, FormulaId> known_;
  std::map<FormulaId, FormulaId> negations_;
  FormulaId truth_ = 0, falsity_ = 0;
};

}  // namespace synod::temporal
