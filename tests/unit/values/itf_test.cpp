// ITF: what is written is read back as the same values, and what is no trace is refused with its place.
#include "values/itf.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace synod::values {
namespace {

using testing::HasSubstr;

class Itf : public testing::Test {
 protected:
  Value integer(std::int64_t n) { return make_integer(arena_, n); }
  static Value string(const char* text) { return Value::string(atoms().string(text)); }
  static Value model(const char* text) { return Value::model_value(atoms().model_value(text)); }
  Value set(std::vector<Value> elements) { return make_set(arena_, elements); }
  Value tuple(std::vector<Value> items) { return values::make_tuple(arena_, items); }
  Value record(const char* name, Value value) {
    return make_record(arena_, std::vector<AtomId>{atoms().string(name)}, std::vector<Value>{value});
  }
  std::string text(Value v) { return to_itf(v, names_).dump(); }

  std::string problem(const std::string& json) {
    try {
      static_cast<void>(read_itf(json, arena_, names_));
    } catch (const ItfError& error) {
      return error.what();
    }
    return "no problem";
  }

  Arena arena_;
  ModelValueNames names_ = {"p1", "p2"};
};

TEST_F(Itf, encodes_each_kind_of_value) {
  EXPECT_EQ(text(integer(-7)), R"({"#bigint":"-7"})");
  EXPECT_EQ(text(integer(INT64_MIN)), R"({"#bigint":"-9223372036854775808"})");
  EXPECT_EQ(text(Value::boolean(true)), "true");
  EXPECT_EQ(text(string("a")), R"("a")");
  EXPECT_EQ(text(model("p1")), R"("p1")");
  EXPECT_EQ(text(string("p1")), R"({"#string":"p1"})");
  EXPECT_EQ(text(set({integer(2), integer(1)})), R"({"#set":[{"#bigint":"1"},{"#bigint":"2"}]})");
  EXPECT_EQ(text(tuple({})), R"({"#tup":[]})");
  EXPECT_EQ(text(record("bal", integer(1))), R"({"bal":{"#bigint":"1"}})");
  EXPECT_EQ(text(record("#set", integer(1))), R"({"#map":[["#set",{"#bigint":"1"}]]})");
  const Value function = make_function(arena_, set({integer(0)}), std::vector<Value>{model("p2")});
  EXPECT_EQ(text(function), R"({"#map":[[{"#bigint":"0"},"p2"]]})");
}

TEST_F(Itf, reads_back_what_it_wrote) {
  ItfTrace trace;
  trace.variables = {"x", "y"};
  trace.loop = 1;
  const Value function =
      make_function(arena_, set({model("p1"), model("p2")}),
                    std::vector<Value>{set({}), tuple({string("p1"), record("f", string("#"))})});
  trace.states = {{{integer(1), function}, "Initial predicate"},
                  {{integer(2), set({tuple({})})}, "Send(p1)"}};
  const std::string text = write_itf(trace, names_);
  const ItfTrace again = read_itf(text, arena_, {});
  ASSERT_EQ(again.states.size(), 2U);
  EXPECT_EQ(again.variables, trace.variables);
  EXPECT_EQ(again.loop, trace.loop);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(again.states[i].action, trace.states[i].action);
    for (std::size_t v = 0; v < 2; ++v) {
      EXPECT_EQ(to_string(again.states[i].values[v]), to_string(trace.states[i].values[v]));
      EXPECT_TRUE(equal(again.states[i].values[v], trace.states[i].values[v]));
    }
  }
  EXPECT_EQ(write_itf(again, names_), text);
}

TEST_F(Itf, reads_what_other_tools_write) {
  const ItfTrace trace = read_itf(
      R"({"vars": ["x"], "states": [{"x": [1, {"#bigint": "2"}, "p1", {"a": true}]}]})", arena_, names_);
  EXPECT_EQ(to_string(trace.states.at(0).values.at(0)), "<<1, 2, p1, [a |-> TRUE]>>");
  EXPECT_TRUE(range_of(trace.states[0].values[0])[2].is_model_value());
}

TEST_F(Itf, says_what_is_wrong_and_where) {
  EXPECT_THAT(problem(""), HasSubstr("this is no JSON"));
  EXPECT_THAT(problem("{\"vars\": ["), HasSubstr("this is no JSON"));
  EXPECT_THAT(problem("[]"), HasSubstr("an object is expected"));
  EXPECT_THAT(problem("{}"), HasSubstr("there is no member \"vars\""));
  EXPECT_THAT(problem(R"({"vars": ["x", "x"], "states": []})"), HasSubstr("x stands here twice"));
  EXPECT_THAT(problem(R"({"vars": ["x"], "states": []})"), HasSubstr("at least one state"));
  EXPECT_THAT(problem(R"({"vars": ["x"], "states": [{"x": 1}, {"y": 1}]})"),
              HasSubstr("states[1]: there is no member \"x\""));
  EXPECT_THAT(problem(R"({"vars": ["x"], "states": [{"x": 1, "z": 2}]})"), HasSubstr("states[0].z"));
  EXPECT_THAT(problem(R"({"vars": ["x"], "states": [{"x": 1.5}]})"),
              HasSubstr("states[0].x: a number with a fraction"));
  EXPECT_THAT(problem(R"({"vars": ["x"], "states": [{"x": null}]})"), HasSubstr("null is no value"));
  EXPECT_THAT(problem(R"({"vars": ["x"], "states": [{"x": {"#bigint": "12a"}}]})"),
              HasSubstr("this is no integer"));
  EXPECT_THAT(problem(R"({"vars": ["x"], "states": [{"x": {"#bigint": "9223372036854775808"}}]})"),
              HasSubstr("64 bits"));
  EXPECT_THAT(problem(R"({"vars": ["x"], "states": [{"x": {"#set": [1, "a"]}}]})"),
              HasSubstr("states[0].x.#set"));
  EXPECT_THAT(problem(R"({"vars": ["x"], "states": [{"x": {"#map": [[1, 2], [1, 3]]}}]})"),
              HasSubstr("twice"));
  EXPECT_THAT(problem(R"({"vars": ["x"], "states": [{"x": {"#map": [1]}}]})"), HasSubstr("a pair"));
  EXPECT_THAT(problem(R"({"vars": ["x"], "states": [{"x": {"#odd": 1}}]})"),
              HasSubstr("no value is written like this"));
  EXPECT_THAT(problem(R"({"vars": ["x"], "states": [{"x": 1}], "loop": 1})"),
              HasSubstr("no state of the trace"));
}

TEST_F(Itf, refuses_what_is_nested_too_deeply) {
  const std::string deep = R"({"vars": ["x"], "states": [{"x": )" + std::string(100000, '[');
  EXPECT_THAT(problem(deep), HasSubstr("nested too deeply"));
}

}  // namespace
}  // namespace synod::values
