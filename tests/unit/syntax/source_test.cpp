#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "parsing.hpp"
#include "syntax/source_reader.hpp"

namespace synod::syntax {
namespace {

/// A file with some bytes in it, deleted at the end. Tests run side by side, each in a process of its own.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes)
      : path_(::testing::TempDir() + "synod-source-" + std::to_string(getpid()) + ".tla") {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

TEST(Source, lines_end_with_lf_crlf_or_cr) {
  SourceMap sources;
  const Source& source = sources.get(sources.add("a", "one\ntwo\r\nthree\rfour"));
  EXPECT_EQ(source.line(1), "one");
  EXPECT_EQ(source.line(2), "two");
  EXPECT_EQ(source.line(3), "three");
  EXPECT_EQ(source.line(4), "four");
  EXPECT_EQ(source.line(5), "");
  EXPECT_EQ(source.line(0), "");
}

TEST(Source, positions_are_described_as_tlc_does) {
  SourceMap sources;
  const SourceId id = sources.add("folder/Paxos.tla", "");
  EXPECT_EQ(sources.module_name(id), "Paxos");
  EXPECT_EQ(describe({id, {3, 4}, {5, 6}}, sources), "line 3, col 4 to line 5, col 6 of module Paxos");
  EXPECT_EQ(describe({}, sources), "unknown location");
}

TEST(SourceReader, reads_a_file) {
  const TemporaryFile file("---- MODULE M ----\n====\n");
  SourceMap sources;
  Diagnostics diagnostics;
  const auto id = read_source(file.path(), sources, diagnostics);
  ASSERT_TRUE(id);
  EXPECT_EQ(sources.get(*id).text, "---- MODULE M ----\n====\n");
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST(SourceReader, says_what_is_wrong_with_a_file) {
  SourceMap sources;
  Diagnostics diagnostics;
  EXPECT_FALSE(read_source("no/such.tla", sources, diagnostics));
  EXPECT_FALSE(read_source(".", sources, diagnostics));
  const TemporaryFile big(std::string((std::size_t{1} << 20U) + 1, ' '));
  EXPECT_FALSE(read_source(big.path(), sources, diagnostics, std::size_t{1} << 20U));
  EXPECT_FALSE(read_source("/dev/zero", sources, diagnostics, std::size_t{1} << 20U));
  EXPECT_EQ(testing::rendered(diagnostics, sources),
            "error[file-not-found]: cannot read no/such.tla: No such file or directory\n"
            "error[file-unreadable]: cannot read .: it is a folder\n"
            "error[file-too-large]: " +
                big.path() +
                " is larger than 1 MiB, the most that is read\n"
                "error[file-too-large]: /dev/zero is larger than 1 MiB, the most that is read\n");
}

TEST(SourceReader, shows_where_a_file_is_not_utf8) {
  const TemporaryFile file("---- MODULE M ----\nx == \"é\xFFz\"\n====\n");
  SourceMap sources;
  Diagnostics diagnostics;
  EXPECT_FALSE(read_source(file.path(), sources, diagnostics));
  EXPECT_EQ(testing::rendered(diagnostics, sources), file.path() +
                                                         ":2:8: error[invalid-utf8]: this is not UTF-8 text\n"
                                                         "   2 | x == \"é\xEF\xBF\xBDz\"\n"
                                                         "     |        ^\n"
                                                         "     = expected: a file in the encoding UTF-8\n");
}

}  // namespace
}  // namespace synod::syntax
