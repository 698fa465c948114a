// From the compiled temporal formulas of a program to a TemporalModel: quantifiers become conjunctions and
// disjunctions, predicates become atoms.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "program/code.hpp"
#include "program/temporal_model.hpp"

namespace synod::program {

/// Not thread-safe. Evaluates the sets of quantifiers; throws EvaluationError.
class TemporalUnfolding {
 public:
  /// `new_frame(unit)`: a frame without values, that stays good until the next call.
  TemporalUnfolding(const Program::Code& code, TemporalModel& model,
                    std::function<Frame(const Unit&)> new_frame)
      : code_(code), model_(model), new_frame_(std::move(new_frame)) {}

  [[nodiscard]] temporal::FormulaId unfold(const TemporalEntry& entry);

 private:
  using Bound = std::vector<std::pair<unsigned, Value>>;

  temporal::FormulaId formula(const TemporalNode& node, const Bound& bound);
  std::vector<temporal::FormulaId> parts(const TemporalNode& node, const Bound& bound);
  temporal::FormulaId quantifier(const TemporalNode& node, const Bound& bound);
  temporal::FormulaId fairness(const TemporalNode& node, const Bound& bound);
  temporal::FormulaId predicate(std::uint32_t number, const Bound& bound);
  temporal::AtomId atom(std::uint32_t number, const Bound& bound);
  Frame frame(const Bound& bound);

  const Program::Code& code_;
  TemporalModel& model_;
  std::function<Frame(const Unit&)> new_frame_;
  const Unit* unit_ = nullptr;
  std::map<std::string, temporal::AtomId> known_;  // by what they mean: see Meaning
};

}  // namespace synod::program
