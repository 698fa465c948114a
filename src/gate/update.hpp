// Writes what was found into the manifests as what is expected, and into the recorded counterexamples.
#pragma once

#include <string>
#include <vector>

#include "gate/gate.hpp"

namespace synod::gate {

/// A model whose expectations changed.
struct Change {
  std::string manifest, model;
  std::vector<std::string> lines;  ///< `- "stateDepth": 20`, `+ "stateDepth": 21`
};

struct Update {
  std::vector<Change> changes;
  std::vector<std::string> written;   ///< counterexamples
  std::vector<std::string> orphans;   ///< files of counterexamples that no model expects any more
  std::vector<std::string> problems;  ///< files that cannot be written
};

/// Changes nothing of a model that did not run, whose evaluation failed, or whose result is "unknown", but an
/// unknown runtime. Figures that a searched model does not give yet are added. A model whose expectations
/// change is not "confirmed" any more. Marks the results that are as expected from now on.
[[nodiscard]] Update update_expectations(std::vector<Manifest>& manifests, std::vector<CaseResult>& results);

}  // namespace synod::gate
