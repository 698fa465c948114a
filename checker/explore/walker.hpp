// One behaviour of a simulation after the other.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <vector>

#include "explore/event.hpp"
#include "explore/expander.hpp"
#include "explore/model_view.hpp"
#include "explore/simulate.hpp"
#include "store/unpacker.hpp"

namespace synod::explore {

/// What ended a behaviour, and the way there.
struct Ending {
  std::uint64_t behaviour = 0;
  std::uint64_t generated = 0;   ///< by this behaviour
  std::vector<TraceStep> steps;  ///< up to the state that the event shows
  Event event;
};

/// Runs behaviours, one after the other. Not thread-safe.
class Walker final : private ModelWorker::SuccessorSink, private program::Past {
 public:
  Walker(const Search& search, ModelWorker& worker, const SimulationOptions& options);
  ~Walker() { worker_.set_past(nullptr); }
  Walker(const Walker&) = delete;
  Walker& operator=(const Walker&) = delete;

  /// Behaviour `number`. Its generated states go to `generated`; `generated_before` were generated until
  /// then.
  [[nodiscard]] std::optional<Ending> walk(std::uint64_t number, std::uint64_t generated_before,
                                           std::uint64_t& generated);
  /// Somebody wants the run to end: soon is enough.
  [[nodiscard]] bool stopped() const { return search_.stop.requested() || worker_.exit_requested(); }

 private:
  /// A successor in the model.
  struct Offer {
    std::uint32_t action = 0;
    std::uint32_t ordinal = 0;
    TraceStep step;
  };

  [[nodiscard]] bool generates() const { return options_.mode == program::Mode::generation; }
  [[nodiscard]] State current() const { return steps_.back().state; }
  void begin(std::uint64_t number);
  bool take_step();
  bool successor(State next, std::uint32_t action) override;
  void judge(State next, std::uint32_t ordinal);
  [[nodiscard]] bool in_model(State next);
  [[nodiscard]] Offer& choose();
  void give_totals();
  void violation(std::optional<std::size_t> property, std::uint32_t ordinal);
  void record_error(const EvaluationError& error, Phase phase, std::uint32_t ordinal);
  [[nodiscard]] std::vector<TraceStep> first(std::size_t count) const override;

  const Search& search_;
  const ModelFacts& facts_;
  const SimulationOptions& options_;
  ModelWorker& worker_;

  std::mt19937_64 choices_;
  std::uint64_t number_ = 0;
  std::uint64_t generated_before_ = 0;
  std::uint64_t generated_ = 0;
  std::uint32_t ordinal_ = 0;
  Phase phase_ = Phase::enumeration;
  std::optional<Event> event_;
  bool at_successor_ = false;  // one is being judged
  std::vector<TraceStep> steps_;
  std::vector<Offer> offers_;
};

}  // namespace synod::explore
