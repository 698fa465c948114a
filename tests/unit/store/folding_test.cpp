#include "store/folding.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace synod::store {
namespace {

/// A layout whose states have this many words: sets of up to 64 elements fill one each.
Layout layout_of(values::Interner& interner, std::size_t words) {
  Shape set;
  set.kind = Shape::Kind::bit_set;
  set.bits = 64;
  return Layout(interner, std::vector<Shape>(words, set));
}

std::vector<Word> neighbour(std::vector<Word> state, std::mt19937_64& random) {
  state[random() % state.size()] = random() % 50;
  return state;
}

/// Every state has one record, and every record its state, whatever was near.
TEST(Folding, IsAOneToOneMap) {
  values::Interner interner;
  for (const std::size_t words : {1, 2, 3, 4, 5, 7, 16}) {
    const Layout layout = layout_of(interner, words);
    ASSERT_EQ(layout.words(), words);
    Folding folding(layout, 1);
    EXPECT_EQ(folding.is_tree(), words > 1);
    std::mt19937_64 random(words);
    std::map<std::vector<Word>, Word> records;
    std::map<Word, std::vector<Word>> states;
    std::vector<Word> state(words, 7);
    Unfolded near;
    std::vector<RecordSet::Id> nodes;
    for (int step = 0; step < 5000; ++step) {
      while (folding.full()) ASSERT_TRUE(folding.grow(sequential_loop));
      Word record = 0;
      folding.fold(state.data(), step % 3 == 0 ? Unfolded() : near, nodes, &record);
      EXPECT_EQ(records.emplace(state, record).first->second, record);
      EXPECT_EQ(states.emplace(record, state).first->second, state);
      folding.unfold(reinterpret_cast<const std::byte*>(&record), near);
      ASSERT_EQ(near.words, state);
      state = neighbour(std::move(state), random);
    }
    for (const auto& [record, folded] : states) {
      folding.unfold(reinterpret_cast<const std::byte*>(&record), near);
      ASSERT_EQ(near.words, folded);
      Word found = 0;
      ASSERT_TRUE(folding.find(folded.data(), nodes, &found));
      ASSERT_EQ(found, record);
      std::vector<Word> other = folded;
      other.back() = 1000;  // which no state has
      ASSERT_EQ(folding.find(other.data(), nodes, &found), !folding.is_tree());
    }
  }
}

TEST(Folding, ManyThreadsAgree) {
  constexpr unsigned threads = 8;
  constexpr std::size_t count = 2000;
  values::Interner interner;
  const Layout layout = layout_of(interner, 5);
  Folding folding(layout, threads);
  ASSERT_TRUE(folding.reserve(count, sequential_loop));
  std::mt19937_64 random(5);
  std::vector<std::vector<Word>> states{std::vector<Word>(5, 1)};
  while (states.size() < count) states.push_back(neighbour(states.back(), random));
  std::vector<std::vector<Word>> records(threads, std::vector<Word>(count));
  {
    std::vector<std::jthread> running;
    for (unsigned t = 0; t < threads; ++t) {
      running.emplace_back([&, t] {
        Unfolded near;
        std::vector<RecordSet::Id> nodes;
        for (std::size_t i = 0; i < count; ++i) {
          const std::size_t at = (i * 7 + t * 131) % count;
          folding.fold(states[at].data(), near, nodes, &records[t][at]);
          folding.unfold(reinterpret_cast<const std::byte*>(&records[t][at]), near);
          EXPECT_EQ(near.words, states[at]);
        }
      });
    }
  }
  for (unsigned t = 1; t < threads; ++t) EXPECT_EQ(records[t], records[0]);
}

}  // namespace
}  // namespace synod::store
