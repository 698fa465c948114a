#include "syntax/source_reader.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "syntax/text.hpp"

namespace synod::syntax {

namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// At most limit + 1 bytes; nothing when reading fails.
std::optional<std::string> read_up_to(std::FILE* file, std::size_t limit) {
  std::string text;
  constexpr std::size_t chunk = std::size_t{1} << 16U;
  while (text.size() <= limit) {
    const std::size_t before = text.size();
    const std::size_t wanted = std::min(chunk, limit + 1 - before);
    text.resize(before + wanted);
    const std::size_t got = std::fread(text.data() + before, 1, wanted, file);
    text.resize(before + got);
    if (got < wanted) return std::ferror(file) == 0 ? std::optional(std::move(text)) : std::nullopt;
  }
  return text;
}

void report_invalid_utf8(Code code, SourceId id, std::size_t offset, const SourceMap& sources,
                         Diagnostics& diagnostics) {
  const Position place = sources.get(id).position(offset);
  diagnostics.error(code, {id, place, place}, "this is not UTF-8 text", "a file in the encoding UTF-8");
}

}  // namespace

std::optional<SourceId> read_source(const std::string& path, SourceMap& sources, Diagnostics& diagnostics,
                                    std::size_t limit, Code not_text) {
  const auto refuse = [&](Code code, const std::string& message) {
    diagnostics.error(code, {}, message);
    return std::nullopt;
  };
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    return refuse(Code::file_unreadable, "cannot read " + path + ": it is a folder");
  }
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) {
    const int reason = errno;
    return refuse(reason == ENOENT ? Code::file_not_found : Code::file_unreadable,
                  "cannot read " + path + ": " + std::generic_category().message(reason));
  }
  std::optional<std::string> text = read_up_to(file.get(), limit);
  if (!text) return refuse(Code::file_unreadable, "cannot read " + path + ": reading failed");
  if (text->size() > limit) {
    return refuse(Code::file_too_large,
                  path + " is larger than " + std::to_string(limit >> 20U) + " MiB, the most that is read");
  }
  const std::optional<std::size_t> invalid = find_invalid_utf8(*text);
  const SourceId id = sources.add(path, *std::move(text));
  if (!invalid) return id;
  report_invalid_utf8(not_text, id, *invalid, sources, diagnostics);
  return std::nullopt;
}

}  // namespace synod::syntax
