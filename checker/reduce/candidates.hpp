// Sets of elements of a group: those that are still candidates for giving the least image.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "reduce/group.hpp"

namespace synod::reduce {

/// Equal sets have one number.
using CandidateSet = std::uint32_t;

/// Not thread-safe. `group` must outlive it.
class Candidates {
 public:
  explicit Candidates(const Group& group);

  static constexpr CandidateSet whole_group = 0;
  /// In increasing order; never empty. Valid until the next set is made.
  [[nodiscard]] std::span<const std::uint32_t> elements(CandidateSet set) const { return sets_[set]; }
  [[nodiscard]] std::size_t size(CandidateSet set) const { return sets_[set].size(); }

  /// The set of these elements, which are in increasing order.
  CandidateSet set_of(std::vector<std::uint32_t> elements);
  /// Of sets without common elements.
  CandidateSet united(std::span<const CandidateSet> sets);

  /// The candidates that take `from` to the point asked for.
  struct Part {
    Point from;
    CandidateSet candidates;
  };
  /// All of a set, parted by the preimage of a point. Valid until the next call.
  std::span<const Part> parted(CandidateSet set, Point target);

  /// All sets but that of the whole group are gone.
  void clear();
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  const Group& group_;
  std::vector<std::vector<std::uint32_t>> sets_;
  std::unordered_multimap<std::uint64_t, CandidateSet> by_hash_;
  std::unordered_map<std::uint64_t, std::vector<Part>> parts_;  // by set and target
  std::size_t bytes_ = 0;
};

}  // namespace synod::reduce
