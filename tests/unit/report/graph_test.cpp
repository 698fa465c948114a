// The forms of a graph where a specification gives little occasion: odd names, many actions.
#include "report/graph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace synod::report {
namespace {

using testing::HasSubstr;

const syntax::SourceMap no_sources;

std::string step_of(GraphText& text, explore::StateNumber from, const std::string& action) {
  const program::ActionLabel label{action, {}, {}};
  return text.step({from, 1, label});
}

TEST(Graph, ActionThatIsAnOperatorSymbol) {
  const auto text = graph_text(GraphFormat::dot, {"M", {}, {}}, no_sources);
  EXPECT_THAT(step_of(*text, 1, "\\prec"), HasSubstr("label=\"\\\\prec\""));
  static_cast<void>(step_of(*text, 1, "<:&"));
  EXPECT_THAT(text->tail(true), HasSubstr("&lt;:&amp;</td>"));
}

TEST(Graph, ColoursBeginAgain) {
  const auto text = graph_text(GraphFormat::dot, {"M", {}, {}}, no_sources);
  const auto colour_of = [&](int action) {
    const std::string line = step_of(*text, 1, "A" + std::to_string(action));
    return line.substr(line.find(", color=\"") + 9, 7);
  };
  const std::string first = colour_of(0);
  for (int action = 1; action < 12; ++action) EXPECT_NE(colour_of(action), first);
  EXPECT_EQ(colour_of(12), first);
}

TEST(Graph, AStepIsWrittenOncePerState) {
  for (const GraphFormat format : {GraphFormat::dot, GraphFormat::json}) {
    const auto text = graph_text(format, {"M", {}, {}}, no_sources);
    EXPECT_NE(step_of(*text, 1, "A"), "");
    EXPECT_NE(step_of(*text, 1, "B"), "");
    EXPECT_EQ(step_of(*text, 1, "A"), "");
    EXPECT_NE(step_of(*text, 2, "A"), "");
  }
}

TEST(Graph, EmptyJsonIsJson) {
  for (const bool complete : {true, false}) {
    const auto text = graph_text(GraphFormat::json, {"M", {"x"}, {"m1"}}, no_sources);
    const auto read = nlohmann::json::parse(text->head() + text->tail(complete));
    EXPECT_EQ(read, nlohmann::json({{"format", "synod-graph"},
                                    {"version", 1},
                                    {"module", "M"},
                                    {"variables", {"x"}},
                                    {"model_values", {"m1"}},
                                    {"states", nlohmann::json::array()},
                                    {"edges", nlohmann::json::array()},
                                    {"complete", complete}}));
  }
}

TEST(Graph, LegendSaysThatTheGraphIsNotComplete) {
  for (const bool complete : {true, false}) {
    const auto text = graph_text(GraphFormat::dot, {"M", {"x"}, {}}, no_sources);
    const std::vector<values::Value> values = {values::Value::small_integer(7)};
    EXPECT_EQ(text->state({2, 2, complete, values}),
              complete
                  ? "  2 [label=\"x = 7\\l\", tooltip=\"state 2, level 2\"]\n"
                  : "  2 [label=\"x = 7\\l\", tooltip=\"state 2, level 2\", style=\"rounded,dashed\"]\n");
    const std::string tail = text->tail(complete);
    EXPECT_EQ(tail.find("dashed") == std::string::npos, complete);
    EXPECT_EQ(tail.find("not complete") == std::string::npos, complete);
  }
}

}  // namespace
}  // namespace synod::report
