// What identifies a state where the state itself does not: under SYMMETRY the least of its images, under VIEW
// the view of the state, or of that image.
#pragma once

#include <optional>
#include <vector>

#include "explore/model_view.hpp"
#include "reduce/least_image.hpp"
#include "store/state_space.hpp"

namespace synod::explore {

/// Belongs to one worker. Of use only for models that merge states.
class Identity {
 public:
  /// Both must outlive it.
  Identity(const ModelFacts& facts, ModelWorker& worker);

  /// The key of a state. Valid until the next call, and until the worker releases its memory.
  [[nodiscard]] State of(State state);
  /// Finds the key and packs it, beside the one before. False with `misfit` set when a value does not fit.
  [[nodiscard]] bool pack(const store::StateSpace& space, State state, store::Word* packed,
                          store::Misfit& misfit);
  /// The states asked for next are successors of this one, whose values live as long as that.
  void near(State parent) {
    if (least_image_) least_image_->near(parent);
  }
  /// To be called when the layout of keys has changed.
  void forget() { near_.clear(); }

 private:
  const ModelFacts& facts_;
  ModelWorker& worker_;
  std::optional<reduce::LeastImage> least_image_;
  Value view_;
  // the last key that was packed, without a VIEW
  std::vector<Value> near_;
  std::vector<store::Word> near_packed_;
  std::uint64_t forgotten_ = 0;
};

}  // namespace synod::explore
