// The canonical state of an orbit: the least of a state's images under a group, variable by variable in the
// order of values.
//
// The images are not made one by one. Of the group's elements those are candidates that give the least image
// of what has been looked at so far: at first all of them, then those that are best for the first variable,
// and so on into functions, tuples and sets. There are few different sets of candidates and few different
// values beside the many states, so what a value leaves of a set of candidates is remembered.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "reduce/candidates.hpp"
#include "reduce/group.hpp"
#include "reduce/value_pool.hpp"

namespace synod::reduce {

/// Belongs to one worker. `group` must outlive it. What is remembered is bounded: beyond `memory` bytes all
/// of it is forgotten.
class LeastImage {
 public:
  static constexpr std::size_t usual_memory = std::size_t{48} << 20;
  explicit LeastImage(const Group& group, std::size_t memory = usual_memory);

  /// The least image of a state of explicit values; equal values of different states are one word as long as
  /// `forgotten` stays the same. Valid until the next call. Throws EvaluationError(incomparable) where images
  /// cannot be ordered.
  std::span<const Value> of(std::span<const Value> state);
  /// The states asked for next are like this one: values of it that come again in them, as the same words,
  /// are known at once. They must live until the next call of `near`.
  void near(std::span<const Value> state);
  /// How often everything was forgotten.
  [[nodiscard]] std::uint64_t forgotten() const { return forgotten_; }

 private:
  /// The least image of a value under some candidates, and the candidates that give it.
  struct Refined {
    Value image;
    CandidateSet candidates = Candidates::whole_group;
  };
  class BestOf;

  [[nodiscard]] Value kept(std::size_t variable, Value v);
  Refined refine(CandidateSet candidates, Value v);
  Refined refine_atom(CandidateSet candidates, Value v);
  Refined refine_object(CandidateSet candidates, Value v);
  Refined refine_tuple(CandidateSet candidates, Value v);
  Refined refine_function(CandidateSet candidates, Value v);
  Refined refine_set(CandidateSet candidates, Value v);
  Refined refine_elements(CandidateSet candidates, Value v);
  Refined one_by_one(CandidateSet candidates, Value v);
  [[nodiscard]] Value single_image(CandidateSet single, Value v);
  void forget();
  [[nodiscard]] std::size_t bytes() const;

  /// What is known, by candidates and value.
  class Memory {
   public:
    Memory();
    [[nodiscard]] const Refined* find(CandidateSet candidates, Value v) const;
    void add(CandidateSet candidates, Value v, const Refined& refined);
    void clear();
    [[nodiscard]] std::size_t bytes() const { return entries_.size() * sizeof(Entry); }

   private:
    struct Entry {
      Value value;  // none: free
      Refined refined;
      CandidateSet candidates = 0;
    };
    [[nodiscard]] std::size_t place(CandidateSet candidates, Value v) const;
    std::vector<Entry> entries_;
    std::size_t count_ = 0;
  };

  const Group& group_;
  std::size_t most_bytes_;
  Candidates candidates_;
  ValuePool pool_;
  Memory memory_;
  std::uint64_t forgotten_ = 0;
  std::vector<Value> state_;
  std::vector<Value> near_;       // what `near` was given
  std::vector<Value> near_kept_;  // the same in the pool; none: not yet
};

}  // namespace synod::reduce
