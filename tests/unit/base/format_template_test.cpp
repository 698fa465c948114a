#include "base/format_template.hpp"

#include <gtest/gtest.h>

#include "base/evaluation_error.hpp"

namespace synod {
namespace {

std::string message(std::string_view text, const std::vector<std::string>& arguments) {
  try {
    return "gives " + filled_template(text, arguments);
  } catch (const EvaluationError& error) {
    return error.message();
  }
}

TEST(FormatTemplate, arguments_come_in_their_order_or_by_number) {
  EXPECT_EQ(filled_template("", {"a"}), "");
  EXPECT_EQ(filled_template("%s#%s", {"a", "b", "c"}), "a#b");
  EXPECT_EQ(filled_template("%2$s %1$s %1$s", {"a", "b"}), "b a a");
  EXPECT_EQ(filled_template("%2$s %s %s", {"a", "b"}), "b a b");
  EXPECT_EQ(filled_template("100%%%n", {}), "100%\n");
}

TEST(FormatTemplate, widths_count_characters) {
  EXPECT_EQ(filled_template("[%4s|%-4s|%1$2s]", {"ab", "\xc3\xa9"}), "[  ab|\xc3\xa9   |ab]");
  EXPECT_EQ(filled_template("%1$s", {"longer than nothing"}), "longer than nothing");
}

TEST(FormatTemplate, what_is_not_known_is_an_error) {
  EXPECT_EQ(message("%d", {"1"}), "The template \"%d\" has %d, where only %s, %n and %% are known.");
  EXPECT_EQ(message("%3$s", {"1"}), "The template \"%3$s\" has no value for %3$s.");
  EXPECT_EQ(message("%s %s", {"1"}), "The template \"%s %s\" has no value for %s.");
  EXPECT_EQ(message("100%", {}), "The template \"100%\" has %, where only %s, %n and %% are known.");
  EXPECT_EQ(message("%99999s", {"1"}), "The template \"%99999s\" has a number that is too large.");
  EXPECT_EQ(message("%99999999999999999999999s", {"1"}),
            "The template \"%99999999999999999999999s\" has a number that is too large.");
}

}  // namespace
}  // namespace synod
