// Traces in the Informal Trace Format (https://apalache.informal.systems/docs/adr/015adr-trace.html), and
// values in its JSON encoding, which other reports use too:
//
//   integer                      {"#bigint": "12"}           (a JSON integer is read too)
//   boolean, string              true, "text"
//   model value                  "text", with the text listed in "modelValues" of the trace's "#meta"
//   string, named like a listed model value     {"#string": "text"}   (an extension: replay stays exact)
//   tuple, sequence              {"#tup": [...]}             (a JSON array is read too)
//   set                          {"#set": [...]}
//   record with ordinary names   {"field": ...}
//   any other function           {"#map": [[key, value], ...]}
//
// A state's "#meta" holds its index from 0 and, as an extension, "action": the label of the step that led to
// it.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "values/value.hpp"

namespace synod::values {

using ModelValueNames = std::set<std::string, std::less<>>;

struct ItfState {
  std::vector<Value> values;  ///< one per variable of the trace
  std::string action;         ///< label of the step that led here; may be empty
};

struct ItfTrace {
  std::vector<std::string> variables;
  std::vector<ItfState> states;
  std::optional<std::size_t> loop;  ///< the last state is followed by this one
  std::vector<std::pair<std::string, std::string>>
      meta;  ///< further members of "#meta": description, source, ...
};

/// What is wrong with a text that should be a trace.
class ItfError : public std::runtime_error {
 public:
  ItfError(const std::string& message, std::optional<std::size_t> offset)
      : runtime_error(message), offset_(offset) {}
  /// Where the text stops being JSON; nothing when it is JSON and the message names the member that is wrong.
  [[nodiscard]] std::optional<std::size_t> offset() const { return offset_; }

 private:
  std::optional<std::size_t> offset_;
};

/// The largest text and the deepest nesting that are read.
inline constexpr std::size_t largest_trace = std::size_t{64} << 20U;
inline constexpr int deepest_trace = 500;

/// A value in the encoding above. The value must be explicit.
[[nodiscard]] nlohmann::ordered_json to_itf(Value value, const ModelValueNames& model_values);

/// The whole file, with a line per state, so that it can be compared and stored.
[[nodiscard]] std::string write_itf(const ItfTrace& trace, const ModelValueNames& model_values);

/// Reads a trace; values live in `arena`. Where the text does not list its model values (other tools do not),
/// strings named in `model_values` are taken for model values. Throws ItfError, never anything else on input.
[[nodiscard]] ItfTrace read_itf(std::string_view text, Arena& arena, const ModelValueNames& model_values);

}  // namespace synod::values
