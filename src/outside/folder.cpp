#include "outside/folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace synod::outside {

namespace fs = std::filesystem;

namespace {

/// The largest file that is read.
constexpr std::size_t largest_file = std::size_t{1} << 30U;

std::string last_problem() { return std::generic_category().message(errno); }

/// Why the open file is not one that is read and written; empty when it is.
std::string not_ordinary(int file) {
  struct stat about{};
  if (fstat(file, &about) != 0) return last_problem();
  if (S_ISDIR(about.st_mode)) return "Is a directory";
  return S_ISREG(about.st_mode) ? "" : "Is no ordinary file";
}

/// Reads to the end. False with errno set.
bool read_all(int file, std::string& text) {
  char buffer[1U << 16U];
  for (;;) {
    const ssize_t got = ::read(file, buffer, sizeof buffer);
    if (got == 0) return true;
    if (got > 0) {
      text.append(buffer, static_cast<std::size_t>(got));
      if (text.size() <= largest_file) continue;
      errno = EFBIG;
      return false;
    }
    if (errno != EINTR) return false;
  }
}

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t done = ::write(file, text.data(), text.size());
    if (done >= 0) {
      text.remove_prefix(static_cast<std::size_t>(done));
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

int flags_of(const Writing& how) {
  int flags = O_WRONLY | O_NONBLOCK;
  if (how.create) flags |= O_CREAT;
  if (how.create_new) flags |= O_CREAT | O_EXCL;
  if (how.append) return flags | O_APPEND;
  return how.truncate ? flags | O_TRUNC : flags;
}

}  // namespace

Descriptor::~Descriptor() {
  if (valid()) close(number_);
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

int Descriptor::release() { return std::exchange(number_, -1); }

Folder::Folder(const std::string& name)
    : canonical_(fs::canonical(name)),
      descriptor_(::open(canonical_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {
  if (!descriptor_.valid()) throw std::system_error(errno, std::generic_category(), name);
}

std::optional<fs::path> Folder::way_to(const fs::path& canonical) const {
  fs::path way = canonical.lexically_relative(canonical_);
  if (way.empty() || *way.begin() == "..") return std::nullopt;
  return way;
}

Descriptor Folder::open(const fs::path& way, int flags, bool make_folders) const {
  Descriptor at(fcntl(descriptor_.get(), F_DUPFD_CLOEXEC, 0));
  for (const fs::path& name : way.parent_path()) {
    constexpr int through = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    int next = openat(at.get(), name.c_str(), through);
    if (next < 0 && errno == ENOENT && make_folders && mkdirat(at.get(), name.c_str(), 0777) == 0)
      next = openat(at.get(), name.c_str(), through);
    if (next < 0) return Descriptor();
    at = Descriptor(next);
  }
  return Descriptor(openat(at.get(), way.filename().c_str(), flags | O_NOFOLLOW | O_CLOEXEC, 0666));
}

FileContent Folder::read(const fs::path& way) const {
  FileContent result;
  const Descriptor file = open(way, O_RDONLY | O_NONBLOCK, false);
  if (!file.valid()) {
    result.missing = errno == ENOENT;
    result.problem = last_problem();
    return result;
  }
  result.problem = not_ordinary(file.get());
  if (!result.problem.empty()) return result;
  std::string text;
  if (read_all(file.get(), text)) {
    result.content = valid_utf8(text);
  } else {
    result.problem = last_problem();
  }
  return result;
}

std::string Folder::write(const fs::path& way, const std::string& text, const Writing& how) const {
  const Descriptor file = open(way, flags_of(how), how.make_folders);
  if (!file.valid()) return last_problem();
  if (std::string problem = not_ordinary(file.get()); !problem.empty()) return problem;
  return write_all(file.get(), text) ? "" : last_problem();
}

std::optional<fs::path> canonical_name(const std::string& file) {
  if (file.empty() || file.find('\0') != std::string::npos) return std::nullopt;
  std::error_code error;
  const fs::path absolute = fs::absolute(file, error);
  if (error) return std::nullopt;
  fs::path canonical = fs::weakly_canonical(absolute, error);
  if (error) return std::nullopt;
  return canonical;
}

namespace {

/// The length of the UTF-8 sequence that `text` begins with; 0 when that is none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0U) != 0x80U) return 0;
  }
  const unsigned second = byte(1);
  const bool overlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
  const bool surrogate = first == 0xed && second > 0x9f;
  const bool too_large = first == 0xf4 && second > 0x8f;
  return overlong || surrogate || too_large ? 0 : length;
}

}  // namespace

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    if (length == 0) {
      out += "\xef\xbf\xbd";
      text.remove_prefix(1);
    } else {
      out += text.substr(0, length);
      text.remove_prefix(length);
    }
  }
  return out;
}

}  // namespace synod::outside
