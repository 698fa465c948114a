// Construction, comparison, membership, enumeration and printing of values: section 3.3 of TLC's behaviour.
#include <gtest/gtest.h>

#include "reference/set.hpp"

namespace synod::reference {
namespace {

Value n(std::int64_t value) { return Value::integer(value); }
Value s(const std::string& value) { return Value::string(value); }
Value mv(const std::string& name, std::uint32_t order = 0) { return Value::model_value({name, order}); }
Value function(Pairs pairs) { return Value::function(std::move(pairs)); }

std::string listed(const Value& set) {
  std::string result;
  visit_elements(set, [&](const Value& e) {
    result += (result.empty() ? "" : " ") + text(e);
    return false;
  });
  return result;
}

template <class Body>
std::string message(Body body) {
  try {
    body();
    return "no error";
  } catch (const EvaluationError& error) {
    return error.message();
  }
}

TEST(Values, PrintAsTlcPrintsThem) {
  EXPECT_EQ(text(Value::set({n(3), n(1), n(3)})), "{1, 3}");
  EXPECT_EQ(text(Value::tuple({n(1), s("a\"b")})), "<<1, \"a\\\"b\">>");
  EXPECT_EQ(text(Value::record({{"b", n(2)}, {"a", Value::boolean(true)}})), "[a |-> TRUE, b |-> 2]");
  EXPECT_EQ(text(function({{mv("p2", 1), n(2)}, {mv("p1", 0), n(1)}})), "(p1 :> 1 @@ p2 :> 2)");
  EXPECT_EQ(text(function({{s("a b"), n(2)}})), "(\"a b\" :> 2)");
  EXPECT_EQ(text(function({})), "<<>>");
  EXPECT_EQ(text(empty_set()), "{}");
  EXPECT_EQ(text(interval(1, 3)), "{1, 2, 3}");
  EXPECT_EQ(text(special_set(SetForm::naturals)), "Nat");
}

TEST(Values, TuplesSequencesAndRecordsAreFunctions) {
  EXPECT_TRUE(equal(Value::tuple({n(7), n(8)}), function({{n(2), n(8)}, {n(1), n(7)}})));
  EXPECT_TRUE(equal(Value::record({{"a", n(1)}}), function({{s("a"), n(1)}})));
  EXPECT_TRUE(equal(Value::tuple({}), Value::record({})));
  EXPECT_TRUE(equal(interval(1, 2), Value::set({n(2), n(1)})));
}

TEST(Values, DuplicatePointsOfAFunctionAreAnError) {
  EXPECT_EQ(message([] { static_cast<void>(function({{n(1), n(1)}, {n(1), n(2)}})); }),
            "The value\n1\noccurs multiple times in the function domain.");
}

TEST(Comparison, FailsAcrossKinds) {
  EXPECT_EQ(message([] { static_cast<void>(equal(n(2), s("a"))); }),
            "Attempted to check equality of integer 2 with non-integer:\n\"a\"");
  EXPECT_EQ(message([] { static_cast<void>(equal(Value::boolean(true), n(1))); }),
            "Attempted to compare equality of boolean TRUE with non-boolean:\n1");
  EXPECT_EQ(message([] { static_cast<void>(compare(s("a"), n(1))); }),
            "Attempted to compare string \"a\" with non-string:\n1");
  EXPECT_EQ(message([] { static_cast<void>(equal(Value::set({n(1)}), Value::tuple({n(1)}))); }),
            "Attempted to check equality of the set {1} with the value:\n<<1>>");
  EXPECT_EQ(message([] { static_cast<void>(equal(Value::tuple({n(1)}), Value::tuple({s("a")}))); }),
            "Attempted to check equality of integer 1 with non-integer:\n\"a\"");
}

TEST(Comparison, IsDecidedByAnEarlierTest) {
  EXPECT_FALSE(equal(Value::tuple({n(1), n(2)}), Value::tuple({s("a")})));
  EXPECT_FALSE(equal(Value::record({{"a", n(1)}}), Value::tuple({n(1), n(2)})));
  EXPECT_FALSE(equal(empty_set(), Value::set({n(1)})));
  EXPECT_FALSE(equal(Value::tuple({n(1), n(2)}), Value::tuple({n(2), s("a")})));
}

TEST(Comparison, UntypedModelValuesAreUnlikeAllElse) {
  EXPECT_FALSE(equal(mv("m"), n(1)));
  EXPECT_LT(compare(mv("m"), n(1)), 0);
  EXPECT_LT(compare(mv("z", 0), mv("a", 1)), 0) << "the order of the configuration";
  EXPECT_EQ(text(Value::set({n(1), mv("m")})), "{m, 1}");
}

TEST(Comparison, TypedModelValuesFailAgainstOtherKinds) {
  EXPECT_EQ(message([] { static_cast<void>(equal(n(1), mv("p_1"))); }),
            "Attempted to check equality of the typed model value p_1 and the non-model value\n1");
  EXPECT_EQ(message([] { static_cast<void>(equal(mv("q_1"), mv("p_1", 1))); }),
            "Attempted to check equality of the differently-typed model values q_1 and p_1");
  EXPECT_FALSE(equal(mv("p_1"), mv("m", 1)));
}

TEST(Comparison, OrdersSetsBySizeAndFunctionsByDomain) {
  EXPECT_LT(compare(Value::set({n(9)}), Value::set({n(1), n(2)})), 0);
  EXPECT_LT(compare(Value::set({n(1), n(3)}), Value::set({n(2), n(3)})), 0);
  EXPECT_LT(compare(Value::tuple({n(9)}), Value::tuple({n(1), n(2)})), 0);
  EXPECT_LT(compare(Value::record({{"a", n(9)}}), Value::record({{"b", n(1)}})), 0);
}

TEST(Comparison, OfInfiniteSets) {
  const Value nat = special_set(SetForm::naturals);
  const Value integers = special_set(SetForm::integers);
  EXPECT_TRUE(equal(nat, nat));
  EXPECT_FALSE(equal(nat, integers));
  EXPECT_TRUE(equal(symbolic_set(SetForm::sequences, {nat}), symbolic_set(SetForm::sequences, {nat})));
  EXPECT_THROW(static_cast<void>(equal(nat, Value::set({n(1)}))), EvaluationError);
}

TEST(Membership, FailsOnOtherKinds) {
  EXPECT_EQ(message([] { static_cast<void>(member(s("a"), interval(1, 2))); }),
            "Attempted to check if the value:\n\"a\"\nis in the integer interval {1, 2}");
  EXPECT_FALSE(member(s("a"), interval(2, 1)));
  EXPECT_FALSE(member(s("a"), empty_set()));
  EXPECT_FALSE(member(mv("m"), special_set(SetForm::naturals)));
  EXPECT_EQ(message([] { static_cast<void>(member(s("a"), special_set(SetForm::naturals))); }),
            "Attempted to check if the value:\n\"a\"\nis an element of Nat.");
  EXPECT_EQ(message([] { static_cast<void>(member(n(1), n(2))); }),
            "Attempted to check if the value:\n1\nis an element of an integer:\n2");
}

TEST(Membership, DecidesSymbolicSetsWithoutListingThem) {
  const Value nat = special_set(SetForm::naturals);
  const Value large = interval(1, 1'000'000'000);
  EXPECT_TRUE(member(Value::set({n(1), n(2)}), symbolic_set(SetForm::powerset, {large})));
  EXPECT_TRUE(member(Value::tuple({n(0), n(5)}), symbolic_set(SetForm::functions, {interval(1, 2), nat})));
  EXPECT_FALSE(member(Value::tuple({n(0)}), symbolic_set(SetForm::functions, {interval(1, 2), nat})));
  EXPECT_TRUE(member(Value::tuple({n(0), n(5)}), symbolic_set(SetForm::product, {nat, large})));
  EXPECT_TRUE(member(Value::record({{"a", n(0)}}), record_set({{"a", nat}})));
  EXPECT_FALSE(member(Value::record({{"b", n(0)}}), record_set({{"a", nat}})));
  EXPECT_TRUE(member(Value::tuple({n(4), n(4)}), symbolic_set(SetForm::sequences, {nat})));
  EXPECT_TRUE(member(n(4), set_union(Value::set({n(1)}), nat)));
  EXPECT_FALSE(member(n(4), set_difference(nat, Value::set({n(4)}))));
}

TEST(Membership, OfSetsThatCannotBeSortedGoesFromLeftToRight) {
  const Value mixed = Value::set({n(1), s("a")});
  EXPECT_TRUE(member(n(1), mixed));
  EXPECT_THROW(static_cast<void>(member(s("a"), mixed)), EvaluationError);
  EXPECT_THROW(static_cast<void>(cardinality(mixed)), EvaluationError);
}

TEST(Membership, ListedSetsOfOtherKindsHaveNoUnion) {
  EXPECT_EQ(message([] { static_cast<void>(set_union(Value::set({s("a")}), interval(1, 3))); }),
            "Attempted to compare integer 1 with non-integer:\n\"a\"");
  EXPECT_EQ(message([] { static_cast<void>(set_union(interval(1, 3), Value::set({s("a")}))); }),
            "Attempted to check if the value:\n\"a\"\nis in the integer interval {1, 2, 3}");
  EXPECT_TRUE(member(s("a"), set_union(Value::set({s("a")}), special_set(SetForm::naturals))))
      << "not listed";
}

TEST(Application, FailsAtAnIndexOfAnotherKind) {
  EXPECT_EQ(message([] { static_cast<void>(apply(Value::tuple({n(1)}), s("a"))); }),
            "Attempted to access tuple at a non integral index: \"a\"");
  EXPECT_EQ(message([] { static_cast<void>(apply(Value::record({{"a", n(1)}}), n(1))); }),
            "Attempted to access record by a non-string argument: 1");
  EXPECT_EQ(message([] { static_cast<void>(apply(Value::tuple({n(1)}), n(2))); }),
            "Attempted to access index 2 of tuple\n<<1>>\nwhich is out of bounds.");
}

TEST(Enumeration, FollowsTheOrderOfValues) {
  EXPECT_EQ(listed(symbolic_set(SetForm::powerset, {interval(1, 3)})),
            "{} {1} {2} {3} {1, 2} {1, 3} {2, 3} {1, 2, 3}");
  EXPECT_EQ(listed(symbolic_set(SetForm::functions, {interval(1, 2), interval(3, 4)})),
            "<<3, 3>> <<3, 4>> <<4, 3>> <<4, 4>>");
  EXPECT_EQ(listed(symbolic_set(SetForm::product, {interval(1, 2), Value::set({s("a"), s("b")})})),
            "<<1, \"a\">> <<1, \"b\">> <<2, \"a\">> <<2, \"b\">>");
  EXPECT_EQ(listed(record_set({{"b", interval(1, 2)}, {"a", interval(3, 4)}})),
            "[a |-> 3, b |-> 1] [a |-> 3, b |-> 2] [a |-> 4, b |-> 1] [a |-> 4, b |-> 2]");
  EXPECT_EQ(listed(big_union(Value::set({interval(3, 4), interval(1, 3)}))), "1 2 3 4") << "once each";
  EXPECT_EQ(listed(symbolic_set(SetForm::functions, {empty_set(), interval(1, 2)})), "<<>>");
  EXPECT_EQ(listed(symbolic_set(SetForm::functions, {interval(1, 2), empty_set()})), "");
}

TEST(Enumeration, RefusesInfiniteSets) {
  EXPECT_THROW(listed(special_set(SetForm::strings)), EvaluationError);
  EXPECT_THROW(static_cast<void>(normalised(special_set(SetForm::naturals))), EvaluationError);
}

TEST(Size, IsComputedForSymbolicSets) {
  EXPECT_EQ(cardinality(symbolic_set(SetForm::powerset, {interval(1, 40)})), std::int64_t{1} << 40);
  EXPECT_EQ(cardinality(symbolic_set(SetForm::functions, {interval(1, 10), interval(1, 10)})),
            10'000'000'000);
  EXPECT_THROW(static_cast<void>(cardinality(symbolic_set(SetForm::powerset, {interval(1, 64)}))),
               EvaluationError);
  EXPECT_EQ(cardinality(interval(2, 1)), 0);
}

TEST(TotalOrder, NeverFails) {
  const TotalOrder less;
  EXPECT_NE(less(n(1), s("a")), less(s("a"), n(1)));
  EXPECT_FALSE(less(State{n(1), s("a")}, State{n(1), s("a")}));
  EXPECT_NE(less(State{n(1), s("a")}, State{n(1), Value::boolean(true)}),
            less(State{n(1), Value::boolean(true)}, State{n(1), s("a")}));
}

}  // namespace
}  // namespace synod::reference
