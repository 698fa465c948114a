#include "gate/manifest.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "gate/json_syntax.hpp"
#include "gate/member_reader.hpp"

namespace synod::gate {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 6> result_names = {
    "success", "assumption failure", "deadlock failure", "safety failure", "liveness failure", "unknown"};
constexpr std::array<std::string_view, 4> mode_names = {"exhaustive search", "simulate", "generate",
                                                        "symbolic"};

/// An option that only says what is checked: it cannot reach outside, nor change what is written where.
bool is_safe_option(std::string_view option, Mode mode) {
  const auto is_number_of = [&](std::string_view name) {
    if (!option.starts_with(name)) return false;
    option.remove_prefix(name.size());
    return !option.empty() && option.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (option == "--no-deadlock") return true;
  if (mode == Mode::exhaustive && option == "--no-symmetry") return true;
  return is_number_of("--seed=") || (mode != Mode::exhaustive && is_number_of("--depth="));
}

/// What a configuration may name: letters, digits, _, and ! for the definitions of instances.
bool is_operator_name(std::string_view name) {
  return !name.empty() && name.front() != '!' && std::ranges::all_of(name, [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '!';
  });
}

/// Seconds of "hh:mm:ss", of which the last two are below 60.
std::optional<std::uint64_t> seconds_of(std::string_view time) {
  if (time.size() != 8 || time[2] != ':' || time[5] != ':') return std::nullopt;
  std::uint64_t seconds = 0;
  for (const std::size_t at : {0U, 3U, 6U}) {
    unsigned part = 0;
    const char* const end = time.data() + at + 2;
    if (std::from_chars(time.data() + at, end, part).ptr != end || (at > 0 && part >= 60))
      return std::nullopt;
    seconds = 60 * seconds + part;
  }
  return seconds;
}

class ModelReader {
 public:
  ModelReader(const json& object, const Pointer& place, std::vector<Misfit>& misfits)
      : misfits_(misfits), reader_(object, place, misfits) {
    model_.place = place;
  }

  Model read(const std::string& module) {
    model_.module = module;
    model_.config = reader_.path("path", true).value_or("");
    read_runtime();
    read_mode();
    read_result();
    read_workers();
    model_.distinct = reader_.count("distinctStates");
    model_.generated = reader_.count("totalStates");
    model_.depth = reader_.count("stateDepth");
    read_extension();
    reader_.finish();
    return model_;
  }

 private:
  void read_runtime() {
    const std::optional<std::string> runtime = reader_.text("runtime", true);
    if (!runtime || *runtime == "unknown") return;
    model_.runtime = seconds_of(*runtime);
    if (!model_.runtime)
      reader_.misfit(reader_.place_of("runtime"), "\"runtime\" must be \"hh:mm:ss\" or \"unknown\"");
  }

  void read_mode() {
    const json* const mode = reader_.member("mode", true);
    if (mode == nullptr) return;
    if (mode->is_object()) return read_simulation(*mode);
    for (const Mode known : {Mode::exhaustive, Mode::generate, Mode::symbolic}) {
      if (*mode != name(known)) continue;
      model_.mode = known;
      return;
    }
    mode_misfit();
  }

  void read_simulation(const json& mode) {
    model_.mode = Mode::simulate;
    MemberReader outer(mode, reader_.place_of("mode"), misfits_);
    const json* const simulate = outer.member("simulate", true);
    outer.finish();
    if (simulate == nullptr) return;
    if (!simulate->is_object()) return mode_misfit();
    MemberReader inner(*simulate, outer.place_of("simulate"), misfits_);
    static_cast<void>(inner.member("traceCount", true));
    model_.traces = inner.count("traceCount", 1).value_or(model_.traces);
    inner.finish();
  }

  void mode_misfit() {
    reader_.misfit(reader_.place_of("mode"),
                   "\"mode\" must be \"exhaustive search\", \"generate\", \"symbolic\" or "
                   "{\"simulate\": {\"traceCount\": number}}");
  }

  void read_result() {
    const std::optional<std::string> result = reader_.text("result", true);
    if (!result) return;
    const auto found = std::ranges::find(result_names, *result);
    model_.result = static_cast<Result>(found - result_names.begin());
    if (found != result_names.end()) return;
    reader_.misfit(reader_.place_of("result"),
                   fmt::format("\"result\" must be one of \"{}\"", fmt::join(result_names, "\", \"")));
  }

  void read_workers() {
    const json* const workers = reader_.member("workers");
    if (workers == nullptr || *workers == "auto") return;
    if (workers->is_number_unsigned() && *workers >= 1 && *workers <= 1024) {
      model_.workers = workers->get<std::uint64_t>();
      return;
    }
    reader_.misfit(reader_.place_of("workers"), "\"workers\" must be a number from 1 to 1024, or \"auto\"");
  }

  void read_extension() {
    const json* const extension = reader_.member("synod");
    if (extension == nullptr) return;
    if (!extension->is_object())
      return reader_.misfit(reader_.place_of("synod"), "\"synod\" must be an object");
    model_.extended = true;
    MemberReader reader(*extension, reader_.place_of("synod"), misfits_);
    model_.libraries = reader.paths("libraries");
    model_.violated = reader.text("violated");
    model_.trace_length = reader.count("traceLength", 1);
    model_.trace = reader.path("trace");
    model_.confirmed = reader.text("confirmed");
    model_.nightly = reader.flag("nightly");
    model_.timeout = reader.count("timeout", 1, longest_timeout);
    read_options(reader);
    read_possible(reader);
    read_claims(reader);
    reader.finish();
  }

  void read_options(MemberReader& reader) {
    model_.options = reader.texts("options");
    for (const std::string& option : model_.options) {
      if (is_safe_option(option, model_.mode)) continue;
      reader.misfit(reader.place_of("options"),
                    fmt::format("the option {} is not one that a manifest may give here", option));
    }
  }

  void read_possible(MemberReader& reader) {
    model_.possible = reader.texts("possible");
    if (reader.member("possible") != nullptr && reader.member("possible")->empty())
      reader.misfit(reader.place_of("possible"), "\"possible\" must name an operator");
    model_.possible_from = reader.text("possibleFrom").value_or("");
    std::vector<std::string> names = model_.possible;
    if (!model_.possible_from.empty()) names.push_back(model_.possible_from);
    if (model_.possible.empty() && !model_.possible_from.empty())
      reader.misfit(reader.place_of("possibleFrom"), "\"possibleFrom\" says nothing without \"possible\"");
    for (const std::string& name : names) {
      if (!is_operator_name(name))
        reader.misfit(reader.place_of("possible"), fmt::format("{} is no name of an operator", name));
    }
  }

  void read_claims(MemberReader& reader) {
    for (const auto& [object, place] : reader.objects("claims", false)) {
      MemberReader claim(*object, place, misfits_);
      for (const char* member : {"claim", "place", "operator"}) static_cast<void>(claim.text(member, true));
      claim.finish();
    }
  }

  std::vector<Misfit>& misfits_;
  MemberReader reader_;
  Model model_;
};

class ManifestReader {
 public:
  explicit ManifestReader(std::vector<Misfit>& misfits) : misfits_(misfits) {}

  std::vector<Model> read(const json& object) {
    MemberReader reader(object, "", misfits_);
    for (const char* name : {"sources", "authors", "tags"}) static_cast<void>(reader.texts(name, true));
    for (const auto& [module, place] : reader.objects("modules", true)) read_module(*module, place);
    reader.finish();
    return std::move(models_);
  }

 private:
  void read_module(const json& object, const Pointer& place) {
    MemberReader reader(object, place, misfits_);
    const std::optional<std::string> path = reader.path("path", true);
    static_cast<void>(reader.texts("features", true));
    static_cast<void>(reader.member("proof"));
    for (const auto& [model, model_place] : reader.objects("models", true)) {
      const std::size_t before = misfits_.size();
      Model read = ModelReader(*model, model_place, misfits_).read(path.value_or(""));
      if (path && misfits_.size() == before) models_.push_back(std::move(read));
    }
    reader.finish();
  }

  std::vector<Misfit>& misfits_;
  std::vector<Model> models_;
};

}  // namespace

std::string_view name(Result result) { return result_names.at(static_cast<std::size_t>(result)); }
std::string_view name(Mode mode) { return mode_names.at(static_cast<std::size_t>(mode)); }

std::string title(const Model& model) {
  return model.mode == Mode::exhaustive ? model.config
                                        : fmt::format("{} ({})", model.config, name(model.mode));
}

void parse_manifest(std::string text, Manifest& manifest) {
  Problem problem;
  const std::optional<json> object = read_json(text, problem);
  if (!object) {
    manifest.problems.push_back(std::move(problem));
    return;
  }
  if (!object->is_object()) {
    manifest.problems.push_back({1, "a manifest is a JSON object"});
    return;
  }
  manifest.text.emplace(std::move(text));
  std::vector<Misfit> misfits;
  for (const auto& [place, repeated] : manifest.text->repeated_names())
    misfits.push_back({place, fmt::format("the member \"{}\" is there twice", repeated)});
  manifest.models = ManifestReader(misfits).read(*object);
  for (Misfit& misfit : misfits)
    manifest.problems.push_back({manifest.text->line_of(misfit.place), std::move(misfit.message)});
}

fs::path find_root(const fs::path& file, const std::vector<Model>& models) {
  std::error_code error;
  const fs::path start = fs::absolute(file, error).lexically_normal().parent_path();
  for (fs::path folder = start;; folder = folder.parent_path()) {
    const auto is_here = [&](const Model& model) { return fs::exists(folder / model.module, error); };
    if (std::ranges::any_of(models, is_here)) return folder;
    if (folder == folder.parent_path()) return {};
  }
}

Manifest read_manifest(const fs::path& file) {
  Manifest manifest;
  manifest.file = file;
  std::error_code error;
  if (fs::exists(file, error) && !fs::is_regular_file(file, error)) {
    manifest.problems.push_back({1, "this is no regular file"});  // whose end may never come
    return manifest;
  }
  const std::uintmax_t size = fs::file_size(file, error);
  std::ifstream stream(file, std::ios::binary);
  if (error || !stream) {
    manifest.problems.push_back({1, "this file cannot be read"});
    return manifest;
  }
  if (size > largest_manifest) {
    manifest.problems.push_back({1, fmt::format("this file is larger than {} MiB", largest_manifest >> 20U)});
    return manifest;
  }
  std::ostringstream text;
  text << stream.rdbuf();
  parse_manifest(std::move(text).str(), manifest);
  manifest.root = find_root(file, manifest.models);
  return manifest;
}

}  // namespace synod::gate
