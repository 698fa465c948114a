// A folder with the checkpoint of one run: what the run was asked to do, and how far it came.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/loading.hpp"
#include "explore/checkpoint.hpp"

namespace synod::cli {

/// What a run must be asked again to go on with a checkpoint.
struct RunDescription {
  SpecArguments spec;
  std::optional<std::string> config;
  bool no_deadlock = false;
  bool no_symmetry = false;
  Possibilities possibilities;
  bool continue_after_violation = false;
  bool coverage = false;
  std::uint64_t seed = 0;
  std::optional<std::uint64_t> max_states, max_depth;
};

/// Which file it is, and since when it has been as it is.
struct FileIdentity {
  std::uint64_t number = 0;  ///< 0: there is none
  std::int64_t seconds = 0, nanoseconds = 0;
  bool operator==(const FileIdentity&) const = default;
  [[nodiscard]] bool exists() const { return number != 0; }
};

/// Writes to a temporary name, waits until it is on the disk, and renames it: there is always a whole
/// checkpoint, the new one or the one before.
class CheckpointFolder final : public explore::CheckpointKeeper {
 public:
  /// Nothing is made before the first checkpoint. `sources` are the texts the run depends on.
  CheckpointFolder(std::string folder, const RunDescription& run, const syntax::SourceMap& sources,
                   Output& output);

  std::string save(const std::function<void(store::CheckpointWriter&)>& content) override;
  void discard() override;
  /// The checkpoint that is there is one of this run: it goes on from it.
  void adopt();
  /// Whether there is one that this run did not write.
  [[nodiscard]] bool holds_another() const;
  [[nodiscard]] std::string place() const override { return folder_; }

 private:
  [[nodiscard]] std::string try_to_save(const std::function<void(store::CheckpointWriter&)>& content);

  std::string folder_, file_, temporary_;
  std::string description_;
  Output& output_;
  store::CheckpointWriter writer_;
  FileIdentity ours_;  // the last checkpoint
};

/// A file in memory, read as it is needed.
class MappedFile {
 public:
  /// Throws store::CheckpointError.
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  [[nodiscard]] std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

/// The checkpoint in a folder, opened to go on from.
class SavedRun {
 public:
  /// Throws store::CheckpointError, also when there is none.
  explicit SavedRun(const std::string& folder);
  [[nodiscard]] const RunDescription& run() const { return run_; }
  /// Throws store::CheckpointError unless these are the texts that the run read.
  void require_same(const syntax::SourceMap& sources) const;
  /// What follows the description.
  [[nodiscard]] store::CheckpointReader& reader() { return reader_; }

 private:
  struct Text {
    std::string path, digest;
  };
  MappedFile file_;
  store::CheckpointReader reader_;
  RunDescription run_;
  std::vector<Text> texts_;
};

}  // namespace synod::cli
