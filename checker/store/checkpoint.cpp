#include "store/checkpoint.hpp"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace synod::store {
namespace {

constexpr std::array<char, 8> magic{'S', 'Y', 'N', 'O', 'D', 'C', 'K', 'P'};
constexpr std::uint32_t format_version = 2;

struct FileHeader {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::uint32_t reserved = 0;
};

/// Before each block. The last block is empty, so that a file that ends early is known.
struct BlockHeader {
  std::uint64_t size = 0;
  std::uint64_t checksum = 0;  ///< XXH3 of the content, seeded by the block's number and size
};

std::uint64_t checksum(std::span<const std::byte> content, std::uint64_t block) {
  return XXH3_64bits_withSeed(content.data(), content.size(), block * 0x9e3779b97f4a7c15ULL + content.size());
}

template <class T>
std::span<const std::byte> bytes_of(const T& value) {
  return std::as_bytes(std::span(&value, 1));
}

}  // namespace

void CheckpointWriter::begin(ByteSink& sink) {
  sink_ = &sink;
  used_ = 0;
  blocks_ = 0;
  sink.write(bytes_of(FileHeader{magic, format_version, 0}));
}

void CheckpointWriter::bytes(const void* data, std::size_t size) {
  const auto* from = static_cast<const std::byte*>(data);
  while (size > 0) {
    const std::size_t part = std::min(size, block_.size() - used_);
    std::memcpy(block_.data() + used_, from, part);
    used_ += part;
    from += part;
    size -= part;
    if (used_ == block_.size()) write_block();
  }
}

void CheckpointWriter::text(std::string_view text) {
  number(text.size());
  bytes(text.data(), text.size());
}

void CheckpointWriter::finish() {
  if (used_ > 0) write_block();
  write_block();
}

void CheckpointWriter::write_block() {
  const std::span<const std::byte> content(block_.data(), used_);
  sink_->write(bytes_of(BlockHeader{used_, checksum(content, blocks_)}));
  sink_->write(content);
  used_ = 0;
  ++blocks_;
}

CheckpointReader::CheckpointReader(std::span<const std::byte> file) : file_(file) {
  FileHeader header;
  if (file.size() < sizeof header) throw CheckpointError("it is no checkpoint of Synod: it is too short");
  std::memcpy(&header, file.data(), sizeof header);
  if (header.magic != magic || header.reserved != 0) throw CheckpointError("it is no checkpoint of Synod");
  if (header.version != format_version) {
    throw CheckpointError("its format has version " + std::to_string(header.version) +
                          ", and this program reads version " + std::to_string(format_version));
  }
  next_ = sizeof header;
}

void CheckpointReader::read_block() {
  BlockHeader header;
  const std::size_t left = file_.size() - next_;
  if (left < sizeof header) throw CheckpointError("it ends too early");
  std::memcpy(&header, file_.data() + next_, sizeof header);
  if (header.size > left - sizeof header) throw CheckpointError("it ends too early, or is damaged");
  block_ = file_.subspan(next_ + sizeof header, header.size);
  if (checksum(block_, blocks_) != header.checksum)
    throw CheckpointError("it is damaged: the checksum of block " + std::to_string(blocks_) + " is wrong");
  next_ += sizeof header + header.size;
  ++blocks_;
  about_to_take(header.size);
}

void CheckpointReader::bytes(void* data, std::size_t size) {
  auto* to = static_cast<std::byte*>(data);
  while (size > 0) {
    if (block_.empty()) {
      read_block();
      if (block_.empty()) throw CheckpointError("something is missing at its end");
    }
    const std::size_t part = std::min(size, block_.size());
    std::memcpy(to, block_.data(), part);
    block_ = block_.subspan(part);
    to += part;
    size -= part;
  }
}

std::uint64_t CheckpointReader::number() {
  std::uint64_t n = 0;
  bytes(&n, sizeof n);
  return n;
}

std::size_t CheckpointReader::count(std::size_t bytes_each) {
  const std::uint64_t n = number();
  if (n > left() / bytes_each) throw CheckpointError("it holds a count that cannot be");
  return n;
}

std::string CheckpointReader::text() {
  std::string text(count(), '\0');
  bytes(text.data(), text.size());
  return text;
}

void CheckpointReader::name(std::string_view name) {
  if (text() != name) throw CheckpointError("its part \"" + std::string(name) + "\" is not where it belongs");
}

void CheckpointReader::finish() {
  if (block_.empty()) read_block();
  if (!block_.empty() || next_ != file_.size()) throw CheckpointError("there is too much at its end");
}

}  // namespace synod::store
