// An array whose size is known when it is made, in memory of its own.
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

#include "store/page_memory.hpp"

namespace synod::store {

/// Elements are zero at first. A large one is on scratch, where there is some.
template <class T>
class PageArray {
  static_assert(std::is_trivial_v<T>);

 public:
  PageArray() = default;
  /// Throws what PageMemory throws.
  PageArray(std::size_t size, Scratch* scratch) : size_(size) {
    if (size * sizeof(T) < small_bytes) {
      small_ = std::make_unique<T[]>(size);
      data_ = small_.get();
    } else {
      large_ = PageMemory(size * sizeof(T), scratch);
      data_ = static_cast<T*>(large_.data());
    }
  }
  PageArray(PageArray&& other) noexcept { *this = std::move(other); }
  PageArray& operator=(PageArray&& other) noexcept {
    small_.swap(other.small_);
    std::swap(large_, other.large_);
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] T* data() { return data_; }
  [[nodiscard]] const T* data() const { return data_; }
  [[nodiscard]] T* begin() { return data_; }
  [[nodiscard]] T* end() { return data_ + size_; }
  [[nodiscard]] const T* begin() const { return data_; }
  [[nodiscard]] const T* end() const { return data_ + size_; }
  T& operator[](std::size_t i) { return data_[i]; }
  const T& operator[](std::size_t i) const { return data_[i]; }

 private:
  static constexpr std::size_t small_bytes = std::size_t{256} << 10;  // a mapping costs microseconds

  std::unique_ptr<T[]> small_;
  PageMemory large_;
  T* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace synod::store
