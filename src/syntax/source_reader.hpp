// Reads a file into a SourceMap.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "syntax/diagnostic.hpp"
#include "syntax/source.hpp"

namespace synod::syntax {

/// The largest module that is read. Far above what people write, and small enough that the tree of
/// the worst text of this size still fits into memory (a node takes about a hundred times the bytes
/// of its shortest text).
inline constexpr std::size_t default_source_limit = std::size_t{16} << 20U;

/// Reads a whole file. A file that is missing, unreadable, larger than `limit` bytes or not UTF-8 is a
/// diagnostic and nothing is added, except that invalid UTF-8 is added too, so that the diagnostic can show
/// its line; `not_text` is the code of that diagnostic. Never reads more than `limit` + 1 bytes, so that it
/// also ends on a device or a pipe without end.
[[nodiscard]] std::optional<SourceId> read_source(const std::string& path, SourceMap& sources,
                                                  Diagnostics& diagnostics,
                                                  std::size_t limit = default_source_limit,
                                                  Code not_text = Code::invalid_utf8);

}  // namespace synod::syntax
