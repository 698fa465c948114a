// Folders that a specification may reach, and files inside them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/outside.hpp"

namespace synod::outside {

/// An open file descriptor, closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] bool valid() const { return number_ >= 0; }
  int release();

 private:
  int number_;
};

/// A folder, held open: what becomes of its name later does not matter.
class Folder {
 public:
  /// Throws std::system_error when it cannot be opened.
  explicit Folder(const std::string& name);

  /// The way from here to a file with this canonical name; nothing when it is not inside.
  [[nodiscard]] std::optional<std::filesystem::path> way_to(const std::filesystem::path& canonical) const;

  /// Reads a file inside. Follows no symbolic link: where one stands on the way, it was put there after the
  /// name was made canonical.
  [[nodiscard]] FileContent read(const std::filesystem::path& way) const;
  /// Why it could not be written; empty when it was.
  [[nodiscard]] std::string write(const std::filesystem::path& way, const std::string& text,
                                  const Writing& how) const;

 private:
  [[nodiscard]] Descriptor open(const std::filesystem::path& way, int flags, bool make_folders) const;

  std::filesystem::path canonical_;
  Descriptor descriptor_;
};

/// The name with symbolic links and .. resolved, relative to the current folder; the part that does not exist
/// as it stands. Nothing when that cannot be said.
[[nodiscard]] std::optional<std::filesystem::path> canonical_name(const std::string& file);

/// The text with U+FFFD for what is no UTF-8.
[[nodiscard]] std::string valid_utf8(std::string_view text);

}  // namespace synod::outside
