// Memory straight from the system: zero when first read, resident only where touched.
#pragma once

#include <cstddef>
#include <utility>

namespace synod::store {

/// Owns one mapping. Reserving much more than is used costs address space only.
class PageMemory {
 public:
  PageMemory() = default;
  /// `bytes` zero bytes, aligned to a page. Throws std::bad_alloc. Large mappings ask for huge pages, which
  /// save most of the TLB misses of random probes.
  explicit PageMemory(std::size_t bytes);
  ~PageMemory();
  PageMemory(PageMemory&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), bytes_(std::exchange(other.bytes_, 0)) {}
  PageMemory& operator=(PageMemory&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(bytes_, other.bytes_);
    return *this;
  }

  [[nodiscard]] void* data() const { return data_; }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  void* data_ = nullptr;
  std::size_t bytes_ = 0;
};

}  // namespace synod::store
