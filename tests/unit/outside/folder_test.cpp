// Names of files, made canonical and compared with the folder that is permitted; texts from outside.
#include "outside/folder.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace synod::outside {
namespace {

namespace fs = std::filesystem;

class FolderTest : public testing::Test {
 protected:
  FolderTest()
      : root_(fs::canonical(fs::temp_directory_path()) / ("synod-folder-" + std::to_string(getpid()))) {
    fs::remove_all(root_);
    fs::create_directories(root_ / "a/b/c");
    fs::create_directories(root_ / "a/bc");
  }
  ~FolderTest() override { fs::remove_all(root_); }

  [[nodiscard]] std::string way(const std::string& folder, const std::string& file) const {
    const auto name = canonical_name((root_ / file).string());
    if (!name) return "no name";
    const auto way = Folder((root_ / folder).string()).way_to(*name);
    return way ? way->string() : "outside";
  }

  fs::path root_;
};

TEST_F(FolderTest, a_file_is_inside_or_it_is_not) {
  EXPECT_EQ(way("a/b", "a/b/f"), "f");
  EXPECT_EQ(way("a/b", "a/b/c/f"), "c/f");
  EXPECT_EQ(way("a/b", "a/b/c/../f"), "f");
  EXPECT_EQ(way("a/b", "a/b/new/deep/f"), "new/deep/f");
  EXPECT_EQ(way("a/b", "a/b/new/../f"), "f");
  EXPECT_EQ(way("a/b", "a/bc/f"), "outside");
  EXPECT_EQ(way("a/b", "a/b/../f"), "outside");
  EXPECT_EQ(way("a/b", "a/b/new/../../f"), "outside");
  EXPECT_EQ(way("a/b", "a"), "outside");
  EXPECT_EQ(way("a/b", "a/b/..f"), "..f");
}

TEST_F(FolderTest, the_root_has_everything_inside) {
  EXPECT_EQ(Folder("/").way_to("/etc/passwd"), fs::path("etc/passwd"));
}

TEST_F(FolderTest, links_are_seen_through) {
  fs::create_directory_symlink(root_ / "a/b/c", root_ / "a/b/inside");
  fs::create_directory_symlink(root_ / "a/bc", root_ / "a/b/outside");
  fs::create_directory_symlink(root_ / "a/b", root_ / "alias");
  EXPECT_EQ(way("a/b", "a/b/inside/f"), "c/f");
  EXPECT_EQ(way("a/b", "a/b/outside/f"), "outside");
  EXPECT_EQ(way("a/b", "alias/f"), "f");
  EXPECT_EQ(way("alias", "a/b/f"), "f");
}

TEST_F(FolderTest, a_link_put_there_later_is_not_followed) {
  const Folder folder((root_ / "a/b").string());
  std::ofstream(root_ / "secret") << "secret";
  fs::create_symlink(root_ / "secret", root_ / "a/b/f");
  fs::create_directory_symlink(root_ / "a/bc", root_ / "a/b/d");
  EXPECT_FALSE(folder.read("f").content);
  EXPECT_FALSE(folder.read("f").missing);
  EXPECT_NE(folder.write("f", "text", {}), "");
  EXPECT_NE(folder.write("d/g", "text", {}), "");
  EXPECT_TRUE(fs::is_empty(root_ / "a/bc"));
}

TEST_F(FolderTest, the_folder_stays_the_same_when_its_name_moves) {
  const Folder folder((root_ / "a/b").string());
  fs::rename(root_ / "a/b", root_ / "moved");
  fs::create_directory_symlink(root_ / "a/bc", root_ / "a/b");
  EXPECT_EQ(folder.write("f", "text", {}), "");
  EXPECT_TRUE(fs::exists(root_ / "moved/f"));
  EXPECT_TRUE(fs::is_empty(root_ / "a/bc"));
}

TEST_F(FolderTest, writing_is_what_it_is_asked_to_be) {
  const Folder folder((root_ / "a/b").string());
  EXPECT_EQ(folder.write("f", "long text", {}), "");
  EXPECT_EQ(folder.write("f", "text", {}), "");
  EXPECT_EQ(folder.read("f").content, "text");
  EXPECT_EQ(folder.write("f", "+", {.append = true}), "");
  EXPECT_EQ(folder.read("f").content, "text+");
  EXPECT_EQ(folder.write("f", "T", {.truncate = false}), "");
  EXPECT_EQ(folder.read("f").content, "Text+");
  EXPECT_NE(folder.write("g", "", {.create = false}), "");
  EXPECT_NE(folder.write("f", "", {.create_new = true}), "");
  EXPECT_NE(folder.write("x/y", "", {}), "");
  EXPECT_EQ(folder.write("x/y/z", "deep", {.make_folders = true}), "");
  EXPECT_EQ(folder.read("x/y/z").content, "deep");
  EXPECT_TRUE(folder.read("nothing").missing);
}

TEST(CanonicalName, some_names_name_no_file) {
  EXPECT_FALSE(canonical_name(""));
  EXPECT_FALSE(canonical_name(std::string("a\0b", 3)));
  EXPECT_EQ(canonical_name("x-that-is-not-there"), fs::canonical(".") / "x-that-is-not-there");
}

TEST(ValidUtf8, what_is_none_is_replaced) {
  EXPECT_EQ(valid_utf8(""), "");
  EXPECT_EQ(valid_utf8("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"), "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80");
  EXPECT_EQ(valid_utf8("a\xff"
                       "b"),
            "a\xef\xbf\xbd"
            "b");
  EXPECT_EQ(valid_utf8("\xc0\x80"), "\xef\xbf\xbd\xef\xbf\xbd");
  EXPECT_EQ(valid_utf8("\xe2\x82"), "\xef\xbf\xbd\xef\xbf\xbd");
  EXPECT_EQ(valid_utf8("\xed\xa0\x80"), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
}

}  // namespace
}  // namespace synod::outside
