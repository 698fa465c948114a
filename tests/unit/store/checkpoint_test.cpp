// Checkpoints: what was written comes back, and what was damaged is refused.
#include "store/checkpoint.hpp"

#include <random>

#include <gtest/gtest.h>

#include "random_values.hpp"
#include "store/checkpoint_values.hpp"

namespace synod::store {
namespace {

struct Sink final : ByteSink {
  void write(std::span<const std::byte> more) override {
    bytes.insert(bytes.end(), more.begin(), more.end());
  }
  std::vector<std::byte> bytes;
};

/// Three blocks of content: two full ones and the rest.
std::vector<std::byte> written() {
  Sink sink;
  CheckpointWriter writer;
  writer.begin(sink);
  writer.name("numbers");
  for (std::uint64_t n = 0; n < 300'000; ++n) writer.number(n * n);
  writer.text("the end");
  writer.finish();
  return sink.bytes;
}

/// What is wrong with it; empty when everything comes back.
std::string problem_with(std::span<const std::byte> bytes) {
  try {
    CheckpointReader reader(bytes);
    reader.name("numbers");
    for (std::uint64_t n = 0; n < 300'000; ++n) {
      if (reader.number() != n * n) return "another number";
    }
    if (reader.text() != "the end") return "another text";
    reader.finish();
  } catch (const CheckpointError& error) {
    return error.what();
  }
  return "";
}

TEST(Checkpoint, ComesBack) { EXPECT_EQ(problem_with(written()), ""); }

TEST(Checkpoint, EveryTruncationIsRefused) {
  const std::vector<std::byte> bytes = written();
  std::mt19937 random(1);
  for (std::size_t size :
       {std::size_t{0}, std::size_t{1}, std::size_t{16}, bytes.size() - 1, bytes.size() - 16})
    EXPECT_NE(problem_with({bytes.data(), size}), "") << size;
  for (int i = 0; i < 200; ++i) {
    const std::size_t size = random() % bytes.size();
    EXPECT_NE(problem_with({bytes.data(), size}), "") << size;
  }
}

TEST(Checkpoint, EveryFlippedBitIsRefused) {
  std::vector<std::byte> bytes = written();
  std::mt19937 random(2);
  const auto flip = [&](std::size_t at, unsigned bit) { bytes[at] ^= std::byte{1} << bit; };
  const auto refused = [&](std::size_t at) {
    const unsigned bit = random() % 8;
    flip(at, bit);
    EXPECT_NE(problem_with(bytes), "") << at << " bit " << bit;
    flip(at, bit);
  };
  for (std::size_t at = 0; at < 64; ++at) refused(at);
  for (int i = 0; i < 200; ++i) refused(64 + random() % (bytes.size() - 64));
}

TEST(Checkpoint, SomethingElseIsRefused) {
  EXPECT_EQ(problem_with(std::as_bytes(std::span("---- MODULE M ----", 18))), "it is no checkpoint of Synod");
  std::vector<std::byte> bytes = written();
  bytes.push_back({});
  EXPECT_EQ(problem_with(bytes), "there is too much at its end");
  bytes = written();
  bytes[8] = std::byte{99};
  EXPECT_EQ(problem_with(bytes), "its format has version 99, and this program reads version 2");
}

TEST(Checkpoint, ValuesKeepTheirHandles) {
  values::Interner interner;
  values::Arena arena;
  RandomValues random(7);
  std::vector<Value> kept;
  for (int i = 0; i < 2000; ++i) kept.push_back(interner.intern(random.any(arena, 3)));
  static_cast<void>(interner.handle(Value::small_integer(5)));
  kept.push_back(interner.intern(values::make_integer(arena, INT64_MAX)));
  Sink sink;
  CheckpointWriter writer;
  writer.begin(sink);
  write_values(writer, interner);
  for (const Value v : kept) write_value(writer, v);
  writer.finish();

  values::Interner other;
  CheckpointReader reader(sink.bytes);
  const ValueReader values(reader, other);
  EXPECT_EQ(other.count(), interner.count());
  for (const Value v : kept) {
    const Value back = values.value(reader);
    ASSERT_EQ(to_string(back), to_string(v));
    if (v.is_object()) ASSERT_EQ(back.as_object()->handle, v.as_object()->handle);
    ASSERT_EQ(other.handle(v), interner.handle(v));
  }
  reader.finish();
}

}  // namespace
}  // namespace synod::store
