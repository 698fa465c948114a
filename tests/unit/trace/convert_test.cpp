// The two representations of values say the same, in both directions.
#include "trace/convert.hpp"

#include <gtest/gtest.h>

namespace synod::trace {
namespace {

using values::Value;

class Convert : public testing::Test {
 protected:
  void expect_same(Value v) {
    const reference::Value converted = to_reference(v);
    EXPECT_EQ(reference::text(converted), values::to_string(v));
    EXPECT_TRUE(values::equal(from_reference(arena_, converted), v)) << values::to_string(v);
  }
  Value integer(std::int64_t n) { return values::make_integer(arena_, n); }
  Value set(std::vector<Value> elements) { return values::make_set(arena_, elements); }
  static Value string(const char* text) { return Value::string(values::atoms().string(text)); }

  values::Arena arena_;
};

TEST_F(Convert, scalars) {
  expect_same(Value::boolean(false));
  expect_same(integer(-1));
  expect_same(integer(INT64_MAX));
  expect_same(string("a \"quoted\" text"));
  expect_same(Value::model_value(values::atoms().model_value("p_1")));
}

TEST_F(Convert, composites) {
  expect_same(set({}));
  expect_same(values::empty_tuple());
  expect_same(set({integer(3), integer(1)}));
  expect_same(values::make_tuple(arena_, std::vector<Value>{string("x"), set({integer(1)})}));
  expect_same(values::make_record(arena_, std::vector<values::AtomId>{values::atoms().string("f")},
                                  std::vector<Value>{integer(2)}));
  expect_same(values::make_function(arena_, set({set({}), set({integer(1)})}),
                                    std::vector<Value>{Value::boolean(true), string("y")}));
}

TEST_F(Convert, an_unassigned_variable_is_undefined) { EXPECT_FALSE(to_reference(Value()).defined()); }

}  // namespace
}  // namespace synod::trace
