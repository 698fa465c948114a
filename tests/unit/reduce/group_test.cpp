// The closure of permutations under composition.
#include "reduce/group.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace synod::reduce {
namespace {

std::vector<values::AtomId> points(std::size_t count) {
  std::vector<values::AtomId> atoms;
  for (std::size_t i = 0; i < count; ++i)
    atoms.push_back(values::atoms().model_value("g" + std::to_string(i)));
  return atoms;
}

/// All products, until there are no new ones.
std::set<Permutation> closed(std::size_t degree, const std::vector<Permutation>& generators) {
  Permutation identity(degree);
  std::iota(identity.begin(), identity.end(), Point{0});
  std::set<Permutation> all{identity};
  std::vector<Permutation> queue{identity};
  for (std::size_t i = 0; i < queue.size(); ++i) {
    for (const Permutation& g : generators) {
      Permutation product;
      for (const Point p : queue[i]) product.push_back(g[p]);
      if (all.insert(product).second) queue.push_back(product);
    }
  }
  return all;
}

std::set<Permutation> elements(const Group& group) {
  std::set<Permutation> all;
  for (std::uint32_t e = 0; e < group.order(); ++e) {
    Permutation images;
    for (Point i = 0; i < group.degree(); ++i) images.push_back(group.image(e, i));
    all.insert(images);
  }
  return all;
}

TEST(Group, IsTheClosureOfRandomPermutations) {
  std::mt19937_64 random(20240607);
  for (int round = 0; round < 60; ++round) {
    const std::size_t degree = 2 + random() % 5;
    std::vector<Permutation> generators(1 + random() % 3, Permutation(degree));
    for (Permutation& p : generators) {
      std::iota(p.begin(), p.end(), Point{0});
      std::shuffle(p.begin(), p.end(), random);
    }
    const std::set<Permutation> expected = closed(degree, generators);
    const auto group = Group::generated_by(points(degree), generators, 1000);
    ASSERT_TRUE(group);
    EXPECT_EQ(group->order(), expected.size());
    EXPECT_EQ(elements(*group), expected);
    std::vector<Permutation> few;
    for (const std::uint32_t e : group->generators()) {
      Permutation& images = few.emplace_back();
      for (Point i = 0; i < degree; ++i) images.push_back(group->image(e, i));
    }
    EXPECT_EQ(closed(degree, few), expected);
    for (std::uint32_t e = 0; e < group->order(); ++e) {
      for (Point i = 0; i < degree; ++i) EXPECT_EQ(group->preimage(e, group->image(e, i)), i);
    }
  }
}

TEST(Group, BeginsWithTheIdentity) {
  const std::vector<Permutation> swap{{1, 0, 2}};
  const auto group = Group::generated_by(points(3), swap, 10);
  ASSERT_TRUE(group);
  for (Point i = 0; i < 3; ++i) EXPECT_EQ(group->image(0, i), i);
}

TEST(Group, OfAllPermutationsOfEightHasThemAllAndFewGenerators) {
  std::vector<Permutation> all;
  Permutation p(8);
  std::iota(p.begin(), p.end(), Point{0});
  do all.push_back(p);
  while (std::next_permutation(p.begin(), p.end()));
  const auto group = Group::generated_by(points(8), all, 100'000);
  ASSERT_TRUE(group);
  EXPECT_EQ(group->order(), 40320U);
  EXPECT_LE(group->generators().size(), 15U);
}

TEST(Group, TooLargeIsNone) {
  const std::vector<Permutation> all{{1, 2, 3, 4, 0}, {1, 0, 2, 3, 4}};
  EXPECT_FALSE(Group::generated_by(points(5), all, 119));
  EXPECT_TRUE(Group::generated_by(points(5), all, 120));
}

TEST(Group, KnowsWhichAtomsMove) {
  const std::vector<values::AtomId> atoms = points(3);
  const std::vector<Permutation> swap{{1, 0}};
  const auto group = Group::generated_by({atoms[0], atoms[2]}, swap, 10);
  ASSERT_TRUE(group);
  EXPECT_EQ(group->point(atoms[0]), Point{0});
  EXPECT_EQ(group->point(atoms[1]), std::nullopt);
  EXPECT_EQ(group->point(atoms[2]), Point{1});
  EXPECT_EQ(group->point(values::atoms().string("new in this test")), std::nullopt);
}

}  // namespace
}  // namespace synod::reduce
