// What --trace-tla writes can be read.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "support/process.hpp"

namespace synod::cli {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }

TEST(TraceTla, NegativeNumbersAndModelValuesAreReadBack) {
  const fs::path folder = fs::path(testing::TempDir()) / "synod_trace_tla";
  fs::create_directories(folder);
  write(folder / "Signed.tla",
        "---- MODULE Signed ----\nEXTENDS Integers\nCONSTANTS m, n, p\nVARIABLES x, y\n"
        "Init == x = -1 /\\ y = [e \\in {m} |-> {-2}]\n"
        "Step(k) == x' = x + 1 /\\ y' = <<k>>\nNext == Step(p)\nSmall == x < 0\n====\n");
  write(folder / "Signed.cfg", "INIT Init NEXT Next INVARIANT Small CONSTANTS m = m n = n p = p");
  const std::string trace = (folder / "Shown.tla").string();
  const test::Finished checked =
      test::run({SYNOD_BINARY, "check", (folder / "Signed.tla").string(), "--trace-tla", trace},
                std::chrono::seconds(60));
  EXPECT_EQ(checked.status, 12) << checked.err;
  const test::Finished parsed = test::run({SYNOD_BINARY, "parse", trace}, std::chrono::seconds(60));
  EXPECT_EQ(parsed.status, 0) << parsed.out << parsed.err;
}

}  // namespace
}  // namespace synod::cli
