#include <fmt/format.h>

#include "report/text.hpp"

namespace synod::report {

std::string coverage_text(const trace::Verdict& verdict, const syntax::SourceMap& sources) {
  const explore::Result& result = verdict.result;
  std::string out =
      "Coverage (action: distinct states it was the first to reach : successors it generated)\n";
  for (std::size_t i = 0; i < result.action_coverage.size() && i < verdict.actions.size(); ++i) {
    const program::ActionInfo& action = verdict.actions[i];
    const explore::ActionCoverage& counts = result.action_coverage[i];
    out += fmt::format("<{} {}>: {}:{}{}\n", action.name.empty() ? "Next" : action.name,
                       syntax::describe(action.span, sources), counts.distinct, counts.generated,
                       counts.generated == 0 ? "  \\* never taken" : "");
  }
  for (std::size_t i = 0; i < result.variable_coverage.size() && i < verdict.variables.size(); ++i) {
    const std::uint64_t count = result.variable_coverage[i];
    out +=
        fmt::format("variable {}: {} distinct value{}\n", verdict.variables[i], count, count == 1 ? "" : "s");
  }
  return out;
}

}  // namespace synod::report
