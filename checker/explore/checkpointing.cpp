// What a checkpoint says of a search: the last level that was completed, and all that was found up to there.
//
// States are numbered in the order in which they were found, so those levels are the first states of the
// store, whatever has been found since. It can be written whenever the workers stand still, also in the
// middle of a level, whose work is lost then.
#include <string>
#include <utility>

#include "base/memory.hpp"
#include "explore/breadth_first.hpp"
#include "explore/outcome.hpp"

namespace synod::explore {
namespace {

using store::CheckpointReader;
using store::CheckpointWriter;
using store::ValueReader;

void write_span(CheckpointWriter& to, const Span& span) {
  for (const std::uint64_t n :
       {span.source, span.begin.line, span.begin.column, span.end.line, span.end.column})
    to.number(n);
}

Span read_span(CheckpointReader& from) {
  const auto next = [&] { return static_cast<std::uint32_t>(from.number()); };
  Span span;
  span.source = next();
  span.begin = {next(), next()};
  span.end = {next(), next()};
  return span;
}

void write_values(CheckpointWriter& to, const std::vector<Value>& values) {
  to.number(values.size());
  for (const Value v : values) write_value(to, v);
}

std::vector<Value> read_values(CheckpointReader& from, const ValueReader& reader) {
  std::vector<Value> values(from.count(sizeof(Value)));
  for (Value& v : values) v = reader.value(from);
  return values;
}

void write_trace(CheckpointWriter& to, const std::vector<TraceStep>& trace) {
  to.number(trace.size());
  for (const TraceStep& step : trace) {
    write_values(to, step.state);
    to.text(step.label.name);
    write_values(to, step.label.arguments);
    write_span(to, step.label.span);
  }
}

std::vector<TraceStep> read_trace(CheckpointReader& from, const ValueReader& values) {
  std::vector<TraceStep> trace(from.count());
  for (TraceStep& step : trace) {
    step.state = read_values(from, values);
    step.label.name = from.text();
    step.label.arguments = read_values(from, values);
    step.label.span = read_span(from);
  }
  return trace;
}

}  // namespace

void BreadthFirst::write_checkpoint(CheckpointWriter& to) {
  store::write_values(to, space_.interner());
  to.name("search");
  to.number(level_.number);
  to.number(level_.known);
  to.number(facts_.symmetry ? facts_.symmetry->order() : 1);
  to.number(generated_before_);
  to.number(static_cast<std::uint64_t>(seconds_since_start() * 1e6));
  to.number(search_.known_violations.size());
  for (const bool known : search_.known_violations) to.number(known ? 1 : 0);
  to.number(result_.violations_continued.size());
  for (std::size_t i = 0; i < result_.violations_continued.size(); ++i) {
    to.text(result_.violations_continued[i]);
    write_trace(to, result_.traces_continued[i]);
  }
  to.number(coverage_.actions().size());
  for (const ActionCoverage& action : coverage_.actions()) {
    to.number(action.distinct);
    to.number(action.generated);
  }
  to.name("level");
  to.number(level_.states.size());
  to.bytes(level_.states.data(), level_.states.size() * sizeof(store::StateId));
  space_.write(to, level_.known);
  write_graph(to);
}

/// The steps of the states that were expanded: all but those of the level itself, which come last.
void BreadthFirst::write_graph(CheckpointWriter& to) const {
  to.name("graph");
  to.number(left_model() ? 1 : 0);
  to.number(initial_states_);
  const std::size_t expanded = search_.graph == nullptr ? 0 : level_.known - level_.states.size();
  to.number(expanded);
  for (std::size_t id = 0; id < expanded; ++id) {
    const auto successors = graph_.successors(static_cast<store::StateId>(id));
    to.number(successors.size());
    to.bytes(successors.data(), successors.size_bytes());
  }
}

void BreadthFirst::read_graph(CheckpointReader& from) {
  from.name("graph");
  left_model_ = from.number() != 0;
  initial_states_ = from.number();
  const std::size_t expanded = from.count(sizeof(std::uint64_t));
  if (expanded != (search_.graph == nullptr ? 0 : level_.known - level_.states.size()))
    throw store::CheckpointError("its numbers contradict each other");
  graph_.reserve(expanded);
  temporal::Graph::Recorder recorder(graph_);
  std::vector<store::StateId> successors;
  for (std::size_t id = 0; id < expanded; ++id) {
    successors.resize(from.count(sizeof(store::StateId)));
    from.bytes(successors.data(), successors.size() * sizeof(store::StateId));
    recorder.begin();
    for (const store::StateId successor : successors) {
      if (successor >= level_.known) throw store::CheckpointError("its numbers contradict each other");
      recorder.add(successor);
    }
    recorder.commit(static_cast<store::StateId>(id));
  }
}

void BreadthFirst::resume(const Resumption& resumption) {
  CheckpointReader& from = resumption.from;
  from.name("search");
  level_.number = from.number();
  level_.known = static_cast<store::StateId>(from.number());
  const auto expect = [&](std::size_t count) {
    if (from.number() != count) throw store::CheckpointError("it is that of a search for something else");
  };
  expect(facts_.symmetry ? facts_.symmetry->order() : 1);
  generated_before_ = from.number();
  seconds_before_ = static_cast<double>(from.number()) / 1e6;
  expect(search_.known_violations.size());
  for (std::size_t i = 0; i < search_.known_violations.size(); ++i)
    search_.known_violations[i] = from.number() != 0;
  for (std::size_t left = from.count(); left > 0; --left) {
    result_.violations_continued.push_back(from.text());
    result_.traces_continued.push_back(read_trace(from, resumption.values));
  }
  std::vector<ActionCoverage> actions(coverage_.actions().size());
  expect(actions.size());
  for (ActionCoverage& action : actions) action = {from.number(), from.number()};
  coverage_.restore(std::move(actions));
  from.name("level");
  level_.states = store::PageArray<store::StateId>(from.count(sizeof(store::StateId)), options_.scratch);
  from.bytes(level_.states.data(), level_.states.size() * sizeof(store::StateId));
  space_.read(from, resumption.values, range_loop());
  read_graph(from);
  from.finish();
  require_consistent();
  initial_generated_.set(generated_before_);
  search_.initial_generated = generated_before_;
  completed_[0].set(level_.known - level_.states.size());
  saved_level_ = level_.number;
  saved_states_ = level_.known;
}

/// Checksums have told damage; this tells a checkpoint that was made wrongly.
void BreadthFirst::require_consistent() const {
  bool consistent = space_.count() == level_.known && level_.number > 0 &&
                    (!level_.states.empty() || search_.graph != nullptr);
  for (const store::StateId id : level_.states) consistent = consistent && id < level_.known;
  for (store::StateId id = 0; id < level_.known && consistent; ++id) {
    const store::StateId parent = space_.parent(id);
    consistent = parent == store::no_state || parent < id;
  }
  if (!consistent) throw store::CheckpointError("its numbers contradict each other");
}

/// Writes a checkpoint unless the last one says the same. The workers must stand still.
CheckpointNote BreadthFirst::save_checkpoint() {
  CheckpointNote note{.place = options_.checkpoints.keeper->place(), .problem = ""};
  const bool is_over = level_.states.empty() && search_.graph == nullptr;  // else liveness is left
  if (is_over || level_.known == 0) {
    note.problem = level_.known == 0 ? "not even the initial states were complete" : "all states were found";
  } else if (facts_.needs_one_worker) {
    note.problem = "the specification writes registers or reads running totals, which would be lost";
  } else if (saved_level_ != level_.number) {
    note.problem = options_.checkpoints.keeper->save([this](CheckpointWriter& to) { write_checkpoint(to); });
    if (note.problem.empty()) {
      saved_level_ = level_.number;
      saved_states_ = level_.known;
    }
  }
  note.levels = saved_level_ == level_.number ? levels_reached() : saved_level_;
  note.states = saved_states_;
  last_checkpoint_ = seconds_since_start();
  checkpoint_due_ = false;
  return note;
}

/// The search stops because it was asked to.
void BreadthFirst::note_stop() {
  const StopReason reason = stop_.reason();
  result_.outcome = Outcome::interrupted;
  if (reason == StopReason::memory) set_out_of_memory(result_, options_.memory_bytes);
  if (!out_of_room_.empty()) result_.violated = out_of_room_;
  const CheckpointOptions& checkpoints = options_.checkpoints;
  const bool wanted = reason != StopReason::interrupt || checkpoints.on_interrupt;
  if (checkpoints.keeper != nullptr && wanted) result_.checkpoint = save_checkpoint();
}

void BreadthFirst::watch() {
  static_cast<void>(afford(0));
  const CheckpointOptions& checkpoints = options_.checkpoints;
  if (checkpoints.keeper == nullptr || checkpoints.interval.count() == 0) return;
  if (seconds_since_start() - last_checkpoint_ >= checkpoints.interval.count()) checkpoint_due_ = true;
}

bool BreadthFirst::fits_in_memory(std::size_t bytes) const {
  return options_.memory_bytes == 0 || memory_in_use() + bytes <= options_.memory_bytes;
}

/// Whether so much more memory can be had; else asks the search to stop.
bool BreadthFirst::afford(std::size_t bytes) {
  const bool fits = fits_in_memory(bytes);
  if (!fits) stop_.request(StopReason::memory);
  return fits;
}

}  // namespace synod::explore
