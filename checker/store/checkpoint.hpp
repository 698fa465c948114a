// The bytes of a checkpoint: a format version, then blocks, each with its length and its checksum.
//
// A checkpoint is read in the order in which it was written, and a reader knows what comes next. Names in
// between, which the reader expects, tell a reader and a writer that disagree at once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace synod::store {

/// Bytes that are no checkpoint, or a damaged one; what() says which, for people.
class CheckpointError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Where the bytes go.
class ByteSink {
 public:
  virtual ~ByteSink() = default;
  /// Throws std::system_error when they cannot be kept.
  virtual void write(std::span<const std::byte> bytes) = 0;
};

/// Allocates its only memory when it is made, so that it works when there is none left. Not thread-safe.
class CheckpointWriter {
 public:
  CheckpointWriter() : block_(block_size) {}

  /// Everything up to `finish` goes to `sink`. Any earlier checkpoint that was not finished is forgotten.
  void begin(ByteSink& sink);
  void bytes(const void* data, std::size_t size);
  void number(std::uint64_t n) { bytes(&n, sizeof n); }
  void text(std::string_view text);
  /// A place that the reader looks for.
  void name(std::string_view name) { text(name); }
  void finish();

 private:
  static constexpr std::size_t block_size = std::size_t{1} << 20;
  void write_block();

  ByteSink* sink_ = nullptr;
  std::vector<std::byte> block_;
  std::size_t used_ = 0;
  std::uint64_t blocks_ = 0;
};

/// Reads what a CheckpointWriter wrote. Every block is checked before anything in it is used; all functions
/// throw CheckpointError. Not thread-safe.
class CheckpointReader {
 public:
  /// `file` must outlive it.
  explicit CheckpointReader(std::span<const std::byte> file);

  /// Called now and then with how much memory is about to be taken, beside what is read. What it throws comes
  /// out of the function at hand.
  void set_guard(std::function<void(std::size_t bytes)> guard) { guard_ = std::move(guard); }
  void about_to_take(std::size_t bytes) const {
    if (guard_) guard_(bytes);
  }

  void bytes(void* data, std::size_t size);
  [[nodiscard]] std::uint64_t number();
  /// A number of things of at least `bytes_each` bytes: no more than what is left can hold.
  [[nodiscard]] std::size_t count(std::size_t bytes_each = 1);
  /// Bytes of the file that were not read yet, at least.
  [[nodiscard]] std::size_t left() const { return block_.size() + file_.size() - next_; }
  [[nodiscard]] std::string text();
  /// Fails unless this is what comes next.
  void name(std::string_view name);
  /// Fails unless this is the end.
  void finish();

 private:
  void read_block();

  std::function<void(std::size_t)> guard_;
  std::span<const std::byte> file_;
  std::size_t next_ = 0;              // block
  std::span<const std::byte> block_;  // what is left of it
  std::uint64_t blocks_ = 0;
};

}  // namespace synod::store
