// The one table of exit statuses. Those below 20 and from 75 on are TLC's; docs/exit-status.md explains all
// of them.
#pragma once

#include <array>
#include <string_view>

#include "explore/search.hpp"
#include "syntax/diagnostic.hpp"

namespace synod::trace {

enum class ExitStatus : int {
  success = 0,
  usage = 1,
  assumption = 10,
  deadlock = 11,
  invariant = 12,
  property = 13,
  assertion = 14,
  limit = 20,
  interrupted = 21,
  unsupported = 22,
  no_behaviour = 23,
  memory = 24,
  gate_differs = 30,
  gate_could_not_run = 31,
  internal_error = 70,
  output = 74,
  evaluation = 75,
  invariant_evaluation = 76,
  specification = 150,
  configuration = 151,
  other = 255,
};

struct ExitStatusMeaning {
  ExitStatus status;
  std::string_view meaning;
};

inline constexpr std::array exit_statuses = {
    ExitStatusMeaning{ExitStatus::success, "No error was found."},
    ExitStatusMeaning{ExitStatus::usage, "The command line was wrong."},
    ExitStatusMeaning{ExitStatus::assumption,
                      "An ASSUME or a POSTCONDITION is false or cannot be evaluated."},
    ExitStatusMeaning{ExitStatus::deadlock, "A deadlock was reached."},
    ExitStatusMeaning{ExitStatus::invariant, "An invariant is violated."},
    ExitStatusMeaning{ExitStatus::property,
                      "A PROPERTY is violated, or what must stay possible (`--possible`) is not."},
    ExitStatusMeaning{ExitStatus::assertion, "An Assert failed in Next, a constraint, VIEW or PROPERTY."},
    ExitStatusMeaning{ExitStatus::limit, "The search stopped at a limit: states, depth, memory."},
    ExitStatusMeaning{ExitStatus::interrupted, "The search was interrupted (Ctrl-C, SIGTERM)."},
    ExitStatusMeaning{
        ExitStatus::unsupported,
        "The specification or configuration asks for something that Synod cannot check yet, or that is not "
        "permitted."},
    ExitStatusMeaning{ExitStatus::no_behaviour, "A replayed trace is not a behaviour of the specification."},
    ExitStatusMeaning{
        ExitStatus::memory,
        "The memory did not suffice; a checkpoint was written that `synod resume` goes on from."},
    ExitStatusMeaning{ExitStatus::gate_differs,
                      "synod gate: a model did not show what its manifest expects."},
    ExitStatusMeaning{
        ExitStatus::gate_could_not_run,
        "synod gate: nothing differs, but a model could not be run, or a manifest not be read."},
    ExitStatusMeaning{ExitStatus::internal_error, "A bug in Synod. Please report it."},
    ExitStatusMeaning{ExitStatus::output,
                      "The results could not be written, for instance because the disk is full."},
    ExitStatusMeaning{
        ExitStatus::evaluation,
        "Something cannot be evaluated: in an initial state, or in Next, a constraint, VIEW or PROPERTY."},
    ExitStatusMeaning{ExitStatus::invariant_evaluation,
                      "An invariant cannot be evaluated in a later state, or is no state predicate."},
    ExitStatusMeaning{ExitStatus::specification,
                      "The specification has an error: syntax, names, arities or levels."},
    ExitStatusMeaning{ExitStatus::configuration, "The configuration does not fit the specification."},
    ExitStatusMeaning{ExitStatus::other,
                      "A file cannot be read or understood; after Init, a built-in operator fails."},
};

/// Whether a search ended at something that the specification may do and Synod cannot.
[[nodiscard]] bool is_unsupported(const explore::Result& result);

/// The status of a finished search.
[[nodiscard]] ExitStatus exit_status(const explore::Result& result);

/// The status of a run that ended with diagnostics: that of the first error.
[[nodiscard]] ExitStatus exit_status(const syntax::Diagnostics& diagnostics);

}  // namespace synod::trace
