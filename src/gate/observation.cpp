#include "gate/observation.hpp"

#include <nlohmann/json.hpp>

namespace synod::gate {
namespace {

using nlohmann::json;

std::optional<std::uint64_t> count(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_number_unsigned()) return std::nullopt;
  return found->get<std::uint64_t>();
}

std::optional<std::string> text(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::optional<Place> place(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_object()) return std::nullopt;
  return Place{text(*found, "file").value_or(""), count(*found, "line").value_or(1),
               count(*found, "column").value_or(1), count(*found, "end_line").value_or(1),
               count(*found, "end_column").value_or(1)};
}

void read_error(const json& object, Observation& seen) {
  if (const auto error = object.find("error"); error != object.end() && error->is_object()) {
    seen.message = text(*error, "message").value_or("");
    seen.error = place(*error, "location");
    // A failed run of the program itself has an error too, but was not evaluating anything.
    seen.evaluation_failed = error->contains("evaluating");
    return;
  }
  for (const json& diagnostic : object.value("diagnostics", json::array())) {
    if (text(diagnostic, "severity") != "error") continue;
    seen.message = text(diagnostic, "message").value_or("");
    seen.error = place(diagnostic, "location");
    return;
  }
}

}  // namespace

std::optional<Observation> read_observation(const std::string& output) {
  const json object = json::parse(output, nullptr, false);
  if (!object.is_object() || !object.contains("exit") || !object["exit"].is_number_integer())
    return std::nullopt;
  Observation seen;
  seen.exit = object["exit"].get<int>();
  seen.outcome = text(object, "outcome").value_or("");
  seen.violated = text(object, "violated");
  seen.generated = count(object, "generated");
  seen.distinct = count(object, "distinct");
  seen.depth = count(object, "depth");
  seen.behaviours = count(object, "behaviours");
  if (const auto possible = object.find("possible"); possible != object.end() && possible->is_object())
    seen.asked = count(*possible, "asked_of_states");
  seen.replayed = object.value("replayed", json()) != false;
  for (const json& step : object.value("trace", json::array()))
    seen.trace.push_back({text(step, "action").value_or(""), place(step, "location")});
  seen.property = place(object, "violated_location");
  seen.limit = text(object, "limit").value_or("");
  read_error(object, seen);
  return seen;
}

}  // namespace synod::gate
