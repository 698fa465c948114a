// Graphs, pictures, JSON and IOUtils: what both evaluators refuse, and a few values that no specification of
// assumptions has.
#include <string>

#include <gtest/gtest.h>

#include "comparison.hpp"

namespace synod::differential {
namespace {

/// How the two differ on an expression, or whether it fails in both.
std::string outcome(const std::string& modules, const std::string& expression) {
  Document document;
  document.declarations = {"EXTENDS " + modules + ", Integers, TLC", "VARIABLE x"};
  document.configuration.emplace_back("INIT Init NEXT Next");
  document.definitions = {
      {"", "Init", term({}, "x = 0")}, {"", "Next", term({}, "x' = x")}, {"", "E1", term({}, expression)}};
  const ExpressionReport report = compare_expressions(document);
  if (!report.refused.empty()) return report.refused;
  if (!report.differences.empty()) return report.differences[0].text;
  return report.failed == 1 ? "both fail" : "both have the same value";
}

void expect_failure(const std::string& modules, const std::vector<std::string>& expressions) {
  for (const std::string& e : expressions) EXPECT_EQ(outcome(modules, e), "both fail") << e;
}

void expect_same_value(const std::string& modules, const std::vector<std::string>& expressions) {
  for (const std::string& e : expressions) EXPECT_EQ(outcome(modules, e), "both have the same value") << e;
}

TEST(PicturesAndGraphs, what_is_no_graph_fails) {
  expect_failure(
      "Graphs",
      {"SimplePath(1)", "SimplePath([node |-> 1, edge |-> {}])", "SimplePath([node |-> {1}])",
       "SimplePath(<< >>)", "SimplePath([node |-> Nat, edge |-> {}])", "AreConnectedIn(1, 1, {})",
       "IsStronglyConnected([edge |-> {}])", "AreConnectedIn(\"a\", 1, [node |-> {1}, edge |-> {}])",
       "Descendants([node |-> {1}, edge |-> {}], 2)"});
  expect_failure("UndirectedGraphs",
                 {"SimplePath(1)", "AreConnectedIn(1, 1, {})", "ConnectedComponents(<< >>)",
                  "ConnectedComponents([node |-> {1}, edge |-> 2])"});
}

TEST(PicturesAndGraphs, what_is_no_picture_fails) {
  expect_failure("SVG", {"SVGElemToString(1)", "SVGElemToString([name |-> \"a\"])",
                         "SVGElemToString(SVGElem(1, << >>, << >>, \"\"))",
                         "SVGElemToString(SVGElem(\"a\", [b |-> 1], << >>, \"\"))",
                         "SVGElemToString(SVGElem(\"a\", <<\"b\">>, << >>, \"\"))",
                         "SVGElemToString(SVGElem(\"a\", << >>, <<1>>, \"\"))",
                         "SVGElemToString(SVGElem(\"a\", << >>, {}, \"\"))",
                         "NodeOfRingNetwork(1, 1, 1, 1, 0)", "NodeOfRingNetwork(TRUE, 1, 1, 1, 1)",
                         "PointOnLine(1, 1, 1)", "PointOnLine([x |-> 0, y |-> 0], [x |-> 1, y |-> 1], 0)",
                         "PointOnLine([x |-> 0, y |-> 0], [x |-> 1], 2)",
                         "NodesOfDirectedMultiGraph({1}, {}, [algo |-> \"Tree\"])"});
  expect_failure("GraphViz", {"DotDiGraph(1, LAMBDA n : n, LAMBDA e : e)",
                              "DotDiGraph([node |-> {1}, edge |-> {}], LAMBDA n : n + \"a\", LAMBDA e : e)",
                              "DotDiGraph([node |-> {1}, edge |-> {1}], LAMBDA n : n, LAMBDA e : e)"});
}

TEST(PicturesAndGraphs, graphs_are_drawn_alike) {
  expect_same_value(
      "GraphViz",
      {"DotDiGraph([node |-> {1, 2}, edge |-> {<<2, 1>>, <<1, 3>>}], LAMBDA n : {n}, LAMBDA e : e)",
       "{DotDiGraph([node |-> {k}, edge |-> {<<k, k>>}], LAMBDA n : n + k, LAMBDA e : <<k, e>>) : k \\in 1 "
       ".. 3}",
       "DotDiGraph([node |-> {\"a\\\"b\"}, edge |-> {}], LAMBDA n : n, LAMBDA e : e)"});
}

TEST(PicturesAndGraphs, what_is_no_json_fails) {
  expect_failure("Json",
                 {"ToJson(Nat)", "ToJson([a |-> Int])", "ToJsonArray(1)", "ToJsonArray(\"a\")",
                  "ToJsonObject({})", "ToJsonObject(TRUE)", "JsonSerialize(\"f\", << >>)",
                  "JsonDeserialize(\"f\")", "JsonSerialize(\"f\", {1})", "ndJsonSerialize(\"f\", [a |-> 1])",
                  "JsonSerialize(1, << >>)", "ndJsonSerialize(\"f\", << >>)", "ndJsonDeserialize(\"f\")"});
  expect_same_value("Json", {"ToJson([a |-> {}, b |-> <<TRUE, -1>>])", "ToJson(\"\\\"\\\\\\n\")",
                             "ToJson({{}, {1}})", "ToJson(x)", "ToJsonObject(2 :> << >>)"});
}

TEST(PicturesAndGraphs, numbers_and_programs_fail_alike) {
  expect_failure("IOUtils",
                 {"atoi(\"\")", "atoi(\"-\")", "atoi(\"1 \")", "atoi(\"--1\")", "atoi(\"+-1\")", "atoi(1)",
                  "atoi(\"9223372036854775808\")", "atoi(\"0x1\")", "IOEnv", "IOExec(<<\"true\">>)",
                  "IOExec(<< >>)", "IOExec(1)", "IOExec(<<1>>)", "IOExecTemplate(<<\"%d\">>, <<\"1\">>)",
                  "IOSerialize(1, \"f\", TRUE)", "Serialize(\"a\", \"f\", [format |-> \"JSON\"])",
                  "Deserialize(\"f\", 1)", "IOEnvExec(1, <<\"true\">>)", "zeroPadN(1, \"a\")"});
  expect_same_value("IOUtils", {"atoi(\"-9223372036854775808\")", "atoi(\"+12\")", "atoi(\"-0\")",
                                "zeroPadN(-1, 4)", "Serialize(1, \"f\", [format |-> \"TXT\"]).exitValue"});
}

TEST(PicturesAndGraphs, csv_fails_alike) {
  expect_failure(
      "CSV", {"CSVWrite(\"%d\", <<1>>, \"f\")", "CSVWrite(\"%s\", {1}, \"f\")", "CSVWrite(1, <<1>>, \"f\")",
              "CSVWriteRecord(<< >>, \",\", FALSE, \"f\")", "CSVRead(<<\"a\">>, \"\", \"f\")",
              "CSVRead(<<1>>, \",\", \"f\")", "CSVRead(<< >>, \",\", \"f\")", "CSVRecords(\"f\")"});
}

}  // namespace
}  // namespace synod::differential
