// What a person reads: results in TLC's words, counterexamples state by state.
#pragma once

#include <string>

#include "model/model.hpp"
#include "syntax/source.hpp"
#include "trace/verdict.hpp"

namespace synod::report {

struct TextOptions {
  bool colour = false;
  std::size_t width = 80;
  bool full_trace = false;  ///< all variables in every state; otherwise those that changed
  bool statistics = false;  ///< memory, bytes per state
  bool coverage = false;
};

/// The whole result of a check, after "Computing initial states...".
[[nodiscard]] std::string text(const trace::Verdict& verdict, const syntax::SourceMap& sources,
                               const TextOptions& options);

/// What went wrong and the behaviour that shows it, without warnings and figures: nothing of it depends on
/// the run.
[[nodiscard]] std::string violation_text(const trace::Verdict& verdict, const syntax::SourceMap& sources,
                                         const TextOptions& options);

/// The states of a behaviour.
[[nodiscard]] std::string trace_text(const trace::Verdict& verdict, const syntax::SourceMap& sources,
                                     const TextOptions& options);

/// Values by their names, a line or more each.
[[nodiscard]] std::string fields_text(const trace::Alias& fields, const TextOptions& options);

/// `<Phase1b(a2) line 3, col 5 to line 4, col 20 of module M>`
[[nodiscard]] std::string label_text(const program::ActionLabel& label, const syntax::SourceMap& sources);

/// Phase1b(a2)
[[nodiscard]] std::string call_text(const program::ActionLabel& label);

/// An evaluation error with the expression's place, its line and the calls that led there.
[[nodiscard]] std::string error_text(const EvaluationError& error, const syntax::SourceMap& sources,
                                     bool colour);

/// That a search did not see everything, and why; empty when it did.
[[nodiscard]] std::string incomplete_text(const explore::Result& result);
/// What became of its checkpoint, which must be known, and how to go on.
[[nodiscard]] std::string checkpoint_text(const explore::Result& result);

/// Counts of actions and variables.
[[nodiscard]] std::string coverage_text(const trace::Verdict& verdict, const syntax::SourceMap& sources);

/// "Error: ..." in its colour.
[[nodiscard]] std::string error_line(const std::string& message, bool colour);
[[nodiscard]] std::string warning_line(const std::string& message, bool colour);

}  // namespace synod::report
