#include <algorithm>
#include <charconv>
#include <cstdint>
#include <unordered_set>

#include <nlohmann/json.hpp>

#include "base/evaluation_error.hpp"
#include "values/itf.hpp"

namespace synod::values {
namespace {

using Json = nlohmann::ordered_json;

/// Where a member stands, as in "states[2].votes": a list linked through the stack of the recursion.
struct Place {
  const Place* outer = nullptr;
  std::string name;

  [[nodiscard]] std::string text() const {
    if (outer == nullptr) return name;
    const std::string before = outer->text();
    return before.empty() || name.starts_with('[') ? before + name : before + "." + name;
  }
  [[nodiscard]] Place operator[](std::size_t i) const { return {this, "[" + std::to_string(i) + "]"}; }
  [[nodiscard]] Place operator[](const std::string& member) const { return {this, member}; }
};

[[noreturn]] void fail(const Place& place, const std::string& message) {
  const std::string where = place.text();
  throw ItfError(where.empty() ? message : where + ": " + message, std::nullopt);
}

const char* kind_name(const Json& json) {
  switch (json.type()) {
    case Json::value_t::null:
      return "null";
    case Json::value_t::boolean:
      return "a boolean";
    case Json::value_t::string:
      return "a string";
    case Json::value_t::array:
      return "a list";
    case Json::value_t::object:
      return "an object";
    case Json::value_t::number_float:
      return "a number with a fraction";
    default:
      return "a number";
  }
}

const Json& member(const Json& object, const char* name, const Place& place) {
  const auto found = object.find(name);
  if (found == object.end()) fail(place, std::string("there is no member \"") + name + "\"");
  return *found;
}

const Json& require_array(const Json& json, const Place& place) {
  if (!json.is_array()) fail(place, std::string("a list is expected here, and this is ") + kind_name(json));
  return json;
}
const Json& require_object(const Json& json, const Place& place) {
  if (!json.is_object())
    fail(place, std::string("an object is expected here, and this is ") + kind_name(json));
  return json;
}
const std::string& require_string(const Json& json, const Place& place) {
  if (!json.is_string())
    fail(place, std::string("a string is expected here, and this is ") + kind_name(json));
  return json.get_ref<const std::string&>();
}

class ValueReader {
 public:
  ValueReader(Arena& arena, const ModelValueNames& model_values)
      : arena_(arena), model_values_(model_values) {}

  Value read(const Json& json, const Place& place) {
    switch (json.type()) {
      case Json::value_t::boolean:
        return Value::boolean(json.get<bool>());
      case Json::value_t::string:
        return word(json.get_ref<const std::string&>());
      case Json::value_t::number_integer:
        return make_integer(arena_, json.get<std::int64_t>());
      case Json::value_t::number_unsigned:
        return natural(json, place);
      case Json::value_t::array:
        return values::make_tuple(arena_, items(json, place));
      case Json::value_t::object:
        return object(json, place);
      default:
        fail(place, std::string(kind_name(json)) + " is no value of TLA+");
    }
  }

 private:
  Value word(const std::string& text) {
    if (model_values_.contains(text)) return Value::model_value(atoms().model_value(text));
    return Value::string(atoms().string(text));
  }

  Value natural(const Json& json, const Place& place) {
    const auto n = json.get<std::uint64_t>();
    if (n > static_cast<std::uint64_t>(INT64_MAX)) fail(place, "this integer does not fit in 64 bits");
    return make_integer(arena_, static_cast<std::int64_t>(n));
  }

  Value object(const Json& json, const Place& place) {
    if (json.size() == 1 && json.begin().key().starts_with('#')) {
      return tagged(json.begin().key(), json.begin().value(), place);
    }
    return record(json, place);
  }

  Value tagged(const std::string& tag, const Json& content, const Place& outer) {
    const Place place = outer[tag];
    if (tag == "#bigint") return big_integer(require_string(content, place), place);
    if (tag == "#string") return Value::string(atoms().string(require_string(content, place)));
    if (tag == "#tup") return values::make_tuple(arena_, items(require_array(content, place), place));
    if (tag == "#set") return set(require_array(content, place), place);
    if (tag == "#map") return map(require_array(content, place), place);
    fail(place, "no value is written like this");
  }

  Value big_integer(const std::string& text, const Place& place) {
    std::int64_t n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error == std::errc::result_out_of_range) fail(place, "this integer does not fit in 64 bits");
    if (error != std::errc() || end != text.data() + text.size() || text.empty())
      fail(place, "this is no integer");
    return make_integer(arena_, n);
  }

  std::vector<Value> items(const Json& list, const Place& place) {
    std::vector<Value> result;
    result.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) result.push_back(read(list[i], place[i]));
    return result;
  }

  Value set(const Json& list, const Place& place) {
    try {
      return make_set(arena_, items(list, place));
    } catch (const EvaluationError& error) {
      fail(place, error.message());
    }
  }

  Value record(const Json& json, const Place& place) {
    std::vector<AtomId> names;
    std::vector<Value> values;
    for (const auto& [name, value] : json.items()) {
      names.push_back(atoms().string(name));
      values.push_back(read(value, place[name]));
    }
    if (names.empty()) return empty_tuple();
    return make_record(arena_, names, values);
  }

  Value map(const Json& list, const Place& place) {
    std::vector<std::pair<Value, Value>> pairs;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Place here = place[i];
      if (!list[i].is_array() || list[i].size() != 2) fail(here, "a pair [key, value] is expected here");
      const Place key = here[std::size_t{0}];
      pairs.emplace_back(read(list[i][0], key), read(list[i][1], here[std::size_t{1}]));
    }
    try {
      return build(pairs, place);
    } catch (const EvaluationError& error) {
      fail(place, error.message());
    }
  }

  Value build(std::vector<std::pair<Value, Value>>& pairs, const Place& place) {
    std::sort(pairs.begin(), pairs.end(),
              [](const auto& a, const auto& b) { return compare(a.first, b.first) < 0; });
    std::vector<Value> keys, values;
    for (const auto& [key, value] : pairs) {
      if (!keys.empty() && compare(keys.back(), key) == 0)
        fail(place, "the key " + to_string(key) + " stands here twice");
      keys.push_back(key);
      values.push_back(value);
    }
    if (keys.empty()) return empty_tuple();
    return make_function(arena_, make_sorted_set(arena_, keys), values);
  }

  Arena& arena_;
  const ModelValueNames& model_values_;
};

Json parse(std::string_view text) {
  if (text.size() > largest_trace) {
    throw ItfError("the trace is " + std::to_string(text.size()) + " bytes large; at most " +
                       std::to_string(largest_trace) + " are read",
                   std::nullopt);
  }
  const auto check_depth = [](int depth, Json::parse_event_t, Json&) {
    if (depth > deepest_trace) throw ItfError("the trace is nested too deeply", std::nullopt);
    return true;
  };
  try {
    return Json::parse(text, check_depth);
  } catch (const Json::parse_error& error) {
    // "[json.exception.parse_error.101] parse error at line 1, column 2: what is wrong"
    const std::string message = error.what();
    const std::size_t colon = message.find(": ");
    const std::size_t offset = error.byte > 0 ? error.byte - 1 : 0;
    throw ItfError("this is no JSON: " + message.substr(colon == std::string::npos ? 0 : colon + 2), offset);
  } catch (const Json::exception& error) {
    throw ItfError(std::string("this cannot be read as JSON: ") + error.what(), std::nullopt);
  }
}

ModelValueNames listed_model_values(const Json& trace, const ModelValueNames& otherwise, const Place& root) {
  const auto meta = trace.find("#meta");
  if (meta == trace.end() || !meta->is_object() || !meta->contains("modelValues")) return otherwise;
  const Place outer = root["#meta"];
  const Place place = outer["modelValues"];
  ModelValueNames names;
  for (const Json& name : require_array((*meta)["modelValues"], place))
    names.insert(require_string(name, place));
  return names;
}

ItfState read_state(const Json& json, const std::vector<std::string>& variables, ValueReader& reader,
                    const Place& place) {
  require_object(json, place);
  ItfState state;
  for (const std::string& variable : variables) {
    state.values.push_back(reader.read(member(json, variable.c_str(), place), place[variable]));
  }
  const auto meta = json.find("#meta");
  if (meta != json.end() && meta->is_object() && meta->contains("action") && (*meta)["action"].is_string()) {
    state.action = (*meta)["action"].get<std::string>();
  }
  for (const auto& [name, value] : json.items()) {
    const bool known =
        name == "#meta" || std::find(variables.begin(), variables.end(), name) != variables.end();
    if (!known) fail(place[name], "this is not one of the trace's \"vars\"");
  }
  return state;
}

std::optional<std::size_t> read_loop(const Json& trace, std::size_t states, const Place& root) {
  const auto loop = trace.find("loop");
  if (loop == trace.end() || loop->is_null()) return std::nullopt;
  const Place place = root["loop"];
  if (!loop->is_number_unsigned() || loop->get<std::uint64_t>() >= states)
    fail(place, "this is no state of the trace");
  return loop->get<std::size_t>();
}

}  // namespace

ItfTrace read_itf(std::string_view text, Arena& arena, const ModelValueNames& model_values) {
  const Json json = parse(text);
  const Place root;
  require_object(json, root);
  ItfTrace trace;
  const Place vars = root["vars"];
  std::unordered_set<std::string> seen;
  for (const Json& name : require_array(member(json, "vars", root), vars)) {
    trace.variables.push_back(require_string(name, vars));
    if (!seen.insert(trace.variables.back()).second)
      fail(vars, trace.variables.back() + " stands here twice");
  }
  const ModelValueNames names = listed_model_values(json, model_values, root);
  ValueReader reader(arena, names);
  const Place states = root["states"];
  const Json& list = require_array(member(json, "states", root), states);
  if (list.empty()) fail(states, "a trace has at least one state");
  for (std::size_t i = 0; i < list.size(); ++i) {
    trace.states.push_back(read_state(list[i], trace.variables, reader, states[i]));
  }
  trace.loop = read_loop(json, trace.states.size(), root);
  return trace;
}

}  // namespace synod::values
