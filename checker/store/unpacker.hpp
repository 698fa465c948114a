// One worker's way from packed states to values.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "store/layout.hpp"
#include "values/value.hpp"

namespace synod::store {

/// Unpacks one state after the other. Neighbours in the search are alike, so a state shares with the one
/// before it whatever has the same bits, and only the rest is built. Its memory is bounded: from time to time
/// all of a state is built anew and the old values are dropped. Not thread-safe.
class Unpacker {
 public:
  /// The state's values, valid until the next call.
  std::span<const Value> unpack(const Layout& layout, const Word* packed);
  /// The state unpacked last.
  [[nodiscard]] std::span<const Value> values() const { return values_; }
  [[nodiscard]] const Word* packed() const { return packed_.data(); }
  [[nodiscard]] Near near() const { return {values_.data(), packed_.data()}; }
  /// To be called when the layout has changed: words mean something else now. The values stay valid.
  void forget() { fresh_ = true; }

 private:
  std::vector<Value> values_;
  std::vector<Word> packed_;
  std::array<values::Arena, 2> arenas_;
  std::size_t arena_ = 0;
  bool fresh_ = true;  // nothing to share with
};

}  // namespace synod::store
