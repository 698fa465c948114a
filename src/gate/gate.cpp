#include "gate/gate.hpp"

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>

#include "gate/run_case.hpp"

namespace synod::gate {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds between_looks(500);

/// A folder that is there as long as this.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (fs::temp_directory_path() / "synod-gate-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
    path_ = name;
  }
  ~ScratchFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  [[nodiscard]] fs::path make(const std::string& name) const {
    fs::create_directory(path_ / name);
    return path_ / name;
  }

 private:
  fs::path path_;
};

class Gate {
 public:
  Gate(const Plan& plan, const Settings& settings, const StopFlag& stop, const Listener& listener)
      : plan_(plan),
        settings_(settings),
        stop_(stop),
        listener_(listener),
        results_(plan.cases.size()),
        share_(share_out(settings, std::thread::hardware_concurrency(), plan.cases.size())) {}

  std::vector<CaseResult> run() {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < share_.jobs; ++i) threads.emplace_back([this] { work(); });
    std::unique_lock lock(mutex_);
    while (true) {
      tell(lock);
      if (told_ == results_.size()) break;
      changed_.wait_for(lock, between_looks, [this] { return told_ < ended_.size(); });
      if (stop_.requested()) halt("interrupted");
    }
    return std::move(results_);
  }

 private:
  /// What one thread does.
  void work() {
    for (std::unique_lock lock(mutex_); next_ < results_.size();) {
      const std::size_t index = next_++;
      begun_[index] = Clock::now();
      const bool halted = halt_.requested();
      lock.unlock();
      CaseResult result = halted ? CaseResult{} : execute(index);
      lock.lock();
      finish(index, std::move(result), halted);
    }
  }

  CaseResult execute(std::size_t index) {
    const Case& what = plan_.cases[index];
    if (!what.left_out.empty()) return not_run(Status::left_out, what.left_out);
    if (what.manifest->root.empty())
      return not_run(Status::could_not_run, "no folder above the manifest has " + what.model->module);
    try {
      return run_case(what, settings_, share_, scratch_.make(std::to_string(index)), halt_);
    } catch (const std::exception& error) {  // of the system: no pipe, no room for files
      return not_run(Status::could_not_run, error.what());
    }
  }

  static CaseResult not_run(Status status, std::string why) {
    CaseResult result;
    result.judgement = {status, {}, std::move(why)};
    return result;
  }

  void finish(std::size_t index, CaseResult result, bool halted) {
    result.what = plan_.cases[index];
    const Status status = result.judgement.status;
    const bool stopped = status == Status::left_out && plan_.cases[index].left_out.empty();
    const bool cut_off = halted || stopped;
    if (cut_off) result.judgement = {Status::left_out, {}, halted_because_};
    // It was asked for and came to nothing; under --fail-fast it is another that did.
    if (stopped && stop_.requested()) result.judgement.status = Status::could_not_run;
    const bool wrong = status == Status::differs || status == Status::could_not_run;
    if (!cut_off && wrong && settings_.fail_fast) halt("--fail-fast");
    results_[index] = std::move(result);
    begun_.erase(index);
    ended_.push_back(index);
    changed_.notify_one();
  }

  void halt(const char* because) {
    if (halt_.requested()) return;
    halted_because_ = because;
    halt_.request(StopReason::interrupt);
  }

  /// Tells the listener what has ended. The lock is given up meanwhile.
  void tell(std::unique_lock<std::mutex>& lock) {
    for (; told_ < ended_.size(); ++told_) {
      const CaseResult& result = results_[ended_[told_]];
      lock.unlock();
      listener_.finished(result);
      lock.lock();
    }
    Progress progress{ended_.size(), results_.size(), {}};
    for (const auto& [index, begun] : begun_) {
      const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
      progress.running.push_back({plan_.cases[index].model->config, seconds});
    }
    lock.unlock();
    listener_.progress(progress);
    lock.lock();
  }

  const Plan& plan_;
  const Settings& settings_;
  const StopFlag& stop_;
  const Listener& listener_;
  ScratchFolder scratch_;
  std::mutex mutex_;
  std::condition_variable changed_;
  // All below are under the mutex.
  std::vector<CaseResult> results_;
  Share share_;
  StopFlag halt_;
  std::string halted_because_;
  std::size_t next_ = 0, told_ = 0;
  std::map<std::size_t, Clock::time_point> begun_;  ///< those that run
  std::vector<std::size_t> ended_;                  ///< in the order of their ends
};

}  // namespace

std::vector<CaseResult> run_cases(const Plan& plan, const Settings& settings, const StopFlag& stop,
                                  const Listener& listener) {
  return Gate(plan, settings, stop, listener).run();
}

}  // namespace synod::gate
