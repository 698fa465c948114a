#include "store/page_memory.hpp"

#include <sys/mman.h>

#include <new>

namespace synod::store {

PageMemory::PageMemory(std::size_t bytes, Scratch* scratch) : bytes_(bytes) {
  if (bytes == 0) return;
  if (scratch != nullptr) {
    data_ = scratch->map(bytes);
    return;
  }
  void* data =
      mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (data == MAP_FAILED) throw std::bad_alloc();
  data_ = data;
  constexpr std::size_t huge = std::size_t{4} << 20;
  if (bytes >= huge) (void)madvise(data, bytes, MADV_HUGEPAGE);  // a wish: older kernels refuse it
}

PageMemory::~PageMemory() {
  if (data_ != nullptr) munmap(data_, bytes_);
}

}  // namespace synod::store
