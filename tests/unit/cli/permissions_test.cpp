// What a specification writes and runs once it is permitted, and that nothing else happens.
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "support/outside_lines.hpp"
#include "support/process.hpp"

namespace synod::test {
namespace {

namespace fs = std::filesystem;

/// A folder, gone at the end, with room for a specification and for what it writes.
class Place {
 public:
  Place() : path_(fs::temp_directory_path() / ("synod-permissions-" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "out");
    fs::create_directories(path_ / "out2");
  }
  ~Place() { fs::remove_all(path_); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

  [[nodiscard]] std::string name(const std::string& inside) const { return (path_ / inside).string(); }

  /// Checks a module with these lines, where @/ stands for this folder.
  [[nodiscard]] Finished check(std::string lines, const std::string& config,
                               const std::vector<std::string>& options) const {
    for (std::size_t at = lines.find("@/"); at != std::string::npos; at = lines.find("@/"))
      lines.replace(at, 1, path_.string());
    std::ofstream(path_ / "M.tla")
        << "---- MODULE M ----\nEXTENDS Json, CSV, IOUtils, SVG, TLC, Integers, Sequences\n"
        << lines << "\n====\n";
    std::ofstream(path_ / "M.cfg") << config;
    std::vector<std::string> command{SYNOD_BINARY, "check", (path_ / "M").string(), "--progress", "never"};
    command.insert(command.end(), options.begin(), options.end());
    return run(command, std::chrono::seconds(60));
  }

  [[nodiscard]] std::vector<std::string> in_and_out() const {
    return {"--allow-read", name("out"), "--allow-write", name("out")};
  }

  [[nodiscard]] std::string content(const std::string& file) const {
    std::ifstream stream(path_ / file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
  }

 private:
  fs::path path_;
};

void expect_success(const Finished& finished) {
  EXPECT_EQ(finished.status, 0) << finished.out << finished.err;
}

TEST(Permissions, json_is_written_and_read_again) {
  const Place place;
  expect_success(place.check(outside::json_is_written_and_read_again, "", place.in_and_out()));
  EXPECT_EQ(place.content("out/deep/er/v.json"), "{\"a\":[1,[2,3]],\"b\":\"x\"}");
  EXPECT_EQ(place.content("out/v.ndjson"), "{\"a\":[1,[2,3]],\"b\":\"x\"}\n7\n\"y\"\n");
}

TEST(Permissions, lines_are_appended) {
  const Place place;
  expect_success(place.check(outside::lines_are_appended, "", place.in_and_out()));
  EXPECT_EQ(place.content("out/lines.csv"), "age;name\n36;\"Ada\"\n7;\"Bob\"\n{\"a\", \"b\"};1    |\n");
}

TEST(Permissions, any_value_is_kept) {
  const Place place;
  expect_success(place.check(outside::any_value_is_kept, "CONSTANT m = m", place.in_and_out()));
}

TEST(Permissions, texts_are_written_as_their_options_say) {
  const Place place;
  expect_success(place.check(outside::texts_are_written_as_their_options_say, "", place.in_and_out()));
  EXPECT_EQ(place.content("out/t.txt"), "x");
  EXPECT_EQ(place.content("out/frame_007.svg"), "<rect height='4' width='3' x='1' y='2'></rect>");
}

TEST(Permissions, nothing_is_written_elsewhere) {
  const Place place;
  fs::create_symlink(place.name("out2"), place.name("out/away"));
  for (const std::string file : {"out2/f", "out/../f", "out/away/f", "out/deep/../../f"}) {
    const Finished finished = place.check("ASSUME JsonSerialize(\"@/" + file + "\", <<1>>)", "",
                                          {"--allow-write", place.name("out")});
    EXPECT_EQ(finished.status, 22) << file << finished.out << finished.err;
    EXPECT_NE(finished.out.find("is in no folder that --allow-write names"), std::string::npos)
        << finished.out;
  }
  EXPECT_TRUE(fs::is_empty(place.name("out2")));
  EXPECT_FALSE(fs::exists(place.name("f")));
}

TEST(Permissions, a_link_to_nothing_makes_nothing) {
  const Place place;
  fs::create_symlink(place.name("out2/new"), place.name("out/link"));
  const Finished finished =
      place.check("ASSUME JsonSerialize(\"@/out/link\", <<1>>)", "", place.in_and_out());
  EXPECT_EQ(finished.status, 10) << finished.out << finished.err;
  EXPECT_TRUE(fs::is_empty(place.name("out2")));
}

TEST(Permissions, a_link_that_stays_inside_is_followed) {
  const Place place;
  fs::create_directories(place.name("out/real"));
  fs::create_symlink(place.name("out/real"), place.name("out/link"));
  expect_success(
      place.check("ASSUME JsonSerialize(\"@/out/link/f\", <<1>>)", "", {"--allow-write", place.name("out")}));
  EXPECT_EQ(place.content("out/real/f"), "[1]");
}

TEST(Permissions, reading_is_not_writing) {
  const Place place;
  const std::string write = "ASSUME JsonSerialize(\"@/out/f\", <<1>>)";
  EXPECT_EQ(place.check(write, "", {"--allow-read", place.name("out"), "--allow-exec"}).status, 22);
  EXPECT_FALSE(fs::exists(place.name("out/f")));
  const std::string read = "ASSUME CSVRecords(\"@/out/f\") = 0";
  EXPECT_EQ(place.check(read, "", {"--allow-write", place.name("out")}).status, 22);
}

TEST(Permissions, a_folder_that_is_no_file_cannot_be_read) {
  const Place place;
  const Finished finished = place.check("ASSUME JsonDeserialize(\"@/out\") = 1", "", place.in_and_out());
  EXPECT_EQ(finished.status, 10) << finished.out << finished.err;
  EXPECT_NE(finished.out.find("Is a directory"), std::string::npos) << finished.out;
}

TEST(Permissions, a_pipe_is_not_waited_for) {
  const Place place;
  ASSERT_EQ(mkfifo(place.name("out/pipe").c_str(), 0600), 0);
  const Finished finished = place.check("ASSUME JsonDeserialize(\"@/out/pipe\") = 1", "", place.in_and_out());
  EXPECT_FALSE(finished.timed_out);
  EXPECT_EQ(finished.status, 10) << finished.out << finished.err;
}

TEST(Permissions, the_replay_writes_and_runs_nothing_again) {
  const Place place;
  const Finished finished = place.check(
      "VARIABLE x\nInit == x = 0\n"
      "Next == x < 9 /\\ x' = x + 1 /\\ CSVWrite(\"%1$s\", <<x>>, \"@/out/steps\")\n"
      "          /\\ IOExec(<<\"sh\", \"-c\", \"echo >> @/out/runs\">>).exitValue = 0\n"
      "Small == x < 3",
      "INIT Init NEXT Next INVARIANT Small",
      {"--allow-write", place.name("out"), "--allow-exec", "--workers", "4"});
  EXPECT_EQ(finished.status, 12) << finished.out << finished.err;
  EXPECT_EQ(place.content("out/steps"), "0\n1\n2\n");
  EXPECT_EQ(place.content("out/runs"), "\n\n\n");
  EXPECT_NE(finished.out.find("one worker is used"), std::string::npos) << finished.out;
}

TEST(Permissions, a_state_that_is_done_again_writes_nothing_again) {
  const Place place;
  // A value that does not fit makes the search widen its store, and do the state at hand again.
  const Finished finished = place.check(
      "VARIABLE x\nInit == x = 0\n"
      "Next == \\E d \\in {1, 2, 1000} : x < 99 /\\ CSVWrite(\"%1$s+%2$s\", <<x, d>>, \"@/out/steps\") /\\ "
      "x' = x + d",
      "INIT Init NEXT Next CHECK_DEADLOCK FALSE", place.in_and_out());
  expect_success(finished);
  std::istringstream lines(place.content("out/steps"));
  std::set<std::string> different;
  std::size_t all = 0;
  for (std::string line; std::getline(lines, line); ++all) different.insert(line);
  EXPECT_EQ(all, 297U);
  EXPECT_EQ(different.size(), 297U);
}

TEST(Permissions, what_the_alias_writes_slows_no_search) {
  const Place place;
  const Finished finished = place.check(
      "VARIABLE x\nInit == x = 0\nNext == x' = x + 1\nSmall == x < 3\n"
      "Shown == [x |-> x, written |-> CSVWrite(\"%1$s\", <<x>>, \"@/out/shown\")]",
      "INIT Init NEXT Next INVARIANT Small ALIAS Shown",
      {"--allow-write", place.name("out"), "--workers", "2"});
  EXPECT_EQ(finished.status, 12) << finished.out << finished.err;
  EXPECT_EQ(place.content("out/shown"), "0\n1\n2\n3\n");
  EXPECT_EQ(finished.out.find("one worker is used"), std::string::npos) << finished.out;
}

TEST(Permissions, answers_that_changed_are_not_replayed) {
  const Place place;
  const Finished finished = place.check(
      "VARIABLE x\nInit == x = 0\n"
      "Next == x' = x + 1 /\\ CSVWrite(\"%1$s\", <<x>>, \"@/out/f\") /\\ CSVRecords(\"@/out/f\") < 9\n"
      "Small == x < 3",
      "INIT Init NEXT Next INVARIANT Small", place.in_and_out());
  EXPECT_EQ(finished.status, 12) << finished.out << finished.err;
  EXPECT_NE(finished.out.find("gave several answers"), std::string::npos) << finished.out;
}

TEST(Permissions, a_long_program_ends_with_the_run) {
  const Place place;
  std::ofstream(place.name("M.tla")) << "---- MODULE M ----\nEXTENDS IOUtils\n"
                                        "ASSUME IOExec(<<\"sleep\", \"60\">>).exitValue = 0\n====\n";
  std::ofstream(place.name("M.cfg")) << "";
  const Finished finished =
      run({"/usr/bin/timeout", "--foreground", "--preserve-status", "--signal=TERM", "1", SYNOD_BINARY,
           "check", place.name("M"), "--allow-exec", "--progress", "never"},
          std::chrono::seconds(30));
  EXPECT_FALSE(finished.timed_out);
  EXPECT_EQ(finished.status, 21) << finished.out << finished.err;
}

}  // namespace
}  // namespace synod::test
