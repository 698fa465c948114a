// The graph of a search as a file, piece by piece, so that none of it has to be in memory.
//
// dot: for Graphviz. A node per state, named by its number and labelled as in a trace; initial states are
// filled, those whose steps were not all explored dashed. An edge per step, labelled and coloured by action.
//
// json: one object with these members, in this order:
//   format, version      "synod-graph", 1
//   module, variables    names
//   model_values         the strings that are model values
//   states       [{"id": 1, "level": 1, "initial": true, "expanded": true, "variables": {name: value}}, ...];
//                ids count from 1 in breadth-first order; values as in values/itf.hpp
//   edges        [{"from": 1, "to": 2, "action": "Send(p1)", "location": {...}}, ...], in the order of
//   `from`;
//                a location is as in json.hpp
//   complete     whether all steps of all states are there
//
// states: TLC's list, "State 1:" and so on, without steps.
//
// A step that is generated several times in the same way is written once.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "explore/state_graph.hpp"
#include "syntax/source.hpp"
#include "values/itf.hpp"

namespace synod::report {

enum class GraphFormat { dot, json, states };

struct GraphNames {
  std::string module;
  std::vector<std::string> variables;
  values::ModelValueNames model_values;
};

/// Gives the text of a graph in pieces: head, then every state, then every step, then tail.
class GraphText {
 public:
  virtual ~GraphText() = default;
  virtual std::string head() = 0;
  virtual std::string state(const explore::GraphState& state) = 0;
  virtual std::string step(const explore::GraphStep& step) = 0;
  /// `complete`: the whole graph was told.
  virtual std::string tail(bool complete) = 0;
};

/// `sources` must outlive it.
[[nodiscard]] std::unique_ptr<GraphText> graph_text(GraphFormat format, GraphNames names,
                                                    const syntax::SourceMap& sources);

}  // namespace synod::report
