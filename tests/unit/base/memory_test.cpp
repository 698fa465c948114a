// How much memory there is, as the system's files say.
#include "base/memory.hpp"

#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace synod {
namespace {

namespace fs = std::filesystem;

/// A folder with the files that a system would show.
class MemoryAvailable : public testing::Test {
 protected:
  MemoryAvailable() : root_(fs::path(testing::TempDir()) / "synod-memory-test") { fs::remove_all(root_); }
  ~MemoryAvailable() override { fs::remove_all(root_); }

  void write(const std::string& path, const std::string& text) const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path) << text;
  }
  void machine(std::size_t kilobytes) const {
    write("proc/meminfo", "MemTotal:       " + std::to_string(kilobytes) + " kB\nMemFree: 5 kB\n");
  }
  [[nodiscard]] std::size_t available() const { return memory_available(root_); }

  fs::path root_;
};

TEST_F(MemoryAvailable, IsNotKnownWithoutFiles) { EXPECT_EQ(available(), 0U); }

TEST_F(MemoryAvailable, IsThatOfTheMachine) {
  machine(1000);
  EXPECT_EQ(available(), 1'024'000U);
}

TEST_F(MemoryAvailable, IsTheLeastOfTheGroupAndThoseAboveIt) {
  machine(1000);
  write("proc/self/cgroup", "0::/a/b\n");
  write("sys/fs/cgroup/a/b/memory.max", "max\n");
  EXPECT_EQ(available(), 1'024'000U);
  write("sys/fs/cgroup/a/memory.max", "500000\n");
  EXPECT_EQ(available(), 500'000U);
  write("sys/fs/cgroup/a/b/memory.max", "400000\n");
  EXPECT_EQ(available(), 400'000U);
}

TEST_F(MemoryAvailable, OfTheFirstVersionOfGroups) {
  machine(1000);
  write("proc/self/cgroup", "3:cpu:/\n4:memory:/host/only\n0::/\n");
  write("sys/fs/cgroup/memory/memory.limit_in_bytes", "300000\n");
  EXPECT_EQ(available(), 300'000U) << "a container does not see the path of the host";
}

TEST(MemoryInUse, GrowsWithWhatIsTouched) {
  const std::size_t before = memory_in_use();
  ASSERT_GT(before, 0U);
  const std::vector<char> block(std::size_t{64} << 20, 'x');
  EXPECT_GE(memory_in_use(), before + (std::size_t{60} << 20));
  EXPECT_EQ(block.back(), 'x');
}

}  // namespace
}  // namespace synod
