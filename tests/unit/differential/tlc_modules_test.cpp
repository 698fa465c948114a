// TLCExt, Randomization and the registers: what they mean, in both evaluators.
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "comparison.hpp"
#include "expression_generator.hpp"

namespace synod::differential {
namespace {

/// A counter from 0 to 4, whose steps are one or two up.
Document counter(const std::vector<std::pair<std::string, std::string>>& definitions,
                 const std::string& checked) {
  Document document = prelude();
  document.declarations[0] = "EXTENDS Integers, Sequences, FiniteSets, Bags, TLC, TLCExt, Randomization";
  document.declarations.emplace_back("VARIABLE x");
  document.configuration.emplace_back("INIT Init NEXT Next CHECK_DEADLOCK FALSE " + checked);
  const auto define = [&](const std::string& head, const std::string& body) {
    document.definitions.push_back({"", head, term({}, body)});
  };
  define("Init", "x = 0");
  define("Up(d)", "x + d < 5 /\\ x' = x + d");
  define("Next", "\\E d \\in 1..2 : Up(d)");
  for (const auto& [head, body] : definitions) define(head, body);
  return document;
}

/// The outcome of a search in both, or how they differ.
std::string explored(const std::vector<std::pair<std::string, std::string>>& definitions,
                     const std::string& checked) {
  const ExplorationReport report = compare_explorations(counter(definitions, checked));
  if (!report.refused.empty()) return report.refused;
  return report.difference.empty() ? report.outcome : report.difference;
}

std::string invariant(const std::string& formula) { return explored({{"Inv", formula}}, "INVARIANT Inv"); }

/// Whether an expression has the same value in both, or fails in both.
std::string valued(const std::string& expression) {
  const ExpressionReport report = compare_expressions(counter({{"E1", expression}}, ""));
  if (!report.refused.empty()) return report.refused;
  if (!report.differences.empty()) return report.differences[0].text;
  return report.failed == 1 ? "both fail" : "both have the same value";
}

TEST(Trace, is_the_way_to_the_state_in_an_invariant) {
  EXPECT_EQ(
      invariant("/\\ Len(Trace) = TLCGet(\"level\") /\\ Trace[Len(Trace)] = [x |-> x] /\\ Trace[1].x = 0"
                " /\\ \\A i \\in 2..Len(Trace) : Trace[i].x - Trace[i - 1].x \\in 1..2"),
      "success");
}

TEST(Trace, is_the_shortest_way) { EXPECT_EQ(invariant("x = 4 => Len(Trace) = 3"), "success"); }

TEST(Trace, decides_what_a_constraint_leaves_out) {
  EXPECT_EQ(explored({{"Short", "Len(Trace) < 3"}, {"Inv", "x < 4"}}, "CONSTRAINT Short INVARIANT Inv"),
            "invariant");
  EXPECT_EQ(explored({{"TwoFirst", "Len(Trace) > 1 => Trace[2].x = 2"},
                      {"Inv", "x = 3 => Trace = <<[x |-> 0], [x |-> 2], [x |-> 3]>>"}},
                     "CONSTRAINT TwoFirst INVARIANT Inv"),
            "success");
}

TEST(Trace, ends_in_the_first_state_of_a_step) {
  EXPECT_EQ(explored({{"Act", "Trace[Len(Trace)].x = x /\\ Len(Trace) = TLCGet(\"level\")"}},
                     "ACTION_CONSTRAINT Act"),
            "success");
  EXPECT_EQ(explored({{"Stop", "Len(Trace) < 2 => x' = 1"}, {"Inv", "x = 4 => Len(Trace) = 4"}},
                     "ACTION_CONSTRAINT Stop INVARIANT Inv"),
            "success");
}

TEST(Trace, has_no_value_before_there_is_a_state) {
  EXPECT_EQ(explored({{"Begin", "Len(Trace) = 0 /\\ x = 0"}}, "CONSTANT Init <- Begin"), "error");
}

TEST(CounterExample, is_what_the_postcondition_sees) {
  const std::string expected =
      "CounterExample.state = {<<1, [x |-> 0]>>, <<2, [x |-> 2]>>, <<3, [x |-> 4]>>}"
      " /\\ ToTrace(CounterExample) = <<[x |-> 0], [x |-> 2], [x |-> 4]>>"
      " /\\ Cardinality(CounterExample.action) = 2";
  EXPECT_EQ(explored({{"Inv", "x # 4"}, {"Post", "TLCGet(\"stats\").initial = 1 /\\ " + expected}},
                     "INVARIANT Inv POSTCONDITION Post"),
            "invariant");
}

TEST(CounterExample, is_empty_without_a_violation) {
  EXPECT_EQ(explored({{"Post",
                       "CounterExample = [action |-> {}, state |-> {}] /\\ ToTrace(CounterExample) = <<>>"}},
                     "POSTCONDITION Post"),
            "success");
  EXPECT_EQ(explored({{"Post", "CounterExample.state # {}"}}, "POSTCONDITION Post"), "assumption");
}

TEST(ToTrace, takes_nothing_else) {
  EXPECT_EQ(valued("ToTrace(<<1>>)"), "both fail");
  EXPECT_EQ(valued("ToTrace([state |-> {<<1, 2, 3>>}])"), "both fail");
  EXPECT_EQ(valued("ToTrace([state |-> {<<1, \"a\">>, <<2, \"b\">>}])"), "both have the same value");
}

TEST(AssertError, is_true_where_the_evaluation_fails) {
  EXPECT_EQ(invariant("AssertError(\"any\", 1 % x = 7) = (x = 0)"), "success");
  EXPECT_EQ(invariant("AssertError(\"any\", [y \\in {x} |-> CHOOSE z \\in {} : TRUE])"), "success");
}

TEST(AssertError, compares_the_whole_message_of_assert) {
  EXPECT_EQ(invariant("AssertError(\"low\", Assert(x > 9, \"low\"))"), "invariant");
  EXPECT_EQ(
      invariant("AssertError(\"The first argument of Assert evaluated to FALSE; the second argument was:\\n"
                "\\\"low\\\"\", Assert(x > 9, \"low\"))"),
      "success");
  EXPECT_EQ(invariant("AssertError(\"high\", Assert(x > 9, \"low\"))"), "invariant");
}

TEST(AssertError, does_not_hide_what_cannot_be_evaluated) {
  EXPECT_EQ(valued("AssertError(\"any\", TLCFP(1) = 1)"), "both fail");
}

TEST(TLCEvalDefinition, is_the_definition_of_that_name) {
  EXPECT_EQ(
      explored({{"Doubled", "2 * x"}, {"Inv", "TLCEvalDefinition(\"Doubled\") = x + x"}}, "INVARIANT Inv"),
      "success");
  EXPECT_EQ(valued("TLCEvalDefinition(\"S\")"), "both fail");
  EXPECT_EQ(valued("TLCEvalDefinition(\"Up\")"), "both fail");
}

TEST(TLCEvalDefinition, is_evaluated_without_a_state_too) {
  EXPECT_EQ(explored({{"Doubled", "2 * x"}, {"Post", "AssertError(\"\", TLCEvalDefinition(\"Doubled\"))"}},
                     "POSTCONDITION Post"),
            "success");
  EXPECT_EQ(
      explored({{"Doubled", "2 * x"}, {"Post", "TLCEvalDefinition(\"Doubled\") = 0"}}, "POSTCONDITION Post"),
      "error");
}

TEST(TLCEvalDefinition, refuses_a_definition_by_itself) {
  EXPECT_EQ(explored({{"Inv", "TLCEvalDefinition(\"Inv\")"}}, "INVARIANT Inv"), "error");
  EXPECT_EQ(explored({{"Inv", "TLCEvalDefinition(\"Other\")"}, {"Other", "TLCEvalDefinition(\"Inv\")"}},
                     "INVARIANT Inv"),
            "error");
}

TEST(TLCEvalDefinition, takes_a_name_that_is_written_out) {
  EXPECT_EQ(explored({{"Low", "x = 0"}, {"Inv", "TLCEvalDefinition(IF x = 0 THEN \"Low\" ELSE \"Low\")"}},
                     "INVARIANT Inv"),
            "error");
}

TEST(Postcondition, has_no_state) {
  EXPECT_EQ(explored({{"Post", "x = 0"}}, "POSTCONDITION Post"), "error");
  EXPECT_EQ(explored({{"Post", "ENABLED Next"}}, "POSTCONDITION Post"), "error");
  EXPECT_EQ(explored({{"Post", "RandomElement({x}) = 0"}}, "POSTCONDITION Post"), "error");
  EXPECT_EQ(explored({{"Post", "LET f[n \\in 0..1] == x + n IN f[1] = 1"}}, "POSTCONDITION Post"), "error");
}

TEST(TLCDefer, evaluates_nothing_in_a_search) { EXPECT_EQ(invariant("TLCDefer(1 % 0 = 1)"), "success"); }

TEST(PickSuccessor, asks_nobody) {
  EXPECT_EQ(explored({{"Act", "PickSuccessor(TRUE)"}}, "ACTION_CONSTRAINT Act"), "success");
  EXPECT_EQ(explored({{"Act", "PickSuccessor(x < 2)"}}, "ACTION_CONSTRAINT Act"), "error");
}

TEST(Registers, have_numbers_and_names) {
  EXPECT_EQ(
      explored(
          {{"Act",
            "/\\ TLCSet(3, x) /\\ TLCGet(3) = x /\\ TLCSet(\"s:a\", {x}) /\\ TLCGet(\"s:a\") = {x}"
            " /\\ TLCGet(\"all\")[3] = <<x>> /\\ TLCGet(\"all:named\") = [n \\in {\"s:a\"} |-> <<{x}>>]"}},
          "ACTION_CONSTRAINT Act"),
      "success");
}

TEST(Registers, of_other_names_are_refused) {
  EXPECT_EQ(valued("TLCSet(\"mine\", 1)"), "both fail");
  EXPECT_EQ(valued("TLCGet(\"mine\")"), "both fail");
  EXPECT_EQ(valued("TLCGet(-1)"), "both fail");
  EXPECT_EQ(valued("TLCGet(\"spec\")"), "both fail");
  EXPECT_EQ(valued("TLCSet(\"pause\", TRUE)"), "both fail");
}

TEST(Registers, have_a_default) {
  EXPECT_EQ(invariant("TLCGetOrDefault(77, x) = x /\\ TLCGetOrDefault(\"level\", -1) = -1"), "success");
}

TEST(Registers, of_properties_are_text) {
  EXPECT_EQ(invariant("TLCGet(\"-Dunknown\") = \"-Dunknown\""), "success");
  EXPECT_EQ(explored({{"Act", "TLCSet(\"-Dp\", <<1, x>>) /\\ TLCGet(\"-Dp\") = ToString(<<1, x>>)"}},
                     "ACTION_CONSTRAINT Act"),
            "success");
}

TEST(Config, is_that_of_the_run) {
  EXPECT_EQ(
      invariant("TLCGet(\"config\") = [mode |-> \"bfs\", worker |-> 1, deadlock |-> FALSE, seed |-> \"0\"]"),
      "success");
  EXPECT_EQ(
      invariant(
          "TLCGet(\"revision\").timestamp > 1663720820 /\\ TLCGet(\"action\").name = \"UnnamedAction\""),
      "success");
}

TEST(Randomization, draws_the_same_in_both) {
  EXPECT_EQ(valued("[i \\in 1..9 |-> RandomSubset(3, 1..20)]"), "both have the same value");
  EXPECT_EQ(valued("RandomSubset(30, SUBSET (1..20))"), "both have the same value");
  EXPECT_EQ(valued("RandomSubset(30, [1..9 -> 1..9])"), "both have the same value");
  EXPECT_EQ(valued("RandomSubset(30, [a : 1..99, b : SUBSET (1..12)])"), "both have the same value");
  EXPECT_EQ(valued("RandomElement(SUBSET (1..40))"), "both have the same value");
  EXPECT_EQ(valued("RandomElement(5..1000000)"), "both have the same value");
  EXPECT_EQ(valued("RandomSetOfSubsets(20, 3, 1..12)"), "both have the same value");
  EXPECT_EQ(valued("TestRandomSetOfSubsets(20, 3, 1..12)"), "both have the same value");
}

TEST(Randomization, gives_what_it_says) {
  EXPECT_EQ(invariant("Cardinality(RandomSubset(3, 1..20)) = 3 /\\ RandomSubset(9, {x, 7}) = {x, 7}"),
            "success");
  EXPECT_EQ(invariant("Cardinality(RandomSubset(50, [1..9 -> 1..9])) = 50"), "success");
  EXPECT_EQ(invariant("LET sets == RandomSetOfSubsets(20, 3, 1..12)"
                      " IN Cardinality(sets) \\in 2..20 /\\ UNION sets \\subseteq 1..12"),
            "success");
  EXPECT_EQ(invariant("RandomSetOfSubsets(2, 1, {x}) = {{x}}"), "success");
}

TEST(Randomization, refuses_what_cannot_be) {
  EXPECT_EQ(valued("RandomSubset(-1, {1})"), "both fail");
  EXPECT_EQ(valued("RandomSubset(1, Nat)"), "both fail");
  EXPECT_EQ(valued("RandomSetOfSubsets(3, 1, {1})"), "both fail");
  EXPECT_EQ(valued("RandomSetOfSubsets(1, 2, {1})"), "both fail");
  EXPECT_EQ(valued("RandomElement(5)"), "both fail");
  EXPECT_EQ(valued("RandomElement(\"a\")"), "both fail");
  EXPECT_EQ(valued("RandomElement(a1)"), "both fail");
  EXPECT_EQ(valued("RandomElement(<<1, 2>>)"), "both fail");
  EXPECT_EQ(valued("RandomElement([a |-> 1])"), "both fail");
  EXPECT_EQ(valued("RandomElement(Nat)"), "both fail");
  EXPECT_EQ(valued("RandomElement({})"), "both fail");
}

TEST(Randomization, draws_from_the_largest_intervals) {
  EXPECT_EQ(valued("RandomElement(0..9223372036854775807)"), "both have the same value");
  EXPECT_EQ(valued("RandomElement((-9223372036854775807)..9223372036854775807)"), "both have the same value");
  EXPECT_EQ(valued("RandomElement((-9223372036854775807 - 1)..9223372036854775807)"),
            "both have the same value");
  EXPECT_EQ(valued("RandomElement(7..7)"), "both have the same value");
}

TEST(Permutations, are_of_ten_elements_at_most) { EXPECT_EQ(valued("Permutations(1..11)"), "both fail"); }

TEST(Printing, shows_how_what_is_infinite_is_made) {
  EXPECT_EQ(valued("PrintT([n \\in Nat |-> n])"), "both have the same value");
  EXPECT_EQ(valued("Print([n \\in Nat |-> n], 1)"), "both have the same value");
  EXPECT_EQ(valued("Print(1, [n \\in Nat |-> n])[3]"), "both have the same value");
  EXPECT_EQ(valued("ToString([n \\in Nat |-> n])"), "both have the same value");
  EXPECT_EQ(valued("ToString(Nat)"), "both have the same value");
  EXPECT_EQ(valued("ToString(Nat \\cup {1})"), "both fail");
}

}  // namespace
}  // namespace synod::differential
