#include "cli/argument_checks.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace synod::cli {
namespace {

constexpr double most_minutes = 1000000;

}  // namespace

CLI::Validator whole_number(std::uint64_t least, std::uint64_t most) {
  const auto check = [least, most](std::string& text) -> std::string {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (whole && number >= least && number <= most) return "";
    const bool too_large = error == std::errc::result_out_of_range;
    const std::string allowed = most < UINT64_MAX || too_large ? fmt::format("from {} to {}", least, most)
                                                               : fmt::format("from {} on", least);
    return fmt::format("{} was given, but only a whole number {} is allowed", text, allowed);
  };
  return {check, ""};
}

CLI::Validator minutes() {
  const auto check = [](std::string& text) -> std::string {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (whole && number >= 0 && number <= most_minutes) return "";
    return fmt::format("{} was given, but only a number from 0 to {} is allowed", text, most_minutes);
  };
  return {check, ""};
}

CLI::Validator one_of(std::vector<std::string> words) {
  const auto check = [words = std::move(words)](std::string& text) -> std::string {
    const auto found = std::find(words.begin(), words.end(), text);
    if (found == words.end()) {
      return fmt::format("{} was given, but only {} is allowed", text, fmt::join(words, " or "));
    }
    text = std::to_string(found - words.begin());
    return "";
  };
  return {check, ""};
}

CLI::Validator memory_size() {
  const auto check = [](std::string& text) -> std::string {
    constexpr std::string_view units = "KMGT";
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view rest(end, text.data() + text.size());
    const std::size_t unit = rest.empty() ? std::string_view::npos : units.find(rest.front());
    const bool whole =
        error == std::errc() && unit != std::string_view::npos && (rest.size() == 1 || rest.substr(1) == "B");
    const std::size_t shift = 10 * (unit + 1);
    if (!whole || number == 0 || number > UINT64_MAX >> shift)
      return fmt::format("{} was given, but only a size such as 512M or 16G is allowed", text);
    text = std::to_string(number << shift);
    return "";
  };
  return {check, ""};
}

CLI::Validator existing_folder() {
  const auto check = [](std::string& text) -> std::string {
    std::error_code error;
    return std::filesystem::is_directory(text, error) ? "" : fmt::format("there is no folder {}", text);
  };
  return {check, ""};
}

}  // namespace synod::cli
