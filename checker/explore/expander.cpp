#include "explore/expander.hpp"

#include <algorithm>
#include <utility>

#include "base/interruption.hpp"

namespace synod::explore {
namespace {

/// Successors packed before the first is inserted, so that the store's slots are there when they are read.
constexpr std::size_t prefetch_distance = 8;
const store::Unfolded no_state_near;

}  // namespace

Expander::Expander(const Search& search, LiveCounter& generated, LiveCounter& completed)
    : search_(search),
      facts_(search.model.facts()),
      worker_(search.model.new_worker()),
      identity_(facts_, *worker_),
      generated_(generated),
      completed_(completed),
      past_(search.space),
      // With side effects everything happens when its turn comes.
      batch_(facts_.needs_one_worker ? 1 : prefetch_distance),
      judged_(facts_.variables.size()) {
  if (search.options.continue_after_violation) worker_->expect_violating_parents();
  if (search.options.coverage) findings_.generated_by_action.resize(facts_.actions);
  if (search.graph != nullptr) recorder_.emplace(*search.graph);
  pending_.reserve(batch_);
}

void Expander::expand(Schedule& schedule, Level& level) {
  const Interruptible interruptible(search_.stop);
  const KnowsPast knows(*worker_, past_);
  schedule_ = &schedule;
  level_ = &level;
  level_number_ = level.number;
  unpacker_.forget();  // the layouts may have been widened since
  identity_.forget();
  folds_left_ = insertions_left_ = 0;
  packed_words_ = search_.space.state_words() + (facts_.merges_states() ? search_.space.key_words() : 0);
  record_words_ = search_.space.key_record_words();
  pending_stride_ = packed_words_ + record_words_;
  pending_words_.resize(pending_stride_ * batch_);
  while (const auto range = schedule.next()) {
    for (std::size_t position = range->begin; position < range->end; ++position) {
      // Relaxed: soon is enough.
      if (search_.pause != nullptr && search_.pause->load(std::memory_order_relaxed)) schedule.pause();
      if (schedule.paused()) return schedule.give_back({position, range->end});
      if (position > schedule.horizon()) break;
      expand_parent(position);
      if (worker_->exit_requested()) {  // as in TLC, after the state at hand
        findings_.exit_requested = true;
        return schedule.pause();
      }
      if (leaving_ == Leaving::pause || leaving_ == Leaving::interruption) {
        schedule.pause();
        return schedule.give_back({position, range->end});
      }
    }
  }
}

void Expander::expand_parent(std::size_t position) {
  position_ = static_cast<std::uint32_t>(position);
  ordinal_ = 0;
  generated_before_ = generated_.get();
  leaving_ = Leaving::no;
  actions_.clear();
  if (recorder_) recorder_->begin();
  worker_->set_level(level_number_);
  past_.ends_in(level_->states[position]);
  if (facts_.needs_one_worker) give_totals();
  if (std::exchange(left_at_, none_left) == position) worker_->repeat();
  try {
    parent_ = search_.space.unpack(level_->states[position], unpacker_);
    identity_.near(parent_);
    expand_at_hand();
  } catch (const Interrupted&) {
    leaving_ = Leaving::interruption;
    pending_.clear();
  } catch (...) {
    note_generated();
    throw;
  }
  note_generated();
  generated_.set(generated_before_ + (leaving_ == Leaving::pause ? 0 : ordinal_));
  if (leaving_ == Leaving::no) finish_parent();
  if (leaving_ == Leaving::pause) left_at_ = position;
  worker_->release();
}

void Expander::expand_at_hand() {
  try {
    worker_->successors(parent_, *this);
  } catch (const EvaluationError& error) {
    record_error(error, Phase::enumeration, {position_, ordinal_}, store::no_state);
  }
  insert_pending();
  if (leaving_ == Leaving::no && ordinal_ == 0 && search_.check_deadlock) {
    record({.key = {position_, 0}, .phase = Phase::deadlock, .kind = EventKind::deadlock});
  }
}

/// A parent that is done again may be left earlier than before; what it reached then is in the store.
void Expander::note_generated() {
  std::uint32_t& generated = level_->generated[position_];
  generated = std::max(generated, ordinal_);
}

void Expander::finish_parent() {
  completed_.add(1);
  ++findings_.parents_completed;
  for (const std::uint32_t action : actions_) ++findings_.generated_by_action[action];
  if (recorder_) recorder_->commit(level_->states[position_]);
}

bool Expander::successor(State next, std::uint32_t action) {
  if (search_.stop.requested()) {
    leaving_ = Leaving::interruption;
    return false;
  }
  ++ordinal_;
  constexpr std::uint32_t shown_at_once = 64;
  if (ordinal_ % shown_at_once == 0) generated_.set(generated_before_ + ordinal_);
  if (search_.options.coverage) actions_.push_back(action);
  if (facts_.needs_one_worker) give_totals();
  try {
    take(next, action);
  } catch (const EvaluationError& error) {
    record_error(error, phase_, {position_, ordinal_ - 1}, store::no_state);
  }
  if (facts_.needs_one_worker) give_totals();
  return leaving_ == Leaving::no;
}

void Expander::take(State next, std::uint32_t action) {
  if (in_model(next)) {
    put(next, action);
  } else {
    findings_.left_model = true;
    if (!facts_.invariants.empty()) judge_invariants(next, {position_, ordinal_ - 1}, store::no_state);
  }
  if (leaving_ == Leaving::no && !facts_.action_properties.empty()) judge_step(next);
}

bool Expander::in_model(State next) {
  if (facts_.has_constraints) {
    phase_ = Phase::constraint;
    worker_->set_level(level_number_ + 1);
    const bool holds = worker_->constraints_hold(next);
    worker_->set_level(level_number_);
    if (!holds) return false;
  }
  phase_ = Phase::action_constraint;
  return !facts_.has_action_constraints || worker_->action_constraints_hold(parent_, next);
}

void Expander::put(State next, std::uint32_t action) {
  phase_ = Phase::view;
  const std::size_t slot = pending_.size();
  store::Word* packed = pending_actual(slot);
  store::Misfit misfit;
  bool fits = search_.space.pack(next, unpacker_.near(), packed, misfit);
  // A VIEW may depend on the level, and so tell a state from itself.
  if (fits && !facts_.has_view && is_parent(packed)) return;
  if (fits && facts_.merges_states()) {
    worker_->set_level(level_number_ + 1);
    fits = identity_.pack(search_.space, next, packed + search_.space.state_words(), misfit);
    worker_->set_level(level_number_);
  }
  if (!fits) {
    findings_.misfits.push_back(misfit);
    leaving_ = Leaving::pause;
    return;
  }
  if (!may_fold()) return pause_for_room();
  search_.space.fold_key(pending_key(slot), facts_.merges_states() ? no_state_near : unpacker_.unfolded(),
                         nodes_, pending_record(slot));
  const std::uint64_t hash = search_.space.store().hash(pending_record(slot));
  pending_.push_back({{position_, ordinal_ - 1}, action, hash});
  if (is_pending(slot)) {
    pending_.pop_back();
    return;
  }
  search_.space.store().prefetch(hash);
  if (pending_.size() == batch_) insert_pending();
}

/// Whether the store would only find the parent itself.
bool Expander::is_parent(const store::Word* packed) const {
  return std::equal(packed, packed + search_.space.state_words(), unpacker_.packed());
}

/// Whether the store would only find a successor before this one.
bool Expander::is_pending(std::size_t slot) const {
  const store::Word* record = pending_record(slot);
  for (std::size_t i = 0; i < slot; ++i) {
    if (pending_[i].hash == pending_[slot].hash &&
        std::equal(record, record + record_words_, pending_record(i)))
      return true;
  }
  return false;
}

void Expander::insert_pending() {
  // What was found before an event at a later successor is inserted in spite of it: the figures count it.
  const Leaving before = std::exchange(leaving_, Leaving::no);
  for (const Pending& p : pending_) search_.space.store().prefetch_state(p.hash);
  for (std::size_t slot = 0; slot < pending_.size() && leaving_ == Leaving::no; ++slot) insert(slot);
  pending_.clear();
  if (leaving_ == Leaving::no) leaving_ = before;
}

bool Expander::may_fold() {
  if (folds_left_ == 0) {
    if (!search_.space.can_fold()) return false;
    folds_left_ = states_per_look;
  }
  --folds_left_;
  return true;
}

bool Expander::may_insert() {
  if (insertions_left_ == 0) {
    if (search_.space.store().full()) return false;
    insertions_left_ = states_per_look;
  }
  --insertions_left_;
  return true;
}

void Expander::pause_for_room() {
  findings_.store_is_full = true;
  leaving_ = Leaving::pause;
}

void Expander::insert(std::size_t slot) {
  if (!may_insert()) return pause_for_room();
  store::StateStore& states = search_.space.store();
  const Pending& p = pending_[slot];
  const auto found = states.insert(pending_record(slot), p.hash, p.key.rank());
  if (recorder_) recorder_->add(found.id);
  if (found.is_least && search_.keep_candidates) {
    const std::size_t words = facts_.merges_states() ? search_.space.state_words() : 0;
    findings_.candidates.add({found.id, p.action, p.key.rank()}, {pending_actual(slot), words});
  }
  if (!found.is_new) return;
  if (facts_.needs_one_worker) give_totals(false);
  if (search_.options.max_states && states.count() >= *search_.options.max_states) schedule_->close();
  if (!facts_.merges_states() && !facts_.invariants.empty())
    judge_packed(pending_actual(slot), found.id, p.key);
}

/// The successor's own values are gone by now.
void Expander::judge_packed(const store::Word* packed, store::StateId id, Key key) {
  judged_arena_.reset();
  search_.space.layout().unpack(packed, unpacker_.near(), judged_arena_, judged_);
  judge_invariants(judged_, key, id);
}

void Expander::judge_invariants(State state, Key key, store::StateId id) {
  worker_->set_level(level_number_ + 1);
  try {
    if (const auto violated = worker_->violated_invariant(state))
      record_violation(*violated, Phase::invariant, key, id);
  } catch (const EvaluationError& error) {
    record_error(error, Phase::invariant, key, id);
  }
  worker_->set_level(level_number_);
}

void Expander::judge_step(State next) {
  phase_ = Phase::implied;
  const auto violated = worker_->violated_action_property(parent_, next);
  if (violated) record_violation(*violated, Phase::implied, {position_, ordinal_ - 1}, store::no_state);
}

void Expander::judge(Schedule& schedule, std::span<const store::StateId> found, const Level& level) {
  const Interruptible interruptible(search_.stop);
  const KnowsPast knows(*worker_, past_);
  schedule_ = &schedule;
  level_number_ = level.number;
  unpacker_.forget();
  while (const auto range = schedule.next()) {
    for (std::size_t i = range->begin; i < range->end && i <= schedule.horizon(); ++i) {
      if (search_.stop.requested()) return schedule.pause();
      position_ = static_cast<std::uint32_t>(i);
      try {
        const State state = search_.space.unpack(found[i], unpacker_);
        const Key key = Key::from_rank(search_.space.store().rank(found[i]));
        past_.ends_in(level.states[key.parent]);
        judge_invariants(state, key, found[i]);
      } catch (const Interrupted&) {
        return schedule.pause();
      }
      worker_->release();
    }
  }
}

void Expander::record_violation(std::size_t property, Phase phase, Key key, store::StateId id) {
  const std::size_t known = phase == Phase::invariant ? property : facts_.invariants.size() + property;
  if (search_.options.continue_after_violation && search_.known_violations[known]) return;
  record({.key = key, .phase = phase, .kind = EventKind::violation, .property = property, .state = id});
}

void Expander::record_error(const EvaluationError& error, Phase phase, Key key, store::StateId id) {
  Event event{.key = key, .phase = phase, .kind = EventKind::error, .state = id};
  event.error = std::make_shared<EvaluationError>(error);
  if (phase == Phase::enumeration && error.fault() == EvaluationFault::unassigned_variable) {
    event.partial = worker_->partial_successor();
    for (Value& v : event.partial) {
      if (!v.is_none()) v = search_.space.interner().intern(v);
    }
  }
  record(std::move(event));
}

void Expander::record(Event event) {
  if (!event.ends_search(search_.options.continue_after_violation)) return record_continued(std::move(event));
  leaving_ = Leaving::event;
  // position_, not the key's parent: `judge` counts in states found. A state's key may still shrink, the
  // horizon with it.
  schedule_->lower_horizon(position_);
  findings_.events.push_back(std::move(event));
}

/// Only the first violation of a property counts. That of a pair is known by its key now; that of a state
/// only when the state's rank is final, so all of them are kept till then.
void Expander::record_continued(Event event) {
  if (event.state != store::no_state) {
    findings_.events.push_back(std::move(event));
    return;
  }
  const auto same = [&](const Event& e) { return e.phase == event.phase && e.property == event.property; };
  const auto earlier = std::find_if(findings_.pair_violations.begin(), findings_.pair_violations.end(), same);
  if (earlier == findings_.pair_violations.end()) {
    findings_.pair_violations.push_back(std::move(event));
  } else if (event.before(*earlier)) {
    *earlier = std::move(event);
  }
}

/// TLCGet's running totals, exact because there is one worker. As in TLC, a new state counts when it is
/// judged, and waits in the queue only after that.
void Expander::give_totals(bool newest_waits) {
  program::Totals totals;
  totals.generated = search_.initial_generated + generated_before_ + ordinal_;
  totals.distinct = search_.space.count();
  const std::uint64_t found = totals.distinct - search_.space.store().level_begin();
  totals.queue = level_->states.size() - position_ - 1 + found - (newest_waits ? 0 : 1);
  totals.level = level_number_ + (found > 0 ? 1 : 0);
  totals.initial = search_.initial_generated;
  totals.seconds = search_.watch.seconds();
  worker_->set_totals(totals);
}

}  // namespace synod::explore
