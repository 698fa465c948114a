// Hash-consing of the values that states hold: equal content, one address, one 32-bit handle.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

#include "values/value.hpp"

namespace synod::values {

using Handle = std::uint32_t;  ///< never 0

/// Owns all interned values of one run. Thread-safe. Up to 2^32 - 1 values; running out is a LimitReached,
/// not an error of the spec. Handles depend on the order of interning, so no order or choice may be taken
/// from them.
class Interner {
 public:
  Interner();
  ~Interner();
  Interner(const Interner&) = delete;
  Interner& operator=(const Interner&) = delete;

  /// The interned form of an explicit value (recursively). Scalars come back unchanged. Symbolic values must
  /// be expanded before (program::explicit_form).
  Value intern(Value v);
  /// A handle for any explicit value, scalars included.
  Handle handle(Value v);
  [[nodiscard]] Value value(Handle h) const;
  /// Handles given away: 1 to count().
  [[nodiscard]] std::size_t count() const;

  // for checkpoints: nobody may intern meanwhile
  /// What a handle stands for, scalars in their boxes; null if memory ran out before there was anything.
  [[nodiscard]] const Object* object(Handle h) const;
  /// Gives away a handle that stands for nothing.
  void skip_handle();

  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace synod::values
