#include "cli/scratch_folder.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

#include <fmt/format.h>

namespace synod::cli {
namespace {

/// An open file without a name.
int nameless_file(const std::string& folder) {
  const int file = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) return file;
  // Not every file system has them.
  std::string name = folder + "/synod-scratch-XXXXXX";
  const int named = mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) unlink(name.c_str());
  return named;
}

}  // namespace

void* ScratchFolder::map(std::size_t bytes) {
  const auto fail = [&](int error) {
    throw store::ScratchError(fmt::format("scratch in {}: {}", folder_, std::strerror(error)));
  };
  const int file = nameless_file(folder_);
  if (file < 0) fail(errno);
  // Room that is taken now cannot be missing when a page is written.
  int error = 0;
  do {
    error = posix_fallocate(file, 0, static_cast<off_t>(bytes));
  } while (error == EINTR);
  void* data = error == 0 ? mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) : MAP_FAILED;
  close(file);
  if (error != 0) fail(error);
  if (data == MAP_FAILED) throw std::bad_alloc();
  return data;
}

}  // namespace synod::cli
