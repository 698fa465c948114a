#include "gate/member_reader.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace synod::gate {

using nlohmann::json;

const json* MemberReader::member(const char* name, bool required) {
  asked_for_.insert(name);
  const auto found = object_.find(name);
  if (found != object_.end()) return &*found;
  if (required) misfit(place_, fmt::format("the member \"{}\" is missing", name));
  return nullptr;
}

std::optional<std::string> MemberReader::text(const char* name, bool required) {
  const json* const value = member(name, required);
  if (value == nullptr) return std::nullopt;
  if (value->is_string() && !value->get_ref<const std::string&>().empty()) return value->get<std::string>();
  misfit(place_of(name), fmt::format("\"{}\" must be a string that is not empty", name));
  return std::nullopt;
}

std::optional<std::uint64_t> MemberReader::count(const char* name, std::uint64_t least, std::uint64_t most) {
  const json* const value = member(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_number_unsigned()) {
    const auto number = value->get<std::uint64_t>();
    if (number >= least && number <= most) return number;
  }
  const std::string upwards = most == UINT64_MAX ? "on" : fmt::format("to {}", most);
  misfit(place_of(name), fmt::format("\"{}\" must be a whole number from {} {}", name, least, upwards));
  return std::nullopt;
}

bool MemberReader::flag(const char* name) {
  const json* const value = member(name);
  if (value == nullptr) return false;
  if (value->is_boolean()) return value->get<bool>();
  misfit(place_of(name), fmt::format("\"{}\" must be true or false", name));
  return false;
}

std::vector<std::string> MemberReader::texts(const char* name, bool required) {
  const json* const value = member(name, required);
  if (value == nullptr) return {};
  if (value->is_array() && std::ranges::all_of(*value, [](const json& item) { return item.is_string(); }))
    return value->get<std::vector<std::string>>();
  misfit(place_of(name), fmt::format("\"{}\" must be an array of strings", name));
  return {};
}

std::optional<std::string> MemberReader::path(const char* name, bool required) {
  std::optional<std::string> path = text(name, required);
  if (path && !check_path(place_of(name), *path)) path.reset();
  return path;
}

std::vector<std::string> MemberReader::paths(const char* name) {
  std::vector<std::string> all = texts(name);
  std::erase_if(all, [&](const std::string& path) { return !check_path(place_of(name), path); });
  return all;
}

std::vector<std::pair<const json*, Pointer>> MemberReader::objects(const char* name, bool required) {
  const json* const value = member(name, required);
  if (value == nullptr) return {};
  if (!value->is_array()) {
    misfit(place_of(name), fmt::format("\"{}\" must be an array of objects", name));
    return {};
  }
  std::vector<std::pair<const json*, Pointer>> objects;
  for (std::size_t i = 0; i < value->size(); ++i) {
    const Pointer place = fmt::format("{}/{}", place_of(name), i);
    if ((*value)[i].is_object()) {
      objects.emplace_back(&(*value)[i], place);
    } else {
      misfit(place, fmt::format("\"{}\" must be an array of objects", name));
    }
  }
  return objects;
}

void MemberReader::finish() {
  for (const auto& [name, value] : object_.items()) {
    if (!asked_for_.contains(name))
      misfit(place_of(name.c_str()), fmt::format("unknown member \"{}\"", name));
  }
}

bool MemberReader::check_path(const Pointer& place, const std::string& path) {
  const std::filesystem::path parts(path);
  const bool inside = !path.empty() && parts.is_relative() && std::ranges::find(parts, "..") == parts.end() &&
                      path.find('\0') == std::string::npos;
  if (inside && path.front() != '-') return true;  // which would be an option
  misfit(place, fmt::format("{} is no path below the root of the manifest", path));
  return false;
}

}  // namespace synod::gate
