#include "store/unpacker.hpp"

namespace synod::store {

std::span<const Value> Unpacker::unpack(const Layout& layout, const Folding& folding,
                                        const std::byte* record) {
  // Past its first block: what fits there stays in the processor's cache.
  const bool full = arenas_[arena_].mark().block > 0;
  const bool alone = full || !unfolded_.known;
  if (alone) {
    arena_ = 1 - arena_;
    arenas_[arena_].reset();
    values_.assign(layout.variables(), Value());
  }
  previous_ = unfolded_.words;
  folding.unfold(record, unfolded_);
  layout.unpack(packed(), alone ? Near() : Near{values_.data(), previous_.data()}, arenas_[arena_], values_);
  return values_;
}

}  // namespace synod::store
