#include <algorithm>

#include <nlohmann/json.hpp>

#include "values/itf.hpp"

namespace synod::values {
namespace {

using Json = nlohmann::ordered_json;

Json list(const char* tag, std::span<const Value> values, const ModelValueNames& names) {
  Json items = Json::array();
  for (const Value v : values) items.push_back(to_itf(v, names));
  Json result = Json::object();
  result[tag] = std::move(items);
  return result;
}

bool has_ordinary_names(Value record) {
  for (std::size_t i = 0; i < size(record); ++i) {
    if (!is_identifier(domain_point(record, i).text())) return false;
  }
  return true;
}

Json function(Value f, const ModelValueNames& names) {
  const std::span<const Value> range = range_of(f);
  Json result = Json::object();
  if (is_record(f) && has_ordinary_names(f)) {
    for (std::size_t i = 0; i < range.size(); ++i)
      result[domain_point(f, i).text()] = to_itf(range[i], names);
    return result;
  }
  Json pairs = Json::array();
  for (std::size_t i = 0; i < range.size(); ++i) {
    pairs.push_back(Json::array({to_itf(domain_point(f, i), names), to_itf(range[i], names)}));
  }
  result["#map"] = std::move(pairs);
  return result;
}

Json state(const ItfTrace& trace, std::size_t index, const ModelValueNames& names) {
  Json result = Json::object();
  Json& meta = result["#meta"] = Json::object();
  meta["index"] = index;
  if (!trace.states[index].action.empty()) meta["action"] = trace.states[index].action;
  for (std::size_t i = 0; i < trace.variables.size(); ++i) {
    result[trace.variables[i]] = to_itf(trace.states[index].values.at(i), names);
  }
  return result;
}

/// JSON text on one line. Strings that are not UTF-8 (they come from a hand-made source) get replacement
/// characters.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

Json to_itf(Value value, const ModelValueNames& names) {
  switch (value.kind()) {
    case Kind::boolean:
      return value.as_boolean();
    case Kind::integer:
      return Json::object({{"#bigint", std::to_string(value.as_integer())}});
    case Kind::string:
      if (names.contains(value.text())) return Json::object({{"#string", value.text()}});
      return value.text();
    case Kind::model_value:
      return value.text();
    case Kind::set:
      return list("#set", elements(value), names);
    case Kind::tuple:
      return list("#tup", range_of(value), names);
    case Kind::function:
      return function(value, names);
    default:
      return Json::object({{"#unserializable", value.is_none() ? "no value" : to_string(value)}});
  }
}

std::string write_itf(const ItfTrace& trace, const ModelValueNames& names) {
  Json meta = Json::object();
  meta["format"] = "ITF";
  meta["format-description"] = "https://apalache.informal.systems/docs/adr/015adr-trace.html";
  for (const auto& [key, text] : trace.meta) meta[key] = text;
  meta["modelValues"] = names;
  std::string text =
      "{\n\"#meta\": " + dump(meta) + ",\n\"vars\": " + dump(Json(trace.variables)) + ",\n\"states\": [";
  for (std::size_t i = 0; i < trace.states.size(); ++i) {
    text += i == 0 ? "\n" : ",\n";
    text += dump(state(trace, i, names));
  }
  text += "\n]";
  if (trace.loop) text += ",\n\"loop\": " + std::to_string(*trace.loop);
  return text + "\n}\n";
}

}  // namespace synod::values
