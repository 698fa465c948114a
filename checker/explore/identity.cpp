#include "explore/identity.hpp"

namespace synod::explore {

Identity::Identity(const ModelFacts& facts, ModelWorker& worker) : facts_(facts), worker_(worker) {
  if (facts.symmetry) least_image_.emplace(*facts.symmetry);
}

State Identity::of(State state) {
  const State least = least_image_ ? least_image_->of(state) : state;
  if (!facts_.has_view) return least;
  view_ = worker_.view(least);
  return {&view_, 1};
}

bool Identity::pack(const store::StateSpace& space, State state, store::Word* packed, store::Misfit& misfit) {
  const State key = of(state);
  if (facts_.has_view) return space.pack_key(key, {}, packed, misfit);
  if (least_image_->forgotten() != forgotten_) {
    forgotten_ = least_image_->forgotten();
    forget();  // other values may have the same words now
  }
  const store::Near near = near_.empty() ? store::Near() : store::Near{near_.data(), near_packed_.data()};
  if (!space.pack_key(key, near, packed, misfit)) return false;
  near_.assign(key.begin(), key.end());
  near_packed_.assign(packed, packed + space.key_words());
  return true;
}

}  // namespace synod::explore
