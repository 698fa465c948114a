#include "store/layout.hpp"

#include <limits>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace synod::store {
namespace {

Value integer(std::int64_t i) { return Value::small_integer(i); }
Value text(const std::string& s) { return Value::string(values::atoms().string(s)); }

class LayoutTest : public testing::Test {
 protected:
  Value tuple(std::int64_t a, std::int64_t b) {
    const Value items[] = {integer(a), integer(b)};
    return interner_.intern(values::make_tuple(arena_, items));
  }
  void expect_round_trip(const Layout& layout, const std::vector<Value>& state) {
    std::vector<Word> packed(layout.words());
    std::size_t misfit = 0;
    ASSERT_TRUE(layout.pack(state, interner_, packed.data(), misfit)) << "variable " << misfit;
    std::vector<Value> unpacked(state.size());
    layout.unpack(packed.data(), interner_, unpacked);
    EXPECT_EQ(unpacked, state);
  }

  values::Interner interner_;
  values::Arena arena_;
};

TEST_F(LayoutTest, GuessesFromAState) {
  const std::vector<Value> state{Value::boolean(true), integer(3), text("a"), tuple(1, 2)};
  const Layout layout = Layout::for_state(state);
  EXPECT_EQ(layout.shape(0).kind, Shape::Kind::boolean);
  EXPECT_EQ(layout.shape(1), (Shape{Shape::Kind::integer, 8, -32}));
  EXPECT_EQ(layout.shape(2).kind, Shape::Kind::atom);
  EXPECT_EQ(layout.shape(3).kind, Shape::Kind::handle);
  EXPECT_EQ(layout.words(), 1U);
  expect_round_trip(layout, state);
}

TEST_F(LayoutTest, NoVariables) { EXPECT_EQ(Layout().words(), 1U); }

TEST_F(LayoutTest, FieldsDoNotStraddleWords) {
  std::vector<Value> state;
  for (int i = 0; i < 100; ++i)
    state.push_back(i % 3 == 0 ? Value::boolean(i % 2 == 0) : i % 3 == 1 ? integer(i) : tuple(i, i));
  const Layout layout = Layout::for_state(state);
  EXPECT_LE(layout.words(), (34 * 1 + 33 * 8 + 33 * 32) / 64 + 2U);
  expect_round_trip(layout, state);
}

TEST_F(LayoutTest, SaysWhatDoesNotFit) {
  const Layout layout = Layout::for_state(std::vector<Value>{integer(0), Value::boolean(true)});
  Word packed = 0;
  std::size_t misfit = 9;
  EXPECT_FALSE(
      layout.pack(std::vector<Value>{integer(224), Value::boolean(true)}, interner_, &packed, misfit));
  EXPECT_EQ(misfit, 0U);
  EXPECT_FALSE(
      layout.pack(std::vector<Value>{integer(-33), Value::boolean(true)}, interner_, &packed, misfit));
  EXPECT_EQ(misfit, 0U);
  EXPECT_FALSE(layout.pack(std::vector<Value>{integer(0), integer(1)}, interner_, &packed, misfit));
  EXPECT_EQ(misfit, 1U);
  EXPECT_FALSE(layout.pack(std::vector<Value>{Value::boolean(true), Value::boolean(true)}, interner_, &packed,
                           misfit));
  EXPECT_TRUE(
      layout.pack(std::vector<Value>{integer(223), Value::boolean(false)}, interner_, &packed, misfit));
}

TEST_F(LayoutTest, IntegerRangesGrowToEitherSide) {
  Shape shape = Shape::for_value(integer(0));
  shape = shape.widened(integer(224));
  EXPECT_EQ(shape, (Shape{Shape::Kind::integer, 9, -32}));
  shape = shape.widened(integer(-1000));
  EXPECT_TRUE(shape.takes(integer(-1000)));
  EXPECT_TRUE(shape.takes(integer(479)));
  EXPECT_TRUE(shape.takes(integer(-32)));
  shape = shape.widened(text("x"));
  EXPECT_EQ(shape.kind, Shape::Kind::handle);
}

TEST_F(LayoutTest, RandomIntegersAlwaysFitInTheEnd) {
  std::mt19937_64 random(7);
  for (int run = 0; run < 2000; ++run) {
    std::vector<std::int64_t> taken;
    Shape shape = Shape::for_value(integer(static_cast<std::int64_t>(random()) >> (4 + random() % 60)));
    for (int i = 0; i < 70; ++i) {
      const std::int64_t n = static_cast<std::int64_t>(random()) >> (3 + random() % 61);
      for (int step = 0; step < 60 && !shape.takes(integer(n)); ++step) shape = shape.widened(integer(n));
      taken.push_back(n);
      for (const std::int64_t m : taken) ASSERT_TRUE(shape.takes(integer(m))) << m;
    }
    const Layout layout({shape});
    for (const std::int64_t m : taken) expect_round_trip(layout, {integer(m)});
  }
}

TEST_F(LayoutTest, LargeIntegersTakeAHandle) {
  const Value large =
      interner_.intern(values::make_integer(arena_, std::numeric_limits<std::int64_t>::max()));
  EXPECT_EQ(Shape::for_value(large).kind, Shape::Kind::handle);
  EXPECT_EQ(Shape::for_value(integer(1)).widened(large).kind, Shape::Kind::handle);
  expect_round_trip(Layout::for_state(std::vector<Value>{large}), {large});
}

TEST_F(LayoutTest, AtomsThatCameLaterWiden) {
  const Shape before = Shape::for_value(text("early"));
  Value late = text("late0");
  for (int i = 1; before.takes(late); ++i) late = text("late" + std::to_string(i));
  const Shape after = before.widened(late);
  EXPECT_EQ(after.kind, Shape::Kind::atom);
  EXPECT_TRUE(after.takes(late));
  expect_round_trip(Layout({after, after}), {late, Value::model_value(values::atoms().model_value("m1"))});
}

TEST_F(LayoutTest, Repacks) {
  const std::vector<Value> state{Value::boolean(true), integer(3), text("a"), tuple(1, 2)};
  Layout layout = Layout::for_state(state);
  std::vector<Word> packed(layout.words());
  std::size_t misfit = 0;
  ASSERT_TRUE(layout.pack(state, interner_, packed.data(), misfit));
  const std::vector<Value> others{integer(1), integer(100000), tuple(3, 4), text("b")};
  for (std::size_t i = 0; i < others.size(); ++i) {
    const Layout wide = layout.widened(i, others[i]);
    std::vector<Word> repacked(wide.words());
    std::vector<Word> direct(wide.words());
    wide.repack(layout, packed.data(), interner_, repacked.data());
    ASSERT_TRUE(wide.pack(state, interner_, direct.data(), misfit));
    EXPECT_EQ(repacked, direct);
    layout = wide;
    packed = repacked;
  }
  expect_round_trip(layout, others);
}

}  // namespace
}  // namespace synod::store
