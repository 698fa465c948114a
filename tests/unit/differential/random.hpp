// Pseudo-random choices that are the same with every standard library.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/random.hpp"

namespace synod::differential {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(mix_bits(seed)) {}

  /// A number in 0..bound-1; bound > 0.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(synod::below(next(), bound)); }
  /// True once in `n` times, on average.
  bool one_in(std::size_t n) { return below(n) == 0; }
  /// True `percent` times of a hundred, on average.
  bool chance(double percent) { return static_cast<double>(below(1'000'000)) < percent * 10'000; }
  /// An element of a container.
  template <class Container>
  const auto& among(const Container& container) {
    return *(container.begin() + static_cast<std::ptrdiff_t>(below(container.size())));
  }

 private:
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    return mix_bits(state_);
  }

  std::uint64_t state_;
};

}  // namespace synod::differential
