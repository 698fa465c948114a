// Memory straight from the system: zero when first read, resident only where touched.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <utility>

namespace synod::store {

/// Memory with files behind it: what is read in order may go there, so that the system can take the pages
/// away and bring them back.
class Scratch {
 public:
  virtual ~Scratch() = default;
  /// A mapping of `bytes` zero bytes whose room on the disk is taken already, to be ended by munmap. Throws
  /// ScratchError.
  [[nodiscard]] virtual void* map(std::size_t bytes) = 0;
};

/// There is no room for a file; what() says why, for people.
class ScratchError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Owns one mapping. Reserving much more than is used costs address space only.
class PageMemory {
 public:
  PageMemory() = default;
  /// `bytes` zero bytes, aligned to a page. Throws std::bad_alloc. Large mappings ask for huge pages, which
  /// save most of the TLB misses of random probes.
  explicit PageMemory(std::size_t bytes) : PageMemory(bytes, nullptr) {}
  /// On scratch, if there is some; then it may throw ScratchError.
  PageMemory(std::size_t bytes, Scratch* scratch);
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
