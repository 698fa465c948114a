// An array that grows without moving: element i of a group of `width` Ts stays where it is for good.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <type_traits>

#include "store/page_memory.hpp"

namespace synod::store {

/// Elements are groups of `width` Ts, zero at first. Segment k holds twice as many as segment k - 1, so that
/// few pointers cover everything and small models touch little. `reserve` needs exclusive access; reading and
/// writing distinct elements below capacity() does not.
template <class T>
class SegmentedArray {
  static_assert(std::is_trivial_v<T>);

 public:
  explicit SegmentedArray(std::size_t width = 1, Scratch* scratch = nullptr)
      : width_(width), scratch_(scratch) {}

  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }

  /// Makes room for elements 0 .. count - 1. Throws what PageMemory throws, and keeps what there was.
  void reserve(std::size_t count) {
    while (capacity_ < count) {
      const std::size_t size = first_size << segments_used_;
      segments_[segments_used_] = PageMemory(size * width_ * sizeof(T), scratch_);
      capacity_ += size;
      ++segments_used_;
    }
  }

  /// The first `count` elements in order, in as few pieces as they are stored in: body(first, number of Ts).
  template <class Body>
  void for_runs(std::size_t count, const Body& body) const {
    for (unsigned segment = 0; count > 0; ++segment) {
      const std::size_t size = std::min(count, first_size << segment);
      body(static_cast<T*>(segments_[segment].data()), size * width_);
      count -= size;
    }
  }

  [[nodiscard]] T* operator[](std::size_t i) const {
    const std::size_t shifted = i + first_size;
    const auto segment = static_cast<unsigned>(std::bit_width(shifted)) - 1U - first_bits;
    return static_cast<T*>(segments_[segment].data()) + (shifted - (first_size << segment)) * width_;
  }

 private:
  static constexpr unsigned first_bits = 10;
  static constexpr std::size_t first_size = std::size_t{1} << first_bits;

  std::size_t width_;
  Scratch* scratch_;
  std::size_t capacity_ = 0;
  unsigned segments_used_ = 0;
  std::array<PageMemory, 33 - first_bits> segments_{};  // enough for 2^32 elements
};

}  // namespace synod::store
