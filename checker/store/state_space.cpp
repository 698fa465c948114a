#include "store/state_space.hpp"

#include <algorithm>
#include <vector>

#include "base/failure.hpp"

namespace synod::store {
namespace {

void repack(const Layout& from, const Layout& to, const Word* packed, Word* repacked) {
  Misfit misfit;
  require(to.repack(from, packed, repacked, misfit), "a widened layout does not take a stored value");
}

}  // namespace

StateSpace::StateSpace(values::Interner& interner, std::size_t variables, bool has_view, std::size_t capacity,
                       unsigned inserting_threads)
    : interner_(interner),
      variables_(variables),
      has_view_(has_view),
      layout_(interner, std::vector<Shape>(variables)),
      view_layout_(interner, std::vector<Shape>(1)),
      store_(has_view ? view_layout_.words() : layout_.words(), capacity, inserting_threads),
      actual_(layout_.words()) {
  parents_.reserve(store_.capacity());
  if (has_view_) actual_.reserve(store_.capacity());
}

void StateSpace::adapt(std::span<const Value> state, Value view) {
  const Layout before = std::move(layout_);
  layout_ = Layout::for_state(interner_, state);
  repack_states(before, sequential_loop);
  if (!has_view_) return;
  const Layout view_before = std::move(view_layout_);
  view_layout_ = Layout::for_state(interner_, {&view, 1});
  repack_keys(view_before, view_layout_, sequential_loop);
}

bool StateSpace::pack(std::span<const Value> state, Near near, Word* packed, Misfit& misfit) const {
  misfit.in_view = false;
  return layout_.pack(state, near, packed, misfit);
}

bool StateSpace::pack_view(Value view, Word* packed, Misfit& misfit) const {
  misfit.in_view = true;
  return view_layout_.pack({&view, 1}, {}, packed, misfit);
}

void StateSpace::set_actual(StateId id, const Word* packed) {
  std::copy_n(packed, layout_.words(), actual_[id]);
}

void StateSpace::widen(std::span<const Misfit> misfits, const RangeLoop& loop) {
  const auto widened = [&](const Layout& layout, bool view) {
    const std::vector<Shape> narrow = layout.shapes();
    std::vector<Shape> wide = narrow;
    for (const Misfit& m : misfits) {
      require(!m.value.is_none(), "a variable without a value reached the state store");
      if (m.in_view == view) wide[m.variable].include(m.value);
    }
    const bool known = std::equal(narrow.begin(), narrow.end(), wide.begin(), same_tree);
    Layout to(interner_, std::move(wide));
    return known ? to : learned(std::move(to), layout, view);
  };
  const Layout before = std::exchange(layout_, widened(layout_, false));
  repack_states(before, loop);
  if (!has_view_) return;
  const Layout view_before = std::exchange(view_layout_, widened(view_layout_, true));
  repack_keys(view_before, view_layout_, loop);
}

/// A layout that takes all stored states too: an enumeration that was something else before must learn its
/// values.
Layout StateSpace::learned(Layout to, const Layout& from, bool view) const {
  std::vector<Word> repacked;
  Misfit misfit;
  for (StateId id = 0; id < count(); ++id) {
    const Word* packed = view ? store_.state(id) : actual(id);
    for (;;) {
      repacked.resize(to.words());
      if (to.repack(from, packed, repacked.data(), misfit)) break;
      std::vector<Shape> wide = to.shapes();
      wide[misfit.variable].include(misfit.value);
      to = Layout(interner_, std::move(wide));
    }
  }
  return to;
}

void StateSpace::repack_states(const Layout& from, const RangeLoop& loop) {
  if (!has_view_) {
    repack_keys(from, layout_, loop);
    return;
  }
  SegmentedArray<Word> repacked(layout_.words());
  repacked.reserve(store_.capacity());
  loop(count(), [&](std::size_t begin, std::size_t end) {
    for (std::size_t id = begin; id < end; ++id) repack(from, layout_, actual_[id], repacked[id]);
  });
  actual_ = std::move(repacked);
}

void StateSpace::repack_keys(const Layout& from, const Layout& to, const RangeLoop& loop) {
  const auto convert = [&](const Word* packed, Word* repacked) { repack(from, to, packed, repacked); };
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
  return store_.bytes() + count() * beside + layout_.bytes() + (has_view_ ? view_layout_.bytes() : 0);
}

}  // namespace synod::store
