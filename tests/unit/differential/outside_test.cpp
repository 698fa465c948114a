// The reference evaluator's files and programs, and what a replay is answered. The program's own are tested
// with the command line.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "model/model.hpp"
#include "outside/door.hpp"
#include "reference/predicates.hpp"
#include "semantics/resolve.hpp"
#include "support/outside_lines.hpp"

namespace synod::differential {
namespace {

namespace fs = std::filesystem;

class OutsideTest : public testing::Test {
 protected:
  OutsideTest() : path_(fs::temp_directory_path() / ("synod-outside-" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "out");
    permissions_.readable = permissions_.writable = {(path_ / "out").string()};
    permissions_.programs = true;
  }
  ~OutsideTest() override { fs::remove_all(path_); }

  /// The first assumption of a module with these lines that is not TRUE: its line and why. Empty: all are.
  std::string assume(std::string lines, Outside& outside, const std::string& config = "") {
    for (std::size_t at = lines.find("@/"); at != std::string::npos; at = lines.find("@/"))
      lines.replace(at, 1, path_.string());
    const fs::path file = path_ / "M.tla";
    std::ofstream(file) << "---- MODULE M ----\nEXTENDS Json, CSV, IOUtils, SVG, TLC, Integers, Sequences\n"
                        << lines << "\n====\n";
    syntax::SourceMap sources;
    syntax::Diagnostics diagnostics;
    std::optional<semantics::Spec> spec = semantics::resolve(file, {}, sources, diagnostics);
    const model::Config parsed = model::parse_config(sources.add("M.cfg", config), sources, diagnostics);
    if (!spec || diagnostics.has_errors()) return "the module has errors";
    const std::optional<model::Model> model = model::bind(std::move(*spec), parsed, diagnostics);
    if (!model) return "the configuration has errors";
    reference::EvaluatorOptions options;
    options.outside = &outside;
    reference::Evaluator evaluator(*model, options);
    for (const semantics::Assumption& assumption : model->spec.assumptions) {
      const std::string line = std::to_string(assumption.body->span.begin.line - 2);
      try {
        if (!reference::Predicates(evaluator).holds_without_state(*assumption.body)) return line + ": FALSE";
      } catch (const EvaluationError& error) {
        return line + ": " + error.message();
      }
    }
    return "";
  }

  [[nodiscard]] std::string content(const std::string& file) const {
    std::ifstream stream(path_ / file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
  }

  fs::path path_;
  outside::Permissions permissions_;
};

TEST_F(OutsideTest, files_are_those_that_the_program_writes) {
  outside::Door door(permissions_);
  EXPECT_EQ(assume(test::outside::json_is_written_and_read_again, door), "");
  EXPECT_EQ(content("out/deep/er/v.json"), "{\"a\":[1,[2,3]],\"b\":\"x\"}");
  EXPECT_EQ(content("out/v.ndjson"), "{\"a\":[1,[2,3]],\"b\":\"x\"}\n7\n\"y\"\n");
  EXPECT_EQ(assume(test::outside::lines_are_appended, door), "");
  EXPECT_EQ(content("out/lines.csv"), "age;name\n36;\"Ada\"\n7;\"Bob\"\n{\"a\", \"b\"};1    |\n");
  EXPECT_EQ(assume(test::outside::any_value_is_kept, door, "CONSTANT m = m"), "");
  EXPECT_EQ(assume(test::outside::texts_are_written_as_their_options_say, door), "");
}

TEST_F(OutsideTest, programs_are_run) {
  outside::Door door(permissions_);
  EXPECT_EQ(assume("ASSUME IOExec(<<\"echo\", \"hello\">>) = [exitValue |-> 0, stdout |-> \"hello\\n\", "
                   "stderr |-> \"\"]\n"
                   "ASSUME IOExecTemplate(<<\"echo\", \"%2$s%1$s\">>, <<\"a\", \"b\">>).stdout = \"ba\\n\"\n"
                   "ASSUME IOEnvExec([N |-> 42], <<\"sh\", \"-c\", \"echo $N\">>).stdout = \"42\\n\"\n"
                   "ASSUME IOEnvExecTemplate([N |-> \"n\"], <<\"sh\", \"-c\", \"echo $N-%s\">>, "
                   "<<\"m\">>).stdout = \"n-m\\n\"\n"
                   // It goes on for a while after it has closed its outputs.
                   "ASSUME IOExec(<<\"sh\", \"-c\", \"exec >&- 2>&-; sleep 0.1; exit 3\">>).exitValue = 3",
                   door),
            "");
}

TEST_F(OutsideTest, without_permission_nothing_is_done) {
  EXPECT_EQ(assume("ASSUME IOExec(<<\"echo\">>).exitValue = 0", closed_door()),
            "1: IOExec reaches outside of the specification, which is not permitted here.");
  outside::Door door({});
  EXPECT_EQ(assume("ASSUME CSVRecords(\"f\") = 0", door),
            "1: CSVRecords reads the file f. A specification may do that only with --allow-read DIR.");
}

TEST_F(OutsideTest, memory_answers_and_does_nothing) {
  outside::Door door(permissions_);
  const std::string lines =
      "ASSUME CSVWrite(\"%s\", <<1>>, \"@/out/f\")\n"
      "ASSUME CSVRecords(\"@/out/f\") = 1\n"
      "ASSUME IOExec(<<\"sh\", \"-c\", \"echo run >> @/out/runs\">>).exitValue = 0";
  EXPECT_EQ(assume(lines, door), "");
  EXPECT_EQ(assume(lines, door.memory()), "");
  EXPECT_EQ(content("out/f"), "1\n");
  EXPECT_EQ(content("out/runs"), "run\n");
}

TEST_F(OutsideTest, memory_does_not_choose_among_answers) {
  outside::Door door(permissions_);
  const std::string lines =
      "ASSUME CSVRecords(\"@/out/f\") = 0\nASSUME CSVWrite(\"%s\", <<1>>, \"@/out/f\")\nASSUME "
      "CSVRecords(\"@/out/f\") = 1";
  EXPECT_EQ(assume(lines, door), "");
  EXPECT_THROW(static_cast<void>(assume(lines, door.memory())), NotRepeatable);
  EXPECT_THROW(static_cast<void>(assume("ASSUME IOExec(<<\"echo\", \"new\">>).exitValue = 0", door.memory())),
               NotRepeatable);
}

}  // namespace
}  // namespace synod::differential
