#include "store/unpacker.hpp"

namespace synod::store {

std::span<const Value> Unpacker::unpack(const Layout& layout, const Word* packed) {
  // Past its first block: what fits there stays in the processor's cache.
  const bool full = arenas_[arena_].mark().block > 0;
  if (fresh_ || full) {
    arena_ = 1 - arena_;
    arenas_[arena_].reset();
    values_.assign(layout.variables(), Value());
    packed_.assign(layout.words(), 0);
  }
  layout.unpack(packed, fresh_ || full ? Near() : near(), arenas_[arena_], values_);
  packed_.assign(packed, packed + layout.words());
  fresh_ = false;
  return values_;
}

}  // namespace synod::store
