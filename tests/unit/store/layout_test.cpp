#include "store/layout.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "random_values.hpp"
#include "store/unpacker.hpp"

namespace synod::store {
namespace {

using Kind = Shape::Kind;

Value integer(std::int64_t i) { return Value::small_integer(i); }
Value text(const std::string& s) { return RandomValues::text(s); }

/// The values of one state after the other, packed by a layout that is widened as often as needed.
class GrowingLayout {
 public:
  GrowingLayout(values::Interner& interner, const std::vector<Value>& state)
      : interner_(interner), layout_(Layout::for_state(interner, state)) {}

  [[nodiscard]] const Layout& layout() const { return layout_; }
  [[nodiscard]] const std::vector<Word>& packed(std::size_t i) const { return states_[i]; }

  /// Packs a state, beside the one added as number `near` (or none).
  std::vector<Word> pack(const std::vector<Value>& state, std::ptrdiff_t near = -1) {
    Misfit misfit;
    for (;;) {
      std::vector<Word> packed(layout_.words(), 0x5555);
      values::Arena arena;
      std::vector<Value> values(state.size());
      Near beside;
      if (near >= 0) {
        layout_.unpack(states_[static_cast<std::size_t>(near)].data(), {}, arena, values);
        beside = {values.data(), states_[static_cast<std::size_t>(near)].data()};
      }
      if (layout_.pack(state, beside, packed.data(), misfit)) return packed;
      widen(misfit);
    }
  }
  void add(const std::vector<Value>& state, std::ptrdiff_t near = -1) {
    states_.push_back(pack(state, near));
  }

  /// Unpacks state i by itself, and beside another.
  std::vector<Value> unpack(std::size_t i, values::Arena& arena) const {
    std::vector<Value> values(layout_.variables());
    layout_.unpack(states_[i].data(), {}, arena, values);
    return values;
  }
  std::size_t widenings = 0;

 private:
  // As StateSpace::widen, with one state after the other.
  void widen(const Misfit& misfit) {
    ASSERT_LT(++widenings, 2000U);
    std::vector<Shape> shapes = layout_.shapes();
    shapes[misfit.variable].include(misfit.value);
    Layout to(interner_, shapes);
    std::vector<std::vector<Word>> repacked;
    for (std::size_t i = 0; i < states_.size();) {
      std::vector<Word> words(to.words());
      Misfit again;
      if (to.repack(layout_, states_[i].data(), words.data(), again)) {
        repacked.push_back(words);
        ++i;
        continue;
      }
      shapes = to.shapes();
      shapes[again.variable].include(again.value);
      to = Layout(interner_, shapes);
      repacked.clear();
      i = 0;
    }
    layout_ = to;
    states_ = std::move(repacked);
  }

  values::Interner& interner_;
  Layout layout_;
  std::vector<std::vector<Word>> states_;
};

bool same_state(const std::vector<Value>& a, const std::vector<Value>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), identical);
}

class LayoutTest : public testing::Test {
 protected:
  Value tuple(const std::vector<Value>& items) { return values::make_tuple(arena_, items); }
  Value set(const std::vector<Value>& items) { return values::make_set(arena_, items); }
  Value function(std::int64_t low, std::int64_t high, const std::function<Value(std::int64_t)>& f) {
    std::vector<Value> domain;
    std::vector<Value> range;
    for (std::int64_t i = low; i <= high; ++i) {
      domain.push_back(integer(i));
      range.push_back(f(i));
    }
    return values::make_function(arena_, values::make_sorted_set(arena_, domain), range);
  }
  Shape shape_for(Value v) { return Shape::for_value(interner_.intern(v)); }

  void expect_round_trip(const GrowingLayout& grown, const std::vector<std::vector<Value>>& states) {
    for (std::size_t i = 0; i < states.size(); ++i) {
      const std::vector<Value> unpacked = grown.unpack(i, arena_);
      ASSERT_TRUE(same_state(unpacked, states[i])) << "state " << i;
      for (std::size_t v = 0; v < unpacked.size(); ++v)
        EXPECT_EQ(values::hash(unpacked[v]), values::hash(states[i][v]));
    }
  }
  /// Packs the states in order, and expects them back.
  Shape learn(const std::vector<Value>& values) {
    GrowingLayout grown(interner_, {values[0]});
    std::vector<std::vector<Value>> states;
    for (const Value v : values) {
      grown.add({v});
      states.push_back({v});
    }
    expect_round_trip(grown, states);
    for (std::size_t i = 0; i < values.size(); ++i) EXPECT_EQ(grown.pack(states[i]), grown.packed(i));
    return grown.layout().shapes()[0];
  }

  values::Interner interner_;
  values::Arena arena_;
};

TEST_F(LayoutTest, NoVariables) { EXPECT_EQ(Layout(interner_, {}).words(), 1U); }

TEST_F(LayoutTest, GuessesFromAValue) {
  EXPECT_EQ(shape_for(Value::boolean(true)).kind, Kind::boolean);
  EXPECT_EQ(describe(shape_for(integer(3))), "integer in -1..14");
  EXPECT_EQ(describe(shape_for(integer(200))), "integer in -32..223");
  EXPECT_EQ(describe(shape_for(text("a"))), "enumeration of 1, 2 bits");
  EXPECT_EQ(describe(shape_for(values::empty_set())), "set over 0 elements, 4 bits");
  EXPECT_EQ(describe(shape_for(values::empty_tuple())), "enumeration of 1, 2 bits");
  const Value large = values::make_integer(arena_, std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(shape_for(large).kind, Kind::enumeration);
}

TEST_F(LayoutTest, FunctionsHaveAShapePerPoint) {
  const auto flag = [](std::int64_t i) { return Value::boolean(i % 2 == 0); };
  EXPECT_EQ(describe(shape_for(function(0, 15, flag))), "[16 points -> boolean]");
  EXPECT_EQ(describe(shape_for(tuple({integer(1), text("a")}))),
            "[1 -> integer in -1..14, 2 -> enumeration of 1, 2 bits]");
  const values::AtomId names[] = {text("x").as_atom(), text("y").as_atom()};
  const Value items[] = {integer(0), integer(0)};
  EXPECT_EQ(describe(shape_for(values::make_record(arena_, names, items))),
            "[x -> integer in -1..14, y -> integer in -1..14]");
  EXPECT_EQ(shape_for(function(0, 64, flag)).kind, Kind::enumeration);
}

TEST_F(LayoutTest, ALifeBoardTakesABitPerCell) {
  std::vector<Value> boards;
  for (std::int64_t board = 0; board < 4096; ++board) {
    boards.push_back(
        function(0, 11, [&](std::int64_t i) { return Value::boolean(((board >> i) & 1) != 0); }));
  }
  const std::size_t interned = interner_.count();
  const Shape shape = learn(boards);
  EXPECT_EQ(shape.total_bits(), 12U);
  EXPECT_LT(interner_.count(), interned + 5) << "boards are not interned, but for the first";
}

TEST_F(LayoutTest, AMessageSetTakesABitPerMessage) {
  std::vector<Value> sets;
  std::vector<Value> messages;
  for (std::int64_t i = 0; i < 100; ++i) {
    messages.push_back(tuple({text(i % 2 == 0 ? "ping" : "pong"), integer(i)}));
    sets.push_back(set(messages));
  }
  EXPECT_EQ(describe(learn(sets)), "set over 100 elements, 128 bits");
}

TEST_F(LayoutTest, ASetOverManyElementsBecomesAnEnumeration) {
  std::vector<Value> sets;
  for (std::int64_t i = 0; i < 300; ++i) sets.push_back(set({integer(i), integer(i + 1)}));
  const Shape shape = learn(sets);
  EXPECT_EQ(describe(shape), "enumeration of 300, 10 bits");
}

TEST_F(LayoutTest, ASetOverElementsThatCannotBeComparedBecomesAnEnumeration) {
  EXPECT_EQ(describe(learn({set({integer(1)}), set({text("a")}), set({integer(2)})})),
            "enumeration of 3, 2 bits");
}

TEST_F(LayoutTest, ElementsOfASetComeInTheOrderOfValues) {
  // Their codes have the opposite order.
  learn({set({integer(9)}), set({integer(8)}), set({integer(7)}), set({integer(7), integer(8), integer(9)})});
}

TEST_F(LayoutTest, AModelValueAndIntegersAreEnumerated) {
  std::vector<Value> mixed{Value::model_value(values::atoms().model_value("none"))};
  for (std::int64_t i = 0; i < 40; ++i) mixed.push_back(integer(i));
  mixed.push_back(tuple({integer(1)}));
  EXPECT_EQ(describe(learn(mixed)), "enumeration of 42, 6 bits");
}

TEST_F(LayoutTest, PointsThatBeginAlikeLearnTogether) {
  const auto all = [&](std::int64_t special) {
    return function(0, 3, [&](std::int64_t i) { return integer(i == special ? 1000 : 0); });
  };
  GrowingLayout grown(interner_, {all(-1)});
  for (std::int64_t i = -1; i < 4; ++i) grown.add({all(i)});
  EXPECT_EQ(grown.widenings, 1U);
}

TEST_F(LayoutTest, SequencesAreEnumerated) {
  EXPECT_EQ(describe(learn({tuple({}), tuple({integer(1)}), tuple({integer(1), integer(2)})})),
            "enumeration of 3, 2 bits");
  EXPECT_EQ(describe(learn({tuple({integer(1), integer(1)}), tuple({integer(1)})})),
            "enumeration of 2, 2 bits");
}

TEST_F(LayoutTest, IntegerRangesGrowToEitherSide) {
  EXPECT_EQ(describe(learn({integer(0), integer(15)})), "integer in -1..62");
  EXPECT_EQ(describe(learn({integer(0), integer(-2)})), "integer in -49..14");
  const std::int64_t far = std::int64_t{1} << 57;
  EXPECT_EQ(learn({integer(0), integer(far)}).kind, Kind::integer);
  EXPECT_EQ(learn({integer(far), integer(-far), integer((far << 2) - 1)}).kind, Kind::handle);
}

TEST_F(LayoutTest, AnEnumerationOfTooManyBecomesAHandle) {
  Shape shape = shape_for(text("a"));
  shape.bits = 20;
  for (std::int64_t i = 0; shape.entries.size() < std::size_t{1} << 20; ++i)
    shape.entries.push_back(integer(i));
  const Layout before(interner_, {shape});
  shape.include(text("b"));
  EXPECT_EQ(shape.kind, Kind::handle);
  const Layout after(interner_, {shape});
  for (const Value v : {text("a"), integer(77)}) {
    Word packed = 0;
    Word repacked = 0;
    Word direct = 0;
    Misfit misfit;
    ASSERT_TRUE(before.pack({&v, 1}, {}, &packed, misfit));
    ASSERT_TRUE(after.repack(before, &packed, &repacked, misfit));
    ASSERT_TRUE(after.pack({&v, 1}, {}, &direct, misfit));
    EXPECT_EQ(repacked, direct);
  }
}

TEST_F(LayoutTest, FieldsDoNotStraddleWords) {
  std::vector<Value> state;
  for (int i = 0; i < 100; ++i) {
    state.push_back(i % 3 == 0   ? Value::boolean(i % 2 == 0)
                    : i % 3 == 1 ? integer(i % 10)
                                 : set({integer(i)}));
  }
  GrowingLayout grown(interner_, state);
  grown.add(state);
  EXPECT_EQ(grown.layout().words(), (34U * 1 + 33 * 4 + 33 * 4 + 63) / 64);
  expect_round_trip(grown, {state});
}

TEST_F(LayoutTest, SaysWhatDoesNotFit) {
  const Layout layout = Layout::for_state(interner_, std::vector<Value>{integer(0), Value::boolean(true)});
  Word packed = 0;
  Misfit misfit;
  EXPECT_FALSE(layout.pack(std::vector<Value>{integer(15), Value::boolean(true)}, {}, &packed, misfit));
  EXPECT_EQ(misfit.variable, 0U);
  EXPECT_EQ(misfit.value, integer(15));
  EXPECT_FALSE(layout.pack(std::vector<Value>{integer(0), integer(1)}, {}, &packed, misfit));
  EXPECT_EQ(misfit.variable, 1U);
  EXPECT_TRUE(layout.pack(std::vector<Value>{integer(14), Value::boolean(false)}, {}, &packed, misfit));
}

TEST_F(LayoutTest, EveryShapeWidensToEveryOther) {
  const Value samples[] = {Value::boolean(true),
                           integer(3),
                           integer(-5000),
                           text("a"),
                           Value::model_value(values::atoms().model_value("m")),
                           values::make_integer(arena_, std::numeric_limits<std::int64_t>::min()),
                           values::empty_set(),
                           set({integer(1), integer(2)}),
                           set({text("x")}),
                           set({set({}), set({integer(1)})}),
                           values::empty_tuple(),
                           tuple({integer(1), integer(2)}),
                           tuple({integer(1), text("z")}),
                           function(3, 5, [](std::int64_t i) { return integer(i); }),
                           function(3, 5, [&](std::int64_t i) { return set({integer(i)}); }),
                           function(3, 6, [](std::int64_t i) { return Value::boolean(i == 3); })};
  for (const Value a : samples) {
    for (const Value b : samples) {
      for (const Value c : samples) learn({a, b, c});
    }
  }
}

TEST_F(LayoutTest, RandomStatesComeBackAndAreEqualExactlyIfTheirWordsAre) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomValues random(seed);
    const std::size_t variables = 1 + random.below(5);
    const std::size_t count = 60;
    std::vector<std::vector<Value>> states;
    for (std::size_t i = 0; i < count; ++i) {
      // A successor: some variables of an earlier state are other ones now.
      std::vector<Value> state = i == 0 ? std::vector<Value>(variables) : states[random.below(i)];
      for (Value& v : state) {
        if (i == 0 || random.below(3) == 0) v = random.any(arena_);
      }
      states.push_back(std::move(state));
    }
    GrowingLayout grown(interner_, states[0]);
    for (std::size_t i = 0; i < count; ++i) {
      grown.add(states[i], i == 0 ? -1 : static_cast<std::ptrdiff_t>(random.below(i)));
    }
    expect_round_trip(grown, states);
    for (std::size_t i = 0; i < count; ++i) {
      EXPECT_EQ(grown.pack(states[i]), grown.packed(i)) << "state " << i;
      for (std::size_t j = 0; j < i; ++j) {
        ASSERT_EQ(grown.packed(i) == grown.packed(j), same_state(states[i], states[j])) << i << " and " << j;
      }
    }
  }
}

TEST_F(LayoutTest, ChangesOfAParentGiveTheSameWordsAsPackingAnew) {
  RandomValues random(11);
  // A function of sets, of which one changes by one element.
  std::vector<std::vector<std::int64_t>> sets(4);
  const auto value = [&] {
    return function(0, 3, [&](std::int64_t i) {
      std::vector<Value> elements;
      for (const std::int64_t e : sets[static_cast<std::size_t>(i)]) elements.push_back(integer(e));
      return set(elements);
    });
  };
  GrowingLayout grown(interner_, {value()});
  grown.add({value()});
  for (int step = 0; step < 2000; ++step) {
    auto& changed = sets[random.below(4)];
    const auto e = static_cast<std::int64_t>(random.below(100));
    const auto at = std::find(changed.begin(), changed.end(), e);
    if (at == changed.end()) {
      changed.push_back(e);
    } else {
      changed.erase(at);
    }
    const Value next = value();
    grown.add({next}, step);
    ASSERT_EQ(grown.pack({next}), grown.packed(static_cast<std::size_t>(step) + 1));
    ASSERT_TRUE(identical(grown.unpack(static_cast<std::size_t>(step) + 1, arena_)[0], next));
  }
}

TEST_F(LayoutTest, UnpackerSharesAndForgets) {
  RandomValues random(5);
  std::vector<std::vector<Value>> states;
  for (int i = 0; i < 200; ++i) {
    std::vector<Value> state;
    for (int v = 0; v < 4; ++v) {
      state.push_back(i > 0 && random.below(2) == 0 ? states.back()[static_cast<std::size_t>(v)]
                                                    : random.any(arena_));
    }
    states.push_back(state);
  }
  GrowingLayout grown(interner_, states[0]);
  for (const auto& state : states) grown.add(state);
  Folding folding(grown.layout(), 1);
  ASSERT_TRUE(folding.reserve(states.size(), sequential_loop));
  std::vector<std::vector<Word>> records(states.size(), std::vector<Word>(folding.record_words()));
  std::vector<RecordSet::Id> nodes;
  for (std::size_t i = 0; i < states.size(); ++i)
    folding.fold(grown.packed(i).data(), {}, nodes, records[i].data());
  Unpacker unpacker;
  for (int turn = 0; turn < 20000; ++turn) {  // enough to drop old values many times
    const std::size_t i = random.below(states.size());
    const auto unpacked =
        unpacker.unpack(grown.layout(), folding, reinterpret_cast<const std::byte*>(records[i].data()));
    ASSERT_TRUE(same_state({unpacked.begin(), unpacked.end()}, states[i]));
    if (turn % 1000 == 0) unpacker.forget();
  }
}

TEST_F(LayoutTest, ALayoutMadeFromItsShapesPacksTheSame) {
  RandomValues random(3);
  std::vector<std::vector<Value>> states;
  for (int i = 0; i < 100; ++i) states.push_back({random.any(arena_), set({random.any(arena_, 0)})});
  GrowingLayout grown(interner_, states[0]);
  for (const auto& state : states) grown.add(state);
  const Layout copy(interner_, grown.layout().shapes());
  EXPECT_EQ(copy.shapes(), grown.layout().shapes());
  for (std::size_t i = 0; i < states.size(); ++i) {
    std::vector<Word> packed(copy.words());
    Misfit misfit;
    ASSERT_TRUE(copy.pack(states[i], {}, packed.data(), misfit));
    EXPECT_EQ(packed, grown.packed(i));
  }
}

TEST_F(LayoutTest, BitsOfAVariableTellItsValues) {
  const auto state = [&](std::int64_t n) {
    return std::vector<Value>{set({integer(n % 7)}),
                              function(0, 3, [&](std::int64_t i) { return integer((n + i) % 5); })};
  };
  GrowingLayout grown(interner_, state(0));
  for (std::int64_t n = 0; n < 35; ++n) grown.add(state(n));
  const std::size_t distinct[] = {7, 5};
  for (std::size_t v = 0; v < 2; ++v) {
    std::map<std::vector<Word>, int> seen;
    for (std::size_t i = 0; i < 35; ++i) {
      std::vector<Word> bits;
      grown.layout().append_bits(grown.packed(i).data(), v, bits);
      ++seen[bits];
    }
    EXPECT_EQ(seen.size(), distinct[v]);
  }
}

}  // namespace
}  // namespace synod::store
