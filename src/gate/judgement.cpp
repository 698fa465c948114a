#include "gate/judgement.hpp"

#include <cstring>

#include <fmt/format.h>

#include "trace/exit_status.hpp"

namespace synod::gate {
namespace {

using trace::ExitStatus;

bool is(const Observation& seen, ExitStatus status) { return seen.exit == static_cast<int>(status); }

/// A message is one line in a report.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string message_of(const Observation& seen) {
  std::string message = one_line(seen.message);
  if (seen.error) message = fmt::format("{}:{}: {}", seen.error->file, seen.error->line, message);
  return message;
}

/// The last line that a program wrote before it ended without a result.
std::string last_words(const std::string& err) {
  const std::size_t end = err.find_last_not_of(" \n");
  if (end == std::string::npos) return "";
  const std::size_t begin = err.rfind('\n', end);
  return ": " + err.substr(begin == std::string::npos ? 0 : begin + 1, end - begin);
}

std::string why_no_object(const Ended& ended, std::chrono::seconds timeout) {
  switch (ended.how) {
    case ChildEnd::timed_out:
      return fmt::format("not finished after {} s", timeout.count());
    case ChildEnd::stopped:
      return "interrupted";
    case ChildEnd::signalled:
      return fmt::format("ended by signal {} ({})", ended.status, strsignal(ended.status));
    case ChildEnd::too_much:
      return fmt::format("it writes more than {} MiB", largest_output >> 20U);
    case ChildEnd::not_started:
      return fmt::format("the program cannot be started: {}", std::strerror(ended.status));
    case ChildEnd::exited:
      break;
  }
  return fmt::format("exit status {} without a result{}", ended.status, last_words(ended.err));
}

std::string text_of(const std::optional<std::uint64_t>& figure) {
  return figure ? std::to_string(*figure) : "none";
}

/// With what was violated, or what failed.
std::string describe(const Observation& seen) {
  const std::optional<Result> result = result_of(seen);
  if (!result) return fmt::format("an evaluation that fails: {}", message_of(seen));
  std::string text(name(*result));
  if (seen.violated) {
    text += fmt::format(" ({})", *seen.violated);
  } else if (!seen.message.empty()) {
    text += fmt::format(" ({})", message_of(seen));
  } else if (seen.property) {
    text += fmt::format(" ({}:{})", seen.property->file, seen.property->line);
  }
  return text;
}

/// TLC's exit status, from which manifests have their results, is the same for a property of steps that is
/// violated and for a liveness property.
bool is_expected(Result expected, const Observation& seen) {
  if (expected == Result::unknown) return true;
  const std::optional<Result> found = result_of(seen);
  return found == expected || (expected == Result::liveness_failure && is(seen, ExitStatus::property));
}

}  // namespace

std::string why_no_result(const Ended& ended, const std::optional<Observation>& seen,
                          std::chrono::seconds timeout) {
  if (ended.how != ChildEnd::exited || !seen) return why_no_object(ended, timeout);
  if (result_of(*seen) || seen->evaluation_failed) {
    return is(*seen, ExitStatus::unsupported) ? "refused: " + message_of(*seen) : "";
  }
  switch (static_cast<ExitStatus>(seen->exit)) {
    case ExitStatus::limit:
    case ExitStatus::memory:
      return fmt::format("stopped at a limit: {}", seen->limit.empty() ? message_of(*seen) : seen->limit);
    case ExitStatus::interrupted:
      return "interrupted";
    case ExitStatus::unsupported:
      return "refused: " + message_of(*seen);
    default:
      return message_of(*seen);
  }
}

bool is_of_result(const std::vector<Difference>& differences) {
  return !differences.empty() && differences.front().kind == Compared::result;
}

std::optional<Result> result_of(const Observation& seen) {
  switch (static_cast<ExitStatus>(seen.exit)) {
    case ExitStatus::success:
      return Result::success;
    case ExitStatus::assumption:
      return Result::assumption_failure;
    case ExitStatus::deadlock:
      return Result::deadlock_failure;
    case ExitStatus::invariant:
    case ExitStatus::assertion:
      return Result::safety_failure;
    case ExitStatus::property:
      return seen.outcome == "safety" ? Result::safety_failure : Result::liveness_failure;
    default:
      return std::nullopt;
  }
}

std::vector<Difference> compare(const Model& model, const Observation& seen) {
  if (!is_expected(model.result, seen)) {
    std::string expected(name(model.result));
    if (model.violated) expected += fmt::format(" ({})", *model.violated);
    return {{Compared::result, "result", expected, describe(seen)}};
  }
  std::vector<Difference> differences;
  const auto add = [&](const char* what, const std::optional<std::uint64_t>& expected,
                       const std::optional<std::uint64_t>& found) {
    if (expected && expected != found)
      differences.push_back({Compared::figure, what, text_of(expected), text_of(found)});
  };
  if (model.violated && model.violated != seen.violated)
    differences.push_back(
        {Compared::property, "violated property", *model.violated, seen.violated.value_or("none")});
  if (result_of(seen) == Result::success && !model.possible_from.empty() && seen.asked == 0) {
    differences.push_back({Compared::possibility, "possibleFrom", "a state in which it holds",
                           model.possible_from + " holds in no state, so nothing was asked"});
  }
  add("distinct states", model.distinct, seen.distinct);
  add("generated states", model.generated, seen.generated);
  add("depth", model.depth, seen.depth);
  add("length of the trace", model.trace_length, seen.trace.size());
  return differences;
}

}  // namespace synod::gate
