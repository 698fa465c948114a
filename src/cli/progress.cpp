#include "cli/progress.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace synod::cli {
namespace {

constexpr double longest_interval = 600;

std::uint64_t rate(std::uint64_t now, std::uint64_t before, double seconds) {
  return seconds > 0 && now > before ? static_cast<std::uint64_t>(static_cast<double>(now - before) / seconds)
                                     : 0;
}

std::string short_bytes(std::size_t bytes) {
  const double megabytes = static_cast<double>(bytes) / 1e6;
  return megabytes < 10000 ? fmt::format("{:.0f} MB", megabytes) : fmt::format("{:.1f} GB", megabytes / 1000);
}

/// A model with VIEW or SYMMETRY and liveness is searched again, which may take much longer than the first
/// search.
std::string_view on_all_states(const explore::Progress& progress) {
  if (progress.one_per_view) return " of which one for each VIEW is expanded, for liveness";
  return progress.on_all_states ? " on all states, for liveness" : "";
}

}  // namespace

std::string with_separators(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, ',');
  return digits;
}

void ProgressReport::operator()(const explore::Progress& progress) {
  const explore::Progress before = last_.value_or(explore::Progress{});
  last_ = progress;
  if (output_.err_is_terminal()) {
    const double seconds = progress.seconds - before.seconds;
    return show_line(progress, static_cast<double>(rate(progress.distinct, before.distinct, seconds)));
  }
  if (progress.seconds < next_plain_) return;
  const explore::Progress since = last_plain_.value_or(explore::Progress{});
  const double minutes = (progress.seconds - since.seconds) / 60;
  show_plain(progress, static_cast<double>(rate(progress.generated, since.generated, minutes)),
             static_cast<double>(rate(progress.distinct, since.distinct, minutes)));
  last_plain_ = progress;
  next_plain_ = progress.seconds + std::min(next_plain_, longest_interval);
}

void ProgressReport::show_line(const explore::Progress& progress, double per_second) {
  const std::string work = progress.judging_liveness
                               ? ", judging liveness"
                               : fmt::format("{} ({}/s), {} queued, depth {}", on_all_states(progress),
                                             with_separators(static_cast<std::uint64_t>(per_second)),
                                             with_separators(progress.queue), progress.depth);
  std::string line = fmt::format("{} distinct{}, {}, {:.0f} s", with_separators(progress.distinct), work,
                                 short_bytes(progress.memory_bytes), progress.seconds);
  line.resize(std::min(line.size(), output_.err_width() - 1));
  output_.transient(line);
}

void ProgressReport::show_plain(const explore::Progress& progress, double per_minute,
                                double distinct_per_minute) {
  const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
  const std::string time =
      fmt::format("{:%Y-%m-%d %H:%M:%S}", fmt::localtime(std::chrono::system_clock::to_time_t(now)));
  const std::string distinct = with_separators(progress.distinct);
  const std::string line =
      progress.judging_liveness
          ? fmt::format("Judging liveness at {}: {} distinct states.\n", time, distinct)
          : fmt::format(
                "Progress({}) at {}: {} states generated ({} s/min), {} distinct states found{} ({} "
                "ds/min), {} states left on queue.\n",
                progress.depth, time, with_separators(progress.generated),
                with_separators(static_cast<std::uint64_t>(per_minute)), distinct, on_all_states(progress),
                with_separators(static_cast<std::uint64_t>(distinct_per_minute)),
                with_separators(progress.queue));
  if (to_err_) {
    output_.err(line);
  } else {
    output_.out(line);
    output_.flush();
  }
}

}  // namespace synod::cli
