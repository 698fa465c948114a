// Reports for other programs, each a function of what a gate found. One of a run that was interrupted says
// so: it must not look like one that found nothing.
#pragma once

#include <string>

#include "gate/report.hpp"

namespace synod::gate {

/// JUnit XML. Nightly models that were not asked for are not in it.
[[nodiscard]] std::string junit(const Report& report);

/// SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"): a result for everything that differs or
/// could not be run. That of a violation which nobody expects is at the definition of what is violated, with
/// the last action as a related place and the behaviour as its code flow; that of another difference at the
/// model's entry in the manifest. Files are named relative to the current folder.
[[nodiscard]] std::string sarif(const Report& report);

/// Markdown for the summary of a job.
[[nodiscard]] std::string markdown(const Report& report);

}  // namespace synod::gate
