// Failures are made small.
#include "shrink.hpp"

#include <gtest/gtest.h>

#include "comparison.hpp"
#include "expression_generator.hpp"

namespace synod::differential {
namespace {

Term integer(const std::string& text) { return term(integer_type(), text); }

TEST(Shrink, keeps_what_matters_only) {
  Document document;
  document.declarations = {"EXTENDS Integers"};
  document.definitions.push_back({"", "Unused", integer("1")});
  Term sum = term(integer_type(), "($ + $)", {integer("7"), term(integer_type(), "-($)", {integer("8")})});
  Term items = list(set_of(integer_type()), "{", ", ", "}", {integer("3"), sum, integer("4")});
  document.definitions.push_back({"", "E1", term(integer_type(), "Cardinality($)", {items})});
  document.configuration = {"CONSTANT a = a", "INIT Init"};

  const Document small =
      shrunk(document, [](const Document& d) { return module_text(d).find("8") != std::string::npos; });
  EXPECT_EQ(text(small),
            "---- MODULE M ----\n"
            "EXTENDS Integers\n"
            "E1 == 8\n"
            "====\n"
            "---- M.cfg ----\n\n");
}

TEST(Shrink, aligns_bullets) {
  const Term inner = bulleted(boolean_type(), "\\/", {term(boolean_type(), "x"), term(boolean_type(), "y")});
  std::string text = "A == ";
  print(bulleted(boolean_type(), "/\\", {inner, term(boolean_type(), "z")}), text);
  EXPECT_EQ(text,
            "A == (/\\ (\\/ x\n"
            "          \\/ y)\n"
            "      /\\ z)");
}

/// The whole chain finds a difference where there is one: a definition that the two cannot agree on does not
/// exist, so a refused module must say why, and an agreed one must have been compared.
TEST(Comparison, says_what_it_compared) {
  Document document = prelude();
  document.declarations.emplace_back("VARIABLE x");
  document.configuration.emplace_back("INIT Init NEXT Next");
  const auto define = [&](const std::string& head, const std::string& body) {
    document.definitions.push_back({"", head, term(boolean_type(), body)});
  };
  define("Init", "x = 1");
  define("Next", "x' = 3 - x");
  define("E1", "x + fib[7]");
  define("E2", "Head(<<>>)");
  const ExpressionReport report = compare_expressions(document);
  EXPECT_EQ(report.refused, "");
  EXPECT_EQ(report.compared, 2U);
  EXPECT_EQ(report.failed, 1U);
  EXPECT_TRUE(report.differences.empty());

  const ExplorationReport exploration = compare_explorations(document);
  EXPECT_EQ(exploration.refused, "");
  EXPECT_EQ(exploration.outcome, "success");
  EXPECT_EQ(exploration.distinct, 2U);
  EXPECT_EQ(exploration.difference, "");

  define("E3", "undefined_name");
  EXPECT_NE(compare_expressions(document).refused.find("undefined_name"), std::string::npos);
}

}  // namespace
}  // namespace synod::differential
