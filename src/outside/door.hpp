// The door between a specification and the world outside of it: closed, but for what the user opened.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/outside.hpp"
#include "outside/folder.hpp"

namespace synod::outside {

/// What the user opened.
struct Permissions {
  std::vector<std::string> readable, writable;  ///< folders
  bool programs = false;
  std::vector<std::string> variables;  ///< names of environment variables; "*": all
};

/// What was asked outside during a search, and answered. Thread-safe.
class Recollection {
 public:
  void read(const std::string& file, const FileContent& answer);
  void failed_write(const std::string& key, const std::string& problem);
  void run(const std::string& key, const Finished& answer);

  // The answer if there was one; NotRepeatable is thrown if there were several.
  [[nodiscard]] std::optional<FileContent> recalled_read(const std::string& file) const;
  [[nodiscard]] std::string recalled_problem(const std::string& key) const;
  [[nodiscard]] std::optional<Finished> recalled_run(const std::string& key) const;

 private:
  template <class Answer>
  struct Answers {
    Answer first;
    bool changed = false;
  };
  mutable std::mutex mutex_;
  std::map<std::string, Answers<FileContent>> reads_;
  std::map<std::string, std::string> failed_writes_;
  std::map<std::string, Answers<Finished>> runs_;
};

/// Files are confined to the folders: symbolic links are followed as long as they stay inside, and neither
/// they nor .. lead out. Relative names are relative to the current folder.
class Door final : public Outside {
 public:
  /// Writing is left out, with the answer that it was done, where a behaviour is only looked at.
  enum class Writes : std::uint8_t { done, left_out };

  /// Throws std::system_error when a folder cannot be opened.
  explicit Door(const Permissions& permissions, Writes writes = Writes::done);
  ~Door() override;

  FileContent read(const std::string& by, const std::string& file) override;
  std::string write(const std::string& by, const std::string& file, const std::string& text,
                    const Writing& how) override;
  Finished run(const std::string& by, const std::vector<std::string>& command,
               const EnvironmentVariables& more) override;
  const EnvironmentVariables& environment() override;

  /// Whether the environment was asked for while nothing of it was opened.
  [[nodiscard]] bool environment_withheld() const;

  /// What was not asked before is read; a program that was not run throws NotRepeatable.
  Outside& memory() override;

 private:
  class Memory;

  /// A folder with the way to a file in it; throws the refusal otherwise.
  [[nodiscard]] std::pair<const Folder*, std::filesystem::path> inside(const std::vector<Folder>& folders,
                                                                       const std::string& refusal,
                                                                       const std::string& option,
                                                                       const std::string& file) const;

  Permissions permissions_;
  Writes writes_;
  std::vector<Folder> readable_, writable_;
  EnvironmentVariables environment_;
  std::atomic<bool> environment_asked_for_{false};
  std::mutex writing_;  ///< one after the other
  Recollection recollection_;
  std::unique_ptr<Memory> memory_;
};

}  // namespace synod::outside
