// Checks every model that a manifest names with the built program, with 1, 2 and 8 workers, and compares what
// it prints with what the manifest expects. One test per entry. Usable by hand:
//   build/release/tests/synod_e2e_tests --gtest_filter='*MCPaxos*'

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "manifest.hpp"
#include "support/process.hpp"

namespace synod::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path root = SYNOD_SOURCE_DIR;
constexpr std::array worker_counts = {1, 2, 8};
constexpr std::array compared_members = {"outcome", "violated", "generated", "distinct", "depth", "trace"};

bool large_models_wanted() {
  const char* wanted = std::getenv("SYNOD_LARGE");
  return wanted != nullptr && std::string_view(wanted) == "1";
}

std::vector<std::string> command_for(const Entry& entry, int workers) {
  std::vector<std::string> command = {SYNOD_BINARY, "check", entry.module, "--config", entry.config};
  for (const std::string& library : entry.libraries) command.insert(command.end(), {"-I", library});
  command.insert(command.end(), {"--workers", std::to_string(workers), "--format", "json"});
  command.insert(command.end(), entry.arguments.begin(), entry.arguments.end());
  return command;
}

void expect_figure(const json& result, const char* name, const std::optional<std::uint64_t>& expected) {
  if (expected) EXPECT_EQ(result.value(name, json()), json(*expected)) << "in " << name;
}

void expect_result(const json& result, const Entry& entry) {
  EXPECT_EQ(result.value("outcome", json()), json(entry.outcome));
  EXPECT_EQ(result.value("violated", json()), entry.violated ? json(*entry.violated) : json());
  expect_figure(result, "generated", entry.generated);
  expect_figure(result, "distinct", entry.distinct);
  expect_figure(result, "depth", entry.depth);
  const json trace = result.value("trace", json());
  const std::size_t length = trace.is_array() ? trace.size() : 0;
  if (entry.trace) EXPECT_EQ(length, *entry.trace) << "states in the trace";
  if (entry.outcome == "success") EXPECT_EQ(length, 0u) << "a trace with a success";
}

/// A test case whose body is one manifest entry.
class CheckModel : public testing::Test {
 public:
  explicit CheckModel(Entry entry) : entry_(std::move(entry)) {}

  void TestBody() override {
    if (entry_.large && !large_models_wanted())
      GTEST_SKIP() << "a large model: set SYNOD_LARGE=1 to check it";
    std::optional<json> first;
    for (const int workers : worker_counts) {
      const std::optional<json> result = check(workers);
      if (!result) return;
      if (!first) first = result;
      expect_same(*first, *result, workers);
    }
  }

 private:
  /// Runs the program once and compares with the manifest. Nothing if there is no result to speak of.
  std::optional<json> check(int workers) const {
    const std::vector<std::string> command = command_for(entry_, workers);
    const std::chrono::seconds limit = entry_.large ? std::chrono::hours(2) : std::chrono::minutes(3);
    const Finished finished = run(command, limit);
    const std::string shown = fmt::format("{}\nexit status {}\n{}{}", fmt::join(command, " "),
                                          finished.status, finished.out, finished.err);
    SCOPED_TRACE(shown.substr(0, 8000));
    if (finished.timed_out) {
      ADD_FAILURE() << "not finished after " << limit.count() << " s";
      return std::nullopt;
    }
    EXPECT_EQ(finished.status, entry_.exit) << "exit status";
    json result = json::parse(finished.out, nullptr, false);
    if (!result.is_object()) {
      ADD_FAILURE() << "the output is not one JSON object";
      return std::nullopt;
    }
    expect_result(result, entry_);
    return result;
  }

  static void expect_same(const json& first, const json& result, int workers) {
    for (const char* member : compared_members) {
      EXPECT_EQ(first.value(member, json()), result.value(member, json()))
          << member << " differs between " << worker_counts[0] << " and " << workers << " workers";
    }
  }

  Entry entry_;
};

/// Every .cfg below models/ and tests/e2e/ is named by a manifest: a model without an expectation is an
/// error.
class EveryModelIsExpected : public testing::Test {
 public:
  explicit EveryModelIsExpected(std::set<std::string> named) : named_(std::move(named)) {}

  void TestBody() override {
    EXPECT_FALSE(named_.empty()) << "the manifests name no model at all";
    for (const char* folder : {"models", "tests/e2e"}) {
      for (const auto& file : fs::recursive_directory_iterator(root / folder)) {
        if (file.path().extension() != ".cfg") continue;
        const std::string path = fs::relative(file.path(), root).generic_string();
        EXPECT_TRUE(named_.contains(path)) << path << " is in no manifest";
      }
    }
  }

 private:
  std::set<std::string> named_;
};

/// Stands for a manifest that could not be read, and fails saying why.
class ManifestIsReadable : public testing::Test {
 public:
  explicit ManifestIsReadable(std::string problem) : problem_(std::move(problem)) {}

  void TestBody() override { EXPECT_EQ(problem_, ""); }

 private:
  std::string problem_;
};

/// Adds a test that is made by TheTest(argument).
template <class TheTest, class Argument>
void register_test(const char* suite, const std::string& name, const Argument& argument) {
  testing::RegisterTest(suite, name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                        [argument]() -> testing::Test* { return new TheTest(argument); });
}

/// Letters, digits and points only: GoogleTest gives a meaning to `-`, `:` and `*` in the names of tests.
std::string test_name(const Entry& entry) {
  std::string name = fs::path(entry.module).stem().string();
  if (const std::string config = fs::path(entry.config).stem().string(); config != name) name += "." + config;
  for (const std::string& argument : entry.arguments) name += argument;
  std::ranges::replace_if(name, [](unsigned char c) { return std::isalnum(c) == 0 && c != '.'; }, '_');
  return name;
}

void register_tests() {
  std::set<std::string> named;
  std::map<std::string, int> times;
  for (const char* file : {"models/manifest.json", "tests/e2e/manifest.json"}) {
    std::string problem;
    try {
      for (const Entry& entry : read_manifest(root / file)) {
        named.insert(entry.config);
        std::string name = test_name(entry);
        if (const int time = ++times[name]; time > 1) name += fmt::format("_{}", time);
        register_test<CheckModel>("Model", name, entry);
      }
    } catch (const std::exception& error) {
      problem = error.what();
    }
    register_test<ManifestIsReadable>("ReadableManifest", std::string(file), problem);
  }
  register_test<EveryModelIsExpected>("Manifest", "names_every_model", named);
}

}  // namespace
}  // namespace synod::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  std::filesystem::current_path(SYNOD_SOURCE_DIR);
  synod::test::register_tests();
  return RUN_ALL_TESTS();
}
