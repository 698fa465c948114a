#include "gate/visible_text.hpp"

#include <gtest/gtest.h>

namespace synod::gate {
namespace {

TEST(VisibleText, is_what_it_was_where_all_of_it_is_seen) {
  const std::string text = "Clock.cfg: x' = \"äöü 中文 🙂\" \\/ y";
  EXPECT_EQ(visible(text), text);
  EXPECT_EQ(visible(""), "");
}

TEST(VisibleText, has_no_line_and_no_command_of_its_own) {
  EXPECT_EQ(visible("a\n::error file=a::b\r\t"), "a\\n::error file=a::b\\r\\t");
  EXPECT_EQ(visible("\x1b[31m\x07\x7f"), "\\u001b[31m\\u0007\\u007f");
  EXPECT_EQ(visible(std::string("a\0b", 3)), "a\\u0000b");
  EXPECT_EQ(visible("\xc2\x9b|\xe2\x80\xa8|\xe2\x80\xae|\xef\xbb\xbf"), "\\u009b|\\u2028|\\u202e|\\ufeff");
}

TEST(VisibleText, spells_out_what_is_no_character) {
  EXPECT_EQ(visible("\xef\xbf\xbe\xef\xbf\xbf"), "\\ufffe\\uffff");
  EXPECT_EQ(visible("\xf4\x8f\xbf\xbf"), "\\u10ffff");
  EXPECT_EQ(visible("a\xff\xc3"), "a\xef\xbf\xbd\xef\xbf\xbd");
}

TEST(VisibleText, keeps_lines_where_there_may_be_some) {
  EXPECT_EQ(visible_lines("a\nb\r\x1b"), "a\nb\\r\\u001b");
}

}  // namespace
}  // namespace synod::gate
