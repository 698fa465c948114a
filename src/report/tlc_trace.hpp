// Counterexamples in the two forms of TLC's -dumpTrace, which people's scripts read.
//
// json:
//   {"counterexample": {"action": [[[1, {state}], {label}, [2, {state}]], ...],
//                       "state": [[1, {state}], ...]},
//    "vars": [names]}
// A state is an object of its variables, a label is {"name", "location": {"beginLine", "beginColumn",
// "endLine", "endColumn", "module"}} and, for an action with parameters, "context": {parameter: value} and
// "parameters": [names]. The last action of a lasso leads back. Sets and sequences are arrays, functions
// objects whose keys are printed values, model values strings.
//
// tla: a module that defines CounterExample as a record of the same two sets. Unlike TLC's it also defines
// the model values in it and imports what negative numbers need, so that it can be read.
#pragma once

#include <string>

#include "syntax/source.hpp"
#include "trace/verdict.hpp"

namespace synod::report {

/// The verdict's trace, which must not be empty.
[[nodiscard]] std::string tlc_json_trace(const trace::Verdict& verdict, const syntax::SourceMap& sources);
/// The same as a module of this name.
[[nodiscard]] std::string tlc_module_trace(const trace::Verdict& verdict, const syntax::SourceMap& sources,
                                           const std::string& module);

}  // namespace synod::report
