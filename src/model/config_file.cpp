#include <algorithm>

#include <fmt/format.h>

#include "model/config.hpp"
#include "syntax/source_reader.hpp"

namespace synod::model {
namespace {

namespace fs = std::filesystem;
using syntax::Code;

constexpr std::size_t largest_config = std::size_t{4} << 20U;

bool starts_section(std::string_view line, std::string_view name) {
  const auto skip = [&line](auto&& belongs) {
    std::size_t count = 0;
    while (count < line.size() && belongs(line[count])) ++count;
    line.remove_prefix(count);
    return count;
  };
  const auto dash = [](char c) { return c == '-'; };
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  const auto word = [&](std::string_view text) {
    skip(blank);
    if (!line.starts_with(text)) return false;
    line.remove_prefix(text.size());
    return true;
  };
  if (skip(dash) < 4 || !word("CONFIG") || skip(blank) == 0 || !word(name)) return false;
  skip(blank);
  return skip(dash) >= 4 && (skip(blank), line.empty());
}

/// The text with everything outside `---- CONFIG name ----` ... `====` blanked, so that positions stay those
/// of the file.
std::optional<std::string> cut_out(const std::string& text, std::string_view name) {
  std::string result;
  bool inside = false;
  bool found = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    if (inside && line.starts_with("====")) inside = false;
    if (inside) result += line;
    result += '\n';
    if (!found && starts_section(line, name)) inside = found = true;
    begin = end + 1;
  }
  if (!found) return std::nullopt;
  return result;
}

/// The part of a .tla file; reports when `required` and it has none.
std::optional<SourceId> open_part(const fs::path& file, bool required, syntax::SourceMap& sources,
                                  syntax::Diagnostics& diagnostics) {
  const std::optional<SourceId> whole = syntax::read_source(file.string(), sources, diagnostics);
  if (!whole) return std::nullopt;
  const std::string name = file.stem().string();
  std::optional<std::string> part = cut_out(sources.get(*whole).text, name);
  if (part) return sources.add(file.string(), std::move(*part));
  if (required) {
    diagnostics.error(
        Code::file_not_found, {},
        fmt::format("{} has no configuration in it: no line `---- CONFIG {} ----`", file.string(), name));
  }
  return std::nullopt;
}

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

std::optional<SourceId> open_named(const std::string& argument, syntax::SourceMap& sources,
                                   syntax::Diagnostics& diagnostics) {
  const bool is_module = fs::path(argument).extension() == ".tla";
  for (const std::string& name : {argument, argument + ".cfg"}) {
    if (!is_there(name)) continue;
    return is_module ? open_part(name, true, sources, diagnostics)
                     : syntax::read_source(name, sources, diagnostics, largest_config, Code::config_syntax);
  }
  const bool has_extension = fs::path(argument).has_extension();
  diagnostics.error(Code::file_not_found, {},
                    has_extension ? fmt::format("there is no configuration {}", argument)
                                  : fmt::format("there is no configuration {0} or {0}.cfg", argument));
  return std::nullopt;
}

}  // namespace

std::optional<SourceId> open_config(const fs::path& root, const std::optional<std::string>& argument,
                                    syntax::SourceMap& sources, syntax::Diagnostics& diagnostics) {
  if (argument) return open_named(*argument, sources, diagnostics);
  fs::path beside = root;
  beside.replace_extension(".cfg");
  if (is_there(beside))
    return syntax::read_source(beside.string(), sources, diagnostics, largest_config, Code::config_syntax);
  if (const auto part = open_part(root, false, sources, diagnostics)) return part;
  if (diagnostics.has_errors()) return std::nullopt;
  diagnostics.error(
      Code::file_not_found, {},
      fmt::format("there is no configuration {} that says what to check", beside.string()),
      "a file like this (or --config FILE):\n  SPECIFICATION Spec\n  CONSTANTS N = 3\n  INVARIANTS Inv");
  return std::nullopt;
}

}  // namespace synod::model
