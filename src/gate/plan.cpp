#include "gate/plan.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace synod::gate {
namespace {

constexpr std::uint64_t least_timeout = 300, timeout_per_runtime = 10;

bool is_longer(const Case& a, const Case& b) {
  const auto& left = a.model->runtime;
  const auto& right = b.model->runtime;
  if (left.has_value() != right.has_value()) return !left.has_value();
  return left && *left > *right;
}

void add(std::vector<std::string>& words, std::initializer_list<std::string> more) {
  words.insert(words.end(), more);
}

/// What is read, and what is asked besides.
void add_question(std::vector<std::string>& words, const Model& model, const Settings& settings) {
  add(words, {"--config", model.config});
  for (const auto* libraries : {&model.libraries, &settings.libraries}) {
    for (const std::string& folder : *libraries) add(words, {"-I", folder});
  }
  for (const std::string& name : model.possible) add(words, {"--possible", name});
  if (!model.possible_from.empty()) add(words, {"--possible-from", model.possible_from});
}

}  // namespace

Plan make_plan(const std::vector<Manifest>& manifests, const std::optional<std::regex>& only, bool nightly) {
  Plan plan;
  for (const Manifest& manifest : manifests) {
    for (const Model& model : manifest.models) {
      const bool wanted =
          !only || std::regex_search(model.config, *only) || std::regex_search(model.module, *only);
      if (!wanted) continue;
      if (model.nightly && !nightly) {
        ++plan.for_nightly;
        continue;
      }
      const bool symbolic = model.mode == Mode::symbolic;
      plan.cases.push_back({&manifest, &model, symbolic ? "Synod has no symbolic checks" : ""});
    }
  }
  // Insertion, because equals keep their order.
  for (auto at = plan.cases.begin(); at != plan.cases.end(); ++at)
    std::rotate(std::upper_bound(plan.cases.begin(), at, *at, is_longer), at, at + 1);
  return plan;
}

Share share_out(const Settings& settings, unsigned cores, std::size_t cases) {
  cores = std::max(1U, cores);
  Share share;
  share.jobs = settings.jobs != 0 ? settings.jobs : cores;
  share.jobs = static_cast<unsigned>(std::clamp<std::size_t>(cases, 1, share.jobs));
  share.workers = settings.workers != 0 ? settings.workers : std::max(1U, cores / share.jobs);
  share.memory_mb = settings.memory_mb / share.jobs;
  return share;
}

std::chrono::seconds timeout_of(const Model& model, const Settings& settings) {
  const std::uint64_t by_runtime = std::max(least_timeout, timeout_per_runtime * model.runtime.value_or(0));
  const std::uint64_t seconds = settings.timeout != 0 ? settings.timeout : model.timeout.value_or(by_runtime);
  return std::chrono::seconds(seconds);
}

std::vector<std::string> command_of(const Model& model, const Settings& settings, const Share& share,
                                    const std::optional<TraceFiles>& files) {
  const bool search = model.mode == Mode::exhaustive;
  std::vector<std::string> words = {"synod", search ? "check" : "simulate", model.module};
  add_question(words, model, settings);
  add(words, {"--format", "json", "--progress", "never"});
  add(words, {"--workers", std::to_string(model.workers.value_or(share.workers))});
  if (search) add(words, {"--checkpoint", "0"});
  if (search && share.memory_mb != 0) add(words, {"--memory", fmt::format("{}M", share.memory_mb)});
  if (!search) add(words, {"--traces", std::to_string(model.traces)});
  if (model.mode == Mode::generate) add(words, {"--generate"});
  words.insert(words.end(), model.options.begin(), model.options.end());
  words.insert(words.end(), settings.permissions.begin(), settings.permissions.end());
  if (files) add(words, {"--trace-out", files->itf.string(), "--trace-text", files->text.string()});
  return words;
}

std::vector<std::string> replay_command_of(const Model& model, const Settings& settings,
                                           const std::string& violated) {
  std::vector<std::string> words = {"synod", "replay", model.module, *model.trace + ".itf.json"};
  add_question(words, model, settings);
  if (!violated.empty()) add(words, {"--violates", violated});
  for (const std::string& option : model.options) {
    if (option.starts_with("--seed=")) words.push_back(option);
  }
  // A replay writes nothing, and takes no permission to.
  for (std::size_t i = 0; i < settings.permissions.size(); ++i) {
    if (settings.permissions[i] == "--allow-write") {
      ++i;
    } else {
      words.push_back(settings.permissions[i]);
    }
  }
  return words;
}

}  // namespace synod::gate
