#include "syntax/source.hpp"

#include <algorithm>
#include <utility>

#include "base/failure.hpp"
#include "syntax/text.hpp"

namespace synod::syntax {

namespace {

/// Offsets of the lines' beginnings. A line ends with LF, CR LF or CR alone.
std::vector<std::size_t> find_line_starts(std::string_view text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool carriage_return_alone = text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
    if (text[at] == '\n' || carriage_return_alone) starts.push_back(at + 1);
  }
  return starts;
}

std::string_view without_line_end(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::string_view Source::line(std::uint32_t number) const {
  if (number == 0 || number > line_starts.size()) return {};
  const std::size_t begin = line_starts[number - 1];
  const std::size_t end = number < line_starts.size() ? line_starts[number] : text.size();
  return without_line_end(std::string_view(text).substr(begin, end - begin));
}

Position Source::position(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(line_starts, offset);
  const auto number = static_cast<std::uint32_t>(after - line_starts.begin());
  return {number, column_of(line(number), offset - line_starts[number - 1])};
}

SourceId SourceMap::add(std::string path, std::string text) {
  std::vector<std::size_t> starts = find_line_starts(text);
  sources_.push_back({std::move(path), std::move(text), std::move(starts)});
  return static_cast<SourceId>(sources_.size());
}

const Source& SourceMap::get(SourceId id) const {
  require(id >= 1 && id <= sources_.size(), "a source id is in its map");
  return sources_[id - 1];
}

std::string SourceMap::module_name(SourceId id) const {
  const std::string& path = get(id).path;
  const std::size_t slash = path.find_last_of('/');
  std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  if (name.ends_with(".tla")) name.resize(name.size() - 4);
  return name;
}

std::string describe(const Span& span, const SourceMap& sources) {
  if (!span.known()) return "unknown location";
  return "line " + std::to_string(span.begin.line) + ", col " + std::to_string(span.begin.column) +
         " to line " + std::to_string(span.end.line) + ", col " + std::to_string(span.end.column) +
         " of module " + sources.module_name(span.source);
}

}  // namespace synod::syntax
