// Random graphs and formulas: a lasso is found when brute force says that there is one, and it is one.
#include <algorithm>
#include <exception>
#include <string>

#include <gtest/gtest.h>

#include "brute_force.hpp"
#include "case_search.hpp"
#include "random_case.hpp"
#include "shrink.hpp"
#include "unit/differential/seeds.hpp"

namespace synod::temporal::test {
namespace {

using differential::number_in_environment;

std::uint64_t first_seed() { return number_in_environment("SYNOD_TEMPORAL_SEED").value_or(1); }
std::uint64_t case_count() { return number_in_environment("SYNOD_TEMPORAL_CASES").value_or(10'000); }

/// Steps of the prefix that do not stutter.
std::size_t prefix_steps(const Lasso& lasso) {
  std::size_t steps = 0;
  for (std::size_t i = 0; i < lasso.loop_start; ++i)
    if (lasso.states[i] != lasso.states[i + 1]) ++steps;
  return steps;
}

/// Why it is no behaviour of the case that violates the property; empty when it is one.
std::string problem_with(const Lasso& lasso, const Case& c) {
  if (lasso.loop_start >= lasso.states.size()) return "has no loop";
  if (std::ranges::find(c.initial, lasso.states[0]) == c.initial.end()) return "begins in no initial state";
  for (std::size_t i = 0; i < lasso.states.size(); ++i) {
    const StateId next = lasso.states[i + 1 < lasso.states.size() ? i + 1 : lasso.loop_start];
    if (!c.is_step(lasso.states[i], next))
      return "has no step " + std::to_string(lasso.states[i]) + " -> " + std::to_string(next);
  }
  for (const LtlPtr& f : c.fairness)
    if (!holds(c, f, lasso)) return "is not fair: " + text(f);
  return holds(c, c.property, lasso) ? "satisfies the property" : "";
}

/// What is wrong with what is found in a case; empty when nothing is.
std::string problem_with_search(const Case& c) {
  const Found found = find_lassos(c);
  const auto shortest = shortest_prefix(c, violation(c));
  if (found.any() != shortest.has_value())
    return found.any() ? "a lasso is found where there is none" : "no lasso is found where there is one";
  for (const auto& lasso : found.lassos) {
    if (!lasso) continue;
    const std::string problem = problem_with(*lasso, c);
    if (!problem.empty()) return "the lasso " + text(*lasso) + " " + problem;
  }
  return "";
}

/// The same with the prefixes of lassos. Only where no automaton changes its state: otherwise an automaton
/// may have to see a part of the loop before it can stay in it.
std::string problem_with_prefix(const Case& c) {
  const Found found = find_lassos(c);
  if (!found.any() || !found.automata_wait) return "";
  std::size_t least = c.states();
  for (const auto& lasso : found.lassos)
    if (lasso) least = std::min(least, prefix_steps(*lasso));
  const auto shortest = shortest_prefix(c, violation(c));
  if (least == shortest) return "";
  return "the shortest prefix found has " + std::to_string(least) + " steps, " +
         (shortest ? std::to_string(*shortest) + " are enough" : "and there is none");
}

/// The same with another numbering of the states.
std::string problem_with_renaming(const Case& c, std::uint64_t seed) {
  const std::vector<StateId> name = random_permutation(c.states(), seed);
  const Found found = find_lassos(c);
  const Found other = find_lassos(renamed(c, name));
  if (found.lassos.size() != other.lassos.size())
    return "there are more or fewer ways to violate the property";
  for (std::size_t i = 0; i < found.lassos.size(); ++i) {
    std::optional<Lasso> expected = found.lassos[i];
    if (expected) {
      for (StateId& state : expected->states) state = name[state];
    }
    const std::string wanted = expected ? text(*expected) : "no lasso";
    const std::string got = other.lassos[i] ? text(*other.lassos[i]) : "no lasso";
    if (wanted == got) continue;
    return std::string("with states renamed, ").append(got).append(" is found and not ").append(wanted);
  }
  return "";
}

/// Runs all cases and shows the first few in which something is wrong.
template <class Problem>
void expect_no_problem(const Problem& problem_of) {
  int failures = 0;
  for (std::uint64_t seed = first_seed(); seed < first_seed() + case_count(); ++seed) {
    const Case c = random_case(seed);
    const auto problem = [&](const Case& candidate) -> std::string {
      try {
        return problem_of(candidate, seed);
      } catch (const std::exception& error) {
        return std::string("the search fails: ") + error.what();
      }
    };
    const std::string text_of_problem = problem(c);
    if (text_of_problem.empty()) continue;
    const Case small = shrunk(c, [&](const Case& candidate) { return !problem(candidate).empty(); });
    ADD_FAILURE() << "seed " << seed << ": " << text_of_problem << "\n"
                  << text(c) << "smaller: " << problem(small) << "\n"
                  << text(small);
    if (++failures >= 5) break;
  }
}

TEST(Lasso, IsFoundExactlyWhereThereIsOne) {
  expect_no_problem([](const Case& c, std::uint64_t) { return problem_with_search(c); });
}

TEST(Lasso, HasTheShortestPrefix) {
  expect_no_problem([](const Case& c, std::uint64_t) { return problem_with_prefix(c); });
}

TEST(Lasso, StuttersRatherThanGoOn) {
  // 0 -> 1 -> 2: p0 ~> p1 fails at once, where p0 holds, and going on adds nothing.
  Case c{{{1}, {2}, {}}, {0}, {}, {}, leads_to(atom(0), atom(1))};
  c.atoms.assign(2, {false, std::vector<std::vector<bool>>(3, std::vector<bool>(3))});
  c.atoms[0].holds[1][1] = true;
  const Found found = find_lassos(c);
  ASSERT_EQ(found.lassos.size(), 1U);
  ASSERT_TRUE(found.lassos[0].has_value());
  EXPECT_EQ(prefix_steps(*found.lassos[0]), 1U) << text(*found.lassos[0]);
}

TEST(Lasso, DoesNotDependOnTheNumbersOfStates) { expect_no_problem(problem_with_renaming); }

TEST(Lasso, TheCasesAreMixed) {
  constexpr std::uint64_t count = 1000;
  std::uint64_t violated = 0, fair = 0, large_automaton = 0, long_prefix = 0;
  for (std::uint64_t seed = 1; seed <= count; ++seed) {
    const Case c = random_case(seed);
    const Found found = find_lassos(c);
    if (found.any()) ++violated;
    if (!c.fairness.empty()) ++fair;
    if (!found.automata_wait) ++large_automaton;
    for (const auto& lasso : found.lassos)
      if (lasso && prefix_steps(*lasso) > 0) ++long_prefix;
  }
  EXPECT_GE(violated, count / 4);
  EXPECT_LE(violated, 3 * count / 4);
  EXPECT_GE(fair, count / 2);
  EXPECT_GE(large_automaton, count / 4);
  EXPECT_GE(long_prefix, count / 20);
}

}  // namespace
}  // namespace synod::temporal::test
