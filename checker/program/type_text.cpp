#include "program/type_text.hpp"

#include <algorithm>
#include <span>

namespace synod::program {

using values::Kind;
using values::Value;

namespace {

/// The type that all have; "value" when they differ.
std::string common(std::span<const Value> all) {
  const std::string first = type_text(all.front());
  const bool same = std::all_of(all.begin(), all.end(), [&](Value v) { return type_text(v) == first; });
  return same ? first : "value";
}

std::string record_type(Value record) {
  std::string out;
  for (std::size_t i = 0; i < values::size(record); ++i) {
    out += (i > 0 ? ", " : "") + values::domain_point(record, i).text() + ": " +
           type_text(values::range_of(record)[i]);
  }
  return "[" + out + "]";
}

}  // namespace

std::string type_text(Value v) {
  switch (v.kind()) {
    case Kind::boolean:
      return "boolean";
    case Kind::integer:
      return "integer";
    case Kind::string:
      return "string";
    case Kind::model_value:
      return "model value";
    case Kind::set:
      return values::size(v) == 0 ? "set" : "set of " + common(values::elements(v));
    case Kind::tuple:
      return values::size(v) == 0 ? "sequence" : "sequence of " + common(values::range_of(v));
    case Kind::function:
      if (values::is_record(v)) return record_type(v);
      return "function from " + common(values::elements((*v.as_object())[0])) + " to " +
             common(values::range_of(v));
    default:
      return "value";
  }
}

}  // namespace synod::program
