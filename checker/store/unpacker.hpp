// One worker's way from packed states to values.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "store/folding.hpp"
#include "store/layout.hpp"
#include "values/value.hpp"

namespace synod::store {

/// Unpacks one state after the other. Neighbours in the search are alike, so a state shares with the one
/// before it whatever has the same bits, and only the rest is built. Its memory is bounded: from time to time
/// all of a state is built anew and the old values are dropped. Not thread-safe.
class Unpacker {
 public:
  /// The values of the state with this record, valid until the next call.
  std::span<const Value> unpack(const Layout& layout, const Folding& folding, const std::byte* record);
  /// The state unpacked last.
  [[nodiscard]] std::span<const Value> values() const { return values_; }
  [[nodiscard]] const Unfolded& unfolded() const { return unfolded_; }
  [[nodiscard]] const Word* packed() const { return unfolded_.words.data(); }
  [[nodiscard]] Near near() const { return {values_.data(), packed()}; }
  /// To be called when the layout has changed: words mean something else now. The values stay valid.
  void forget() { unfolded_.known = false; }

 private:
  std::vector<Value> values_;
  Unfolded unfolded_;
  std::vector<Word> previous_;  // the words of the state before
  std::array<values::Arena, 2> arenas_;
  std::size_t arena_ = 0;
};

}  // namespace synod::store
