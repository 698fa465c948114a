#include "gate/counterexample.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "gate/output_file.hpp"

namespace synod::gate {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::optional<std::string> read(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return std::nullopt;  // what is none may never end
  const std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  std::ostringstream text;
  text << stream.rdbuf();
  return std::move(text).str();
}

/// "another one from state 5 on"; empty if they are the same.
std::string difference_of_traces(const std::string& recorded, const std::string& found) {
  if (recorded == found) return "";
  const json before = json::parse(recorded, nullptr, false), now = json::parse(found, nullptr, false);
  if (!before.is_object()) return "another one: what is recorded is not JSON";
  const auto found_before = before.find("states");
  const json states_before =
      found_before != before.end() && found_before->is_array() ? *found_before : json::array();
  const json& states_now = now.at("states");
  const std::size_t common = std::min(states_before.size(), states_now.size());
  for (std::size_t i = 0; i < common; ++i) {
    if (states_before[i] != states_now[i]) return fmt::format("another one from state {} on", i + 1);
  }
  if (states_before.size() != states_now.size())
    return fmt::format("another one, of {} states instead of {}", states_now.size(), states_before.size());
  return before == now ? "" : "another one, with the same states";
}

std::string difference_of_texts(const std::string& recorded, const std::string& found) {
  const auto [before, now] = std::ranges::mismatch(recorded, found);
  if (before == recorded.end() && now == found.end()) return "";
  return fmt::format("another one from line {} on", 1 + std::count(recorded.begin(), before, '\n'));
}

void add_difference(std::vector<Difference>& differences, const char* what, const std::string& file,
                    const std::optional<std::string>& recorded, const std::string& found,
                    std::string (*compare)(const std::string&, const std::string&)) {
  if (!recorded) {
    differences.push_back({Compared::counterexample, what, file, "not recorded yet"});
  } else if (std::string difference = compare(*recorded, found); !difference.empty()) {
    differences.push_back({Compared::counterexample, what, file, std::move(difference)});
  }
}

bool write_if_different(const fs::path& file, const std::string& text) {
  if (read(file) == text) return false;
  fs::create_directories(file.parent_path());
  const std::string problem = write_output_file(file, text);
  if (!problem.empty()) throw std::runtime_error(fmt::format("cannot write {}: {}", file.string(), problem));
  return true;
}

/// A folder on the way may be a link that leads elsewhere.
void insist_on_root(const fs::path& file, const fs::path& root) {
  const fs::path real = fs::weakly_canonical(file), real_root = fs::canonical(root);
  if (std::ranges::mismatch(real_root, real).in1 != real_root.end())
    throw std::runtime_error(fmt::format("{} is outside of {}", file.string(), root.string()));
}

}  // namespace

std::optional<Counterexample> read_counterexample(const fs::path& itf, const fs::path& text) {
  std::optional<std::string> first = read(itf), second = read(text);
  if (!first || !second) return std::nullopt;
  return Counterexample{std::move(*first), std::move(*second)};
}

bool repeats_view_only(const Counterexample& found) {
  const json trace = json::parse(found.itf, nullptr, false);
  return trace.is_object() && trace.value("#meta", json::object()).contains("loop_up_to_view");
}

std::vector<Difference> compare_counterexample(const Model& model, const fs::path& root,
                                               const std::optional<Counterexample>& found) {
  const std::string itf = *model.trace + ".itf.json", text = *model.trace + ".txt";
  if (!found) return {{Compared::counterexample, "counterexample", itf, "none"}};
  std::vector<Difference> differences;
  add_difference(differences, "counterexample", itf, read(root / itf), found->itf, difference_of_traces);
  add_difference(differences, "text of the counterexample", text, read(root / text), found->text,
                 difference_of_texts);
  return differences;
}

std::vector<std::string> write_counterexample(const Model& model, const fs::path& root,
                                              const Counterexample& found) {
  std::vector<std::string> written;
  for (const auto& [ending, text] : {std::pair(".itf.json", &found.itf), std::pair(".txt", &found.text)}) {
    const std::string file = *model.trace + ending;
    insist_on_root(root / file, root);
    if (write_if_different(root / file, *text)) written.push_back(file);
  }
  return written;
}

}  // namespace synod::gate
