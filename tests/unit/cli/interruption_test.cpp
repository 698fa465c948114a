// Ctrl-C ends a run wherever it is: also within one long evaluation.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <regex>

#include <gtest/gtest.h>

#include "support/process.hpp"

namespace synod::test {
namespace {

namespace fs = std::filesystem;

/// A folder with one model, gone at the end.
class Model {
 public:
  Model(const std::string& init, const std::string& next)
      : path_(fs::temp_directory_path() / ("synod-interruption-" + std::to_string(getpid()))) {
    fs::create_directories(path_);
    std::ofstream(path_ / "M.tla")
        << "---- MODULE M ----\nEXTENDS Naturals, FiniteSets\nVARIABLE x\n"
           "RECURSIVE Fib(_)\nFib(n) == IF n < 2 THEN n ELSE Fib(n - 1) + Fib(n - 2)\n"
        << "Init == " << init << "\nNext == " << next << "\n====\n";
    std::ofstream(path_ / "M.cfg") << "INIT Init NEXT Next";
  }
  ~Model() { fs::remove_all(path_); }
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  /// Checks it and sends SIGINT after a second. What is not interrupted is killed much later.
  [[nodiscard]] Finished interrupted() const {
    // --foreground: otherwise timeout signals its whole group too, and a second SIGINT ends a run at once.
    return run({"/usr/bin/timeout", "--foreground", "--preserve-status", "--signal=INT", "1", SYNOD_BINARY,
                "check", (path_ / "M").string(), "--workers", "1", "--progress", "never"},
               std::chrono::seconds(20));
  }

 private:
  fs::path path_;
};

struct Figures {
  std::uint64_t generated = 0, distinct = 0, queue = 0;
};

Figures figures_of(const Finished& finished) {
  static const std::regex line(
      "([0-9]+) states generated, ([0-9]+) distinct states found, ([0-9]+) states left on queue");
  std::smatch found;
  if (!std::regex_search(finished.out, found, line)) return {};
  return {std::stoull(found[1]), std::stoull(found[2]), std::stoull(found[3])};
}

void expect_interrupted(const std::string& init, const std::string& next) {
  const Finished finished = Model(init, next).interrupted();
  EXPECT_FALSE(finished.timed_out) << next;
  EXPECT_EQ(finished.status, 21) << next << "\n" << finished.out << finished.err;
  const Figures figures = figures_of(finished);
  EXPECT_GE(figures.generated, figures.distinct) << next;
  EXPECT_EQ(figures.distinct == 0, figures.queue == 0) << next;
}

TEST(Interruption, within_a_recursive_operator) { expect_interrupted("x = 0", "x' = Fib(60)"); }

TEST(Interruption, within_a_quantifier_over_an_interval) {
  expect_interrupted("x = 0", "x' = x /\\ \\E i \\in 1..1000000000000 : i < 0");
}

TEST(Interruption, within_a_quantifier_over_subsets) {
  expect_interrupted("x = 0", "x' = x /\\ \\E S \\in SUBSET (1..60) : Cardinality(S) > 50");
}

TEST(Interruption, within_a_set_under_construction) {
  expect_interrupted("x = 0", "x' = Cardinality({i \\in 1..1000000000000 : i = 1})");
}

TEST(Interruption, within_the_successors_of_a_state) {
  expect_interrupted("x = 0", "x' \\in 1..1000000000000");
}

TEST(Interruption, within_the_initial_states) { expect_interrupted("x \\in 1..1000000000000", "x' = x"); }

}  // namespace
}  // namespace synod::test
