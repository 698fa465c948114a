#include "explore/parallel.hpp"

#include <atomic>
#include <numeric>
#include <random>
#include <stdexcept>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/stack.hpp"
#include "explore/rank_order.hpp"

namespace synod::explore {
namespace {

TEST(Threads, RunsEveryWorkerOnce) {
  for (const unsigned count : {1U, 2U, 8U}) {
    Threads threads(count);
    std::vector<std::atomic<int>> runs(count);
    for (int round = 0; round < 3; ++round) threads.run([&](unsigned worker) { ++runs[worker]; });
    for (const auto& n : runs) EXPECT_EQ(n, 3);
  }
}

TEST(Threads, RangesCoverEverythingOnce) {
  for (const unsigned count : {1U, 3U}) {
    Threads threads(count);
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{10}, std::size_t{100'001}}) {
      std::vector<int> touched(size);
      threads.for_ranges(size, 10, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) ++touched[i];
      });
      EXPECT_EQ(std::count(touched.begin(), touched.end(), 1), static_cast<std::ptrdiff_t>(size));
    }
  }
}

TEST(RankOrder, IsThatOfTheRanks) {
  std::mt19937_64 random(3);
  constexpr std::size_t parents = 1000;
  for (const unsigned count : {1U, 2U, 5U}) {
    Threads threads(count);
    store::StateStore states(sizeof(std::uint64_t), 1 << 16, count);
    const std::uint64_t older = 7;
    static_cast<void>(states.insert(&older, states.hash(&older), 0));
    states.begin_level();
    std::vector<std::pair<std::uint64_t, store::StateId>> expected;
    for (std::uint64_t state = 100; state < 50'000; ++state) {
      // Some parents have many states and others none; no two states have the same rank.
      const std::uint64_t rank =
          Key{static_cast<std::uint32_t>(random() % parents / 3), static_cast<std::uint32_t>(state)}.rank();
      expected.emplace_back(rank, states.insert(&state, states.hash(&state), rank).id);
    }
    std::sort(expected.begin(), expected.end());
    const store::PageArray<store::StateId> ordered = in_rank_order(states, parents, threads, nullptr);
    ASSERT_EQ(ordered.size(), expected.size());
    for (std::size_t i = 0; i < ordered.size(); ++i) ASSERT_EQ(ordered[i], expected[i].second);
    const Key middle = Key::from_rank(expected[20'000].first);
    EXPECT_EQ(ranked_until(states, ordered, middle, Bound::below).size(), 20'000);
    EXPECT_EQ(ranked_until(states, ordered, middle, Bound::up_to).size(), 20'001);
  }
}

TEST(Threads, RunWhatWasStarted) {
  for (const unsigned count : {1U, 2U, 5U}) {
    Threads threads(count);
    std::vector<std::atomic<int>> busy(count);
    std::atomic<int> done{0};
    std::atomic<bool> alone{true};
    for (int round = 0; round < 3; ++round) {
      for (int i = 0; i < 200; ++i) {
        threads.start([&](unsigned worker) {
          if (busy.at(worker)++ != 0) alone = false;
          ++done;
          --busy[worker];
        });
      }
      threads.finish();
      EXPECT_EQ(done, 200 * (round + 1));
    }
    EXPECT_TRUE(alone) << "two threads with the same number, of " << count;
  }
}

TEST(Threads, WhatWasStartedMayThrow) {
  Threads threads(3);
  threads.start([](unsigned) { throw std::runtime_error("started"); });
  EXPECT_THROW(threads.finish(), std::runtime_error);
  threads.finish();
}

TEST(Threads, WhatAWorkerThrowsComesOut) {
  Threads threads(4);
  EXPECT_THROW(threads.run([](unsigned worker) {
    if (worker == 2) throw std::runtime_error("two");
  }),
               std::runtime_error);
}

/// Recursion that only the stack bound ends.
std::size_t descend(std::size_t depth) {
  volatile char frame[4096];
  frame[0] = 1;
  if (stack_nearly_full()) return depth;
  return descend(depth + 1) + static_cast<std::size_t>(frame[0]) - 1;
}

TEST(Stack, BoundEndsEndlessRecursion) {
#ifdef SYNOD_JTHREAD
  GTEST_SKIP()
      << "ThreadSanitizer keeps a stack of calls of its own, which ends long before a deep stack does";
#endif
  std::size_t depth = 0;
  run_on_deep_stack([&] { depth = descend(0); });
  EXPECT_GT(depth, 50'000U);
  Threads threads(4);
  threads.run([](unsigned) { EXPECT_GT(descend(0), 1000U); });
}

TEST(Stack, WhatTheBodyThrowsComesOut) {
  EXPECT_THROW(run_on_deep_stack([] { throw std::runtime_error("deep"); }), std::runtime_error);
}

}  // namespace
}  // namespace synod::explore
