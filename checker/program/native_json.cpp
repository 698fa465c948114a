// The module Json without its files, and the forms behind them.
#include <limits>

#include <nlohmann/json.hpp>

#include "program/json.hpp"
#include "program/native.hpp"

namespace synod::program {

using semantics::Native;
using Json = nlohmann::json;

namespace {

constexpr int deepest_json = 500;

void write_string(std::string& out, std::string_view text) {
  out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void write(std::string& out, Value v);

void write_array(std::string& out, std::span<const Value> items) {
  out += '[';
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += ',';
    write(out, items[i]);
  }
  out += ']';
}

/// `v` is a function, and no tuple.
void write_object(std::string& out, Value v) {
  const auto items = values::range_of(v);
  out += '{';
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += ',';
    const Value point = values::domain_point(v, i);
    write_string(out, point.is_string() ? point.text() : values::to_string(point));
    out += ':';
    write(out, items[i]);
  }
  out += '}';
}

void write(std::string& out, Value v) {
  switch (v.kind()) {
    case Kind::boolean:
      out += v.as_boolean() ? "true" : "false";
      return;
    case Kind::integer:
      out += std::to_string(v.as_integer());
      return;
    case Kind::string:
    case Kind::model_value:
      return write_string(out, v.text());
    case Kind::set:
      return write_array(out, values::elements(v));
    case Kind::tuple:
      return write_array(out, values::range_of(v));
    default:
      return write_object(out, v);
  }
}

/// From parsed JSON to a value, of either form.
class Reader {
 public:
  Reader(Context& c, const std::string& what) : context_(c), what_(what) {}

  [[nodiscard]] Json parse(std::string_view text) const {
    try {
      return Json::parse(text);
    } catch (const Json::exception&) {
      fail("is no JSON");
    }
  }

  Value read(const Json& json) {
    const Depth depth(*this);
    if (json.is_array()) return values::make_tuple(context_.arena, read_all(json));
    if (!json.is_object()) return scalar(json);
    std::vector<values::AtomId> names;
    std::vector<Value> items;
    for (const auto& member : json.items()) {
      names.push_back(values::atoms().string(member.key()));
      items.push_back(read(member.value()));
    }
    return names.empty() ? values::empty_tuple() : values::make_record(context_.arena, names, items);
  }

  Value read_exact(const Json& json) {
    const Depth depth(*this);
    if (!json.is_object()) return scalar(json);
    if (json.size() != 1 || json.is_array()) fail("was not written by IOSerialize");
    const std::string& form = json.begin().key();
    const Json& content = json.begin().value();
    if (form == "model" && content.is_string())
      return Value::model_value(values::atoms().model_value(content.get_ref<const std::string&>()));
    if (!content.is_array()) fail("was not written by IOSerialize");
    if (form == "set") return values::make_set(context_.arena, exact_all(content));
    if (form == "tuple") return values::make_tuple(context_.arena, exact_all(content));
    if (form == "function") return function(content);
    fail("was not written by IOSerialize");
  }

 private:
  class Depth {
   public:
    explicit Depth(Reader& reader) : reader_(reader) {
      if (++reader_.depth_ > deepest_json) reader_.fail("nests too deeply");
    }
    ~Depth() { --reader_.depth_; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;

   private:
    Reader& reader_;
  };

  [[noreturn]] void fail(const std::string& why) const {
    throw EvaluationError(EvaluationFault::unforeseen, what_ + " " + why + ".");
  }

  std::vector<Value> read_all(const Json& array) {
    std::vector<Value> items;
    for (const Json& item : array) items.push_back(read(item));
    return items;
  }

  std::vector<Value> exact_all(const Json& array) {
    std::vector<Value> items;
    for (const Json& item : array) items.push_back(read_exact(item));
    return items;
  }

  Value function(const Json& pairs) {
    std::vector<std::pair<Value, Value>> read;
    for (const Json& pair : pairs) {
      if (!pair.is_array() || pair.size() != 2) fail("was not written by IOSerialize");
      read.emplace_back(read_exact(pair[0]), read_exact(pair[1]));
    }
    std::ranges::sort(read,
                      [](const auto& a, const auto& b) { return values::compare(a.first, b.first) < 0; });
    std::vector<Value> points, range;
    for (const auto& [point, value] : read) {
      if (!points.empty() && values::equal(points.back(), point)) fail("was not written by IOSerialize");
      points.push_back(point);
      range.push_back(value);
    }
    return values::make_function(context_.arena, values::make_sorted_set(context_.arena, points), range);
  }

  Value scalar(const Json& json) {
    if (json.is_boolean()) return Value::boolean(json.get<bool>());
    if (json.is_string()) return Value::string(values::atoms().string(json.get_ref<const std::string&>()));
    if (json.is_number()) return number(json);
    fail("holds " + std::string(json.is_null() ? "null" : "something") + ", which is no value");
  }

  Value number(const Json& json) {
    if (json.is_number_float()) {
      const auto n = json.get<double>();
      if (!(n >= -1e15 && n <= 1e15) || n != static_cast<double>(static_cast<std::int64_t>(n)))
        fail("holds the number " + json.dump() + ", which is no integer");
      return values::make_integer(context_.arena, static_cast<std::int64_t>(n));
    }
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > largest)
      fail("holds the number " + json.dump() + ", which has more than 64 bits");
    return values::make_integer(context_.arena, json.get<std::int64_t>());
  }

  Context& context_;
  const std::string& what_;
  int depth_ = 0;
};

Json exact(Value v) {
  const auto all = [](std::span<const Value> items) {
    Json array = Json::array();
    for (const Value item : items) array.push_back(exact(item));
    return array;
  };
  switch (v.kind()) {
    case Kind::boolean:
      return v.as_boolean();
    case Kind::integer:
      return v.as_integer();
    case Kind::string:
      return v.text();
    case Kind::model_value:
      return Json::object({{"model", v.text()}});
    case Kind::set:
      return Json::object({{"set", all(values::elements(v))}});
    case Kind::tuple:
      return Json::object({{"tuple", all(values::range_of(v))}});
    default: {
      Json pairs = Json::array();
      for (std::size_t i = 0; i < values::size(v); ++i)
        pairs.push_back(Json::array({exact(values::domain_point(v, i)), exact(values::range_of(v)[i])}));
      return Json::object({{"function", std::move(pairs)}});
    }
  }
}

Value string_value(const std::string& text) { return Value::string(values::atoms().string(text)); }

Value to_json(const Node&, Frame& f, std::span<const Value> a) {
  return string_value(json_text(component(*f.context, a[0])));
}

Value to_json_array(const Node& node, Frame& f, std::span<const Value> a) {
  const Value v = component(*f.context, a[0]);
  if (!values::is_set(v.kind()) && !values::is_function(v.kind())) {
    node.fail(EvaluationFault::unforeseen,
              "The argument of ToJsonArray must be a set, a sequence or a function, but "
              "the value is " +
                  values::to_string(v) + ".");
  }
  return string_value(json_text(v));
}

Value to_json_object(const Node& node, Frame& f, std::span<const Value> a) {
  const Value v = component(*f.context, a[0]);
  if (!values::is_function(v.kind())) {
    node.fail(
        EvaluationFault::unforeseen,
        "The argument of ToJsonObject must be a function, but the value is " + values::to_string(v) + ".");
  }
  return string_value(values::size(v) == 0 ? "{}" : json_text(v));
}

}  // namespace

std::string json_text(Value v) {
  std::string out;
  write(out, v);
  return out;
}

Value value_of_json(Context& c, std::string_view text, const std::string& what) {
  Reader reader(c, what);
  return reader.read(reader.parse(text));
}

std::string exact_text(Value v) { return exact(v).dump(-1, ' ', false, Json::error_handler_t::replace); }

Value value_of_exact(Context& c, std::string_view text, const std::string& what) {
  Reader reader(c, what);
  return reader.read_exact(reader.parse(text));
}

NativeFunction json_function(Native native) {
  switch (native) {
    case Native::to_json:
      return to_json;
    case Native::to_json_array:
      return to_json_array;
    case Native::to_json_object:
      return to_json_object;
    default:
      return nullptr;
  }
}

}  // namespace synod::program
