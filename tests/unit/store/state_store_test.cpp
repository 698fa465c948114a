#include "store/state_store.hpp"

#include <cstring>
#include <map>
#include <random>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "store/state_space.hpp"

namespace synod::store {
namespace {

std::vector<Word> state_of(std::uint64_t n, std::size_t width) {
  std::vector<Word> state(width, n % 3);
  state.back() = n;
  return state;
}

TEST(StateStore, IdsAreDenseAndStable) {
  for (const std::size_t width : {std::size_t{1}, std::size_t{3}, std::size_t{17}}) {
    StateStore store(width * sizeof(Word), 10, 1);
    std::map<std::uint64_t, StateId> model;
    std::mt19937_64 random(width);
    for (int i = 0; i < 20000; ++i) {
      const std::uint64_t n = random() % 5000;
      const auto state = state_of(n, width);
      if (store.full()) ASSERT_TRUE(store.grow(sequential_loop));
      const auto found = store.insert(state.data(), store.hash(state.data()), 0);
      const auto [entry, is_new] = model.emplace(n, static_cast<StateId>(model.size()));
      ASSERT_EQ(found.is_new, is_new);
      ASSERT_EQ(found.id, entry->second);
    }
    ASSERT_EQ(store.count(), model.size());
    for (const auto& [n, id] : model) {
      EXPECT_EQ(store.find(state_of(n, width).data()), id);
      EXPECT_EQ(std::memcmp(store.record(id), state_of(n, width).data(), width * sizeof(Word)), 0);
    }
    EXPECT_EQ(store.find(state_of(5000, width).data()), no_state);
  }
}

TEST(StateStore, KeepsTheLeastRankOfALevel) {
  StateStore store(sizeof(Word), 100, 1);
  const Word state = 5;
  store.begin_level();
  EXPECT_TRUE(store.insert(&state, store.hash(&state), 7).is_least);
  EXPECT_FALSE(store.insert(&state, store.hash(&state), 9).is_least);
  EXPECT_EQ(store.rank(0), 7U);
  EXPECT_TRUE(store.insert(&state, store.hash(&state), 3).is_least);
  EXPECT_EQ(store.rank(0), 3U);
  store.begin_level();
  const auto found = store.insert(&state, store.hash(&state), 1);
  EXPECT_FALSE(found.is_new);
  EXPECT_FALSE(found.is_least);
}

TEST(StateStore, TakesRecordsOfAnotherSize) {
  StateStore store(3, 10, 1);
  for (Word n = 0; n < 1000; ++n) {
    if (store.full()) ASSERT_TRUE(store.grow(sequential_loop));
    ASSERT_TRUE(store.insert(&n, store.hash(&n), n).is_new);
  }
  SegmentedArray<std::byte> wide(2 * sizeof(Word));
  wide.reserve(store.capacity());
  for (Word n = 0; n < 1000; ++n) {
    const Word words[] = {77, n};
    std::memcpy(wide[n], words, sizeof words);
  }
  store.replace(std::move(wide), sequential_loop);
  for (Word n = 0; n < 1000; ++n) {
    const Word words[] = {77, n};
    EXPECT_EQ(store.find(words), n);
    EXPECT_EQ(store.rank(static_cast<StateId>(n)), n);
  }
  const Word other[] = {78, 1};
  EXPECT_TRUE(store.full() || store.insert(other, store.hash(other), 0).is_new);
}

/// Threads insert overlapping numbers; each number must have one id, one inserter and the least rank.
TEST(StateStore, ManyThreadsAgree) {
  constexpr unsigned threads = 8;
  constexpr std::uint64_t numbers = 20000;
  StateStore store(2 * sizeof(Word), numbers + threads, threads);
  store.begin_level();
  std::vector<std::vector<StateId>> ids(threads, std::vector<StateId>(numbers));
  std::atomic<std::uint64_t> inserted{0};
  {
    std::vector<std::jthread> running;
    for (unsigned t = 0; t < threads; ++t) {
      running.emplace_back([&, t] {
        for (std::uint64_t i = 0; i < numbers; ++i) {
          const std::uint64_t n = (i * 7919 + t * 13) % numbers;
          const auto state = state_of(n, 2);
          const auto found = store.insert(state.data(), store.hash(state.data()), n * threads + t);
          ids[t][n] = found.id;
          if (found.is_new) ++inserted;
        }
      });
    }
  }
  EXPECT_EQ(inserted, numbers);
  EXPECT_EQ(store.count(), numbers);
  for (std::uint64_t n = 0; n < numbers; ++n) {
    for (unsigned t = 1; t < threads; ++t) ASSERT_EQ(ids[t][n], ids[0][n]);
    ASSERT_EQ(store.rank(ids[0][n]), n * threads);
    ASSERT_EQ(std::memcmp(store.record(ids[0][n]), state_of(n, 2).data(), 2 * sizeof(Word)), 0);
  }
}

TEST(StateSpace, WidensWithKeys) {
  values::Interner interner;
  StateSpace space(interner, 2, 2, 16, 1);
  const auto integer = [](std::int64_t i) { return Value::small_integer(i); };
  space.adapt(std::vector<Value>{integer(0), integer(0)}, std::vector<Value>{integer(0), integer(1)});
  std::vector<Word> actual;
  std::vector<Word> key;
  std::vector<Word> record;
  std::vector<RecordSet::Id> nodes;
  for (std::int64_t i = 0; i < 3000; ++i) {
    const std::vector<Value> state{integer(i), integer(-i)};
    const std::vector<Value> its_key{integer(7 * i), integer(1 - i)};
    Misfit misfit;
    if (i == 2000) space.tighten(sequential_loop);
    for (;;) {
      actual.resize(space.state_words());
      key.resize(space.key_words());
      if (space.pack(state, {}, actual.data(), misfit) && space.pack_key(its_key, {}, key.data(), misfit))
        break;
      space.widen({&misfit, 1}, sequential_loop);
    }
    while (!space.can_fold() || space.store().full()) ASSERT_TRUE(space.grow(sequential_loop));
    record.resize(space.key_record_words());
    space.fold_key(key.data(), {}, nodes, record.data());
    const auto found = space.store().insert(record.data(), space.store().hash(record.data()), 0);
    ASSERT_TRUE(found.is_new);
    ASSERT_TRUE(space.reserve_actual(1, sequential_loop));
    space.set_actual(found.id, actual.data(), nodes);
    space.set_parent(found.id, found.id == 0 ? no_state : found.id - 1);
  }
  Unpacker unpacker;
  for (StateId id = 0; id < 3000; ++id) {
    const auto state = space.unpack(id, unpacker);
    EXPECT_EQ(state[0], integer(id));
    EXPECT_EQ(state[1], integer(-std::int64_t{id}));
    EXPECT_EQ(space.parent(id), id == 0 ? no_state : id - 1);
  }
}

// The index gets a little larger whenever it is rebuilt, and with it the ids that must have parents.
TEST(StateSpace, ParentsHaveRoomAfterWidening) {
  values::Interner interner;
  constexpr unsigned between_looks = 1024;
  StateSpace space(interner, 1, 0, 16, between_looks);
  const auto integer = [](std::int64_t i) { return Value::small_integer(i); };
  space.adapt(std::vector<Value>{integer(0)}, {});
  Misfit misfit;
  for (const std::int64_t wider : {100, 10'000, 1'000'000}) {
    misfit.value = integer(wider);
    space.widen({&misfit, 1}, sequential_loop);
  }
  std::vector<Word> packed(space.state_words());
  for (std::int64_t i = 0; !space.store().full(); ++i) {
    ASSERT_TRUE(space.pack(std::vector<Value>{integer(i)}, {}, packed.data(), misfit));
    const auto found = space.store().insert(packed.data(), space.store().hash(packed.data()), 0);
    space.set_parent(found.id, found.id);
  }
  EXPECT_GT(space.count(), 3 * 1024U);  // beyond the segments of an array for the first capacity
  EXPECT_EQ(space.parent(static_cast<StateId>(space.count() - 1)), space.count() - 1);
}

}  // namespace
}  // namespace synod::store
