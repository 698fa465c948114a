#include <cctype>
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "gate/files.hpp"
#include "gate/visible_text.hpp"

namespace synod::gate {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// A path as part of a URI (RFC 3986, 2.3).
std::string percent_encoded(const std::string& path) {
  std::string uri;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte < 0x80 && (std::isalnum(byte) != 0 ||
                                       std::string_view("-._~/").find(c) != std::string_view::npos);
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return uri;
}

/// Relative to the current folder if the file is below it: that is the checkout, where a gate is run.
Json artifact(const fs::path& file) {
  std::error_code error;
  const fs::path full = fs::absolute(file, error).lexically_normal();
  const fs::path relative = full.lexically_relative(fs::current_path(error));
  if (relative.empty() || *relative.begin() == "..")
    return {{"uri", "file://" + percent_encoded(full.string())}};
  return {{"uri", percent_encoded(relative.generic_string())}, {"uriBaseId", "%SRCROOT%"}};
}

Json location(const fs::path& file, const Json& region, const std::string& message) {
  Json result = {{"physicalLocation", {{"artifactLocation", artifact(file)}, {"region", region}}}};
  if (!message.empty()) result["message"] = {{"text", message}};
  return result;
}

/// Nothing for a place in a module that is built in.
std::optional<Json> location(const CaseResult& result, const std::optional<Place>& place,
                             const std::string& message) {
  if (!place) return std::nullopt;
  std::error_code error;
  const fs::path file = result.what.manifest->root / place->file;
  if (!fs::is_regular_file(file, error)) return std::nullopt;
  const Json region = {{"startLine", place->line},
                       {"startColumn", place->column},
                       {"endLine", place->end_line},
                       {"endColumn", place->end_column + 1}};  // that after the last one
  return location(file, region, message);
}

Json entry_of(const CaseResult& result, const std::string& message) {
  const Manifest& manifest = *result.what.manifest;
  const std::size_t line = manifest.text ? manifest.text->line_of(result.what.model->place) : 1;
  return location(manifest.file, {{"startLine", line}}, message);
}

bool is_violation(const CaseResult& result) {
  if (result.judgement.status != Status::differs || !result.seen) return false;
  const Compared first = result.judgement.differences.front().kind;
  return (first == Compared::result || first == Compared::property) &&
         result_of(*result.seen) != Result::success;
}

const char* rule_of(const CaseResult& result) {
  if (result.judgement.status == Status::could_not_run) return "not-run";
  return is_violation(result) ? "violation" : "difference";
}

std::string message_of(const CaseResult& result) {
  const Judgement& judgement = result.judgement;
  const std::string text = judgement.reason.empty() ? differences_text(judgement) : judgement.reason;
  return fmt::format("{}: {}", visible(title(*result.what.model)), visible_lines(text));
}

/// The behaviour, as far as its actions are in files.
Json code_flows(const CaseResult& result) {
  Json steps = Json::array();
  for (std::size_t i = 0; i < result.seen->trace.size(); ++i) {
    const Step& step = result.seen->trace[i];
    const auto place = location(result, step.place, fmt::format("State {}: {}", i + 1, step.action));
    if (place) steps.push_back({{"location", *place}});
  }
  if (steps.empty()) return Json::array();
  Json flow = Json::object();
  flow["threadFlows"] = Json::array({Json{{"locations", std::move(steps)}}});
  return Json::array({std::move(flow)});
}

/// Where it is told: at what is violated, at what failed, or where something else was expected.
Json main_location(const CaseResult& result) {
  if (result.seen) {
    if (is_violation(result)) {
      if (auto place = location(result, result.seen->property, "")) return *place;
    }
    if (auto place = location(result, result.seen->error, "")) return *place;
  }
  return entry_of(result, "");
}

Json related_locations(const CaseResult& result) {
  Json related = Json::array();
  if (is_violation(result) && !result.seen->trace.empty()) {
    const Step& last = result.seen->trace.back();
    if (auto place = location(result, last.place, "the last action, " + last.action))
      related.push_back(*place);
  }
  related.push_back(entry_of(result, "what is expected"));
  return related;
}

Json result_json(const CaseResult& result) {
  const std::string rule = rule_of(result);
  Json json = {{"ruleId", rule},
               {"level", "error"},
               {"message", {{"text", message_of(result)}}},
               {"locations", Json::array({main_location(result)})},
               {"relatedLocations", related_locations(result)},
               {"partialFingerprints", {{"model/v1", title(*result.what.model) + " " + rule}}}};
  if (is_violation(result)) {
    if (Json flows = code_flows(result); !flows.empty()) json["codeFlows"] = std::move(flows);
  }
  return json;
}

Json region_of(const Problem& problem) {
  Json region = {{"startLine", problem.line}};
  if (problem.column > 0) region["startColumn"] = problem.column;
  return region;
}

Json problem_json(const Manifest& manifest, const Problem& problem) {
  return {{"ruleId", "manifest"},
          {"level", "error"},
          {"message", {{"text", visible(problem.message)}}},
          {"locations", Json::array({location(manifest.file, region_of(problem), "")})}};
}

/// Successful is the run that came to an answer, whatever it is.
Json invocation(const Report& report) {
  const Conclusion conclusion = conclusion_of(report);
  Json json = {
      {"executionSuccessful", conclusion == Conclusion::as_expected || conclusion == Conclusion::differs}};
  if (report.interrupted) {
    json["toolExecutionNotifications"] = Json::array(
        {Json{{"level", "error"}, {"message", {{"text", "Interrupted: what is left out was not run."}}}}});
  }
  return json;
}

Json rule(const char* id, const char* text) { return {{"id", id}, {"shortDescription", {{"text", text}}}}; }

}  // namespace

std::string sarif(const Report& report) {
  Json results = Json::array();
  for (const Manifest& manifest : report.manifests) {
    for (const Problem& problem : manifest.problems) results.push_back(problem_json(manifest, problem));
  }
  for (const CaseResult& result : report.results) {
    const Status status = result.judgement.status;
    if (status == Status::differs || status == Status::could_not_run) results.push_back(result_json(result));
  }
  const Json rules =
      Json::array({rule("violation", "A model violates what its manifest expects to hold."),
                   rule("difference", "A model shows something else than its manifest expects."),
                   rule("not-run", "A model could not be run."),
                   rule("manifest", "A manifest is not what its schema says.")});
  const Json driver = {{"name", "synod"}, {"version", SYNOD_VERSION}, {"rules", rules}};
  const Json run = {{"tool", {{"driver", driver}}},
                    {"invocations", Json::array({invocation(report)})},
                    {"columnKind", "unicodeCodePoints"},
                    {"results", results}};
  const Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({run})}};
  return log.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace synod::gate
