#include "gate/run_case.hpp"

#include <fmt/format.h>

#include "trace/exit_status.hpp"

namespace synod::gate {
namespace {

namespace fs = std::filesystem;

/// This program: the child's own link leads to the same file.
constexpr const char* this_program = "/proc/self/exe";

class Run {
 public:
  Run(const Case& what, const Settings& settings, const StopFlag& stop)
      : model_(*what.model), root_(what.manifest->root), settings_(settings), stop_(stop) {}

  CaseResult execute(const Share& share, const fs::path& scratch) {
    const TraceFiles files{scratch / "trace.itf.json", scratch / "trace.txt"};
    const auto wanted = model_.trace ? std::optional(files) : std::nullopt;
    const std::chrono::seconds timeout = timeout_of(model_, settings_);
    const Ended ended = run(command_of(model_, settings_, share, wanted), timeout);
    result_.seconds = ended.seconds;
    result_.seen = read_observation(ended.out);
    result_.judgement.reason = why_no_result(ended, result_.seen, timeout);
    if (!result_.judgement.reason.empty()) {
      result_.judgement.status = status_without_result(ended);
      return std::move(result_);
    }
    std::vector<Difference>& differences = result_.judgement.differences;
    differences = compare(model_, *result_.seen);
    if (!differences.empty()) result_.judgement.status = Status::differs;
    if (model_.trace) judge_counterexample(files, timeout);
    return std::move(result_);
  }

 private:
  static Status status_without_result(const Ended& ended) {
    return ended.how == ChildEnd::stopped ? Status::left_out : Status::could_not_run;
  }

  Ended run(std::vector<std::string> words, std::chrono::seconds timeout) const {
    return run_child({this_program, std::move(words), root_, timeout}, stop_);
  }

  void judge_counterexample(const TraceFiles& files, std::chrono::seconds timeout) {
    std::vector<Difference>& differences = result_.judgement.differences;
    result_.counterexample = read_counterexample(files.itf, files.text);
    if (is_of_result(differences)) return;
    const std::vector<Difference> more = compare_counterexample(model_, root_, result_.counterexample);
    differences.insert(differences.end(), more.begin(), more.end());
    if (!differences.empty()) result_.judgement.status = Status::differs;
    if (more.empty()) replay(timeout);
  }

  /// The file itself, read again, by the evaluator that shares no code with the search. A replay that came to
  /// no end shows nothing, and is told where nothing else is wrong.
  void replay(std::chrono::seconds timeout) {
    const bool violates = result_.seen->violated && !repeats_view_only(*result_.counterexample);
    const std::string violated = violates ? *result_.seen->violated : "";
    const Ended ended = run(replay_command_of(model_, settings_, violated), timeout);
    const bool exited = ended.how == ChildEnd::exited;
    if (exited && ended.status == 0) {
      result_.seen->replayed = result_.seen->replayed || !violated.empty();
      return;
    }
    Judgement& judgement = result_.judgement;
    const std::string error = first_error(ended.out + ended.err);
    const bool undecided = exited && ended.status == static_cast<int>(trace::ExitStatus::limit);
    if (exited && !undecided) {
      judgement.differences.push_back({Compared::replay, "replay of the counterexample",
                                       *model_.trace + ".itf.json",
                                       fmt::format("exit status {}: {}", ended.status, error)});
      judgement.status = Status::differs;
    } else if (judgement.differences.empty()) {
      judgement.reason =
          "the replay of the counterexample: " + (undecided ? error : why_no_result(ended, {}, timeout));
      judgement.status = status_without_result(ended);
    }
  }

  static std::string first_error(const std::string& text) {
    const std::size_t begin = text.find("Error: ");
    return begin == std::string::npos ? text.substr(0, text.find('\n'))
                                      : text.substr(begin + 7, text.find('\n', begin) - begin - 7);
  }

  const Model& model_;
  const fs::path& root_;
  const Settings& settings_;
  const StopFlag& stop_;
  CaseResult result_;
};

}  // namespace

CaseResult run_case(const Case& what, const Settings& settings, const Share& share, const fs::path& scratch,
                    const StopFlag& stop) {
  return Run(what, settings, stop).execute(share, scratch);
}

}  // namespace synod::gate
