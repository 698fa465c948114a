#include "manifest.hpp"

#include <fstream>
#include <set>
#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace synod::test {
namespace {

using nlohmann::json;

const std::set<std::string> known_members = {"module", "config",   "libraries", "arguments", "outcome",
                                             "exit",   "violated", "generated", "distinct",  "depth",
                                             "trace",  "size",     "comment"};

template <class T>
std::optional<T> optional_member(const json& object, const char* name) {
  const auto member = object.find(name);
  if (member == object.end() || member->is_null()) return std::nullopt;
  return member->get<T>();
}

Entry read_entry(const json& object) {
  for (const auto& member : object.items()) {
    if (!known_members.contains(member.key())) throw std::runtime_error("unknown member " + member.key());
  }
  Entry entry;
  object.at("module").get_to(entry.module);
  object.at("config").get_to(entry.config);
  entry.libraries = optional_member<std::vector<std::string>>(object, "libraries").value_or(entry.libraries);
  entry.arguments = optional_member<std::vector<std::string>>(object, "arguments").value_or(entry.arguments);
  object.at("outcome").get_to(entry.outcome);
  object.at("exit").get_to(entry.exit);
  entry.violated = optional_member<std::string>(object, "violated");
  entry.generated = optional_member<std::uint64_t>(object, "generated");
  entry.distinct = optional_member<std::uint64_t>(object, "distinct");
  entry.depth = optional_member<std::uint64_t>(object, "depth");
  entry.trace = optional_member<std::uint64_t>(object, "trace");
  const std::string size = object.at("size").get<std::string>();
  if (size != "small" && size != "large")
    throw std::runtime_error("size is neither small nor large: " + size);
  entry.large = size == "large";
  return entry;
}

}  // namespace

std::vector<Entry> read_manifest(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error(fmt::format("{}: no such file", file.string()));
  std::vector<Entry> entries;
  try {
    for (const json& object : json::parse(stream)) entries.push_back(read_entry(object));
  } catch (const std::exception& error) {
    throw std::runtime_error(
        fmt::format("{}: entry {}: {}", file.string(), entries.size() + 1, error.what()));
  }
  return entries;
}

}  // namespace synod::test
