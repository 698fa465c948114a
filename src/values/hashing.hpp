// Content hashes. They never depend on an address, a handle or a run, so anything may be ordered or chosen by
// them.
#pragma once

#include <cstdint>

namespace synod::values {

/// A bijective mixer of 64 bits (the finaliser of SplitMix64).
constexpr std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

inline constexpr std::uint64_t set_salt = 0x51ed270b9f3c6e17ULL;
inline constexpr std::uint64_t function_salt = 0x8e2f1c5d3ab94f61ULL;
inline constexpr std::uint64_t integer_salt = 0x27d4eb2f165667c5ULL;

/// What one element adds to the sum that is its set's hash.
constexpr std::uint64_t element_hash(std::uint64_t element) { return mix(element + set_salt); }

/// What one point adds to the sum that is its function's hash. Sums commute, so changing one point of a
/// function changes its hash by the difference of two of these.
constexpr std::uint64_t point_hash(std::uint64_t argument, std::uint64_t value) {
  return mix(argument * 0x9e3779b97f4a7c15ULL + mix(value + function_salt));
}

constexpr std::uint64_t integer_hash(std::int64_t i) {
  return mix(static_cast<std::uint64_t>(i) + integer_salt);
}

}  // namespace synod::values
