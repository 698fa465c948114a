// Edits that leave everything else as it was.
#include "gate/json_text.hpp"

#include <gtest/gtest.h>

namespace synod::gate {
namespace {

const char* const text = R"({
  "name": "a \"quoted\" } name", "list": [1, {"x": true}, [ ] ],
  "models": [
    {"path": "A",
     "depth": 3},
    { }
  ]
})";

TEST(JsonText, finds_members_and_their_lines) {
  const JsonText json(text);
  EXPECT_EQ(json.value("/models/0/depth"), "3");
  EXPECT_EQ(json.value("/name"), R"("a \"quoted\" } name")");
  EXPECT_EQ(json.value("/list/1"), R"({"x": true})");
  EXPECT_EQ(json.value("/list/2"), "[ ]");
  EXPECT_FALSE(json.has("/list/3"));
  EXPECT_EQ(json.line_of("/models/0/depth"), 5u);
  EXPECT_EQ(json.line_of("/models/0/width"), 4u) << "of what is around it";
  EXPECT_EQ(json.line_of(""), 1u);
}

TEST(JsonText, sets_a_value_in_its_place) {
  JsonText json(text);
  json.set("/models/0", "depth", "12");
  EXPECT_NE(json.text().find("{\"path\": \"A\",\n     \"depth\": 12},"), std::string::npos) << json.text();
}

TEST(JsonText, gives_a_new_member_the_layout_of_its_neighbour) {
  JsonText json(text);
  json.set("/models/0", "width", "7");
  EXPECT_NE(json.text().find("\"depth\": 3,\n     \"width\": 7}"), std::string::npos) << json.text();
  json.set("/models/1", "path", "\"B\"");
  EXPECT_NE(json.text().find("{\"path\": \"B\"}"), std::string::npos) << json.text();
  json.set("/list/1", "y", "2");
  EXPECT_NE(json.text().find("{\"x\": true, \"y\": 2}"), std::string::npos) << json.text();
}

TEST(JsonText, puts_a_new_member_after_another) {
  JsonText json(R"({"a": 1, "b": 2})");
  json.set("", "c", "3", "a");
  EXPECT_EQ(json.text(), R"({"a": 1, "c": 3, "b": 2})");
  JsonText lines("{\n  \"a\": 1,\n  \"b\": 2\n}");
  lines.set("", "c", "3", "a");
  EXPECT_EQ(lines.text(), "{\n  \"a\": 1,\n  \"c\": 3,\n  \"b\": 2\n}");
}

TEST(JsonText, removes_a_member_with_what_separates_it) {
  const auto without = [](const char* member) {
    JsonText json(R"({"a": 1, "b": [2], "c": 3})");
    json.remove("", member);
    return json.text();
  };
  EXPECT_EQ(without("a"), R"({"b": [2], "c": 3})");
  EXPECT_EQ(without("b"), R"({"a": 1, "c": 3})");
  EXPECT_EQ(without("c"), R"({"a": 1, "b": [2]})");
  EXPECT_EQ(without("d"), R"({"a": 1, "b": [2], "c": 3})");
  JsonText only(R"({ "a": 1 })");
  only.remove("", "a");
  EXPECT_EQ(only.text(), "{}");
}

TEST(JsonText, knows_names_that_are_there_twice) {
  const JsonText json(R"({"a": 1, "b": {"x": 1, "x": 2}})");
  ASSERT_EQ(json.repeated_names().size(), 1u);
  EXPECT_EQ(json.repeated_names()[0], std::pair(Pointer("/b"), std::string("x")));
  EXPECT_EQ(json.value("/b/x"), "2") << "the last one counts, as for the parser";
}

TEST(JsonText, begins_behind_a_byte_order_mark) {
  JsonText json("\xEF\xBB\xBF{\"a\": 1}");
  json.set("", "b", "2");
  EXPECT_EQ(json.text(), "\xEF\xBB\xBF{\"a\": 1, \"b\": 2}");
}

TEST(JsonText, finds_names_however_they_are_spelled) {
  JsonText json(R"({"\u0061": {"b": 1}})");
  EXPECT_EQ(json.value("/a/b"), "1");
  json.set("/a", "c", "2");
  EXPECT_EQ(json.text(), R"({"\u0061": {"b": 1, "c": 2}})");
}

TEST(JsonText, nesting_is_counted_outside_of_strings) {
  EXPECT_EQ(nesting_of(R"([[{"[[[": "\"[["}]])"), 3);
  EXPECT_EQ(nesting_of("\"unfinished [["), 0);
}

}  // namespace
}  // namespace synod::gate
