// Operators of the community's modules, which both evaluators know natively: values worked out by hand, and
// errors.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "comparison.hpp"
#include "model/model.hpp"
#include "reference/evaluator.hpp"
#include "semantics/resolve.hpp"

namespace synod::differential {
namespace {

namespace fs = std::filesystem;

/// The specifications of ASSUMEs that the end-to-end tests give to the compiled evaluator.
std::vector<std::string> value_modules() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(SYNOD_SOURCE_DIR) / "tests/e2e/specs/modules")) {
    if (entry.path().extension() == ".tla") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class ModuleValues : public testing::TestWithParam<std::string> {};

TEST_P(ModuleValues, are_those_of_the_reference_evaluator) {
  const fs::path file = fs::path(SYNOD_SOURCE_DIR) / "tests/e2e/specs/modules" / (GetParam() + ".tla");
  syntax::SourceMap sources;
  syntax::Diagnostics diagnostics;
  std::optional<semantics::Spec> spec = semantics::resolve(file, {}, sources, diagnostics);
  ASSERT_TRUE(spec && !diagnostics.has_errors());
  const std::optional<model::Model> model = model::bind(std::move(*spec), model::Config(), diagnostics);
  ASSERT_TRUE(model);
  reference::Evaluator evaluator(*model);
  ASSERT_FALSE(model->spec.assumptions.empty());
  for (const semantics::Assumption& assumption : model->spec.assumptions) {
    try {
      EXPECT_TRUE(evaluator.holds(*assumption.body, {}, evaluator.no_state(), "an assumption"))
          << assumption.name;
    } catch (const EvaluationError& error) {
      ADD_FAILURE() << assumption.name << ", line " << error.span().begin.line << ": " << error.message();
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Modules, ModuleValues, testing::ValuesIn(value_modules()),
                         [](const auto& parameter) { return parameter.param; });

/// How the two differ on an expression, or whether it fails in both.
std::string outcome(const std::string& expression) {
  Document document;
  document.declarations = {
      "EXTENDS SequencesExt, BagsExt, Bitwise, Combinatorics, DyadicRationals, Statistics, VectorClocks, "
      "TransitiveClosure",
      "VARIABLE x"};
  document.configuration.emplace_back("INIT Init NEXT Next");
  document.definitions = {
      {"", "Init", term({}, "x = 0")}, {"", "Next", term({}, "x' = x")}, {"", "E1", term({}, expression)}};
  const ExpressionReport report = compare_expressions(document);
  if (!report.refused.empty()) return report.refused;
  if (!report.differences.empty()) return report.differences[0].text;
  return report.failed == 1 ? "both fail" : "both have the same value";
}

TEST(ModuleErrors, what_an_operator_is_not_meant_for_fails) {
  const char* const failing[] = {
      "FoldSet(LAMBDA a, b : a, 0, 3)", "FoldSet(LAMBDA a, b : a, 0, Nat)", "FoldSet(+, 0, {\"a\"})",
      "Quantify({1}, LAMBDA a : a)", "Quantify(1, LAMBDA a : TRUE)", "kSubset(\"a\", {1})", "kSubset(1, 2)",
      "kSubset(1, Nat)", "Max({})", "Min({})", "Max({\"a\"})", "Max(Nat)", "Max(2..1)", "Choices(1)",
      "ChooseUnique({1, 2}, LAMBDA a : TRUE)", "ChooseUnique({}, LAMBDA a : TRUE)", "IsInjective(1)",
      "IsInjective({1})", "AntiFunction(<<1, 1>>)", "AntiFunction(3)", "FoldFunction(+, 0, {1})",
      "FoldFunctionOnSet(+, 0, <<1>>, {2})", "FoldFunctionOnSet(+, 0, 1, {2})",
      "FoldFunctionOnSet(+, 0, <<1>>, 1)", "Range(3)", "ToSet(\"ab\")", "SetToSeq(1)", "SetToSeq(Nat)",
      "SetToSeqs(1..11)", "SetToSeqs(TRUE)", "Contains({1}, 1)", "Contains(<<1>>, \"a\")",
      "LongestCommonPrefix({})", "LongestCommonPrefix({1})", "FoldLeft(+, 0, \"ab\")", "FoldRight(+, {1}, 0)",
      "FoldLeftDomain(+, 0, 1)", "FoldSeq(+, 0, 1)", "ReplaceFirstSubSeq(<<1>>, 2, <<1>>)",
      "ReplaceAllSubSeqs(\"a\", <<1>>, \"b\")", "IsPrefix(1, <<1>>)", "IsPrefix(<<1>>, \"a\")",
      "SelectInSeq(<<1>>, LAMBDA a : a)", "SelectInSeq(1, LAMBDA a : TRUE)",
      "SelectInSubSeq(<<1>>, 1, 2, LAMBDA a : TRUE)", "SelectInSubSeq(<<1>>, 0, 1, LAMBDA a : TRUE)",
      "SelectLastInSubSeq(<<1>>, \"a\", 1, LAMBDA a : TRUE)", "RemoveFirst(1, 1)",
      "RemoveFirstMatch(<<1>>, LAMBDA a : 1)", "Suffixes(1)", "AllSubSeqs(\"a\")",
      "AllSubSeqs([i \\in 1..25 |-> i])", "InsertAt(<<1>>, 3, 1)", "InsertAt(<<1>>, 0, 1)", "Last(<<>>)",
      "Interleave(<<1>>, <<>>)", "IndexFirstSubSeq(<<2>>, <<1>>)", "FoldBag(+, 0, 1 :> 0)",
      "FoldBag(+, 0, {})", "BagAdd({}, 1)", "1 & \"a\"", "TRUE | 1", "1 ^^ {}", "Not(-1)", "Not(\"a\")",
      "shiftR(-1, 1)", "shiftR(1, -1)", "factorial[-1]", "factorial[21]", "choose(-1, 1)", "choose(1, -1)",
      "choose(67, 33)", "Half(1)", "Add([num |-> 1, den |-> 2], 1)", "Half([num |-> 0, den |-> 0])",
      "ChiSquare(<<1>>, <<1>>, \"0.05\")", "ChiSquare(<<1, 1>>, <<1, 1, 1>>, \"0.05\")",
      "ChiSquare(<<0, 1>>, <<1, 1>>, \"0.05\")", "ChiSquare(<<1, 1>>, <<-1, 1>>, \"0.05\")",
      "ChiSquare(<<1, 1>>, <<1, 1>>, \"0.6\")", "ChiSquare(<<1, 1>>, <<1, 1>>, \"no\")",
      "ChiSquare(<<1, 1>>, <<1, 1>>, 1)", "Warshall({1})", "Warshall(1)",
      "CausalOrder(1, LAMBDA e : e, LAMBDA e : 1, LAMBDA c : DOMAIN c)",
      // The second entry of node 1 is missing; two entries that each know the other.
      "CausalOrder(<<<<1, 1>>, <<2, 1>>>>, LAMBDA e : <<3, 1>>, LAMBDA e : e[1], LAMBDA c : DOMAIN c)",
      "CausalOrder(<<<<1, 1>>, <<2, 1>>>>, LAMBDA e : <<1, 1>>, LAMBDA e : e[1], LAMBDA c : DOMAIN c)"};
  for (const char* expression : failing) EXPECT_EQ(outcome(expression), "both fail") << expression;
}

TEST(ModuleMeaning, what_tlc_refuses_or_cannot_hold_has_a_value) {
  const char* const fine[] = {"IsInjective([a |-> 1, b |-> 2])",
                              "choose(66, 33)",
                              "factorial[20]",
                              "Not(4611686018427387904)",
                              "shiftR(1, 64)",
                              "4611686018427387904 | 1",
                              "-1 & 5",
                              "(-4) ^^ 3",
                              "ReplaceAllSubSeqs(\"x\", \"\", \"aé\")",
                              "LongestCommonPrefix({\"é\", \"è\"})",
                              "IsSuffix(\"b\", \"ab\")",
                              "AntiFunction([a |-> 1])",
                              "Warshall({<<1, 2>>, <<2, 3>>, <<3, 1>>, <<5, 4>>})",
                              "Warshall({})",
                              "SetToSeqs(kSubset(2, 1..3))",
                              "FoldSet(LAMBDA a, b : b \\cup {a}, {}, SUBSET (1..3))",
                              "FoldSet(LAMBDA a, b : b * a, 1, 1..20)",
                              "FoldSet(LAMBDA a, b : b \\cap {a}, Nat, {1})",
                              "Max(4611686018427387904..4611686018427387905)",
                              "AllSubSeqs(<<3, 1, 3>>)",
                              "SelectInSeq(<<1, \"a\">>, LAMBDA e : e = 1)"};
  for (const char* expression : fine)
    EXPECT_EQ(outcome(expression), "both have the same value") << expression;
}

TEST(ModuleMeaning, warshall_closes_a_relation) {
  EXPECT_EQ(
      outcome(
          "IF Warshall({<<1, 2>>, <<2, 3>>, <<3, 2>>, <<5, 5>>}) = {<<1, 2>>, <<1, 3>>, <<2, 2>>, <<2, 3>>, "
          "<<3, 2>>, <<3, 3>>, <<5, 5>>} /\\ Warshall({}) = {} THEN 1 ELSE Head(<<>>)"),
      "both have the same value");
}

TEST(ModuleMeaning, a_users_own_definition_counts_where_it_takes_something_else) {
  const fs::path folder = fs::temp_directory_path() / "synod-own-modules";
  fs::create_directories(folder);
  std::ofstream(folder / "FiniteSetsExt.tla") << "---- MODULE FiniteSetsExt ----\n"
                                              << "FoldSet(set, base, op(_, _)) == base\n"
                                              << "Max(set) == \"none\"\n"
                                              << "====\n";
  std::ofstream(folder / "Own.tla") << "---- MODULE Own ----\n"
                                    << "EXTENDS FiniteSetsExt, Integers\n"
                                    << "ASSUME FoldSet({1, 2}, 7, +) = 7 /\\ Max({1}) = \"none\"\n"
                                    << "====\n";
  syntax::SourceMap sources;
  syntax::Diagnostics diagnostics;
  std::optional<semantics::Spec> spec = semantics::resolve(folder / "Own.tla", {}, sources, diagnostics);
  ASSERT_TRUE(spec);
  const std::optional<model::Model> model = model::bind(std::move(*spec), model::Config(), diagnostics);
  ASSERT_TRUE(model);
  reference::Evaluator evaluator(*model);
  EXPECT_TRUE(evaluator.holds(*model->spec.assumptions[0].body, {}, evaluator.no_state(), "an assumption"));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace synod::differential
