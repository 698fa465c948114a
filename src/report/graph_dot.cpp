#include <array>
#include <unordered_map>

#include <fmt/format.h>

#include "report/graph_forms.hpp"
#include "report/text.hpp"

namespace synod::report {
namespace {

/// Of actions, in the order of their first steps; then from the beginning again. Dark enough for text.
constexpr std::array<std::string_view, 12> colours = {"#1f77b4", "#d62728", "#2ca02c", "#9467bd",
                                                      "#b35900", "#008b8b", "#c71585", "#556b2f",
                                                      "#483d8b", "#8b4513", "#2f4f4f", "#b8860b"};

/// Inside a quoted string; lines are set flush left.
std::string quoted_lines(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\n') {
      result += "\\l";
      continue;
    }
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

/// Inside the HTML-like text of the legend.
std::string html(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '&':
        result += "&amp;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

class DotGraph final : public GraphText {
 public:
  explicit DotGraph(GraphNames names) : names_(std::move(names)) {}

  std::string head() override {
    return fmt::format(
        "digraph \"{}\" {{\n"
        "  node [shape=box, style=rounded, fontname=\"monospace\"]\n"
        "  edge [fontname=\"monospace\"]\n",
        quoted_lines(names_.module));
  }

  std::string state(const explore::GraphState& state) override {
    std::string style;
    if (state.level == 1) style += ",filled";
    if (!state.expanded) style += ",dashed";
    if (!style.empty()) style = fmt::format(", style=\"rounded{}\"", style);
    unexpanded_ = unexpanded_ || !state.expanded;
    return fmt::format("  {} [label=\"{}\", tooltip=\"state {}, level {}\"{}]\n", state.number,
                       quoted_lines(state_text(names_.variables, state.values)), state.number, state.level,
                       style);
  }

  std::string step(const explore::GraphStep& step) override {
    const std::string colour(colour_of(step.label.name));
    const std::string label = quoted_lines(call_text(step.label));
    std::string line = fmt::format("  {} -> {} [label=\"{}\", color=\"{}\", fontcolor=\"{}\"]\n", step.from,
                                   step.to, label, colour, colour);
    return once_.is_new(step.from, line) ? line : "";
  }

  std::string tail(bool complete) override {
    std::string rows;
    const auto row = [&](std::string_view paint, std::string_view text) {
      rows += fmt::format("<tr><td bgcolor=\"{}\">  </td><td align=\"left\">{}</td></tr>", paint, text);
    };
    for (std::size_t i = 0; i < actions_.size(); ++i) row(colours[i % colours.size()], html(actions_[i]));
    row("lightgrey", "initial state");
    if (unexpanded_) row("white", "dashed: its steps were not all explored");
    if (!complete) row("white", "the graph is not complete");
    return fmt::format(
        "  legend [shape=plaintext, style=solid, fontname=\"sans-serif\", label=<<table border=\"0\" "
        "cellborder=\"1\" cellspacing=\"0\">{}</table>>]\n}}\n",
        rows);
  }

 private:
  std::string_view colour_of(const std::string& action) {
    const auto [place, is_new] = places_.emplace(action, actions_.size());
    if (is_new) actions_.push_back(action);
    return colours[place->second % colours.size()];
  }

  GraphNames names_;
  std::vector<std::string> actions_;
  std::unordered_map<std::string, std::size_t> places_;  // in actions_
  Once once_;
  bool unexpanded_ = false;
};

}  // namespace

std::unique_ptr<GraphText> dot_graph(GraphNames names) {
  return std::make_unique<DotGraph>(std::move(names));
}

}  // namespace synod::report
