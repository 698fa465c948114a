#include "outside/door.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/evaluation_error.hpp"
#include "outside/process.hpp"

extern char** environ;

namespace synod::outside {

namespace {

[[noreturn]] void refuse(const std::string& message) {
  throw EvaluationError(EvaluationFault::refused, message);
}

std::vector<Folder> opened(const std::vector<std::string>& names) {
  std::vector<Folder> folders;
  for (const std::string& name : names) folders.emplace_back(name);
  return folders;
}

EnvironmentVariables shown_environment(const std::vector<std::string>& names) {
  const bool all = std::ranges::find(names, "*") != names.end();
  EnvironmentVariables shown;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) continue;
    const std::string_view name = text.substr(0, equals);
    if (all || std::ranges::find(names, name) != names.end())
      shown.emplace(valid_utf8(name), valid_utf8(text.substr(equals + 1)));
  }
  return shown;
}

/// Which file a name means, where the name does not say it.
std::string meaning(const std::string& name, const std::filesystem::path& canonical) {
  std::error_code error;
  const std::filesystem::path near = canonical.lexically_relative(std::filesystem::current_path(error));
  const bool below = !error && !near.empty() && *near.begin() != "..";
  const std::string shown = below ? near.string() : canonical.string();
  return shown == name ? "" : fmt::format(" ({})", shown);
}

std::string write_key(const std::string& file, const std::string& text) {
  return fmt::format("{}:{}{}", file.size(), file, text);
}

std::string run_key(const std::vector<std::string>& command, const EnvironmentVariables& more) {
  std::string key;
  for (const std::string& word : command) key += fmt::format("{}:{}", word.size(), word);
  for (const auto& [name, value] : more)
    key += fmt::format(";{}:{}{}:{}", name.size(), name, value.size(), value);
  return key;
}

}  // namespace

/// What Door::memory gives.
class Door::Memory final : public Outside {
 public:
  explicit Memory(Door& door) : door_(door) {}

  FileContent read(const std::string& by, const std::string& file) override {
    if (auto known = door_.recollection_.recalled_read(file)) return *known;
    return door_.read(by, file);
  }
  std::string write(const std::string&, const std::string& file, const std::string& text,
                    const Writing&) override {
    return door_.recollection_.recalled_problem(write_key(file, text));
  }
  Finished run(const std::string&, const std::vector<std::string>& command,
               const EnvironmentVariables& more) override {
    if (auto known = door_.recollection_.recalled_run(run_key(command, more))) return *known;
    throw NotRepeatable();
  }
  const EnvironmentVariables& environment() override { return door_.environment(); }

 private:
  Door& door_;
};

Door::Door(const Permissions& permissions, Writes writes)
    : permissions_(permissions),
      writes_(writes),
      readable_(opened(permissions.readable)),
      writable_(opened(permissions.writable)),
      environment_(shown_environment(permissions.variables)),
      memory_(std::make_unique<Memory>(*this)) {}

Door::~Door() = default;

std::pair<const Folder*, std::filesystem::path> Door::inside(const std::vector<Folder>& folders,
                                                             const std::string& refusal,
                                                             const std::string& option,
                                                             const std::string& file) const {
  if (folders.empty())
    refuse(fmt::format("{}. A specification may do that only with {} DIR.", refusal, option));
  const auto canonical = canonical_name(file);
  if (!canonical) refuse(fmt::format("{}, which names no file.", refusal));
  for (const Folder& folder : folders) {
    if (auto way = folder.way_to(*canonical)) return {&folder, std::move(*way)};
  }
  refuse(
      fmt::format("{}{}, which is in no folder that {} names.", refusal, meaning(file, *canonical), option));
}

FileContent Door::read(const std::string& by, const std::string& file) {
  const auto [folder, way] =
      inside(readable_, fmt::format("{} reads the file {}", by, file), "--allow-read", file);
  FileContent answer = folder->read(way);
  recollection_.read(file, answer);
  return answer;
}

std::string Door::write(const std::string& by, const std::string& file, const std::string& text,
                        const Writing& how) {
  if (writes_ == Writes::left_out) return "";
  const auto [folder, way] =
      inside(writable_, fmt::format("{} writes the file {}", by, file), "--allow-write", file);
  const std::scoped_lock lock(writing_);
  std::string problem = folder->write(way, text, how);
  if (!problem.empty()) recollection_.failed_write(write_key(file, text), problem);
  return problem;
}

Finished Door::run(const std::string& by, const std::vector<std::string>& command,
                   const EnvironmentVariables& more) {
  if (!permissions_.programs) {
    refuse(fmt::format("{} runs the program {}. A specification may do that only with --allow-exec.", by,
                       command.front()));
  }
  Finished answer = run_program(command, more);
  recollection_.run(run_key(command, more), answer);
  return answer;
}

const EnvironmentVariables& Door::environment() {
  // Relaxed: it is looked at when the search is over.
  environment_asked_for_.store(true, std::memory_order_relaxed);
  return environment_;
}

bool Door::environment_withheld() const {
  return environment_asked_for_.load(std::memory_order_relaxed) && permissions_.variables.empty();
}

Outside& Door::memory() { return *memory_; }

}  // namespace synod::outside
