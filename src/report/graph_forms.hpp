// What the forms of a graph share; see graph.hpp.
#pragma once

#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "report/graph.hpp"

namespace synod::report {

/// The state as a trace shows it: a variable a line, or more.
[[nodiscard]] std::string state_text(const std::vector<std::string>& variables, explore::State values);

/// Tells which of a state's steps were written before.
class Once {
 public:
  [[nodiscard]] bool is_new(explore::StateNumber from, const std::string& step) {
    if (from != from_) written_.clear();
    from_ = from;
    return written_.insert(step).second;
  }

 private:
  explore::StateNumber from_ = 0;
  std::unordered_set<std::string> written_;
};

[[nodiscard]] std::unique_ptr<GraphText> dot_graph(GraphNames names);
[[nodiscard]] std::unique_ptr<GraphText> json_graph(GraphNames names, const syntax::SourceMap& sources);

}  // namespace synod::report
