// The sample of expressions in tests/expressions: both evaluators give the answers that TLC confirmed.
//
// SYNOD_UPDATE_EXPRESSIONS=610 chooses a new sample of that size; scripts/confirm-expressions then asks TLC.
#include "sample.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "comparison.hpp"
#include "seeds.hpp"

namespace synod::differential {
namespace {

const std::filesystem::path folder = std::filesystem::path(SYNOD_SOURCE_DIR) / "tests/expressions";

std::string read(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The random sample, then what was written by hand.
std::vector<SampleEntry> kept_sample() {
  std::vector<SampleEntry> entries = read_sample(read(folder / "expressions.tsv"));
  const std::vector<SampleEntry> written = read_sample(read(folder / "laziness.tsv"));
  entries.insert(entries.end(), written.begin(), written.end());
  return entries;
}

TEST(Sample, has_the_answers_that_were_confirmed) {
  if (const auto wanted = number_in_environment("SYNOD_UPDATE_EXPRESSIONS")) {
    const std::size_t errors = *wanted * 3 / 20;
    std::ofstream(folder / "expressions.tsv") << written_sample(random_sample(*wanted - errors, errors));
    std::ofstream(folder / "Prelude.tla") << sample_prelude();
  }
  const std::vector<SampleEntry> entries = kept_sample();
  std::vector<std::string> expressions;
  for (const SampleEntry& entry : entries) expressions.push_back(entry.expression);
  const ExpressionAnswers found = expression_answers(sample_module(expressions));
  ASSERT_EQ(found.refused, "");
  ASSERT_EQ(found.answers.size(), entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    EXPECT_EQ(found.answers[i].reference, entries[i].answer) << "reference: " << entries[i].expression;
    EXPECT_EQ(found.answers[i].compiled, entries[i].answer) << "compiled: " << entries[i].expression;
  }
}

TEST(Sample, has_answers_that_are_expressions_of_themselves) {
  std::vector<std::string> values;
  for (const SampleEntry& entry : kept_sample()) {
    if (entry.answer != "error") values.push_back(entry.answer);
  }
  const ExpressionAnswers found = expression_answers(sample_module(values));
  ASSERT_EQ(found.refused, "");
  ASSERT_EQ(found.answers.size(), values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    EXPECT_EQ(found.answers[i].reference, values[i]);
    EXPECT_EQ(found.answers[i].compiled, values[i]);
  }
}

TEST(Sample, is_large_and_its_expressions_are_distinct) {
  const std::vector<SampleEntry> entries = kept_sample();
  std::set<std::string> distinct;
  std::size_t errors = 0;
  for (const SampleEntry& entry : entries) {
    distinct.insert(entry.expression);
    errors += entry.answer == "error" ? 1 : 0;
  }
  EXPECT_EQ(distinct.size(), entries.size());
  EXPECT_GE(entries.size(), 600U);
  EXPECT_GE(errors * 8, entries.size());
}

TEST(Sample, is_evaluated_by_tlc_over_the_same_definitions) {
  EXPECT_EQ(read(folder / "Prelude.tla"), sample_prelude());
}

}  // namespace
}  // namespace synod::differential
