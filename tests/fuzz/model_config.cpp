// The reader of configurations on any bytes: every diagnostic it gives can be shown.
#include <cstddef>
#include <cstdint>
#include <string>

#include "model/config.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  synod::syntax::SourceMap sources;
  synod::syntax::Diagnostics diagnostics;
  const auto source = sources.add("fuzz.cfg", std::string(reinterpret_cast<const char*>(data), size));
  const auto config = synod::model::parse_config(source, sources, diagnostics);
  for (const auto& diagnostic : diagnostics.all()) (void)synod::syntax::render(diagnostic, sources, false);
  return config.assignments.size() > size ? 1 : 0;
}
