#include "explore/initial.hpp"

#include <deque>
#include <limits>
#include <memory>
#include <new>
#include <optional>
#include <utility>

#include "base/interruption.hpp"
#include "explore/identity.hpp"
#include "explore/path.hpp"

namespace synod::explore {
namespace {

/// What is known of a state before it is looked up: everything that can be found out beside the enumeration.
struct Judgement {
  bool in_model = true;
  std::optional<std::size_t> invariant, implied_init;  ///< violated
  std::shared_ptr<const EvaluationError> error;        ///< after these
  Phase phase = Phase::constraint;                     ///< of the error
  bool interrupted = false;
};

/// Judges states for one worker.
class Judge {
 public:
  Judge(const Search& search, ModelWorker& worker)
      : search_(search), facts_(search.model.facts()), worker_(worker) {}

  /// All of it.
  [[nodiscard]] Judgement judge(State state) const {
    Judgement judgement;
    if (look_at_constraints(state, judgement)) look_at_properties(state, judgement);
    return judgement;
  }
  /// False when there is nothing more to know.
  bool look_at_constraints(State state, Judgement& to) const {
    return guarded(to, Phase::constraint,
                   [&] { to.in_model = !facts_.has_constraints || worker_.constraints_hold(state); });
  }
  void look_at_properties(State state, Judgement& to) const {
    const bool known = guarded(to, Phase::invariant, [&] {
      if (!facts_.invariants.empty()) to.invariant = worker_.violated_invariant(state);
    });
    // Continuing goes past invariants only: TLC ends at an implied init even then.
    if (!known || (to.invariant && !search_.options.continue_after_violation)) return;
    guarded(to, Phase::implied, [&] {
      if (!facts_.implied_inits.empty()) to.implied_init = worker_.violated_implied_init(state);
    });
  }

 private:
  template <class Body>
  bool guarded(Judgement& to, Phase phase, const Body& body) const {
    try {
      body();
      return true;
    } catch (const EvaluationError& error) {
      to.error = std::make_shared<EvaluationError>(error);
      to.phase = phase;
    } catch (const Interrupted&) {
      to.interrupted = true;
    }
    return false;
  }

  const Search& search_;
  const ModelFacts& facts_;
  ModelWorker& worker_;
};

/// Packed states on their way, in the order in which they were enumerated.
struct Batch {
  static constexpr std::size_t size = 1024;
  std::uint32_t first = 0;  ///< ordinal
  std::vector<store::Word> packed;
  std::vector<Judgement> judgements;
  std::atomic<bool> judged{false};
};

class InitialSearch {
 public:
  InitialSearch(const Search& search, const InitialWorkers& workers, const store::RangeLoop& loop,
                LiveCounter& generated)
      : search_(search),
        facts_(search.model.facts()),
        workers_(workers),
        worker_(workers.worker(0)),
        judge_(search, worker_),
        no_past_(search.space),
        identity_(facts_, worker_),
        loop_(loop),
        generated_(generated),
        // Keys are found where they are stored, and side effects happen when their turn comes.
        may_share_(workers.threads.count() > 1 && !facts_.merges_states() && !facts_.needs_one_worker &&
                   !facts_.writes_registers) {}

  ~InitialSearch() {
    try {
      workers_.threads.finish();  // nobody may look at a batch any more
    } catch (...) {
      // What a thread threw comes second to what ends the search here.
    }
  }
  InitialSearch(const InitialSearch&) = delete;
  InitialSearch& operator=(const InitialSearch&) = delete;

  InitialFindings run() {
    const Interruptible interruptible(search_.stop);
    const KnowsPast knows(worker_, no_past_);
    worker_.set_level(1);
    if (facts_.needs_one_worker) give_totals();
    search_.space.store().begin_level();
    std::shared_ptr<const EvaluationError> error;
    try {
      worker_.initial_states([this](State state) { return receive(state); });
    } catch (const EvaluationError& e) {
      error = std::make_shared<EvaluationError>(e);
    } catch (const Interrupted&) {
      found_.interrupted = true;
    }
    const std::uint64_t enumerated = enumerated_;
    settle_all();
    if (error && goes_on()) {
      record_error(error, Phase::enumeration, static_cast<std::uint32_t>(enumerated));
      found_.generated = enumerated;
      if (found_.events.back().successors_generated() > enumerated) ++found_.generated;
    }
    worker_.release();
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool goes_on() const { return !found_.ended && !found_.store_is_full && !found_.interrupted; }

  bool receive(State state) {
    if (search_.stop.requested()) {
      found_.interrupted = true;
      return false;
    }
    if (enumerated_ == std::numeric_limits<std::uint32_t>::max()) {  // keys have no more numbers
      found_.store_is_full = true;
      return false;
    }
    const auto ordinal = static_cast<std::uint32_t>(enumerated_++);
    generated_.set(enumerated_);
    // The first states show the layout what there is.
    if (may_share_ && enumerated_ > Batch::size && search_.space.count() > 0) {
      hand_over(state, ordinal);
    } else {
      take(state, ordinal);
    }
    return goes_on();
  }

  /// Judges a state at once.
  void take(State state, std::uint32_t ordinal) {
    ordinal_ = ordinal;
    found_.generated = std::uint64_t{ordinal} + 1;
    Judgement judgement;
    if (facts_.needs_one_worker) give_totals();
    if (!judge_.look_at_constraints(state, judgement)) return apply(judgement);
    bool is_new = false;
    if (judgement.in_model) {
      try {
        is_new = insert(state);
      } catch (const EvaluationError& error) {
        return record_error(std::make_shared<EvaluationError>(error), Phase::view, ordinal);
      }
    }
    if (found_.store_is_full || found_.interrupted) return;
    if (facts_.needs_one_worker) give_totals();
    if (!judgement.in_model || is_new) {
      judge_.look_at_properties(state, judgement);
      apply(judgement);
    }
    look_at_limit(is_new);
  }

  /// TLCGet's running totals. Every initial state waits in the queue from the beginning, as in TLC.
  void give_totals() {
    program::Totals totals;
    totals.generated = totals.initial = enumerated_;
    totals.distinct = totals.queue = search_.space.count();
    totals.level = 1;
    totals.seconds = search_.watch.seconds();
    worker_.set_totals(totals);
  }

  /// Puts a state into a batch that others judge meanwhile.
  void hand_over(State state, std::uint32_t ordinal) {
    const std::size_t words = search_.space.state_words();
    actual_.resize(words);
    if (store::Misfit misfit; !search_.space.pack(state, {}, actual_.data(), misfit)) {
      // The layout changes, and what is under way is packed in the old one.
      settle_all();
      if (goes_on()) take(state, ordinal);
      return;
    }
    if (!filling_) {
      filling_ = std::make_unique<Batch>();
      filling_->first = ordinal;
      filling_->packed.reserve(Batch::size * words);
    }
    filling_->packed.insert(filling_->packed.end(), actual_.begin(), actual_.end());
    if (filling_->packed.size() < Batch::size * words) return;
    start_batch();
    const std::size_t most_under_way = std::size_t{4} * workers_.threads.count();
    if (under_way_.size() >= most_under_way) workers_.threads.finish();
    // Acquire: pairs with the release in `judge_batch`.
    while (!under_way_.empty() && under_way_.front()->judged.load(std::memory_order_acquire)) settle_first();
  }

  void start_batch() {
    Batch& batch = *filling_;
    under_way_.push_back(std::move(filling_));
    workers_.threads.start([this, &batch](unsigned worker) { judge_batch(batch, worker); });
  }

  /// On any thread.
  void judge_batch(Batch& batch, unsigned worker) {
    const Interruptible interruptible(search_.stop);
    ModelWorker& model = worker == 0 ? second_worker() : workers_.worker(worker);
    const KnowsPast knows(model, no_past_);
    model.set_level(1);
    const Judge judge(search_, model);
    const std::size_t words = search_.space.state_words();
    values::Arena arena;
    std::vector<Value> state(facts_.variables.size());
    try {
      for (std::size_t at = 0; at < batch.packed.size(); at += words) {
        arena.reset();
        search_.space.layout().unpack(batch.packed.data() + at, {}, arena, state);
        batch.judgements.push_back(judge.judge(state));
        model.release();
      }
    } catch (const Interrupted&) {
      Judgement interrupted;
      interrupted.interrupted = true;
      batch.judgements.push_back(std::move(interrupted));
    }
    batch.judged.store(true, std::memory_order_release);
  }

  /// Of the thread that enumerates: its first is in the middle of that.
  ModelWorker& second_worker() {
    if (!second_worker_) second_worker_ = search_.model.new_worker();
    return *second_worker_;
  }

  /// Waits for everything that is under way, and does what the sequential search would have done.
  void settle_all() {
    if (filling_) start_batch();
    workers_.threads.finish();
    while (!under_way_.empty()) settle_first();
  }

  void settle_first() {
    const std::unique_ptr<Batch> batch = std::move(under_way_.front());
    under_way_.pop_front();
    const std::size_t words = search_.space.state_words();
    for (std::size_t i = 0; i < batch->judgements.size() && goes_on(); ++i) {
      ordinal_ = batch->first + static_cast<std::uint32_t>(i);
      settle(batch->judgements[i], batch->packed.data() + i * words);
    }
  }

  void settle(const Judgement& judgement, const store::Word* packed) {
    if (judgement.interrupted) {
      found_.interrupted = true;
      return;
    }
    found_.generated = std::uint64_t{ordinal_} + 1;
    if (judgement.error && judgement.phase == Phase::constraint) return apply(judgement);
    const bool is_new = judgement.in_model && insert_packed(packed);
    if (found_.store_is_full || found_.interrupted) return;
    if (!judgement.in_model || is_new) apply(judgement);
    look_at_limit(is_new);
  }

  bool insert(State state) {
    store::StateSpace& space = search_.space;
    const State key = facts_.merges_states() ? identity_.of(state) : state;
    if (space.count() == 0) space.adapt(state, key);
    pack(state, key);
    return insert_packed(actual_.data());
  }

  bool insert_packed(const store::Word* packed) {
    store::StateSpace& space = search_.space;
    while (!space.can_fold() || space.store().full()) {
      if (!workers_.afford(space.growth_bytes())) {
        found_.interrupted = true;
        return false;
      }
      if (!space.grow(loop_)) {
        found_.store_is_full = true;
        return false;
      }
    }
    record_.resize(space.key_record_words());
    space.fold_key(facts_.merges_states() ? key_.data() : packed, {}, nodes_, record_.data());
    const auto found = space.store().insert(record_.data(), space.store().hash(record_.data()), ordinal_);
    if (!found.is_new || !facts_.merges_states()) return found.is_new;
    if (!space.reserve_actual(1, loop_)) throw std::bad_alloc();
    space.set_actual(found.id, packed, nodes_);
    return true;
  }

  /// Packs, widening the layout as often as needed.
  void pack(State state, State key) {
    store::StateSpace& space = search_.space;
    store::Misfit misfit;
    for (;;) {
      actual_.resize(space.state_words());
      key_.resize(space.key_words());
      if (space.pack(state, {}, actual_.data(), misfit) &&
          (!facts_.merges_states() || space.pack_key(key, {}, key_.data(), misfit))) {
        return;
      }
      if (!workers_.afford(space.bytes())) throw Interrupted();
      space.widen({&misfit, 1}, loop_);
    }
  }

  void apply(const Judgement& judgement) {
    if (judgement.interrupted) found_.interrupted = true;
    if (judgement.invariant) violation(*judgement.invariant, Phase::invariant);
    if (judgement.implied_init && goes_on()) violation(*judgement.implied_init, Phase::implied);
    if (judgement.error && goes_on()) record_error(judgement.error, judgement.phase, ordinal_);
  }

  void look_at_limit(bool is_new) {
    if (!is_new || !goes_on() || !search_.options.max_states) return;
    if (search_.space.count() >= *search_.options.max_states)
      record({.key = {0, ordinal_}, .phase = Phase::limit, .kind = EventKind::limit});
  }

  void violation(std::size_t property, Phase phase) {
    record({.key = {0, ordinal_}, .phase = phase, .kind = EventKind::violation, .property = property});
  }

  void record_error(std::shared_ptr<const EvaluationError> error, Phase phase, std::uint32_t ordinal) {
    Event event{.key = {0, ordinal}, .phase = phase, .kind = EventKind::error};
    event.error = std::move(error);
    record(std::move(event));
  }

  void record(Event event) {
    const bool continued = event.kind == EventKind::violation && event.phase == Phase::invariant &&
                           search_.options.continue_after_violation;
    found_.ended = !continued;
    found_.events.push_back(std::move(event));
  }

  const Search& search_;
  const ModelFacts& facts_;
  const InitialWorkers& workers_;
  ModelWorker& worker_;
  std::unique_ptr<ModelWorker> second_worker_;
  Judge judge_;
  const StoredPast no_past_;
  Identity identity_;
  const store::RangeLoop& loop_;
  LiveCounter& generated_;
  bool may_share_;
  InitialFindings found_;
  std::uint64_t enumerated_ = 0;
  std::uint32_t ordinal_ = 0;
  std::unique_ptr<Batch> filling_;
  std::deque<std::unique_ptr<Batch>> under_way_;
  std::vector<store::Word> actual_;
  std::vector<store::Word> key_;
  std::vector<store::Word> record_;
  std::vector<store::RecordSet::Id> nodes_;
};

}  // namespace

InitialFindings find_initial_states(const Search& search, const InitialWorkers& workers,
                                    const store::RangeLoop& loop, LiveCounter& generated) {
  return InitialSearch(search, workers, loop, generated).run();
}

}  // namespace synod::explore
