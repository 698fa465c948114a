#include "cli/output.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

#include "outside/folder.hpp"

namespace synod::cli {

namespace fs = std::filesystem;

namespace {

std::size_t width_of(int descriptor) {
  winsize size{};
  if (isatty(descriptor) == 1 && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20)
    return size.ws_col;
  return 80;
}

/// https://no-color.org: any value that is not empty.
bool colour_wanted() {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return (no_colour == nullptr || *no_colour == '\0') &&
         (terminal == nullptr || std::strcmp(terminal, "dumb") != 0);
}

}  // namespace

Output::Output() {
  // A closed pipe and a limit on the size of files are errors of the write, not the end of the run.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  const bool wanted = colour_wanted();
  err_is_terminal_ = isatty(STDERR_FILENO) == 1;
  colour_out_ = wanted && isatty(STDOUT_FILENO) == 1;
  colour_err_ = wanted && err_is_terminal_;
}

std::size_t Output::out_width() const { return width_of(STDOUT_FILENO); }
std::size_t Output::err_width() const { return width_of(STDERR_FILENO); }

void Output::out(std::string_view text) {
  const std::scoped_lock lock(mutex_);
  erase_transient();
  write(stdout, text);
}

void Output::err(std::string_view text) {
  const std::scoped_lock lock(mutex_);
  erase_transient();
  if (std::fflush(stdout) != 0) note_failure();  // keep the order of what both show on one terminal
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void Output::transient(const std::string& line) {
  if (!err_is_terminal_) return;
  const std::scoped_lock lock(mutex_);
  std::fflush(stdout);
  std::fputs("\r\x1b[K", stderr);
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
  transient_shown_ = true;
}

void Output::flush() {
  const std::scoped_lock lock(mutex_);
  erase_transient();
  if (std::fflush(stdout) != 0) note_failure();
}

void Output::erase_transient() {
  if (!transient_shown_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  transient_shown_ = false;
}

void Output::write(std::FILE* stream, std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stream) != text.size()) note_failure();
}

void Output::note_failure() {
  if (failed_) return;
  failed_ = true;
  if (errno != EPIPE) reason_ = std::strerror(errno);
}

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  if (fs::is_character_file(a, error)) return false;
  if (fs::equivalent(a, b, error) && !error) return true;
  const std::optional<fs::path> name = outside::canonical_name(a);
  return name && name == outside::canonical_name(b);
}

std::string why_not_writable(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return std::strerror(EISDIR);
  if (::access(path.c_str(), F_OK) == 0) return ::access(path.c_str(), W_OK) == 0 ? "" : std::strerror(errno);
  const fs::path folder = fs::path(path).parent_path();
  return ::access(folder.empty() ? "." : folder.c_str(), W_OK | X_OK) == 0 ? "" : std::strerror(errno);
}

std::string write_file(const std::string& path, std::string_view text) {
  const auto close = [](std::FILE* file) { std::fclose(file); };
  std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "wb"), close);
  if (!file) return std::strerror(errno);
  if (std::fwrite(text.data(), 1, text.size(), file.get()) != text.size()) return std::strerror(errno);
  if (std::fclose(file.release()) != 0) return std::strerror(errno);
  return "";
}

}  // namespace synod::cli
