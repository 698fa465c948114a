// The values seen in a field, numbered: what an enumeration or a bit set stores are these codes.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "store/ranking.hpp"
#include "values/interner.hpp"
#include "values/value.hpp"

namespace synod::store {

/// Same content, whatever the addresses; never throws. Explicit values only.
[[nodiscard]] bool identical(Value a, Value b);

/// Values by code and codes by value, both of fixed capacity: a wider layout gets a new one. Thread-safe.
/// Finding takes no lock; adding does, and happens once per value. Codes depend on the order of adding, so no
/// order or choice may be taken from them.
class Dictionary {
 public:
  using Code = std::uint32_t;
  static constexpr Code no_code = ~Code{0};

  /// `entries`: interned values, which get the codes 0, 1, ... A ranked dictionary keeps its values in order
  /// for bit sets, and so takes only values that can be compared with each other.
  Dictionary(values::Interner& interner, std::size_t capacity, bool ranked, std::span<const Value> entries);

  /// The code of an explicit value, interned or not.
  [[nodiscard]] Code find(Value v) const {
    for (std::size_t i = home(v);; ++i) {
      // Acquire: pairs with `add`, so that the entry can be read.
      const Code code = slots_[i & mask_].load(std::memory_order_acquire) - 1;
      if (code == no_code) return no_code;
      if (entries_[code] == v || (v.is_object() && identical(entries_[code], v))) return code;
    }
  }
  /// The same, after adding it when it is new. no_code when there is no room for it.
  [[nodiscard]] Code find_or_add(Value v) {
    const Code code = find(v);
    return code != no_code ? code : add(v);
  }
  /// The value of a code that was found by this thread, or by another that has published it since.
  [[nodiscard]] Value value(Code code) const { return entries_[code]; }
  /// Of a ranked dictionary; contains all codes that this thread may know.
  [[nodiscard]] const Ranking& ranking() const {
    return *ranking_.load(std::memory_order_acquire);  // pairs with `add`
  }

  [[nodiscard]] std::size_t capacity() const { return entries_.size(); }
  [[nodiscard]] std::size_t count() const { return count_.load(std::memory_order_acquire); }
  /// All values by code.
  [[nodiscard]] std::vector<Value> entries() const;
  [[nodiscard]] std::size_t bytes() const;

 private:
  [[nodiscard]] std::size_t home(Value v) const {
    const std::uint64_t content = v.is_object() ? v.as_object()->hash : v.bits();
    return (content * 0x9e3779b97f4a7c15ULL) >> shift_;
  }
  Code add(Value v);
  void publish(Value v, Code code);

  values::Interner& interner_;
  std::vector<Value> entries_;
  std::unique_ptr<std::atomic<Code>[]> slots_;  // code + 1; 0 when empty
  std::size_t mask_;
  unsigned shift_;
  std::atomic<std::size_t> count_{0};
  mutable std::mutex mutex_;
  std::vector<std::unique_ptr<const Ranking>> rankings_;  // old ones too: somebody may be reading them
  std::atomic<const Ranking*> ranking_{nullptr};
};

}  // namespace synod::store
