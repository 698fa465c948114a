#include "store/state_space.hpp"

#include <algorithm>
#include <vector>

namespace synod::store {

StateSpace::StateSpace(values::Interner& interner, std::size_t variables, bool has_view, std::size_t capacity,
                       unsigned inserting_threads)
    : interner_(interner),
      variables_(variables),
      has_view_(has_view),
      layout_(std::vector<Shape>(variables)),
      view_layout_(std::vector<Shape>(1)),
      store_(has_view ? view_layout_.words() : layout_.words(), capacity, inserting_threads),
      actual_(layout_.words()) {
  parents_.reserve(store_.capacity());
  if (has_view_) actual_.reserve(store_.capacity());
}

void StateSpace::adapt(std::span<const Value> state, Value view) {
  const Layout before = std::move(layout_);
  layout_ = Layout::for_state(state);
  repack_states(before, sequential_loop);
  if (!has_view_) return;
  const Layout view_before = std::move(view_layout_);
  view_layout_ = Layout::for_state({&view, 1});
  repack_keys(view_before, view_layout_, sequential_loop);
}

bool StateSpace::pack(std::span<const Value> state, Word* packed, Misfit& misfit) const {
  if (layout_.pack(state, interner_, packed, misfit.variable)) return true;
  misfit.in_view = false;
  misfit.value = interner_.intern(state[misfit.variable]);
  return false;
}

bool StateSpace::pack_view(Value view, Word* packed, Misfit& misfit) const {
  if (view_layout_.pack({&view, 1}, interner_, packed, misfit.variable)) return true;
  misfit.in_view = true;
  misfit.value = interner_.intern(view);
  return false;
}

void StateSpace::set_actual(StateId id, const Word* packed) {
  std::copy_n(packed, layout_.words(), actual_[id]);
}

void StateSpace::widen(std::span<const Misfit> misfits, const RangeLoop& loop) {
  Layout wide = layout_;
  Layout wide_view = view_layout_;
  const auto add = [&](Layout& layout, const Misfit& m) {
    // Two workers may have met values that one widening covers.
    if (!layout.shape(m.variable).takes(m.value)) layout = layout.widened(m.variable, m.value);
  };
  for (const Misfit& m : misfits) add(m.in_view ? wide_view : wide, m);
  const Layout before = std::exchange(layout_, wide);
  repack_states(before, loop);
  const Layout view_before = std::exchange(view_layout_, wide_view);
  if (has_view_) repack_keys(view_before, view_layout_, loop);
}

void StateSpace::repack_states(const Layout& from, const RangeLoop& loop) {
  if (!has_view_) {
    repack_keys(from, layout_, loop);
    return;
  }
  SegmentedArray<Word> repacked(layout_.words());
  repacked.reserve(store_.capacity());
  loop(count(), [&](std::size_t begin, std::size_t end) {
    for (std::size_t id = begin; id < end; ++id) layout_.repack(from, actual_[id], interner_, repacked[id]);
  });
  actual_ = std::move(repacked);
}

void StateSpace::repack_keys(const Layout& from, const Layout& to, const RangeLoop& loop) {
  const auto convert = [&](const Word* packed, Word* repacked) {
    to.repack(from, packed, interner_, repacked);
  };
  store_.rewrite(to.words(), convert, loop);
}

bool StateSpace::grow(const RangeLoop& loop) {
  if (!store_.grow(loop)) return false;
  parents_.reserve(store_.capacity());
  if (has_view_) actual_.reserve(store_.capacity());
  return true;
}

std::size_t StateSpace::bytes() const {
  const std::size_t beside = sizeof(StateId) + (has_view_ ? layout_.words() * sizeof(Word) : 0);
  return store_.bytes() + count() * beside;
}

}  // namespace synod::store
