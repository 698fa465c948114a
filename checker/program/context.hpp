// What a worker carries through evaluation.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>

#include "program/node.hpp"
#include "program/program.hpp"

namespace synod::program {

/// Memory for the slots of frames: one large lazily committed stretch, used as a stack.
class SlotStack {
 public:
  SlotStack();
  ~SlotStack();
  SlotStack(const SlotStack&) = delete;
  SlotStack& operator=(const SlotStack&) = delete;

  /// `count` slots, all none. Throws recursion_too_deep.
  Value* push(unsigned count);
  void pop(unsigned count) { top_ -= count; }

 private:
  Value* base_ = nullptr;
  Value* top_ = nullptr;
};

struct Context {
  Context(const Program::Code& c, values::Interner& i) : code(c), interner(i) {}

  const Program::Code& code;
  values::Interner& interner;
  values::Arena arena;
  SlotStack stack;
  std::uint64_t lazy_fills =
      0;  ///< counts cached lazies that were filled: temporaries may be dropped only if it stood still
  std::uint64_t level = 0;
  Totals totals;
  std::map<std::int64_t, Value> registers;  ///< TLCSet(n, v), interned
  std::map<std::string, Value> named_registers;
  bool exit_requested = false;
  bool sharing_registers = true;               ///< before the search starts, TLCSet reaches every worker
  bool initial = true;                         ///< no current state yet: assumptions and Init
  std::map<const Node*, std::uint64_t> draws;  ///< per random operator, in this evaluation

  /// Results of lazy functions that outlive every arena, by closure: each worker remembers its own.
  struct KeptResult {
    Value argument, value;
  };
  std::map<const void*, std::unordered_multimap<std::uint64_t, KeptResult>> kept_results;
};

/// The context that evaluates on this thread; set by Worker while it runs.
[[nodiscard]] Context*& active_context();

/// Drops the temporaries made in its scope, unless a cached lazy of an outer scope was filled meanwhile.
class Scratch {
 public:
  explicit Scratch(Context& c) : context_(c), mark_(c.arena.mark()), fills_(c.lazy_fills) {}
  void drop() {
    if (context_.lazy_fills == fills_) context_.arena.reset(mark_);
  }

 private:
  Context& context_;
  values::Arena::Mark mark_;
  std::uint64_t fills_;
};

/// The explicit form of a value that becomes part of another.
inline Value component(Context& c, Value v) {
  return values::is_explicit(v) ? v : values::expand(c.arena, v);
}

/// Calls `body(element)` for the elements of a finite set in order until it returns false.
template <class Body>
bool for_each(Context& c, Value set, Body&& body) {
  if (set.kind() == Kind::set) {
    for (const Value v : values::elements(set)) {
      if (!body(v)) return false;
    }
    return true;
  }
  if (set.kind() == Kind::interval) {
    const std::int64_t high = (*set.as_object())[1].as_integer();
    for (std::int64_t i = (*set.as_object())[0].as_integer(); i <= high; ++i) {
      if (!body(values::make_integer(c.arena, i))) return false;
    }
    return true;
  }
  values::Enumerator walk(c.arena, set);
  for (Value v; walk.next(v);) {
    if (!body(v)) return false;
  }
  return true;
}

/// Whether an interval or set is empty, etc., is left to callers; this only checks that it can be enumerated.
void check_enumerable(const Node& node, Value set);

}  // namespace synod::program
