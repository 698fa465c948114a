// The graph that --dump writes: errors of writing, and that workers make no difference.
#include "cli/graph_file.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "support/process.hpp"

namespace synod::cli {
namespace {

namespace fs = std::filesystem;

/// So much that no buffer holds it.
class LongText final : public report::GraphText {
 public:
  std::string head() override { return "head\n"; }
  std::string state(const explore::GraphState&) override { return std::string(100'000, 'x'); }
  std::string step(const explore::GraphStep&) override { return "step\n"; }
  std::string tail(bool complete) override { return complete ? "complete\n" : "not complete\n"; }
};

std::string content(const fs::path& path) {
  std::ifstream stream(path);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

fs::path temporary(const std::string& name) { return fs::path(testing::TempDir()) / name; }

TEST(GraphFile, FullDiskEndsTheGraphAndIsTold) {
  GraphFile file("/dev/full", std::make_unique<LongText>());
  EXPECT_TRUE(file.ready());
  file.state({});
  EXPECT_FALSE(file.ready());
  file.state({});
  EXPECT_EQ(file.close(), "cannot write /dev/full: No space left on device");
}

TEST(GraphFile, FullDiskThatShowsAtTheEnd) {
  GraphFile file("/dev/full", std::make_unique<LongText>());
  file.end(true);
  EXPECT_TRUE(file.ready());
  EXPECT_EQ(file.close(), "cannot write /dev/full: No space left on device");
}

TEST(GraphFile, FolderThatIsNotThere) {
  GraphFile file("/no/such/graph.dot", std::make_unique<LongText>());
  EXPECT_FALSE(file.ready());
  EXPECT_EQ(file.close(), "cannot write /no/such/graph.dot: No such file or directory");
}

TEST(GraphFile, CutShort) {
  const fs::path path = temporary("cut_short.dot");
  GraphFile file(path, std::make_unique<LongText>());
  file.cut_short("the run was interrupted");
  EXPECT_FALSE(file.ready());
  EXPECT_EQ(file.close(), "the graph in " + path.string() + " is not complete: the run was interrupted");
  EXPECT_EQ(content(path), "head\nnot complete\n");
}

TEST(GraphFile, ASearchThatNeverBeganIsNotComplete) {
  const fs::path path = temporary("never.dot");
  GraphFile file(path, std::make_unique<LongText>());
  EXPECT_EQ(file.close(), "");
  EXPECT_EQ(content(path), "head\nnot complete\n");
}

TEST(GraphFile, FormatByTheEndOfTheName) {
  EXPECT_EQ(graph_format("a.dot"), report::GraphFormat::dot);
  EXPECT_EQ(graph_format("a.b.json"), report::GraphFormat::json);
  EXPECT_EQ(graph_format("dir.dot/a.dump"), report::GraphFormat::states);
  EXPECT_EQ(graph_format("a.png"), std::nullopt);
  EXPECT_EQ(graph_format(".dot"), std::nullopt);
}

TEST(GraphFile, IsTheSameForAnyNumberOfWorkers) {
  fs::current_path(SYNOD_SOURCE_DIR);
  for (const std::string ending : {"json", "dot"}) {
    std::string first;
    for (const std::string workers : {"1", "2", "8"}) {
      const fs::path path = temporary("workers." + ending);
      const test::Finished finished = test::run({SYNOD_BINARY, "check", "models/paxos/MCPaxos.tla", "-I",
                                                 "specs/paxos", "--workers", workers, "--dump", path},
                                                std::chrono::seconds(100));
      ASSERT_EQ(finished.status, 0) << finished.err;
      const std::string text = content(path);
      ASSERT_GT(text.size(), 10'000U);
      if (workers == "1") first = text;
      EXPECT_TRUE(text == first) << workers << " workers, " << ending;
    }
  }
}

}  // namespace
}  // namespace synod::cli
