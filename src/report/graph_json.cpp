#include <nlohmann/json.hpp>

#include "report/graph_forms.hpp"
#include "report/json_location.hpp"
#include "report/text.hpp"

namespace synod::report {
namespace {

using Json = nlohmann::ordered_json;

/// On one line, always valid UTF-8.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

class JsonGraph final : public GraphText {
 public:
  JsonGraph(GraphNames names, const syntax::SourceMap& sources)
      : names_(std::move(names)), sources_(sources) {}

  std::string head() override {
    return "{\n\"format\": \"synod-graph\",\n\"version\": 1,\n\"module\": " + dump(names_.module) +
           ",\n\"variables\": " + dump(names_.variables) +
           ",\n\"model_values\": " + dump(names_.model_values) + ",\n\"states\": [";
  }

  std::string state(const explore::GraphState& state) override {
    Json variables = Json::object();
    for (std::size_t i = 0; i < state.values.size(); ++i)
      variables[names_.variables[i]] = values::to_itf(state.values[i], names_.model_values);
    const Json object = {{"id", state.number},
                         {"level", state.level},
                         {"initial", state.level == 1},
                         {"expanded", state.expanded},
                         {"variables", std::move(variables)}};
    return item(states_) + dump(object);
  }

  std::string step(const explore::GraphStep& step) override {
    const std::string line = dump({{"from", step.from},
                                   {"to", step.to},
                                   {"action", call_text(step.label)},
                                   {"location", location_json(step.label.span, sources_)}});
    if (!once_.is_new(step.from, line)) return "";
    return begin_edges() + item(edges_) + line;
  }

  std::string tail(bool complete) override {
    return begin_edges() + "\n],\n\"complete\": " + (complete ? "true" : "false") + "\n}\n";
  }

 private:
  /// What comes before an item of a list.
  static std::string item(bool& begun) { return std::exchange(begun, true) ? ",\n" : "\n"; }
  /// Empty when they have begun.
  std::string begin_edges() { return std::exchange(in_edges_, true) ? "" : "\n],\n\"edges\": ["; }

  GraphNames names_;
  const syntax::SourceMap& sources_;
  bool states_ = false, edges_ = false, in_edges_ = false;
  Once once_;
};

}  // namespace

std::unique_ptr<GraphText> json_graph(GraphNames names, const syntax::SourceMap& sources) {
  return std::make_unique<JsonGraph>(std::move(names), sources);
}

}  // namespace synod::report
