// What a gate says. All texts of others in it are visible (visible_text.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gate/gate.hpp"
#include "gate/update.hpp"

namespace synod::gate {

/// All that a gate found.
struct Report {
  const std::vector<Manifest>& manifests;
  const std::vector<CaseResult>& results;
  std::size_t for_nightly = 0;
  double seconds = 0;
  bool interrupted = false;
};

/// What all of it comes to, the most important first.
enum class Conclusion : std::uint8_t { interrupted, differs, could_not_run, nothing_to_run, as_expected };
[[nodiscard]] Conclusion conclusion_of(const Report& report);
/// "as expected", "interrupted", ...
[[nodiscard]] std::string_view name(Conclusion conclusion);

struct Tally {
  std::size_t as_expected = 0, differ = 0, could_not_run = 0, left_out = 0, updated = 0;
  std::size_t problems = 0;  ///< of manifests
};
[[nodiscard]] Tally tally(const Report& report);

/// "safety failure (Agreement), 24037 generated, 4377 distinct, depth 15, trace of 15 states"
[[nodiscard]] std::string figures_text(const Observation& seen);
/// "distinct states: 5313, expected 5314"
[[nodiscard]] std::string difference_text(const Difference& difference);
/// All of them, a line each.
[[nodiscard]] std::string differences_text(const Judgement& judgement);
/// "as expected", "differs", ...
[[nodiscard]] std::string_view name(Status status);

/// A line, and one more for each difference.
[[nodiscard]] std::string result_text(const CaseResult& result, bool colour);
/// "models/manifest.json:12", with the column where that is known.
[[nodiscard]] std::string place_text(const Manifest& manifest, const Problem& problem);
/// What is wrong with a manifest, a line each.
[[nodiscard]] std::string problems_text(const Manifest& manifest, bool colour);
[[nodiscard]] std::string update_text(const Update& update);
[[nodiscard]] std::string summary_text(const Report& report);
/// At most `width` columns.
[[nodiscard]] std::string progress_text(const Progress& progress, std::size_t width);

}  // namespace synod::gate
