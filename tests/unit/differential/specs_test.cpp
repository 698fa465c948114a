// Random specifications: the parallel engine finds what the naive explorer finds.
#include <map>

#include <gtest/gtest.h>

#include "comparison.hpp"
#include "seeds.hpp"
#include "shrink.hpp"
#include "spec_generator.hpp"

namespace synod::differential {
namespace {

class Specs : public testing::TestWithParam<int> {};

TEST_P(Specs, are_explored_alike) {
  constexpr int count = 100;
  const auto first = static_cast<std::uint64_t>(1 + GetParam() * count);
  std::map<std::string, int> outcomes;
  int differences = 0;
  for (const std::uint64_t seed : seeds(first, count)) {
    const Document document = random_spec(seed);
    const ExplorationReport report = compare_explorations(document);
    EXPECT_EQ(report.refused, "") << "seed " << seed << " makes a specification that is refused:\n"
                                  << text(document);
    ++outcomes[report.too_large ? "too large" : report.outcome];
    if (report.difference.empty()) continue;
    const Document small = shrunk(document, [&](const Document& candidate) {
      const ExplorationReport smaller = compare_explorations(candidate);
      return !smaller.difference.empty() && smaller.kind == report.kind;
    });
    ADD_FAILURE() << "seed " << seed << ":\n"
                  << report.difference << "\nsmaller:\n"
                  << text(small) << compare_explorations(small).difference;
    if (++differences >= 5) break;
  }
  for (const auto& [outcome, number] : outcomes) RecordProperty(outcome, number);
  // The generator is good only if the outcomes are mixed.
  if (!number_in_environment("SYNOD_DIFFERENTIAL_SEED")) {
    EXPECT_GE(outcomes["success"], 10);
    EXPECT_GE(outcomes["invariant"], 5);
    EXPECT_LE(outcomes["error"], count / 2);
    EXPECT_LE(outcomes["too large"], count / 5);
  }
}

INSTANTIATE_TEST_SUITE_P(Random, Specs,
                         testing::Range(0, number_in_environment("SYNOD_DIFFERENTIAL_SEED") ? 1 : 8));

}  // namespace
}  // namespace synod::differential
