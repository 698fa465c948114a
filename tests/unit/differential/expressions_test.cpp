// Random expressions: the compiled evaluator gives the reference evaluator's values and errors.
#include <algorithm>

#include <gtest/gtest.h>

#include "comparison.hpp"
#include "seeds.hpp"
#include "shrink.hpp"
#include "spec_generator.hpp"

namespace synod::differential {
namespace {

constexpr int expressions_per_module = 100;

bool is_expression(const Definition& definition) {
  return definition.head.size() > 1 && definition.head[0] == 'E' && std::isdigit(definition.head[1]) != 0;
}

/// The module with only one of its expressions.
Document with_only(const Document& document, const std::string& name) {
  Document one = document;
  std::erase_if(one.definitions, [&](const Definition& d) { return is_expression(d) && d.head != name; });
  return one;
}

std::string minimal_failure(const Document& document, const ExpressionDifference& difference) {
  const auto still_differs = [&](const Document& candidate) {
    const ExpressionReport report = compare_expressions(candidate);
    return report.differences.size() == 1 && report.differences[0].kind == difference.kind;
  };
  const Document one = with_only(document, difference.name);
  if (!still_differs(one)) return "(it differs only among the others)";
  const Document small = shrunk(one, still_differs);
  return text(small) + compare_expressions(small).differences[0].text;
}

class Expressions : public testing::TestWithParam<int> {};

TEST_P(Expressions, have_one_meaning) {
  constexpr int modules = 100;
  const auto first = static_cast<std::uint64_t>(1 + GetParam() * modules);
  std::size_t compared = 0;
  std::size_t failed = 0;
  std::size_t known = 0;
  for (const std::uint64_t seed : seeds(first, modules)) {
    const Document document = random_expressions(seed, expressions_per_module);
    const ExpressionReport report = compare_expressions(document);
    compared += report.compared;
    failed += report.failed;
    known += report.known;
    EXPECT_EQ(report.refused, "") << "seed " << seed << " makes a module that is refused:\n"
                                  << text(document);
    for (const ExpressionDifference& difference : report.differences) {
      ADD_FAILURE() << "seed " << seed << ", " << difference.name << ":\n"
                    << difference.text << "\nsmaller:\n"
                    << minimal_failure(document, difference);
      if (&difference - report.differences.data() >= 2) break;  // the others are often the same
    }
  }
  RecordProperty("compared", static_cast<int>(compared));
  RecordProperty("known", static_cast<int>(known));
  RecordProperty("failed", static_cast<int>(failed));
  // The generator is good only if most of what it makes has a value, and some has none.
  EXPECT_LT(failed * 2, compared);
  EXPECT_LE(known, 2 + compared / 1000);
  if (compared > 500) {
    EXPECT_GT(failed, 0U);
  }
}

/// With a seed from the environment there is one list, not one for each part.
INSTANTIATE_TEST_SUITE_P(Random, Expressions,
                         testing::Range(0, number_in_environment("SYNOD_DIFFERENTIAL_SEED") ? 1 : 4));

}  // namespace
}  // namespace synod::differential
