// The texts that were read, by id, so that a Span can be shown with its line.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace synod::syntax {

/// One text that was read: a module, a configuration or a built-in module.
struct Source {
  std::string path;  ///< as the user named it, or "<built in>/Naturals.tla"
  std::string text;
  std::vector<std::size_t> line_starts;  ///< byte offset of each line

  /// The text of a line (1-based) without its end; empty when there is no such line.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;
  /// Where the byte at an offset stands.
  [[nodiscard]] Position position(std::size_t offset) const;
};

/// Owns every source of one run. Ids start at 1 and stay valid. Not thread-safe while adding.
class SourceMap {
 public:
  SourceId add(std::string path, std::string text);
  [[nodiscard]] const Source& get(SourceId id) const;
  [[nodiscard]] std::size_t size() const { return sources_.size(); }
  /// Module name of a source: its file name without folder and ".tla".
  [[nodiscard]] std::string module_name(SourceId id) const;

 private:
  std::deque<Source> sources_;
};

/// "line a, col b to line c, col d of module M", as TLC words it.
[[nodiscard]] std::string describe(const Span& span, const SourceMap& sources);

}  // namespace synod::syntax
