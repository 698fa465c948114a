#include "report/graph.hpp"

#include <fmt/format.h>

#include "report/graph_forms.hpp"
#include "report/text.hpp"

namespace synod::report {
namespace {

class StateList final : public GraphText {
 public:
  explicit StateList(GraphNames names) : names_(std::move(names)) {}

  std::string head() override { return ""; }
  std::string state(const explore::GraphState& state) override {
    return fmt::format("State {}:\n{}\n", state.number, state_text(names_.variables, state.values));
  }
  std::string step(const explore::GraphStep&) override { return ""; }
  std::string tail(bool) override { return ""; }

 private:
  GraphNames names_;
};

}  // namespace

std::string state_text(const std::vector<std::string>& variables, explore::State values) {
  trace::Alias fields;
  for (std::size_t i = 0; i < values.size(); ++i) fields.emplace_back(variables[i], values[i]);
  return fields_text(fields, {});
}

std::unique_ptr<GraphText> graph_text(GraphFormat format, GraphNames names,
                                      const syntax::SourceMap& sources) {
  switch (format) {
    case GraphFormat::dot:
      return dot_graph(std::move(names));
    case GraphFormat::json:
      return json_graph(std::move(names), sources);
    case GraphFormat::states:
      break;
  }
  return std::make_unique<StateList>(std::move(names));
}

}  // namespace synod::report
