// Recorded counterexamples: STEM.itf.json for programs, STEM.txt for people.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gate/judgement.hpp"

namespace synod::gate {

/// The two forms of a counterexample.
struct Counterexample {
  std::string itf, text;
};

/// What a run wrote; nothing if it found no counterexample.
[[nodiscard]] std::optional<Counterexample> read_counterexample(const std::filesystem::path& itf,
                                                                const std::filesystem::path& text);

/// Whether it is a finite part of a behaviour that never ends (report/json.hpp, loop_up_to_view): by itself
/// it violates nothing then.
[[nodiscard]] bool repeats_view_only(const Counterexample& found);

/// What is different from the recorded files of `model`, which has some.
[[nodiscard]] std::vector<Difference> compare_counterexample(const Model& model,
                                                             const std::filesystem::path& root,
                                                             const std::optional<Counterexample>& found);

/// Writes the files of `model` where they are different. The paths that were written; a problem ends with an
/// exception (std::runtime_error).
[[nodiscard]] std::vector<std::string> write_counterexample(const Model& model,
                                                            const std::filesystem::path& root,
                                                            const Counterexample& found);

}  // namespace synod::gate
