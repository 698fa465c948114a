// One model: its run, its judgement, the replay of its recorded counterexample.
#pragma once

#include "gate/gate.hpp"

namespace synod::gate {

/// All but CaseResult::what. `scratch`: an empty folder for files of this run. Thread-safe.
[[nodiscard]] CaseResult run_case(const Case& what, const Settings& settings, const Share& share,
                                  const std::filesystem::path& scratch, const StopFlag& stop);

}  // namespace synod::gate
