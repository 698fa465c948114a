// How far a search has come: one line that rewrites itself on a terminal, else TLC's Progress lines at
// growing intervals.
#pragma once

#include <optional>

#include "cli/output.hpp"
#include "explore/search.hpp"

namespace synod::cli {

class ProgressReport {
 public:
  /// `to_err`: plain lines go to standard error, because standard output is for machines.
  ProgressReport(Output& output, bool to_err) : output_(output), to_err_(to_err) {}

  /// Called about once a second.
  void operator()(const explore::Progress& progress);

 private:
  void show_line(const explore::Progress& progress, double per_second);
  void show_plain(const explore::Progress& progress, double per_minute, double distinct_per_minute);

  Output& output_;
  bool to_err_;
  std::optional<explore::Progress> last_;        ///< of the call before, for the rate on a terminal
  std::optional<explore::Progress> last_plain_;  ///< of the last plain line
  double next_plain_ = 10;                       ///< seconds
};

/// "1,234,567"
[[nodiscard]] std::string with_separators(std::uint64_t number);

}  // namespace synod::cli
