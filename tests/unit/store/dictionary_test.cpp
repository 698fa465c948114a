#include "store/dictionary.hpp"

#include <algorithm>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace synod::store {
namespace {

Value pair(values::Arena& arena, std::int64_t a, std::int64_t b) {
  const Value items[] = {Value::small_integer(a), Value::small_integer(b)};
  return values::make_tuple(arena, items);
}

TEST(Dictionary, FindsByContent) {
  values::Interner interner;
  values::Arena arena;
  Dictionary dictionary(interner, 4, false, {});
  const auto code = dictionary.find_or_add(pair(arena, 1, 2));
  EXPECT_EQ(dictionary.find(pair(arena, 1, 2)), code);
  EXPECT_EQ(dictionary.find(interner.intern(pair(arena, 1, 2))), code);
  EXPECT_EQ(dictionary.find(pair(arena, 2, 1)), Dictionary::no_code);
  EXPECT_EQ(dictionary.value(code), interner.intern(pair(arena, 1, 2)));
  // Different things of one content hash.
  EXPECT_NE(dictionary.find_or_add(values::empty_set()), dictionary.find_or_add(values::empty_tuple()));
}

TEST(Dictionary, HasRoomForItsCapacity) {
  values::Interner interner;
  Dictionary dictionary(interner, 3, false, {});
  for (std::int64_t i = 0; i < 3; ++i)
    EXPECT_NE(dictionary.find_or_add(Value::small_integer(i)), Dictionary::no_code);
  EXPECT_EQ(dictionary.find_or_add(Value::small_integer(3)), Dictionary::no_code);
  EXPECT_NE(dictionary.find_or_add(Value::small_integer(2)), Dictionary::no_code);
  EXPECT_EQ(dictionary.count(), 3U);
}

TEST(Dictionary, RankedTakesOnlyWhatCanBeCompared) {
  values::Interner interner;
  Dictionary dictionary(interner, 4, true, {});
  ASSERT_NE(dictionary.find_or_add(Value::small_integer(1)), Dictionary::no_code);
  EXPECT_EQ(dictionary.find_or_add(Value::boolean(true)), Dictionary::no_code);
  EXPECT_EQ(dictionary.count(), 1U);
}

TEST(Dictionary, GrowsFromManyThreads) {
  constexpr unsigned threads = 4;
  constexpr std::int64_t numbers = 200;
  for (int run = 0; run < 5; ++run) {
    values::Interner interner;
    Dictionary dictionary(interner, 128, true, {});
    std::vector<std::vector<Dictionary::Code>> codes(threads, std::vector<Dictionary::Code>(numbers));
    {
      std::vector<std::jthread> running;
      for (unsigned t = 0; t < threads; ++t) {
        running.emplace_back([&, t] {
          values::Arena arena;
          for (std::int64_t i = 0; i < numbers; ++i) {
            const std::int64_t n = (i * 77 + t * 13) % numbers;
            const auto code = dictionary.find_or_add(pair(arena, n, n + 1));
            codes[t][static_cast<std::size_t>(n)] = code;
            if (code == Dictionary::no_code) continue;
            EXPECT_TRUE(identical(dictionary.value(code), pair(arena, n, n + 1)));
            const Ranking& ranking = dictionary.ranking();
            EXPECT_EQ(ranking.at(ranking.place(code)), dictionary.value(code));
          }
        });
      }
    }
    EXPECT_EQ(dictionary.count(), 128U);
    std::size_t found = 0;
    for (std::size_t n = 0; n < numbers; ++n) {
      values::Arena arena;
      const auto i = static_cast<std::int64_t>(n);
      const auto code = dictionary.find(pair(arena, i, i + 1));
      if (code != Dictionary::no_code) ++found;
      for (unsigned t = 0; t < threads; ++t) {
        // A thread may have come while there was room, or when there was none any more; never another code.
        ASSERT_TRUE(codes[t][n] == code || codes[t][n] == Dictionary::no_code);
      }
    }
    EXPECT_EQ(found, 128U);
    const Ranking& ranking = dictionary.ranking();
    for (std::size_t place = 1; place < ranking.size(); ++place) {
      EXPECT_LT(values::compare(ranking.at(place - 1), ranking.at(place)), 0);
    }
  }
}

}  // namespace
}  // namespace synod::store
