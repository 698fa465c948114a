#include "syntax/operators.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace synod::syntax {
namespace {

std::string properties(std::string_view spelling) {
  const auto id = find_operator(spelling);
  if (!id) return "unknown";
  const Operator& op = get_operator(*id);
  const char* fixities[] = {"plain", "prefix", "infix", "postfix"};
  return std::string(op.name) + " " + fixities[static_cast<int>(op.fixity)] + " " + std::to_string(op.low) +
         "-" + std::to_string(op.high) + (op.left_associative ? " left" : "");
}

TEST(Operators, each_spelling_belongs_to_one_operator) {
  std::set<std::string_view> spellings;
  for (const Operator& op : all_operators()) {
    EXPECT_TRUE(spellings.insert(op.name).second) << op.name;
    EXPECT_LE(op.low, op.high) << op.name;
    for (const std::string_view synonym : op.synonyms) {
      EXPECT_TRUE(synonym.empty() || spellings.insert(synonym).second) << synonym;
    }
  }
  EXPECT_EQ(all_operators().size(), 99U);
}

TEST(Operators, the_named_ones_come_first) {
  EXPECT_EQ(get_operator(OperatorId::conjunction).name, "/\\");
  EXPECT_EQ(get_operator(OperatorId::disjunction).name, "\\/");
  EXPECT_EQ(get_operator(OperatorId::membership).name, "\\in");
  EXPECT_EQ(get_operator(OperatorId::equality).name, "=");
  EXPECT_EQ(get_operator(OperatorId::minus).name, "-");
  EXPECT_EQ(get_operator(OperatorId::negative).name, "-.");
  EXPECT_EQ(get_operator(OperatorId::box).name, "[]");
  EXPECT_EQ(get_operator(OperatorId::product).name, "\\X");
  EXPECT_EQ(get_operator(OperatorId::prime).name, "'");
}

TEST(Operators, synonyms_have_one_canonical_name) {
  EXPECT_EQ(properties("\\land"), "/\\ infix 3-3 left");
  EXPECT_EQ(properties("∨"), "\\/ infix 3-3 left");
  EXPECT_EQ(properties("\\neg"), "~ prefix 4-4 left");
  EXPECT_EQ(properties("\\equiv"), "<=> infix 2-2");
  EXPECT_EQ(properties("/="), "# infix 5-5");
  EXPECT_EQ(properties("<="), "=< infix 5-5");
  EXPECT_EQ(properties("\\times"), "\\X infix 10-13 left");
  EXPECT_EQ(properties("\\union"), "\\cup infix 8-8 left");
  EXPECT_EQ(properties("\\circ"), "\\o infix 13-13 left");
  EXPECT_EQ(properties("\\oplus"), "(+) infix 10-10 left");
  EXPECT_EQ(properties("⊗"), "(\\X) infix 13-13 left");
}

TEST(Operators, ranges_are_those_of_the_language) {
  EXPECT_EQ(properties("-."), "-. prefix 12-12");
  EXPECT_EQ(properties("SUBSET"), "SUBSET prefix 10-13");
  EXPECT_EQ(properties("ENABLED"), "ENABLED prefix 4-15");
  EXPECT_EQ(properties("^*"), "^* postfix 15-15");
  EXPECT_EQ(properties("\\cdot"), "\\cdot infix 5-14 left");
  EXPECT_EQ(properties("@@"), "@@ infix 6-6 left");
  EXPECT_EQ(properties("!!"), "!! infix 9-13");
  EXPECT_EQ(properties("\\wr"), "\\wr infix 9-14");
  EXPECT_EQ(properties("%"), "% infix 10-11");
  EXPECT_EQ(properties("--"), "-- infix 11-11 left");
  EXPECT_EQ(properties("\\mod"), "unknown");
}

}  // namespace
}  // namespace synod::syntax
