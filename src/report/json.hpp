// One JSON object for machines. Members, in this order:
//   outcome      success, assumption, deadlock, safety, liveness, error, limit, interrupted, unsupported
//   exit         the exit status
//   violated     name of the property or assumption; null when there is none
//   violated_location   of what is violated: its definition, or the assumption
//   limit        the limit that the search stopped at, when that is the outcome
//   checkpoint   of a search that stopped early and wanted one: {"place", "levels", "states", "problem"};
//   place is
//                null when there is none, problem says why the last one was not written
//   generated, distinct, queue, depth    null where nothing was counted
//   behaviours   of a simulation: how many were begun
//   possible     with --possible: {"names", "asked_of_states", "states_ahead"}; the last one of what is lost
//   seconds, workers
//   trace        [{"action": "Send(p1)", "location": {...}, "variables": {name: value}}, ...]; values as in
//                values/itf.hpp
//   replayed     whether the reference evaluator confirmed the trace
//   error        {"message", "kind", "evaluating", "location", "calls": [{"name", "location"}], "unassigned":
//   [...]}
//                or null
//   postcondition   one that is false or fails, whatever else is wrong: {"name", "error"}
//   violations   with --continue: [{"property", "trace"}]
//   coverage     with --coverage: {"actions": [...], "variables": [...]}
//   statistics   with --stats: {"words_per_state", "bytes_per_state", "memory_bytes"}
//   model_values the strings of the trace that are model values
//   warnings, diagnostics   [{"code", "severity", "message", "expected", "location", "notes"}]
// A location is {"file", "line", "column", "end_line", "end_column"}.
#pragma once

#include <string>
#include <string_view>

#include "syntax/diagnostic.hpp"
#include "trace/verdict.hpp"
#include "values/itf.hpp"

namespace synod::report {

struct JsonInput {
  const syntax::SourceMap& sources;
  const syntax::Diagnostics& diagnostics;
  values::ModelValueNames model_values;
  bool coverage = false;
  bool statistics = false;
};

[[nodiscard]] std::string json(const trace::Verdict& verdict, const JsonInput& input);

/// The same object for a run that found errors before there was anything to search.
[[nodiscard]] std::string json_of_diagnostics(const JsonInput& input);

/// The same object for a run that came to nothing: a wrong command line ("usage"), a bug of ours
/// ("internal-error"), results that cannot be written ("output").
[[nodiscard]] std::string json_of_failure(trace::ExitStatus status, std::string_view kind,
                                          const std::string& message);

/// The verdict's trace as an ITF file.
[[nodiscard]] std::string itf(const trace::Verdict& verdict, const std::string& module,
                              const values::ModelValueNames& model_values);

}  // namespace synod::report
