// The temporal formulas of a model, with their quantifiers unfolded: formulas over numbered atoms, and what
// the atoms are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "base/evaluation_error.hpp"
#include "temporal/formula.hpp"
#include "values/value.hpp"

namespace synod::program {

/// A compiled predicate with values for the variables that quantifiers bind around it.
struct TemporalAtom {
  std::uint32_t predicate = 0;                            ///< its number in the program
  std::vector<std::pair<unsigned, values::Value>> bound;  ///< slots and interned values
  bool of_step = false;                                   ///< a predicate of two states
  std::optional<temporal::AtomId> enabling =
      {};                               ///< of <<A>>_v: ENABLED <<A>>_v, without which no step takes it
  std::optional<bool> stuttering = {};  ///< its value on every stuttering step, where its form says so
};

/// Plain data, made once and read by all workers.
struct TemporalModel {
  temporal::Formulas formulas;
  std::vector<TemporalAtom> atoms;            ///< by AtomId
  std::vector<temporal::FormulaId> fairness;  ///< as model::Model::fairness
  std::vector<temporal::FormulaId> liveness;  ///< as model::Model::liveness
};

/// Receives the value of one atom after the other.
class AtomSink {
 public:
  virtual void value(temporal::AtomId atom, bool holds) = 0;
  virtual void failure(temporal::AtomId atom, const EvaluationError& error) = 0;

 protected:
  ~AtomSink() = default;
};

}  // namespace synod::program
