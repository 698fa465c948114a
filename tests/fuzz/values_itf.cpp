// The ITF reader on any bytes. What it accepts is written and read again, and must be the same trace.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "values/itf.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace synod::values;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ModelValueNames names = {"a", "b"};
  Arena arena;
  ItfTrace trace;
  try {
    trace = read_itf(text, arena, names);
  } catch (const ItfError&) {
    return 0;
  }
  // A trace may list model values of its own: take those that it has.
  const std::string written = write_itf(trace, names);
  if (written.find("\"#string\"") != std::string::npos) return 0;
  const ItfTrace again = read_itf(written, arena, names);
  if (again.states.size() != trace.states.size() || again.loop != trace.loop) std::abort();
  return 0;
}
