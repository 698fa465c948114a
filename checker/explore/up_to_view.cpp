#include "explore/up_to_view.hpp"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "explore/follow.hpp"
#include "explore/liveness_search.hpp"
#include "explore/view_graph.hpp"

namespace synod::explore {
namespace {

/// A candidate as it was followed.
Result told(Result candidate, Followed followed) {
  candidate.trace = std::move(followed.trace);
  candidate.loop_start = followed.loop_start;
  candidate.loop_label = std::move(followed.loop_label);
  candidate.loop_repeats_view = followed.repeats_view;
  candidate.liveness_judged = false;  // not every behaviour was
  if (followed.repeats_view) {
    candidate.warnings.push_back(
        fmt::format("The loop comes back to the VIEW of the state where it begins, not to the state: it was "
                    "followed for {} "
                    "rounds. {} is violated if states with the same VIEW go on alike.",
                    followed.rounds, candidate.violated));
  }
  return candidate;
}

class UpToView {
 public:
  UpToView(const ModelView& model, const store::StateSpace& space, values::Interner& interner,
           const Options& options, StopFlag& stop, const std::function<void(const Progress&)>& progress)
      : graph_(model, space), interner_(interner), options_(options), stop_(stop), progress_(progress) {
    options_.continue_after_violation = false;  // the names of others come from here
    options_.max_states.reset();                // they are no more than the search under the VIEW generated
    options_.max_depth.reset();
  }

  std::optional<Result> run(bool every_property) {
    std::optional<Result> shown = next();
    if (!shown || shown->outcome != Outcome::liveness || !every_property) return shown;
    std::vector<std::string> others;
    for (std::string last = shown->violated;; last = others.back()) {
      set_aside(last);
      const std::optional<Result> other = next();
      if (!other || other->outcome != Outcome::liveness) break;
      others.push_back(other->violated);
    }
    if (!others.empty())
      shown->warnings.push_back(fmt::format("Violated in the same way: {}.", fmt::join(others, ", ")));
    return shown;
  }

 private:
  /// The next violation that can be followed; or that the search was stopped.
  std::optional<Result> next() {
    for (;;) {
      Result candidate = search_for_liveness(graph_, interner_, options_, stop_, progress_);
      if (warnings_) candidate.warnings = *warnings_;
      warnings_ = candidate.warnings;  // of all properties, before any was set aside
      if (candidate.outcome == Outcome::interrupted) return candidate;
      if (candidate.outcome != Outcome::liveness) return std::nullopt;
      try {
        auto followed = follow(graph_, interner_, stop_, candidate.trace, *candidate.loop_start);
        if (followed) return told(std::move(candidate), std::move(*followed));
      } catch (const Interrupted&) {
        Result stopped;
        stopped.outcome = Outcome::interrupted;
        return stopped;
      }
      graph_.set_aside(candidate.violated_index);
    }
  }

  /// All parts of a property.
  void set_aside(const std::string& name) {
    for (std::size_t i = 0; i < graph_.facts().liveness.size(); ++i) {
      if (graph_.facts().liveness[i] == name) graph_.set_aside(i);
    }
  }

  ViewGraph graph_;
  values::Interner& interner_;
  Options options_;
  StopFlag& stop_;
  std::function<void(const Progress&)> progress_;
  std::optional<std::vector<std::string>> warnings_;
};

}  // namespace

std::optional<Result> violation_up_to_view(const ModelView& model, const store::StateSpace& space,
                                           values::Interner& interner, const Options& options, StopFlag& stop,
                                           const std::function<void(const Progress&)>& progress) {
  const auto tell = [&](Progress now) {
    now.one_per_view = true;
    progress(now);
  };
  try {
    return UpToView(model, space, interner, options, stop,
                    progress ? tell : std::function<void(const Progress&)>())
        .run(options.continue_after_violation);
  } catch (const EvaluationError&) {
    return std::nullopt;  // of a formula as such: the search without the VIEW says so
  }
}

}  // namespace synod::explore
