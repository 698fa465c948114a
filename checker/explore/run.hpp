// What the search and the simulation have in common around their runs.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "explore/model_view.hpp"
#include "explore/search.hpp"

namespace synod::explore {

class Stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// Calls a function again and again on a thread of its own, as long as it lives; never when it is empty or
/// there is no thread to be had.
class Ticker {
 public:
  Ticker(std::chrono::milliseconds period, std::function<void()> tick);

 private:
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread thread_;  // last: it is stopped and joined first
};

/// False, with the result filled in, when an assumption is false or fails, or `stop` is set meanwhile.
[[nodiscard]] bool assumptions_hold(const ModelFacts& facts, ModelWorker& worker, const StopFlag& stop,
                                    Result& result);

/// Evaluates the postcondition, if there is one, after a run that came to an end; `totals` is what TLCGet
/// tells it. After a violation it changes no outcome.
void check_postcondition(const ModelFacts& facts, ModelWorker& worker, const StopFlag& stop,
                         const program::Totals& totals, Result& result);

/// How many workers a run has that asked for `wanted` (0: one per processor), with a warning if that is not
/// it: a model may need a single one, and there may be no memory for their stacks (ulimit -v).
[[nodiscard]] unsigned workers_for(const ModelFacts& facts, unsigned wanted,
                                   std::vector<std::string>& warnings);

}  // namespace synod::explore
