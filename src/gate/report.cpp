#include "gate/report.hpp"

#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/counted.hpp"
#include "gate/visible_text.hpp"

namespace synod::gate {
namespace {

constexpr std::string_view red = "\x1b[1;31m", yellow = "\x1b[1;33m", green = "\x1b[32m", reset = "\x1b[0m";

std::string_view colour_of(Status status) {
  switch (status) {
    case Status::as_expected:
      return green;
    case Status::differs:
    case Status::could_not_run:
      return red;
    case Status::left_out:
      break;
  }
  return yellow;
}

/// In a column.
std::string status_text(Status status, bool colour) {
  const std::string text = fmt::format("{:<13}", name(status));
  return colour ? fmt::format("{}{}{}", colour_of(status), text, reset) : text;
}

}  // namespace

std::string_view name(Status status) {
  switch (status) {
    case Status::as_expected:
      return "as expected";
    case Status::differs:
      return "differs";
    case Status::could_not_run:
      return "could not run";
    case Status::left_out:
      break;
  }
  return "left out";
}

Tally tally(const Report& report) {
  Tally tally;
  for (const CaseResult& result : report.results) {
    switch (result.judgement.status) {
      case Status::as_expected:
        ++tally.as_expected;
        break;
      case Status::differs:
        ++(result.updated ? tally.updated : tally.differ);
        break;
      case Status::could_not_run:
        ++tally.could_not_run;
        break;
      case Status::left_out:
        ++tally.left_out;
        break;
    }
  }
  for (const Manifest& manifest : report.manifests) tally.problems += manifest.problems.size();
  return tally;
}

Conclusion conclusion_of(const Report& report) {
  const Tally count = tally(report);
  if (report.interrupted) return Conclusion::interrupted;
  if (count.differ > 0) return Conclusion::differs;
  if (count.could_not_run + count.problems > 0) return Conclusion::could_not_run;
  return report.results.empty() && report.for_nightly == 0 ? Conclusion::nothing_to_run
                                                           : Conclusion::as_expected;
}

std::string_view name(Conclusion conclusion) {
  switch (conclusion) {
    case Conclusion::interrupted:
      return "interrupted";
    case Conclusion::differs:
    case Conclusion::could_not_run:
      return "not as expected";
    case Conclusion::nothing_to_run:
      return "no model to run";
    case Conclusion::as_expected:
      break;
  }
  return "as expected";
}

std::string figures_text(const Observation& seen) {
  const std::optional<Result> result = result_of(seen);
  std::string text(result ? name(*result) : "an evaluation that fails");
  if (seen.violated) text += fmt::format(" ({})", visible(*seen.violated));
  if (seen.behaviours) text += ", " + counted(*seen.behaviours, "behaviour");
  if (seen.generated) text += fmt::format(", {} generated", *seen.generated);
  if (seen.distinct) text += fmt::format(", {} distinct", *seen.distinct);
  if (seen.depth) text += fmt::format(", depth {}", *seen.depth);
  if (!seen.trace.empty()) text += ", trace of " + counted(seen.trace.size(), "state");
  if (!seen.trace.empty() && !seen.replayed) text += ", not confirmed by a replay";
  return text;
}

std::string difference_text(const Difference& difference) {
  return fmt::format("{}: {}, expected {}", difference.what, visible(difference.found),
                     visible(difference.expected));
}

std::string differences_text(const Judgement& judgement) {
  std::vector<std::string> lines;
  for (const Difference& difference : judgement.differences) lines.push_back(difference_text(difference));
  return fmt::format("{}", fmt::join(lines, "\n"));
}

std::string result_text(const CaseResult& result, bool colour) {
  const Judgement& judgement = result.judgement;
  std::string text =
      fmt::format("{}  {}: ", status_text(judgement.status, colour), visible(title(*result.what.model)));
  if (!judgement.reason.empty()) return text + visible(judgement.reason) + "\n";
  text += fmt::format("{}, in {:.1f} s\n", figures_text(*result.seen), result.seconds);
  for (const Difference& difference : judgement.differences)
    text += fmt::format("{:15}{}\n", "", difference_text(difference));
  return text;
}

std::string place_text(const Manifest& manifest, const Problem& problem) {
  const std::string column = problem.column == 0 ? "" : fmt::format(":{}", problem.column);
  return fmt::format("{}:{}{}", visible(manifest.file.string()), problem.line, column);
}

std::string problems_text(const Manifest& manifest, bool colour) {
  std::string text;
  for (const Problem& problem : manifest.problems) {
    text += fmt::format("{}  {}: {}\n", status_text(Status::could_not_run, colour),
                        place_text(manifest, problem), visible(problem.message));
  }
  return text;
}

std::string update_text(const Update& update) {
  std::string text;
  for (const Change& change : update.changes) {
    text += fmt::format("{}: {}\n", visible(change.manifest), visible(change.model));
    for (const std::string& line : change.lines) text += fmt::format("  {}\n", visible(line));
  }
  for (const std::string& file : update.written) text += fmt::format("{}: written\n", visible(file));
  for (const std::string& file : update.orphans)
    text += fmt::format("{}: no counterexample is expected any more, but the file is still there\n",
                        visible(file));
  return text;
}

std::string summary_text(const Report& report) {
  const Tally count = tally(report);
  std::string text =
      fmt::format("{}: {} as expected", counted(report.results.size(), "model"), count.as_expected);
  const auto add = [&](std::size_t number, std::string_view what) {
    if (number > 0) text += fmt::format(", {} {}", number, what);
  };
  add(count.updated, "updated");
  add(count.differ, count.differ == 1 ? "differs" : "differ");
  add(count.could_not_run, "could not run");
  add(count.left_out, "left out");
  text += fmt::format(", in {:.1f} s\n", report.seconds);
  if (count.problems > 0) text += counted(count.problems, "problem") + " in manifests\n";
  if (report.for_nightly > 0) text += fmt::format("{} left for --nightly\n", report.for_nightly);
  if (report.interrupted) text += "Interrupted: what is left out was not run.\n";
  return text;
}

std::string progress_text(const Progress& progress, std::size_t width) {
  std::vector<std::string> running;
  for (const Progress::Running& model : progress.running) {
    const std::string stem = std::filesystem::path(model.model).stem().string();
    running.push_back(fmt::format("{} {:.0f} s", visible(stem), model.seconds));
  }
  std::string text =
      fmt::format("{} of {} done; running: {}", progress.done, progress.total, fmt::join(running, ", "));
  return text.size() < width ? text : text.substr(0, width > 4 ? width - 4 : 0) + "...";
}

}  // namespace synod::gate
