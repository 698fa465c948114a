// Ctrl-C ends a run wherever it is: also within one long evaluation.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

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
    std::ofstream(path_ / "manifest.json")
        << R"({"sources": [], "authors": [], "tags": [], "modules": [{"path": "M.tla", "features": [], "models": [)"
        << R"({"path": "M.cfg", "runtime": "00:00:02", "mode": "exhaustive search", "result": "success"},)"
        << R"({"path": "M.cfg", "runtime": "00:00:01", "mode": "generate", "result": "success"}]}]})";
  }
  ~Model() { fs::remove_all(path_); }
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  /// Checks it and sends SIGINT after a second. What is not interrupted is killed much later.
  [[nodiscard]] Finished interrupted() const {
    return interrupt({"check", (path_ / "M").string(), "--workers", "1", "--progress", "never"});
  }

  /// A gate that checks it first, and then once more; with its reports in one text.
  [[nodiscard]] std::string interrupted_gate(Finished& finished) const {
    const auto report = [&](const char* name) { return (path_ / name).string(); };
    finished = interrupt({"gate", report("manifest.json"), "--jobs", "1", "--junit", report("junit"),
                          "--sarif", report("sarif"), "--markdown", report("markdown")});
    std::ostringstream text;
    for (const char* name : {"junit", "sarif", "markdown"}) text << std::ifstream(path_ / name).rdbuf();
    return text.str();
  }

 private:
  static Finished interrupt(std::vector<std::string> words) {
    // --foreground: otherwise timeout signals its whole group too, and a second SIGINT ends a run at once.
    const std::vector<std::string> before = {
        "/usr/bin/timeout", "--foreground", "--preserve-status", "--signal=INT", "1", SYNOD_BINARY};
    words.insert(words.begin(), before.begin(), before.end());
    return run(words, std::chrono::seconds(20));
  }

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

TEST(Interruption, of_a_gate_is_in_all_that_it_writes) {
  Finished finished;
  const std::string reports = Model("x = 0", "x' = Fib(60)").interrupted_gate(finished);
  EXPECT_EQ(finished.status, 21) << finished.out << finished.err;
  EXPECT_NE(finished.out.find("could not run  M.cfg: interrupted\n"), std::string::npos) << finished.out;
  EXPECT_NE(finished.out.find("left out       M.cfg (generate): interrupted\n"), std::string::npos)
      << finished.out;
  EXPECT_NE(finished.out.find("2 models: 0 as expected, 1 could not run, 1 left out"), std::string::npos);
  for (const char* part : {"tests=\"3\" failures=\"0\" errors=\"2\" skipped=\"1\"",
                           "\"executionSuccessful\": false", "## synod gate: interrupted\n"})
    EXPECT_NE(reports.find(part), std::string::npos) << reports;
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
