// Set and function operations, and interning: what almost every successor of a state pays for.
#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#include "values/interner.hpp"
#include "values/sets.hpp"
#include "values/value.hpp"

namespace synod::values {
namespace {

// -- building blocks ----------------------------------------------------------------------------------------

std::vector<Value> integers(std::int64_t first, std::int64_t count) {
  std::vector<Value> result;
  for (std::int64_t i = 0; i < count; ++i) result.push_back(Value::small_integer(first + i));
  return result;
}

Value set_of(Arena& arena, std::int64_t first, std::int64_t count) {
  return make_sorted_set(arena, integers(first, count));
}

// A message as specifications have them: a record of three fields.
Value message(Arena& arena, std::int64_t ballot) {
  const std::vector<AtomId> names = {atoms().string("bal"), atoms().string("from"), atoms().string("type")};
  const std::vector<Value> fields = {Value::small_integer(ballot), Value::string(atoms().string("a1")),
                                     Value::string(atoms().string("LastVote"))};
  return make_record(arena, names, fields);
}

Value messages(Arena& arena, std::int64_t count) {
  std::vector<Value> items;
  for (std::int64_t i = 0; i < count; ++i) items.push_back(message(arena, i));
  return make_set(arena, items);
}

// -- sets ---------------------------------------------------------------------------------------------------

void set_membership(benchmark::State& state) {
  Arena arena;
  const Value set = set_of(arena, 0, state.range(0));
  std::int64_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(contains(arena, set, Value::small_integer(i)));
    i = i == state.range(0) ? 0 : i + 1;
  }
}
BENCHMARK(set_membership)->Arg(4)->Arg(64)->Arg(1024);

// msgs \cup {m}
void set_grows_by_one(benchmark::State& state) {
  Arena arena;
  const Value set = messages(arena, state.range(0));
  const Value one = make_set(arena, std::vector<Value>{message(arena, state.range(0) / 2 + 100000)});
  const Arena::Mark mark = arena.mark();
  for (auto _ : state) {
    benchmark::DoNotOptimize(set_union(arena, set, one));
    arena.reset(mark);
  }
}
BENCHMARK(set_grows_by_one)->Arg(4)->Arg(64)->Arg(1024);

void set_difference_of_halves(benchmark::State& state) {
  Arena arena;
  const Value whole = set_of(arena, 0, state.range(0));
  const Value half = set_of(arena, 0, state.range(0) / 2);
  const Arena::Mark mark = arena.mark();
  for (auto _ : state) {
    benchmark::DoNotOptimize(set_difference(arena, whole, half));
    arena.reset(mark);
  }
}
BENCHMARK(set_difference_of_halves)->Arg(4)->Arg(64)->Arg(1024);

// SUBSET S, walked to the end.
void subsets_of(benchmark::State& state) {
  Arena arena;
  const Value powerset =
      make_symbolic(arena, Kind::powerset, std::vector<Value>{set_of(arena, 0, state.range(0))});
  const Arena::Mark mark = arena.mark();
  for (auto _ : state) {
    Enumerator walk(arena, powerset);
    Value subset;
    while (walk.next(subset)) benchmark::DoNotOptimize(subset);
    arena.reset(mark);
  }
}
BENCHMARK(subsets_of)->Arg(4)->Arg(10);

// -- functions ----------------------------------------------------------------------------------------------

void function_application(benchmark::State& state) {
  Arena arena;
  const Value f = make_function(arena, set_of(arena, 100, state.range(0)), integers(0, state.range(0)));
  std::int64_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(apply(arena, f, Value::small_integer(100 + i)));
    i = i + 1 == state.range(0) ? 0 : i + 1;
  }
}
BENCHMARK(function_application)->Arg(4)->Arg(64)->Arg(1024);

void function_construction(benchmark::State& state) {
  Arena arena;
  const Value domain = set_of(arena, 100, state.range(0));
  const std::vector<Value> range = integers(0, state.range(0));
  const Arena::Mark mark = arena.mark();
  for (auto _ : state) {
    benchmark::DoNotOptimize(make_function(arena, domain, range));
    arena.reset(mark);
  }
}
BENCHMARK(function_construction)->Arg(4)->Arg(64)->Arg(1024);

// -- interning ----------------------------------------------------------------------------------------------

// A value that is interned already: the common case.
void intern_known(benchmark::State& state) {
  Arena arena;
  Interner interner;
  const Value set = messages(arena, state.range(0));
  benchmark::DoNotOptimize(interner.intern(set));
  for (auto _ : state) benchmark::DoNotOptimize(interner.intern(set));
}
BENCHMARK(intern_known)->Arg(1)->Arg(16)->Arg(256);

void intern_new(benchmark::State& state) {
  Arena arena;
  Interner interner;
  const Arena::Mark mark = arena.mark();
  std::int64_t ballot = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(interner.intern(message(arena, ballot)));
    ++ballot;
    arena.reset(mark);
  }
}
BENCHMARK(intern_new)->Iterations(1000000);

}  // namespace
}  // namespace synod::values
