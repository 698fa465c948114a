#include "explore/run.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <new>
#include <system_error>
#include <utility>

#include "base/interruption.hpp"
#include "base/stack.hpp"

namespace synod::explore {

Ticker::Ticker(std::chrono::milliseconds period, std::function<void()> tick) {
  if (!tick) return;
  const auto run = [this, period, tick = std::move(tick)](const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, stop, period, [&] { return stop.stop_requested(); })) {
      if (stop.stop_requested()) return;
      try {
        tick();
      } catch (const std::bad_alloc&) {
        // What the ticks are for is worth less than the run, which has to deal with this too.
      }
    }
  };
  try {
    thread_ = std::jthread(run);
  } catch (const std::system_error&) {
    // No thread to be had: a run without a progress line is better than none.
  }
}

bool assumptions_hold(const ModelFacts& facts, ModelWorker& worker, const StopFlag& stop, Result& result) {
  try {
    const Interruptible interruptible(stop);
    const auto violated = worker.violated_assumption();
    if (!violated) return true;
    result.outcome = Outcome::assumption;
    result.violated = facts.assumptions[*violated];
  } catch (const EvaluationError& error) {
    result.outcome = error.fault() == EvaluationFault::assertion ? Outcome::assertion : Outcome::error;
    result.error = error;
    result.error_stage = Stage::assumption;
    result.error_context = describe(Stage::assumption, error.formula());
  } catch (const Interrupted&) {
    result.outcome = Outcome::interrupted;
  }
  return false;
}

void check_postcondition(const ModelFacts& facts, ModelWorker& worker, const StopFlag& stop,
                         const program::Totals& totals, Result& result) {
  if (!facts.postcondition || result.outcome == Outcome::interrupted || result.outcome == Outcome::limit)
    return;
  const program::CounterExample found{result.trace, result.after_last(), result.loop_label};
  worker.set_level(0);
  worker.set_totals(totals);
  worker.set_counter_example(result.trace.empty() ? nullptr : &found);
  try {
    const Interruptible interruptible(stop);
    if (!worker.postcondition_holds()) result.violated_postcondition = *facts.postcondition;
  } catch (const Interrupted&) {
    if (result.outcome == Outcome::success) result.outcome = Outcome::interrupted;
  } catch (const EvaluationError& error) {
    result.violated_postcondition = *facts.postcondition;
    result.postcondition_error = error;
  }
  worker.set_counter_example(nullptr);
  if (result.violated_postcondition.empty() || result.outcome != Outcome::success) return;
  result.outcome = result.postcondition_error ? Outcome::error : Outcome::assumption;
  result.violated = result.violated_postcondition;
  if (!result.postcondition_error) return;
  result.error = result.postcondition_error;
  result.error_stage = Stage::postcondition;
  result.error_context = describe(Stage::postcondition, result.violated_postcondition);
}

namespace {

/// The largest number of threads up to `wanted` whose stacks there is room for, beside the calling one, and
/// as much again for what they compute.
unsigned affordable_threads(unsigned wanted) {
  for (unsigned count = wanted; count > 1; count = (count + 1) / 2) {
    const std::size_t bytes = (count - 1) * (deep_stack_bytes + thread_overhead);
    void* const probe = mmap(nullptr, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (probe != MAP_FAILED) {
      munmap(probe, bytes);
      return count;
    }
  }
  return 1;
}

}  // namespace

unsigned workers_for(const ModelFacts& facts, unsigned wanted, std::vector<std::string>& warnings) {
  if (wanted == 0) wanted = std::max(1U, std::thread::hardware_concurrency());
  if (wanted == 1) return wanted;
  if (!facts.needs_one_worker) {
    const unsigned possible = affordable_threads(wanted);
    if (possible < wanted) {
      warnings.push_back("There is not enough memory for the stacks of " + std::to_string(wanted) +
                         " workers (ulimit -v): " + std::to_string(possible) + " used.");
    }
    return possible;
  }
  warnings.emplace_back(
      "Next or a predicate writes registers, reads running totals, or uses files or programs, so its result "
      "depends "
      "on the order of evaluation: one worker is used.");
  return 1;
}

}  // namespace synod::explore
