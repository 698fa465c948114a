// Checks every model that a manifest names with the built program, with 1, 2 and 8 workers, and compares what
// it prints with what the manifest expects. One test per entry. Usable by hand:
//   build/release/tests/synod_e2e_tests --gtest_filter='*MCPaxos*'

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "gate/judgement.hpp"
#include "gate/manifest.hpp"
#include "gate/plan.hpp"
#include "gate/report.hpp"
#include "manifest.hpp"
#include "support/process.hpp"

namespace synod::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path root = SYNOD_SOURCE_DIR;
constexpr std::array worker_counts = {1U, 2U, 8U};
constexpr std::array compared_members = {"outcome", "violated", "generated", "distinct", "depth", "trace"};

bool large_models_wanted() {
  const char* wanted = std::getenv("SYNOD_LARGE");
  return wanted != nullptr && std::string_view(wanted) == "1";
}

/// A model to check, from either kind of manifest.
struct Subject {
  std::string name;    ///< of the test
  std::string config;  ///< path
  std::function<std::vector<std::string>(unsigned workers)> command;
  /// Fails the test if the run, which gave this object, is not what is expected.
  std::function<void(const Finished& finished, const json& result)> expect;
  bool large = false;
};

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

/// The name of a test: letters, digits and points only, because GoogleTest gives a meaning to `-`, `:` and
/// `*`.
std::string test_name(const std::string& module, const std::string& config,
                      const std::vector<std::string>& arguments) {
  std::string name = fs::path(module).stem().string();
  if (const std::string stem = fs::path(config).stem().string(); stem != name) name += "." + stem;
  for (const std::string& argument : arguments) name += argument;
  std::ranges::replace_if(name, [](unsigned char c) { return std::isalnum(c) == 0 && c != '.'; }, '_');
  return name;
}

Subject subject_of(const Entry& entry) {
  const auto command = [entry](unsigned workers) {
    std::vector<std::string> words = {SYNOD_BINARY, "check", entry.module, "--config", entry.config};
    for (const std::string& library : entry.libraries) words.insert(words.end(), {"-I", library});
    words.insert(words.end(), {"--workers", std::to_string(workers), "--format", "json"});
    words.insert(words.end(), entry.arguments.begin(), entry.arguments.end());
    return words;
  };
  const auto expect = [entry](const Finished& finished, const json& result) {
    EXPECT_EQ(finished.status, entry.exit) << "exit status";
    expect_result(result, entry);
  };
  return {test_name(entry.module, entry.config, entry.arguments), entry.config, command, expect, entry.large};
}

/// A model of models/manifest.json, which `synod gate` checks with one number of workers.
Subject subject_of(const gate::Model& model) {
  constexpr std::uint64_t small = 5;  // seconds
  const auto command = [model](unsigned workers) {
    gate::Share share;
    share.workers = workers;
    std::vector<std::string> words = gate::command_of(model, {}, share, std::nullopt);
    words.front() = SYNOD_BINARY;
    return words;
  };
  const auto expect = [model](const Finished& finished, const json& /*result*/) {
    std::vector<std::string> differences;
    const std::optional<gate::Observation> seen = gate::read_observation(finished.out);
    ASSERT_TRUE(seen.has_value());
    for (const gate::Difference& difference : gate::compare(model, *seen))
      differences.push_back(gate::difference_text(difference));
    EXPECT_EQ(differences, std::vector<std::string>());
  };
  return {test_name(model.module, model.config, {}), model.config, command, expect,
          model.nightly || model.runtime.value_or(0) > small};
}

/// A test case whose body is one model.
class CheckModel : public testing::Test {
 public:
  explicit CheckModel(Subject subject) : subject_(std::move(subject)) {}

  void TestBody() override {
    if (subject_.large && !large_models_wanted())
      GTEST_SKIP() << "a large model: set SYNOD_LARGE=1 to check it";
    std::optional<json> first;
    for (const unsigned workers : worker_counts) {
      const std::optional<json> result = check(workers);
      if (!result) return;
      if (!first) first = result;
      expect_same(*first, *result, workers);
    }
  }

 private:
  /// Runs the program once and compares with the manifest. Nothing if there is no result to speak of.
  std::optional<json> check(unsigned workers) const {
    const std::vector<std::string> command = subject_.command(workers);
    const std::chrono::seconds limit = subject_.large ? std::chrono::hours(2) : std::chrono::minutes(3);
    const Finished finished = run(command, limit);
    const std::string shown = fmt::format("{}\nexit status {}\n{}{}", fmt::join(command, " "),
                                          finished.status, finished.out, finished.err);
    SCOPED_TRACE(shown.substr(0, 8000));
    if (finished.timed_out) {
      ADD_FAILURE() << "not finished after " << limit.count() << " s";
      return std::nullopt;
    }
    json result = json::parse(finished.out, nullptr, false);
    if (!result.is_object()) {
      ADD_FAILURE() << "the output is not one JSON object";
      return std::nullopt;
    }
    subject_.expect(finished, result);
    return result;
  }

  static void expect_same(const json& first, const json& result, unsigned workers) {
    for (const char* member : compared_members) {
      EXPECT_EQ(first.value(member, json()), result.value(member, json()))
          << member << " differs between " << worker_counts[0] << " and " << workers << " workers";
    }
  }

  Subject subject_;
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

std::vector<Subject> subjects_of_models() {
  const gate::Manifest manifest = gate::read_manifest("models/manifest.json");
  if (!manifest.problems.empty()) {
    const gate::Problem& problem = manifest.problems.front();
    throw std::runtime_error(fmt::format("models/manifest.json:{}: {}", problem.line, problem.message));
  }
  std::vector<Subject> subjects;
  for (const gate::Model& model : manifest.models) {
    if (model.mode == gate::Mode::exhaustive) subjects.push_back(subject_of(model));
  }
  return subjects;
}

std::vector<Subject> subjects_of_tests() {
  std::vector<Subject> subjects;
  for (const Entry& entry : read_manifest(root / "tests/e2e/manifest.json"))
    subjects.push_back(subject_of(entry));
  return subjects;
}

void register_tests() {
  std::set<std::string> named;
  std::map<std::string, int> times;
  const std::pair<const char*, std::vector<Subject> (*)()> sources[] = {
      {"models/manifest.json", subjects_of_models}, {"tests/e2e/manifest.json", subjects_of_tests}};
  for (const auto& [file, subjects] : sources) {
    std::string problem;
    try {
      for (const Subject& subject : subjects()) {
        named.insert(subject.config);
        std::string name = subject.name;
        if (const int time = ++times[name]; time > 1) name += fmt::format("_{}", time);
        register_test<CheckModel>("Model", name, subject);
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
