// Reports of synod gate that no golden case can name.
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include <gtest/gtest.h>

#include "support/process.hpp"

namespace synod::test {
namespace {

namespace fs = std::filesystem;

Finished gate_with(const std::string& option, const std::string& file) {
  return run({SYNOD_BINARY, "gate", "tests/golden/gate_fail_fast", option, file}, std::chrono::seconds(60));
}

TEST(GateReports, go_to_no_pipe_that_may_have_no_reader) {
  const fs::path pipe = fs::temp_directory_path() / ("synod-gate-pipe-" + std::to_string(getpid()));
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const Finished finished = gate_with("--sarif", pipe.string());
  fs::remove(pipe);
  EXPECT_FALSE(finished.timed_out);
  EXPECT_EQ(finished.status, 74);
  EXPECT_EQ(finished.out, "");
  EXPECT_EQ(finished.err, "synod: cannot write " + pipe.string() + ": it is no regular file\n");
}

TEST(GateReports, have_a_name) {
  const Finished finished = gate_with("--junit", "");
  EXPECT_EQ(finished.status, 1);
  EXPECT_EQ(finished.out, "");
}

TEST(GateReports, may_go_nowhere_all_of_them) {
  const Finished finished = run({SYNOD_BINARY, "gate", "tests/golden/gate_as_expected", "--junit",
                                 "/dev/null", "--sarif", "/dev/null", "--only", "^no model$"},
                                std::chrono::seconds(60));
  EXPECT_EQ(finished.status, 31) << finished.err;
  EXPECT_NE(finished.out.find("No model to run."), std::string::npos);
}

}  // namespace
}  // namespace synod::test
