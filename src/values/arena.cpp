#include <algorithm>
#include <cstdlib>
#include <new>

#include "base/interruption.hpp"
#include "values/value.hpp"

namespace synod::values {

namespace {
constexpr std::size_t first_block = std::size_t{256} << 10;
constexpr std::size_t largest_block = std::size_t{64} << 20;
}  // namespace

Arena::Arena() = default;

Arena::~Arena() {
  for (std::size_t i = 0; i < block_count_; ++i) std::free(blocks_[i].data);
  std::free(blocks_);
}

void Arena::reset(Mark m) {
  if (block_count_ == 0) return;
  block_ = m.block;
  next_ = m.next != nullptr ? m.next : blocks_[block_].data;
  end_ = blocks_[block_].data + blocks_[block_].size;
}

void Arena::shrink(Object* last, std::size_t count) {
  last->count = static_cast<std::uint32_t>(count);
  char* const after = reinterpret_cast<char*>(last->items() + count);
  next_ = after + ((16 - (reinterpret_cast<std::uintptr_t>(after) & 15)) & 15);
}

void* Arena::slow(std::size_t bytes) {
  look_for_stop();  // whatever takes long takes memory
  // Blocks after the current one are free ones from before a reset; a too small one is passed over.
  while (block_count_ > 0 && block_ + 1 < block_count_) {
    ++block_;
    if (blocks_[block_].size >= bytes) {
      next_ = blocks_[block_].data + bytes;
      end_ = blocks_[block_].data + blocks_[block_].size;
      return blocks_[block_].data;
    }
  }
  if (block_count_ == block_capacity_) {
    block_capacity_ = std::max<std::size_t>(8, block_capacity_ * 2);
    auto* grown = static_cast<Block*>(std::realloc(blocks_, block_capacity_ * sizeof(Block)));
    if (grown == nullptr) throw std::bad_alloc();
    blocks_ = grown;
  }
  const std::size_t previous = block_count_ == 0 ? first_block / 2 : blocks_[block_count_ - 1].size;
  const std::size_t size = std::max(bytes, std::min(previous * 2, largest_block));
  auto* data = static_cast<char*>(std::aligned_alloc(16, (size + 15) & ~std::size_t{15}));
  if (data == nullptr) throw std::bad_alloc();
  blocks_[block_count_] = {data, size};
  block_ = block_count_++;
  next_ = data + bytes;
  end_ = data + size;
  return data;
}

std::size_t Arena::bytes() const {
  std::size_t total = 0;
  for (std::size_t i = 0; i < block_count_; ++i) total += blocks_[i].size;
  return total;
}

}  // namespace synod::values
