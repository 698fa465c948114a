// Runs every case of tests/golden and compares everything that the program says with what is expected.
//
// A case is a folder with a file `arguments`, a line of words for each run, where @ stands for the folder;
// whatever files these name; and a file `expected`: exit status, standard output, standard error, after the
// command if there are several. Times are replaced by "N". SYNOD_UPDATE_GOLDEN=1 (scripts/update-golden)
// writes the expectations instead.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include "support/process.hpp"

namespace synod::test {
namespace {

namespace fs = std::filesystem;

const fs::path root = SYNOD_SOURCE_DIR;

std::string read(const fs::path& file) {
  std::ifstream stream(file);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

using Words = std::vector<std::string>;

/// The arguments of each run.
std::vector<Words> runs_of(const fs::path& folder) {
  std::vector<Words> runs;
  std::istringstream lines(read(folder / "arguments"));
  for (std::string line; std::getline(lines, line);) {
    Words& arguments = runs.emplace_back();
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      const std::size_t at = word.find('@');
      if (at != std::string::npos) word.replace(at, 1, fs::relative(folder, root).generic_string());
      arguments.push_back(word);
    }
  }
  return runs;
}

/// What differs from run to run.
std::string normalised(std::string text) {
  static const std::pair<std::regex, const char*> times[] = {
      {std::regex("(Finished|[a-z0-9],|[a-z)],) in [0-9.]+ s"), "$1 in N s"},
      {std::regex("seconds\": [0-9.e-]+"), "seconds\": N"},
      {std::regex(" time=\"[0-9.]+\""), " time=\"N\""},  // of JUnit
      {std::regex("\\| [0-9.]+ s \\|"), "| N s |"},      // in a table
  };
  for (const auto& [time, placeholder] : times) text = std::regex_replace(text, time, placeholder);
  return text;
}

std::string shown_run(Words arguments) {
  arguments.insert(arguments.begin(), SYNOD_BINARY);
  const Finished finished = run(arguments, std::chrono::seconds(300));
  if (finished.timed_out) return "not finished after 300 s\n";
  return "exit status " + std::to_string(finished.status) + "\n-- standard output\n" +
         normalised(finished.out) + "-- standard error\n" + normalised(finished.err);
}

std::string shown(const fs::path& folder) {
  const std::vector<Words> runs = runs_of(folder);
  if (runs.size() == 1) return shown_run(runs[0]);
  std::string text;
  for (const Words& arguments : runs) {
    text += "$ synod";
    for (const std::string& word : arguments) text += " " + word;
    text += "\n" + shown_run(arguments);
  }
  return text;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, says_what_is_expected) {
  fs::current_path(root);
  const fs::path folder = root / "tests/golden" / GetParam();
  ASSERT_TRUE(fs::exists(folder / "arguments")) << folder << " has no arguments";
  const std::string text = shown(folder);
  if (std::getenv("SYNOD_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(folder / "expected") << text;
    return;
  }
  ASSERT_TRUE(fs::exists(folder / "expected"))
      << folder << " has no expectation: scripts/update-golden writes it";
  EXPECT_EQ(text, read(folder / "expected"));
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(root / "tests/golden")) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(cli, Golden, testing::ValuesIn(cases()),
                         [](const auto& made) { return made.param; });

}  // namespace
}  // namespace synod::test
