// Standard output and error of a run. Nothing is lost silently: a write that fails is remembered, and the run
// then ends with its own exit status. Thread-safe: values printed by a specification come from any worker.
#pragma once

#include <cstddef>
#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>

namespace synod::cli {

class Output {
 public:
  Output();

  /// Results. `colour_out` says whether colour is welcome there.
  void out(std::string_view text);
  /// Diagnostics and progress.
  void err(std::string_view text);
  /// A line that the next output replaces, on standard error; only where that is a terminal.
  void transient(const std::string& line);
  void flush();

  [[nodiscard]] bool colour_out() const { return colour_out_; }
  [[nodiscard]] bool colour_err() const { return colour_err_; }
  [[nodiscard]] bool err_is_terminal() const { return err_is_terminal_; }
  /// Columns of the terminal; 80 where there is none.
  [[nodiscard]] std::size_t out_width() const;
  [[nodiscard]] std::size_t err_width() const;

  /// Whether writing failed; `reason` tells why, and is empty when a reader went away (a closed pipe).
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] const std::string& reason() const { return reason_; }

 private:
  void write(std::FILE* stream, std::string_view text);
  void erase_transient();
  void note_failure();

  std::mutex mutex_;
  bool colour_out_ = false;
  bool colour_err_ = false;
  bool err_is_terminal_ = false;
  bool transient_shown_ = false;
  bool failed_ = false;
  std::string reason_;
};

/// Whether writing one of these is writing the other, by whatever names, and whether they are there or not.
/// Devices such as /dev/null are nobody's.
[[nodiscard]] bool is_same_file(const std::string& a, const std::string& b);

/// Why a file of this name cannot be written, as far as that can be known before; else empty. Changes
/// nothing.
[[nodiscard]] std::string why_not_writable(const std::string& path);

/// Writes a whole file. Empty when all went well, else why not.
[[nodiscard]] std::string write_file(const std::string& path, std::string_view text);

}  // namespace synod::cli
