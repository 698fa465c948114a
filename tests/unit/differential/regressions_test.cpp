// Disagreements that the random tests found, each kept as small as it was when it was mended.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "comparison.hpp"
#include "expression_generator.hpp"

namespace synod::differential {
namespace {

Document module_of(const std::vector<std::pair<std::string, std::string>>& definitions) {
  Document document = prelude();
  document.declarations.emplace_back("VARIABLE x");
  document.configuration.emplace_back("INIT Init NEXT Next");
  for (const auto& [head, body] : definitions) document.definitions.push_back({"", head, term({}, body)});
  return document;
}

/// How the two differ on an expression, or whether it fails in both.
std::string outcome(const std::string& expression) {
  const ExpressionReport report =
      compare_expressions(module_of({{"Init", "x = 0"}, {"Next", "x' = x"}, {"E1", expression}}));
  if (!report.refused.empty()) return report.refused;
  if (!report.differences.empty()) return report.differences[0].text;
  return report.failed == 1 ? "both fail" : "both have the same value";
}

TEST(Regression, the_bag_that_bag_of_all_walks_stays_alive) {
  EXPECT_EQ(outcome("BagOfAll(LAMBDA p : 0, (a1 :> 1) @@ (a2 :> 2))"), "both have the same value");
}

TEST(Regression, the_intersection_of_two_infinite_sets_has_members) {
  EXPECT_EQ(
      outcome("IF <<1>> \\in (Seq(Nat) \\cap Seq(Int)) THEN <<-1>> \\in (Seq(Nat) \\cap Seq(Int)) ELSE 7"),
      "both have the same value");
}

TEST(Regression, the_intersection_of_two_powersets_has_the_subsets_of_both) {
  EXPECT_EQ(outcome("{} \\in ((SUBSET [{} -> Int]) \\cap (SUBSET [(0..2) -> (0..2)]))"),
            "both have the same value");
  EXPECT_EQ(outcome("(SUBSET {1, 2, x}) \\cap (SUBSET {2, 3})"), "both have the same value");
  EXPECT_EQ(outcome("<<{1}, {-1}>> \\in ((SUBSET Nat) \\cap (SUBSET Int)) \\X SUBSET Int"),
            "both have the same value");
}

TEST(Regression, a_function_over_an_explicit_set_fails_where_a_point_fails) {
  EXPECT_EQ(outcome("At([v \\in {0} |-> (CHOOSE w \\in {} : TRUE)], 1, {})"), "both fail");
  EXPECT_EQ(outcome("At([v \\in {TRUE}, w \\in {1} |-> <<>>[0]], <<TRUE, 0>>, {})"), "both fail");
}

TEST(Regression, what_is_no_set_makes_no_bag) {
  EXPECT_EQ(outcome("SetToBag(3)"), "both fail");
  EXPECT_EQ(outcome("SetToBag(<<1>>)"), "both fail");
  EXPECT_EQ(outcome("BagUnion(\"a\")"), "both fail");
}

TEST(Regression, a_tuple_is_no_record) {
  EXPECT_EQ(outcome("<<1>> \\in [a : Nat, b : Nat]"), "both fail");
  EXPECT_EQ(outcome("<<>> \\in [a : Nat, b : Nat]"), "both have the same value");
}

TEST(Regression, a_remainder_by_the_largest_number_does_not_overflow) {
  EXPECT_EQ(outcome("1 % 9223372036854775807"), "both have the same value");
  EXPECT_EQ(outcome("(-1) % 9223372036854775807"), "both have the same value");
}

TEST(Regression, strings_are_made_of_code_points) {
  EXPECT_EQ(outcome("Len(\"na\u00efve\")"), "both have the same value");
  EXPECT_EQ(outcome("Tail(\"\u00efve\")"), "both have the same value");
  EXPECT_EQ(outcome("SubSeq(\"na\u00efve\", 3, 4)"), "both have the same value");
  EXPECT_EQ(outcome("SubSeq(\"na\u00efve\", 3, 6)"), "both fail");
}

TEST(Regression, arithmetic_errors_are_of_the_same_kind) {
  EXPECT_EQ(outcome("0^0"), "both fail");
  EXPECT_EQ(outcome("3 % (-1)"), "both fail");
  EXPECT_EQ(outcome("3 % 0"), "both fail");
}

TEST(Regression, a_point_without_a_value_fails_only_who_needs_it) {
  EXPECT_EQ(outcome("[v \\in 1..2 |-> IF v = 2 THEN Head(<<>>) ELSE v][1]"), "both have the same value");
  EXPECT_EQ(outcome("LET f == [v \\in 1..2 |-> <<5>>[v]] IN f[1]"), "both have the same value");
  EXPECT_EQ(outcome("LET f == [v \\in 1..2 |-> <<5>>[v]] IN f[2]"), "both fail");
  EXPECT_EQ(outcome("LET f == [v \\in 1..2 |-> <<5>>[v]] IN DOMAIN f"), "both fail");
  EXPECT_EQ(outcome("LET f == [v \\in 1..2 |-> <<5>>[v]] IN <<f[1], f>>"), "both fail");
}

TEST(Regression, elements_of_several_kinds_are_looked_for_from_left_to_right) {
  EXPECT_EQ(outcome("3 \\in {x, 3, \"a\"}"), "both have the same value");
  EXPECT_EQ(outcome("3 \\in {x, \"a\", 3}"), "both fail");
  EXPECT_EQ(outcome("<<x>> \\notin {<<x>>, {}, \"none\"}"), "both have the same value");
  EXPECT_EQ(outcome("LET s == {1, \"a\"} IN 1 \\in s"), "both have the same value");
  EXPECT_EQ(outcome("LET s == {1, \"a\"} IN Cardinality(s)"), "both fail");
}

TEST(Regression, sets_that_cannot_be_listed_are_compared_by_how_they_are_made) {
  EXPECT_EQ(outcome("<<Nat = Nat, Nat = Int, Nat # Int, Seq({x}) = Seq({0}), Seq({x}) = Seq({1})>>"),
            "both have the same value");
  EXPECT_EQ(outcome("<<SUBSET (1..40) = SUBSET (1..40), SUBSET (1..40) = SUBSET (1..41)>>"),
            "both have the same value");
  EXPECT_EQ(outcome("Nat = {1}"), "both fail");
}

TEST(Regression, what_is_no_set_is_neither_finite_nor_in_a_powerset) {
  EXPECT_EQ(outcome("IsFiniteSet(x)"), "both fail");
  EXPECT_EQ(outcome("a1 \\in SUBSET {x}"), "both fail");
}

TEST(Regression, membership_in_a_filter_asks_the_predicate_of_the_element_alone) {
  EXPECT_EQ(outcome("2 \\in {v \\in {1} : 3}"), "both have the same value");
  EXPECT_EQ(outcome("<<\"a\">> \\notin {v \\in {<<>>} : <<>>[0]}"), "both have the same value");
  EXPECT_EQ(outcome("1 \\in {v \\in {1} : 3}"), "both fail");
}

TEST(Regression, products_and_functions_without_elements_are_the_empty_set) {
  EXPECT_EQ(outcome("\"c\" \\in DOMAIN [v \\in {}, w \\in {} |-> \"a\"]"), "both have the same value");
  EXPECT_EQ(outcome("<<0, 0>> \\in {<<0>>} \\X {}"), "both have the same value");
  EXPECT_EQ(outcome("<<0, 0>> \\in [{<<0, 0>>} -> {}] \\cap [{} -> {}]"), "both have the same value");
  EXPECT_EQ(outcome("<<>> \\in [{} -> {}]"), "both have the same value");
}

TEST(Regression, a_factor_without_elements_leaves_none_whatever_the_others_are) {
  EXPECT_EQ(outcome("\\E q \\in ({} \\X Nat) : TRUE"), "both have the same value");
  EXPECT_EQ(outcome("<<({} \\X Nat) = {}, (Nat \\X {}) = {}, ({} \\X Nat) \\subseteq {}>>"),
            "both have the same value");
  EXPECT_EQ(outcome("[a : {}, b : Nat] = {}"), "both have the same value");
  EXPECT_EQ(outcome("\\E q \\in [a : 3..2, b : Nat] : TRUE"), "both have the same value");
  EXPECT_EQ(outcome("{{} \\X Nat, {1}, [a : {}, b : Nat]}"), "both have the same value");
  EXPECT_EQ(outcome("[a : Nat, b : {}] \\subseteq {}"), "both have the same value");
  EXPECT_EQ(outcome("IsFiniteSet([a : {}, b : Nat])"), "both have the same value");
  EXPECT_EQ(outcome("Cardinality([a : {}, b : Nat])"), "both fail");
}

TEST(Regression, sets_are_counted_below_a_limit) {
  EXPECT_EQ(outcome("Cardinality(SUBSET (1..61))"), "both have the same value");
  EXPECT_EQ(outcome("Cardinality(SUBSET (1..62))"), "both fail");
  EXPECT_EQ(outcome("Cardinality([1..62 -> {1, 2}])"), "both fail");
  EXPECT_EQ(outcome("Cardinality(0..4611686018427387903)"), "both fail");
  EXPECT_EQ(outcome("Cardinality(1..4611686018427387903)"), "both have the same value");
}

TEST(Regression, numbers_of_copies_do_not_overflow) {
  EXPECT_EQ(outcome("(1 :> 9223372036854775807) (+) (1 :> 1)"), "both fail");
  EXPECT_EQ(outcome("(1 :> 9223372036854775806) (+) (1 :> 1)"), "both have the same value");
  EXPECT_EQ(outcome("BagCardinality(<<9223372036854775807, 1>>)"), "both fail");
  EXPECT_EQ(outcome("BagUnion({<<9223372036854775807>>, <<1>>})"), "both fail");
}

TEST(Regression, a_record_with_other_fields_is_no_element_whatever_its_values_are) {
  EXPECT_EQ(outcome("[a |-> \"a\", c |-> 0] \\in [a : {[a |-> \"a\"]}, b : {}]"), "both have the same value");
  EXPECT_EQ(outcome("<<\"a\">> \\in [a : {}, b : {}]"), "both fail");
}

TEST(Regression, both_arguments_of_append_are_evaluated_before_it_fails) {
  EXPECT_EQ(outcome("Append({}, 0 \\div 0)"), "both fail");
}

TEST(Regression, the_depth_is_one_when_the_first_initial_state_fails) {
  Document document = module_of({{"Init", "x = 0"}, {"Next", "x' = x"}, {"View", "<<x, 0 % 0>>"}});
  document.configuration.emplace_back("VIEW View");
  const ExplorationReport report = compare_explorations(document);
  EXPECT_EQ(report.outcome, "error");
  EXPECT_EQ(report.difference, "");
}

/// How the two differ on an exploration, or its outcome in both.
std::string explored(const std::vector<std::pair<std::string, std::string>>& definitions) {
  const ExplorationReport report = compare_explorations(module_of(definitions));
  if (!report.refused.empty()) return report.refused;
  return report.difference.empty() ? report.outcome : report.difference;
}

TEST(Regression, an_instance_of_forall_keeps_its_variable_while_the_others_are_tested) {
  EXPECT_EQ(explored({{"Init", "\\A v \\in S : (x = <<TRUE, a1>> \\/ x = <<TRUE, v>>)"}, {"Next", "x' = x"}}),
            "success");
}

TEST(KeptValues, of_definitions_that_read_registers_are_not_kept) {
  EXPECT_EQ(explored({{"Init", "x = 0"},
                      {"Total", "x + TLCGet(1)"},
                      {"Next",
                       "IF x = 3 THEN x' = 3 ELSE "
                       "/\\ TLCSet(1, 0) /\\ Total = x /\\ TLCSet(1, 5) /\\ Total = x + 5 /\\ x' = x + 1"}}),
            "success");
}

TEST(KeptValues, of_definitions_belong_to_one_state) {
  EXPECT_EQ(explored({{"Init", "x = 0"},
                      {"Pair", "{x, x + 1}"},
                      {"Next",
                       "IF x = 3 THEN x' = 3 ELSE "
                       "/\\ Pair = {x, x + 1} /\\ x' = x + 1 /\\ Pair' # Pair /\\ x' \\in Pair"}}),
            "success");
}

TEST(KeptValues, of_expressions_of_the_state_belong_to_one_state) {
  EXPECT_EQ(explored({{"Init", "x = {}"},
                      {"Below(n)", "{m \\in x : m < n}"},
                      {"Next",
                       "\\E n \\in 0..3, m \\in 0..1 : "
                       "/\\ Below(n) = 0..(n - 1) /\\ x' = x \\cup {n} /\\ Below(m) = x \\cap 0..(m - 1)"}}),
            "success");
}

TEST(KeptValues, of_parameters_are_those_of_the_call) {
  EXPECT_EQ(
      outcome("LET RECURSIVE Total(_) "
              "Total(T) == IF T = {} THEN 0 ELSE LET m == CHOOSE n \\in T : TRUE IN m + Total(T \\ {m}) "
              "IN {Total(T) : T \\in SUBSET (0..3)}"),
      "both have the same value");
}

}  // namespace
}  // namespace synod::differential
