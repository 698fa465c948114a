#include "cli/checkpoint_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace synod::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* file_name = "checkpoint";

std::system_error system_failure() { return {errno, std::generic_category()}; }

/// An open file, closed at the end.
class Descriptor final : public store::ByteSink {
 public:
  Descriptor(const std::string& path, int flags) : number_(open(path.c_str(), flags | O_CLOEXEC, 0644)) {
    if (number_ < 0) throw system_failure();
  }
  ~Descriptor() override { close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return number_; }
  void write(std::span<const std::byte> bytes) override {
    while (!bytes.empty()) {
      const ssize_t written = ::write(number_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) throw system_failure();
      bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
  }
  void sync() const {
    if (fsync(number_) != 0) throw system_failure();
  }

 private:
  int number_;
};

/// What tells one file from another that took its place, even with the same number; 0 when there is none.
FileIdentity identity_of(const std::string& path) {
  struct stat status{};
  if (stat(path.c_str(), &status) != 0) return {};
  return {status.st_ino, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

bool is_file_at(int descriptor, const std::string& path) {
  struct stat open_one{};
  struct stat named{};
  return fstat(descriptor, &open_one) == 0 && stat(path.c_str(), &named) == 0 &&
         open_one.st_ino == named.st_ino;
}

std::string digest(const std::string& text) {
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string absolute(const std::string& path) { return fs::absolute(path).lexically_normal().string(); }

/// JSON is UTF-8, and a path may be any bytes: those beyond ASCII become %XX, and % itself.
std::string written_path(const std::string& path) {
  std::string text;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    text += byte < 0x80 && c != '%' ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return text;
}

std::string read_path(const std::string& text) {
  std::string path;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      path += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      path += text[i];
    }
  }
  return path;
}

template <class T>
json optional(const std::optional<T>& value) {
  return value ? json(*value) : json(nullptr);
}

template <class T>
std::optional<T> optional(const json& value) {
  return value.is_null() ? std::nullopt : std::optional<T>(value.get<T>());
}

json describe(const RunDescription& run, const syntax::SourceMap& sources) {
  json libraries = json::array();
  for (const std::string& library : run.spec.libraries) libraries.push_back(written_path(absolute(library)));
  json texts = json::array();
  for (SourceId id = 1; id <= sources.size(); ++id) {
    const syntax::Source& source = sources.get(id);
    texts.push_back({{"path", written_path(source.path)}, {"digest", digest(source.text)}});
  }
  return {{"synod", SYNOD_VERSION},
          {"spec", written_path(absolute(spec_file(run.spec)))},
          {"libraries", libraries},
          {"config", run.config ? json(written_path(absolute(*run.config))) : json(nullptr)},
          {"no_deadlock", run.no_deadlock},
          {"no_symmetry", run.no_symmetry},
          {"possible", run.possibilities.possible},
          {"possible_from", optional(run.possibilities.from)},
          {"continue", run.continue_after_violation},
          {"coverage", run.coverage},
          {"seed", run.seed},
          {"max_states", optional(run.max_states)},
          {"max_depth", optional(run.max_depth)},
          {"texts", texts}};
}

RunDescription run_of(const json& description) {
  RunDescription run;
  run.spec.file = read_path(description.at("spec").get<std::string>());
  for (const json& library : description.at("libraries"))
    run.spec.libraries.push_back(read_path(library.get<std::string>()));
  run.config = optional<std::string>(description.at("config"));
  if (run.config) run.config = read_path(*run.config);
  run.no_deadlock = description.at("no_deadlock").get<bool>();
  run.no_symmetry = description.at("no_symmetry").get<bool>();
  run.possibilities.possible = description.at("possible").get<std::vector<std::string>>();
  run.possibilities.from = optional<std::string>(description.at("possible_from"));
  run.continue_after_violation = description.at("continue").get<bool>();
  run.coverage = description.at("coverage").get<bool>();
  run.seed = description.at("seed").get<std::uint64_t>();
  run.max_states = optional<std::uint64_t>(description.at("max_states"));
  run.max_depth = optional<std::uint64_t>(description.at("max_depth"));
  return run;
}

std::string path_in(const std::string& folder) {
  const std::string path = fs::path(folder) / file_name;
  std::error_code error;
  if (!fs::exists(path, error)) throw store::CheckpointError("there is none");
  return path;
}

}  // namespace

CheckpointFolder::CheckpointFolder(std::string folder, const RunDescription& run,
                                   const syntax::SourceMap& sources, Output& output)
    : folder_(std::move(folder)),
      file_(fs::path(folder_) / file_name),
      temporary_(file_ + ".new"),
      description_(describe(run, sources).dump()),
      output_(output) {}

std::string CheckpointFolder::save(const std::function<void(store::CheckpointWriter&)>& content) {
  std::string problem = try_to_save(content);
  if (!problem.empty()) {
    output_.err(fmt::format("Error: cannot write a checkpoint to {}: {}.{}\n", folder_, problem,
                            ours_.exists() ? " The one before it is still there." : ""));
  }
  return problem;
}

std::string CheckpointFolder::try_to_save(const std::function<void(store::CheckpointWriter&)>& content) {
  try {
    if (mkdir(folder_.c_str(), 0777) != 0 && errno != EEXIST) throw system_failure();
    Descriptor file(temporary_, O_WRONLY | O_CREAT);
    if (flock(file.number(), LOCK_EX | LOCK_NB) != 0 || !is_file_at(file.number(), temporary_))
      return "another run writes its checkpoints there";
    try {
      if (ftruncate(file.number(), 0) != 0) throw system_failure();
      writer_.begin(file);
      writer_.name("run");
      writer_.text(description_);
      content(writer_);
      writer_.finish();
      file.sync();
      const FileIdentity identity = identity_of(temporary_);
      if (std::rename(temporary_.c_str(), file_.c_str()) != 0) throw system_failure();
      ours_ = identity;
    } catch (const std::system_error&) {
      unlink(temporary_.c_str());
      throw;
    }
    try {
      Descriptor(folder_, O_RDONLY | O_DIRECTORY).sync();
    } catch (const std::system_error&) {
      // The file is whole and in its place; some file systems cannot sync a folder.
    }
  } catch (const std::system_error& error) {
    return std::strerror(error.code().value());
  }
  return "";
}

void CheckpointFolder::adopt() { ours_ = identity_of(file_); }

bool CheckpointFolder::holds_another() const { return identity_of(file_).exists(); }

void CheckpointFolder::discard() {
  // Another run may have written there since.
  if (!ours_.exists() || identity_of(file_) != ours_) return;
  unlink(file_.c_str());
  unlink(temporary_.c_str());  // of a run that was killed while it wrote
  rmdir(folder_.c_str());      // unless there is something else in it
}

MappedFile::MappedFile(const std::string& path) try {
  const Descriptor file(path, O_RDONLY);
  struct stat status{};
  if (fstat(file.number(), &status) != 0) throw system_failure();
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ == 0) return;
  void* data = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (data == MAP_FAILED) throw system_failure();
  data_ = static_cast<const std::byte*>(data);
  madvise(data, size_, MADV_SEQUENTIAL);
} catch (const std::system_error& error) {
  throw store::CheckpointError(error.code().message());
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) munmap(const_cast<std::byte*>(data_), size_);
}

SavedRun::SavedRun(const std::string& folder) : file_(path_in(folder)), reader_(file_.bytes()) {
  reader_.name("run");
  try {
    const json description = json::parse(reader_.text());
    if (const auto version = description.at("synod").get<std::string>(); version != SYNOD_VERSION) {
      throw store::CheckpointError(
          fmt::format("synod {} wrote it, and this is synod {}", version, SYNOD_VERSION));
    }
    run_ = run_of(description);
    for (const json& text : description.at("texts"))
      texts_.push_back({read_path(text.at("path").get<std::string>()), text.at("digest").get<std::string>()});
  } catch (const json::exception&) {
    throw store::CheckpointError("its description of the run cannot be understood");
  }
}

void SavedRun::require_same(const syntax::SourceMap& sources) const {
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    const bool same =
        i < sources.size() && digest(sources.get(static_cast<SourceId>(i + 1)).text) == texts_[i].digest;
    if (!same)
      throw store::CheckpointError(fmt::format("{} has changed since it was written", texts_[i].path));
  }
  if (sources.size() != texts_.size())
    throw store::CheckpointError("the specification has more modules now than when it was written");
}

}  // namespace synod::cli
