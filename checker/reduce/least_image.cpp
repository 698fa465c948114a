#include "reduce/least_image.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <utility>

#include "reduce/image.hpp"
#include "values/hashing.hpp"

namespace synod::reduce {
namespace {

using values::Kind;

/// With so few candidates the images of a set are made one by one.
constexpr std::size_t few = 2;
/// A set with more elements than a word has bits is looked at as a whole.
constexpr std::size_t most_elements = 64;

bool is_moved_atom(const Group& group, Value v) {
  return v.is_model_value() && group.point(v.as_atom()).has_value();
}

}  // namespace

/// Keeps the least of the images offered, and all candidates that give it.
class LeastImage::BestOf {
 public:
  /// True when this image is the least so far, or equal to it.
  bool offer(const Refined& refined) {
    const int order = sets_.empty() ? -1 : values::compare(refined.image, image_);
    if (order > 0) return false;
    if (order < 0) sets_.clear();
    image_ = refined.image;
    sets_.push_back(refined.candidates);
    return true;
  }
  [[nodiscard]] Value image() const { return image_; }
  [[nodiscard]] std::size_t ties() const { return sets_.size(); }
  [[nodiscard]] CandidateSet united(Candidates& candidates) const { return candidates.united(sets_); }

 private:
  Value image_;
  std::vector<CandidateSet> sets_;
};

LeastImage::LeastImage(const Group& group, std::size_t memory)
    : group_(group), most_bytes_(memory), candidates_(group) {}

std::span<const Value> LeastImage::of(std::span<const Value> state) {
  if (bytes() > most_bytes_) forget();
  state_.clear();
  CandidateSet candidates = Candidates::whole_group;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const Refined refined = refine(candidates, kept(i, state[i]));
    state_.push_back(refined.image);
    candidates = refined.candidates;
  }
  return state_;
}

void LeastImage::near(std::span<const Value> state) {
  near_.assign(state.begin(), state.end());
  near_kept_.assign(state.size(), Value());
}

Value LeastImage::kept(std::size_t variable, Value v) {
  if (variable >= near_.size() || near_[variable] != v) return pool_.keep(v);
  Value& known = near_kept_[variable];
  if (known.is_none()) known = pool_.keep(v);
  return known;
}

LeastImage::Refined LeastImage::refine(CandidateSet candidates, Value v) {
  if (!v.is_object()) return is_moved_atom(group_, v) ? refine_atom(candidates, v) : Refined{v, candidates};
  if (v.as_object()->kind == Kind::integer) return {v, candidates};
  if (const Refined* known = memory_.find(candidates, v)) return *known;
  const Refined refined = refine_object(candidates, v);
  memory_.add(candidates, v, refined);
  return refined;
}

LeastImage::Refined LeastImage::refine_object(CandidateSet candidates, Value v) {
  switch (v.kind()) {
    case Kind::tuple:
      return refine_tuple(candidates, v);
    case Kind::function:
      return refine_function(candidates, v);
    default:
      return refine_set(candidates, v);
  }
}

/// Points have the order of their atoms.
LeastImage::Refined LeastImage::refine_atom(CandidateSet candidates, Value v) {
  if (const Refined* known = memory_.find(candidates, v)) return *known;
  const Point from = *group_.point(v.as_atom());
  Point least = 0xFFFF;
  std::vector<std::uint32_t> best;
  for (const std::uint32_t element : candidates_.elements(candidates)) {
    const Point to = group_.image(element, from);
    if (to > least) continue;
    if (to < least) best.clear();
    least = to;
    best.push_back(element);
  }
  const Refined refined{Value::model_value(group_.atom(least)), candidates_.set_of(std::move(best))};
  memory_.add(candidates, v, refined);
  return refined;
}

LeastImage::Refined LeastImage::refine_tuple(CandidateSet candidates, Value v) {
  std::vector<Value> items;
  for (const Value item : values::range_of(v)) {
    const Refined refined = refine(candidates, item);
    items.push_back(refined.image);
    candidates = refined.candidates;
  }
  return {pool_.keep_made(values::make_tuple(pool_.scratch(), items)), candidates};
}

/// Domain first, then the values in the order of the domain's image: who comes first there depends on the
/// candidate.
LeastImage::Refined LeastImage::refine_function(CandidateSet candidates, Value v) {
  const auto points = values::elements(v.as_object()->items()[0]);
  if (std::any_of(points.begin(), points.end(), [](Value p) { return p.is_object(); }))
    return one_by_one(candidates, v);
  const Refined domain = refine(candidates, v.as_object()->items()[0]);
  candidates = domain.candidates;
  const auto value_at = [&](Value point) {
    return values::range_of(v)[static_cast<std::size_t>(values::find_point(v, point))];
  };
  std::vector<Value> images;
  for (const Value target : values::elements(domain.image)) {
    BestOf best;
    if (is_moved_atom(group_, target)) {
      const auto parted = candidates_.parted(candidates, *group_.point(target.as_atom()));
      for (const auto& [from, part] : std::vector(parted.begin(), parted.end()))
        best.offer(refine(part, value_at(Value::model_value(group_.atom(from)))));
    } else {
      best.offer(refine(candidates, value_at(target)));
    }
    images.push_back(best.image());
    candidates = best.united(candidates_);
  }
  return {pool_.keep_made(values::make_function(pool_.scratch(), domain.image, images)), candidates};
}

LeastImage::Refined LeastImage::refine_set(CandidateSet candidates, Value v) {
  const std::size_t size = values::size(v);
  if (size == 0) return {v, candidates};
  const bool whole = candidates_.size(candidates) <= few || size > most_elements;
  return whole ? one_by_one(candidates, v) : refine_elements(candidates, v);
}

/// The least element of the image, then the second, and so on: which elements of the set they come from
/// depends on the candidate.
LeastImage::Refined LeastImage::refine_elements(CandidateSet candidates, Value v) {
  const auto elements = values::elements(v);
  std::map<std::uint64_t, CandidateSet> branches{{0, candidates}};  // by the elements used up
  std::vector<Value> images;
  while (images.size() < elements.size()) {
    if (branches.size() == 1 && candidates_.size(branches.begin()->second) <= few)
      return one_by_one(branches.begin()->second, v);
    BestOf best;
    std::map<std::uint64_t, std::vector<CandidateSet>> next;
    for (const auto& [used, set] : branches) {
      for (std::size_t i = 0; i < elements.size(); ++i) {
        const std::uint64_t bit = std::uint64_t{1} << i;
        if ((used & bit) != 0) continue;
        const Refined refined = refine(set, elements[i]);
        if (!best.offer(refined)) continue;
        if (best.ties() == 1) next.clear();
        next[used | bit].push_back(refined.candidates);
      }
    }
    images.push_back(best.image());
    branches.clear();
    for (const auto& [used, sets] : next) branches.emplace(used, candidates_.united(sets));
  }
  // By now all elements are used up.
  return {pool_.keep_made(values::make_sorted_set(pool_.scratch(), images)), branches.begin()->second};
}

LeastImage::Refined LeastImage::one_by_one(CandidateSet candidates, Value v) {
  if (candidates_.size(candidates) == 1) return {single_image(candidates, v), candidates};
  const auto span = candidates_.elements(candidates);
  BestOf best;
  for (const std::uint32_t element : std::vector(span.begin(), span.end())) {
    const CandidateSet single = candidates_.set_of({element});
    best.offer({refine(single, v).image, single});
  }
  return {best.image(), best.united(candidates_)};
}

/// Of a set or a function, under the only candidate.
Value LeastImage::single_image(CandidateSet single, Value v) {
  const auto image = [&](Value part) { return refine(single, part).image; };
  if (v.kind() == Kind::set) {
    std::vector<Value> images;
    for (const Value element : values::elements(v)) images.push_back(image(element));
    return pool_.keep_made(values::make_set(pool_.scratch(), images));
  }
  return pool_.keep_made(image_of_function(pool_.scratch(), v, image));
}

void LeastImage::forget() {
  candidates_.clear();
  pool_.clear();
  memory_.clear();
  near_kept_.assign(near_.size(), Value());
  ++forgotten_;
}

std::size_t LeastImage::bytes() const { return candidates_.bytes() + pool_.bytes() + memory_.bytes(); }

// -- Memory

LeastImage::Memory::Memory() : entries_(1024) {}

std::size_t LeastImage::Memory::place(CandidateSet candidates, Value v) const {
  const std::size_t mask = entries_.size() - 1;
  std::size_t i = values::mix(v.bits() ^ (std::uint64_t{candidates} << 40)) & mask;
  while (!entries_[i].value.is_none() && (entries_[i].value != v || entries_[i].candidates != candidates)) {
    i = (i + 1) & mask;
  }
  return i;
}

const LeastImage::Refined* LeastImage::Memory::find(CandidateSet candidates, Value v) const {
  const Entry& entry = entries_[place(candidates, v)];
  return entry.value.is_none() ? nullptr : &entry.refined;
}

void LeastImage::Memory::add(CandidateSet candidates, Value v, const Refined& refined) {
  if ((count_ + 1) * 2 > entries_.size()) {
    std::vector<Entry> old(entries_.size() * 2);
    old.swap(entries_);
    for (const Entry& entry : old) {
      if (!entry.value.is_none()) entries_[place(entry.candidates, entry.value)] = entry;
    }
  }
  entries_[place(candidates, v)] = {v, refined, candidates};
  ++count_;
}

void LeastImage::Memory::clear() {
  entries_.assign(1024, Entry());
  count_ = 0;
}

}  // namespace synod::reduce
