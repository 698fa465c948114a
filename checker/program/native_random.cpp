// RandomElement and the module Randomization, as base/random.hpp defines their draws.
#include <algorithm>
#include <charconv>

#include "base/random.hpp"
#include "program/code.hpp"
#include "program/native.hpp"

namespace synod::program {

using semantics::Native;

namespace {

/// Of the state in sight.
std::uint64_t state_digest(Frame& f) {
  Context& c = *f.context;
  if (c.digested != c.state_in_sight) {
    c.digest = 0;
    for (std::size_t i = 0; i < c.code.model().spec.variables.size(); ++i)
      c.digest = fold_text(c.digest, values::to_string(f.current[i]));
    c.digested = c.state_in_sight;
  }
  return c.digest;
}

std::uint64_t next_draw(const Node& node, Frame& f) {
  Context& c = *f.context;
  std::uint64_t digest = 0;
  if (f.current != nullptr && !c.initial) {
    digest = state_digest(f);
    if (c.behaviour) digest = digest_in_behaviour(digest, *c.behaviour, c.level);
  }
  return draw(c.code.settings().seed, node.span, digest, c.draws[&node]++);
}

/// Larger sets that are products of others, in a wide sense, are not built.
bool is_listed(Frame& f, Value set) {
  switch (set.kind()) {
    case Kind::function_set:
    case Kind::product:
    case Kind::record_set:
    case Kind::powerset:
      return values::saturating_cardinality(f.context->arena, set) <= listed_at_most;
    default:
      return true;
  }
}

/// The elements of `all` for which `chosen(elements left)` is true, in order.
template <class Chosen>
Value subset(Frame& f, Value all, const Chosen& chosen) {
  std::vector<Value> kept;
  std::uint64_t left = values::size(all);
  for (const Value v : values::elements(all)) {
    if (chosen(left--)) kept.push_back(v);
  }
  return values::make_sorted_set(f.context->arena, kept);
}

[[noreturn]] void fail_empty(const Node& node) {
  node.fail(EvaluationFault::unforeseen, "Attempted to draw a random element of the empty set.");
}

Value listed_element_of(const Node& node, Frame& f, Value set) {
  const Value all = values::expand(f.context->arena, set);
  if (values::size(all) == 0) fail_empty(node);
  return values::elements(all)[below(next_draw(node, f), values::size(all))];
}

/// A random element of a set without building it where it is a product of sets.
Value random_element_of(const Node& node, Frame& f, Value set) {
  values::Arena& arena = f.context->arena;
  const auto pick = [&](Value s) { return random_element_of(node, f, s); };
  switch (set.kind()) {
    case Kind::function_set: {
      const Value domain = values::expand(arena, (*set.as_object())[0]);
      std::vector<Value> range;
      for (std::size_t i = 0; i < values::size(domain); ++i) range.push_back(pick((*set.as_object())[1]));
      return values::make_function(arena, domain, range);
    }
    case Kind::product: {
      std::vector<Value> items;
      for (const Value factor : set.as_object()->all()) items.push_back(pick(factor));
      return values::make_tuple(arena, items);
    }
    case Kind::record_set: {
      std::vector<Value> items;
      for (const Value factor : set.as_object()->all().subspan(1)) items.push_back(pick(factor));
      return values::make_function(arena, (*set.as_object())[0], items);
    }
    case Kind::powerset:
      if (is_listed(f, set)) return listed_element_of(node, f, set);
      return subset(f, values::expand(arena, (*set.as_object())[0]),
                    [&](std::uint64_t) { return below(next_draw(node, f), 2) == 1; });
    case Kind::interval: {
      const std::int64_t low = (*set.as_object())[0].as_integer();
      const std::int64_t high = (*set.as_object())[1].as_integer();
      if (low > high) fail_empty(node);
      return values::make_integer(arena, between(next_draw(node, f), low, high));
    }
    default:
      return listed_element_of(node, f, set);
  }
}

/// `argument`: which one, of what.
void check_finite(const Node& node, const std::string& argument, Value v) {
  if (values::is_set(v.kind()) && values::is_finite(v)) return;
  node.fail(EvaluationFault::argument,
            argument + " must be a finite set, but it is " + values::to_string(v) + ".");
}

Value random_element(const Node& node, Frame& f, std::span<const Value> a) {
  check_finite(node, "The argument of RandomElement", a[0]);
  return random_element_of(node, f, a[0]);
}

Value finite_set(const Node& node, Frame& f, const char* name, Value v) {
  check_finite(node, std::string("The last argument of ") + name, v);
  return component(*f.context, v);
}

std::uint64_t count(const Node& node, const char* name, const char* which, Value v) {
  if (!v.is_integer() || v.as_integer() < 0) {
    node.fail(EvaluationFault::argument, std::string("The ") + which + " argument of " + name +
                                             " must be a number from 0 on, but it is " +
                                             values::to_string(v) + ".");
  }
  return static_cast<std::uint64_t>(v.as_integer());
}

/// `needed` different elements of a set that is not listed.
Value drawn_subset(const Node& node, Frame& f, Value set, std::uint64_t needed) {
  std::vector<Value> drawn;
  for (;;) {
    while (drawn.size() < needed) {
      evaluation_step();
      drawn.push_back(random_element_of(node, f, set));
    }
    const Value different = values::make_set(f.context->arena, drawn);
    if (values::size(different) == needed) return different;
    const auto kept = values::elements(different);
    drawn.assign(kept.begin(), kept.end());
  }
}

Value random_subset(const Node& node, Frame& f, std::span<const Value> a) {
  std::uint64_t needed = count(node, "RandomSubset", "first", a[0]);
  check_finite(node, "The last argument of RandomSubset", a[1]);
  if (values::saturating_cardinality(f.context->arena, a[1]) / 2 > needed && !is_listed(f, a[1]))
    return drawn_subset(node, f, a[1], needed);
  const Value all = component(*f.context, a[1]);
  // As in TLC: all of S, if that is not more.
  needed = std::min<std::uint64_t>(needed, values::size(all));
  return subset(f, all, [&](std::uint64_t left) {
    if (needed == 0 || below(next_draw(node, f), left) >= needed) return false;
    --needed;
    return true;
  });
}

/// `picks` subsets of `all`, each a draw per element.
template <class Chosen>
Value random_subsets(const Node& node, Frame& f, const char* name, std::uint64_t picks, Value all,
                     const Chosen& chosen) {
  const std::size_t size = values::size(all);
  if (size < 63 && picks > std::uint64_t{1} << size) {
    node.fail(EvaluationFault::argument, std::string("The first argument of ") + name +
                                             " must be at most the number of subsets of its set, but it is " +
                                             std::to_string(picks) + ".");
  }
  std::vector<Value> subsets;
  for (std::uint64_t i = 0; i < picks; ++i) {
    evaluation_step();
    subsets.push_back(subset(f, all, [&](std::uint64_t) { return chosen(next_draw(node, f)); }));
  }
  return values::make_set(f.context->arena, subsets);
}

Value random_set_of_subsets(const Node& node, Frame& f, std::span<const Value> a) {
  constexpr const char* name = "RandomSetOfSubsets";
  const std::uint64_t picks = count(node, name, "first", a[0]);
  const std::uint64_t mean = count(node, name, "second", a[1]);
  const Value all = finite_set(node, f, name, a[2]);
  const std::size_t size = values::size(all);
  if (mean > size) {
    node.fail(EvaluationFault::argument,
              "The second argument of RandomSetOfSubsets must be at most the size of its set, but it is " +
                  std::to_string(mean) + ".");
  }
  return random_subsets(node, f, name, picks, all,
                        [&](std::uint64_t random) { return below(random, size) < mean; });
}

double probability(const Node& node, Value v) {
  double p = -1;
  if (v.is_string()) {
    const std::string& text = v.text();
    const auto read = std::from_chars(text.data(), text.data() + text.size(), p);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) p = -1;
  }
  if (p >= 0 && p <= 1) return p;
  node.fail(
      EvaluationFault::argument,
      "The second argument of RandomSubsetSet must be a probability as a string, such as \"0.25\", but it "
      "is " +
          values::to_string(v) + ".");
}

Value random_subset_set(const Node& node, Frame& f, std::span<const Value> a) {
  constexpr const char* name = "RandomSubsetSet";
  const std::uint64_t picks = count(node, name, "first", a[0]);
  const double p = probability(node, a[1]);
  return random_subsets(node, f, name, picks, finite_set(node, f, name, a[2]),
                        [&](std::uint64_t random) { return happens(random, p); });
}

}  // namespace

NativeFunction random_function(Native native) {
  switch (native) {
    case Native::random_element:
      return random_element;
    case Native::random_subset:
      return random_subset;
    case Native::random_set_of_subsets:
      return random_set_of_subsets;
    case Native::random_subset_set:
      return random_subset_set;
    default:
      return nullptr;
  }
}

}  // namespace synod::program
