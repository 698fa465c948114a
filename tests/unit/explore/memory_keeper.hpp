// Checkpoints in memory, and searches that are stopped and go on from them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "explore/checkpoint.hpp"

namespace synod::explore::test {

class MemoryKeeper final : public CheckpointKeeper {
 public:
  std::string save(const std::function<void(store::CheckpointWriter&)>& content) override {
    if (!problem.empty()) return problem;
    Sink sink;
    writer_.begin(sink);
    content(writer_);
    writer_.finish();
    bytes = std::move(sink.bytes);
    ++saved;
    return "";
  }
  void discard() override { discarded = true; }
  [[nodiscard]] std::string place() const override { return "memory"; }

  std::vector<std::byte> bytes;  // empty: there is none
  std::string problem;           // if there is one, nothing is saved
  int saved = 0;
  bool discarded = false;

 private:
  struct Sink final : store::ByteSink {
    void write(std::span<const std::byte> more) override {
      bytes.insert(bytes.end(), more.begin(), more.end());
    }
    std::vector<std::byte> bytes;
  };
  store::CheckpointWriter writer_;
};

}  // namespace synod::explore::test
