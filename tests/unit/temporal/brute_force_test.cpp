// The oracle against one that is simpler still: all short lassos.
#include "brute_force.hpp"

#include <functional>

#include <gtest/gtest.h>

#include "random_case.hpp"

namespace synod::temporal::test {
namespace {

/// Calls body for the lassos of up to `length` states, until it gives back true; whether it did.
bool any_lasso(const Case& c, std::size_t length, const std::function<bool(const Lasso&)>& body) {
  const std::function<bool(Lasso&)> extended = [&](Lasso& lasso) {
    const StateId last = lasso.states.back();
    for (lasso.loop_start = 0; lasso.loop_start < lasso.states.size(); ++lasso.loop_start)
      if (c.is_step(last, lasso.states[lasso.loop_start]) && body(lasso)) return true;
    if (lasso.states.size() == length) return false;
    for (StateId next = 0; next < c.states(); ++next) {
      if (!c.is_step(last, next)) continue;
      lasso.states.push_back(next);
      const bool found = extended(lasso);
      lasso.states.pop_back();
      if (found) return true;
    }
    return false;
  };
  for (const StateId state : c.initial) {
    Lasso lasso{{state}, 0};
    if (extended(lasso)) return true;
  }
  return false;
}

TEST(BruteForce, KnowsOfAllShortLassos) {
  int short_ones = 0, long_ones = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Case c = random_case(seed);
    const LtlPtr wanted = violation(c);
    const bool any = any_lasso(c, 5, [&](const Lasso& lasso) { return holds(c, wanted, lasso); });
    const bool expected = shortest_prefix(c, wanted).has_value();
    EXPECT_LE(any, expected) << "seed " << seed << ":\n" << text(c);
    if (any) ++short_ones;
    if (expected && !any) ++long_ones;
  }
  // Most graphs are so small that a short lasso will do.
  EXPECT_LE(20 * long_ones, short_ones);
}

TEST(BruteForce, JudgesALassoByItsPositions) {
  // 0 -> 1 <-> 2: p0 in state 2, p1 on the step 0 -> 1 and when 2 stutters.
  Case c{{{1}, {2}, {1}}, {0}, {}, {}, constant(true)};
  c.atoms.push_back({false, std::vector<std::vector<bool>>(3, std::vector<bool>(3))});
  c.atoms.push_back({true, std::vector<std::vector<bool>>(3, std::vector<bool>(3))});
  c.atoms[0].holds[2][2] = c.atoms[1].holds[0][1] = c.atoms[1].holds[2][2] = true;
  const Lasso around{{0, 1, 2}, 1};
  EXPECT_TRUE(holds(c, atom(1), around));
  EXPECT_FALSE(holds(c, atom(0), around));
  EXPECT_TRUE(holds(c, always(eventually(atom(0))), around));
  EXPECT_FALSE(holds(c, eventually(always(atom(0))), around));
  EXPECT_FALSE(holds(c, always(eventually(atom(1))), around));
  const Lasso resting{{0, 1, 2}, 2};
  EXPECT_TRUE(holds(c, eventually(always(conjunction({atom(0), atom(1)}))), resting));
  EXPECT_FALSE(holds(c, always(disjunction({negation(atom(0)), eventually(negation(atom(1)))})), resting));

  EXPECT_EQ(shortest_prefix(c, always(eventually(atom(0)))), 1U);
  EXPECT_EQ(shortest_prefix(c, eventually(always(atom(1)))), 2U);
  EXPECT_EQ(shortest_prefix(c, always(atom(0))), std::nullopt);
  EXPECT_EQ(shortest_prefix(c, conjunction({atom(1), always(negation(atom(0)))})), 1U);
}

}  // namespace
}  // namespace synod::temporal::test
