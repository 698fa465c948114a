#include "syntax/diagnostic.hpp"

#include <set>

#include <gtest/gtest.h>

namespace synod::syntax {
namespace {

TEST(Diagnostic, every_code_has_its_own_name) {
  std::set<std::string_view> names;
  for (int code = 0; code <= static_cast<int>(Code::evaluation); ++code) {
    EXPECT_TRUE(names.insert(name(static_cast<Code>(code))).second) << code;
  }
  EXPECT_FALSE(names.contains("internal"));
}

TEST(Diagnostic, counts_errors_only) {
  Diagnostics diagnostics;
  diagnostics.warning(Code::constant_unused, {}, "a");
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.error(Code::lexical, {}, "b");
  EXPECT_EQ(diagnostics.error_count(), 1U);
  EXPECT_EQ(diagnostics.all().size(), 2U);
}

TEST(Diagnostic, marks_the_place_below_its_line) {
  SourceMap sources;
  const SourceId id = sources.add("a.tla", "first\n\té\t== b c\nlast");
  Diagnostic diagnostic{Code::undefined_name, Severity::error, {id, {2, 20}, {2, 20}}, "m", "e", {}};
  diagnostic.notes.push_back({{id, {1, 1}, {1, 5}}, "n"});
  diagnostic.notes.push_back({{}, "o"});
  EXPECT_EQ(render(diagnostic, sources, false),
            "a.tla:2:20: error[undefined-name]: m\n"
            "   2 |         é       == b c\n"
            "     |                    ^\n"
            "     = expected: e\n"
            "a.tla:1:1: note: n\n"
            "   1 | first\n"
            "     | ^~~~~\n"
            "     = note: o\n");
}

TEST(Diagnostic, marks_to_the_end_of_the_line_when_the_place_has_several) {
  SourceMap sources;
  const SourceId id = sources.add("a.tla", "a == b\n c\n");
  EXPECT_EQ(render({Code::unsupported, Severity::warning, {id, {1, 6}, {2, 2}}, "m", {}, {}}, sources, false),
            "a.tla:1:6: warning[unsupported]: m\n"
            "   1 | a == b\n"
            "     |      ^\n");
}

TEST(Diagnostic, cuts_long_lines_around_the_place) {
  SourceMap sources;
  const SourceId id = sources.add("a.tla", std::string(500, 'x') + "ERROR" + std::string(500, 'y'));
  EXPECT_EQ(
      render({Code::unsupported, Severity::note, {id, {1, 501}, {1, 505}}, "m", {}, {}}, sources, false),
      "a.tla:1:501: note[unsupported]: m\n"
      "   1 | ..." +
          std::string(60, 'x') + "ERROR" + std::string(55, 'y') +
          "...\n"
          "     | " +
          std::string(63, ' ') + "^~~~~\n");
}

TEST(Diagnostic, never_sends_control_characters_of_the_source_to_the_terminal) {
  SourceMap sources;
  const SourceId id = sources.add("a.tla", "a \x1b[31m \xe2\x80\xae \xff b");
  const std::string text =
      render({Code::lexical, Severity::error, {id, {1, 1}, {1, 1}}, "m", {}, {}}, sources, false);
  EXPECT_EQ(text,
            "a.tla:1:1: error[lexical]: m\n"
            "   1 | a \xEF\xBF\xBD[31m \xEF\xBF\xBD \xEF\xBF\xBD b\n"
            "     | ^\n");
}

TEST(Diagnostic, colours_on_request) {
  SourceMap sources;
  const SourceId id = sources.add("a.tla", "x");
  EXPECT_EQ(render({Code::lexical, Severity::error, {id, {1, 1}, {1, 1}}, "m", {}, {}}, sources, true),
            "\x1b[1ma.tla:1:1: \x1b[0m\x1b[1;31merror[lexical]: \x1b[0m\x1b[1mm\x1b[0m\n"
            "   1 | x\n"
            "     | \x1b[1;31m^\x1b[0m\n");
}

}  // namespace
}  // namespace synod::syntax
