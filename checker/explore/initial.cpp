#include "explore/initial.hpp"

#include <new>
#include <utility>

#include "base/interruption.hpp"

namespace synod::explore {
namespace {

class InitialSearch {
 public:
  InitialSearch(const Search& search, ModelWorker& worker, const store::RangeLoop& loop,
                LiveCounter& generated)
      : search_(search), facts_(search.model.facts()), worker_(worker), loop_(loop), generated_(generated) {}

  InitialFindings run() {
    const Interruptible interruptible(search_.stop);
    worker_.set_level(1);
    search_.space.store().begin_level();
    try {
      worker_.initial_states([this](State state) { return receive(state); });
    } catch (const EvaluationError& error) {
      record_error(error, Phase::enumeration, static_cast<std::uint32_t>(found_.generated));
      if (found_.events.back().successors_generated() > found_.generated) ++found_.generated;
    } catch (const Interrupted&) {
      found_.interrupted = true;
    }
    worker_.release();
    return std::move(found_);
  }

 private:
  bool receive(State state) {
    if (search_.stop.requested()) {
      found_.interrupted = true;
      return false;
    }
    ordinal_ = static_cast<std::uint32_t>(found_.generated++);
    generated_.set(found_.generated);
    try {
      take(state);
    } catch (const EvaluationError& error) {
      record_error(error, phase_, ordinal_);
    }
    return !found_.ended && !found_.store_is_full;
  }

  void take(State state) {
    phase_ = Phase::constraint;
    const bool in_model = !facts_.has_constraints || worker_.constraints_hold(state);
    const bool is_new = in_model && insert(state);
    if (found_.store_is_full) return;
    if (!in_model || is_new) judge(state);
    if (is_new && !found_.ended && search_.options.max_states &&
        search_.space.count() >= *search_.options.max_states) {
      record({.key = {0, ordinal_}, .phase = Phase::limit, .kind = EventKind::limit});
    }
  }

  bool insert(State state) {
    phase_ = Phase::view;
    store::StateSpace& space = search_.space;
    const Value view = facts_.has_view ? worker_.view(state) : Value();
    if (space.count() == 0) space.adapt(state, view);
    pack(state, view);
    while (!space.can_fold() || space.store().full()) {
      if (!space.grow(loop_)) {
        found_.store_is_full = true;
        return false;
      }
    }
    record_.resize(space.key_record_words());
    space.fold_key(facts_.has_view ? view_key_.data() : actual_.data(), {}, nodes_, record_.data());
    const auto found = space.store().insert(record_.data(), space.store().hash(record_.data()), ordinal_);
    if (!found.is_new || !facts_.has_view) return found.is_new;
    if (!space.reserve_actual(1, loop_)) throw std::bad_alloc();
    space.set_actual(found.id, actual_.data(), nodes_);
    return true;
  }

  /// Packs, widening the layout as often as needed: alone, there is nobody to wait for.
  void pack(State state, Value view) {
    store::StateSpace& space = search_.space;
    store::Misfit misfit;
    for (;;) {
      actual_.resize(space.state_words());
      view_key_.resize(space.key_words());
      if (space.pack(state, {}, actual_.data(), misfit) &&
          (!facts_.has_view || space.pack_view(view, view_key_.data(), misfit))) {
        return;
      }
      space.widen({&misfit, 1}, loop_);
    }
  }

  void judge(State state) {
    phase_ = Phase::invariant;
    if (!facts_.invariants.empty()) {
      if (const auto violated = worker_.violated_invariant(state)) violation(*violated);
    }
    if (found_.ended || facts_.implied_inits.empty()) return;
    phase_ = Phase::implied;
    if (const auto violated = worker_.violated_implied_init(state)) violation(*violated);
  }

  void violation(std::size_t property) {
    record({.key = {0, ordinal_}, .phase = phase_, .kind = EventKind::violation, .property = property});
  }

  void record_error(const EvaluationError& error, Phase phase, std::uint32_t ordinal) {
    Event event{.key = {0, ordinal}, .phase = phase, .kind = EventKind::error};
    event.error = std::make_shared<EvaluationError>(error);
    record(std::move(event));
  }

  void record(Event event) {
    // Continuing goes past invariants only: TLC ends at an implied init even then.
    const bool continued = event.kind == EventKind::violation && event.phase == Phase::invariant &&
                           search_.options.continue_after_violation;
    found_.ended = !continued;
    found_.events.push_back(std::move(event));
  }

  const Search& search_;
  const ModelFacts& facts_;
  ModelWorker& worker_;
  const store::RangeLoop& loop_;
  LiveCounter& generated_;
  InitialFindings found_;
  std::uint32_t ordinal_ = 0;
  Phase phase_ = Phase::enumeration;
  std::vector<store::Word> actual_;
  std::vector<store::Word> view_key_;
  std::vector<store::Word> record_;
  std::vector<store::RecordSet::Id> nodes_;
};

}  // namespace

InitialFindings find_initial_states(const Search& search, ModelWorker& worker, const store::RangeLoop& loop,
                                    LiveCounter& generated) {
  return InitialSearch(search, worker, loop, generated).run();
}

}  // namespace synod::explore
