#include "explore/run.hpp"

#include <algorithm>
#include <utility>

namespace synod::explore {

Reporter::Reporter(std::function<void()> report) {
  if (!report) return;
  thread_ = std::jthread([this, report = std::move(report)](const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, stop, std::chrono::seconds(1), [&] { return stop.stop_requested(); })) {
      if (stop.stop_requested()) return;
      report();
    }
  });
}

bool assumptions_hold(const ModelFacts& facts, ModelWorker& worker, Result& result) {
  try {
    const auto violated = worker.violated_assumption();
    if (!violated) return true;
    result.outcome = Outcome::assumption;
    result.violated = facts.assumptions[*violated];
  } catch (const EvaluationError& error) {
    result.outcome = error.fault() == EvaluationFault::assertion ? Outcome::assertion : Outcome::error;
    result.error = error;
    result.error_stage = Stage::assumption;
    result.error_context = describe(Stage::assumption);
  }
  return false;
}

unsigned workers_for(const ModelFacts& facts, unsigned wanted, std::vector<std::string>& warnings) {
  if (wanted == 0) wanted = std::max(1U, std::thread::hardware_concurrency());
  if (!facts.needs_one_worker || wanted == 1) return wanted;
  warnings.emplace_back(
      "Next or a constraint writes registers or reads running totals, so its result depends on the order of "
      "evaluation: one worker is used.");
  return 1;
}

}  // namespace synod::explore
