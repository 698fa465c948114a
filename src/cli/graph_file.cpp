#include "cli/graph_file.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace synod::cli {
namespace {

using report::GraphFormat;

constexpr std::array<std::pair<std::string_view, GraphFormat>, 3> endings = {
    {{".dot", GraphFormat::dot}, {".json", GraphFormat::json}, {".dump", GraphFormat::states}}};

}  // namespace

std::optional<GraphFormat> graph_format(const std::string& path) {
  for (const auto& [ending, format] : endings) {
    if (path.size() > ending.size() && path.ends_with(ending)) return format;
  }
  return std::nullopt;
}

std::string graph_endings() {
  return fmt::format("{}, {} or {}", endings[0].first, endings[1].first, endings[2].first);
}

GraphFile::GraphFile(std::string path, std::unique_ptr<report::GraphText> text)
    : path_(std::move(path)), text_(std::move(text)), file_(std::fopen(path_.c_str(), "wb")) {
  if (!file_) note_failure();
  write(text_->head());
}

void GraphFile::state(const explore::GraphState& state) { write(text_->state(state)); }

void GraphFile::step(const explore::GraphStep& step) { write(text_->step(step)); }

void GraphFile::cut_short(const std::string& why) {
  if (!problem_.empty()) return;
  write(text_->tail(false));
  problem_ = fmt::format("the graph in {} is not complete: {}", path_, why);
}

std::string GraphFile::close() {
  write(text_->tail(complete_));
  if (file_ && std::fclose(file_.release()) != 0) note_failure();
  return problem_;
}

void GraphFile::write(const std::string& text) {
  if (!problem_.empty()) return;
  if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) note_failure();
}

void GraphFile::note_failure() {
  if (problem_.empty()) problem_ = fmt::format("cannot write {}: {}", path_, std::strerror(errno));
}

}  // namespace synod::cli
