#include "explore/walker.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/interruption.hpp"
#include "explore/path.hpp"

namespace synod::explore {
namespace {

/// The random choices of one behaviour: a function of the seed and its number.
std::mt19937_64 choices_of(std::uint64_t seed, std::uint64_t behaviour) {
  const std::array<std::uint64_t, 2> words{seed, behaviour};
  return std::mt19937_64(XXH3_64bits(words.data(), sizeof words));
}

}  // namespace

Walker::Walker(const Search& search, ModelWorker& worker, const SimulationOptions& options)
    : search_(search), facts_(search.model.facts()), options_(options), worker_(worker) {}

std::optional<Ending> Walker::walk(std::uint64_t number, std::uint64_t generated_before,
                                   std::uint64_t& generated) {
  generated_before_ = generated_before;
  worker_.set_past(this);
  worker_.set_behaviour(number);
  if (generates()) worker_.choose_by([this](std::uint64_t count) { return choices_() % count; });
  begin(number);
  while (steps_.size() <= options_.depth && !stopped()) {
    if (!take_step()) break;
  }
  worker_.choose_by({});
  worker_.set_behaviour(std::nullopt);
  worker_.set_past(nullptr);
  generated = generated_;
  if (!event_) return std::nullopt;
  return Ending{number, generated_, std::move(steps_), std::move(*event_)};
}

void Walker::begin(std::uint64_t number) {
  choices_ = choices_of(options_.seed, number);
  number_ = number;
  generated_ = 0;
  event_.reset();
  steps_.clear();
  const auto id = static_cast<store::StateId>(choices_() % search_.space.count());
  store::Unpacker unpacker;
  steps_.push_back(
      interned_step(search_.space.interner(), search_.space.unpack(id, unpacker), initial_label()));
}

/// False at the end of the behaviour.
bool Walker::take_step() {
  ordinal_ = 0;
  offers_.clear();
  worker_.set_level(steps_.size());
  give_totals();
  try {
    const Interruptible interruptible(search_.stop);
    worker_.successors(current(), *this);
  } catch (const EvaluationError& error) {
    record_error(error, Phase::enumeration, ordinal_);
  } catch (const Interrupted&) {
    offers_.clear();  // `stopped` from now on
  }
  generated_ += event_ ? event_->successors_generated() : ordinal_;
  if (!event_ && offers_.empty() && search_.check_deadlock && !stopped())
    event_ = Event{.phase = Phase::deadlock, .kind = EventKind::deadlock};
  const bool goes_on = !event_ && !offers_.empty();
  if (goes_on) steps_.push_back(std::move(choose().step));
  worker_.release();
  return goes_on;
}

bool Walker::successor(State next, std::uint32_t action) {
  const std::uint32_t ordinal = ordinal_++;
  at_successor_ = true;
  give_totals();
  try {
    judge(next, ordinal);
    if (!event_ && in_model(next)) {
      // The successor and its label are gone when we return.
      offers_.push_back(
          {action, ordinal, interned_step(search_.space.interner(), next, worker_.current_label())});
    }
  } catch (const EvaluationError& error) {
    record_error(error, phase_, ordinal);
  }
  at_successor_ = false;
  if (event_ && event_->shows_successor())
    steps_.push_back(interned_step(search_.space.interner(), next, worker_.current_label()));
  if (event_ || search_.stop.requested()) return false;
  return !generates() || offers_.empty();
}

void Walker::judge(State next, std::uint32_t ordinal) {
  phase_ = Phase::invariant;
  worker_.set_level(steps_.size() + 1);
  if (!facts_.invariants.empty()) violation(worker_.violated_invariant(next), ordinal);
  worker_.set_level(steps_.size());
  if (event_ || facts_.action_properties.empty()) return;
  phase_ = Phase::implied;
  violation(worker_.violated_action_property(current(), next), ordinal);
}

bool Walker::in_model(State next) {
  phase_ = Phase::constraint;
  worker_.set_level(steps_.size() + 1);
  const bool holds = !facts_.has_constraints || worker_.constraints_hold(next);
  worker_.set_level(steps_.size());
  if (!holds) return false;
  phase_ = Phase::action_constraint;
  return !facts_.has_action_constraints || worker_.action_constraints_hold(current(), next);
}

/// First an action that offers something, then one of its offers, so that an action with many successors is
/// not preferred to one with few.
Walker::Offer& Walker::choose() {
  std::sort(offers_.begin(), offers_.end(), [](const Offer& a, const Offer& b) {
    return a.action != b.action ? a.action < b.action : a.ordinal < b.ordinal;
  });
  const auto differ = [](const Offer& a, const Offer& b) { return a.action != b.action; };
  std::vector<std::size_t> begins{0};
  for (auto it = offers_.begin();;) {
    it = std::adjacent_find(it, offers_.end(), differ);
    if (it == offers_.end()) break;
    begins.push_back(static_cast<std::size_t>(++it - offers_.begin()));
  }
  const std::size_t chosen = choices_() % begins.size();
  const std::size_t end = chosen + 1 < begins.size() ? begins[chosen + 1] : offers_.size();
  return offers_[begins[chosen] + choices_() % (end - begins[chosen])];
}

/// TLCGet's running totals; exact where they are read, because there is one worker then.
void Walker::give_totals() {
  program::Totals totals;
  totals.generated = generated_before_ + generated_ + ordinal_;
  totals.behaviours = number_ + 1;
  totals.seconds = search_.watch.seconds();
  worker_.set_totals(totals);
}

void Walker::violation(std::optional<std::size_t> property, std::uint32_t ordinal) {
  if (property)
    event_ = Event{.key = {0, ordinal}, .phase = phase_, .kind = EventKind::violation, .property = *property};
}

void Walker::record_error(const EvaluationError& error, Phase phase, std::uint32_t ordinal) {
  event_ = Event{.key = {0, ordinal}, .phase = phase, .kind = EventKind::error};
  event_->error = std::make_shared<EvaluationError>(error);
  if (error.fault() != EvaluationFault::unassigned_variable || phase != Phase::enumeration) return;
  event_->partial = worker_.partial_successor();
  for (Value& v : event_->partial) {
    if (!v.is_none()) v = search_.space.interner().intern(v);
  }
}

/// The steps taken, and the one to the successor that is being judged, without its state.
std::vector<TraceStep> Walker::first(std::size_t count) const {
  std::vector<TraceStep> steps(steps_.begin(),
                               steps_.begin() + static_cast<std::ptrdiff_t>(std::min(count, steps_.size())));
  if (count > steps_.size() && at_successor_)
    steps.push_back(interned_step(search_.space.interner(), {}, worker_.current_label()));
  return steps;
}

}  // namespace synod::explore
