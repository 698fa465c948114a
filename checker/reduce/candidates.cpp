#include "reduce/candidates.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "values/hashing.hpp"

namespace synod::reduce {
namespace {

std::uint64_t hash_of(std::span<const std::uint32_t> elements) {
  std::uint64_t hash = elements.size();
  for (const std::uint32_t e : elements) hash = values::mix(hash + e);
  return hash;
}

/// About what a set and its entry in the table take beside its elements.
constexpr std::size_t overhead = 96;

}  // namespace

Candidates::Candidates(const Group& group) : group_(group) { clear(); }

void Candidates::clear() {
  sets_.clear();
  by_hash_.clear();
  parts_.clear();
  bytes_ = 0;
  std::vector<std::uint32_t> all(group_.order());
  std::iota(all.begin(), all.end(), 0U);
  static_cast<void>(set_of(std::move(all)));
}

CandidateSet Candidates::set_of(std::vector<std::uint32_t> elements) {
  const std::uint64_t hash = hash_of(elements);
  const auto [first, last] = by_hash_.equal_range(hash);
  const auto found =
      std::find_if(first, last, [&](const auto& entry) { return sets_[entry.second] == elements; });
  if (found != last) return found->second;
  const auto number = static_cast<CandidateSet>(sets_.size());
  bytes_ += elements.size() * sizeof(std::uint32_t) + overhead;
  sets_.push_back(std::move(elements));
  by_hash_.emplace(hash, number);
  return number;
}

CandidateSet Candidates::united(std::span<const CandidateSet> sets) {
  if (sets.size() == 1) return sets.front();
  std::vector<std::uint32_t> all;
  for (const CandidateSet set : sets) all.insert(all.end(), sets_[set].begin(), sets_[set].end());
  std::sort(all.begin(), all.end());
  return set_of(std::move(all));
}

std::span<const Candidates::Part> Candidates::parted(CandidateSet set, Point target) {
  const std::uint64_t key = (std::uint64_t{set} << 16) | target;
  if (const auto found = parts_.find(key); found != parts_.end()) return found->second;
  std::vector<std::vector<std::uint32_t>> by_preimage(group_.degree());
  for (const std::uint32_t e : sets_[set]) by_preimage[group_.preimage(e, target)].push_back(e);
  std::vector<Part> parts;
  for (std::size_t from = 0; from < by_preimage.size(); ++from) {
    if (!by_preimage[from].empty())
      parts.push_back({static_cast<Point>(from), set_of(std::move(by_preimage[from]))});
  }
  bytes_ += parts.size() * sizeof(Part) + overhead;
  return parts_.emplace(key, std::move(parts)).first->second;
}

}  // namespace synod::reduce
