// A place in a source file, as all JSON reports give it.
#pragma once

#include <nlohmann/json.hpp>

#include "base/span.hpp"
#include "syntax/source.hpp"

namespace synod::report {

/// {"file", "line", "column", "end_line", "end_column"}; null for an unknown one.
[[nodiscard]] inline nlohmann::ordered_json location_json(const Span& span,
                                                          const syntax::SourceMap& sources) {
  if (!span.known()) return nullptr;
  return {{"file", sources.get(span.source).path},
          {"line", span.begin.line},
          {"column", span.begin.column},
          {"end_line", span.end.line},
          {"end_column", span.end.column}};
}

}  // namespace synod::report
