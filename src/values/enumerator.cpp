// Walking sets in value order without building them.
#include "base/evaluation_error.hpp"
#include "values/sets.hpp"

namespace synod::values {

Enumerator::Axis Enumerator::axis(Value set) const {
  if (set.kind() == Kind::interval) {
    return {{}, (*set.as_object())[0].as_integer(), saturating_cardinality(arena_, set)};
  }
  const auto items = elements(expand(arena_, set));
  return {items, 0, items.size()};
}

Value Enumerator::choice(const Axis& axis, std::uint64_t index) const {
  return axis.items.empty() ? make_integer(arena_, axis.low + static_cast<std::int64_t>(index))
                            : axis.items[index];
}

Enumerator::Enumerator(Arena& arena, Value set) : arena_(arena), kind_(set.kind()) {
  done_ = lacks_a_factor(set);
  if (done_) return;
  switch (kind_) {
    case Kind::set:
      items_ = elements(set);
      return;
    case Kind::interval:
      low_ = (*set.as_object())[0].as_integer();
      high_ = (*set.as_object())[1].as_integer();
      done_ = low_ > high_;
      return;
    case Kind::powerset:
      axes_.push_back(axis((*set.as_object())[0]));
      return;
    case Kind::function_set:
      form_ = expand(arena_, (*set.as_object())[0]);
      if (size(form_) > 0) axes_.assign(size(form_), axis((*set.as_object())[1]));
      break;
    case Kind::record_set:
      form_ = (*set.as_object())[0];
      for (const Value s : set.as_object()->all().subspan(1)) axes_.push_back(axis(s));
      break;
    case Kind::product:
      for (const Value s : set.as_object()->all()) axes_.push_back(axis(s));
      break;
    default:
      if (!is_set(kind_)) {
        throw EvaluationError(EvaluationFault::not_a_set,
                              "A set was expected, but the value is " + to_string(set) + ".");
      }
      items_ = elements(expand(arena_, set));
      kind_ = Kind::set;
      return;
  }
  for (const Axis& choices : axes_) done_ = done_ || choices.size == 0;
  indices_.assign(axes_.size(), 0);
}

bool Enumerator::next(Value& element) {
  switch (kind_) {
    case Kind::set:
      if (position_ == items_.size()) return false;
      element = items_[position_++];
      return true;
    case Kind::interval:
      if (done_) return false;
      element = make_integer(arena_, low_);
      done_ = low_++ == high_;
      return true;
    case Kind::powerset:
      return next_subset(element);
    default:
      return next_odometer(element);
  }
}

/// Subsets by size, then lexicographically: `indices_` is the current combination.
bool Enumerator::next_subset(Value& element) {
  if (done_) return false;
  chosen_.clear();
  for (const std::uint64_t index : indices_) chosen_.push_back(choice(axes_[0], index));
  element = make_sorted_set(arena_, chosen_);
  if (!next_combination()) {
    const std::size_t k = indices_.size() + 1;
    if (k > axes_[0].size) {
      done_ = true;
    } else {
      indices_.resize(k);
      for (std::size_t i = 0; i < k; ++i) indices_[i] = i;
    }
  }
  return true;
}

bool Enumerator::next_combination() {
  const std::size_t k = indices_.size();
  for (std::size_t i = k; i-- > 0;) {
    if (indices_[i] + (k - i) < axes_[0].size) {
      ++indices_[i];
      for (std::size_t j = i + 1; j < k; ++j) indices_[j] = indices_[j - 1] + 1;
      return true;
    }
  }
  return false;
}

Value Enumerator::build() {
  chosen_.clear();
  for (std::size_t i = 0; i < axes_.size(); ++i) chosen_.push_back(choice(axes_[i], indices_[i]));
  return kind_ == Kind::product ? values::make_tuple(arena_, chosen_) : make_function(arena_, form_, chosen_);
}

bool Enumerator::next_odometer(Value& element) {
  if (done_) return false;
  element = build();
  std::size_t i = axes_.size();
  while (i > 0) {
    if (++indices_[i - 1] < axes_[i - 1].size) return true;
    indices_[--i] = 0;
  }
  done_ = true;
  return true;
}

}  // namespace synod::values
