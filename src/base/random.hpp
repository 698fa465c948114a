// The draws of RandomElement, RandomSubset and their like. Both evaluators use these few functions, so that a
// run is repeated by its seed and a trace can be replayed.
//
// A draw depends on (seed, place, state, number): the seed of the run; the span of the operator's
// application; the digest of the current state, which is that of its values' TLA+ texts in declaration order
// (no values: a constant expression or an initial predicate); and how many draws were made at that place
// since the evaluation began, where an evaluation is one of: all initial states, all successors of one state,
// one predicate of a state or a step.
//
// In a simulation the state's digest is that of (behaviour, level, state), so that behaviours which pass
// through the same state need not go on in the same way.
//
// RandomElement(S) with S = [D -> R], a product or a record set draws each component in order. With S =
// SUBSET T of more than `listed_at_most` elements it takes each element of T, in order, when below(draw, 2)
// is 1. Any other S is sorted and the element at below(draw, |S|) is taken. RandomSubset(k, S) walks through
// S in order and takes an element when below(draw, elements left) < elements still needed. If S is a product
// of this kind with more than `listed_at_most` elements and |S| div 2 > k, it takes elements like
// RandomElement until k different ones are there. RandomSetOfSubsets(k, n, S) makes k subsets, each by
// walking through S in order and taking an element when below(draw, |S|) < n. RandomSubsetSet(k, p, S) takes
// an element when that happens with probability p.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.hpp"

namespace synod {

inline constexpr std::uint64_t listed_at_most = 65536;

/// The finaliser of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA
/// 2014).
[[nodiscard]] constexpr std::uint64_t mix_bits(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

/// The digest of a state: fold the texts of its values, in declaration order, into `digest`, which starts at
/// 0.
[[nodiscard]] constexpr std::uint64_t fold_text(std::uint64_t digest, std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return mix_bits(digest ^ hash);
}

[[nodiscard]] constexpr std::uint64_t draw(std::uint64_t seed, const Span& place, std::uint64_t state,
                                           std::uint64_t number) {
  std::uint64_t x = mix_bits(seed);
  x = mix_bits(x ^ place.source);
  x = mix_bits(x ^ (std::uint64_t{place.begin.line} << 32U | place.begin.column));
  x = mix_bits(x ^ (std::uint64_t{place.end.line} << 32U | place.end.column));
  x = mix_bits(x ^ state);
  return mix_bits(x ^ number);
}

/// The digest of a state of a simulation's behaviour.
[[nodiscard]] constexpr std::uint64_t digest_in_behaviour(std::uint64_t digest, std::uint64_t behaviour,
                                                          std::uint64_t level) {
  return mix_bits(mix_bits(digest ^ mix_bits(behaviour)) ^ level);
}

/// Whether something of probability p happens.
[[nodiscard]] constexpr bool happens(std::uint64_t random, double p) {
  constexpr double numbers = 9007199254740992.0;  // 2^53: every one of these has a double
  return static_cast<double>(random >> 11U) / numbers < p;
}

/// A number in 0..bound-1 from a draw; bound > 0. The bias is below bound / 2^64.
[[nodiscard]] constexpr std::uint64_t below(std::uint64_t random, std::uint64_t bound) {
  return random % bound;
}

/// A number in low..high from a draw; low <= high.
[[nodiscard]] constexpr std::int64_t between(std::uint64_t random, std::int64_t low, std::int64_t high) {
  const std::uint64_t last = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
  const std::uint64_t index = last == UINT64_MAX ? random : below(random, last + 1);
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + index);
}

}  // namespace synod
