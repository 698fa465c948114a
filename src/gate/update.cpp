#include "gate/update.hpp"

#include <algorithm>
#include <cmath>
#include <exception>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "gate/output_file.hpp"

namespace synod::gate {
namespace {

std::string quoted(const std::string& text) { return nlohmann::json(text).dump(); }

/// The longest that can be written is not quite a hundred hours.
std::string clock_text(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::ceil(std::min(seconds, 359'999.0)));
  return fmt::format("{:02}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

/// Edits the expectations of one model in the text of its manifest.
class ModelUpdate {
 public:
  ModelUpdate(JsonText& text, const Model& model, const CaseResult& result)
      : text_(text), model_(model), seen_(*result.seen), seconds_(result.seconds) {}

  std::vector<std::string> run() {
    if (!model_.runtime) put(model_.place, "runtime", quoted(clock_text(seconds_)));
    if (model_.result != Result::unknown) put_expectations();
    if (changed_ && model_.confirmed) drop(extension(), "confirmed");
    return std::move(lines_);
  }

 private:
  [[nodiscard]] Pointer extension() const { return model_.place + "/synod"; }

  void put_expectations() {
    if (is_of_result(compare(model_, seen_)))
      put(model_.place, "result", quoted(std::string(name(*result_of(seen_)))));
    put_figure("distinctStates", "result", model_.distinct, seen_.distinct);
    put_figure("totalStates", "distinctStates", model_.generated, seen_.generated);
    put_figure("stateDepth", "totalStates", model_.depth, seen_.depth);
    const bool has_trace = !seen_.trace.empty();
    put_in_extension("violated", seen_.violated ? quoted(*seen_.violated) : "");
    put_in_extension("traceLength", has_trace ? std::to_string(seen_.trace.size()) : "");
    if (!has_trace) drop(extension(), "trace");
  }

  /// Of random behaviours only what the manifest gives already: it may be another time by another seed.
  void put_figure(const char* member, const char* after, const std::optional<std::uint64_t>& expected,
                  const std::optional<std::uint64_t>& found) {
    if (!expected && model_.mode != Mode::exhaustive) return;
    if (found) {
      put(model_.place, member, std::to_string(*found), after);
    } else {
      drop(model_.place, member);
    }
  }

  /// `value`: empty for none.
  void put_in_extension(const char* member, const std::string& value) {
    if (value.empty()) return drop(extension(), member);
    if (text_.has(extension())) return put(extension(), member, value);
    text_.set(model_.place, "synod", fmt::format("{{{}: {}}}", quoted(member), value));
    lines_.push_back(fmt::format("+ {}: {}", quoted(member), value));
  }

  void put(const Pointer& object, const std::string& member, const std::string& value,
           const std::string& after = "") {
    const std::string before = text_.value(object + "/" + member);
    if (before == value) return;
    if (!before.empty()) remember(member, before);
    lines_.push_back(fmt::format("+ {}: {}", quoted(member), value));
    text_.set(object, member, value, after);
  }

  void drop(const Pointer& object, const std::string& member) {
    const std::string before = text_.value(object + "/" + member);
    if (before.empty()) return;
    remember(member, before);
    text_.remove(object, member);
  }

  void remember(const std::string& member, const std::string& before) {
    changed_ = changed_ || member != "runtime";
    lines_.push_back(fmt::format("- {}: {}", quoted(member), before));
  }

  JsonText& text_;
  const Model& model_;
  const Observation& seen_;
  double seconds_;
  bool changed_ = false;  ///< something that was expected, not only added
  std::vector<std::string> lines_;
};

/// What was found can be what is expected.
bool can_be_expected(const CaseResult& result) {
  const Status status = result.judgement.status;
  const bool ran = status == Status::as_expected || status == Status::differs;
  return ran && result.seen && (result.what.model->result == Result::unknown || result_of(*result.seen));
}

/// Something is wrong that no manifest can expect.
bool is_wrong_in_itself(const CaseResult& result) {
  return std::ranges::any_of(result.judgement.differences, [](const Difference& difference) {
    return difference.kind == Compared::replay || difference.kind == Compared::possibility;
  });
}

/// The files of a counterexample that is not expected any more. They stay: whoever reads the difference
/// removes them with the change of the model.
void add_orphans(const Manifest& manifest, const Model& model, std::vector<std::string>& orphans) {
  if (!model.trace) return;
  const auto expects_it = [&](const Model& other) {
    return other.trace == model.trace && manifest.text->has(other.place + "/synod/trace");
  };
  if (std::ranges::any_of(manifest.models, expects_it)) return;
  for (const char* ending : {".itf.json", ".txt"}) {
    std::error_code error;
    const std::string file = *model.trace + ending;
    if (std::filesystem::exists(manifest.root / file, error)) orphans.push_back(file);
  }
}

void update_manifest(Manifest& manifest, std::vector<CaseResult>& results, Update& update) {
  if (!manifest.text) return;
  const std::string before = manifest.text->text();
  for (CaseResult& result : results) {
    if (result.what.manifest != &manifest || !can_be_expected(result)) continue;
    const Model& model = *result.what.model;
    std::vector<std::string> lines = ModelUpdate(*manifest.text, model, result).run();
    add_orphans(manifest, model, update.orphans);
    if (!lines.empty()) update.changes.push_back({manifest.file.string(), title(model), std::move(lines)});
    try {
      if (model.trace && result.counterexample && model.result != Result::unknown) {
        for (std::string& file : write_counterexample(model, manifest.root, *result.counterexample))
          update.written.push_back(std::move(file));
      }
      result.updated = result.judgement.status == Status::differs && !is_wrong_in_itself(result);
    } catch (const std::exception& error) {
      update.problems.emplace_back(error.what());
    }
  }
  if (manifest.text->text() == before) return;
  const std::string problem = write_output_file(manifest.file, manifest.text->text());
  if (!problem.empty())
    update.problems.push_back(fmt::format("cannot write {}: {}", manifest.file.string(), problem));
}

}  // namespace

Update update_expectations(std::vector<Manifest>& manifests, std::vector<CaseResult>& results) {
  Update update;
  for (Manifest& manifest : manifests) update_manifest(manifest, results, update);
  return update;
}

}  // namespace synod::gate
