// Values over several lines.
#include "report/value_text.hpp"

#include <gtest/gtest.h>

namespace synod::report {
namespace {

using values::Value;

class ValueText : public testing::Test {
 protected:
  Value integer(std::int64_t n) { return values::make_integer(arena_, n); }
  Value set(std::vector<Value> elements) { return values::make_set(arena_, elements); }
  Value tuple(std::vector<Value> items) { return values::make_tuple(arena_, items); }
  Value record(std::vector<std::string> names, std::vector<Value> items) {
    std::vector<values::AtomId> atoms;
    for (const std::string& name : names) atoms.push_back(values::atoms().string(name));
    return values::make_record(arena_, atoms, items);
  }
  Value numbers(std::int64_t first, std::int64_t last) {
    std::vector<Value> elements;
    for (std::int64_t i = first; i <= last; ++i) elements.push_back(integer(i));
    return set(elements);
  }
  values::Arena arena_;
};

TEST_F(ValueText, what_fits_stays_on_one_line) {
  EXPECT_EQ(wrapped(numbers(1, 3), 0, 9), "{1, 2, 3}");
  EXPECT_EQ(wrapped(Value(), 0, 9), "null");
}

TEST_F(ValueText, what_does_not_fit_has_one_component_per_line) {
  EXPECT_EQ(wrapped(numbers(1, 3), 0, 8), "{ 1,\n  2,\n  3 }");
  EXPECT_EQ(wrapped(tuple({integer(10), numbers(1, 3)}), 4, 14),
            "<< 10,\n       { 1,\n         2,\n         3 } >>");
}

TEST_F(ValueText, fields_and_points_are_aligned) {
  const Value r = record({"bal", "val"}, {integer(1), numbers(1, 3)});
  EXPECT_EQ(wrapped(r, 0, 21), "[ bal |-> 1,\n  val |-> {1, 2, 3} ]");
  const Value f = values::make_function(arena_, numbers(0, 1), std::vector<Value>{numbers(1, 3), integer(7)});
  EXPECT_EQ(wrapped(f, 0, 20), "( 0 :> {1, 2, 3} @@\n  1 :> 7 )");
}

TEST_F(ValueText, changes_are_named_with_their_place) {
  EXPECT_EQ(describe_change("x", numbers(1, 3), numbers(2, 4), 80), "x gained 4; x lost 1");
  EXPECT_EQ(describe_change("x", tuple({integer(1), integer(2)}), tuple({integer(1), integer(5)}), 80),
            "x[2]: 2 became 5");
  EXPECT_EQ(describe_change("x", tuple({record({"bal"}, {integer(1)})}),
                            tuple({record({"bal"}, {numbers(1, 2)})}), 80),
            "x[1].bal: 1 became {1, 2}");
  EXPECT_EQ(describe_change("x", tuple({}), tuple({integer(5)}), 80), "x: <<>> became <<5>>");
  EXPECT_EQ(describe_change("x", numbers(1, 3), numbers(1, 99), 20), "") << "too long to help";
}

}  // namespace
}  // namespace synod::report
