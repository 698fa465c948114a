// The order of the elements that a bit set may hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "values/value.hpp"

namespace synod::store {

using values::Value;

/// Immutable. A set that is unpacked lists its elements in the order of values, whatever codes they have.
class Ranking {
 public:
  Ranking() = default;
  /// Distinct values by code. Nothing when two of them cannot be compared.
  [[nodiscard]] static std::optional<Ranking> of(std::span<const Value> by_code);
  /// One more value, which gets the next code.
  [[nodiscard]] std::optional<Ranking> with(Value v) const;

  [[nodiscard]] std::size_t size() const { return places_.size(); }
  [[nodiscard]] std::size_t place(std::size_t code) const { return places_[code]; }
  [[nodiscard]] Value at(std::size_t place) const { return sorted_[place]; }
  /// What the element at this place adds to the hash of a set.
  [[nodiscard]] std::uint64_t hash_at(std::size_t place) const { return hashes_[place]; }

 private:
  std::vector<std::uint32_t> places_;  // by code
  std::vector<Value> sorted_;
  std::vector<std::uint64_t> hashes_;  // by place
};

}  // namespace synod::store
