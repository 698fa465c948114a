#include "store/ranking.hpp"

#include <algorithm>

#include "base/evaluation_error.hpp"
#include "values/hashing.hpp"

namespace synod::store {

std::optional<Ranking> Ranking::of(std::span<const Value> by_code) {
  std::optional<Ranking> ranking{Ranking()};
  for (const Value v : by_code) {
    ranking = ranking->with(v);
    if (!ranking) break;
  }
  return ranking;
}

std::optional<Ranking> Ranking::with(Value v) const {
  std::ptrdiff_t place = 0;
  try {
    // Compares with both neighbours of the place, and so settles the order of all.
    place = std::lower_bound(sorted_.begin(), sorted_.end(), v,
                             [](Value a, Value b) { return values::compare(a, b) < 0; }) -
            sorted_.begin();
  } catch (const EvaluationError&) {
    return std::nullopt;
  }
  Ranking wider = *this;
  for (std::uint32_t& p : wider.places_) {
    if (p >= place) ++p;
  }
  wider.places_.push_back(static_cast<std::uint32_t>(place));
  wider.sorted_.insert(wider.sorted_.begin() + place, v);
  wider.hashes_.insert(wider.hashes_.begin() + place, values::element_hash(values::hash(v)));
  return wider;
}

}  // namespace synod::store
