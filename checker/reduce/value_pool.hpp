// Values that somebody thinks about for a while: equal ones are one.
#pragma once

#include <cstddef>
#include <vector>

#include "values/value.hpp"

namespace synod::reduce {

using values::Value;

/// Holds explicit values, each once: of two values in the pool the words are equal exactly if the values are.
/// Unlike an Interner it belongs to one thread, and can forget everything. Not thread-safe.
class ValuePool {
 public:
  ValuePool();

  /// The pool's copy of any explicit value.
  Value keep(Value v);
  /// All values are gone.
  void clear();
  [[nodiscard]] std::size_t bytes() const { return used_ + slots_.size() * sizeof(slots_[0]); }

  /// For what is to be kept next; its memory is given back by `keep_made`.
  [[nodiscard]] values::Arena& scratch() { return scratch_; }
  /// Keeps a value that was made in `scratch`.
  Value keep_made(Value v);

 private:
  Value add(const values::Object& o);
  void grow();

  values::Arena arena_, scratch_;
  std::vector<const values::Object*> slots_;  // open addressing by hash
  std::size_t count_ = 0;
  std::size_t used_ = 0;  // bytes of the arena
};

}  // namespace synod::reduce
