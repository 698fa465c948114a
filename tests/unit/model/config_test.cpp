// The reader of configurations.
#include "model/config.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace synod::model {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Read {
  syntax::SourceMap sources;
  syntax::Diagnostics diagnostics;
  Config config;

  explicit Read(const std::string& text) {
    config = parse_config(sources.add("M.cfg", text), sources, diagnostics);
  }
  /// "line:column code message" of each diagnostic.
  [[nodiscard]] std::vector<std::string> problems() const {
    std::vector<std::string> result;
    for (const auto& d : diagnostics.all()) {
      result.push_back(std::to_string(d.span.begin.line) + ":" + std::to_string(d.span.begin.column) + " " +
                       std::string(syntax::name(d.code)) + " " + d.message);
    }
    return result;
  }
};

std::vector<std::string> texts(const std::vector<ConfigName>& names) {
  std::vector<std::string> result;
  for (const ConfigName& name : names) result.push_back(name.text);
  return result;
}

TEST(Config, sections_come_in_any_order_and_accumulate) {
  const Read read(
      "INVARIANT A B\nSPECIFICATION Spec\nINVARIANTS C PROPERTY P\nCONSTRAINTS K\nACTION_CONSTRAINT L\n"
      "VIEW V ALIAS Q POSTCONDITION R CHECK_DEADLOCK FALSE");
  EXPECT_THAT(read.problems(), ElementsAre());
  EXPECT_EQ(read.config.specification->text, "Spec");
  EXPECT_THAT(texts(read.config.invariants), ElementsAre("A", "B", "C"));
  EXPECT_THAT(texts(read.config.properties), ElementsAre("P"));
  EXPECT_THAT(texts(read.config.constraints), ElementsAre("K"));
  EXPECT_THAT(texts(read.config.action_constraints), ElementsAre("L"));
  EXPECT_EQ(read.config.view->text, "V");
  EXPECT_EQ(read.config.alias->text, "Q");
  EXPECT_THAT(texts(read.config.postconditions), ElementsAre("R"));
  EXPECT_EQ(read.config.check_deadlock, false);
}

TEST(Config, values_and_model_values_in_order_of_appearance) {
  const Read read("CONSTANTS N = 12 S = {b, {TRUE, \"a\\n\"}, a} b = b F(1, x) = {} ");
  ASSERT_THAT(read.problems(), ElementsAre());
  ASSERT_EQ(read.config.assignments.size(), 4U);
  EXPECT_EQ(read.config.assignments[0].value.integer, 12);
  const ConfigValue& set = read.config.assignments[1].value;
  ASSERT_EQ(set.elements.size(), 3U);
  EXPECT_EQ(set.elements[1].elements[1].text, "a\\n") << "escapes are not processed, as in TLC";
  EXPECT_EQ(read.config.assignments[3].arguments.size(), 2U);
  EXPECT_THAT(read.config.model_values, ElementsAre("b", "a", "x"));
}

TEST(Config, replacements_with_and_without_a_module) {
  const Read read("CONSTANT Nat <- Small Max <-[Other] Min a!b = 3 Zero = [Other] 0 \\prec <- Before");
  ASSERT_THAT(read.problems(), ElementsAre());
  ASSERT_EQ(read.config.replacements.size(), 3U);
  EXPECT_EQ(read.config.replacements[0].definition.text, "Small");
  EXPECT_EQ(read.config.replacements[1].module->text, "Other");
  EXPECT_EQ(read.config.replacements[2].name.text, "\\prec");
  EXPECT_EQ(read.config.assignments[0].name.text, "a!b");
  EXPECT_EQ(read.config.assignments[1].module->text, "Other");
}

TEST(Config, comments_nest_and_reach_to_the_end_of_the_line) {
  const Read read("\\* INIT X\nINIT (* a (* b *) c *) Start \\* more");
  EXPECT_THAT(read.problems(), ElementsAre());
  EXPECT_EQ(read.config.init->text, "Start");
}

TEST(Config, unknown_keyword_suggests_the_nearest) {
  EXPECT_THAT(
      Read("SPECIFCATION Spec\nINVARIANT A").problems(),
      ElementsAre(
          "1:1 config-unknown-keyword 'SPECIFCATION' is not a keyword of configurations (did you mean "
          "SPECIFICATION?)"));
  EXPECT_THAT(Read("INIT A\nNEXT B\nINVARAINT C").problems(),
              ElementsAre(HasSubstr("3:1 config-unknown-keyword")));
  EXPECT_THAT(Read("CONSTANT N = 1\nINVARAINT C").problems(),
              ElementsAre(HasSubstr("(did you mean INVARIANT?)")));
}

TEST(Config, names_may_look_like_keywords) {
  const Read read("INVARIANT\n  TypeInvariant\n  INVARIANT1\nCONSTRAINT\n  StateConstraint");
  EXPECT_THAT(read.problems(), ElementsAre());
  EXPECT_THAT(texts(read.config.invariants), ElementsAre("TypeInvariant", "INVARIANT1"));
}

TEST(Config, first_word_must_be_a_keyword) {
  EXPECT_THAT(Read("hello world\nINIT A").problems(),
              ElementsAre("1:1 config-syntax 'hello' is not a keyword of configurations"));
}

TEST(Config, several_errors_in_one_run) {
  const Read read(
      "CONSTANTS\n  A 3\n  B = -1\n  C = <<1>>\n  D = {1\n  E = 5\nNEXT\nINIT I INIT J\nCHECK_DEADLOCK "
      "MAYBE");
  EXPECT_THAT(read.problems(),
              ElementsAre(HasSubstr("2:5 config-syntax unexpected '3' after 'A'"),
                          HasSubstr("3:7 config-syntax a configuration cannot write negative numbers"),
                          HasSubstr("4:7 config-syntax unexpected '<<'"),
                          HasSubstr("6:3 config-syntax unexpected 'E'"),
                          HasSubstr("8:1 config-syntax unexpected 'INIT' after NEXT"),
                          HasSubstr("8:8 config-duplicate INIT stands twice"),
                          HasSubstr("9:16 config-syntax unexpected 'MAYBE' after CHECK_DEADLOCK")));
}

TEST(Config, lexical_errors_are_not_swallowed) {
  EXPECT_THAT(Read("INIT A `\nNEXT B").problems(), ElementsAre(HasSubstr("1:8 config-syntax")));
  EXPECT_THAT(Read("CONSTANT A = \"x\nINIT B").problems(), ElementsAre(HasSubstr("1:14 config-syntax")));
  EXPECT_THAT(Read("INIT A (* never closed").problems(), ElementsAre(HasSubstr("1:8 config-syntax")));
}

TEST(Config, names_of_instances_and_commas_are_explained) {
  EXPECT_THAT(Read("INVARIANT I!Inv").problems(),
              ElementsAre(HasSubstr("cannot name a definition of an instance")));
  EXPECT_THAT(Read("INVARIANTS A, B").problems(), ElementsAre(HasSubstr("separated by blanks")));
}

TEST(Config, huge_numbers_and_deep_sets_are_errors) {
  EXPECT_THAT(Read("CONSTANT N = 99999999999999999999").problems(),
              ElementsAre(HasSubstr("does not fit in 64 bits")));
  EXPECT_THAT(Read("CONSTANT N = " + std::string(100000, '{')).problems(),
              ElementsAre(HasSubstr("nested too deeply")));
}

TEST(Config, what_is_no_configuration_at_all_is_given_up) {
  std::string noise = "CONSTANTS ";
  for (int i = 0; i < 100000; ++i) noise += "= =\n";
  EXPECT_EQ(Read(noise).problems().size(), 100U);
  EXPECT_EQ(Read(std::string(100000, '`')).problems().size(), 100U);
}

}  // namespace
}  // namespace synod::model
