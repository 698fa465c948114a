// A compiled program as the engines see it.
#pragma once

#include <memory>

#include "explore/model_view.hpp"
#include "program/program.hpp"

namespace synod::explore {

/// Thread-safe, as the program is.
class ProgramView final : public ModelView {
 public:
  /// `program` must outlive the view. Without `symmetry` no states are merged by the model's SYMMETRY.
  explicit ProgramView(const program::Program& program, bool symmetry = true);
  [[nodiscard]] const ModelFacts& facts() const override { return facts_; }
  [[nodiscard]] std::unique_ptr<ModelWorker> new_worker() const override;

 private:
  const program::Program& program_;
  ModelFacts facts_;
};

}  // namespace synod::explore
