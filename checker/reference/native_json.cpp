// The module Json without its files, and the forms behind them.
#include <nlohmann/json.hpp>

#include "reference/json.hpp"
#include "reference/natives.hpp"
#include "reference/set.hpp"

namespace synod::reference {

using Json = nlohmann::json;
using semantics::Native;

namespace {

std::string quoted(const std::string& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string joined(const std::vector<std::string>& parts, char open, char close) {
  std::string result(1, open);
  for (const std::string& part : parts) result += (result.size() == 1 ? "" : ",") + part;
  return result + close;
}

std::string array_text(const Elements& elements) {
  std::vector<std::string> parts;
  for (const Value& e : elements) parts.push_back(json_text(e));
  return joined(parts, '[', ']');
}

std::string members_text(const Value& f) {
  std::vector<std::string> parts;
  for (const auto& [key, value] : pairs_of(f)) {
    parts.push_back(quoted(key.is(ValueKind::string) ? key.as_string() : text(key)) + ":" + json_text(value));
  }
  return joined(parts, '{', '}');
}

/// A parsed document on its way to a value.
class Document {
 public:
  Document(const std::string& text, std::string name) : name_(std::move(name)) {
    json_ = Json::parse(text, nullptr, false);
    if (json_.is_discarded()) fail_here("is no JSON");
  }

  [[nodiscard]] Value value() const { return plain(json_, deepest); }
  [[nodiscard]] Value exact_value(const model::Model& model) const { return exact(model, json_, deepest); }

 private:
  static constexpr int deepest = 500;

  [[noreturn]] void fail_here(const std::string& why) const {
    fail(EvaluationFault::argument, name_ + " " + why + ".");
  }

  [[nodiscard]] Value plain(const Json& json, int room) const {
    if (room == 0) fail_here("nests too deeply");
    if (json.is_array()) {
      Elements elements;
      for (const Json& item : json) elements.push_back(plain(item, room - 1));
      return Value::tuple(std::move(elements));
    }
    if (!json.is_object()) return scalar(json);
    std::vector<std::pair<std::string, Value>> fields;
    for (auto member = json.begin(); member != json.end(); ++member)
      fields.emplace_back(member.key(), plain(member.value(), room - 1));
    return Value::record(std::move(fields));
  }

  [[nodiscard]] Value exact(const model::Model& model, const Json& json, int room) const {
    if (room == 0) fail_here("nests too deeply");
    if (!json.is_structured()) return scalar(json);
    if (!json.is_object() || json.size() != 1) fail_form();
    const Json& content = json.begin().value();
    const std::string& form = json.begin().key();
    if (form == "model" && content.is_string())
      return model_value_named(model, content.get_ref<const std::string&>());
    if (!content.is_array()) fail_form();
    Elements elements;
    Pairs pairs;
    for (const Json& item : content) {
      if (form != "function") {
        elements.push_back(exact(model, item, room - 1));
      } else if (item.is_array() && item.size() == 2) {
        pairs.emplace_back(exact(model, item[0], room - 1), exact(model, item[1], room - 1));
      } else {
        fail_form();
      }
    }
    if (form == "set") return Value::set(std::move(elements));
    if (form == "tuple") return Value::tuple(std::move(elements));
    if (form == "function") return Value::function(std::move(pairs));
    fail_form();
  }

  [[noreturn]] void fail_form() const { fail_here("was not written by IOSerialize"); }

  [[nodiscard]] Value scalar(const Json& json) const {
    switch (json.type()) {
      case Json::value_t::boolean:
        return Value::boolean(json.get<bool>());
      case Json::value_t::string:
        return Value::string(json.get<std::string>());
      case Json::value_t::number_integer:
        return Value::integer(json.get<std::int64_t>());
      case Json::value_t::number_unsigned:
        if (json.get<std::uint64_t>() >> 63U != 0)
          fail_here("holds the number " + json.dump() + ", which has more than 64 bits");
        return Value::integer(json.get<std::int64_t>());
      case Json::value_t::number_float: {
        const auto n = json.get<double>();
        if (!(n >= -1e15 && n <= 1e15) || n != static_cast<double>(static_cast<std::int64_t>(n)))
          fail_here("holds the number " + json.dump() + ", which is no integer");
        return Value::integer(static_cast<std::int64_t>(n));
      }
      default:
        fail_here("holds null, which is no value");
    }
  }

  std::string name_;
  Json json_;
};

Value to_json_array(const Value& v) {
  if (!v.is(ValueKind::set) && !v.is(ValueKind::function))
    fail_argument(EvaluationFault::argument, 0, "ToJsonArray", "set, sequence or function", v);
  return Value::string(json_text(normalised(v)));
}

Value to_json_object(const Value& v) {
  if (!v.is(ValueKind::function)) fail_argument(EvaluationFault::argument, 0, "ToJsonObject", "function", v);
  const std::string text = json_text(normalised(v));
  return Value::string(text == "[]" ? "{}" : text);
}

}  // namespace

std::string json_text(const Value& v) {
  switch (v.kind()) {
    case ValueKind::boolean:
      return v.as_boolean() ? "true" : "false";
    case ValueKind::integer:
      return std::to_string(v.as_integer());
    case ValueKind::string:
      return quoted(v.as_string());
    case ValueKind::model_value:
      return quoted(v.as_model_value().name);
    case ValueKind::set:
      return array_text(elements_of(v));
    default: {
      Elements elements;
      return as_tuple(v, elements) ? array_text(elements) : members_text(v);
    }
  }
}

Value value_of_json(const std::string& text, const std::string& name) { return Document(text, name).value(); }

std::string exact_text(const Value& v) {
  std::vector<std::string> parts;
  Elements elements;
  switch (v.kind()) {
    case ValueKind::model_value:
      return R"({"model":)" + quoted(v.as_model_value().name) + "}";
    case ValueKind::set:
      for (const Value& e : elements_of(v)) parts.push_back(exact_text(e));
      return R"({"set":)" + joined(parts, '[', ']') + "}";
    case ValueKind::function:
      if (as_tuple(v, elements)) {
        for (const Value& e : elements) parts.push_back(exact_text(e));
        return R"({"tuple":)" + joined(parts, '[', ']') + "}";
      }
      for (const auto& [key, value] : pairs_of(v))
        parts.push_back(joined({exact_text(key), exact_text(value)}, '[', ']'));
      return R"({"function":)" + joined(parts, '[', ']') + "}";
    default:
      return json_text(v);
  }
}

Value value_of_exact(const model::Model& model, const std::string& text, const std::string& name) {
  return Document(text, name).exact_value(model);
}

Value json_native(Native native, const NativeCall& call) {
  switch (native) {
    case Native::to_json:
      return Value::string(json_text(normalised(call.argument(0))));
    case Native::to_json_array:
      return to_json_array(call.argument(0));
    case Native::to_json_object:
      return to_json_object(call.argument(0));
    default:
      return {};
  }
}

}  // namespace synod::reference
